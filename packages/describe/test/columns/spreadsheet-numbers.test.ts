import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { describe, expect, it, test } from 'vitest';

type Sheet = readonly (readonly (string | number | null)[])[];

/** Describes a workbook; `merges` are ranges such as "C1:F1". */
async function described(rows: Sheet, merges: readonly string[] = []): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
  try {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, 'Lijst');
    writeFileSync(
      join(folder, 'lijst.xlsx'),
      XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    return await describeFile(join(folder, 'lijst.xlsx'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ports = ['Vlissingen', 'Terneuzen', 'Gent'];

/** Twelve finds whose weights are numbers, of which the last is a text. */
const finds = (last: string): Sheet => [
  ['Datum', 'Haven', 'Middel', 'Gewicht (kg)'],
  ...Array.from({ length: 12 }, (_, at) => [
    `2025-${String(at + 1).padStart(2, '0')}-07`,
    ports[at % 3] ?? '',
    'Cocaïne',
    at === 11 ? last : 100 + at * 3.5,
  ]),
];

const figuresOf = ({ columns }: FileDescription) =>
  columns.find(({ headings }) => headings[0] === 'Gewicht (kg)');

const sampled = ({ trial }: FileDescription): string => JSON.stringify(trial);

describe('a text among the numbers of a Dutch workbook', () => {
  test.each([
    ['1.800', 1],
    ['ruim 1.800', 1],
  ])('"%s" is asked, and read by the language of the file', async (text) => {
    const found = await described(finds(text));
    expect(figuresOf(found)?.written).toMatchObject({ decimalChar: ',', groupChar: '.' });
    expect(
      figuresOf(found)
        ?.decide.map(({ en }) => en)
        .join(),
    ).toContain('Is "1.800" 1800 or 1.800?');
    expect(figuresOf(found)?.confidence).toBeLessThan(0.8);
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 12 });
    expect(sampled(found)).toContain('"quantity":1800');
  });

  it('never has one mark before decimals and between thousands', async () => {
    const found = await described(finds('1.800,5'));
    expect(figuresOf(found)?.written).toMatchObject({ decimalChar: ',', groupChar: '.' });
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 12 });
  });

  it('leaves numbers alone as they were', async () => {
    const found = await described(finds('').slice(0, -1));
    expect(figuresOf(found)?.written).toMatchObject({ as: 'number', decimalChar: '.' });
    expect(figuresOf(found)?.decide).toEqual([]);
  });
});

it.each(['env. 3 kg', '3 kg', '500 g', '2 t', '± 3'])(
  '"%s" among numbers is read with its words and unit, the rest in the unit of the heading',
  async (text) => {
    const found = await described([
      ['Date', 'Port', 'Produit', 'Quantité (kg)'],
      ...finds('')
        .slice(1, 10)
        .map((row, at) => (at === 3 ? [...row.slice(0, 3), text] : row)),
    ]);
    const column = found.columns.find(({ headings }) => headings[0] === 'Quantité (kg)');
    expect(column?.written).toMatchObject({ as: 'quantity', set: { unit: 'kg' } });
    expect(column?.decide.map(({ en }) => en).join()).not.toContain('what is the unit');
    const conservation = { rejected: 0 };
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 9, conservation });
  },
);

it('a cell in another unit than its column counts in is asked', async () => {
  const found = await described([
    ['Année', 'Produit', 'Nombre de saisies'],
    ...Array.from({ length: 12 }, (_, at) => [
      2010 + at,
      'Cocaïne',
      at === 4 ? 'env. 3 kg' : 20 + at,
    ]),
  ]);
  expect(found.decisions.map(({ question }) => question.en).join()).toContain(
    '"env. 3 kg" stands in a column that counts in seizures: what is it?',
  );
});

const figures = [
  [1250.5, 2010, 1800, 3900, 1500, 2100.25, 1692, 2000],
  [0, 12.5, 7, 3, 0, 0, 44, 5],
  [120, 0, 35.5, 80, 10, 0, 0, 75],
];

