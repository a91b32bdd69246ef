// Files with known truth that others measure against. Where they are absent these tests say so and are skipped.
import { type Engine, openEngine } from '@samenbeeld/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownFolder, knownTruth, scoreKnown } from './known-truth.ts';

if (knownFolder === undefined)
  console.log('skipped: the record-linkage benchmarks (../shared/data/linkage) are not here');

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test.runIf(knownFolder).each(knownTruth)('$name: $says', async (known) => {
  const { atHalf, best } = await scoreKnown(engine, known);
  expect(atHalf).toBeGreaterThanOrEqual(known.atHalf);
  expect(best).toBeGreaterThanOrEqual(known.best);
});
