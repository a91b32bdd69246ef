import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, sniffGeometry } from '@samenbeeld/describe';
import { afterAll, describe, expect, test } from 'vitest';
import { namesPersons, personsIn } from '../src/persons/persons.ts';
import { throughout, withholder } from '../src/persons/withhold.ts';
import { shortened } from '../src/quoted.ts';
import { tableOf } from './table-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'describe-persons-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const ports = ['Vlissingen', 'Terneuzen', 'Rotterdam'];
const surnames = ['Wrakkelveld', 'Zonderkamp', 'Yperlaar', 'Quastenhof', 'Oxenvoort'];

/** Finds of which only one column tells the rows apart. */
function finds(heading: string, cell: (at: number) => string): readonly string[] {
  return [
    `Haven;Jaar;Drug;Kilo;${heading}`,
    ...Array.from(
      { length: 24 },
      (_, at) => `${ports[at % 3]};${2022 + (at % 2)};cocaïne;${10 + at},5;${cell(at)}`,
    ),
  ];
}

test('millions in groups of three are nobody’s number, and are not looked at one by one', async () => {
  const figures = Array.from({ length: 200_000 }, (_, at) =>
    (10_000_000 + 7 * at).toLocaleString('en'),
  );
  const table = await tableOf(['Fälle', ...figures]);
  const start = process.cpuUsage();
  expect(personsIn(table).columns).toEqual({});
  // Of the processor: beside other work the clock runs on. Each looked at, they take two seconds.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
});

describe('a column with data of persons', () => {
  test('is quoted in no question, where it alone tells rows apart', async () => {
    const cell = (at: number): string =>
      at % 4 === 0
        ? `bel 06-5142386${at % 10}, vraag naar de walbaas`
        : `verdachte ${surnames[at % 5]} reed weg in ${at} minuten`;
    const found = await describeFile(file('opmerking.csv', finds('Opmerking', cell)));
    expect(found.personal).toEqual({ Opmerking: 'phone' });
    expect(JSON.stringify(found)).not.toMatch(/5142386|walbaas|reed weg|Wrakkelveld|Zonderkamp/i);
  });

  test('is kept where its remarks name persons, whose names are shown nowhere', async () => {
    // Invented names.
    const said = [
      'hoofdinspecteur Jan Peeters',
      'Jan Peeters',
      'Mme Dupont',
      'Sachbearbeiter: Müller',
    ];
    const cell = (at: number): string =>
      at % 5 === 4
        ? `lading ${at} naar Antwerpen Linkeroever`
        : `melding ${at} van ${said[at % 5]}`;
    const found = await describeFile(file('remarks.csv', finds('Opmerking', cell)));
    expect(found.personal).toEqual({});
    expect(found.yaml).toContain('Opmerking: { to: note }');
    expect(JSON.stringify(found)).not.toMatch(/Peeters|Dupont|Müller/u);
    expect(JSON.stringify(found)).toContain('personal-data.name');
  });

  test('a name above or below the table is shown nowhere, and no title of the source', async () => {
    const lines = [
      'Inbeslagnames 2024, opgemaakt door hoofdinspecteur Jan Peeters',
      '',
      ...finds('Soort', (at) => `soort ${at % 2}`),
      'Bron: douane, contact Marie Dupont',
    ];
    const found = await describeFile(file('titled.csv', lines));
    expect(found.titleLines).toEqual([
      'Inbeslagnames 2024, opgemaakt door hoofdinspecteur (not shown)',
    ]);
    expect(found.footerLines).toEqual(['Bron: douane, contact (not shown)']);
    expect(found.trial.kind).toBe('ingested');
    expect(JSON.stringify(found)).not.toMatch(/Peeters|Dupont/u);
  });

  test('is known from one cell, however far down', async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_, at) => `${ports[at % 3]};2022;${at};${at === 4_999 ? 'bel 06-51423867' : `lading ${at}`}`,
    );
    const found = await describeFile(file('ver.csv', ['Haven;Jaar;Kilo;Opmerking', ...lines]));
    expect(found.personal).toEqual({ Opmerking: 'phone' });
    expect(JSON.stringify(found)).not.toMatch(/51423867|lading \d/);
  });

  test.each([
    'Contactpersoon',
    'Verdachte',
    'Suspect',
    'Prévenu',
    'Mis en cause',
    'Beschuldigter',
    'Chauffeur',
    'Naam',
    'Nom',
    'Name',
    'naam_verdachte',
  ])('%s is one of names, shown nowhere', async (heading) => {
    const cell = (at: number): string => `${'ABCDE'[at % 5]}. de ${surnames[(at * 3) % 5]}`;
    const found = await describeFile(file('namen.csv', finds(heading, cell)));
    expect(found.personal).toEqual({ [heading]: 'names' });
    expect(JSON.stringify(found)).not.toMatch(
      /Wrakkelveld|Zonderkamp|Yperlaar|Quastenhof|Oxenvoort/i,
    );
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  });

  test('keeps the codes of a code list where one of its cells is somebody’s', async () => {
    const path = file('drug.csv', [
      'Haven;Jaar;Stof;Kilo',
      ...Array.from(
        { length: 20 },
        (_, at) =>
          `${ports[at % 3]};2022;${at === 7 ? 'cocaïne (bel 06-51423867)' : 'cocaïne'};${at}`,
      ),
    ]);
    const found = await describeFile(path);
    expect(JSON.stringify(found)).not.toContain('51423867');
    expect(found.trial).toMatchObject({ conservation: { accepted: 19, rejected: 1 } });
  });
});

