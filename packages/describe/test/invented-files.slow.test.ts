import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { describe, expect, it, test } from 'vitest';
import { measureOf } from '../src/columns/measures.ts';

/** Invented files of kinds that offices send: what is read of them, and what is asked. */
async function described(
  name: string,
  lines: readonly string[],
  encoding: BufferEncoding = 'utf8',
): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'invented-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(`${lines.join('\n')}\n`, encoding));
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const about = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map((decision) => decision.about.en);
const written = ({ columns, folds }: FileDescription, heading: string): unknown =>
  [...columns, ...folds].find(({ headings }) => headings[0] === heading)?.written;
const conserved = ({ trial }: FileDescription): unknown =>
  trial.kind === 'ingested' && [trial.conservation.items, trial.conservation.exclusions];

const perQuarter = [
  'Douane Nederland – inbeslagnames verdovende middelen per kwartaal, in kilogram',
  '',
  'Middel;1e kwartaal 2031;2e kwartaal 2031;3e kwartaal 2031;4e kwartaal 2031;Totaal 2031',
  'Cocaïne;4.120;3.871;5.002;6.310;19.303',
  'Heroïne;112;98;143;87;440',
  'w.v. in Rotterdam;80;40;100;60;280',
  'Cannabis;1.240;1.003;877;1.512;4.632',
  'Totaal;5.472;4.972;6.022;7.909;24.375',
  '',
  'Bron: Douane',
  '* Voorlopige cijfers',
];

describe('a quarterly sheet of customs', () => {
  it('counts neither the total nor a part of a row twice, and asks about the part', async () => {
    const found = await described('kwartalen.csv', perQuarter);
    expect(conserved(found)).toEqual([20, { 'middel-part': 4, 'totaal-total': 4 }]);
    expect(about(found)).toEqual(['basis', 'exclude middel-part']);
    expect(found.constants).toMatchObject({
      metric: { value: 'quantity' },
      unit: { value: 'kg' },
      place: { value: 'NL' },
    });
  });
});

describe('rows that stand among kinds of offences and are none', () => {
  const lines = [
    'Landeskriminalamt Niedersachsen: Rauschgiftkriminalität',
    'Delikt;Einheit;2029;2030;2031',
    'Rauschgiftdelikte insgesamt;Fälle;35.120;36.004;35.871',
    'darunter: Handel mit Kokain;Fälle;1.204;1.310;1.422',
    'Tatverdächtige;Personen;28.001;28.544;28.120',
    'Aufklärungsquote;%;92,1;92,4;92,0',
  ];

  it('are left out and asked about, and no rate is a number of offences', async () => {
    const found = await described('rauschgift.csv', lines, 'latin1');
    expect(conserved(found)).toEqual([12, { 'delikt-other': 3, 'rate-derived': 3 }]);
    expect(about(found)).toContain('exclude delikt-other');
  });
});

describe('rows that count something else', () => {
  it('are named up to four, and how many more there are', async () => {
    const labels = ['Diefstal', 'Moord', 'Opfer', 'Population', 'Victims', 'Suspects', 'Schaden'];
    const found = await described('soorten.csv', [
      'Soort misdrijf;Jaar;Land;Aantal',
      ...[2030, 2031].flatMap((year) =>
        labels.map((label, at) => `${label};${year};NL;${20 + at}`),
      ),
    ]);
    expect(conserved(found)).toEqual([14, { 'soort-misdrijf-other': 10 }]);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain(
      '"Opfer", "Population", "Victims", "Suspects" and 1 more are no kind',
    );
  });
});

describe('times', () => {
  it('of quarters are read as Danish and Dutch offices write them', async () => {
    const found = await described('kwartaal.csv', [
      'Perioden;Drugsmisdrijven (aantal)',
      ...['2031K1;4120', '2031K2;4011', '2031K3;3987', '2031K4;4230*', '2031;16348*'],
    ]);
    expect(written(found, 'Perioden')).toEqual({ to: 'period', as: 'period' });
    expect(found.period).toEqual({ start: '2031-01-01', end: '2031-12-31' });
  });

  it('of a year that ends in the next are asked, and are no year of the calendar for certain', async () => {
    const found = await described('sars.csv', [
      'Suspicious activity reports received by reporting sector',
      'Sector,2029/30,2030/31,2031/32',
      'Banks,690120,720003,745991',
      'Money service businesses,21005,19870,18113',
      'Total,711125,739873,764104',
    ]);
    expect(written(found, '2029/30')).toMatchObject({ headers: '^(?<year>\\d{4})/\\d{2}$' });
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain(
      '"2029/30" begins in one year and ends in the next',
    );
    expect(written(found, 'Sector')).toEqual({ to: 'nationalCode' });
  });
});

describe('months side by side', () => {
  const places = ['Zeeland', 'Utrecht', 'Drenthe', 'Flevoland'];
  const table = (headings: readonly string[]): readonly string[] => [
    `Provincie;${headings.join(';')}`,
    ...places.map((place, at) => `${place};${headings.map((_, n) => 100 + at * 7 + n).join(';')}`),
  ];
  const folds = ({ folds: found }: FileDescription): unknown =>
    found.map(({ headings, written: fold }) => [
      headings.length,
      (fold as { groups: object }).groups,
    ]);
  const monthly = { period: { to: 'period', as: 'yearmonth' } };
  const yearly = { year: { to: 'period', as: 'year' } };

  it('are months, also where one looks like a year that ends in the next', async () => {
    const headings = [2010, 2011, 2012].flatMap((year) =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
    );
    const found = await described('maanden.csv', table(headings));
    expect(folds(found)).toEqual([[36, monthly]]);
    expect(found.period).toEqual({ start: '2010-01-01', end: '2012-12-31' });
    expect(folds(await described('twee.csv', table(['2001-02', '2001-03'])))).toEqual([
      [2, monthly],
    ]);
    const apart = table(['Kilo 2011-12', 'Aantal 2011-12', 'Aantal 2012-01']);
    expect(JSON.stringify(folds(await described('soorten.csv', apart)))).not.toContain('"year"');
  });

  it('are years where every one of a run ends in the next, whatever stands beside them', async () => {
    expect(folds(await described('jaren.csv', table(['2010-11', '2011-12'])))).toEqual([
      [2, yearly],
    ]);
    const beside = table(['2009-10', '2010-11', 'Raming 2012-06']);
    const found = await described('raming.csv', beside);
    expect(folds(found)).toContainEqual([2, yearly]);
    // A pattern that names its headings one by one has the group all the same.
    for (const { written: fold } of found.folds) {
      const { headers, groups } = fold as { headers: string; groups: object };
      for (const name of Object.keys(groups)) expect(headers).toContain(`(?<${name}>`);
    }
  });
});

describe('labels that only look like "of which"', () => {
  it('hide no total: West-Vlaanderen is a part like the others', async () => {
    const codes = ['AN', 'LI', 'OV', 'VB', 'WV'];
    const rows = [2029, 2030, 2031].flatMap((year) => {
      const figures = codes.map((_, at) => 1000 + at * 137 + (year % 7) * 31);
      return [
        ...codes.map((code, at) => `${code};${year};${figures[at]}`),
        `Totaal;${year};${figures.reduce((sum, figure) => sum + figure, 0)}`,
      ];
    });
    const found = await described('prov.csv', ['Provincie;Jaar;Aantal misdrijven', ...rows]);
    expect(conserved(found)).toEqual([18, { 'totaal-total': 3 }]);
    expect(found.totals).toMatchObject([{ label: 'Totaal', holds: 3, groups: 3 }]);
  });

  it('leave out no drug, where nothing follows them', async () => {
    const drugs = ['Cocaïne', 'Heroïne', 'Wo', 'WV', 'Cannabis'];
    const found = await described('stoffen.csv', [
      'Drug;Jaar;Land;Hoeveelheid (kg)',
      ...[2030, 2031].flatMap((year) =>
        drugs.map((drug, at) => `${drug};${year};NL;${20 + at * 13 + (year % 7)}`),
      ),
    ]);
    expect(conserved(found)).toEqual([10, {}]);
  });
});

describe('several drugs in one cell', () => {
  const finds = ['cocaïne, heroïne', 'cocaïne en cannabis', 'XTC / amfetamine'];
  const line = (drug: string, at: number): string =>
    `0${at + 1}/02/2031;Antwerpen;"${drug}";${at + 1},5`;

  it('are drugs not specified until somebody splits them', async () => {
    const found = await described('vondsten.csv', [
      'Datum;Plaats;Product;Gewicht (kg)',
      ...['cocaïne', ...finds, 'cannabis'].map(line),
    ]);
    const rows = found.columns.flatMap(({ crosswalks }) => crosswalks.flatMap((each) => each.rows));
    for (const from of finds)
      expect(rows.find((row) => row.from === from)).toMatchObject({
        ...{ to: 'DRUG_UNSPEC', match: 'narrower', decide: true },
      });
    expect(rows.find(({ from }) => from === 'cocaïne')).toMatchObject({ to: 'COC', decide: false });
    const asked = found.decisions.find((decision) => decision.about.en === 'column Product');
    expect(asked?.question.en).toContain('3 name several drugs in one cell');
  });
});

