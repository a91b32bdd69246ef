import { type Engine, openEngine } from '@samenbeeld/engine';
import { type LinkKind, previewBlocking } from '@samenbeeld/linkage';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bruteForce, fill, row, rules, withIds } from './blocking-cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test('counts are those of a count by hand, for any rules, tables and kinds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom<LinkKind>('within', 'between', 'all'),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 3 }),
      async (one, two, link, places) => {
        const named = [withIds(one, 0), withIds(two, 1)];
        await fill(engine, 'one', named[0] ?? []);
        await fill(engine, 'two', named[1] ?? []);
        const chosen = places.flatMap((place) => (rules[place] ? [rules[place]] : []));
        const preview = await previewBlocking(engine, {
          tables: [
            { table: 'one', id: 'id' },
            { table: 'two', id: 'id' },
          ],
          link,
          blocking: chosen.map(([rule]) => rule),
        });
        const expected = bruteForce(
          named,
          link,
          chosen.map(([, holds]) => holds),
        );
        expect(preview.rules.map(({ pairs, newPairs }) => ({ pairs, newPairs }))).toEqual(expected);
      },
    ),
    { numRuns: 40, seed: 4 },
  );
});
