import { poissonCusum } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

// biome-ignore format: data
const counts = [3, 5, 4, 2, 6, 4, 7, 9, 8, 3, 4, 10, 12, 4, 2, 5, 3, 8, 9, 9, 7, 4, 3];

/** The ratio of means at which the reference value is `reference`, for a mean of `mean`. */
function ratioFor(reference: number, mean: number): number {
  let [low, high] = [1.02, 50];
  for (let step = 0; step < 200; step++) {
    const ratio = (low + high) / 2;
    if ((mean * (ratio - 1)) / Math.log(ratio) < reference) low = ratio;
    else high = ratio;
  }
  return low;
}

describe('poissonCusum', () => {
  it('has the reference value (μ1 − μ0) / (ln μ1 − ln μ0)', () => {
    // Domain dossier, golden values: 5.36082 for a rise from 4 to 7.
    const { details } = poissonCusum(counts, { expected: 4, times: 7 / 4 });
    expect(details.reference).toBeCloseTo(5.36082, 5);
  });

  it('equals the likelihood-ratio CUSUM of R surveillance', () => {
    // R 4.2.2, surveillance 1.20.3: glrpois(range = 1:23, c.ARL = 3.5, mu0 = 4, theta = log(7/4), ret = "value"); S times ln(7/4).
    const scale = Math.log(7 / 4);
    const { times } = poissonCusum(counts, { expected: 4, times: 7 / 4, threshold: 3.5 / scale });
    // biome-ignore format: data
    expect(times.map(({ sum }) => Number((sum * scale).toFixed(7)))).toEqual([
      0, 0, 0, 0, 0.3576947, 0, 0.9173105, 2.9538526, 4.4307789, 0, 0, 2.5961579, 6.3115473, 0, 0, 0, 0, 1.4769263, 3.5134684,
      2.0365421, 2.9538526, 2.1923158, 0.8711631,
    ]);
    expect(times.filter(({ alarm }) => alarm).map(({ period }) => period)).toEqual([
      '9',
      '13',
      '19',
    ]);
    expect(times[8]?.since).toBe('7');
  });

  // R 4.2.2, surveillance 1.20.3: arlCusum(h, k, theta, digits = 2)$ARL.
  it.each([
    [10, 3, 2.4, 548.3622655],
    [5, 3, 2, 188.4913855],
    [8.5, 5.4, 4, 749.5878906],
    [9.96, 5.36, 4, 1573.589165],
    [2, 1, 0.5, 45.81247848],
  ])(
    'threshold %d, reference %d, mean %d: run length as arlCusum',
    (threshold, reference, mean, length) => {
      const { details } = poissonCusum(counts, {
        expected: mean,
        times: ratioFor(reference, mean),
        threshold,
      });
      expect(details.reference).toBeCloseTo(reference, 9);
      expect(details.runLength).toBeCloseTo(length, 4);
    },
  );

  it('takes the least threshold that keeps the run length asked for', () => {
    for (const runLength of [50, 500, 5000]) {
      const { details } = poissonCusum(counts, { expected: 4, times: 7 / 4, runLength });
      expect(details.runLength).toBeGreaterThanOrEqual(runLength);
      const less = details.threshold - 0.01;
      const { details: below } = poissonCusum(counts, {
        expected: 4,
        times: 7 / 4,
        threshold: less,
      });
      expect(below.runLength as number).toBeLessThan(runLength);
    }
  });

  it('states its false alarms over the periods: about their number over the run length', () => {
    const quiet = new Array(2000).fill(3);
    const options = { expected: 4, times: 7 / 4, runLength: 100, dispersion: 1 };
    const { details } = poissonCusum(quiet, options);
    expect(details.runLengthDispersed).toBeCloseTo(details.runLength as number, 9);
    const rough = 2000 / (details.runLength as number);
    // By simulation, some 4,000 of them.
    expect(Math.abs(details.falseAlarmsExpected / rough - 1)).toBeLessThan(0.05);
  });

  it('of counts that scatter states more of them, from a seed, and a shorter run length', () => {
    const stated = (dispersion: number) =>
      poissonCusum(counts, { expected: 5.7, dispersion }).details;
    const [one, two, five] = [stated(1), stated(2), stated(5)];
    expect(two.falseAlarmsExpected).toBeGreaterThan(3 * one.falseAlarmsExpected);
    expect(five.falseAlarmsExpected).toBeGreaterThan(2 * two.falseAlarmsExpected);
    expect(five.runLengthDispersed as number).toBeLessThan(two.runLengthDispersed as number);
    expect([one.threshold, one.runLength]).toEqual([five.threshold, five.runLength]);
    const { details } = poissonCusum(counts, { expected: 5.7 });
    expect(details).toEqual(poissonCusum(counts, { expected: 5.7 }).details);
    expect(details.falseAlarmsExpected).toBeGreaterThan(one.falseAlarmsExpected);
    expect(details.falseAlarmsExpected).toBeLessThan(five.falseAlarmsExpected);
    expect(() => stated(0.5)).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`dispersion\` must be at least 1, which is that of independent events, got 0.5]`,
    );
  });

  it('with a mean that varies, has a reference per period and no single run length', () => {
    const expected = counts.map((_, i) => 4 + 2 * Math.sin(i));
    const { times, details } = poissonCusum(counts, { expected, times: 2 });
    expect([details.reference, details.runLength]).toEqual([null, null]);
    for (const [i, { reference }] of times.entries())
      expect(reference).toBeCloseTo((expected[i] as number) / Math.log(2), 12);
    // The threshold keeps one false alarm of Poisson counts in 500 periods.
    const { details: poisson } = poissonCusum(counts, { expected, times: 2, dispersion: 1 });
    expect(poisson.falseAlarmsExpected).toBeLessThanOrEqual((1.5 * counts.length) / 500);
    expect(details.falseAlarmsExpected).toBeGreaterThan(poisson.falseAlarmsExpected);
  });

  it('without a restart the sum goes on', () => {
    const { times } = poissonCusum(counts, {
      expected: 4,
      times: 7 / 4,
      threshold: 6,
      restart: false,
    });
    expect(times.filter(({ alarm }) => alarm).length).toBeGreaterThan(3);
    expect(times[9]?.sum).toBeCloseTo((times[8]?.sum as number) + 3 - 5.36082087867, 9);
  });

  it('stands still over a missing count', () => {
    const { times, warnings, n } = poissonCusum([9, null, 9], { expected: 4 });
    expect(times[1]?.sum).toBe(times[0]?.sum);
    expect(n).toBe(2);
    expect(warnings.map(({ en }) => en)).toEqual([
      'missing counts, over which the sum stands still: 1',
    ]);
  });

  it('of a mean above 700, whose chance of no event is no number, ends, and never gives NaN', () => {
    const quiet = poissonCusum([1000, 1000, 1000, 1000], { expected: 1000 });
    expect(quiet.details.runLength).toBe(Number.POSITIVE_INFINITY);
    expect(quiet.details.threshold).toBeGreaterThan(0);
    const set = poissonCusum([1000, 1000], { expected: 1000, threshold: 5, dispersion: 1 });
    expect(set.details.runLength).toBe(Number.POSITIVE_INFINITY);
    expect(set.says.en).toContain('once in > 1,000,000 periods on average');
    // A rise by a tenth is within reach: the threshold keeps the run length that was asked for.
    const near = poissonCusum([800, 810, 790], { expected: 800, times: 1.1 }).details;
    expect(near.runLength).toBeGreaterThanOrEqual(500);
    expect(near.runLength).toBeLessThan(520);
  });

  it('concludes nothing from nothing', () => {
    const { details, says } = poissonCusum([null, null], { expected: 4 });
    expect(details.verdict).toBe('no_conclusion');
    expect(says.en).toMatch(/^No conclusion possible: all counts are missing/);
  });

  it('refuses what cannot be', () => {
    const run = (options: object, values: readonly number[] = counts): unknown =>
      poissonCusum(values, { expected: 4, ...options });
    expect(() => run({}, [])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected counts, found none. Repair: pass one count per period in time order, zero where nothing was counted]`,
    );
    expect(() => run({}, [1.5])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 1 to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => run({ expected: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the expected mean must be above zero, found 0 at 1. Repair: pass the mean count of a time when nothing changed]`,
    );
    expect(() => run({ expected: [1, 2] })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`expected\` must be one number or one per count: got 2 for 23 counts]`,
    );
    expect(() => run({ times: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`times\` must be above 1.01, as a ratio of means, got 1]`,
    );
    expect(() => run({ threshold: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`threshold\` must lie above 0, up to 10000, got 0]`,
    );
    expect(() => run({ threshold: 5, runLength: 50 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`threshold\` and \`runLength\` decide the same: pass one of them]`,
    );
    expect(() => run({ runLength: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`runLength\` must lie from 2 to 1,000,000 periods, got 1]`,
    );
  });
});