describe('a heading of persons', () => {
  const many = Array.from({ length: 40 }, (_, at) => at);
  test.each([
    ['Tatverdächtige insgesamt', many.map(String)],
    ['Verdachten', many.map((at) => `${at}.${100 + at}`)],
    ['Chauffeur', many.map((at) => (at % 2 ? 'man' : 'vrouw'))],
    ['Eigenaar', many.map((at) => ['particulier', 'bedrijf', 'overheid'][at % 3] ?? '')],
    ['Nom', ['Paris', 'Lyon', 'Marseille', 'Lille', 'Le Havre', 'Bordeaux']],
    ['Naam', ['Vlissingen', 'Terneuzen', 'Rotterdam', 'Borsele', 'Goes']],
    ['Regionaam', ['Noord Holland', 'Zuid Holland']],
  ])('%s over figures, codes or places names none', (heading, cells) => {
    expect(namesPersons(heading, cells)).toBe(false);
  });
});

describe('a heading of the kind of a person', () => {
  test.each([
    'Kind van verdachte',
    'Kind des Beschuldigten',
    'Aard verdachte',
    'Groep verdachten',
    'Type van de verdachte',
    'Nature du mis en cause',
    'Categorie van de verdachte',
  ])('%s over surnames is one of names, and none is shown', async (heading) => {
    const path = file('soorten.csv', [
      `Haven;Jaar;Drug;Kilo;${heading}`,
      ...surnames.map((name, at) => `${ports[at % 3]};${2022 + at};cocaïne;${10 + at},5;${name}`),
    ]);
    const found = await describeFile(path);
    expect(found.personal).toEqual({ [heading]: 'names' });
    const column = found.columns.find(({ headings }) => headings[0] === heading);
    expect(column).toMatchObject({ to: null, confidence: 0.95, samples: [] });
    expect(JSON.stringify(found)).not.toMatch(
      /Wrakkelveld|Zonderkamp|Yperlaar|Quastenhof|Oxenvoort/i,
    );
  });

  test.each([
    ['Type de déclarant', ['Établissements de crédit', 'Notaires', 'Avocats', 'Casinos']],
    ['Soort van melder', ['Banken', 'Notarissen', 'Casinos', 'Verzekeraars']],
    ['Art der Melder', ['Kreditinstitute', 'Notare', 'Spielbanken']],
    ['Type of reporter', ['Banks', 'Notaries', 'Lawyers', 'Money service businesses']],
  ])('%s over trades names nobody', (heading, cells) => {
    expect(namesPersons(heading, cells)).toBe(false);
    expect(namesPersons(heading, [...cells, 'Wrakkelveld'])).toBe(true);
    expect(namesPersons(heading, [...cells, 'van Oxenvoort'])).toBe(true);
  });
});

