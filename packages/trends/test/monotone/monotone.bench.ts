import {
  correctedMannKendall,
  logLinearTrend,
  mannKendall,
  seasonalMannKendall,
  seasonalSenSlope,
  senSlope,
} from '@samenbeeld/trends';
import { cumulativeStdNormalProbability, quantileSorted } from 'simple-statistics';
import { bench, describe } from 'vitest';
import { airPassengers, driverDeaths } from './series.ts';

/** A bumpy series without randomness. */
const bumpy = (n: number): number[] => Array.from({ length: n }, (_, i) => (i * 7919) % 1009);
const long = bumpy(10_000);
const middle = bumpy(2000);
const once = { iterations: 2, warmupIterations: 0, time: 0, warmupTime: 0 };

function naiveScore(values: readonly number[]): number {
  let s = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++)
      s += Math.sign((values[j] as number) - (values[i] as number));
  return s;
}

function naiveDeviation(values: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  const ties = [...sizes.values()].reduce((sum, size) => sum + term(size), 0);
  return Math.sqrt((term(values.length) - ties) / 18);
}

/** Pair by pair, with the normal distribution of simple-statistics. */
function naiveMannKendall(values: readonly number[]): number {
  const s = naiveScore(values);
  return 2 * (1 - cumulativeStdNormalProbability(Math.abs(s / naiveDeviation(values))));
}

/** All slopes kept and sorted, quantiles by simple-statistics. */
function naiveSen(values: readonly number[]): readonly number[] {
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
  let k = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++)
      slopes[k++] = ((values[j] as number) - (values[i] as number)) / (j - i);
  slopes.sort();
  const half = (1.96 * naiveDeviation(values)) / (2 * slopes.length);
  return [0.5, 0.5 - half, 0.5 + half].map((share) =>
    quantileSorted(slopes as unknown as number[], share),
  );
}

describe('Mann-Kendall of 10,000 values (to be under 0.1 s)', () => {
  bench('mannKendall', () => {
    mannKendall(long);
  });
  bench(
    'pair by pair, simple-statistics',
    () => {
      naiveMannKendall(long);
    },
    once,
  );
});

describe('Sen slope with interval of 10,000 values (to be under 2 s)', () => {
  bench(
    'senSlope',
    () => {
      senSlope(long);
    },
    once,
  );
  bench(
    'all slopes sorted, simple-statistics',
    () => {
      naiveSen(long);
    },
    once,
  );
});

describe('Sen slope with interval of 2,000 values', () => {
  bench('senSlope', () => {
    senSlope(middle);
  });
  bench('all slopes sorted, simple-statistics', () => {
    naiveSen(middle);
  });
});

describe('a monthly series of twelve years', () => {
  bench('seasonalMannKendall', () => {
    seasonalMannKendall(airPassengers);
  });
  bench('seasonalMannKendall, with covariance', () => {
    seasonalMannKendall(airPassengers, { dependence: 'between_seasons' });
  });
  bench('seasonalSenSlope', () => {
    seasonalSenSlope(airPassengers);
  });
  bench('correctedMannKendall', () => {
    correctedMannKendall(airPassengers);
  });
  bench('logLinearTrend, quasi-Poisson, 16 years', () => {
    logLinearTrend(driverDeaths);
  });
});