describe('what figures measure', () => {
  it('is told by money and weight in headings, and thousands or millions are multiplied', async () => {
    const assets = await described('assets.csv', [
      'Year,Assets seized (EUR million),Assets confiscated (EUR million)',
      ...['2029,262.1,201.4', '2030,230.4,187.0', '2031,289.9,174.2'],
    ]);
    expect(written(assets, 'Assets seized (EUR million)')).toMatchObject({
      times: 1_000_000,
      set: { metric: 'assets_seized', unit: 'EUR', wording: 'rounded' },
    });
    expect(questionsOf(assets)).not.toContain('million');
    const customs = await described('douanes.csv', [
      'Administration des douanes et accises - Saisies',
      'Année;Cannabis (kg);Cocaïne (kg);Héroïne (g);Cash (EUR)',
      ...['2029;12,5;3,2;450;230.000', '2030;20,1;4,8;620;410.500', '2031;17,9;9,3;380;389.250'],
    ]);
    expect(written(customs, 'Cash (EUR)')).toMatchObject({ set: { metric: 'cash', unit: 'EUR' } });
    expect(written(customs, 'Héroïne (g)')).toMatchObject({
      value: { set: { metric: 'quantity', unit: 'g' } },
    });
  });

  it.each([
    ['Land;Jaar;Misdrijven;Misdrijven per duizend inwoners', 'duizend'],
    ['Land;Jaar;Misdrijven;Misdrijven per 10 miljoen inwoners', 'miljoen'],
    ['Pays;Année;Infractions;Infractions pour cent mille habitants', 'mille'],
    ['Pays;Année;Infractions;Infractions par million d’habitants', 'million'],
    ['Land;Jahr;Straftaten;Straftaten je tausend Einwohner', 'tausend'],
    ['Country;Year;Offences;Offences per thousand inhabitants', 'thousand'],
  ])('is a rate in "%s", and nobody is told to multiply it', async (header, word) => {
    const found = await described('rates.csv', [
      header,
      ...[2030, 2031].flatMap((year) =>
        ['NL', 'BE', 'DE'].map(
          (code, at) => `${code};${year};${900 + at * 77};${20 + at + (year % 7)}`,
        ),
      ),
    ]);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).not.toContain(
      `"${word}"`,
    );
    expect(written(found, header.split(';')[3] ?? '')).toMatchObject({
      ignore: expect.stringContaining('rate'),
    });
  });

  it('is in thousands where the heading says no more than that', async () => {
    const found = await described('duizend.csv', [
      'Land;Jaar;Misdrijven (duizend)',
      ...[2030, 2031].flatMap((year) =>
        ['NL', 'BE'].map((code, at) => `${code};${year};${9 + at}`),
      ),
    ]);
    expect(written(found, 'Misdrijven (duizend)')).toMatchObject({ times: 1000 });
    expect(questionsOf(found)).not.toContain('duizend');
  });

  it.each([
    ['Jaar;Middel;Hoeveelheid (kg);Contant geld (x 1000 EUR)', 1000],
    ['Jaar;Middel;Hoeveelheid (kg);Contant geld (in duizenden)', 1000],
    ['Jaar;Middel;Aantal vangsten;Hoeveelheid (1.000 kg)', 1000],
    ['Jahr;Stoff;Menge (kg);Bargeld (in Tsd. EUR)', 1000],
    ['Year;Drug;Quantity (kg);Cash (thousands)', 1000],
    ['Year;Drug;Quantity (kg);Cash (EUR ’000)', 1000],
    ['Year;Drug;Quantity (kg);Cash (£m)', 1_000_000],
  ])('is in thousands or more, and is no rate: %s', async (header, times) => {
    const found = await described('schaal.csv', [
      header,
      ...[2030, 2031].flatMap((year) =>
        ['Kokain', 'Heroin'].map((drug, at) => `${year};${drug};${9 + at},5;${540 + at}`),
      ),
    ]);
    const heading = header.split(';')[3] ?? '';
    expect(JSON.stringify(written(found, heading))).not.toContain('rate');
    expect(written(found, heading)).toMatchObject({ times });
  });

  it.each([
    'Jaar;Haven;Aantal vangsten > 1.000 kg',
    'Year;Port;Seizures over 1,000 kg',
    'Jahr;Hafen;Funde ab 1.000 kg',
    'Year;Port;Finds of 1.000 kg or more',
    'Jaar;Haven;Vondsten van 1.000 kg of meer',
    'Année;Port;Saisies de plus de 1 000 kg',
    'Année;Port;Saisies de 1.000 kg ou plus',
    'Jahr;Hafen;Sicherstellungen mehr als 1.000 kg',
    'Année;Port;Saisies de plus de 1 million d’euros',
    'Jaar;Haven;Vangsten boven 1 miljoen euro',
    'Jahr;Hafen;Funde von 1.000 kg oder mehr',
  ])('is a count of finds where only those of a size count: %s', async (header) => {
    const found = await described('grens.csv', [
      header,
      ...[2030, 2031].flatMap((year) =>
        ['Antwerpen', 'Gent'].map((port, at) => `${year};${port};${3 + at}`),
      ),
    ]);
    const heading = header.split(';')[2] ?? '';
    expect(questionsOf(found)).not.toContain('thousands or millions');
    expect(written(found, heading)).toMatchObject({ set: { metric: 'seizures', unit: 'seizure' } });
  });

  it.each([
    ['Vangsten (stuks)', 'seizure'],
    ['Sicherstellungen (Stück)', 'seizure'],
    ['Seizures (units)', 'seizure'],
    ['Inbeslagnames (stuks)', 'seizure'],
    ['Seizures (parcels)', 'seizure'],
    ['Sicherstellungen Kokain (Stück)', 'seizure'],
    ['Vangsten (kg)', 'kg'],
    ['Vangsten (tabletten)', 'tablet'],
    ['Seizures (plants)', 'plant'],
    ['Saisies (litres)', 'l'],
  ])('are seizures where their unit may be seizures: %s', async (heading, unit) => {
    const found = await described('stuks.csv', [
      `Jaar;Haven;${heading}`,
      ...[2030, 2031].flatMap((year) =>
        ['Antwerpen', 'Gent'].map((port, at) => `${year};${port};${3 + at}`),
      ),
    ]);
    const metric = unit === 'seizure' ? 'seizures' : 'quantity';
    expect(written(found, heading)).toMatchObject({ set: { metric, unit } });
  });

  it.each([
    ['Transplants (number)', null],
    ['Implants (number)', null],
    ['Business trips (number)', null],
    ['Cannabis plants (number)', 'plant'],
    ['Hennepplanten (aantal)', 'plant'],
    ['Hanfpflanzen (Anzahl)', 'plant'],
    ['Plants de chanvre (nombre)', 'plant'],
    ['Plants (number)', 'plant'],
    ['LSD trips (number)', 'dose'],
  ])('is a number of things of drugs only where it says so: %s', (heading, unit) => {
    expect(measureOf(heading)?.set['unit'] ?? null).toBe(unit);
  });

  it('is in thousands where a line by the table says so, asked once', async () => {
    const rows = [
      'Jaar;Contant geld;Ontnomen vermogen',
      ...['2030;540;120', '2031;580;130', '2032;610;140'],
    ];
    for (const lines of [
      ['In beslag genomen geld (x 1.000 euro)', '', ...rows],
      [...rows, '', 'Bron: OM. Bedragen in duizenden euro'],
    ]) {
      const found = await described('regel.csv', lines);
      expect(questionsOf(found).match(/A line by the table says "/gu)).toHaveLength(1);
      expect(written(found, 'Ontnomen vermogen')).toMatchObject({ times: 1000 });
    }
    const said = await described('verslag.csv', [
      'In 2032 werd ruim 5 miljoen euro in beslag genomen',
      '',
      ...rows,
    ]);
    expect(questionsOf(said)).not.toContain('says "miljoen"');
  });

  it('is told where some figures stand with words', async () => {
    const found = await described('ports.csv', [
      'Port;Année;Stupéfiants saisis (tonnes)',
      ...['Le Havre;2030;10,2', 'Le Havre;2031;près de 8,5', 'Dunkerque;2030;0,7'],
      ...['Dunkerque;2031;plus de 2', 'Nantes;2030;1,9', 'Nantes;2031;0,4'],
    ]);
    expect(found.unfit).toBeNull();
    expect(written(found, 'Stupéfiants saisis (tonnes)')).toMatchObject({
      ...{ to: 'value', as: 'quantity', set: { metric: 'quantity', unit: 't' } },
    });
  });

  it('counts by the service that a footer names as its source, which is then not asked', async () => {
    const found = await described('feiten.csv', [
      'Arrondissement;2029;2030;2031',
      ...['Antwerpen;812;790;901', 'Gent;401;433;420', 'Brugge;150;161;170'],
      'Bron: Federale Politie',
    ]);
    expect(about(found)).not.toContain('agencies');
    expect(found.yaml).toMatch(/agencies: BE_POL_FED/u);
  });
});

describe('what one thing to look up answers', () => {
  it('is one question: figures alike, data of persons, marks', async () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];
    const found = await described('loads.csv', [
      `Year;Site;${days.join(';')}`,
      ...['2030;A;1.5;2.5;-;4.5', '2031;A;2.5;n/a;3.5;1.5', '2032;A;;2.5;3.5;9.5'],
    ]);
    const asked = about(found);
    expect(asked.filter((each) => days.some((day) => each.includes(day)))).toHaveLength(1);
    expect(asked.filter((each) => /mark|empty/u.test(each))).toEqual(['missing marks']);
    const marks = found.decisions.find(({ path: [part] }) => part === 'missingValues');
    expect(marks?.keys).toEqual(expect.arrayContaining(['-', 'n/a', '']));
    expect(found.decisions.filter(({ keys }) => keys.includes('Monday'))).toHaveLength(1);
  });

  it('is whose year a file of one year has, where its name holds no more than that', async () => {
    const lines = ['Gemeinde;Fälle', 'Emmerich;11', 'Kleve;7', 'Goch;5'];
    expect(about(await described('faelle_2031.csv', lines))).not.toContain('period');
    for (const name of ['bericht_2031.csv', 'faelle_2031-04.csv', 'stand_2031.csv'])
      expect(about(await described(name, lines)), name).toContain('period');
  });
});

describe('stacked years', () => {
  const stack = (year: string): readonly string[] => [
    `${year};;;`,
    'Kokain;1.023;20.145,7;kg',
    'Heroin;344;1.203,0;kg',
    'Ecstasy;512;650.000;Tabletten',
  ];

  it('that title what stands below them: what to do is said, and nothing is taken for a drug of that name', async () => {
    const found = await described('aufgriffe.csv', [
      'Sichergestellte Betäubungsmittel;;;',
      'Stoff;Aufgriffe;Menge;Einheit',
      ...['2030', '2031'].flatMap(stack),
    ]);
    expect(found.unfit?.de).toContain('Zeilen mit nur einem Jahr („2030“, „2031“)');
    expect(written(found, 'Aufgriffe')).toMatchObject({ set: { metric: 'seizures' } });
  });
});

const questionsOf = ({ decisions }: FileDescription): string =>
  decisions.map(({ question }) => question.en).join('\n');
const column = ({ columns }: FileDescription, heading: string) =>
  columns.find(({ headings }) => headings[0] === heading);

describe('quarters and years that only their heading tells', () => {
  const table = (heading: string, times: readonly string[]): readonly string[] => [
    `${heading};Rauschgiftart;Menge;Einheit`,
    ...times.flatMap((time) =>
      ['Kokain', 'Heroin'].map((drug, at) => `${time};${drug};${12 + at * 40},5;kg`),
    ),
  ];

  test.each([
    ['Quartal', ['I/2031', 'II/2031', 'III/2031', 'IV/2031'], '2031-12-31'],
    ['Quartal', ['1/2031', '2/2031'], '2031-06-30'],
    ['Kwartaal', ['2031-1', '2031-2', '2031-3'], '2031-09-30'],
    ['Halbjahr', ['I/2031', 'II/2031'], '2031-12-31'],
  ])('%s %s', async (heading, times, end) => {
    const found = await described('mengen_2029.csv', table(heading, times));
    expect(found.period).toEqual({ start: '2031-01-01', end });
    expect(about(found)).not.toContain(`column ${heading}`);
    expect(found.constants).not.toHaveProperty('period');
  });

  test.each([
    ['Quartal', ['I/2031', 'II/2031', 'III/2031'], '2031-09-30'],
    ['Kwartaal', ['2031-1', '2031-2'], '2031-06-30'],
    ['Year ending 31 March', ['2031', '2032'], '2032-03-31'],
  ])('%s %s is read as well where a row says total', async (heading, times, end) => {
    const found = await described('mengen_2029.csv', table(heading, [...times, 'Totaal']));
    expect(column(found, heading)?.written).not.toBeNull();
    expect(found.period?.end).toBe(end);
    expect(questionsOf(found)).toContain('"Totaal" ');
  });

  it('of budgets are asked, but for the United Kingdom, where they begin in April', async () => {
    const lines = (force: string): readonly string[] => [
      `Financial year,${force},Drug type,Number of seizures`,
      ...['2029/30', '2030/31', '2099/00'].flatMap((year) =>
        ['Cocaine', 'Heroin'].map((drug, at) => `${year},Cheshire,${drug},${20 + at}`),
      ),
    ];
    const british = await described('a.csv', lines('Police force area'));
    expect(british.period).toEqual({ start: '2029-04-01', end: '2100-03-31' });
    expect(about(british)).not.toContain('column Financial year');
    expect(questionsOf(await described('a.csv', lines('Region')))).toContain(
      'from 1 April to 31 March?',
    );
  });

  it('without their year are parts of the year beside them', async () => {
    const found = await described('b.csv', [
      'Year,Quarter,Offence,Number of offences',
      ...[2030, 2031].flatMap((year) =>
        [1, 2, 3, 4].flatMap((quarter) =>
          ['Burglary', 'Robbery'].map((kind, at) => `${year},${quarter},${kind},${90 + at}`),
        ),
      ),
    ]);
    expect(column(found, 'Quarter')?.to).toBe('periodPart');
    expect(found.period).toEqual({ start: '2030-01-01', end: '2031-12-31' });
    expect(about(found)).not.toContain('column Quarter');
  });

  it.each([
    'year ending March 2031',
    '12 months to March 2031',
    'TWELVE MONTHS ENDED 31 MARCH 2031',
  ])('of a title are the twelve months that it names, and no single month: %s', async (year) => {
    const found = await described('c.csv', [
      `Seizures of drugs, England and Wales, ${year}`,
      'Drug type,Quantity (kg)',
      ...['Cocaine,12.5', 'Heroin,3.25', 'Ketamine,8.1', 'Cannabis resin,40.5'],
    ]);
    expect(found.period).toEqual({ start: '2030-04-01', end: '2031-03-31' });
    expect(about(found)).not.toContain('period');
  });

  it('of headings are the twelve months that each names', async () => {
    const found = await described('d.csv', [
      'Drug,Unit,Year ending March 2030,Year ending March 2031',
      ...['Cocaine,kg,12,15', 'Heroin,kg,3,4', 'Ketamine,kg,8,9'],
    ]);
    expect(found.period).toEqual({ start: '2029-04-01', end: '2031-03-31' });
  });

  it('is no constant that is certain where a column seems to hold times that nothing reads', async () => {
    const found = await described('d_2029.csv', [
      'Berichtszeitraum;Delikt;Fälle',
      ...['Frühling', 'Herbst'].flatMap((time) =>
        ['Diebstahl', 'Raub', 'Betrug'].map((kind, at) => `${time};${kind};${100 + at}`),
      ),
    ]);
    expect(about(found)).toContain('period');
  });
});

