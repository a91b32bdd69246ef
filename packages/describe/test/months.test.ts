import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { describe, expect, it } from 'vitest';

async function describedBytes(name: string, bytes: string | Buffer): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'months-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const described = (lines: readonly string[], name = 'maandcijfers.csv'): Promise<FileDescription> =>
  describedBytes(name, `${lines.join('\r\n')}\r\n`);

const about = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map((decision) => decision.about.en);
const asked = ({ decisions }: FileDescription): string =>
  decisions.map(({ question }) => question.en).join('\n');
const written = ({ columns, folds }: FileDescription, heading: string): unknown =>
  [...columns, ...folds].find(({ headings }) => headings[0] === heading)?.written;
const conserved = ({ trial }: FileDescription): unknown =>
  trial.kind === 'ingested' && [trial.conservation.accepted, trial.conservation.exclusions];

/** Three places, one figure each a month: as rows with a total below, and as columns with one beside and below. */
const ports = ['Vlissingen', 'Terneuzen', 'Rotterdam', 'Moerdijk', 'Breda'];
const figure = (place: number, month: number): number => 2 + ((place * 7 + month * 5) % 11);
const asRows = (months: readonly string[], title: readonly string[] = []): readonly string[] => [
  ...title,
  'Maand;Haven;Aantal inbeslagnemingen',
  ...months.flatMap((month, m) => ports.map((port, p) => `${month};${port};${figure(p, m)}`)),
  `Totaal;;${months.flatMap((_, m) => ports.map((_port, p) => figure(p, m))).reduce((a, b) => a + b)}`,
];
const asColumns = (months: readonly string[], title: readonly string[] = []): readonly string[] => {
  const rows = ports.map((_, p) => months.map((_month, m) => figure(p, m)));
  const sum = (row: readonly number[]): number => row.reduce((a, b) => a + b);
  const below = months.map((_, m) => sum(rows.map((row) => row[m] ?? 0)));
  return [
    ...title,
    ['Haven', ...months, 'Totaal'].join(';'),
    ...rows.map((row, p) => [ports[p], ...row, sum(row)].join(';')),
    ['Totaal', ...below, sum(below)].join(';'),
  ];
};

const title = ['Inbeslagnames cocaïne, aantal inbeslagnemingen per maand', 'Stand: 31-01-2033', ''];

