import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { describe, expect, it } from 'vitest';
import { describedLines as described } from './table-of.ts';

const about = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map((decision) => decision.about.en);

describe('labels that are set in', () => {
  const lines = [
    'Federale Politie',
    'Geregistreerde misdrijven, gemeente: Brugge (31005)',
    '',
    'Misdrijf;2029;2030;2031 SEM 1',
    'Diefstal;120;130;60',
    '    Fietsdiefstal;70;90;40',
    '    Woninginbraak;50;40;20',
    'Drugs;20;25;12',
    '    Bezit;15;20;10',
    '    Handel;5;5;2',
    'Totaal;140;155;72',
    '',
    '2031 SEM 1: voorlopige cijfers',
  ];

  it('are parts of the label above them, and of no total beside it', async () => {
    const { totals, yaml } = await described('gemeente.csv', lines);
    expect(
      totals.map(({ label, partLabels, proposal }) => [label, partLabels.length, proposal]),
    ).toEqual([
      ['Totaal', 2, 'check'],
      ['Diefstal', 2, 'check'],
      ['Drugs', 2, 'check'],
    ]);
    expect(yaml).toContain('parts: [ Fietsdiefstal, Woninginbraak ]');
    expect(yaml).toContain('{ is: Bezit, to: "Drugs: Bezit" }');
    expect(yaml).not.toContain('is: Fietsdiefstal');
  });

  it('are parts where a bullet sets them in, of drugs too, and never count beside their head', async () => {
    const { totals } = await described('vangsten.csv', [
      'Middel;Jaar;kg',
      ...[2029, 2030].flatMap((year) => [
        `Cocaïne;${year};30`,
        `- Crack;${year};10`,
        `- Cocaïnebase;${year};20`,
        `Heroïne;${year};7`,
      ]),
    ]);
    expect(totals).toMatchObject([
      { label: 'Cocaïne', partLabels: { length: 2 }, proposal: 'totals' },
    ]);
  });

  it('leave the place of the title and the status of one heading as the file says them', async () => {
    const found = await described('gemeente.csv', lines);
    expect(found.constants['place']?.value).toBe('BE.NIS.31005');
    expect(about(found)).not.toContain('note');
    expect(
      found.folds.map(({ written }) => JSON.stringify(written).includes('"status":"P"')),
    ).toEqual([false, true]);
  });
});

it.each([
  ['2031 1)', '1) Vorläufige Zahlen', true],
  ['2031 (2)', '(2) Données provisoires', true],
  ['2031 (2)', '(1) Données provisoires', false],
])('figures headed %s beside the line "%s" are provisional: %s', async (heading, line, isSo) => {
  const found = await described('jahre.csv', [
    `Stoff;2029;2030;${heading}`,
    'Kokain;5;6;7',
    'Heroin;1;2;3',
    '',
    line,
  ]);
  expect(found.yaml.includes('status: P')).toBe(isSo);
});

