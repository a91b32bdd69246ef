import { type Column, type Engine, openEngine, type Scalar } from '@samenbeeld/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const columns: readonly Column[] = [
  { name: 'text', type: 'VARCHAR' },
  { name: 'whole', type: 'INTEGER' },
  { name: 'large', type: 'BIGINT' },
  { name: 'real', type: 'DOUBLE' },
  { name: 'flag', type: 'BOOLEAN' },
  { name: 'day', type: 'DATE' },
  { name: 'kg', type: 'DECIMAL(38,12)' },
];

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => `${error.name}: ${error.message}`,
  );

test('insert(table, columns, rows) makes the table and keeps every value', async () => {
  const rows: Scalar[][] = [
    ["l'œuvre\n\u0000😀", -1, 2 ** 53 - 1, 0.1, true, '2024-02-29', 0.3175],
    ['', 0, 0, -0.5, false, new Date('1995-01-01'), '12345678901234567890.5'],
    [null, null, null, null, null, null, null],
  ];
  expect(await engine.insert('all', columns, rows)).toBe(3);
  expect(await engine.rows('select text, whole, large, real, flag, day from "all"')).toEqual([
    { text: rows[0]?.[0], whole: -1, large: 2 ** 53 - 1, real: 0.1, flag: true, day: '2024-02-29' },
    { text: '', whole: 0, large: 0, real: -0.5, flag: false, day: '1995-01-01' },
    { text: null, whole: null, large: null, real: null, flag: null, day: null },
  ]);
  expect(await engine.rows('select kg::varchar as kg from "all"')).toEqual([
    { kg: '0.317500000000' },
    { kg: '12345678901234567890.500000000000' },
    { kg: null },
  ]);
});

test('a decimal survives exactly as printed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.integer({ min: 0, max: 7 }),
      async (digits, places) => {
        const kg = digits / 10 ** places;
        await engine.run('drop table if exists one');
        await engine.insert('one', [{ name: 'kg', type: 'DECIMAL(38,12)' }], [[kg]]);
        const [row] = await engine.rows<{ kg: number }>('select kg from one');
        // DECIMAL knows no negative zero.
        expect(row?.kg).toBe(kg === 0 ? 0 : kg);
      },
    ),
    { numRuns: 40 },
  );
});

test('rows beyond one chunk keep their order', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [index]);
  await engine.insert('long', [{ name: 'n', type: 'INTEGER' }], rows);
  const read = await engine.query('select n from long');
  expect([...(read.array('n') as number[])]).toEqual(rows.flat());
});

test('an existing table is appended to, its columns in any order', async () => {
  await engine.insert(
    'pair',
    [
      { name: 'a', type: 'VARCHAR' },
      { name: 'b', type: 'INTEGER' },
    ],
    [['x', 1]],
  );
  await engine.insert(
    'pair',
    [
      { name: 'b', type: 'INTEGER' },
      { name: 'a', type: 'VARCHAR' },
    ],
    [[2, 'y']],
  );
  expect(await engine.rows('select * from pair')).toEqual([
    { a: 'x', b: 1 },
    { a: 'y', b: 2 },
  ]);
  expect(
    await failure(engine.insert('pair', [{ name: 'a', type: 'VARCHAR' }], [['z']])),
  ).toMatchInlineSnapshot(
    `"TypeError: table "pair" has the columns a VARCHAR, b INTEGER; the rows have a VARCHAR"`,
  );
});

test('a cell that does not fit is refused by column and row, and nothing stays', async () => {
  const one = (type: Column['type'], value: Scalar): Promise<string> =>
    failure(engine.insert('refused', [{ name: 'c', type }], [[null], [value]]));
  expect(await one('VARCHAR', 5)).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected VARCHAR, found the number 5"`,
  );
  expect(await one('INTEGER', 2 ** 31)).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected INTEGER, found the number 2147483648"`,
  );
  expect(await one('DATE', '2022-02-30')).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected DATE, found text that is not one"`,
  );
  expect(await one('DATE', new Date('2022-02-03T10:00:00Z'))).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected DATE, found a Date"`,
  );
  expect(await one('DECIMAL(5,2)', 1000)).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected DECIMAL(5,2), found the number 1000"`,
  );
  expect(await one('DECIMAL(38,12)', Number.NaN)).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected DECIMAL(38,12), found the number NaN"`,
  );
  expect(await one('BOOLEAN', 'ja')).toMatchInlineSnapshot(
    `"TypeError: column "c", row 2: expected BOOLEAN, found text that is not one"`,
  );
  expect(await one('BLOB' as never, 'x')).toMatchInlineSnapshot(
    `"TypeError: column "c" has the type BLOB; expected VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE or DECIMAL(p,s)"`,
  );
  expect(
    await failure(engine.insert('refused', [{ name: 'c', type: 'VARCHAR' }], [['a', 'b']])),
  ).toMatchInlineSnapshot(`"RangeError: row 1 for table "refused" has 2 cells, expected 1"`);
  expect(await engine.tables()).not.toContain('refused');
});

test('a refused cell after many good rows undoes them all', async () => {
  await engine.insert('kept', [{ name: 'n', type: 'INTEGER' }], [[1]]);
  function* rows(): Generator<Scalar[]> {
    for (let n = 0; n < 5000; n += 1) yield [n];
    yield ['no'];
  }
  await failure(engine.insert('kept', [{ name: 'n', type: 'INTEGER' }], rows()));
  expect(await engine.rows('select count(*) as n from kept')).toEqual([{ n: 1 }]);
});

test('inside a transaction of the caller, the caller decides', async () => {
  await engine.run('begin');
  await engine.insert('undone', [{ name: 'n', type: 'INTEGER' }], [[1]]);
  await engine.run('rollback');
  expect(await engine.tables()).not.toContain('undone');
});

test('inserts tell their progress', async () => {
  const seen: number[] = [];
  const watched = await openEngine({ progress: (done) => seen.push(done) });
  await watched.insert(
    't',
    [{ name: 'n', type: 'INTEGER' }],
    Array.from({ length: 140_000 }, (_, n) => [n]),
  );
  await watched.close();
  expect(seen).toEqual([65_536, 131_072, 140_000]);
});
