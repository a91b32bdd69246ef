import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { type ReadTable, readTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headers, picture, said } from './temp-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-parquet-test-'));
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
async function write(sql: string, name = `file-${files++}.parquet`): Promise<string> {
  const path = join(folder, name);
  await engine.writeParquet(`select * from (${sql}) order by 1`, path);
  return path;
}

async function read(sql: string, name?: string): Promise<ReadTable> {
  const [table] = await readTable(await write(sql, name), { format: 'parquet' });
  return table as ReadTable;
}

test('every type is its exact text', async () => {
  const table =
    await read(`select 1 as n, 9007199254740993::bigint as big, 18446744073709551615::ubigint as ubig,
    12345678901234567890123456789012.50::decimal(38, 2) as dec, 4157.0::double as whole, 96320.8::double as kg,
    0.1::float as single, 1e300::double as huge, 'nan'::double as nan, date '2022-01-31' as day,
    timestamp '2022-01-01 00:00:00' as midnight, timestamp '2022-01-01 12:30:00.123456' as moment,
    timestamp_ns '2022-01-01 00:00:00.123456789' as nanos, timestamptz '2022-01-01 00:30:00+01' as instant,
    time '10:00:00' as hour, true as yes, ' é; "x"' as text, '' as empty, null::varchar as nothing`);
  const cells = Object.fromEntries(
    headers(table).map((header, at) => [header, table.rows[0]?.cells[at] ?? null]),
  );
  expect(cells).toEqual({
    n: '1',
    big: '9007199254740993',
    ubig: '18446744073709551615',
    dec: '12345678901234567890123456789012.50',
    whole: '4157',
    kg: '96320.8',
    single: '0.1',
    huge: '1e+300',
    nan: 'NaN',
    day: '2022-01-31',
    midnight: '2022-01-01',
    moment: '2022-01-01T12:30:00.123456',
    nanos: '2022-01-01T00:00:00.123456789',
    instant: '2021-12-31T23:30:00Z',
    hour: '10:00:00',
    yes: 'true',
    text: ' é; "x"',
    empty: null,
    nothing: null,
  });
  expect(said(table.notes)).toMatchInlineSnapshot(`
    [
      "warning cell.instant (N): instants are given in UTC: near midnight the day differs from the local one. Repair: ask the publisher which day counts.",
    ]
  `);
});

test('rows are numbered from 1 in the order of the file, and blank ones are counted', async () => {
  const table = await read("select * from (values (1, 'x'), (2, null), (3, 'y')) t(n, a)");
  expect(picture(table)).toEqual([
    [1, '1', 'x'],
    [2, '2', null],
    [3, '3', 'y'],
  ]);
  const blank = await read("select * from (values (null, null), ('a', 'b')) t(x, y)");
  expect(blank.lines).toEqual({ total: 2, title: 0, header: 0, footer: 0, blank: 1, data: 1 });
  const empty = await read('select 1 as a where false');
  expect([empty.lines.total, headers(empty)]).toEqual([0, ['a']]);
});

test('many rows keep their order', async () => {
  const table = await read('select range as n from range(300000)');
  expect(table.rows.every(({ line, cells }) => cells[0] === String(line - 1))).toBe(true);
});

test.each(['100% [a] *?.parquet', "it's.parquet"])('a file named %s is that file', async (name) => {
  await write('select 2 as n', '100% a x1.parquet');
  expect(picture(await read('select 1 as n', name))).toEqual([[1, '1']]);
});

test.each([
  ['select 1 as n, [1, 2] as list'],
  ["select 1 as n, {'a': 1} as record"],
  ["select 1 as n, map(['a'], [1]) as pairs"],
  ["select 1 as n, 'x'::blob as bytes"],
])('nested values and bytes are refused: %s', async (sql) => {
  const error = await read(sql).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toMatch(/in the column "(list|record|pairs|bytes)"/);
});

test('a damaged file is refused wherever it is cut or changed', async () => {
  const whole = readFileSync(
    await write("select range as n, 'text ' || range as t from range(2000)"),
  );
  const path = join(folder, 'damaged.parquet');
  for (let at = 1; at < whole.length; at += Math.ceil(whole.length / 40)) {
    writeFileSync(path, whole);
    truncateSync(path, at);
    await expect(readTable(path, { format: 'parquet' })).rejects.toThrow(InputError);
  }
  const footer = Buffer.from(whole);
  footer.writeUInt32LE(0xfffffff0, footer.length - 8);
  writeFileSync(path, footer);
  await expect(readTable(path, { format: 'parquet' })).rejects.toThrow('expected the footer');
  writeFileSync(path, 'a,b\n1,2\nPAR1');
  await expect(readTable(path, { format: 'parquet' })).rejects.toThrow('found other bytes');
  writeFileSync(
    path,
    Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(200, 7), whole.subarray(-8)]),
  );
  await expect(readTable(path, { format: 'parquet' })).rejects.toThrow(InputError);
});