const statuses = async (lines: readonly string[]): Promise<readonly unknown[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'years-'));
  try {
    const path = join(folder, 'jaren.csv');
    writeFileSync(path, `${lines.join('\n')}\n`);
    const found = await describeFile(path);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).not.toContain('status P');
    writeFileSync(join(folder, 'source.yaml'), found.yaml);
    for (const { name, text } of found.crosswalks) writeFileSync(join(folder, name), text);
    const engine = await openEngine();
    try {
      await ingest(engine, loadSource(join(folder, 'source.yaml')), [path], { draft: true });
      return (
        await engine.rows('select status from observation order by origin_line, period_start')
      ).map(({ status }) => status);
    } finally {
      await engine.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('a line that names the years whose figures are provisional', () => {
  it.each([
    ['2030: voorlopige cijfers', 'APAP'],
    ['De cijfers over 2030 zijn voorlopig.', 'APAP'],
    ['Les chiffres de 2030 sont provisoires.', 'APAP'],
    ['Werte 2030 vorläufig', 'APAP'],
    ['Figures for 2029 and 2030 are provisional.', 'PPPP'],
    ['Les chiffres de 2031 sont provisoires.', 'AAAA'],
  ])('is about these, in headings and in cells: %s', async (line, expected) => {
    const wide = ['Misdrijf;2029;2030', 'Diefstal;120;130', 'Inbraak;20;30', '', line];
    const long = [
      'Misdrijf;Jaar;Aantal misdrijven',
      'Diefstal;2029;120',
      'Diefstal;2030;130',
      'Inbraak;2029;20',
      'Inbraak;2030;30',
      '',
      line,
    ];
    for (const lines of [wide, long]) expect((await statuses(lines)).join('')).toBe(expected);
  });

  it.each([
    'De cijfers vanaf 2030 zijn voorlopig.',
    'Les chiffres du 4e trimestre 2030 sont provisoires.',
    'Cijfers zijn deels voorlopig.',
    'Les chiffres de 2029 sont définitifs, ceux de 2030 provisoires.',
    'Die Zahlen für 2029 sind nicht mehr vorläufig.',
    'Provisional figures for 2030, unlike 2029',
  ])('is asked where it names others: %s', async (line) => {
    const found = await described('jaren.csv', [
      'Misdrijf;2029;2030',
      'Diefstal;120;130',
      'Inbraak;20;30',
      '',
      line,
    ]);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain('status P');
  });
});

describe('a table of those who report', () => {
  const kinds = [
    'Établissements de crédit;20;30',
    'Notaires;4;5',
    'Bureaux de change;3;3',
    'Casinos;2;2',
    'bpost;2;1',
    'Commerçants en diamants;1;1',
    'Autres services publics;1;1',
  ];
  const table = (heading: string): readonly string[] => [
    'CTIF-CFI: nombre de déclarations reçues',
    '',
    `${heading};2030;2031`,
    ...kinds,
    'Total;33;43',
  ];

  it.each(['Catégorie de déclarants', 'Catégorie', 'Secteur'])(
    'headed %s names kinds and no persons, and its total is told',
    async (heading) => {
      const found = await described('declarations.csv', table(heading));
      expect(found.columns.find(({ headings }) => headings[0] === heading)).toMatchObject({
        to: 'nationalCode',
        decide: [],
      });
      expect(found.trial).toMatchObject({ conservation: { accepted: 16, excluded: 0 } });
      expect(found.totals).toMatchObject([{ label: 'Total', proposal: 'check' }]);
      expect(about(found)).not.toContain('personal data');
    },
  );

  it('is kept back where one label may be a name', async () => {
    const lines = table('Catégorie de déclarants').map((line) => line.replace('bpost', 'Janssens'));
    expect(about(await described('declarations.csv', lines))).toContain('personal data');
  });

  it('leaves out the total of rows that only remarks tell apart', async () => {
    const found = await described('declarations.csv', table('Remarque'));
    expect(found.trial).toMatchObject({ conservation: { accepted: 14, excluded: 2 } });
  });
});

describe('rows that count other things than those below them', () => {
  const seized = [
    'Jahresstatistik des Zolls',
    'Bekämpfung der Rauschgiftkriminalität',
    '',
    ';Einheit;2030;2031',
    'Eingeleitete Verfahren;Anzahl;25.136;22.814',
    'Ermittelte Personen;Anzahl;23.402;21.597',
    'Sichergestellte Rauschgifte:;;;',
    'Heroin;kg;1.057,3;703,2',
    'Kokain;kg;20.113,8;17.244,6',
    'Haschisch;kg;4.011,7;1.927,5',
    'Ecstasy;Stück;422.518;309.774',
  ];

  it('are left out beside drugs in kilograms, which a word of the title makes no offences', async () => {
    const found = await described('zoll.csv', seized);
    expect(found.constants['metric']).toMatchObject({ value: 'quantity', confidence: 0.88 });
    expect(found.trial).toMatchObject({
      conservation: { accepted: 8, excluded: 6, rejected: 0 },
    });
    expect(about(found)).not.toContain('metric');
    expect(about(found)).not.toContain('empty cells');
  });

  it('do not stand beside their total where rows of one label say by what it is split', async () => {
    const found = await described('figure.csv', [
      'Personnes mises en cause pour usage de stupéfiants en 2031',
      '',
      ';Usage;Trafic',
      'Ensemble;264;49',
      'Sexe;;',
      'Hommes;241;45',
      'Femmes;23;4',
      'Âge;;',
      'Mineurs;64;9',
      'Majeurs;200;40',
    ]);
    expect(found.trial).toMatchObject({ conservation: { accepted: 2 } });
    expect(about(found)).not.toContain('empty cells');
  });

  it('keeps a row whose figures alone are empty: they may be unknown', async () => {
    const found = await described('landen.csv', [
      'Land;2030;2031',
      'België;3;4',
      'Luxemburg;;',
      'Nederland;5;6',
    ]);
    expect(found.trial).toMatchObject({ conservation: { items: 6, excluded: 0 } });
    expect(about(found)).toContain('empty cells');
  });
});

it('a note to one figure changes nothing of what a title measures', async () => {
  const found = await described('table.csv', [
    'Number of cocaine seizures by country',
    '',
    'Country;2030;2031',
    'Belgium;3728;3653',
    'Spain (1);42659;38033',
    '',
    '(1) Includes small seizures for administrative offences.',
  ]);
  expect(found.constants['metric']).toMatchObject({ value: 'seizures', confidence: 0.88 });
});

it.each([
  ['Totaal Nederland', 'NL'],
  ['Totaal overige', null],
])('%s below the ports of a country is %s', async (label, code) => {
  const found = await described('douane.csv', [
    'Douane Nederland: inbeslaggenomen cocaïne per locatie (in kilogram)',
    '',
    'Locatie;2030;2031',
    'Haven Rotterdam;100;120',
    'Haven Vlissingen;20;30',
    'Post- en koerierszendingen;4;5',
    `${label};124;155`,
  ]);
  const text = found.crosswalks.find(({ name }) => name.includes('places'))?.text ?? '';
  expect(text.includes(`${label},${code}`)).toBe(code !== null);
});

it('of a line of drugs above one of a drug the particular is meant', async () => {
  const found = await described('jaar.csv', [
    'Jaarcijfers verdovende middelen',
    'Inbeslaggenomen cocaïne (in kilogram)',
    '',
    'Land;2030;2031',
    'België;100;120',
    'Nederland;20;30',
  ]);
  expect(found.constants['substance']?.value).toBe('COC');
  expect(about(found)).not.toContain('note');
});

describe('an area and its parts in one column, each named once above its rows', () => {
  const rows = (area: string, one: string, other: string): readonly string[] => [
    `${area};Diefstal;300;330`,
    ';Vernieling;90;81',
    `${one};Diefstal;200;210`,
    ';Vernieling;50;51',
    `${other};Diefstal;100;120`,
    ';Vernieling;40;30',
  ];
  const places = (found: FileDescription): string =>
    JSON.stringify(found.columns.find(({ to }) => to === 'place')?.written ?? null);

  it.each([
    [
      'Police Fédérale',
      'Entité',
      ['Arrondissement de Liège (62000)', 'Liège (62063)', 'Ans (62003)'],
      ['BE.ARR.$1', 'BE.NIS.$1'],
    ],
    [
      'Bundeskriminalamt',
      'Gebiet',
      ['Saarland (10)', 'Saarbrücken, Regionalverband (10041)', 'Neunkirchen (10043)'],
      ['DEC', 'DE.KRS.$1'],
    ],
    [
      'Politie Nederland',
      'Gebied',
      ['Provincie Zeeland (PV29)', 'Middelburg (GM0687)', 'Vlissingen (GM0718)'],
      ['NL34', 'NL.GM.$1'],
    ],
    [
      'SSMSI, France',
      'Territoire',
      ['Nord (59)', 'Lille (59350)', 'Roubaix (59512)'],
      ['FR.DEP.$1', 'FR.COM.$1'],
    ],
  ])(
    'are places by their keys, filled down, and the area is checked against its parts: %s',
    async (publisher, heading, [area = '', one = '', other = ''], codes) => {
      const found = await described('gebieden.csv', [
        publisher,
        `${heading};Soort misdrijf;2029;2030`,
        ...rows(area, one, other),
      ]);
      for (const code of [...codes, '"fill":"down"']) expect(places(found)).toContain(code);
      expect(found.trial).toMatchObject({ kind: 'ingested', records: 12 });
      expect(found.totals).toMatchObject([{ label: area, proposal: 'check' }]);
      expect(found.constants['place']).toBeUndefined();
    },
  );

  it('are at no place of the title, where the column of them is not understood', async () => {
    const found = await described('gebieden.csv', [
      'Federale politie',
      'Politiële criminaliteitsstatistieken - arrondissement Leuven',
      'Eenheid;Soort misdrijf;2029;2030',
      ...rows('Arrondissement Leuven', 'Leuven', 'Tienen'),
    ]);
    expect(found.constants['place']).toMatchObject({ value: '', standsIn: true });
    const asked = found.decisions.find((decision) => decision.about.en === 'place');
    expect(asked?.proposed).toBeNull();
  });

  it('are none where offences bear numbers', async () => {
    const found = await described('natinf.csv', [
      'Police Fédérale',
      'Libellé;Faits;2029;2030',
      ...rows('Vol simple (07151)', 'Vol avec violence (00053)', 'Escroquerie (07875)'),
    ]);
    expect(places(found)).toBe('null');
  });
});

describe('several months or quarters of a year', () => {
  it.each([
    '2031 TRIM 1-3',
    'T1-T3 2031',
    '2031 Q1-Q3',
    '1.-3. Quartal 2031',
    'jan.-sept. 2031',
    'Januar bis September 2031',
  ])('are read as such in a heading, and are no year: %s', async (heading) => {
    const found = await described('faits.csv', [
      'Police Fédérale : nombre de faits enregistrés en Belgique',
      `Figure criminelle;2029;2030;${heading}`,
      'Vol et extorsion;120;130;60',
      'Vol avec arme;70;90;40',
      'Drogues;20;25;12',
    ]);
    const written = JSON.stringify(found.folds.map((fold) => fold.written));
    expect(written).toContain('"as":"period"');
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 9 });
    expect(about(found).filter((each) => each.startsWith('column'))).toEqual([]);
  });

  it.each(['Januar bis September 2031', '1.-3. Quartal 2031'])(
    'are the period of a title: %s',
    async (said) => {
      const found = await described('lage.csv', [
        `Bundeskriminalamt: Straftaten in Deutschland, ${said}`,
        'Delikt;Fälle',
        'Diebstahl;120',
        'Betrug;70',
      ]);
      expect(found.constants['period']).toMatchObject({ value: said, written: { as: 'period' } });
      expect(found.yaml).toContain('as: period');
    },
  );

  it('are read in cells', async () => {
    const found = await described('misdrijven.csv', [
      'Politie: geregistreerde misdrijven',
      'Periode;Misdrijf;Aantal',
      '2029;Diefstal;120',
      '2030;Diefstal;130',
      '2031 Q1-Q3;Diefstal;60',
      '2031 jan.-sept.;Vernieling;6',
    ]);
    expect(JSON.stringify(found.columns[0]?.written)).toContain('"as":"period"');
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 4 });
  });
});

