import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePairs } from '../src/index.ts';
import { anyPairs, name, pair, ref } from './make-pairs.ts';

const records = Array.from({ length: 9 }, (_, n) => ref(name(n)));
const entityOf = ({ id }: { readonly id: string }): string => String(Number(id) % 4);
const counts = (among: 'all' | 'within tables' | 'between tables') => {
  const found = records.flatMap((a, at) => records.slice(at + 1).map((b) => [a, b] as const));
  return found.filter(
    ([a, b]) =>
      entityOf(a) === entityOf(b) &&
      (among === 'all' || (a.table === b.table) === (among === 'within tables')),
  ).length;
};

describe('by threshold', () => {
  test('as counted pair by pair', () => {
    fc.assert(
      fc.property(
        anyPairs,
        fc.constantFrom('all', 'within tables', 'between tables'),
        (pairs, among) => {
          const { rows, truePairs, offered, neverOffered, best, unknown } = evaluatePairs(pairs, {
            records,
            entityOf,
            among,
          });
          expect(truePairs).toBe(counts(among));
          const asked = pairs.filter(
            ({ tableA, tableB }) =>
              among === 'all' || (tableA === tableB) === (among === 'within tables'),
          );
          expect(unknown).toBe(pairs.length - asked.length);
          const same = (id: string): string => entityOf({ id });
          for (const { weight, atLeast, tp, fp, fn, precision, recall, f1 } of rows) {
            const links = asked.filter((of) => of.weight >= weight);
            const right = links.filter(({ a, b }) => same(a) === same(b)).length;
            expect([tp, fp, fn]).toEqual([right, links.length - right, truePairs - right]);
            expect(precision).toBe(right / links.length);
            expect(recall).toBe(truePairs === 0 ? null : right / truePairs);
            if (precision && recall)
              expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
            expect(
              evaluatePairs(pairs, { records, entityOf, among }, { at: [atLeast] }).rows[0],
            ).toMatchObject({ tp, fp, fn });
          }
          expect(new Set(rows.map(({ weight }) => weight)).size).toBe(
            new Set(asked.map(({ weight }) => weight)).size,
          );
          expect(offered + neverOffered).toBe(truePairs);
          expect(offered).toBe(asked.filter(({ a, b }) => same(a) === same(b)).length);
          expect(best?.f1 ?? null).toBe(
            rows.length === 0 ? null : Math.max(...rows.map(({ f1 }) => f1 ?? 0)),
          );
        },
      ),
    );
  });

  test('1,371 right links and one wrong of 2,031 true pairs have the rates that splink publishes for fake_1000', () => {
    // At p = 0.5: precision 0.9993, recall 0.675, F1 0.806.
    const truth = {
      pairs: [
        ...Array.from({ length: 2031 }, (_, n) => ({
          a: ref(`t:s${n}`),
          b: ref(`u:s${n}`),
          same: true,
        })),
        { a: ref('t:d'), b: ref('u:d'), same: false },
      ],
    };
    const links = [
      ...Array.from({ length: 1371 }, (_, n) => pair(`t:s${n}`, `u:s${n}`, 3)),
      pair('t:d', 'u:d', 3),
    ];
    const [half] = evaluatePairs(links, truth, { at: [0.5] }).rows;
    expect([half?.precision?.toFixed(4), half?.recall?.toFixed(3), half?.f1?.toFixed(3)]).toEqual([
      '0.9993',
      '0.675',
      '0.806',
    ]);
  });

  test('nothing found has no precision, and recall 0', () => {
    const { rows, best } = evaluatePairs([], { records, entityOf }, { at: [0.5] });
    expect(rows).toEqual([
      { atLeast: 0.5, weight: 0, tp: 0, fp: 0, fn: 6, precision: null, recall: 0, f1: 0 },
    ]);
    expect(best).toBeNull();
  });

  test('weights tell pairs apart whose probabilities are both 1', () => {
    const pairs = [pair('x:0', 'y:4', 90), pair('x:0', 'y:1', 80)];
    const { rows, best } = evaluatePairs(pairs, { records, entityOf });
    expect(rows.map(({ atLeast, tp, fp }) => [atLeast, tp, fp])).toEqual([
      [1, 1, 0],
      [1, 1, 1],
    ]);
    expect(best?.weight).toBe(90);
    expect(evaluatePairs(pairs, { records, entityOf }, { at: [1] }).rows[0]).toMatchObject({
      tp: 1,
      fp: 1,
    });
  });

  test('pairs whose truth is not known are not counted', () => {
    const labels = { pairs: [{ a: ref('y:4'), b: ref('x:0'), same: true }] };
    expect(evaluatePairs([pair('x:0', 'y:4', 3), pair('x:0', 'y:1', 5)], labels)).toMatchObject({
      unknown: 1,
      truePairs: 1,
      best: { tp: 1, fp: 0, fn: 0 },
    });
    const some = evaluatePairs([pair('x:0', 'y:4', 3)], {
      records,
      entityOf: ({ id }) => (id === '4' ? null : '0'),
    });
    expect([some.unknown, some.truePairs]).toEqual([1, 28]);
  });
});

test('what would be counted wrongly is refused', () => {
  expect(() =>
    evaluatePairs([pair('x:0', 'y:4', 1), pair('y:4', 'x:0', 2)], { records, entityOf }),
  ).toThrowError(/is given twice, and would count twice/);
  expect(() => evaluatePairs([pair('x:0', 'y:99', 1)], { records, entityOf })).toThrowError(
    /y\/99 is paired, and is not among `records` of the truth/,
  );
  expect(() => evaluatePairs([], { records, entityOf }, { at: [50] })).toThrowError(
    /`at` holds 50/,
  );
  const both = [true, false].map((same) => ({ a: ref('x:0'), b: ref('y:4'), same }));
  expect(() => evaluatePairs([], { pairs: both })).toThrowError(
    /that they are the same, and that they are not/,
  );
});