describe('words that offices of several countries share', () => {
  test.each([
    [
      'Polizeiliche Kriminalstatistik (PKS), Bundesamt für Statistik (BFS)',
      'Kanton',
      'Zürich',
      'CH',
    ],
    ['Anzeigen in Österreich, PKS, Bundeskriminalamt', 'Bundesland', 'Burgenland', 'AT'],
    ['PKS, Landeskriminalamt', 'Polizeipräsidium', 'Konstanz', 'DE'],
  ])('%s is of %s %s in %s', async (title, heading, place, country) => {
    const found = await described('pks.csv', [
      title,
      `${heading};Straftat;2030;2031`,
      ...[place, 'Nirgendwo'].flatMap((name, at) =>
        ['Diebstahl', 'Raub'].map((kind) => `${name};${kind};${30 + at};${40 + at}`),
      ),
    ]);
    expect(found.crosswalks.find(({ name }) => name.endsWith('places.csv'))?.text).toContain(
      `${place},${country}.PLACE.${place},`,
    );
    expect(about(found)).toContain(`column ${heading}`);
  });
});

describe('places', () => {
  it('are no whole country for certain where a column that nothing explains may hold them', async () => {
    const found = await described('bund.csv', [
      'Bundesrepublik Deutschland',
      'Xyz;Straftat;2030;2031',
      ...['Nordstadt', 'Weststadt'].flatMap((place) =>
        ['Diebstahl', 'Raub'].map((kind, at) => `${place};${kind};${30 + at};${40 + at}`),
      ),
    ]);
    expect(about(found)).toContain('place');
  });

  it('of the police are no ports, whatever town stands in their name', async () => {
    const found = await described('zones.csv', [
      'politiezone;jaar;misdrijf;aantal feiten',
      ...['PZ Antwerpen', 'PZ Gent'].flatMap((zone) =>
        [2030, 2031].map((year, at) => `${zone};${year};Diefstal;${90 + at}`),
      ),
    ]);
    expect(found.crosswalks.find(({ name }) => name.endsWith('places.csv'))?.text).toContain(
      'PZ Gent,BE.ZP.PZ Gent,exact',
    );
    expect(about(found)).not.toContain('column aantal feiten');
  });
});

describe('what two things share', () => {
  it('a place of two countries is that of the country in which the others lie, asked', async () => {
    const found = await described('locaties.csv', [
      'provincie;jaar;misdrijf;aantal',
      ...['Noord-Brabant', 'Limburg', 'Zeeland'].map((place, at) => `${place};2031;Diefstal;${at}`),
    ]);
    expect(found.crosswalks.find(({ name }) => name.endsWith('places.csv'))?.text).toMatch(
      /Limburg,NL42,exact,"?decide/u,
    );
  });

  it('a key and the name of an offence is no département', async () => {
    const found = await described('faits.csv', [
      'Mois;Département;Index;Faits constatés',
      ...['janvier 2031', 'février 2031'].flatMap((month) =>
        ['59 - Nord', '13 - Bouches-du-Rhône'].flatMap((place) =>
          ['55 - Trafic de stupéfiants', '57 - Usage de stupéfiants'].map(
            (kind, at) => `${month};${place};${kind};${90 + at}`,
          ),
        ),
      ),
    ]);
    expect(written(found, 'Index')).toMatchObject({ to: 'nationalCode' });
    expect(column(found, 'Département')?.to).toBe('place');
  });

  it('a year with a note behind it is a year like the others', async () => {
    const found = await described('havens.csv', [
      'Haven;2029;2030;2031 (1)',
      ...['Antwerpen;12,5;13,5;14,5', 'Gent;2,5;3,5;4,5', 'Zeebrugge;1,5;2,5;3,5'],
      '(1) Voorlopige cijfers',
    ]);
    expect(found.period).toEqual({ start: '2029-01-01', end: '2031-12-31' });
    expect(questionsOf(found)).not.toContain('nothing tells apart');
  });

  it('a price for each gram and a purity in per cent are no share and no amount', async () => {
    const found = await described('preise.csv', [
      'Rauschgift;Handelsstufe;Jahr;Preis in EUR/g;Wirkstoffgehalt in %',
      ...[2030, 2031].flatMap((year) =>
        ['Kokain', 'Heroin'].map(
          (drug, at) => `${drug};Straßenhandel;${year};${70 + at},5;${40 + at},5`,
        ),
      ),
    ]);
    expect(written(found, 'Preis in EUR/g')).toMatchObject({
      set: { metric: 'price', unit: 'EUR/g' },
    });
    expect(written(found, 'Wirkstoffgehalt in %')).toMatchObject({
      set: { metric: 'purity', unit: 'pct' },
    });
  });
});

describe('columns that say what another says', () => {
  it('are left out without a question: keys beside words, and what follows from a kind', async () => {
    const kinds = [
      '07,Burglary,Property,b1',
      '10,Controlled drug offences,Drugs,c9',
      '06,Robbery,Property,b1',
    ];
    const found = await described('pxstat.csv', [
      'Statistic Label,TLIST(A1),Year,C02481V03003,Garda Region,C02480V03003,Type of Offence,Group,Zzz,UNIT,VALUE',
      ...[2030, 2031].flatMap((year) =>
        ['10,Dublin Region', '20,Western Region', '30,Southern Region'].flatMap((region) =>
          kinds.map(
            (kind, at) =>
              `Recorded crime incidents,${year},${year},${region},${kind},Number,${80 + at}`,
          ),
        ),
      ),
    ]);
    for (const heading of [
      'TLIST(A1)',
      'C02481V03003',
      'C02480V03003',
      'Group',
      'Zzz',
      'Statistic Label',
    ])
      expect([heading, column(found, heading)?.to, column(found, heading)?.decide]).toEqual([
        heading,
        null,
        [],
      ]);
    expect(about(found)).toEqual(['publisher', 'column Garda Region']);
    expect(conserved(found)).toEqual([18, {}]);
  });

  it('are not left out where they are a figure that is the same by chance', async () => {
    const found = await described('einwohner.csv', [
      'Gemeinde;Straftat;Anzahl',
      ...['Aachen', 'Bonn'].flatMap((place, at) =>
        ['Diebstahl', 'Raub'].map((kind) => `${place};${kind};${(at + 1) * 10}`),
      ),
    ]);
    expect(column(found, 'Anzahl')?.to).toBe('value');
  });

  it('a total with attempts beside it is one figure', async () => {
    const found = await described('versuche.csv', [
      'Jahr;Straftat;Straftaten_total;Straftaten_vollendet;Straftaten_versucht',
      ...[2029, 2030, 2031].flatMap((year) =>
        ['Diebstahl', 'Raub', 'Betrug'].map(
          (kind, at) => `${year};${kind};${60 + at};${50 + at};10`,
        ),
      ),
    ]);
    expect(conserved(found)).toEqual([9, {}]);
    expect(about(found).filter((each) => each.startsWith('column'))).toEqual([]);
  });

  it('the key of all kinds in every row is kept, and a word for a total is not', async () => {
    const found = await described('reihe.csv', [
      'Schluesse;Merkmal;Straftat;Jahr;erfasste Faelle',
      ...[2029, 2030, 2031].map((year) => `------;Total;Straftaten insgesamt;${year};90${year}`),
    ]);
    expect(written(found, 'Schluesse')).toMatchObject({ to: 'nationalCode' });
    expect(column(found, 'Merkmal')).toMatchObject({ to: null, decide: [] });
  });

  it('the total of a dimension that no field holds is kept, and its parts are left out', async () => {
    const lines = ['BE', 'FR', 'LU'].flatMap((geo, at) => {
      const [women, men] = [30 + at, 90 + 2 * at];
      return [
        `${geo};F;${women};${women + 2}`,
        `${geo};M;${men};${men + 1}`,
        `${geo};T;${women + men};${women + men + 3}`,
      ];
    });
    const found = await described('crim.csv', ['geo;sex;2030;2031', ...lines]);
    expect(conserved(found)).toEqual([18, { 'sex-detail': 12 }]);
    expect(about(found)).not.toContain('column sex');
  });
});