it.each([
  ['Police grand-ducale - Chiffres 2030', "Nombre d'affaires enregistrées", 'case'],
  ['Polizei Luxemburg', 'Anzahl der Fälle', 'case'],
  ['Politie Nederland', 'Aantal geregistreerde zaken', 'case'],
  ['Police Luxembourg', 'Number of cases recorded', 'case'],
  ['Politie Nederland', 'Aantal geregistreerde misdrijven', 'offence'],
  ['Parquet de Liège', "Nombre d'affaires enregistrées", null],
])('%s: %s are counted as such', async (publisher, title, unit) => {
  const found = await described('tabel.csv', [
    publisher,
    title,
    ';2029;2030',
    'Vols avec violences;120;130',
    'Diefstal, Diebstahl, vol simple;70;90',
    'Menaces;20;25',
  ]);
  const told = ['metric', 'unit', 'basis'].map((field) => found.constants[field]?.value);
  const open = about(found).filter((each) => /metric|unit|basis/.test(each));
  if (unit === null) expect(open).not.toEqual([]);
  else expect([told, open]).toEqual([['offences', unit, 'recorded'], []]);
});

describe('rows of several measures', () => {
  it('are of suspects, without rates, parts of the persons and those that no metric holds', async () => {
    const lines = ['Indicator;Year;Value'];
    for (const [at, label] of [
      'Persons Brought into Formal Contact',
      'Male Brought into Formal Contact',
      'Female 18-24 Brought into Formal Contact',
      'Rate: Persons Brought into Formal Contact',
      'Rate per 100,000 inhabitants',
      'Persons Convicted for Intentional Homicide',
    ].entries())
      for (const year of [2029, 2030, 2031]) lines.push(`${label};${year};${(at + 2) * year}`);
    const found = await described('persons.csv', lines);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { records: 3 } });
    expect(found.yaml).toContain('Persons Brought into Formal Contact: suspects');
    expect(found.yaml).toContain(
      'no metric holds persons of the legal status "Persons Convicted for Intentional Homicide"',
    );
  });

  it('are of the one offence among them, and what no metric holds is asked', async () => {
    const found = await described('prisons.csv', [
      'Country;Indicator;2030;2031',
      ...['Albania', 'Chile', 'France'].flatMap((country, at) => [
        `${country};Intentional Homicide;${at + 3};${at + 5}`,
        `${country};Total Prison Population;${at + 4657};${at + 4702}`,
        `${country};Rate per 100,000 prisoners;${at + 61}.5;${at + 85}.6`,
      ]),
    ]);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { records: 6 } });
    expect(found.decisions.map(({ question }) => question.en).join()).toContain(
      '"Total Prison Population" is no kind of what the other rows count',
    );
    expect(found.constants['metric']).toMatchObject({ value: 'offences' });
    expect(found.yaml).toContain('to: nationalCode');
  });

  it('keep male victims where no row is of all persons', async () => {
    const found = await described('victims.csv', [
      'Indicator;Year;Value',
      ...[2029, 2030, 2031].flatMap((year) => [
        `Male victims of homicide;${year};${year}`,
        `Female victims of homicide;${year};${year - 1000}`,
      ]),
    ]);
    expect(found.totals.length).toBe(0);
    expect(found.yaml).not.toContain('exclude:');
  });
});

