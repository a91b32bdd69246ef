import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { sampleFile } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';
import { areFigures, cellsAre } from '../../src/columns/content-evidence.ts';
import { measureOf } from '../../src/columns/measures.ts';

/** A made-up file of a few lines, described as a stranger's. */
async function described(name: string, lines: readonly string[]): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const about = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map((decision) => decision.about.en);

const numbers = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  ...'10 11 12 13 14 15 16 17 18 19 21 2A 2B 22'.split(' '),
];

describe('headings that are numbers or codes', () => {
  const kinds = ['Vols avec armes', 'Cambriolages', 'Violences', 'Escroqueries', 'Homicides'];

  it('are the départements, 2A and 2B among them, as one fold', async () => {
    const found = await described('faits_constates_2031.csv', [
      ['Faits', ...numbers].join(';'),
      ...kinds.map((kind, at) => [kind, ...numbers.map((_, by) => 3 + at * 17 + by * 5)].join(';')),
    ]);
    expect(found.folds).toHaveLength(1);
    expect(found.folds[0]?.headings).toEqual(numbers);
    expect(found.trial).toMatchObject({ kind: 'ingested', records: kinds.length * numbers.length });
    expect(found.yaml).toContain('pad: 2');
    expect(about(found)).not.toContain('columns 1 … 22');
  });

  it('of no scheme that is known are one fold with one question', async () => {
    const codes = ['101', '102', '103', '104', '105', '106', '107', '108', '109'];
    const found = await described('tabel.csv', [
      ['Gemeente', ...codes].join(';'),
      ...['Zwolle', 'Almelo', 'Deventer'].map((town, at) =>
        [town, ...codes.map((_, by) => 12 + at * 3 + by * 40)].join(';'),
      ),
    ]);
    expect(found.folds.map(({ headings }) => headings)).toEqual([codes]);
    expect(about(found).filter((each) => each.startsWith('columns '))).toEqual([
      'columns 101 … 109',
    ]);
  });
});

describe('the period', () => {
  it('in a heading stands before the year in the name of the file', async () => {
    const { constants } = await described('uitgave_2033.csv', [
      'Gemeente;Misdrijven in 2031',
      'Zwolle;12',
      'Almelo;5',
    ]);
    expect(JSON.stringify(constants)).not.toContain('2033"');
  });

  it('of a month in the title is that month, and not its year', async () => {
    const found = await described('etat.csv', [
      'Faits constatés en juin 2031',
      'Département;Faits',
      '59-Nord;1204',
      '62-Pas-de-Calais;811',
      '80-Somme;302',
    ]);
    expect(found.period).toEqual({ start: '2031-06-01', end: '2031-06-30' });
  });

  it('of months up to one is of them all', async () => {
    const found = await described('etat.csv', [
      'Faits constatés de janvier à juin 2031',
      'Département;Faits',
      '59-Nord;1204',
      '62-Pas-de-Calais;811',
    ]);
    expect(found.constants['period']?.value).toBe('de janvier à juin 2031');
    expect(about(found)).not.toContain('period');
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 2 });
  });

  it('provisional in words is a status of the same fold', async () => {
    const found = await described('drugs.csv', [
      'Soort drug;2029;2030;2031 (voorlopig)',
      'Cocaïne;12;14;19',
      'Heroïne;3;5;8',
    ]);
    expect(found.folds).toHaveLength(1);
    expect(found.folds[0]?.headings).toEqual(['2029', '2030', '2031 (voorlopig)']);
    expect(found.yaml).toContain('"(voorlopig)": P');
  });
});

describe('what the figures are counted on', () => {
  it('is recorded for offences, and asked for what is seized', async () => {
    const police = await described('misdrijven.csv', [
      'Soort misdrijf;Jaar;Aantal',
      'Diefstal;2031;12',
      'Inbraak;2031;14',
      'Mishandeling;2031;3',
    ]);
    expect(police.constants['basis']).toMatchObject({ value: 'recorded' });
    expect(about(police)).not.toContain('basis');
    const seized = await described('drugs.csv', [
      'Drug;Jaar;Inbeslaggenomen (kg)',
      'Cocaïne;2031;12',
      'Heroïne;2031;14',
    ]);
    expect(about(seized)).toContain('basis');
  });

  it('is none for reports to an FIU', async () => {
    const found = await described('meldingen.csv', [
      'Jaar;Aantal meldingen',
      '2030;2411',
      '2031;2611',
    ]);
    expect(found.constants['basis']?.value ?? '').not.toMatch(/seized|recorded/u);
  });

  it('is not offences for certain where an FIU splits its reports by predicate offence', async () => {
    const found = await described('crf.csv', [
      'Infraction sous-jacente;Année;Nombre',
      'Vols;2031;12',
      'Escroqueries;2031;140',
      'Homicides;2031;3',
    ]);
    expect(about(found)).toContain('metric and unit and basis');
  });
});

