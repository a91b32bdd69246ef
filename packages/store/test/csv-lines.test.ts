import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ColumnType, dialect, type Engine, openEngine, type Scalar } from '@samenbeeld/engine';
import { clearance, writePicture } from '@samenbeeld/store';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvLines, csvLinesSql } from '../src/csv-lines.ts';
import { handling } from './handling.ts';

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-lines-'));
  engine = await openEngine();
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

/** The bytes that the engine writes of a table, and those that `csvLines` says of what leaves the engine. */
async function bothWays(columns: readonly { name: string; type: ColumnType }[], rows: Scalar[][]) {
  await engine.run('drop table if exists cells');
  await engine.insert('cells', columns, rows);
  const path = join(folder, 'cells.csv');
  await engine.writeParquet('select * from cells order by rowid', join(folder, 'cells.parquet'));
  const from = dialect.readParquet(join(folder, 'cells.parquet'));
  await engine.writeLines(csvLinesSql(columns, from), path);
  const names = columns.map(({ name }) => name);
  const left = await engine.rows<Record<string, Scalar>>(`select * from ${from}`);
  return {
    engine: await readFile(path, 'utf8'),
    javascript: csvLines([names, ...left.map((row) => names.map((name) => row[name] ?? null))]),
  };
}

const signs = fc.constantFrom(
  ...[
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    "'",
    '"',
    ',',
    ' ',
    '\0',
    '\\',
    '#',
  ],
  ...[
    '\u2028',
    '\ufeff',
    '\u00a0',
    '＀',
    '！',
    '／',
    '<',
    '>',
    ';',
    '%',
    '_',
    '1',
    '0',
    ':',
    '?',
    'A',
    'é',
    '😀',
  ],
);
const text = fc.oneof(
  fc.string({ unit: signs, maxLength: 5 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', 'NULL', 'null', 'nan', "'", 'a,b', 'a"b', 'ruim 300', "''=1"),
);
// Any bits at all: a fast printer of numbers is wrong of few, such as 2^81.
const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, value);
  return view.getFloat64(0);
});
const double = fc.oneof(
  ...[bits.filter(Number.isFinite), fc.double({ noNaN: true, noDefaultInfinity: true })],
  fc.integer({ min: -1074, max: 1023 }).map((power) => 2 ** power),
  fc.integer({ min: -323, max: 308 }).map((power) => Number(`-1e${power}`)),
  ...[fc.integer(), fc.maxSafeInteger()],
  fc.tuple(fc.maxSafeInteger(), fc.nat(24)).map(([digits, scale]) => digits / 10 ** scale),
  fc.constantFrom(-0, 2 ** 53 + 2, 1e21, 1e21 - 131072, 1e-6, 9.99e-7, 5e-324, 2 ** 81, 2 ** 806),
);
const decimal = (precision: number, scale: number) =>
  fc
    .bigInt({ min: -(10n ** BigInt(precision) - 1n), max: 10n ** BigInt(precision) - 1n })
    .chain((most) => fc.nat(precision).map((shorter) => most / 10n ** BigInt(shorter)))
    .filter(
      (value) =>
        value / 10n ** BigInt(scale) <= 2n ** 53n && value / 10n ** BigInt(scale) >= -(2n ** 53n),
    )
    .map((value) => {
      const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
      const whole = digits.slice(0, digits.length - scale);
      return `${value < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
    });
const day = fc.date({
  min: new Date('0000-01-01'),
  max: new Date('9999-12-31'),
  noInvalidDate: true,
});
const kinds: readonly (readonly [ColumnType, fc.Arbitrary<Scalar>])[] = [
  ['VARCHAR', text],
  ['INTEGER', fc.integer()],
  ['BIGINT', fc.maxSafeInteger()],
  ['DOUBLE', double],
  ['BOOLEAN', fc.boolean()],
  ['DATE', day.map((date) => date.toISOString().slice(0, 10))],
  ['DECIMAL(38,12)', decimal(38, 12)],
  ['DECIMAL(18,0)', decimal(18, 0)],
  ['DECIMAL(9,4)', decimal(9, 4)],
  ['DECIMAL(38,30)', decimal(38, 30)],
];

test('the engine makes the lines that csvLines says, of every type and any text', async () => {
  const columns = [...kinds, kinds[0]].flatMap((kind, at) =>
    kind ? [{ name: `c${at}`, type: kind[0] }] : [],
  );
  const cells = [...kinds, kinds[0]].flatMap((kind) => (kind ? [fc.option(kind[1])] : []));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(...cells), { maxLength: 60, size: 'max' }),
      fc.array(text, { minLength: cells.length, maxLength: cells.length }),
      async (rows, names) => {
        const named = columns.map((column, at) => ({
          ...column,
          name: `${names[at]?.replaceAll('\0', '')}${at}`,
        }));
        const { engine: made, javascript } = await bothWays(named, rows as Scalar[][]);
        expect(made).toBe(javascript);
      },
    ),
    { numRuns: 20 },
  );
});

test('a text alone, whatever its first sign and its marks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 200, maxLength: 400 }), async (texts) => {
      const { engine: made, javascript } = await bothWays(
        [{ name: 'text', type: 'VARCHAR' }],
        texts.map((one) => [one]),
      );
      expect(made).toBe(javascript);
    }),
    { numRuns: 8 },
  );
});

test('numbers without end or worth are called as JavaScript calls them', async () => {
  await engine.run(
    "create or replace table cells as select cast(unnest(['inf', '-inf', 'nan', '-0']) as DOUBLE) as x",
  );
  await engine.writeLines(
    csvLinesSql([{ name: 'x', type: 'DOUBLE' }], 'cells'),
    join(folder, 'x.csv'),
  );
  expect(await readFile(join(folder, 'x.csv'), 'utf8')).toBe(
    'x\r\nInfinity\r\n-Infinity\r\nNaN\r\n0\r\n',
  );
});

test('a table without rows is its names', async () => {
  const { engine: made } = await bothWays(
    [
      { name: 'a,"b"', type: 'DATE' },
      { name: '=1', type: 'DOUBLE' },
    ],
    [],
  );
  expect(made).toBe('"a,""b""",\'=1\r\n');
});

test.each([
  ['BIGINT', '9007199254740993', 'an integer beyond 2^53'],
  ['DECIMAL(38,12)', '-9007199254740993', 'an integer beyond 2^53'],
  ['DATE', '10000-01-01', 'a date beyond the years 0 to 9999'],
])('a %s of %s, which no reader gets, is written for no one', async (type, value, said) => {
  const sql = `select cast('${value}' as ${type}) as held order by 1`;
  const title = { nl: 'Havens', fr: 'Ports', de: 'Häfen', en: 'Ports' };
  const metadata = { name: 'ports', title, sources: [], inputs: [] };
  const open = clearance(handling({ originators: [] }), 'public');
  await expect(
    writePicture(join(folder, 'held'), { engine, metadata, tables: [{ name: 'port', sql }] }, open),
  ).rejects.toThrow(`column "held" holds ${said}`);
});
