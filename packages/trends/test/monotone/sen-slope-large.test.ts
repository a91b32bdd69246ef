import { senSlope } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { stream } from './series.ts';

/** All slopes in order, kept and sorted. */
function slopesOf(values: readonly number[], times: readonly number[]): Float64Array {
  const slopes = values.flatMap((earlier, i) =>
    values
      .slice(i + 1)
      .map((later, k) => (later - earlier) / ((times[i + 1 + k] as number) - (times[i] as number))),
  );
  return Float64Array.from(slopes).sort();
}

const next = stream(31);
const n = 900;
const random = Array.from({ length: n }, () => next());
const series: Readonly<Record<string, readonly number[]>> = {
  'smooth values': random.map((value, i) => value * 100 + i / 10),
  'many zeros': random.map((value) => (value < 0.7 ? 0 : Math.round(value * 10))),
  'one outlier of 1e12': random.map((value, i) => (i === 400 ? 1e12 : value)),
  'two levels': random.map((_, i) => (i < 450 ? 0 : 1)),
  'tiny values': random.map((value) => value * 1e-300),
  'a straight line': random.map((_, i) => 3 * i),
};

describe('senSlope of many values', () => {
  it.each(Object.keys(series))('%s: the ranks are those of all slopes sorted', (name) => {
    const values = series[name] as readonly number[];
    const times = values.map((_, i) => i + (i > 300 ? 0.5 : 0));
    const sorted = slopesOf(values, times);
    const { estimate, interval, details } = senSlope(values, { times });
    const middle = sorted.length / 2;
    expect(estimate).toBe(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
    const [low, high] = [details.lowRank, details.highRank].map(
      (rank) => sorted[(rank as number) - 1] as number,
    );
    // Of many zeros both ends are zero, which is no interval.
    expect(interval).toEqual(low === 0 && high === 0 ? null : { low, high, level: 0.95 });
  });

  it('takes 10,000 values, with interval, in seconds', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 1009);
    const { details, interval } = senSlope(values);
    expect(details.slopes).toBe(49_995_000);
    // By sorting all 49,995,000 slopes.
    expect(interval?.low).toBe(-0.0019502681618722574);
    expect(interval?.high).toBe(0.0020151133501259445);
  });
});
