import { mannKendall, rateRatio, senSlope, trendOf } from '@samenbeeld/trends';
import { cumulativeStdNormalProbability, median } from 'simple-statistics';
import { bench, describe } from 'vitest';

/** A bumpy series without randomness. */
const bumpy = (n: number): number[] => Array.from({ length: n }, (_, i) => (i * 7919) % 1009);
const short = bumpy(10);
const middle = bumpy(200);

/** Pair by pair, with the normal distribution of simple-statistics. */
function naiveMannKendall(values: readonly number[]): number {
  let s = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++)
      s += Math.sign((values[j] as number) - (values[i] as number));
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  const ties = [...sizes.values()].reduce((sum, size) => sum + term(size), 0);
  const z = (s - Math.sign(s)) / Math.sqrt((term(values.length) - ties) / 18);
  return 2 * (1 - cumulativeStdNormalProbability(Math.abs(z)));
}

function naiveSen(values: readonly number[]): number {
  return median(
    values.flatMap((earlier, i) =>
      values.slice(i + 1).map((later, k) => (later - earlier) / (k + 1)),
    ),
  );
}

describe('Mann-Kendall of 200 values', () => {
  bench('mannKendall', () => {
    mannKendall(middle, { method: 'asymptotic' });
  });
  bench('pair by pair, simple-statistics', () => {
    naiveMannKendall(middle);
  });
});

describe('Sen slope of 200 values', () => {
  bench('senSlope, with interval', () => {
    senSlope(middle);
  });
  bench('median of simple-statistics, without interval', () => {
    naiveSen(middle);
  });
});

describe('small samples', () => {
  bench('mannKendall, exact, 10 values', () => {
    mannKendall(short);
  });
  bench('trendOf, 10 years', () => {
    trendOf({
      subject: 's',
      unit: 'kg',
      points: short.map((value, i) => ({ period: String(2016 + i), value })),
    });
  });
  bench('rateRatio', () => {
    rateRatio(24, 15);
  });
});