describe('names that return under a heading of persons', () => {
  const bare = ['Wrakkelveld', 'Zonderkamp'];
  const capitals = ['WRAKKELVELD', 'ZONDERKAMP'];
  const lower = ['wrakkelveld jan', 'zonderkamp an marie'];
  const places = ['Zeeland', 'Utrecht', 'Drenthe', 'Limburg'];

  async function returning(heading: string, labels: readonly string[]) {
    const rows = [2029, 2030, 2031].flatMap((year) =>
      places.flatMap((place, at) =>
        labels.map(
          (label, each) => `${year};${place};${label};${100 + ((at * 7 + each * 37) % 91)}`,
        ),
      ),
    );
    return await describeFile(
      file('keert.csv', [`Jaar;Provincie;${heading};Aantal misdrijven`, ...rows]),
    );
  }

  test.each([
    ['Soort verdachte', bare],
    ['Kind van verdachte', bare],
    ['Aard van de verdachte', lower],
    ['Type de suspect', capitals],
    ['Nature du mis en cause', lower],
    ['Art des Beschuldigten', capitals],
    ['Type of suspect', bare],
    ['Suspect type', lower],
    ['Driver', bare],
    ['Soort melder', ['Banken', 'Notarissen', 'Casinos', 'wrakkelveld jan']],
    ['Bestuurder', ['12 wrakkelveld', '13 zonderkamp']],
    ['Soort verdachte', ['man', 'vrouw', 'Wrakkelveld', 'Totaal']],
    ...[
      ['Hoofdverdachte', 'Medeplichtige', 'Mededader', 'Arrestant', 'Gedetineerde', 'Vermiste'],
      ['Afzender', 'Aanvrager', 'Schipper', 'Kapitein', 'Auteur', 'Complice', 'Détenu', 'Disparu'],
      ['Expéditeur', 'Demandeur', 'Capitaine', 'Mittäter', 'Hauptbeschuldigter', 'Häftling'],
      ['Vermisste', 'Absender', 'Antragsteller', 'Kapitän', 'Accomplice', 'Detainee', 'Captain'],
    ].flatMap((headings) =>
      headings.map((heading): [string, readonly string[]] => [heading, bare]),
    ),
  ])('%s over %j: none is shown, nor kept as a kind', async (heading, labels) => {
    const found = await returning(heading, labels);
    expect(found.columns.find(({ headings }) => headings[0] === heading)?.to).toBeNull();
    expect(JSON.stringify(found)).not.toMatch(/Wrakkelveld|Zonderkamp/iu);
    const column = found.columns.find(({ headings }) => headings[0] === heading);
    expect(column?.samples.join()).not.toContain('(not shown)');
    expect(found.decisions.map(({ about }) => about.en)).toContain(`column ${heading}`);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  });

  test('a surname that is also a word for a kind, or for all, is not shown', async () => {
    const found = await returning('Verdachte', ['Allen', 'Mann', 'Kind']);
    expect(JSON.stringify(found)).not.toMatch(/\b(?:Allen|Mann|Kind)\b/u);
    expect(found.columns.find(({ headings }) => headings[0] === 'Verdachte')?.samples).toEqual([]);
  });

  test('more than eight of them in capitals are names', () => {
    const many = [...'ABCDEFGHIJ'].map((letter) => `${letter}RAKKELVELD`);
    expect(namesPersons('Driver', [...many, ...many, ...many])).toBe(true);
  });

  test.each([
    ['Soort verdachte', ['man', 'vrouw', 'onbekend']],
    ['Soort verdachte', ['Man', 'Vrouw', 'Onbekend']],
    ['Art der Beschuldigten', ['Kinder', 'Jugendliche', 'Erwachsene']],
    ['Leeftijd van de verdachte', ['12 tot 18 jaar', '18 tot 25 jaar', '65 jaar en ouder']],
    ['Âge du mis en cause', ['moins de 13 ans', '13 à 17 ans', '65 ans et plus']],
    ['Soort melder', ['Banken', 'Notarissen', 'Casinos']],
    ['Reporter type', ['Banks', 'Notaries', 'Money service businesses']],
  ])('%s over kinds that are known shows them', async (heading, labels) => {
    const found = await returning(heading, labels);
    expect(found.personal).toEqual({});
    const column = found.columns.find(({ headings }) => headings[0] === heading);
    expect(column?.samples).toEqual(expect.arrayContaining([labels[0]]));
  });
});