describe('months with their year', () => {
  const forms = [
    ['jan-31', 'feb-31', 'mrt-31', 'dec-31'],
    ['janv.-31', 'févr.-31', 'mars-31', 'déc.-31'],
    ['Jan 31', 'Feb 31', 'Mrz 31', 'Dez 31'],
    ['01/2031', '02/2031', '03/2031', '12/2031'],
    ['1-2031', '2-2031', '3-2031', '12-2031'],
    ['2031M01', '2031M02', '2031M03', '2031M12'],
    ['januari 2031', 'februari 2031', 'maart 2031', 'december 2031'],
    ['2031-01-01', '2031-02-01', '2031-03-01', '2031-12-01'],
    ['01-01-2031', '01-02-2031', '01-03-2031', '01-12-2031'],
  ];
  const year = { start: '2031-01-01', end: '2031-12-31' };

  it.each(forms)('%s in rows, and their total apart', async (...months) => {
    const found = await described(asRows(months, title));
    expect(found.record.value).toBe('observation');
    expect(found.period).toEqual(year);
    expect(found.constants).not.toHaveProperty('period');
    expect(conserved(found)).toEqual([20, { 'totaal-total': 1 }]);
    expect(about(found)).not.toContain('column Maand');
    expect(written(found, 'Aantal inbeslagnemingen')).toMatchObject({
      set: { metric: 'seizures' },
    });
  });

  it.each(forms.slice(0, 7))('%s as headings', async (...months) => {
    const found = await described(asColumns(months, title));
    expect(found.period).toEqual(year);
    expect(conserved(found)).toEqual([20, { 'totaal-total': 4 }]);
    expect(written(found, 'Totaal')).toHaveProperty('ignore');
  });

  it('may be quarters, where none is after April or each begins one: asked, unless the heading says months', async () => {
    for (const times of [
      ['1/2031', '2/2031', '3/2031', '4/2031'],
      ['2031-01-01', '2031-04-01', '2031-07-01', '2031-10-01'],
    ]) {
      const rows = asRows(times);
      expect(about(await described(rows))).not.toContain('column Maand');
      const unsaid = rows.map((row) => row.replace('Maand', 'Periode'));
      expect(about(await described(unsaid))).toContain('column Periode');
    }
  });

  it('days of a stock stay days; other first days are asked about, unless the heading says months', async () => {
    const rows = asRows(['01-02-2031', '01-03-2031', '01-05-2031']);
    const as = async (heading: string): Promise<FileDescription> =>
      described(rows.map((row) => row.replace('Maand', heading)));
    for (const heading of ['Peildatum', 'Stichtag', 'Stand am', 'Situation au', 'As of']) {
      const found = await as(heading);
      expect(JSON.stringify(written(found, heading))).not.toContain('01-%m-%Y');
    }
    expect(asked(await as('Datum'))).toContain('whole month, or for that day');
    expect(asked(await as('Maand'))).not.toContain('for that day');
  });

  it('of two digits are asked for their century where they are late in it', async () => {
    const months = ['jan-98', 'feb-98', 'mrt-98', 'apr-99'];
    for (const lay of [asRows, asColumns])
      expect(asked(await described(lay(months)))).toContain('Years of two digits');
  });

  it.each([
    ['one month', 'crime 2031.csv', ['May 29', 'May 30', 'May 31']],
    ['numbers that run on', 'crime.csv', ['Apr 29', 'Apr 30', 'May 01', 'May 02']],
    ['another year in the name', 'crime 2024.csv', ['Jan 14', 'Feb 14', 'Mar 14', 'Apr 15']],
  ])('may be days: %s', async (_, name, times) => {
    for (const lay of [asRows, asColumns]) {
      const lines = lay(times).map((row) => row.replace('Maand', 'Date'));
      expect(asked(await described(lines, name))).toContain('or the day');
      const months = lay(['Jan 30', 'Feb 30', 'Jan 31', 'Feb 31']);
      expect(asked(await described(months, 'crime 2031.csv'))).not.toContain('or the day');
    }
  });

  it('days of single finds stay days, though some begin a month', async () => {
    const found = await described([
      'Datum;Haven;Drug;Hoeveelheid (kg);Container',
      '01-03-2031;Vlissingen;cocaïne;120;MSKU1234565',
      '14-03-2031;Vlissingen;cocaïne;12;TGHU7654323',
      '01-05-2031;Terneuzen;heroïne;40;MSCU1111117',
    ]);
    expect(found.record.value).toBe('seizure');
    expect(written(found, 'Datum')).toEqual({ to: 'date', as: 'date', format: '%d-%m-%Y' });
  });
});

describe('months without their year', () => {
  const months = ['januari', 'februari', 'maart', 'december'];
  const of = (text: string): readonly string[] => [text, 'Stand: 31-01-2033', ''];

  it.each([
    ['rows', asRows],
    ['columns', asColumns],
  ])('have it from the title, in %s', async (_, lay) => {
    const found = await described(lay(months, of('Aantal inbeslagnames cocaïne 2031')));
    expect(found.constants['period']?.value).toBe('2031');
    expect(found.trial.kind === 'ingested' && found.trial.samples[0]?.after[0]).toMatchObject({
      periodStart: '2031-01-01',
      periodEnd: '2031-01-31',
    });
    expect(about(found)).not.toContain('period');
  });

  it('are asked for it where only the day of the extract has one', async () => {
    for (const lay of [asRows, asColumns]) {
      const found = await described(lay(months, of('Aantal inbeslagnames cocaïne')));
      expect(about(found)).toContain('period');
      expect(found.constants['period']?.value).toBe('');
      expect(found.yaml).not.toContain('2033\n');
    }
  });

  it('have it from the column beside them, by name or number', async () => {
    for (const [heading, part] of [
      ['Mois', ['janvier', 'février', 'mars', 'avril', 'mai']],
      ['Mois', ['1', '2', '3', '4', '5']],
      ['Trimestre', ['T1', 'T2', 'T3', 'T4']],
      ['Trimestre', ['1', '2', '3', '4']],
    ] as const) {
      const found = await described([
        `Année;${heading};Nombre de faits constatés`,
        ...[2030, 2031].flatMap((year) => part.map((each, at) => `${year};${each};${90 + at}`)),
      ]);
      expect(written(found, heading)).toMatchObject({ to: 'periodPart' });
      expect(conserved(found)).toEqual([2 * part.length, {}]);
      expect(about(found)).not.toContain(`column ${heading}`);
    }
  });
});