describe('places', () => {
  it('numbered within a country are no NUTS regions', async () => {
    const found = await described('sites.csv', [
      'Site;Year;Value',
      ...['BE002', 'BE003', 'NL001', 'NL010', 'FR004'].map((site) => `${site};2031;12.5`),
    ]);
    expect(JSON.stringify(found.columns)).not.toContain('NUTS codes');
  });

  it('of a whole with more words beside its Länder are the country', async () => {
    const found = await described('faelle.csv', [
      'Bundesland;Jahr;Fälle',
      ...['Bayern;2031;11', 'Berlin;2031;7', 'Hessen;2031;5', 'Bund echte Zählung;2031;23'],
    ]);
    expect(found.yaml + found.crosswalks.map(({ text }) => text).join()).toMatch(
      /Bund echte Zählung"?[,:] ?DE\b/u,
    );
    expect(about(found)).not.toContain('column Bundesland');
  });

  it('among countries keep their rows: regions, wholes and brackets by what they say, others in their own words', async () => {
    const labels = [
      'Belgique',
      'Espagne',
      'France',
      'Luxembourg',
      'Pays-Bas',
      'Italie',
      'Portugal',
      "Allemagne (jusqu'en 1990, ancien territoire de la RFA)",
      'England et Wales',
      'France (métropolitaine)',
      'Northern Ireland (UK)',
      'United Kingdom (Scotland)',
      'Ancienne République yougoslave de Macédoine',
      'Kosovo (selon la résolution 1244/99)',
      'Chypre (nord)',
      'Transnistrie',
    ];
    const found = await described('crimes.csv', [
      'TIME;GEO;UNIT;ICCS;Value',
      ...labels.map((label, at) => `2031;${label};Nombre;Cambriolage;${120 + at}`),
    ]);
    const codes = found.crosswalks.find(({ name }) => name.includes('places'))?.text ?? '';
    for (const [label, code] of [
      ["Allemagne (jusqu'en 1990, ancien territoire de la RFA)", 'DE'],
      ['England et Wales', 'UKC-L'],
      ['France (métropolitaine)', 'FR.ZONE.metropole'],
      ['Northern Ireland (UK)', 'UKN'],
      ['United Kingdom (Scotland)', 'UKM'],
      ['Ancienne République yougoslave de Macédoine', 'MK'],
      ['Kosovo (selon la résolution 1244/99)', 'XK'],
      ['Chypre (nord)', 'CY.PLACE.Chypre nord'],
      ['Transnistrie', 'XX.PLACE.Transnistrie'],
    ])
      expect(codes.replaceAll('"', '')).toContain(`${label},${code},exact`);
    expect(found.decisions.filter(({ about: { en } }) => en === 'column GEO')).toMatchObject([
      { question: { en: expect.stringMatching(/"Chypre \(nord\)", "Transnistrie"/u) } },
    ]);
    expect(found.trial).toMatchObject({ conservation: { accepted: 16, rejected: 0 } });
  });

  it('are read among ports and towns where parts of countries stand beside these', async () => {
    const labels = ['BE', 'NL', 'BE (Voeren)', 'DE (Köln/Bonn)', 'NL (Venlo)', 'NLRTM', 'BEANR'];
    const found = await described('finds.csv', [
      'Place;Year;Kind;Number',
      ...labels.map((label, at) => `${label};2031;Burglary;${120 + at}`),
    ]);
    const codes = found.crosswalks.find(({ name }) => name.includes('places'))?.text ?? '';
    expect(codes).toMatch(/NLRTM,NLRTM,exact/u);
    expect(codes).toMatch(/BEANR,BEANR,exact/u);
  });

  it('twice under one country are not one', async () => {
    const found = await described('crimes.csv', [
      'TIME;GEO;Offences',
      ...['Belgium', 'Germany', 'Germany (until 1990)', 'Spain'].map((geo) => `2031;${geo};12`),
    ]);
    const codes = found.crosswalks.map(({ text }) => text).join();
    expect(codes).toContain('Germany (until 1990),DE.PLACE.Germany until 1990,');
  });

  it('are cities in the codes of Eurostat, each in its country', async () => {
    const found = await described('homicides.tsv', [
      'freq;cities;TIME_PERIOD;OBS_VALUE',
      ...['BE001C', 'DE001C', 'EL001C1', 'UK001C'].map((city) => `A;${city};2031;12`),
    ]);
    expect(found.yaml).toMatch(/GR\.CITY\.\$1[\s\S]*GB\.CITY\.\$1[\s\S]*\$2\.CITY\.\$1/u);
    expect(about(found)).not.toContain('place');
    expect(found.trial).toMatchObject({ conservation: { rejected: 0 } });
  });

  it('of a wider area beside their own are no second place', async () => {
    const found = await described('buurten.csv', [
      ',WijkenEnBuurten,Perioden,GeregistreerdeMisdrijven_1,Gemeentenaam_2',
      '1,BU16800000,2031JJ00,58,Aa en Hunze',
      '2,BU16800009,2031JJ00,6,Aa en Hunze',
      '55,BU03580000,2031JJ00,85,Aalsmeer',
      '56,BU03580001,2031JJ00,254,Aalsmeer',
    ]);
    expect(about(found).filter((each) => each.startsWith('column'))).toEqual([]);
    // Rows are numbered with gaps where an export left some out.
    expect(found.columns.find(({ headings: [name] }) => name === '')?.to).toBeNull();
    expect(found.trial).toMatchObject({ conservation: { records: 4 } });
  });

  it('in no province are a place of their own', async () => {
    const found = await described('provincies.csv', [
      "Regio's;Jaar;Misdrijven",
      'Zeeland (PV);2031;12',
      'Limburg (PV);2031;19',
      'Niet in te delen (PV);2031;2',
    ]);
    expect(found.yaml).toContain('NL.PV.Niet in te delen');
    expect(found.trial.kind).toBe('ingested');
  });

  it('of a service by its common name are those of the country where all places lie', async () => {
    const found = await described('vondsten.csv', [
      'Datum;Plaats;Dienst;Middel;Hoeveelheid (kg)',
      '2031-02-03;Antwerpen;Douane;Cocaïne;12',
      '2031-02-04;Gent;Douane;Cocaïne;19',
    ]);
    expect(found.yaml + found.crosswalks.map(({ text }) => text).join()).toContain('BE_CUST');
    expect(found.yaml).not.toContain('NL_CUST');
  });
});