describe('what is counted and is no offence', () => {
  it.each([
    ['crim_pris_pop_1_Data.csv', 'pris pop', 'TIME;GEO;Value', 'France', ''],
    ['Prevalence_of_drug_use.csv', 'Prevalence', 'Year;Country;Best;Drug', 'France', ';Cannabis'],
    ['personnel_de_police.csv', 'personnel de police', 'annee;pays;valeur', 'France', ''],
    ['veiligheidsbeleving.csv', 'veiligheidsbeleving', 'jaar;land;waarde', 'Frankrijk', ''],
  ])(
    '%s: no metric is proposed, and it is asked once',
    async (file, words, heading, place, end) => {
      const found = await described(file, [
        heading,
        ...Array.from({ length: 12 }, (_, at) => `${2020 + at};${place};${812 + 37 * at}${end}`),
      ]);
      expect(found.constants['metric']).toMatchObject({ standsIn: true });
      expect(found.constants['basis']).toMatchObject({ value: 'not_applicable' });
      const asked = found.decisions.filter(({ about: { en } }) =>
        /metric|unit|basis|rule/.test(en),
      );
      expect(asked.map(({ about: { en } }) => en)).toEqual(['metric and unit and basis']);
      expect(asked[0]?.question.en).toContain(`"${words}"`);
      expect(found.yaml).toContain('countUnit: null');
    },
  );

  it('is nuisance where each kind is, though it is registered', async () => {
    const found = await described('registraties.csv', [
      'crime_type;maand;aantal',
      ...['2031-01', '2031-02', '2031-03', '2031-04'].flatMap((month, at) => [
        `Geluidsoverlast;${month};${at + 812}`,
        `Overlast door verward persoon;${month};${at + 381}`,
      ]),
    ]);
    expect(found.constants['metric']).toMatchObject({ standsIn: true });
    expect(found.constants['basis']).toMatchObject({ value: 'recorded' });
  });

  it('is an offence where a title says that it was recorded, whatever else it speaks of', async () => {
    const found = await described('geregistreerde_misdrijven.csv', [
      'Geregistreerde misdrijven en politiepersoneel',
      'soort misdrijf;jaar;aantal',
      ...[2029, 2030].flatMap((year) =>
        ['Diefstal', 'Mishandeling', 'Vernieling'].map((kind, at) => `${kind};${year};${at + 81}`),
      ),
    ]);
    expect(found.constants['metric']).toMatchObject({ value: 'offences' });
  });
});