describe('drugs and their units', () => {
  it('behind the drug of a row is its unit', async () => {
    const found = await described('mengen.csv', [
      'Sichergestellte Mengen in Hessen;;',
      'Rauschgiftart;2030;2031',
      ...[
        'Heroin (kg);12,5;13,5',
        'Ecstasy (Stück);120;340',
        'davon Crack (kg);1,5;2,5',
        'Haschisch (kg);40,25;50,5',
      ],
    ]);
    expect(JSON.stringify(written(found, 'Rauschgiftart'))).toContain(
      '{"to":"unit","codes":{"Ecstasy (Stück)":"piece","Haschisch (kg)":"kg","Heroin (kg)":"kg","davon Crack (kg)":"kg"}}',
    );
    expect(about(found)).not.toContain('unit');
    expect(about(found)).not.toContain('column Rauschgiftart');
  });

  it('side by side with a unit are drugs, and their numbers of seizures are none of amounts', async () => {
    const found = await described('grammes.csv', [
      'Saisies de stupéfiants',
      'Année;Héroïne (g);Cocaïne (g);Cannabis (g);Héroïne (Nb saisies);Cocaïne (Nb saisies);Cannabis (Nb saisies)',
      ...[2029, 2030, 2031].map(
        (year, at) =>
          `${year};${900 + at};${800 + at};${700 + at};${20 + at};${30 + at};${40 + at}`,
      ),
    ]);
    expect(
      found.folds.map(({ written: fold }) => (fold as { value: { set: object } }).value.set),
    ).toEqual([
      { metric: 'quantity', unit: 'g' },
      { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' },
    ]);
  });

  it('of one drug in two forms are that drug, asked, and never two', async () => {
    const found = await described('formes.csv', [
      'annee;produit;quantite_kg',
      ...[2030, 2031].flatMap((year) =>
        ['MDMA/ecstasy', 'cocaïne', 'héroïne'].map((drug, at) => `${year};${drug};${12 + at},5`),
      ),
    ]);
    expect(found.crosswalks[0]?.text).toContain('MDMA/ecstasy,MDMA,exact,decide:');
  });

  it('persons beside the amounts of finds are no second amount', async () => {
    const found = await described('vangsten.csv', [
      'Datum;Plaats;Drugs;Gewicht;Aantal verdachten',
      ...Array.from(
        { length: 12 },
        (_, at) =>
          `${at + 1}/3/2031;Antwerpen;${at % 2 ? 'cocaïne en heroïne' : 'cocaïne'};${at + 1},5 kg;${at % 3}`,
      ),
    ]);
    expect(found.record.value).toBe('seizure');
    expect(written(found, 'Aantal verdachten')).toMatchObject({ ignore: expect.any(String) });
    expect(conserved(found)).toEqual([12, {}]);
    expect(found.trial).toMatchObject({ records: 12 });
  });

  it('what they would be worth is no amount of them', async () => {
    const found = await described('worth.csv', [
      'Drug,Year,Quantity (kg),Estimated value (€m)',
      ...[2030, 2031].flatMap((year) =>
        ['Cocaine', 'Heroin', 'Ketamine'].map(
          (drug, at) => `${drug},${year},${20 + at}.5,${3 + at}.2`,
        ),
      ),
    ]);
    expect(column(found, 'Estimated value (€m)')?.to).toBeNull();
    expect(found.trial).toMatchObject({ records: 6 });
  });
});

describe('labels under a heading of a measure', () => {
  it('are kept apart: cleared offences are no second number of offences', async () => {
    const found = await described('aufklaerung.csv', [
      'Kanton;Straftat;Aufklärungsgrad;2030;2031',
      ...['Zürich', 'Bern'].flatMap((place) =>
        ['Diebstahl', 'Raub'].flatMap((kind, at) => [
          `${place};${kind};Straftaten;${90 + at};${95 + at}`,
          `${place};${kind};Aufgeklärte Straftaten;${40 + at};${45 + at}`,
        ]),
      ),
    ]);
    expect(conserved(found)).toEqual([16, { 'aufklarungsgrad-other': 8 }]);
    expect(about(found)).toContain('exclude aufklarungsgrad-other');
  });

  it('kinds of those who report are nobody’s names', async () => {
    const found = await described('declarants.csv', [
      'Nombre de déclarations reçues par secteur',
      'Type de déclarant;2030;2031',
      ...['Établissements de crédit', 'Notaires', 'Avocats', 'Casinos'].map(
        (kind, at) => `${kind};${90 + at};${80 + at}`,
      ),
    ]);
    expect(found.personal).toEqual({});
    expect(found.constants['metric']).toMatchObject({ value: 'str_reports' });
  });
});

const asked = (found: FileDescription, heading: string): string =>
  [...found.columns, ...found.folds]
    .filter(({ headings }) => headings[0] === heading)
    .flatMap(({ decide }) => decide.map(({ en }) => en))
    .join(' ');

describe('years that need not be those of the calendar', () => {
  it.each([
    'Schooljaar',
    'Boekjaar',
    'Financial year',
    'Fiscal year',
    'Exercice budgétaire',
    'Année scolaire',
    'Haushaltsjahr',
    'Year ending',
    'Tax year ending 5 April',
    'Year to 5 April',
    'Year ending 30 February',
  ])('%s over bare years is asked', async (heading) => {
    const found = await described('jaren.csv', [
      `${heading};Land;Aantal misdrijven`,
      ...[2029, 2030, 2031].flatMap((year) => [`${year};NL;12`, `${year};BE;14`]),
    ]);
    expect(asked(found, heading)).toContain('the calendar year?');
    expect(column(found, heading)?.confidence).toBeLessThan(0.95);
  });

  it.each(['Jaar', 'Year', 'Berichtsjahr', 'Année'])('%s is not', async (heading) => {
    const found = await described('jaren.csv', [
      `${heading};Land;Aantal misdrijven`,
      ...[2029, 2030, 2031].flatMap((year) => [`${year};NL;12`, `${year};BE;14`]),
    ]);
    expect(asked(found, heading)).toBe('');
  });

  it('above figures are asked', async () => {
    const found = await described('breed.csv', [
      'Land;Misdrijven boekjaar 2030;Misdrijven boekjaar 2031',
      'NL;12;14',
      'BE;13;15',
    ]);
    expect(asked(found, 'Misdrijven boekjaar 2030')).toContain('the calendar year?');
    expect(found.folds[0]?.confidence).toBeLessThan(0.9);
  });

  it.each([
    ['Year ending March', '2029-04-01', '2030-03-31'],
    ['Year ending 31 December', '2030-01-01', '2030-12-31'],
    ['12 months to June', '2029-07-01', '2030-06-30'],
    ['Year to 30 June', '2029-07-01', '2030-06-30'],
    ['Year ended 31st of March', '2029-04-01', '2030-03-31'],
  ])('%s gives its first and last day', async (heading, first, last) => {
    const found = await described('ending.csv', [
      `${heading};Country;Number of offences`,
      ...[2030, 2031].flatMap((year) => [`${year};NL;12`, `${year};BE;14`]),
    ]);
    expect(written(found, heading)).toMatchObject([
      { to: 'periodStart', rules: [{ is: '2030', to: first }, { is: '2031' }] },
      { to: 'periodEnd', rules: [{ is: '2030', to: last }, { is: '2031' }] },
    ]);
    expect(conserved(found)).toEqual([4, {}]);
  });
});

describe('a measure that a bare word names', () => {
  it.each([
    ['Year;Country;Market value', 'Market value'],
    ['Jaar;Soort;Geschatte waarde', 'Geschatte waarde'],
    ['Année;Pays;Valeur estimée', 'Valeur estimée'],
  ])('%s: an estimated value beside no drug is asked', async (head, heading) => {
    const found = await described('waarde.csv', [
      head,
      ...[2029, 2030, 2031].flatMap((year, at) =>
        ['NL', 'BE'].map((land) => {
          const kind = land === 'NL' ? 'vastgoed' : 'voertuigen';
          return `${year};${head.includes('Soort') ? kind : land};${1250 + at * 310}`;
        }),
      ),
    ]);
    expect(found.unfit).toBeNull();
    expect(column(found, heading)?.to).toBe('value');
    expect(column(found, heading)?.confidence).toBeLessThan(0.9);
    expect(asked(found, heading)).toContain('assets_seized');
    expect(JSON.stringify(column(found, heading))).not.toMatch(/drugs would/u);
  });

  it('beside drugs it is left out, and the reason says no more than it is', async () => {
    const found = await described('worth.csv', [
      'Year;Drug;Quantity (kg);Market value',
      ...[2030, 2031].flatMap((year) =>
        ['Cocaine', 'Heroin'].map((drug, at) => `${year};${drug};${20 + at};${900 + at}`),
      ),
    ]);
    expect(written(found, 'Market value')).toMatchObject({ ignore: 'an estimated value' });
  });

  it.each(['Investigations', 'Procédures', 'Strafverfahren', 'Ermittlungsverfahren'])(
    '%s are no recorded offences: asked',
    async (heading) => {
      const found = await described('zaken.csv', [
        `Year;Country;${heading}`,
        ...[2029, 2030, 2031].flatMap((year, at) => [`${year};NL;${12 + at}`, `${year};BE;14`]),
      ]);
      expect(JSON.stringify(written(found, heading))).not.toContain('offences');
      expect(asked(found, heading)).toContain('criminal investigations or proceedings');
    },
  );

  it.each([
    ['Year;Country', 'NL', 'BE'],
    ['Year;Drug', 'Cocaine', 'Heroin'],
  ])('%s: Teneur above 100 is no percentage', async (head, one, other) => {
    const found = await described('teneur.csv', [
      `${head};Teneur`,
      ...[2029, 2030, 2031].flatMap((year, at) => [
        `${year};${one};${500 + at * 100}`,
        `${year};${other};${521 + at * 100}`,
      ]),
    ]);
    expect(JSON.stringify(written(found, 'Teneur'))).not.toContain('pct');
    expect(asked(found, 'Teneur')).not.toBe('');
  });

  it.each([
    ['Année;Produit;Teneur', 'Teneur'],
    ['Année;Produit;Teneur en principe actif', 'Teneur en principe actif'],
  ])('%s is the purity of a drug', async (head, heading) => {
    const found = await described('teneur.csv', [
      head,
      ...[2029, 2030, 2031].flatMap((year, at) => [
        `${year};cocaïne;${60 + at}`,
        `${year};héroïne;${12 + at}`,
      ]),
    ]);
    expect(written(found, heading)).toMatchObject({ set: { metric: 'purity', unit: 'pct' } });
  });
});

describe('figures in two columns, of which each row fills one', () => {
  it('still asks for the column that alone tells their rows apart', async () => {
    const found = await described('vindwijze.csv', [
      'Jaar;Haven;Middel;Vindwijze;Hoeveelheid in kg;Aantal tabletten',
      ...[2029, 2030, 2031].flatMap((year) =>
        ['Rotterdam', 'Antwerpen', 'Vlissingen'].flatMap((port, at) =>
          ['loods', 'schip', 'auto'].flatMap((way, each) => [
            `${year};${port};Cocaïne;${way};${100 + at * 7 + each * 13};`,
            `${year};${port};Xtc;${way};;${200 + at * 5 + each * 11}`,
          ]),
        ),
      ),
    ]);
    expect(about(found)).toContain('exclude hoeveelheid-in-kg-empty');
    const questions = found.decisions.map(({ question }) => question.en).join(' ');
    expect(questions).toContain('alone tells apart 54 of 54 rows');
  });
});

describe('a column of measures that is empty', () => {
  it('does not make victims of the numbers that stand beside it', async () => {
    const found = await described('nr.csv', [
      'STRUCTURE_ID,freq,iccs,unit,indicator,geo,TIME_PERIOD,OBS_VALUE',
      ...['BE', 'NL', 'DE'].flatMap((geo, at) =>
        [2029, 2030].flatMap((year) =>
          ['ICCS0401', 'ICCS0501'].map(
            (code, each) => `ESTAT:X,A,${code},NR,,${geo},${year},${100 + at * 13 + each * 77}`,
          ),
        ),
      ),
    ]);
    expect(written(found, 'unit')).toEqual({ to: 'unit', codes: { NR: 'offence' } });
    expect(asked(found, 'indicator')).toBe('');
  });
});

describe('figures of which a column says whether they are published', () => {
  const rows = (mark: string, kept: string): readonly string[] => [
    'annee;departement;indicateur;unite_de_compte;nombre;est_diffuse',
    ...['01', '02', '59'].flatMap((departement, at) => [
      `2031;${departement};Homicides;Victime;${11 + at};diff`,
      `2031;${departement};Trafic de stupéfiants;Mis en cause;${mark};${kept}`,
    ]),
  ];

  it.each(['NA', ''])('are kept back where it says so: %j', async (mark) => {
    const found = await described('diffuse.csv', rows(mark, 'ndiff'));
    expect(found.missingValues[mark]).toMatchObject({ value: 'suppressed', confidence: 0.95 });
    expect(about(found).join()).not.toMatch(/mark|empty/u);
  });

  it('are asked about where it says the same of figures that are given', async () => {
    const found = await described('diffuse.csv', rows('NA', 'diff'));
    expect(about(found)).toContain('missing mark "NA"');
  });
});

describe('a sheet in two languages', () => {
  it('has its names once, and its ports say on what basis it may count', async () => {
    const found = await described('saisies.csv', [
      'Jaar/Année;Haven/Port;Product/Produit;Aantal inbeslagnames/Nombre de saisies;Gewicht/Poids (kg)',
      ...[2030, 2031].flatMap((year) =>
        ['Antwerpen/Anvers', 'Gent/Gand', 'Zeebrugge'].flatMap((port, at) => [
          `${year};${port};Heroïne/Héroïne;${20 + at};${100 + 7 * at},5`,
          `${year};${port};Cocaïne;${40 + at};${900 + 13 * at},5`,
        ]),
      ),
    ]);
    expect(written(found, 'Haven/Port')).toEqual({ to: 'place', list: 'places' });
    expect(written(found, 'Product/Produit')).toEqual([
      { to: 'substance', list: 'substances' },
      { to: 'nationalCode' },
    ]);
    expect(found.constants['basis']?.value).toBe('seized_in_port');
    expect(about(found)).toEqual(['publisher', 'basis']);
  });

  it('does not ask what a total of all drugs means, whose rows a rule leaves out', async () => {
    const found = await described('bilan.csv', [
      'Produits;2030;2031',
      'Cocaïne (kg);18 467;17 218',
      'Héroïne (kg);1 203;823',
      'Résine de cannabis (kg);59 600;41 221',
      'Total toutes drogues (kg);79 270;59 262',
    ]);
    expect(about(found).filter((each) => each.includes('Produits'))).toEqual([]);
    expect(conserved(found)).toEqual([8, { 'total-toutes-drogues-kg': 2 }]);
  });
});

describe('a service whose name is the title', () => {
  const rows = ['Rauschgiftart;2030;2031', 'Kokain (kg);12,5;13,5', 'Heroin (kg);4,5;3,5'];

  it.each([
    ['Landeskriminalamt Nordrhein-Westfalen – Sicherstellungen', 'DE_LKA_NRW'],
    ['Sicherstellungen in Nordrhein-Westfalen', 'UNSPECIFIED'],
  ])('%s is proposed as the publisher, and asked: %s', async (title, publisher) => {
    const found = await described('lka.csv', [title, ...rows]);
    expect(found.yaml).toContain(`publisher: ${publisher}`);
    expect(about(found)).toContain('publisher');
  });
});

describe('prices', () => {
  const rows = [
    'Belgium,Cocaine,2030,52,78',
    'Belgium,Heroin,2030,25,18',
    'Netherlands,Cocaine,2030,49,81',
  ];

  it.each([
    ['Price per gram (EUR)', { metric: 'price', unit: 'EUR/g' }],
    ['Average street price (€/g)', { metric: 'price', unit: 'EUR/g', stat: 'mean' }],
    ['Prix au gramme en dollars', { metric: 'price', unit: 'USD/g' }],
    ['Preis je Tablette in Euro', { metric: 'price', unit: 'EUR/tablet' }],
    ['Prijs per gram', { metric: 'price' }],
    ['Price per pound', { metric: 'price' }],
    ['Price per gram (EUR or USD)', { metric: 'price' }],
  ])('are no amounts: %s', async (heading, set) => {
    const found = await described('prices.csv', [
      `Country,Drug,Year,${heading},Purity (%)`,
      ...rows,
    ]);
    expect(written(found, heading)).toMatchObject({ to: 'value', set });
    expect(about(found).includes('unit')).toBe(!('unit' in set));
  });
});

describe('a column of units that says only that things are counted', () => {
  it.each([
    ['value', 'Drug', 'piece', 'pieces, tablets, plants or seizures'],
    ['seizures', 'Drug', 'seizure', 'pieces, tablets, plants or seizures'],
    ['value', 'Offence', 'offence', 'offences, cases or persons'],
  ])(
    'under %s by %s is asked with what is written among the answers',
    async (heading, by, unit, asked) => {
      const [one, other] = by === 'Drug' ? ['cocaine', 'heroin'] : ['Homicide', 'Burglary'];
      const found = await described('counted.csv', [
        `Year;${by};Unit;${heading}`,
        ...[2029, 2030, 2031].flatMap((year, at) => [
          `${year};${one};number;${30 + at}`,
          `${year};${other};number;${12 + at}`,
        ]),
      ]);
      expect(written(found, 'Unit')).toMatchObject({ codes: { number: unit } });
      expect(questionsOf(found)).toContain(`"number" of what: ${asked}?`);
    },
  );
});

describe('a drug in the heading of figures', () => {
  const years = ['2030;120,5;13,5', '2031;110,5;12,5', '2032;90,5;8,5'];
  const setIn = (found: FileDescription, heading: string): unknown => {
    const one = written(found, heading) as { set?: unknown; value?: { set?: unknown } };
    return one.set ?? one.value?.set;
  };
  const one = (heading: string): readonly string[] => [
    heading,
    ...years.map((line) => line.replace(/;[^;]+$/u, '')),
  ];

  it.each([
    ['Jaar;Cocaïne (kg)', 'COC', 'quantity'],
    ['Jaar;Gewicht cocaïne (kg)', 'COC', 'quantity'],
    ['Jaar;Vangsten cocaïne (kg)', 'COC', 'quantity'],
    ['Année;Saisies d’héroïne (kg)', 'HER', 'quantity'],
    ['Année;Nombre de saisies – héroïne', 'HER', 'seizures'],
    ['Jahr;Kokain in kg', 'COC', 'quantity'],
    ['Jahr;Sicherstellungen Kokain (kg)', 'COC', 'quantity'],
    ['Year;cocaine seized (kg)', 'COC', 'quantity'],
    ['Year;cannabis_resin_kg', 'CAN_RESIN', 'quantity'],
  ])('is that of its figures, unaided: %s', async (heading, substance, metric) => {
    const found = await described('een.csv', one(heading));
    expect(setIn(found, heading.split(';')[1] ?? '')).toMatchObject({ substance, metric });
    expect(about(found).join()).not.toMatch(/column|substance/u);
  });

  it('tells two columns apart, and leaves their total out', async () => {
    const found = await described('twee.csv', ['Jaar;Cocaïne (kg);Heroïne (kg)', ...years]);
    expect(setIn(found, 'Cocaïne (kg)')).toMatchObject({ substance: 'COC' });
    expect(setIn(found, 'Heroïne (kg)')).toMatchObject({ substance: 'HER' });
    expect(about(found).join()).not.toContain('column');
    const total = await described('totaal.csv', [
      'Année;Nombre de saisies de cocaïne;Nombre de saisies d’héroïne;Total des saisies',
      ...[3, 5, 8, 13, 21].map((n, at) => `${2030 + at};${n * 7};${n};${n * 8}`),
    ]);
    expect(written(total, 'Total des saisies')).toMatchObject({ ignore: expect.any(String) });
    expect(about(total).join()).not.toContain('column');
  });

  it('shows that a number beside it counts seizures, asked', async () => {
    for (const lines of [
      [
        'Jaar;Aantal;Cocaïne (kg)',
        ...years.map((line, at) => line.replace(/;[^;]+;/u, `;${at + 3};`)),
      ],
      ['Jaar;Cocaïne;;Heroïne;', ';kg;aantal;kg;aantal', '2030;12,5;3;1,5;2', '2031;13,5;4;2,5;3'],
    ]) {
      const found = await described('aantal.csv', lines);
      const counted = [...found.columns, ...found.folds].find(({ headings: [name = ''] }) =>
        /aantal/iu.test(name),
      );
      expect(JSON.stringify(counted?.written)).toContain('"metric":"seizures"');
      expect(questionsOf(found)).toContain('count seizures');
    }
  });

  it.each([
    ['number of seizures', 'cocaine purity (%)'],
    ['seizures by the police', 'cocaine (litres)'],
  ])('leaves it open whether %s beside it and %s are of that drug', async (heading, other) => {
    const lines = [
      `Year;${heading};cocaine (kg);${other}`,
      ...['2029;12;30.5;60.5', '2030;14;40.5;61.5', '2031;15;50.5;62.5'],
    ];
    const found = await described('both.csv', lines);
    expect(setIn(found, heading)).toMatchObject({ substance: 'COC' });
    expect(about(found)).toContain(`column ${heading}`);
    const named = await described('Cocaine seizures.csv', lines);
    expect(setIn(named, heading)).toMatchObject({ substance: 'COC' });
    expect(about(named)).not.toContain(`column ${heading}`);
  });

  it('of one drug for years side by side is that of all', async () => {
    const found = await described('jaren.csv', [
      'Haven;Vangsten cocaïne 2031 (kg);Vangsten cocaïne 2032 (kg)',
      ...['Antwerpen;12,5;13,5', 'Gent;1,5;2,5', 'Zeebrugge;4,5;5,5'],
    ]);
    expect(setIn(found, 'Vangsten cocaïne 2031 (kg)')).toMatchObject({ substance: 'COC' });
  });

  it('is asked where it names several, or what it leaves out', async () => {
    for (const heading of ['Cocaïne en heroïne (kg)', 'Andere drugs dan cocaïne (kg)']) {
      const found = await described('meer.csv', one(`Jaar;${heading}`));
      expect(setIn(found, heading)).not.toMatchObject({ substance: 'COC' });
      expect(about(found)).toContain(`column ${heading}`);
    }
  });

  it.each([
    ['Jaar;XTC/MDMA (kg)', 'MDMA'],
    ['Year;MDMA (XTC)', 'MDMA'],
    ['Year;Ecstasy (MDMA)', 'MDMA'],
    ['Année;MDMA et ecstasy (kg)', 'MDMA'],
    ['Jaar;MDMA + XTC (kg)', 'MDMA'],
    ['Année;Crack/cocaïne (kg)', 'COC'],
    ['Jahr;Cannabis (Haschisch) (kg)', 'CAN'],
  ])('is asked where names are joined, and is what they share: %s', async (heading, substance) => {
    const name = heading.split(';')[1] ?? '';
    const found = await described('samen.csv', one(heading));
    expect(setIn(found, name)).toMatchObject({ substance });
    expect(about(found)).toContain(`column ${name}`);
  });

  it.each([
    'Year;Speed (km/h)',
    'Jahr;Kohle und Koks (t)',
    'Year;Weed killer (kg)',
    'Year;Hash value',
    'Year;Ice (t)',
  ])(
    'is asked where its word means other things, and nothing speaks of drugs: %s',
    async (heading) => {
      const name = heading.split(';')[1] ?? '';
      const found = await described('anders.csv', one(heading));
      expect(about(found)).toContain(`column ${name}`);
    },
  );

  it('is certain of a word of the street where another drug stands in the table', async () => {
    const found = await described('straat.csv', ['Jaar;Speed (kg);Heroïne (kg)', ...years]);
    expect(setIn(found, 'Speed (kg)')).toMatchObject({ substance: 'AMF' });
    expect(about(found).join()).not.toContain('column');
  });

  it('makes no second one beside a title, nor beside a column of drugs', async () => {
    const titled = await described('titel.csv', [
      'Inbeslagnames van cocaïne en heroïne in Nederland',
      '',
      'Jaar;Aantal vangsten;Cocaïne (kg)',
      ...years,
    ]);
    expect(setIn(titled, 'Aantal vangsten')).not.toHaveProperty('substance');
    expect(titled.constants['note']).toBeUndefined();
    const column = await described('kolom.csv', [
      'Jaar;Middel;Cocaïne en heroïne (kg)',
      ...['2030;cocaïne;12,5', '2030;heroïne;2,5', '2031;cocaïne;10,5', '2031;heroïne;3,5'],
    ]);
    expect(setIn(column, 'Cocaïne en heroïne (kg)')).not.toHaveProperty('substance');
  });
});

describe('the country of a table', () => {
  const rows = (...cells: readonly string[]): readonly string[] =>
    cells.map((cell, at) => `203${at};${cell}`);

  it.each([
    ['Dienst', ['AAD&A;31;', 'AAD&A;28;tip van het HARC-team', 'AAD&A;44;'], 'BE'],
    ['Dienst', ['HARC;31;', 'KMar;28;samen met de federale politie', 'HARC;12;'], 'NL'],
    ['Dienst', ['BKA;31;', 'AAD&A;28;voor Nederland', 'BKA;12;'], ''],
    ['Ploeg', ['A;31;', 'B;28;onderweg naar Nederland', 'A;12;'], ''],
  ])(
    'is that of its services, asked, and no remark tells it: %s %j',
    async (heading, lines, place) => {
      const found = await described('dienst.csv', [
        `Jaar;${heading};Aantal vangsten;Opmerking`,
        ...rows(...lines),
      ]);
      expect(found.constants['place']?.value).toBe(place);
      expect(about(found).join()).toContain('place');
    },
  );

  it('is what the title says, whoever acted', async () => {
    const found = await described('titel.csv', [
      'Vangsten in Nederland',
      '',
      'Jaar;Dienst;Aantal vangsten',
      ...rows('AAD&A;31', 'AAD&A;28', 'AAD&A;44'),
    ]);
    expect(found.constants['place']).toMatchObject({ value: 'NL', confidence: 0.85 });
  });
});

describe('what the trial refuses', () => {
  it('is counted in items throughout, and a mark that is declared refuses nothing', async () => {
    const found = await described('vangsten.csv', [
      'Datum;Haven;Middel;Gewicht (kg);Aantal colli;Herkomst;Dienst',
      '13-01-2031;Antwerpen;cocaïne;12,5;3;Ecuador;AAD&A',
      '31-04-2031;Antwerpen;cocaïne;7,25;2;Ecuador;AAD&A',
      '15-02-2031;Gent;heroïne;3,5;1;onbekend;AAD&A',
      '16-03-2031;Antwerpen;cocaïne;44,5;9;Colombia;AAD&A',
    ]);
    if (found.trial.kind !== 'ingested') throw new Error(found.trial.problem);
    const { conservation, issues } = found.trial;
    expect(conservation).toMatchObject({ items: 8, rejected: 2 });
    const refused = issues.filter(({ example }) => example.severity === 'rejection');
    expect(refused.map(({ rule, count }) => [rule, count])).toEqual([['period.invalid', 2]]);
  });
});

describe('weights of finds', () => {
  const finds = (heading: string, remarks: readonly string[] = ['', '', '', '']) => [
    heading,
    ...remarks.map(
      (remark, at) => `1${at + 3}-0${at + 1}-2031;Antwerpen;cocaïne;${at + 2},5;${remark}`,
    ),
  ];
  const quantity = (found: FileDescription): unknown =>
    found.columns.find(({ to }) => to === 'quantity')?.written;

  it.each([
    ['Datum;Haven;Middel;Nettogewicht (kg);Opmerking', 'net'],
    ['Datum;Haven;Middel;Gewicht bruto (kg);Opmerking', 'gross'],
    ['Date;Port;Produit;Poids net (kg);Observations', 'net'],
    ['Datum;Hafen;Stoff;Bruttogewicht (kg);Bemerkung', 'gross'],
    ['Date;Port;Drug;Gross weight (kg);Remarks', 'gross'],
  ])('are net or gross as the heading says: %s', async (heading, massBasis) => {
    const found = await described('vondsten.csv', finds(heading));
    expect(quantity(found)).toMatchObject({ set: { unit: 'kg', massBasis } });
    expect(found.constants['massBasis']).toBeUndefined();
  });

  const plain = 'Datum;Haven;Middel;Gewicht (kg);Opmerking';

  it('are what remarks say, and unknown where they do not', async () => {
    const found = await described(
      'vondsten.csv',
      finds(plain, ['netto', 'bruto, inclusief verpakking', 'net aangekomen', 'bruto 5, netto 4']),
    );
    if (found.trial.kind !== 'ingested') throw new Error(found.trial.problem);
    expect(found.trial.conservation.rejected).toBe(0);
    // The first row, the third and the last are shown.
    expect(found.trial.samples.map(({ after: [one] }) => one?.['massBasis'])).toEqual([
      'net',
      'unknown',
      'unknown',
    ]);
    expect(found.trial.records).toBe(4);
    expect(found.yaml).toContain('{ says: net, to: net }');
    expect(about(found).join()).not.toContain('massBasis');
  });

  it.each([
    ['hidden in a fishing net', 'under safety net', 'gross negligence'],
    ['niet netto gewogen', 'niet het nettogewicht', 'geen bruto gewicht', 'net aangekomen'],
    ['filet net', 'd’un net recul', 'pétrole brut', 'force brute', 'lors du nettoyage'],
    ['nicht brutto gewogen', 'kein Nettogewicht', 'pas le poids net', 'not net weight'],
  ])('are not what a net, a denial or crude oil says: %s', async (...remarks) => {
    const filled = ['', '', '', '', ''].map((_, at) => remarks[at] ?? 'gewogen');
    for (const head of [
      plain,
      'Date;Port;Drug;Weight (kg);Remarks',
      'Date;Port;Produit;Poids (kg);Observations',
    ]) {
      const found = await described('vondsten.csv', finds(head, filled));
      expect(found.constants['massBasis']?.value).toBe('unknown');
      expect(found.yaml).not.toContain('to: massBasis');
    }
  });

  it.each([
    ['Date;Port;Produit;Poids (kg);Observations', '12 kg net', 'net'],
    ['Date;Port;Produit;Poids (kg);Observations', 'poids brut', 'gross'],
    ['Date;Port;Drug;Weight (kg);Remarks', 'gross weight, as landed', 'gross'],
    [plain, 'nettogewicht', 'net'],
  ])('are what a remark says of the weight: %s, %s', async (head, remark, massBasis) => {
    const found = await described('vondsten.csv', finds(head, [remark, 'x', 'y', 'niet netto']));
    if (found.trial.kind !== 'ingested') throw new Error(found.trial.problem);
    expect(found.trial.samples.map(({ after: [one] }) => one?.['massBasis'])).toEqual([
      massBasis,
      'unknown',
      'unknown',
    ]);
  });

  it('are what a bare word says only in a heading that holds their unit', async () => {
    const bare = 'Date;Port;Drug;WEIGHT;Remarks'.replace('WEIGHT', 'Net (kg)');
    expect(quantity(await described('finds.csv', finds(bare)))).toMatchObject({
      set: { massBasis: 'net' },
    });
  });

  it('are said to be unknown where nothing tells, without a question', async () => {
    const found = await described('vondsten.csv', finds(plain));
    expect(found.constants['massBasis']?.value).toBe('unknown');
    expect(found.yaml).toMatch(
      /massBasis: unknown # 0\.85: nothing says whether the weights are net/u,
    );
    expect(about(found).join()).not.toContain('massBasis');
    const titled = await described('vondsten.csv', [
      'Vondsten, brutogewichten',
      '',
      ...finds(plain),
    ]);
    expect(titled.constants['massBasis']?.value).toBe('gross');
  });
});

describe('the language of a short file', () => {
  it.each([
    [['Provincie;Bevolking op 1 januari', 'Antwerpen;1900000', 'Limburg;890000'], 'nl'],
    [['Provincie;NIS', 'Antwerpen;10000', 'Limburg;70000'], 'nl'],
    [['Commune;INS;Habitants', 'Liège;62063;195000', 'Namur;92094;112000'], 'fr'],
    [['Quartal;Aufgriffe', '2031-Q1;5', '2031-Q2;7'], 'de'],
    [['Quarter;Interceptions', '2031-Q1;5', '2031-Q2;7'], 'en'],
  ])('is that of its headings: %j', async (lines, language) => {
    const found = await described('kort.csv', lines);
    expect(found.language.value).toBe(language);
  });
});

describe('what courts and police count besides offences', () => {
  it('is no registered offence for certain, though its rows name offences', async () => {
    const found = await described('verurteilte.csv', [
      'Verurteilte: Deutschland, Jahre, Straftaten',
      'Straftaten;2030;2031',
      ...['Diebstahl', 'Körperverletzung', 'Betrug', 'Straftaten nach dem Waffengesetz'].map(
        (kind, at) => `${kind};${4120 + at};${4231 + at}`,
      ),
    ]);
    expect(about(found)).toContain('metric and unit and basis');
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain(
      '"Verurteilte" points to what courts, prosecutors, prisons or surveys count',
    );
  });

  it.each([
    ['Interpellations pour infraction à la législation', 'arrests'],
    ['Personnes mises en cause pour infractions diverses', 'suspects'],
  ])('is what the title names first, asked: %s', async (title, metric) => {
    const found = await described('faits.csv', [
      title,
      'Type d’infraction;2030;2031',
      ...['Usage', 'Usage-revente', 'Trafic'].map((kind, at) => `${kind};${412 + at};${431 + at}`),
    ]);
    expect(found.constants['metric']).toMatchObject({ value: metric });
    expect(about(found)).toContain('metric and unit and basis');
  });
});

it('asks what an asterisk instead of a figure means, and keeps one beside figures', async () => {
  const found = await described('kantone.csv', [
    'Straftat;2029;2030;2031',
    'Diebstahl;412;431;440',
    'Privatbestechung;*;*;3',
    'Betrug;112;98;143',
  ]);
  expect(about(found)).toContain('missing mark "*"');
  expect(found.trial).toMatchObject({ conservation: { rejected: 0 } });
});

describe('what is not read of a file', () => {
  const kept = ({ trial }: FileDescription): unknown =>
    trial.kind === 'ingested' && trial.conservation.rejected;

  it('is no place for its heading alone, and refuses no row', async () => {
    const found = await described('drugs_seizures.csv', [
      'force,drug,2029,2030,2031',
      ...['police', 'border'].flatMap((force, at) => [
        `${force},Cocaine,${14946 + at},16830,18315`,
        `${force},Heroin,${13161 + at},9065,8534`,
      ]),
    ]);
    expect(written(found, 'force')).not.toMatchObject({ to: 'place' });
    expect(kept(found)).toBe(0);
    expect(found.constants['metric']).toMatchObject({ value: 'seizures', confidence: 0.6 });
  });

  it('is a place of its own, asked, where no name of any is known', async () => {
    const found = await described('cases.csv', [
      'police force;2029;2030',
      'Northern Vale;4120;4231',
      'Southern Vale;3120;3231',
    ]);
    expect(about(found)).toContain('column police force');
    expect(kept(found)).toBe(0);
  });

  it('is a unit that pieces stand in for', async () => {
    const found = await described('cases.csv', [
      'Annee;Infraction;Unité;Valeur',
      '2029;Vols avec armes;Ménage sondé;4120',
      '2030;Vols avec armes;Ménage sondé;4121',
      '2031;Vols avec armes;Ménage sondé;4122',
    ]);
    expect(about(found)).toContain('column Unité');
    expect(kept(found)).toBe(0);
  });

  it('is asked where a unit is of thousands, and only its rows are refused', async () => {
    const found = await described('volume.csv', [
      'drug;unit;2029;2030',
      'Cocaine;kg;951;381',
      'LSD;dose(000s);39;5',
      'Heroin;kg;473;346',
    ]);
    expect(kept(found)).toBe(2);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain(
      '"dose(000s)" says "(000s)"',
    );
  });

  it('is the rest of the countries beside it, left out and asked', async () => {
    const found = await described('Quantity of cannabis plants seized 2029-2031.csv', [
      'Year,Spain,Netherlands,Belgium,Italy,Other countries',
      '2029,1,2000000,337955,1008223,427820',
      '2030,2,1400000,330675,4122617,487036',
      '2031,3,1218000,396758,894862,499385',
    ]);
    expect(about(found)).toContain('column Other countries');
    expect(found.constants).toMatchObject({
      substance: { value: 'CAN_PLANT' },
      unit: { value: 'plant' },
    });
    expect(kept(found)).toBe(0);
  });

  it('is a unit that no price can be in', async () => {
    const found = await described('prices.csv', [
      'Year;Mean price cocaine',
      '2029;8470',
      '2030;3186',
      '2031;4255',
    ]);
    expect(found.trial.kind).toBe('ingested');
  });
});

it('reads for how much a price is from its heading', () => {
  expect(measureOf('Mean price (EUR) for 1kg herbal cannabis')?.set).toMatchObject({
    metric: 'price',
    unit: 'EUR/kg',
  });
  expect(measureOf('Price per 1 g (USD)')?.set).toMatchObject({ unit: 'USD/g' });
  expect(measureOf('Price for customers (EUR)')?.set['unit']).toBeUndefined();
});

it('knows keys of the PKS by their dashes, also where a spreadsheet took their noughts', async () => {
  const found = await described('zeitreihe.csv', [
    'Schluessel;Straftat;Jahr;Anzahl',
    ...[2029, 2030, 2031].flatMap((year) => [
      `------;Straftaten insgesamt;${year};12904`,
      `0;Straftaten gegen das Leben;${year};365`,
      `10000;Mord;${year};96`,
    ]),
  ]);
  expect(found.constants['place']?.value).toBe('DE');
});

it('takes the publisher by a name that the list has with its letters', async () => {
  const found = await described('suspects.csv', [
    'Year;Suspects',
    '2029;992608',
    '2030;159809',
    '',
    'Source: Federal Criminal Police Office, Wiesbaden',
  ]);
  expect(found.yaml).toContain('publisher: DE_BKA');
});

describe('rows of which each says what they are of', () => {
  const rows = (name: string, kinds: readonly string[]): readonly string[] => [
    'STRUCTURE_NAME;iccs;sex;unit;geo;TIME_PERIOD;OBS_VALUE',
    ...['BE', 'NL', 'LU'].flatMap((geo, at) =>
      kinds.map((kind) => `${name};${kind};F;NR;${geo};2030;${51 + at}`),
    ),
  ];

  it.each(['Prisoners by offence category', 'Prison places by offence category'])(
    'count what the data set is called, and no offences: %s',
    async (name) => {
      const found = await described('data.csv', rows(name, ['ICCS0101', 'ICCS0401']));
      expect(found.constants['metric']).toMatchObject({ standsIn: true });
      expect(about(found)).toContain('column unit');
    },
  );

  it('are not of the whole where they are of one sex, and that is asked once', async () => {
    const found = await described(
      'data.csv',
      rows('Police-recorded offences by offence category', ['ICCS0101', 'ICCS0401']),
    );
    expect(about(found).filter((each) => each.includes('sex'))).toEqual(['column sex']);
    expect(found.constants['metric']?.value).toBe('offences');
  });

  it('count convicted persons, for which no metric is proposed', async () => {
    const found = await described('data.csv', [
      'leg_stat;unit;geo;TIME_PERIOD;OBS_VALUE',
      ...['BE', 'NL', 'LU'].map((geo, at) => `PER_CNV;NR;${geo};2030;${51 + at}`),
    ]);
    expect(found.constants['metric']).toMatchObject({ standsIn: true });
  });

  it('are of a survey, and of no police, where the source of each row is one', async () => {
    const found = await described('plaintes.csv', [
      'Annee;Valeurs;Source;Indicateurs;Unité de compte',
      ...[2029, 2030, 2031].flatMap((year) => [
        `${year};4${year};Enquêtes auprès des ménages;Escroqueries bancaires;Ménage victime`,
        `${year};3${year};Enquêtes auprès des ménages;Vols avec violence;Ménage victime`,
      ]),
    ]);
    expect(found.constants['agencies']).toBeUndefined();
    expect(found.constants['metric']).toMatchObject({ standsIn: true });
  });
});

describe('amounts of drugs whose title gives a unit', () => {
  it('are in the unit behind a drug, where one stands, and a number of seizures among them is no amount', async () => {
    const found = await described('rauschgift.csv', [
      'Sichergestellte Mengen (Mengen in kg, soweit nicht anders angegeben)',
      'Rauschgift;2030;2031',
      'Kokain;4120;3871',
      'Heroin;112;98',
      'Ecstasy (Tabletten);5002;6310',
      'Anzahl der Aufgriffe;812;903',
    ]);
    const after =
      found.trial.kind === 'ingested' ? found.trial.samples.flatMap((sample) => sample.after) : [];
    expect(after.map(({ nationalCode, unit }) => [nationalCode, unit])).toContainEqual([
      'Ecstasy (Tabletten)',
      'tablet',
    ]);
    expect(after.map(({ unit }) => unit)).toContain('kg');
    expect(conserved(found)).toEqual([8, { 'rauschgift-other': 2 }]);
    expect(found.decisions.map(({ question }) => question.en).join('\n')).toContain(
      '"Ecstasy (Tabletten)" says a unit of its own; the other rows are in kg',
    );
  });
});

describe('figures that follow from those beside them', () => {
  it('are no years of a fold, and no values where all are percentages', async () => {
    const found = await described('professions.csv', [
      'Déclarations de soupçon reçues par profession',
      'Profession;2030;2031;Évolution 2030/2031;Part en 2031;Importance',
      'Banques;4120;4500;9,2 %;90,0 %;1,0 %',
      'Notaires;412;440;6,8 %;8,8 %;2,0 %',
      'Casinos;55;60;9,1 %;1,2 %;3,0 %',
    ]);
    expect(found.folds.map(({ headings }) => headings)).toEqual([['2030', '2031']]);
    expect(found.columns.filter(({ to }) => to === 'value')).toEqual([]);
    expect(conserved(found)).toEqual([6, {}]);
  });

  it('are ages by the years that they say, and no places', async () => {
    const found = await described('alter.csv', [
      'Schlüssel;Jahr;Tatverdächtige insgesamt;21 - u23;23 - u25;30 und älter',
      ...['010000', '730000', '731000', '891000'].map(
        (key, at) => `${key};2031;${412 + at};${40 + at};${30 - at};${17 + at}`,
      ),
    ]);
    expect(found.folds).toEqual([]);
    expect(written(found, 'Tatverdächtige insgesamt')).toMatchObject({ to: 'value' });
  });
});

describe('a total that alone has a sign between its thousands', () => {
  it('is the sum of its parts beside a decimal comma', async () => {
    const found = await described('laender.csv', [
      'Land;Straftaten 2030;Straftaten 2031;Veränderung in %',
      'Bayern;612;703;14,9',
      'Hessen;455;401;-11,9',
      'Sachsen;233;296;27,0',
      'Gesamt;1.300;1.400;7,7',
    ]);
    expect(conserved(found)).toEqual([8, { 'gesamt-total': 2 }]);
  });
});

describe('labels of totals and dimensions', () => {
  it('are read where the dimension stands before the total', async () => {
    const found = await described('grade.csv', [
      'Polizeilich erfasste Straftaten, Deutschland',
      'Straftat;Grad;Jahr;Anzahl',
      ...['Diebstahl', 'Betrug', 'Raub', 'Nötigung'].flatMap((kind, at) => [
        `${kind};Grad - Total;2031;${130 + at}`,
        `${kind};vollendet;2031;${100 + at}`,
        `${kind};versucht;2031;30`,
      ]),
    ]);
    expect(conserved(found)).toEqual([12, { 'grad-detail': 8 }]);
  });

  it('are what the column before them says in flat files of GENESIS', async () => {
    const found = await described('flat.csv', [
      'statistics_code;statistics_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value',
      ...['Betrug und Untreue', 'Diebstahl', 'Raub'].flatMap((kind, at) =>
        [2030, 2031].map(
          (year) => `24311;Statistik;${year};ART;Art der Straftat;ART-${at};${kind};${120 + at}`,
        ),
      ),
    ]);
    expect(written(found, 'statistics_code')).toMatchObject({ ignore: expect.anything() });
    expect(written(found, '1_variable_attribute_label')).toMatchObject([
      { to: 'nationalCode' },
      { to: 'offence' },
    ]);
  });
});

describe('tables that were taken for lists of codes', () => {
  it('have a figure a month, whatever heads them', async () => {
    const found = await described('mensuel.csv', [
      'Personnes mises en cause pour usage de stupéfiants, France (hors Mayotte)',
      'Mois;Relevé;Données corrigées des variations saisonnières (CVS)',
      ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'].map(
        (month, at) => `${month} 2031;${13169 + at * 7};${13200 + at}`,
      ),
    ]);
    expect(found.unfit).toBeNull();
    expect(found.constants).toMatchObject({
      metric: { value: 'suspects' },
      place: { value: 'FR' },
    });
    expect(conserved(found)).toEqual([6, {}]);
  });
});