describe('the country of figures', () => {
  const french = [
    'Achats et ventes sans factures',
    "Cambriolages de  locaux d'habitations principales",
    'Vols à la tire',
  ];
  const dutch = ['Totaal misdrijven', 'Diefstal/inbraak woning', 'Straatroof'];
  const rows = (labels: readonly string[]) => labels.map((label, at) => `${label};2031;${at + 12}`);

  it.each([
    ['faits.csv', 'Fait;Annee;Faits constatés', french, 'FR', 0.8],
    ['faits.csv', 'Fait;Annee;Total_National', french, 'FR', 0.86],
    ['cijfers.csv', 'Soort;Jaar;Aantal', dutch, 'NL', 0.8],
    ['NL_Disorder.csv', 'crime_type;year;offences', ['nuisance', 'theft', 'arson'], 'NL', 0.7],
  ])(
    'is that of the scheme whose words its kinds are, or of the name: %s %s',
    async (file, heading, labels, value, confidence) => {
      const { constants } = await described(file, [heading, ...rows(labels)]);
      expect(constants['place']).toMatchObject({ value, confidence });
    },
  );

  it('is not told by kinds that any country has', async () => {
    const { constants } = await described('faits.csv', [
      'Fait;Annee;Faits',
      ...rows(['Vols', 'Viols', 'Vols à la tire', 'Escroqueries']),
    ]);
    expect(constants['place']?.value ?? '').toBe('');
  });
});

