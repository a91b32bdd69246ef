import { type ChangePoints, type ChangePointsOptions, changePoints } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Cost = (values: readonly number[]) => number;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The costs by their definitions; `whole` is the series that the segment is part of. */
const costs: Readonly<
  Record<'mean' | 'poisson' | 'variance' | 'mean_variance', (whole: readonly number[]) => Cost>
> = {
  mean: () => (values) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0),
  poisson: () => (values) => {
    const sum = values.reduce((total, value) => total + value, 0);
    return sum === 0 ? 0 : 2 * (sum - sum * Math.log(mean(values)));
  },
  variance: (whole) => {
    const [centre, least] = [mean(whole), 1 / 12];
    return (values) => {
      const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
      const variance = Math.max(least, squares / values.length);
      return values.length * Math.log(variance) + squares / variance;
    };
  },
  mean_variance: () => (values) => {
    const own = mean(values.map((value) => (value - mean(values)) ** 2));
    const variance = Math.max(1 / 12, own);
    return values.length * (Math.log(variance) + own / variance);
  },
};

/** The least cost over every segmentation there is. */
function bruteForce(
  values: readonly number[],
  cost: Cost,
  penalty: number,
  minLength: number,
): number {
  const best: number[] = [-penalty];
  for (let end = 1; end <= values.length; end++)
    best[end] = Math.min(
      ...Array.from({ length: end }, (_, start) =>
        end - start < minLength
          ? Infinity
          : (best[start] as number) + cost(values.slice(start, end)) + penalty,
      ),
    );
  return best.at(-1) as number;
}

function costOf(
  values: readonly number[],
  cost: Cost,
  changes: readonly number[],
  penalty: number,
): number {
  const ends = [0, ...changes, values.length];
  return ends
    .slice(1)
    .reduce((sum, end, i) => sum + cost(values.slice(ends[i], end)), penalty * changes.length);
}

/** Steps of one at the least, so that rounding allows a variance of one twelfth. */
const counts = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 13 }),
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom(0, 15, 40),
  )
  .map(([values, at, jump]) => values.map((value, i) => value + (i >= at ? jump : 0)))
  .filter((values) => new Set(values).size > 1)
  .map((values) => [...values, 0, 1]);

const fixed: Readonly<Record<keyof typeof costs, ChangePointsOptions>> = {
  mean: { cost: 'mean', sigma: 1 },
  poisson: { cost: 'poisson', dispersion: 1 },
  variance: { cost: 'variance' },
  mean_variance: { cost: 'mean_variance' },
};

describe.each(Object.keys(costs) as (keyof typeof costs)[])('the segmentation by %s', (kind) => {
  it('costs what the best of all segmentations costs, whatever the penalty and the shortest segment', () => {
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0.05, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        (values, penalty, minLength) => {
          const result = changePoints(values, { ...fixed[kind], penalty, minLength, path: false });
          const found = result.changes.map(({ place }) => place);
          const cost = costs[kind](values);
          const best = bruteForce(values, cost, penalty, Math.min(minLength, values.length));
          const own = costOf(values, cost, found, penalty);
          // Up to 15 values the best split may be suggested although the penalty finds no change.
          if (costOf(values, cost, [], penalty) < best + 1e-6) return;
          expect(own).toBeCloseTo(best, 6);
          const ends = [0, ...found, values.length];
          for (const [i, end] of ends.slice(1).entries())
            expect(end - (ends[i] as number)).toBeGreaterThanOrEqual(
              Math.min(minLength, values.length),
            );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is on the path for its penalty, and each step of the path is the best one between its penalties', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const { path } = changePoints(values, { ...fixed[kind], penalty: 0.5 }) as ChangePoints;
        const cost = costs[kind](values);
        for (const [i, { from, to, cost: own, changes }] of path.entries()) {
          const penalty = from + share * ((to ?? from + 20) - from);
          expect(own + penalty * changes).toBeCloseTo(bruteForce(values, cost, penalty, 2), 6);
          expect(path[i + 1]?.from ?? null).toBe(to);
          expect(to ?? Infinity).toBeGreaterThan(from);
        }
        expect(path.at(-1)).toMatchObject({ changes: 0, to: null });
      }),
      {
        numRuns: 60,
        examples: [
          // Three segmentations that cost the same at one penalty, but for rounding.
          [[3, 5, 7, 7, 1, 11, 2, 10, 0, 47, 45, 45, 45, 0, 1], 0],
          // Two places of a change that cost the same at both ends of a range of levels, but for rounding.
          [[1, 2, 9, 5, 12, 11, 10, 11, 1, 0, 0, 1], 0],
        ],
      },
    );
  });
});

describe('the segmentation by mean and variance of 400 values', () => {
  /** No randomness: a scatter that looks even, with and without changes. */
  const scatter = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 101) - ((i * 104_729) % 89));

  it.each([
    ['none', () => 1, () => 0],
    ['of the spread', (i: number) => (i > 250 ? 3 : 1), () => 0],
    ['of both', (i: number) => (i % 160 > 80 ? 2 : 1), (i: number) => (i % 100 > 50 ? 90 : 0)],
  ])(
    'changes: %s; nothing is lost by leaving out places that a bound rules out',
    (_, spread, level) => {
      const values = scatter.map((value, i) => value * spread(i) + level(i));
      const running = (list: readonly number[]): readonly number[] => {
        let sum = 0;
        return [0, ...list.map((value) => (sum += value))];
      };
      const sums = [running(values), running(values.map((value) => value * value))] as const;
      const between = (k: 0 | 1, from: number, to: number): number =>
        (sums[k][to] as number) - (sums[k][from] as number);
      for (const penalty of [3, 12, 24]) {
        const best = [-penalty];
        for (let end = 1; end <= values.length; end++) {
          best[end] = Infinity;
          for (let start = 0; start <= end - 2; start++) {
            const n = end - start;
            const variance = between(1, start, end) / n - (between(0, start, end) / n) ** 2;
            const own =
              n * Math.log(Math.max(1 / 12, variance)) +
              (n * variance) / Math.max(1 / 12, variance);
            best[end] = Math.min(best[end] as number, (best[start] as number) + own + penalty);
          }
        }
        const { path, changes } = changePoints(values, { cost: 'mean_variance', penalty });
        const own = path.find((step) => step.changes === changes.length)?.cost ?? 0;
        expect(own + penalty * changes.length).toBeCloseTo(best.at(-1) as number, 6);
      }
    },
  );
});