describe('figures below the word for offences', () => {
  it('are their number beside a column of kinds', async () => {
    const found = await described('straftaten.csv', [
      'Straftat;Jahr;Straftaten',
      ...['Diebstahl', 'Betrug', 'Raub'].flatMap((kind, at) =>
        [2030, 2031].map((year) => `${kind};${year};${120 + at}`),
      ),
    ]);
    expect(written(found, 'Straftaten')).toMatchObject({
      to: 'value',
      set: { metric: 'offences', unit: 'offence' },
    });
  });
});

describe('subtotals beside the total of all', () => {
  it('are left out with the parts that no field holds', async () => {
    const found = await described('meldungen.csv', [
      'Verdachtsmeldungen nach Verpflichteten',
      'Verpflichtete;2030;2031',
      'Kreditinstitute;4120;4500',
      'Zahlungsinstitute;412;440',
      'Finanzsektor insgesamt;4532;4940',
      'Notare;55;60',
      'Makler;12;14',
      'Nichtfinanzsektor insgesamt;67;74',
      'Behörden;*;*',
      'Gesamt;4599;5014',
    ]);
    expect(conserved(found)).toEqual([16, { 'verpflichtete-detail': 14 }]);
    expect(about(found)).toContain('exclude verpflichtete-detail');
  });
});