describe('headings that are labels of one scheme', () => {
  it('are kinds by their numbering, whatever their single words say', async () => {
    const kinds = [
      'Misdrijven, totaal',
      '1 Vermogensmisdrijven',
      '11 Diefstal en inbraak',
      '132 Valsheid in zegels',
      '2 Vernielingen en openbare orde',
      '21 Vernieling (overig)',
      '5 Verkeersmisdrijven',
      '51 Verlaten plaats ongeval',
      '55 Voeren vals kenteken',
      '6 Drugsmisdrijven',
      '61 Harddrugs',
      '6.3 Drugsmisdrijf (overig)',
    ];
    const found = await described('Geregistreerde_criminaliteit__soort_misdrijf.csv', [
      `Perioden;${kinds.join(';')}`,
      ...['2030', '2031'].map((year, at) =>
        [year, ...kinds.map((_, k) => 12345 + at * 71 + k * 997)].join(';'),
      ),
    ]);
    expect(found.folds).toHaveLength(1);
    expect(found.folds[0]?.headings).toEqual(kinds);
    expect(about(found).filter((each) => /^columns? |^unit/u.test(each))).toEqual([]);
    expect(found.trial).toMatchObject({ conservation: { records: 24, rejected: 0 } });
  });

  it('are kinds at the end of a path, and the background of persons keeps its total', async () => {
    const top = 'Geregistreerde verdachten/Totaal geregistreerde verdachten';
    const found = await described('verdachten.csv', [
      `Migratieachtergrond;Perioden;${top}/Totaal verdachten van misdrijven (aantal);${top}/Verdachten van vermogensmisdrijven/Diefstal van fiets (aantal);${top}/Verdachten van geweldsmisdrijven/Mishandeling (aantal)`,
      'Totaal herkomstgroepering;2030;1000;40;50',
      'Met migratieachtergrond;2030;400;21;27',
      'Niet-westerse migratieachtergrond;2030;300;12;17',
    ]);
    expect(found.yaml).toContain(
      '(?<offence>Totaal verdachten van misdrijven|Diefstal van fiets|Mishandeling)',
    );
    expect(about(found).filter((each) => each.startsWith('column'))).toEqual([]);
    expect(found.trial).toMatchObject({ conservation: { records: 3, excluded: 6 } });
  });
});

it('a column of measures leaves the kinds beside it their field, and keeps the rows of a label that names no metric', async () => {
  const found = await described('data_cts.csv', [
    'Country;Indicator;Category;Year;VALUE',
    'Albania;Offences;Theft;2031;29',
    'Albania;Offences;Fraud;2031;7',
    'Albania;Offences;Burglary;2031;19',
    'Albania;Acts against the environment;Acts that cause environmental pollution;2031;2',
  ]);
  const columnOf = (heading: string) =>
    found.columns.find(({ headings: [name] }) => name === heading);
  expect(JSON.stringify(columnOf('Indicator')?.written)).not.toContain('nationalCode');
  expect(JSON.stringify(columnOf('Category')?.written)).toContain('nationalCode');
  expect(about(found)).toContain('column Indicator');
  expect(found.trial).toMatchObject({ conservation: { records: 4, rejected: 0 } });
});

it('labels of SDMX behind their codes have no role of their own', async () => {
  const found = await described('LU1,DF_D6106,1.0.csv', [
    "STRUCTURE;STRUCTURE_ID;ACTION;Infraction;TIME_PERIOD;OBS_VALUE;Valeur d'observation;OBS_STATUS;Statut d'observation;UNIT_MULT;Multiplicateur d'unité",
    'DATAFLOW;LU1:DF_D6106(1.0);I;Vols;2030;239;;A;Normal;0;Unités',
    'DATAFLOW;LU1:DF_D6106(1.0);I;Homicides;2030;3;;A;Normal;0;Unités',
    'DATAFLOW;LU1:DF_D6106(1.0);I;Vols;2031;261;;P;Provisoire;0;Unités',
    'DATAFLOW;LU1:DF_D6106(1.0);I;Homicides;2031;4;;P;Provisoire;0;Unités',
  ]);
  const twins = ["Valeur d'observation", "Statut d'observation", "Multiplicateur d'unité"];
  expect(found.columns.filter(({ headings: [name = ''] }) => twins.includes(name))).toMatchObject(
    twins.map(() => ({ to: null, decide: [] })),
  );
  expect(found.yaml).not.toContain('piece');
});