describe('bare numbers', () => {
  const beside = (heading: string, numbers: readonly string[]): readonly string[] => [
    `Jaar;${heading};Aantal inbeslagnames`,
    ...[2030, 2031].flatMap((year) => numbers.map((each, at) => `${year};${each};${90 + at}`)),
  ];

  it.each([
    'Peine (mois)',
    'Freiheitsstrafe in Monaten',
    'Durée en mois',
    'Deprivation quartile',
    'Kwartier',
    'Quartier',
  ])('under %s are no parts of a year', async (heading) => {
    const found = await described(beside(heading, ['1', '2', '3', '4']));
    expect(found.yaml).not.toContain('periodPart');
  });

  it('of a measure are no halves or quarters, and Monday is no month', async () => {
    const arms = await described(beside('Halbautomatische Waffen', ['1', '2']));
    expect(arms.yaml).not.toContain('periodPart');
    const harm = await described([
      'Gemeente;Jaar;Atteintes au patrimoine',
      ...ports.map((port, at) => `${port};2031;${1 + (at % 4)}`),
    ]);
    expect(written(harm, 'Atteintes au patrimoine')).toMatchObject({ to: 'value' });
    const week = await described([
      'Gemeente;Mo;Di;Mi;Do;Fr',
      ...ports.map((port, at) => `${port};${3 + ((at * 2) % 5)};2;4;5;6`),
    ]);
    expect(week.yaml).not.toContain('periodPart');
  });

  it('are asked about where more than the word stands above them, or some are missing', async () => {
    for (const [heading, numbers] of [
      ['Maand van pleging', ['1', '2', '3', '4']],
      ['Berichtsquartal', ['I', 'II', 'III', 'IV']],
      ['Mois', ['3', '6', '12']],
    ] as const) {
      const found = await described(beside(heading, numbers));
      expect(written(found, heading)).toMatchObject({ to: 'periodPart' });
      expect(asked(found)).toContain(`"${heading}" a part of the year`);
    }
    for (const heading of ['Maand', 'Monat', 'Month', 'Kwartaal', 'Quartal', 'Quarter']) {
      const found = await described(beside(heading, ['1', '2', '3', '4']));
      expect(about(found)).not.toContain(`column ${heading}`);
    }
  });
});

it('weeks beside their year are asked about, and never refused row by row', async () => {
  const found = await described([
    'Jahr;Zeitraum;Anzahl Straftaten',
    ...[2030, 2031].flatMap((year) =>
      ['W01', 'W02', 'W03', 'W04'].map((week, at) => `${year};${week};${90 + at}`),
    ),
  ]);
  expect(found.yaml).not.toContain('periodPart');
  expect(about(found)).toContain('column Zeitraum');
});

it('codes that may be terminals are no quarters', async () => {
  const rows = await described([
    'Jaar,Terminal,Aantal inbeslagnames',
    ...['T1', 'T2', 'T3', 'T4'].map((terminal, at) => `2031,${terminal},${4 + at}`),
  ]);
  expect(JSON.stringify(written(rows, 'Terminal'))).not.toContain('periodPart');
  const columns = await described([
    'Aantal inbeslagnames 2031 per terminal',
    'Drug;T1;T2;T3;T4',
    'cocaïne;4;5;6;7',
    'heroïne;1;2;3;4',
    'hasj;8;1;9;2',
  ]);
  expect(JSON.stringify(columns.folds.map((fold) => fold.written))).not.toContain('periodPart');
});