describe('what a table itself says', () => {
  it('is how many offences were recorded, by its title', async () => {
    const kinds = ['Contre les personnes;7011;7212', 'Contre les biens;28011;27902'];
    const of = (title: string) =>
      described('infractions.csv', [title, '', 'Groupe;2030;2031', ...kinds]);
    expect(about(await of('Infractions déclarées à la police')).join()).not.toContain('metric');
    expect(about(await of('Taux d’élucidation des infractions déclarées'))).not.toEqual(
      about(await of('Infractions déclarées à la police')),
    );
  });

  it.each([
    'Recorded crime: financial loss',
    'Recorded offences, change on previous year',
    'Recorded offences (thousands)',
    'Infractions constatées par 1000 habitants',
    'Police officers injured during recorded offences',
    'Number of suspects released',
  ])('is no number of offences or suspects where its title says more: %s', async (title) => {
    const { constants } = await described('figures.csv', [
      title,
      '',
      'Country;2030;2031',
      ...['Belgium;12000;13000', 'France;45000;52000', 'Germany;3000;8000'],
    ]);
    expect(constants['metric']?.confidence).toBeLessThan(0.8);
  });

  it.each([
    ['Seizures of cocaine precursors (kg)', 0.7],
    ['Heroin seizures: laboratories', 0.7],
    ['Quantities of cocaine seized (kg)', 0.88],
    ['Cocaine seizures, 2030–2031 (kg)', 0.88],
  ])('is of one drug only where its title says no more: %s', async (title, confidence) => {
    const { constants } = await described('figures.csv', [
      title,
      '',
      'Country;2030;2031',
      ...['Belgium;12;13', 'France;45;52', 'Germany;3;8'],
    ]);
    expect(constants['substance']?.confidence).toBe(confidence);
  });

  it('is the number of persons with which its title begins', async () => {
    const { constants } = await described('usage.csv', [
      'Nombre mensuel de mis en cause pour usage de stupéfiants',
      '',
      'Mois;Nombre',
      ...['Janvier 2031;21022', 'Février 2031;20111', 'Mars 2031;23001'],
    ]);
    expect(constants['metric']).toMatchObject({ value: 'suspects', confidence: 0.88 });
  });

  it('is no report to an FIU where police register kinds of offences', async () => {
    const { constants } = await described('meldingen.csv', [
      'Gemeente;Soort misdrijf;2030;2031',
      'Vlissingen;3.1.1 Drugs/drankoverlast;212;198',
      'Vlissingen;3.1.3 Drugshandel;101;88',
      'Terneuzen;3.1.1 Drugs/drankoverlast;188;170',
      'Terneuzen;3.1.3 Drugshandel;71;66',
    ]);
    expect(constants['metric']).toMatchObject({ value: 'offences', confidence: 0.6 });
  });

  it('is what the words of a measure and the list agree on, with the rest of its words', async () => {
    const found = await described('cts.csv', [
      'Country,Indicator,Year,Unit of measurement,VALUE',
      'Belgium,Persons arrested/suspected for drug offences,2031,Counts,41022',
      'Luxembourg,Persons arrested/suspected for drug offences,2031,Counts,3011',
      'Netherlands,Persons arrested/suspected for drug offences,2031,Counts,20122',
    ]);
    const [metric, code] = written(found, 'Indicator') as readonly unknown[];
    expect([metric, code]).toMatchObject([{ to: 'metric' }, { to: 'nationalCode' }]);
    expect(written(found, 'Unit of measurement')).toEqual({
      to: 'unit',
      codes: { Counts: 'suspect' },
    });
    expect(about(found)).toEqual(['publisher']);
  });

  it('is the number of what the name of its data set says', async () => {
    const found = await described('linear.csv', [
      'STRUCTURE_NAME,iccs,unit,Unit of measure,geo,TIME_PERIOD,OBS_VALUE',
      'Police-recorded offences by offence category,ICCS0601,NR,Number,BE,2031,55120',
      'Police-recorded offences by offence category,ICCS0601,NR,Number,DE,2031,340112',
      'Police-recorded offences by offence category,ICCS0701,NR,Number,BE,2031,48011',
      'Police-recorded offences by offence category,ICCS0701,NR,Number,DE,2031,801200',
    ]);
    expect(about(found)).not.toContain('column Unit of measure');
  });

  it('is a kind of offence under a heading of offences, and of nothing else', async () => {
    const of = (heading: string) =>
      described('drugs.csv', [
        'Geregistreerde feiten, België',
        '',
        `${heading};2030;2031`,
        ...['Bezit;30112;29880', 'Handel;9011;9402', 'Gebruik;212;240'],
      ]);
    expect(about(await of('Feit'))).not.toContain('column Feit');
    expect(about(await of('Figuur'))).toContain('column Figuur');
  });

  it('is the port and not the region under a heading of ports', async () => {
    const found = await described('seehafen.csv', [
      'Kokainsicherstellungen in deutschen Seehäfen in Kilogramm',
      '',
      'Seehafen;2030;2031',
      ...['Hamburg;9011;25012', 'Bremerhaven;2011;4012', 'Wilhelmshaven;0;12'],
    ]);
    expect(found.yaml + found.crosswalks.map(({ text }) => text).join('')).toContain('DEHAM');
    expect(found.trial.kind === 'ingested' && found.trial.conservation.rejected).toBe(0);
  });

  it('is no port where its name is only near that of one, as every slip of the pen is asked', async () => {
    const found = await described('havens.csv', [
      'Haven;2030;2031',
      ...['Vlissingen;9011;25012', 'Roterdam;2011;4012', 'Gent;210;120'],
    ]);
    const [rows = ''] = found.crosswalks.map(({ text }) => text);
    expect(rows).toMatch(/^Roterdam,NLRTM,exact,"decide: /mu);
  });

  it('is a province where its key is the finest place there is', async () => {
    const found = await described('TF_PROV.csv', [
      'CD_YEAR;CD_PROV_REFNIS;TX_PROV_DESCR_NL;TX_CRIME_NL;MS_REGISTERED_FACTS',
      '2031;10000;Provincie Antwerpen;Drugs;22011',
      '2031;40000;Provincie Oost-Vlaanderen;Drugs;14022',
      '2031;10000;Provincie Antwerpen;Diefstal;61022',
      '2031;40000;Provincie Oost-Vlaanderen;Diefstal;41022',
    ]);
    expect(written(found, 'CD_PROV_REFNIS')).toMatchObject({ to: 'place' });
    expect(written(found, 'MS_REGISTERED_FACTS')).toMatchObject({ set: { metric: 'offences' } });
  });

  it.each([
    ['BU-F-05-T05-Schusswaffen_2031.csv', [], 0.86],
    ['faelle.csv', ['Erfasste Fälle 2031', 'V1.0 erstellt am 01.02.2032'], 0.86],
    ['05-faelle_2031.csv', [], 0.8],
  ])('is its year: %s %s', async (name, titles, confidence) => {
    const { constants } = await described(name, [
      ...titles,
      'Schlüssel;Straftat;Bundesland;Anzahl erfasste Fälle',
      ...['730000;Rauschgiftdelikte;Hessen;19870', '730000;Rauschgiftdelikte;Bremen;3911'],
    ]);
    expect(constants['period']).toMatchObject({ value: '2031', confidence });
  });
});

describe('what is counted, and of which country', () => {
  const kinds = ['Trafic de stupéfiants;1402;1811', 'Escroquerie;22011;24880', 'Vol;31;28'];

  it('is what a title names first: reports by the offence they are of', async () => {
    const { constants } = await described('tendances.csv', [
      'Tracfin - Déclarations de soupçon par infraction sous-jacente',
      'Infraction;2030;2031',
      ...kinds,
    ]);
    expect(constants).toMatchObject({
      metric: { value: 'str_reports', confidence: 0.88 },
      unit: { value: 'report' },
      basis: { value: 'not_applicable' },
    });
  });

  it('is asked where what is reported may be settled by a prosecutor, and no report to an FIU', async () => {
    const { constants } = await described('t.csv', [
      'Meldingen en transacties naar soort misdrijf',
      'Soort misdrijf;2030;2031',
      ...['Diefstal;401;420', 'Mishandeling;31;28'],
    ]);
    expect(constants['metric']?.confidence).toBeLessThan(0.85);
  });

  it('is asked with its unit, which is no surer', async () => {
    const found = await described('t.csv', [
      'Infractions, mis en cause',
      'Infraction;2030;2031',
      ...kinds,
    ]);
    expect(about(found)).toContain('metric and unit and basis');
  });

  it.each([
    'Geregistreerde drugsmisdrijven per jaar',
    'Polizeilich erfasste Rauschgiftdelikte nach Jahr',
  ])('is recorded also in a longer word: %s', async (title) => {
    const { constants } = await described('t.csv', [title, 'Jaar;Waarde', '2030;601', '2031;588']);
    expect(constants['metric']).toMatchObject({ value: 'offences', confidence: 0.88 });
  });

  it('is a number of offences where the rows say so, whatever words stand for the unit', async () => {
    const found = await described('cts.csv', [
      'Country,Indicator,Year,Unit of measurement,VALUE',
      ...['BEL,Belgium', 'DEU,Germany'].flatMap((line) => {
        const [, country] = line.split(',');
        return [
          `${country},Offences: unlawful drug trafficking,2030,Counts,12011`,
          `${country},Offences: unlawful drug trafficking,2030,"Rate per 100,000 population",102.3`,
        ];
      }),
    ]);
    expect(about(found)).not.toContain('column Unit of measurement');
  });

  it('is reported by trades, in however few rows', async () => {
    const found = await described('FIU-Nederland_2031.csv', [
      'Meldgroep;Aantal ongebruikelijke transacties',
      ...['Banken;212011', 'Betaaldienstverleners;901022', 'Aanbieders cryptodiensten;14022'],
    ]);
    expect(written(found, 'Meldgroep')).toEqual({ to: 'nationalCode' });
    expect(about(found)).not.toContain('column Meldgroep');
  });

  it('is of the country whose office names its data set, or whose FIU the title names with it', async () => {
    const sdmx = await described('saisies.csv', [
      'DATAFLOW;PRODUCT: Produit;TIME_PERIOD: Période;OBS_VALUE: Valeur;UNIT_MEASURE: Unité',
      ...['COC: Cocaïne;2030;112,4', 'COC: Cocaïne;2031;88,1', 'HER: Héroïne;2030;9,2'].map(
        (row) => `LU1:DF_D6110(1.0);${row};KG: Kilogramme`,
      ),
    ]);
    const crf = await described('crf_luxembourg.csv', [
      'Déclarations d’opérations suspectes reçues',
      'Année;Nombre',
      ...['2030;51022', '2031;48011'],
    ]);
    expect([...about(sdmx), ...about(crf)]).not.toContain('place');
    expect(sdmx.constants['place']).toMatchObject({ value: 'LU' });
    expect(crf.constants['place']).toMatchObject({ value: 'LU' });
    expect(about(sdmx)).not.toContain('column PRODUCT');
  });
});

it('the words of a key stand beside it, whatever its heading counts elsewhere', async () => {
  const found = await described('pks.csv', [
    'Straftatenschlüssel;Straftatengruppe;erfasste Fälle;Jahr',
    ...['730000;Rauschgiftdelikte', '731000;Allgemeine Verstöße', '734000;Illegaler Handel'].map(
      (kind, at) => `${kind};${9011 + at};2031`,
    ),
  ]);
  expect(about(found)).not.toContain('column Straftatengruppe');
});