describe('one year', () => {
  const lines = ['Straftat;Kreis;erfasste Fälle', 'Diebstahl;01001;12', 'Raub;01001;7'];

  it.each([
    ['2031 Opfer.csv', 0.86],
    ['2031_KR-F-01-T01-Kreise-Faelle-HZ_xls.csv', 0.86],
    ['2031_tb01_Kreisebene_excel.csv', 0.86],
    ['2031_tabelle 3_Kreisebene.csv', 0.86],
    ['KR-F-01-T01-Kreise-2031_csv.csv', 0.86],
    ['2031_05 Opfer.csv', 0.8],
    ['2031 Jahresbericht Opfer.csv', 0.8],
  ])('at an end of %s is that of its figures: %d', async (name, confidence) => {
    expect((await described(name, lines)).constants['period']).toMatchObject({
      value: '2031',
      confidence,
    });
  });

  it.each([
    'Erfasste Fälle vom 01.01.2031 bis 31.12.2031',
    'Periode: 1 januari 2031 tot en met 31 december 2031',
    'Période : du 01/01/2031 au 31/12/2031',
  ])('from its first to its last day is the whole year: %s', async (title) => {
    const { constants } = await described('faelle.csv', [title, '', ...lines]);
    expect(constants['period']).toMatchObject({ value: '2031', confidence: 0.86 });
  });
});

describe('totals of rounded figures', () => {
  const years = ['2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034'];
  const parts = ['Diefstal', 'Inbraak', 'Mishandeling', 'Vernieling'];
  const exact = (part: number, year: number): number => 1202 + part * 315 + year * 40;
  const to5 = (figure: number): number => Math.round(figure / 5) * 5;

  it('hold where they differ by no more than the rounding of their parts, and the check allows that', async () => {
    const rows = years.flatMap((year, y) => [
      ...parts.map((part, p) => `${part};${year};${to5(exact(p, y))}`),
      `Totaal misdrijven;${year};${to5(parts.reduce((sum, _, p) => sum + exact(p, y), 0))}`,
    ]);
    const found = await described('misdrijven.csv', ['Soort misdrijf;Jaar;Aantal', ...rows]);
    const total = found.totals.find(({ label }) => label === 'Totaal misdrijven');
    expect(total).toMatchObject({ holds: years.length, groups: years.length });
    expect(total?.reason.en).toContain('but for rounding');
    expect(found.yaml).toMatch(/check: total[\s\S]*tolerance: \d/u);
  });

  it('do not hold where they differ by more', async () => {
    const rows = years.flatMap((year, y) => [
      ...parts.map((part, p) => `${part};${year};${to5(exact(p, y))}`),
      `Totaal misdrijven;${year};${to5(parts.reduce((sum, _, p) => sum + exact(p, y), 0)) + 50}`,
    ]);
    const found = await described('misdrijven.csv', ['Soort misdrijf;Jaar;Aantal', ...rows]);
    expect(found.totals.find(({ label }) => label === 'Totaal misdrijven')?.holds ?? 0).toBe(0);
  });
});

it('all kinds of a long scheme are compared, the last as the first', async () => {
  const kinds = Array.from(
    { length: 400 },
    (_, at) => `${100_000 + at};Delikt der Gruppe ${at};${at + 3}`,
  );
  const found = await described('faelle.csv', [
    'Schlüssel;Straftat;Fälle 2031',
    ...kinds,
    '730000;Rauschgiftdelikte;812',
  ]);
  expect(found.crosswalks.map(({ text }) => text).join()).toContain('730000,');
});

