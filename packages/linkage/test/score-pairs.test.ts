import { type Engine, openEngine } from '@samenbeeld/engine';
import { exact, linkRecords } from '@samenbeeld/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill } from './blocking-cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test('leaving dear comparisons out where they cannot matter changes no pair', async () => {
  const { jaroWinkler } = await import('@samenbeeld/linkage');
  const words = ['kamoten', 'kamotem', 'kamot', 'bulri', 'bulry', 'plinor', 'zwedor', null];
  const people = Array.from({ length: 120 }, (_, at) => [
    `${at}`,
    words[(at * 7) % words.length] ?? null,
    words[(at * 5 + (at % 3)) % words.length] ?? null,
    null,
  ]) as unknown as Parameters<typeof fill>[2];
  await fill(engine, 'people', people);
  const comparisons = [
    jaroWinkler('a', { termFrequency: true }),
    exact('b'),
    jaroWinkler('b', { name: 'b again' }),
  ];
  const options = {
    tables: [{ table: 'people', id: 'id' }],
    blocking: ['true'],
    prior: 0.01,
    threshold: 0.3,
  };
  const staged = await linkRecords(engine, { ...options, comparisons });
  const plain = await linkRecords(engine, {
    ...options,
    comparisons: comparisons.map((one) => ({ ...one, cost: 1 })),
  });
  expect(await staged.pairs()).toEqual(await plain.pairs());
  expect(await staged.count()).toBeGreaterThan(10);
  expect(await staged.count()).toBeLessThan((120 * 119) / 2);
});