describe('the total of rows of which the names are withheld', () => {
  const wide = 'Verdachte;Aantal misdrijven 2022;Aantal misdrijven 2023';
  const rows = ['Wrakkelveld;3;4', 'Zonderkamp;5;6', 'Yperlaar;9;2'];
  const places = ['Breda;', 'Terneuzen;', 'Vlissingen;'];
  test.each([
    ['alone is kept, for it has every figure', wide, rows, 'Totaal;17;12', 'detail', 2],
    ['is left out where it lacks a figure', wide, rows, 'Totaal;17;', 'total', 6],
    ['is left out where one of it is unknown', wide, rows, 'Totaal;17;n.b.', 'total', 6],
    [
      'is left out where a place tells the rows apart',
      `Gemeente;${wide}`,
      rows.map((row, at) => `${places[at]}${row}`),
      ';Totaal;17;12',
      'total',
      6,
    ],
  ])('%s', async (_, head, parts, total, rule, accepted) => {
    const found = await describeFile(file('som.csv', [head, ...parts, total]));
    expect(found.yaml).toContain(`rule: verdachte-${rule}`);
    expect(found.decisions.some(({ about }) => about.en === 'exclude verdachte-total')).toBe(
      rule === 'total',
    );
    expect(found.trial).toMatchObject({ conservation: { accepted, rejected: 0 } });
    expect(JSON.stringify(found)).not.toMatch(/Wrakkelveld|Zonderkamp|Yperlaar/iu);
  });
});

describe('surnames under a heading that names persons or things', () => {
  const bare = ['Wrakkelveld', 'Zonderkamp', 'Yperlaar'];
  test.each(['Naam', 'Nom', 'Name', 'Volledige naam'])(
    '%s: in no condition, no reason and no row that is tried',
    async (heading) => {
      const total = await describeFile(
        file('som.csv', [
          `${heading};Aantal misdrijven 2023`,
          ...bare.map((name, at) => `${name};${at + 3}`),
          'Totaal;12',
        ]),
      );
      const yearly = await describeFile(
        file('jaren.csv', [
          `${heading};Jaar;Aantal misdrijven`,
          ...bare.flatMap((name, at) =>
            [2021, 2022, 2023].map((year) => `${name};${year};${at * 9 + year - 2000}`),
          ),
        ]),
      );
      for (const found of [total, yearly]) {
        expect(JSON.stringify(found)).not.toMatch(/Wrakkelveld|Zonderkamp|Yperlaar/iu);
        expect(found.trial.kind).toBe('ingested');
      }
    },
  );

  test('places of the code list are places still', async () => {
    const found = await describeFile(
      file('plaatsen.csv', [
        'Naam;Jaar;Aantal misdrijven',
        ...['Zeeland', 'Utrecht', 'Drenthe', 'Limburg'].flatMap((place, at) =>
          [2021, 2022].map((year) => `${place};${year};${at * 9 + year - 2000}`),
        ),
      ]),
    );
    expect(found.columns.find(({ headings }) => headings[0] === 'Naam')?.to).toBe('place');
    expect(found.trial).toMatchObject({ conservation: { accepted: 8, rejected: 0 } });
    expect(JSON.stringify(found)).not.toContain('(not shown)');
  });
});