describe('two columns of figures', () => {
  const kinds = ['Geluidsoverlast', 'Verwarde personen', 'Zwervers'];
  const rows = (other: (kind: number, month: number) => number): readonly string[] =>
    kinds.flatMap((kind, at) =>
      Array.from(
        { length: 12 },
        (_, month) =>
          `${kind};2031-${String(month + 1).padStart(2, '0')};${1800 + 137 * ((month * 7 + at) % 11)};${other(at, month)}`,
      ),
    );

  it('hold no value in the one that is the same in all rows of a kind', async () => {
    const of = async (heading: string): Promise<FileDescription> =>
      described('overlast.csv', [`soort;maand;frequency;${heading}`, ...rows((at) => 90817 + at)]);
    const [total, other] = [await of('total_incident_count'), await of('incidents')];
    for (const { columns } of [total, other])
      expect(columns.map(({ to }) => to).slice(2)).toEqual(['value', null]);
    expect(about(total)).not.toContain('column total_incident_count');
    expect(about(other)).toContain('column incidents');
  });

  it('hold no value in the one that adds up the other from row to row', async () => {
    const months = Array.from({ length: 12 }, (_, at) => 180 + 37 * ((at * 5) % 12));
    const { columns, decisions } = await described('overlast.csv', [
      'maand;aantal;stand',
      ...months.map(
        (own, at) =>
          `2031-${String(at + 1).padStart(2, '0')};${own};${months.slice(0, at + 1).reduce((sum, each) => sum + each, 0)}`,
      ),
    ]);
    expect(columns.map(({ to }) => to).slice(1)).toEqual(['value', null]);
    expect(decisions.map(({ about: { en } }) => en)).not.toContain('column stand');
  });

  it('are both looked at where each varies', async () => {
    const { columns } = await described('overlast.csv', [
      'soort;maand;frequency;incidents',
      ...rows((at, month) => 900 + at + month),
    ]);
    expect(columns.find(({ headings }) => headings[0] === 'incidents')?.to).toBe('value');
  });
});

