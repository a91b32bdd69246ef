import { adviseTrend, type TrendSeries } from '@samenbeeld/trends';
import { cumulativeStdNormalProbability, quantileSorted } from 'simple-statistics';
import { bench, describe } from 'vitest';

const months = Array.from(
  { length: 120 },
  (_, at) => `${2016 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);

/** Uniform numbers from a multiplicative generator (Park and Miller 1988). */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Monthly counts as they come: with a season, a third of them dependent, half rising, a fifth with a break. */
function countsOf(number: number): readonly number[] {
  const uniform = uniforms(number + 1);
  let carried = 0;
  return months.map((_, at) => {
    carried =
      (number % 3 === 0 ? 0.5 * carried : 0) + 8 * (uniform() + uniform() + uniform() - 1.5);
    const season = 6 * Math.sin((at * Math.PI) / 6);
    const rise = number % 2 === 0 ? 0 : 0.08 * at;
    const shift = number % 5 === 0 && at > 70 ? 25 : 0;
    return Math.max(0, Math.round(20 + season + rise + shift + carried));
  });
}

const all = Array.from({ length: 10_000 }, (_, number) => countsOf(number));
const some = all.slice(0, 100);

function seriesOf(counts: readonly number[], unit: string): TrendSeries {
  const points = counts.map((value, at) => ({ period: months[at] as string, value }));
  return { subject: 'posts', unit, points };
}

/** What a script without this room would do: one test, pair by pair, and Sen's slope with its interval. */
function plainTrend(values: readonly number[]): number {
  const slopes: number[] = [];
  let score = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) {
      const step = (values[j] as number) - (values[i] as number);
      score += Math.sign(step);
      slopes.push(step / (j - i));
    }
  slopes.sort((a, b) => a - b);
  const n = values.length;
  const spread = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const half = (1.96 * spread) / (2 * slopes.length);
  const p = 2 * (1 - cumulativeStdNormalProbability(Math.abs(score) / spread));
  return p + [0.5, 0.5 - half, 0.5 + half].reduce((sum, q) => sum + quantileSorted(slopes, q), 0);
}

const once = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe('100 monthly series of ten years', () => {
  bench(
    'adviseTrend, screen, counts',
    () => {
      for (const counts of some) adviseTrend(seriesOf(counts, 'seizure'), { depth: 'screen' });
    },
    once,
  );
  bench(
    'adviseTrend, screen, kilograms',
    () => {
      for (const counts of some) adviseTrend(seriesOf(counts, 'kg'), { depth: 'screen' });
    },
    once,
  );
  bench(
    'one test and one slope, simple-statistics',
    () => {
      for (const counts of some) plainTrend(counts);
    },
    once,
  );
});

describe('10,000 monthly series of ten years (to be under two minutes), one after another', () => {
  const timed = { series: 0, milliseconds: 0 };
  bench(
    'adviseTrend, screen, a series',
    () => {
      const from = performance.now();
      adviseTrend(seriesOf(all[timed.series % all.length] as readonly number[], 'seizure'), {
        depth: 'screen',
      });
      timed.milliseconds += performance.now() - from;
      timed.series += 1;
    },
    {
      iterations: 2000,
      time: 0,
      warmupIterations: 100,
      warmupTime: 0,
      teardown: () => {
        const seconds = (10 * timed.milliseconds) / timed.series;
        if (timed.series > 2000) console.log(`10,000 series at this pace: ${seconds.toFixed(0)} s`);
      },
    },
  );
});

describe('ten years', () => {
  const rotterdam = [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466];
  const points = rotterdam.map((value, at) => ({ period: String(2016 + at), value }));
  const series = { subject: 'NLRTM COC', unit: 'kg', points };
  bench(
    'adviseTrend, full, 4,499 permutations a test',
    () => {
      adviseTrend(series);
    },
    once,
  );
  bench(
    'adviseTrend, screen',
    () => {
      adviseTrend(series, { depth: 'screen' });
    },
    once,
  );
});