const rowsOf = (cells: readonly (readonly (string | number)[])[]): Sheet =>
  cells.map((row, at) => [
    at < 2 ? 'Vlissingen' : 'Terneuzen',
    at === 1 ? 'Heroïne' : 'Cocaïne',
    ...row,
  ]);

const merges = ['C2:F2', 'G2:J2'];

const below = (quarters: readonly string[]): Sheet => [
  ['Inbeslagnames drugs per kwartaal'],
  ['Haven', 'Middel', '2024', null, null, null, '2025', null, null, null],
  [null, null, ...quarters, ...quarters],
  ...rowsOf(figures),
];

const periods = async (rows: Sheet, ranges: readonly string[] = []): Promise<string> => {
  const { folds } = await described(rows, ranges);
  return JSON.stringify(folds.map(({ written }) => written));
};

describe('quarters below merged years', () => {
  test.each([
    [['1e kwartaal', '2e kwartaal', '3e kwartaal', '4e kwartaal']],
    [['Q1', 'Q2', 'Q3', 'Q4']],
    [['K1', 'K2', 'K3', 'K4']],
    [['kwartaal 1', 'kwartaal 2', 'kwartaal 3', 'kwartaal 4']],
    [['jan', 'feb', 'mrt', 'apr']],
  ])('%s are the periods', async (quarters) => {
    const found = await described(below(quarters), merges);
    const [fold] = found.folds;
    expect(found.folds).toHaveLength(1);
    expect(JSON.stringify(fold?.written)).toContain('"period":{"to":"period","as":"period"}');
    expect(JSON.stringify(fold?.written)).not.toContain('nationalCode');
    expect(fold?.headings).toHaveLength(8);
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 24 });
    expect(sampled(found)).toMatch(/"periodEnd":"2024-0[13]-31"/);
    expect(Object.keys(found.constants)).not.toContain('period');
  });

  test.each([[['1e kw', '2e kw', '3e kw', '4e kw']], [['I', 'II', 'III', 'IV']]])(
    '%s, which nothing reads, are asked and never given the whole year',
    async (quarters) => {
      const found = await described(below(quarters), merges);
      expect(found.folds).toEqual([]);
      const asked = found.columns.filter(({ headings: [heading = ''] }) =>
        heading.startsWith('202'),
      );
      expect(asked).toHaveLength(8);
      for (const { to, decide } of asked) {
        expect(to).toBeNull();
        expect(decide.map(({ en }) => en).join()).toContain('Of which months is');
      }
    },
  );

  it('in one row keep their quarter beside another word', async () => {
    const written = await periods([
      [
        'Haven',
        'Middel',
        ...['2024', '2025'].flatMap((year) =>
          [1, 2, 3, 4].map((at) => `Aantal ${at}e kwartaal ${year}`),
        ),
      ],
      ...rowsOf(figures),
    ]);
    expect(written).toContain('"as":"period"');
    expect(written).not.toContain('"as":"year"');
  });
});

test('a figure with words among bare ones keeps its column in the fold, with provisional marks beside it', async () => {
  const found = await described([
    ['Inbeslagnames drugs per kwartaal'],
    [
      'Haven',
      'Middel',
      ...['2024', '2025'].flatMap((year) =>
        [1, 2, 3, 4].map(
          (at) => `${at}e kwartaal ${year}${year === '2025' && at === 4 ? '*' : ''}`,
        ),
      ),
    ],
    ...rowsOf(figures.map((row, at) => (at === 0 ? row.with(2, 'ruim 1.800' as never) : row))),
  ]);
  const [fold] = found.folds;
  expect(fold?.headings).toHaveLength(8);
  expect(fold?.written).toMatchObject({ value: { as: 'quantity', groupChar: '.' } });
  expect(found.unfit).toBeNull();
  expect(found.trial).toMatchObject({ kind: 'ingested', records: 24 });
});

test('a list of finds is one, however doubtful a single weight', async () => {
  const header = ['Datum', 'Haven', 'Middel', 'Kg bruto'];
  const found = await described([header, ...finds('ca. 1.200').slice(1)]);
  expect(found.unfit).toBeNull();
  expect(found.trial).toMatchObject({ kind: 'ingested', records: 12 });
});