describe('what merely looks like it', () => {
  it('a first row of counts that rise is no header', async () => {
    const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
    const found = await described('gemeenten.csv', [
      ['Gemeente', ...years].join(';'),
      'Antwerpen;0;1;2;3;5;6;7;8;11',
      'Gent;4;4;9;2;8;7;3;1;2',
      'Brugge;2;0;1;1;4;0;2;3;1',
    ]);
    expect(found.header.value).toBe(1);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rows: 3, items: 27 } });
  });

  it.each([
    ['Geregistreerde misdrijven, bijgewerkt mei 2023', null],
    ['Erfasste Straftaten (Stand: Mai 2023)', null],
    ['Recorded offences. Published June 2023', null],
    ['Geregistreerde misdrijven 2022, bijgewerkt mei 2023', '2022'],
    ['Geregistreerde misdrijven, mei 2023', 'mei 2023'],
  ])('%s: the period is %s', async (title, period) => {
    const { constants, decisions } = await described('tabel.csv', [
      title,
      'Gemeente;Misdrijven',
      'Zwolle;12',
      'Almelo;7',
      'Deventer;9',
    ]);
    const isAsked = decisions.some(({ about: what }) => what.en === 'period');
    if (period === null) expect(isAsked).toBe(true);
    else expect([constants['period']?.value, isAsked]).toEqual([period, false]);
  });

  it('a month since which is counted is asked', async () => {
    const { decisions } = await described('tabel.csv', [
      'Geregistreerde misdrijven sinds januari 2012',
      'Gemeente;Misdrijven',
      'Zwolle;12',
      'Almelo;7',
      'Deventer;9',
    ]);
    expect(decisions.map(({ about: what }) => what.en)).toContain('period');
  });

  it('a country without one of its regions is not the country', async () => {
    const rows = ['Bayern', 'Hessen', 'Sachsen', 'Berlin', 'Deutschland ohne Berlin'];
    const { crosswalks, yaml } = await described('laender.csv', [
      'Land;Jahr;Fälle',
      ...rows.map((land, at) => `${land};2023;${7 + at}`),
    ]);
    const told = [yaml, ...crosswalks.map(({ text }) => text)].join('\n');
    expect(told).toContain('Deutschland ohne Berlin');
    expect(told).not.toMatch(/Deutschland ohne Berlin"?(?:,|: )DE(?![\d.])(?!.*decide)/u);
  });

  it('totals are no sums because one figure among thousands has decimals', async () => {
    const lines = Array.from({ length: 140 }, (_, group) => {
      const own = Array.from({ length: 10 }, (_each, at) => 20 + ((group * 7 + at * 13) % 50));
      const sum = own.reduce((all, one) => all + one, 0) + (group % 2 === 0 ? 3 : -4);
      const year = 1880 + group;
      return [
        ...own.map((one, at) => `soort ${at};${year};${group === 139 && at === 9 ? '20,5' : one}`),
        `Totaal;${year};${sum}`,
      ];
    }).flat();
    const found = await described('reeks.csv', ['Soort;Jaar;Aantal', ...lines]);
    expect(found.totals.map(({ reason }) => reason).join('\n')).not.toMatch(/but for rounding/u);
  });

  it.each(['0612345678', 'jan.peeters@example.org', 'NL91ABNA0417164300'])(
    'a second table that begins with %s is not told by it',
    async (text) => {
      const found = await described('twee.csv', [
        'Haven;Jaar;Aantal',
        ...['Gent;2022;5', 'Gent;2023;8', 'Vlissingen;2022;3', 'Vlissingen;2023;4'],
        '',
        `${text};Jaar;Aantal`,
        ...['Gent;2022;5', 'Gent;2023;8', 'Terneuzen;2022;3'],
      ]);
      const shown = JSON.stringify(found).replaceAll('\\', '');
      expect(shown).not.toContain(text);
    },
  );
});

describe('who counted, and what', () => {
  it.each([
    ['CRI2000', 'CRI3100', 'CRI1110'],
    ['1.1.1 Diefstal/inbraak woning', '1.4.2 Moord, doodslag', '3.1.1 Drugshandel'],
  ])('kinds as the Dutch police write them (%s) are counted by the police', async (...kinds) => {
    const rows = kinds.map((kind, at) => `${kind};2022;Vlissingen;${100 + at}`);
    const { constants } = await described('tabel.csv', [
      'Soort misdrijf;Jaar;Gemeente;Aantal',
      ...rows,
    ]);
    expect(constants['agencies']?.value).toBe('NL_POL');
  });

  it('kinds of the police that courts count are not counted by the police', async () => {
    const { constants } = await described('tabel.csv', [
      'Strafzaken bij het OM, naar soort misdrijf',
      'Soort misdrijf;Jaar;Aantal',
      ...['CRI2000;2022;5', 'CRI3100;2022;7', 'CRI1110;2022;9'],
    ]);
    expect(constants['agencies']?.value).not.toBe('NL_POL');
  });

  it.each([
    ['bevolking-2021.csv', 'Gemeente;Mannen;Vrouwen;Totaal', 'population'],
    ['tabel.csv', 'Gemeente;Mannen;Vrouwen;Totaal', 'population'],
    ['tabel.csv', 'Gemeente;Misdrijven;Bevolking;Totaal', 'offences'],
  ])('%s with %s: %s', async (file, headings, metric) => {
    const { constants, columns } = await described(file, [
      headings,
      ...['Gent;100;110;210', 'Brugge;60;65;125', 'Oostende;35;36;71', 'Kortrijk;40;37;77'],
    ]);
    const told = JSON.stringify([
      constants['metric']?.value,
      columns.map(({ written }) => written),
    ]);
    expect(told).toContain(metric);
  });

  it('a heading that names two substances is asked about', async () => {
    const { decisions } = await describeFile(sampleFile('euda-price-purity'));
    expect(decisions.map(({ question }) => question.en).join('\n')).toMatch(
      /"Ecstasy" name "MDMA" too/,
    );
  });
});