describe('a column that alone tells rows of figures apart', () => {
  const full = ['Jan Wrakkelveld', 'Marie Zonderkamp', 'Hans Yperlaar', 'Piet van Oxenvoort'];
  const alone = ['Wrakkelveld', 'Zonderkamp', 'Yperlaar', 'Oxenvoort'];
  const turned = ['Wrakkelveld, Jan', 'Zonderkamp, Marie', 'Yperlaar, Hans', 'Oxenvoort, Piet'];
  const logins = ['jwrakkelveld', 'mzonderkamp', 'hyperlaar', 'poxenvoort'];
  const files = {
    nl: ['Jaar;Provincie;HEAD;Aantal misdrijven', 'Zeeland', 'Utrecht', 'Drenthe'],
    fr: ['Année;Département;HEAD;Nombre de faits', 'Nord', 'Somme', 'Oise'],
    de: ['Jahr;Land;HEAD;Anzahl der Straftaten', 'Hessen', 'Bayern', 'Sachsen'],
    en: ['Year;Country;HEAD;Number of offences', 'France', 'Germany', 'Belgium'],
  };
  type Tongue = keyof typeof files;

  async function of(language: Tongue, heading: string, labels: readonly string[]) {
    const [head = '', ...places] = files[language];
    const rows = [2029, 2030, 2031, 2032].flatMap((year) =>
      places.flatMap((place, at) =>
        labels.map(
          (label, each) => `${year};${place};${label};${100 + ((at * 7 + each * 37) % 91)}`,
        ),
      ),
    );
    return await describeFile(
      file(`rijen-${language}.csv`, [head.replace('HEAD', heading), ...rows]),
    );
  }

  test.each<[Tongue, string, readonly string[]]>([
    ['nl', 'Dossierhouder', full],
    ['nl', 'Regie', full],
    ['nl', 'Regie', alone],
    ['nl', 'Soort', full],
    ['nl', 'Trekker', logins],
    ['fr', 'Suivi par', full],
    ['fr', 'Pilote', turned],
    ['fr', 'Secteur', turned],
    ['de', 'Federführung', full],
    ['de', 'Zuständig', alone],
    ['de', 'Art', full],
    ['en', 'Handled by', full],
    ['en', 'Lead', alone],
    ['en', 'Kind', turned],
  ])(
    'in %s under "%s" is no kind where it may name persons (%s)',
    async (language, head, labels) => {
      const found = await of(language, head, labels);
      expect(found.columns.find(({ headings }) => headings[0] === head)?.to).toBeNull();
      expect(found.yaml).not.toContain('nationalCode');
      const { trial } = found;
      expect(
        JSON.stringify(trial.kind === 'ingested' && trial.samples.map(({ after }) => after)),
      ).not.toMatch(/Wrakkelveld|Zonderkamp|Yperlaar|Oxenvoort/iu);
      if (labels !== alone && labels !== logins)
        expect(found.yaml).not.toMatch(/Wrakkelveld|Zonderkamp|Yperlaar|Oxenvoort/iu);
    },
  );

  test.each<[Tongue, string, readonly string[]]>([
    ['nl', 'Meldersoort', ['banken', 'notarissen', 'casino’s']],
    ['fr', 'Secteur', ['banques', 'notaires', 'casinos']],
    ['de', 'Branche', ['Banken', 'Notare', 'Spielbanken']],
    ['en', 'Reporting sector', ['banks', 'notaries', 'casinos']],
    ['fr', 'Déclarants', ['Etablissements de crédit', 'Notaires', 'Bureaux de change']],
  ])('in %s under "%s" is kept as trades', async (language, heading, labels) => {
    const found = await of(language, heading, labels);
    expect(found.columns.find(({ headings }) => headings[0] === heading)?.to).toBe('nationalCode');
    expect(found.decisions.map(({ about }) => about.en)).not.toContain(`column ${heading}`);
  });

  test.each<[Tongue, string, readonly string[]]>([
    ['nl', 'Meldersoort', ['banken', 'notarissen', 'buurtbewoners']],
    ['fr', 'Secteur', ['énergie', 'transports', 'bâtiment']],
    ['de', 'Branche', ['Bau', 'Verkehr', 'Energie']],
    ['en', 'Sector', ['energy', 'transport', 'building']],
  ])('in %s under "%s" is kept as kinds, and asked', async (language, heading, labels) => {
    const found = await of(language, heading, labels);
    expect(found.columns.find(({ headings }) => headings[0] === heading)?.to).toBe('nationalCode');
    expect(found.decisions.map(({ about }) => about.en)).toContain(`column ${heading}`);
  });

  test('is no column of kinds where it has almost as many labels as there are figures', async () => {
    const labels = Array.from({ length: 40 }, (_, at) => `zaak ${'abcdefgh'[at % 8]}${at}`);
    const found = await describeFile(
      file('zaken.csv', [
        'Jaar;Soort;Aantal',
        ...labels.map((label, at) => `${2030 + (at % 2)};${label};${at + 10}`),
      ]),
    );
    expect(found.columns.find(({ headings }) => headings[0] === 'Soort')?.to).not.toBe(
      'nationalCode',
    );
  });
});

