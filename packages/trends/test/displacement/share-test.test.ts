import { type SiteNetwork, waterbed } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const two = (...rows: readonly (readonly [string, number, number])[]): SiteNetwork => ({
  unit: 'seizure',
  periods: ['2021', '2023'],
  sites: rows.map(([site, ...values]) => ({ site, values })),
});
const moved = two(['NLRTM', 80, 40], ['NLVLI', 4, 30], ['BEANR', 90, 85]);
/** The p of the χ² statistic given both margins, by listing every table of two columns. */
function byListing(early: readonly number[], late: readonly number[]): number {
  const sums = early.map((count, i) => count + (late[i] as number));
  const before = early.reduce((a, b) => a + b, 0);
  const all = sums.reduce((a, b) => a + b, 0);
  const choose = (n: number, k: number): number => {
    let ways = 1;
    for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
    return ways;
  };
  const statistic = (counts: readonly number[]): number =>
    counts.reduce((sum, count, i) => {
      const expected = (before * (sums[i] as number)) / all;
      return sum + (count - expected) ** 2 / (expected * (1 - before / all));
    }, 0);
  const tables = sums
    .reduce<number[][]>(
      (rows, size) =>
        rows.flatMap((row) => Array.from({ length: size + 1 }, (_, k) => [...row, k])),
      [[]],
    )
    .filter((row) => row.reduce((a, b) => a + b, 0) === before);
  const weight = (row: readonly number[]): number =>
    row.reduce((product, k, i) => product * choose(sums[i] as number, k), 1);
  const far = tables.filter((row) => statistic(row) >= statistic(early) - 1e-9);
  const sum = (list: readonly (readonly number[])[]) => list.reduce((s, row) => s + weight(row), 0);
  return sum(far) / sum(tables);
}

describe('the test of a whole distribution', () => {
  it('Monte Carlo p agrees with every table listed, zeros included, and comes back with its seed', () => {
    for (const [early, late] of [
      [
        [5, 1, 4, 0],
        [2, 6, 3, 1],
      ],
      [
        [2, 0],
        [1, 3],
      ],
      [
        [0, 3, 2],
        [4, 0, 2],
      ],
    ] as const) {
      const rows = early.map((count, i) => [`s${i}`, count, late[i] ?? 0] as const);
      const { p } = waterbed(two(...rows), { draws: 20_000 });
      const exact = byListing(early, late);
      expect(Math.abs((p ?? exact) - exact)).toBeLessThan(
        4 * Math.sqrt((exact * (1 - exact)) / 20_000),
      );
    }
    expect(waterbed(moved, { seed: 3 })).toEqual(waterbed(moved, { seed: 3 }));
  });

  it('the same p as R chisq.test(simulate.p.value = TRUE, B = 1e6): 0.1503', () => {
    const { p } = waterbed(two(['a', 5, 2], ['b', 1, 6], ['c', 4, 3], ['d', 0, 1]), {
      draws: 50_000,
    });
    expect(p).toBeCloseTo(0.1503, 2);
  });
});
