import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parquet-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const make = `create table t as select range as id, 'port ' || (range * 7919 % 1000) as port,
  (range % 977)::decimal(38,12) / 8 as kg, date '2015-01-01' + (range % 3000)::integer as day from range(300000)`;

test('writeParquet writes the same bytes with 1, 2 and 4 threads', async () => {
  const hashes: string[][] = [];
  for (const threads of [1, 2, 4]) {
    const engine = await openEngine({ threads });
    await engine.run(make);
    const paths = [join(folder, `all-${threads}.parquet`), join(folder, `sum-${threads}.parquet`)];
    await engine.writeParquet('select * from t order by port, id', paths[0] ?? '');
    await engine.writeParquet(
      'select port, sum(kg::decimal(38,12)) as kg, count(*) as n from t group by port order by port;',
      paths[1] ?? '',
    );
    await engine.close();
    hashes.push(paths.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex')));
  }
  expect(hashes[1]).toEqual(hashes[0]);
  expect(hashes[2]).toEqual(hashes[0]);
  expect(hashes[0]?.[0]).not.toBe(hashes[0]?.[1]);
}, 60_000);

test('readParquet reads a file into a table, in the order of the file', async () => {
  const engine = await openEngine();
  await engine.run(
    "create table ports as select * from (values ('BEGNE', 619), ('NLVLI', 4157)) v(port, kg)",
  );
  const path = join(folder, "it's.parquet");
  await engine.writeParquet('select * from ports order by kg desc', path);
  await engine.readParquet('copy of ports', path);
  expect(await engine.rows('select * from "copy of ports"')).toEqual([
    { port: 'NLVLI', kg: 4157 },
    { port: 'BEGNE', kg: 619 },
  ]);
  await engine.close();
});

test('writeParquet puts metadata into the footer', async () => {
  const engine = await openEngine();
  const path = join(folder, 'meta.parquet');
  await engine.writeParquet('select 1 as a order by a', path, { banner: "TLP:CLEAR · l'exercice" });
  expect(
    await engine.rows(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`,
    ),
  ).toEqual([{ key: 'banner', value: "TLP:CLEAR · l'exercice" }]);
  await engine.close();
});

test('a query without an order is refused, and so is a file that is not there', async () => {
  const engine = await openEngine();
  await expect(
    engine.writeParquet('select 1 as a', 'x'),
  ).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TypeError: a written query needs a total order: add ORDER BY over columns that tell every row apart]`,
  );
  await expect(
    engine.readParquet('t', '/nowhere/x.parquet'),
  ).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: IO Error: No files found that match the pattern "/nowhere/x.parquet" In: create or replace table "t" as select * from read_parquet('/nowhere/x.parquet')]`,
  );
  await engine.close();
});