it.each([
  ['Quantities of cocaine seized (kg) 2018 to 2022', 'quantity', 0.85],
  ['Number of cocaine seizures 2018 to 2022', 'seizures', 0.85],
  ['Seizures of cocaine 2018 to 2022', 'quantity', 0],
])('the title "%s" says %s', async (title, metric, least) => {
  const { constants } = await described('table.csv', [
    title,
    'Country;2018;2019;2020;2021;2022',
    ...['Belgium;12;15;16;11;19', 'France;22;20;29;31;33', 'Luxembourg;1;2;2;4;3'],
  ]);
  expect(constants['metric']?.value).toBe(metric);
  expect(constants['metric']?.confidence).toBeGreaterThan(least);
});

describe('days that lost their format', () => {
  const rows = ['44927;Vlissingen;120', '44950;Terneuzen;35,5', '45101;Vlissingen;12'];

  it.each(['Datum', 'Datum inbeslagname', 'Date', 'Tatzeit'])(
    'under "%s" are days',
    async (heading) => {
      const { trial } = await described('lijst.csv', [`${heading};Haven;Gewicht (kg)`, ...rows]);
      const samples = trial.kind === 'ingested' ? trial.samples.flatMap(({ after }) => after) : [];
      expect(JSON.stringify(samples)).toMatch(/2023-01-01/u);
    },
  );

  it('elsewhere are figures', async () => {
    const { columns } = await described('lijst.csv', ['Aantal;Haven;Gewicht (kg)', ...rows]);
    expect(JSON.stringify(columns[0]?.written)).not.toContain('excel');
  });
});

it('labels of a level lie where the known ones lie, and a total is none of them', async () => {
  const { crosswalks, decisions } = await described('tabel.csv', [
    'Gemeente;2021;2022',
    ...['Gent;12;15', 'Brugge;8;9', 'Oostende;5;4', 'Kortrijk;3;6', 'Totaal;28;34'],
  ]);
  expect(crosswalks.map(({ text }) => text).join()).toContain('Brugge,BE.PLACE.Brugge,exact');
  expect(decisions.map(({ question }) => question.en).join()).not.toContain('"Totaal"');
});

describe('words of evidence', () => {
  it('have a form for one, in nl, fr and de', () => {
    expect(cellsAre(1, 2, areFigures)).toMatchObject({
      nl: 'cijfers: 1 van de 2 cellen',
      fr: 'des chiffres : 1 cellule sur 2',
      de: 'Zahlen: 1 von 2 Zellen',
    });
    expect(cellsAre(1, 1, areFigures)).toMatchObject({
      nl: 'cijfers: de enige cel',
      fr: 'des chiffres : la seule cellule',
      de: 'Zahlen: die einzige Zelle',
    });
    expect(cellsAre(2, 3, areFigures).nl).toBe('2 van de 3 cellen zijn cijfers');
  });

  it.each([
    ['street value', 'estimated value'],
    ['minimum purity', 'lowest purity'],
    ['Typical_USD', 'typical price'],
    ['insee pop millesime', 'reference year'],
    ['number of samples', 'number of samples'],
    ['unusual transactions', 'unusual transactions'],
    ['deutsche Tatverdächtige', 'nationality'],
  ])('call the measure of "%s" in English %s', (heading, english) => {
    expect(measureOf(heading)?.says.en).toBe(english);
  });
});

