import { type Engine, openEngine } from '@samenbeeld/engine';
import { previewBlocking } from '@samenbeeld/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill } from './blocking-cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test('a condition on top of a key makes the numbers bounds, and the largest key is named', async () => {
  await fill(engine, 'ship', [
    ['1', 'x', 'p', '2021-01-01'],
    ['2', 'x', 'p', '2021-01-01'],
    ['3', 'x', null, '2022-01-01'],
    ['4', 'y', null, '2021-01-01'],
    ['5', 'y', null, '2021-01-01'],
  ]);
  const {
    rules: found,
    allPairs,
    records,
  } = await previewBlocking(engine, {
    tables: [{ table: 'ship', id: 'id' }],
    blocking: ['l.a = r.a and abs(l.day - r.day) < 10', ['b']],
  });
  expect({ allPairs, records }).toEqual({ allPairs: 10, records: 5 });
  expect(found).toEqual([
    {
      rule: 'l.a = r.a and abs(l.day - r.day) < 10',
      pairs: 4,
      newPairs: 4,
      cumulative: 4,
      atMost: true,
      largest: { key: 'x', records: 3, pairs: 3 },
    },
    {
      rule: 'b',
      pairs: 1,
      newPairs: 0,
      cumulative: 4,
      atMost: true,
      largest: { key: 'p', records: 2, pairs: 1 },
    },
  ]);
  expect(await engine.tables()).not.toContain('blocking preview compared');
});

test('of new records only pairs with one of them count', async () => {
  const { rules: found } = await previewBlocking(engine, {
    tables: [{ table: 'ship', id: 'id' }],
    blocking: [['a']],
    only: ['3'],
  });
  expect(found.map(({ pairs }) => pairs)).toEqual([2]);
});

test('a condition that is no SQL over two records is refused, as in a linkage', async () => {
  await expect(
    previewBlocking(engine, {
      tables: [{ table: 'ship', id: 'id' }],
      blocking: [['a'], { keys: ['b'], where: 'l.weight < r.weight' }],
    }),
  ).rejects.toThrowError(
    new TypeError(
      'blocking rule "b, l.weight < r.weight": Binder Error: Table "l" does not have a column named "weight"',
    ),
  );
  expect(await engine.tables()).not.toContain('blocking preview compared');
});

test('too many rules to tell apart still have their own counts', async () => {
  const { rules: found } = await previewBlocking(engine, {
    tables: [{ table: 'ship', id: 'id' }],
    blocking: Array.from({ length: 12 }, () => ['a']),
  });
  expect(found[0]).toMatchObject({ pairs: 4, newPairs: 4, cumulative: 4 });
  expect(found[11]).toMatchObject({ pairs: 4, newPairs: null, cumulative: null });
});
