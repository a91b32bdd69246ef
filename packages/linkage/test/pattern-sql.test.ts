import { dialect, type Engine, openEngine } from '@samenbeeld/engine';
import {
  type Comparison,
  dateDifference,
  exact,
  jaroWinkler,
  levenshtein,
  sharedItems,
} from '@samenbeeld/linkage';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slips } from '../src/compare/slips.ts';
import { caseSql, patternSql, placesOf } from '../src/pattern-sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 7 });
const rows = async (words: readonly (string | null)[]): Promise<void> => {
  await engine.run('drop table if exists word');
  await engine.insert(
    'word',
    [
      { name: 'n', type: 'INTEGER' },
      { name: 'a', type: 'VARCHAR' },
    ],
    words.map((a, n) => [n, a]),
  );
};

test('slips are the Damerau-Levenshtein distance as far as is asked, and more beyond', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 12 }), async (words) => {
      await rows(words);
      const cut = [1, 2, 3].map(
        (most) => `least(${slips('l.a', 'r.a', most)}, ${most + 1}) <> least(d, ${most + 1})`,
      );
      const wrong = await engine.rows(
        `select l.a as one, r.a as two from word l cross join word r cross join lateral (select ${dialect.damerauLevenshtein('l.a', 'r.a')} as d) where ${cut.join(' or ')}`,
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 25, seed: 3 },
  );
});

test('a measure worked out once a pair gives the places of one worked out for each level', async () => {
  const own: Comparison = {
    name: 'own',
    columns: ['a'],
    measure: 'abs(length(l.a) - length(r.a))',
    levels: [
      { name: 'none', holds: 'measure = 0' },
      { name: 'other', holds: 'measure < 3 and l.a > r.a' },
      { name: 'one', holds: 'measure < 2' },
      { name: 'some', holds: 'measure < 4' },
    ],
  };
  const comparisons = [
    jaroWinkler('a'),
    levenshtein('a', { name: 'slips', distances: [1, 2, 3], transpositions: true }),
    own,
    exact('a', { name: 'same' }),
    { ...jaroWinkler('a'), name: 'no null', isNull: 'l.a = r.a' },
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(word, { nil: null }), { minLength: 2, maxLength: 9 }),
      async (words) => {
        await rows(words);
        const from = 'from word l join word r on l.n < r.n';
        const found = await engine.rows<{ pattern: number; more: number }>(
          `${patternSql(comparisons, { from, more: 'l.n * 100 + r.n' })} order by more`,
        );
        const plain = await engine.rows<Record<string, number>>(
          `select ${comparisons.map((one, at) => `${caseSql(one, String)} as p${at}`).join(', ')} ${from} order by l.n * 100 + r.n`,
        );
        expect(found.map(({ pattern }) => placesOf(pattern, comparisons))).toEqual(
          plain.map((row) => comparisons.map((_, at) => row[`p${at}`])),
        );
      },
    ),
    { numRuns: 25, seed: 5 },
  );
});

test('only what is dear and read by several levels is worked out beforehand', () => {
  const once = (comparison: Comparison): boolean =>
    patternSql([comparison], { from: '' }).includes('as measure0');
  expect(once(jaroWinkler('a'))).toBe(true);
  expect(once(levenshtein('a', { distances: [1] }))).toBe(false);
  expect(once(dateDifference('day', { typos: 1 }))).toBe(false);
  expect(once(sharedItems('items', { atLeast: [2, 1] }))).toBe(false);
});
