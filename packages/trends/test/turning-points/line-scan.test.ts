import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestLines, lineScan, moments } from '../../src/turning-points/line-scan.ts';

/** Series of times a step apart and more, weights and values that turn or do not. */
const series = fc
  .record({
    n: fc.integer({ min: 12, max: 26 }),
    seed: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 26, maxLength: 26 }),
    turn: fc.double({ min: -8, max: 8, noNaN: true }),
    weighted: fc.boolean(),
    minBetween: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ n, seed, turn, weighted, minBetween }) => ({
    times: Array.from({ length: n }, (_, i) => i + (i > n / 2 ? 1 : 0)),
    weights: Array.from({ length: n }, (_, i) => (weighted ? 1 + (i % 4) : 1)),
    values: Array.from({ length: n }, (_, i) => (seed[i] ?? 0) + turn * Math.abs(i / n - 0.5)),
    grid: { n, minEnd: 2, minBetween },
  }));

test('whether some lines leave no more squares than asked is what a search of all placements says', () => {
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0.5, max: 1.5, noNaN: true }),
      ({ times, weights, values, grid }, joinpoints, share) => {
        const scan = lineScan(times, weights, grid);
        const sums = moments(scan, values);
        const { squares } = bestLines(scan, sums, joinpoints);
        fc.pre(Number.isFinite(squares) && Math.abs(share - 1) > 1e-6 && squares > 1e-9);
        const enough = squares * share;
        expect(bestLines(scan, sums, joinpoints, { enough }).squares <= enough).toBe(share > 1);
      },
    ),
    { numRuns: 300 },
  );
});

test('an observation of next to no weight and a large value counts in what lines can reach', () => {
  // Each second observation weighs 1e-14 and lies 1e7 above or below the others: lines that join there pass through all.
  const times = Array.from({ length: 9 }, (_, i) => i);
  const scan = lineScan(
    times,
    times.map((i) => (i % 2 === 0 ? 1e-14 : 1)),
    { n: 9, minEnd: 2, minBetween: 1 },
  );
  const sums = moments(
    scan,
    times.map((i) => (i % 2 === 0 ? 1e7 * (-1) ** (i / 2) : 0)),
  );
  expect(bestLines(scan, sums, 3).squares).toBeLessThan(0.1);
  expect(bestLines(scan, sums, 3, { enough: 0.1 }).squares).toBeLessThan(0.1);
});