describe('the day of a file', () => {
  const rows = ['Jaar;Middel;Hoeveelheid (kg)', '2023;cocaïne;12,5', '2024;cocaïne;13,25'];
  const title = 'Inbeslagnames in de haven van Antwerpen';
  it.each([
    ['situation au 30/06/2026', '2026-06-30'],
    ['Situation arrêtée au 30 juin 2026', '2026-06-30'],
    ['Stand: 30.06.2026', '2026-06-30'],
    ['Letzte Aktualisierung: 30. Juni 2026', '2026-06-30'],
    ['stand per 30 juni 2026', '2026-06-30'],
    ['Toestand op 6-7-2026', '2026-07-06'],
    ['as of 30 June 2026', '2026-06-30'],
    ['last updated on 2026-06-30', '2026-06-30'],
    ['Mise à jour : 1er juillet 2026', '2026-07-01'],
    ['Stand: Juni 2026', '2026-06'],
  ])(
    '%s is asked, with the day as the answer, and read from the next edition too',
    async (line, day) => {
      const found = await described('a.csv', [title, line, ...rows]);
      expect(found.constants['publishedOn']).toMatchObject({ value: day, written: { as: 'date' } });
      const asked = found.decisions.find(({ about }) => about.en === 'publishedOn');
      expect(asked?.proposed?.en).toBe(day);
      expect(asked?.question.en).toContain('not for certain that of publication');
      expect(found.trial.kind).toBe('ingested');
    },
  );

  it('what says that it was published is no question', async () => {
    const { constants, decisions } = await described('a.csv', [
      title,
      'Gepubliceerd op 3 juli 2026',
      ...rows,
    ]);
    expect(constants['publishedOn']).toMatchObject({ value: '2026-07-03' });
    expect(decisions.map(({ about }) => about.en)).not.toContain('publishedOn');
  });

  it('below the table it is of this file alone', async () => {
    const { constants, decisions } = await described('a.csv', [
      title,
      '',
      ...rows,
      '',
      'Stand: 30.06.2026',
    ]);
    expect(constants['publishedOn']).toMatchObject({ value: '2026-06-30' });
    expect(constants['publishedOn']).not.toHaveProperty('written');
    expect(decisions.map(({ about }) => about.en)).toContain('publishedOn');
  });

  it.each([
    'Données janvier 2024',
    'Standaard 30 juni 2026',
    'Inwoners, 1 januari 2024',
    'Gebietsstand 2024',
  ])('%s says none', async (line) => {
    expect((await described('a.csv', [title, line, ...rows])).constants).not.toHaveProperty(
      'publishedOn',
    );
  });
});

describe('a service that a title names', () => {
  const rows = ['Jahr;Stoff;Menge (kg)', '2023;Kokain;12,5', '2024;Kokain;13,25', '2025;Heroin;3'];
  const agenciesOf = async (title: string) => {
    const { constants, decisions } = await described('a.csv', [title, ...rows]);
    const isAsked = decisions.some(({ about }) => about.en === 'agencies');
    return [constants['agencies']?.value ?? null, isAsked];
  };

  it.each([
    ['Inbeslagnames – Algemene Administratie van de Douane en Accijnzen', 'BE_CUST'],
    ['Saisies de l’Administration générale des Douanes et Accises, 2023-2025', 'BE_CUST'],
    ['Generalverwaltung Zoll und Akzisen: Sicherstellungen', 'BE_CUST'],
    ['Administration des douanes et accises – saisies', 'LU_CUST'],
    ['Zollverwaltung – Sicherstellungen in Luxemburg', 'LU_CUST'],
    ['Saisies – Douane luxembourgeoise', 'LU_CUST'],
    ['Drugs op Schiphol – Koninklijke Marechaussee', 'NL_KMAR'],
    ['Inbeslagnames in Nederland – Douane', 'NL_CUST'],
  ])('%s: %s, and is asked', async (title, code) => {
    expect(await agenciesOf(title)).toEqual([code, true]);
  });

  it.each([
    'Zollverwaltung – Sicherstellungen',
    // Asked as the publisher of the file.
    'Landeskriminalamt Nordrhein-Westfalen – Sicherstellungen',
    'Koninklijke Marechaussee – drugs',
    'Douane en politie: inbeslagnames Antwerpen',
    'Centraal Bureau voor de Statistiek: drugs',
    'Zoll- und Handelsstatistik',
  ])('%s: no one service', async (title) => {
    expect(await agenciesOf(title)).toEqual([null, false]);
  });

  it('is no question where the file names it as its source, too', async () => {
    const name = 'Algemene Administratie van de Douane en Accijnzen';
    const { constants, decisions } = await described('a.csv', [
      'Vangsten',
      ...rows,
      `Bron: ${name}`,
    ]);
    expect(constants['agencies']?.value).toBe('BE_CUST');
    expect(decisions.map(({ about }) => about.en)).not.toContain('agencies');
  });
});
