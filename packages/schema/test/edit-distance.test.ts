import { editDistance } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['NLVIL', 'NLVLI', 1],
  ['ca', 'abc', 3],
])('from %j to %j takes %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
});

test('is symmetric, zero only for equals, and at most the longer length', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('where no more than some edits are asked for, it is the same up to them and more beyond', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const distance = editDistance(a, b);
      const found = editDistance(a, b, most);
      expect(distance <= most ? found === distance : found > most).toBe(true);
    }),
    { numRuns: 500 },
  );
});
