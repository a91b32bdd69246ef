import { type Engine, openEngine } from '@samenbeeld/engine';
import { exact, type LinkKind, linkRecords } from '@samenbeeld/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareOf } from '../src/pass-patterns.ts';
import { makePeople } from './make-people.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await makePeople({ people: 200, twice: 40, seed: 7 }).insert(engine, 'people');
  await engine.run(
    "create table few as select * from people where id < 'p00040'; create table most as select * from people where id >= 'p00040'",
  );
});
afterAll(() => engine.close());

test.each<readonly [LinkKind, readonly number[], number]>([
  ['within', [9, 4], 36 + 6],
  ['between', [9, 4], 36],
  ['between', [1, 30], 30],
  ['between', [3, 0, 4, 2], 12 + 6 + 8],
  ['all', [9, 4], 78],
])('a share of %s %j without a key stands for all its %d pairs', async (link, sizes, pairs) => {
  const rows = sizes.flatMap((size, source) => Array.from({ length: size }, () => source));
  await engine.run(
    `create or replace table record ("#n" INTEGER, "#source" INTEGER); insert into record values ${rows.map((source, n) => `(${n}, ${source})`).join(', ')}`,
  );
  const space = {
    records: 'record',
    link,
    sizes,
    passes: [{ rule: 0, left: [], right: [] }],
    only: false,
  };
  const right = { within: 'l."#source" = r."#source"', between: 'l."#source" <> r."#source"' };
  const kind = link === 'all' ? 'true' : right[link];
  for (const most of [1, pairs / 4, pairs / 2, pairs - 1]) {
    const { among, each } = await shareOf(engine, space, { pass: 0, pairs, most });
    const [found] = await engine.rows<{ n: number }>(
      `select count(*) as n from record l join record r on l."#n" < r."#n" and ${kind} and ${among}`,
    );
    expect(found?.n).toBeGreaterThan(0);
    expect((found?.n ?? 0) * each).toBeCloseTo(pairs, 9);
  }
  expect(await shareOf(engine, space, { pass: 0, pairs, most: pairs })).toEqual({ each: 1 });
});

test.each([
  ['few', 'most'],
  ['most', 'few'],
])('a rule without a key teaches by a share of the pairs of %s and %s', async (one, two) => {
  const [counted] = await engine.rows<{ n: number }>(
    'select (select count(*) from few) * (select count(*) from most) as n',
  );
  const links = await linkRecords(engine, {
    tables: [
      { table: one, id: 'id' },
      { table: two, id: 'id' },
    ],
    blocking: ['l.year <= r.year or l.year > r.year'],
    comparisons: [exact('given'), exact('family'), exact('town')],
    sample: { m: 2000 },
  });
  const [training] = links.training;
  expect(training?.pairs).toBeGreaterThan((counted?.n ?? 0) * 0.9);
  expect(training?.pairs).toBeLessThanOrEqual(counted?.n ?? 0);
  await links.drop();
});
