import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateM, logOdds, posterior, updated } from '../src/learn-model.ts';
import type { Pattern } from '../src/pattern.ts';

// Fellegi & Sunter's sum, worked by hand: log2 of (1/500)/(499/500) * (.95/.01) * (.9/.05) * (.8/.2 or .2/.8).
describe('three comparisons, m .95 .9 .8, u .01 .05 .2, one pair in 500', () => {
  const m = [0.95, 0.9, 0.8].map((one) => [one, 1 - one]);
  const u = [0.01, 0.05, 0.2].map((one) => [one, 1 - one]);
  test.each([
    [[0, 0, 0], 12.7398, 0.93201],
    [[0, 0, 1], 8.7398, 0.46141],
  ])('levels %j weigh %d, probability %d', (places, weight, probability) => {
    const odds = logOdds(places, 1 / 500, m, u);
    expect((odds - Math.log(1 / 499)) / Math.LN2).toBeCloseTo(weight, 4);
    expect(posterior(odds)).toBeCloseTo(probability, 5);
  });
});

/** Expected counts of each pattern under known parameters: what EM must give back. */
function expected(
  share: number,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  pairs: number,
): readonly Pattern[] {
  const all = m.reduce<readonly (readonly number[])[]>(
    (sofar, levels) => sofar.flatMap((places) => levels.map((_, place) => [...places, place])),
    [[]],
  );
  const chance = (places: readonly number[], of: readonly (readonly number[])[]): number =>
    places.reduce((product, place, at) => product * (of[at]?.[place] ?? 0), 1);
  return all.map((places) => ({
    places,
    count: pairs * (share * chance(places, m) + (1 - share) * chance(places, u)),
  }));
}

test('one round by hand: 10 pairs agree, 10 do not', () => {
  // share .5, m .8, u .2: agreeing pairs are the same with .8, others with .2; so 10 matches, m = 8 / 10.
  const once = estimateM(
    [
      { places: [0], count: 10 },
      { places: [1], count: 10 },
    ],
    { share: 0.5, m: [[0.8, 0.2]], u: [[0.2, 0.8]], worth: [0] },
    { rounds: 1 },
  );
  expect(once.matches).toBeCloseTo(10, 12);
  expect(once.m[0]?.[0]).toBeCloseTo(0.8, 12);
  expect(once.share).toBeCloseTo(10.5 / 21, 12);
});

test('known parameters come back', () => {
  const m = [
    [0.9, 0.06, 0.04],
    [0.7, 0.3],
    [0.85, 0.1, 0.05],
    [0.95, 0.05],
  ];
  const u = [
    [0.01, 0.04, 0.95],
    [0.2, 0.8],
    [0.005, 0.02, 0.975],
    [0.1, 0.9],
  ];
  const found = estimateM(
    expected(0.03, m, u, 1_000_000),
    {
      share: 0.1,
      m: m.map((levels) =>
        levels.map((_, place) => (place === 0 ? 0.8 : 0.2 / (levels.length - 1))),
      ),
      u,
      worth: [0, 0, 0, 0],
    },
    { rounds: 2000, tolerance: 1e-10 },
  );
  expect(found.converged).toBe(true);
  expect(found.share).toBeCloseTo(0.03, 4);
  found.m.forEach((levels, at) => {
    levels.forEach((one, place) => {
      expect(one).toBeCloseTo(m[at]?.[place] ?? 0, 3);
    });
  });
});

test('levels that are missing inform nothing', () => {
  const missing = estimateM([{ places: [2, 0], count: 50 }], {
    share: 0.5,
    m: [
      [0.9, 0.1],
      [0.9, 0.1],
    ],
    u: [
      [0.1, 0.9],
      [0.1, 0.9],
    ],
    worth: [1, 1],
  });
  expect(missing.informed[0]).toBe(0);
  expect(missing.m[0]).toEqual([0.9, 0.1]);
});

test('a prior worth many pairs holds against few, and gives way to many', () => {
  const start = { share: 0.5, m: [[0.9, 0.1]], u: [[0.5, 0.5]], worth: [50] };
  const few = estimateM([{ places: [1], count: 5 }], start);
  const many = estimateM([{ places: [1], count: 100_000 }], start);
  expect(few.m[0]?.[0]).toBeGreaterThan(0.85);
  expect(many.m[0]?.[0]).toBeLessThan(0.1);
});

test('what is held stays, and the rest shares what it leaves', () => {
  expect(updated([0.9, 0.06, 0.04], [0, 30, 10], { worth: 0, held: [true, false, false] })).toEqual(
    [0.9, expect.closeTo(0.075, 12), expect.closeTo(0.025, 12)],
  );
});

test('no pairs: the start comes back', () => {
  const { m, share, matches, converged } = estimateM([], {
    share: 0.1,
    m: [[0.9, 0.1]],
    u: [[0.1, 0.9]],
    worth: [1],
  });
  expect({ m, share, matches, converged }).toEqual({
    m: [[0.9, 0.1]],
    share: 0.1,
    matches: 0,
    converged: true,
  });
});

test('whatever the counts, probabilities stay probabilities', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(100_000)), { maxLength: 12 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (rows, share) => {
        const found = estimateM(
          rows.map(([a, b, count]) => ({ places: [a, b], count })),
          {
            share,
            m: [
              [0.8, 0.1, 0.1],
              [0.9, 0.1],
            ],
            u: [
              [0.1, 0.2, 0.7],
              [0.3, 0.7],
            ],
            worth: [1, 1],
          },
        );
        for (const levels of found.m) {
          expect(levels.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
          for (const one of levels) expect(one >= 0 && one <= 1).toBe(true);
        }
        expect(found.share > 0 && found.share < 1).toBe(true);
      },
    ),
  );
});