it('a workbook of months, with how many finds each row counts, holds no single finds', async () => {
  // Days as Excel counts them: 44927 is 2023-01-01.
  const firsts = [44_927, 44_958, 44_986, 45_017, 45_047, 45_078];
  const sheet: XLSX.WorkSheet = { '!ref': 'A1:D13' };
  for (const [at, text] of ['Mois', 'Port', 'Nombre de saisies', 'Quantité (kg)'].entries())
    sheet[XLSX.utils.encode_cell({ r: 0, c: at })] = { t: 's', v: text };
  for (let row = 0; row < 12; row++) {
    const cells = [
      { t: 'n', v: firsts[row >> 1] ?? 0, z: 'mmm-yy' },
      { t: 's', v: row % 2 ? 'Dunkerque' : 'Le Havre' },
      { t: 'n', v: 3 + row },
      { t: 'n', v: 120 + row * 7 },
    ] as const;
    for (const [at, cell] of cells.entries())
      sheet[XLSX.utils.encode_cell({ r: row + 1, c: at })] = { ...cell };
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Saisies');
  const found = await describedBytes(
    'saisies.xlsx',
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  );
  expect(found.record.value).toBe('observation');
  expect(found.period).toEqual({ start: '2023-01-01', end: '2023-06-30' });
  expect(written(found, 'Nombre de saisies')).toMatchObject({
    to: 'value',
    set: { metric: 'seizures', unit: 'seizure' },
  });
  expect(written(found, 'Quantité (kg)')).toMatchObject({
    set: { metric: 'quantity', unit: 'kg' },
  });
});

describe('a workbook with a sheet a year', () => {
  const heading = ['Maand', 'Haven', 'Aantal vangsten'];
  const rows = (factor: number): readonly (readonly (string | number)[])[] =>
    ['januari', 'februari', 'maart'].flatMap((month, at) =>
      ['Gent', 'Antwerpen'].map((port, n) => [month, port, factor * (3 + at + n)]),
    );
  const book = (sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>) => {
    const found = XLSX.utils.book_new();
    for (const [name, cells] of Object.entries(sheets))
      XLSX.utils.book_append_sheet(
        found,
        XLSX.utils.aoa_to_sheet(cells.map((row) => [...row])),
        name,
      );
    return XLSX.write(found, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };

  it.each([
    ['2030', '2031'],
    ['Vangsten 2030', 'Vangsten 2031'],
  ])('is read whole, each year from the name of its sheet: %s, %s', async (first, second) => {
    const found = await describedBytes(
      'vangsten.xlsx',
      book({ [first]: [heading, ...rows(1)], [second]: [heading, ...rows(2)] }),
    );
    expect(about(found).join()).not.toMatch(/sheet|period/u);
    expect(found.period).toEqual({ start: '2030-01-01', end: '2031-03-31' });
    expect(found).toMatchObject({ rows: 12, otherSheets: [] });
    expect(conserved(found)).toEqual([12, {}]);
  });

  it('has a title without the year of its first sheet', async () => {
    const titled = (year: number) => [[`Vangsten in zeehavens, ${year}`], heading, ...rows(1)];
    const found = await describedBytes(
      'vangsten.xlsx',
      book({ 2030: titled(2030), 2031: titled(2031) }),
    );
    expect(found.yaml).toContain('nl: Vangsten in zeehavens, fr');
    expect(found.yaml).not.toMatch(/citation:.*zeehavens, 2030/u);
  });

  it('has the year of each from no part of a longer number', async () => {
    const found = await describedBytes(
      'tab.xlsx',
      book({
        'Tab 12010 2030': [heading, ...rows(1)],
        'Tab 12010 2031': [heading, ...rows(2)],
      }),
    );
    expect(found.period).toEqual({ start: '2030-01-01', end: '2031-03-31' });
    expect(conserved(found)).toEqual([12, {}]);
  });

  it.each(['stand 2030-01', 'Vangsten 2030/07', 'Vangsten 2030 K1', 'Havens 2030/31'])(
    'is asked for its period where more than the year stands in the name: %s',
    async (name) => {
      const bare = rows(1).map(([, port = '', n = 0]) => [port, n]);
      const found = await describedBytes(
        'deel.xlsx',
        book({ [name.replace('/', '.')]: [['Haven', 'Aantal vangsten'], ...bare.slice(0, 2)] }),
      );
      expect(about(found).join()).toContain('period');
    },
  );

  it('is asked where headings differ or parts of a year are sheets, and no year is that of another sheet', async () => {
    const other = await describedBytes(
      'anders.xlsx',
      book({ 2030: [heading, ...rows(1)], 2031: [['Mois', 'Port', 'N'], ...rows(2)] }),
    );
    expect(other.otherSheets).toEqual(['2031']);
    expect(other.period).toEqual({ start: '2030-01-01', end: '2030-03-31' });
    const bare = rows(1)
      .slice(0, 2)
      .concat([['', 'Zeebrugge', 4]])
      .map(([, port = '', n = 0]) => [port, n]);
    const quarters = await describedBytes(
      'kwartalen.xlsx',
      book({
        'K1 2030': [['Haven', 'Aantal vangsten'], ...bare],
        'K2 2030': [['Haven', 'Aantal vangsten'], ...bare],
      }),
    );
    expect(about(quarters).join()).toMatch(/file (?:sheet|layout)/u);
    expect(quarters.yaml).toMatch(/period: \{ fromSheet: .*, as: period/u);
    expect(quarters.period).toEqual({ start: '2030-01-01', end: '2030-03-31' });
  });
});

describe('a row of totals that has no other label', () => {
  const lines = [
    'Zaaknr;Datum;Haven;Drug;Hoeveelheid (kg)',
    'A-31-1;05-01-2031;Vlissingen;cocaïne;412,5',
    'A-31-2;14-02-2031;Terneuzen;heroïne;18',
    'A-31-3;28-02-2031;Vlissingen;cocaïne;75',
    'A-31-4;11-03-2031;Rotterdam;hasj;310',
  ];

  it('is left out and never filled, and asked about where it is not the sum', async () => {
    const found = await described([...lines, 'Totaal;;;;815,5']);
    expect(conserved(found)).toEqual([4, { 'totaal-total': 1 }]);
    expect(found.yaml).not.toContain('fill');
    expect(about(found)).not.toContain('exclude totaal-total');
    const other = await described([...lines, 'Totaal;;;;915,5']);
    expect(conserved(other)).toEqual([4, { 'totaal-total': 1 }]);
    expect(about(other)).toContain('exclude totaal-total');
  });

  it('stands for the others where their labels may not be shown', async () => {
    const found = await described([
      'Naam verdachte;2030;2031',
      'Jan Jansen;4;6',
      'Piet de Vries;3;1',
      'Totaal;7;7',
    ]);
    expect(conserved(found)).toEqual([2, { 'naam-verdachte-detail': 4 }]);
    expect(JSON.stringify(found)).not.toMatch(/Jansen|de Vries/);
  });
});

describe('marks in a measure', () => {
  it.each([
    ['n.n.b.', 'pending'],
    ['n.b.', 'not_reported'],
    ['nd', 'suppressed'],
    ['k.A.', 'not_reported'],
    ['n/a', 'not_applicable'],
    ['..', 'not_reported'],
    [':', 'not_reported'],
    ['n.v.t.', 'not_applicable'],
    ['n.b. / n.d.', 'not_reported'],
  ])('%s is %s, and no nil', async (mark, reason) => {
    const found = await described([
      'Jaar;Haven;Aantal inbeslagnames',
      ...ports.map((port, at) => `2031;${port};${at === 2 ? mark : 4 + at}`),
    ]);
    expect(found.missingValues[mark]?.value).toBe(reason);
    expect(conserved(found)).toEqual([5, {}]);
    expect(about(found).some((each) => each.startsWith('missing mark'))).toBe(
      (found.missingValues[mark]?.confidence ?? 0) < 0.9,
    );
  });
});

it('amounts of money keep the currency of their heading', async () => {
  const found = await described([
    'Quarter,Reports received,Amount disseminated (EUR)',
    ...[1, 2, 3, 4].map((quarter) => `Q${quarter} 2031,${400 + quarter},${15_000 * quarter}`),
  ]);
  expect(written(found, 'Amount disseminated (EUR)')).toMatchObject({
    set: { metric: 'fiu_value', unit: 'EUR' },
  });
});

it('where goods went tells nothing of who seized them; the places of seizure do', async () => {
  const found = await described([
    'Sicherstellungsdatum;Sicherstellungsort;Stoff;Menge (kg);Bestimmungsland',
    '05.01.2031;Hamburg;Kokain;412,5;Belgien',
    '14.02.2031;Bremerhaven;Kokain;18;Belgien',
    '28.02.2031;Rostock;Heroin;75;Niederlande',
  ]);
  expect(found.constants['seizingCountry']?.value ?? 'DE').toBe('DE');
  expect(conserved(found)).toEqual([3, {}]);
});