describe('kinds of offences side by side', () => {
  const rows = Array.from(
    { length: 8 },
    (_, at) => `${2024 + at};${9000 + at};${812 + at};${381 + at};${75 - at}`,
  );

  it('are kinds where the name of the file says offences, without a question', async () => {
    const found = await described('Misdrijven.csv', [
      'Perioden;Totaal;Geweldsmisdrijven;Vermogensmisdrijven;Vernielingen',
      ...rows,
    ]);
    expect(about(found)).toEqual(['publisher', 'place']);
    for (const kind of ['Totaal', 'Geweldsmisdrijven', 'Vernielingen'])
      expect(found.yaml).toMatch(new RegExp(`nationalCode: ${kind}`, 'u'));
    expect(found.trial).toMatchObject({ conservation: { records: 32 } });
  });

  it('are asked where each row says that persons were asked', async () => {
    const found = await described('Misdrijven.csv', [
      'Bron;Perioden;Totaal;Geweldsmisdrijven;Vermogensmisdrijven;Vernielingen',
      ...rows.map((row) => `Veiligheidsmonitor;${row}`),
    ]);
    expect(about(found).some((each) => each.startsWith('column'))).toBe(true);
    expect(about(found).join()).toContain('basis');
  });

  it.each([
    ['Cijfers.csv', 'Perioden;Totaal;Geweldsmisdrijven;Vermogensmisdrijven;Vernielingen'],
    ['Misdrijven.csv', 'Perioden;Totaal;Geweldsmisdrijven;Vermogensmisdrijven;Aangiften'],
    [
      'Veroordeelden voor misdrijven.csv',
      'Perioden;Totaal;Geweldsmisdrijven;Vermogensmisdrijven;Vernielingen',
    ],
    ['Misdrijven.csv', 'Perioden;Misdrijven;Delicten;Geweldsmisdrijven;Vernielingen'],
  ])('are asked where neither name nor heading says so: %s, %s', async (file, heading) => {
    const found = await described(file, [heading, ...rows]);
    expect(about(found).some((each) => each.startsWith('column'))).toBe(true);
  });
});