describe('withholding', () => {
  const hide = withholder(['Jan de Vries', 'een heel lange opmerking over "de man" met de hond']);
  test.each([
    ['(Jan de Vries, kg)', '((not shown), kg)'],
    ['jan DE vries', '(not shown)'],
    ['Jan de Vriesland', 'Jan de Vriesland'],
    ['een heel lange opmerking ov…', '(not shown)…'],
    [
      '"een heel lange opmerking over \\"de man\\" met de hond"',
      '"(not shown) \\"(not shown)\\" (not shown)"',
    ],
    ['kg', 'kg'],
  ])('%s', (text, told) => {
    expect(hide(text)).toBe(told);
  });
  test('a text that is shown, and with which a withheld one begins, is not cut short', () => {
    const [text, shown] = ['aangehouden verdachten, door Jan de Vries', 'aangehouden verdachten'];
    expect(withholder([text])(shown)).toBe('(not shown)');
    expect(withholder([text], [shown])(`${shown}, ${text}`)).toBe(`${shown}, (not shown)`);
    expect(withholder([text], [shown])(`${text.slice(0, -3)}…`)).toBe('(not shown)…');
  });
  test('reaches every text of a record, and drops what is kept under such a key', () => {
    expect(
      throughout({ a: [{ b: 'van Jan de Vries' }], 'Jan de Vries': 1, c: null }, hide),
    ).toEqual({ a: [{ b: 'van (not shown)' }], c: null });
  });
});

test('a text that is cut where it is quoted is cut after what is withheld', () => {
  const line = 'Zaken van de haven 2021, door jan.persoon@geheim.example';
  for (let longest = 20; longest < 60; longest += 1)
    expect(shortened(line, longest).en).not.toMatch(/jan|persoon|geheim/);
});

test('a last row that is quoted where no footer is found shows no part of an address', async () => {
  for (const before of ['Via', 'Vragen aan', 'Vragen over dit', 'Vragen over cijfers']) {
    const path = file('voet.csv', [
      'Haven;Jaar;Drug;Kilo',
      ...Array.from({ length: 12 }, (_, at) => `${ports[at % 3]};${2020 + at};cocaïne;${at * 7}`),
      `${before} jan.persoon@geheim.example;;;`,
    ]);
    const [geometry] = await sniffGeometry(path);
    expect(geometry?.footer.reason.en).toMatch(/holds one value/u);
    expect(geometry?.footer.reason.en).not.toMatch(/persoon/u);
  }
});
