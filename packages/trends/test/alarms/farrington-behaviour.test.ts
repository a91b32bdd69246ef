import { farrington } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { agona, weeks } from './salmonella.ts';

const flat = (n: number): number[] => Array.from({ length: n }, (_, i) => 4 + ((i * 7) % 5));

describe('farrington says what it could not examine', () => {
  it('a missing count, and a base of which half is missing', () => {
    const counts: (number | null)[] = flat(312);
    counts[311] = null;
    for (let i = 40; i < 260; i++) counts[i - 1] = i % 4 === 0 ? (counts[i - 1] ?? 0) : null;
    const { times, says } = farrington(counts, { frequency: 52, examine: 2, yearsBack: 4 });
    expect(times.map(({ reason }) => reason)).toEqual(['base_missing', 'missing']);
    expect(says.en).toMatch(/^No conclusion possible/);
  });

  it('a base without the same time of year', () => {
    const counts: (number | null)[] = flat(312);
    for (const year of [1, 2, 3, 4])
      for (let week = -3; week <= 3; week++) counts[311 - 52 * year + week] = null;
    const options = { frequency: 52, examine: 1, yearsBack: 4 };
    for (const method of ['farrington', 'noufaily'] as const)
      expect(farrington(counts, { ...options, method }).times[0]?.reason).toBe('base_missing');
    const all = { ...options, method: 'noufaily', recentLeftOut: 300 } as const;
    expect(farrington(flat(312), all).times[0]?.reason).toBe('base_missing');
  });

  it('the beginning of the series is history unless it was asked for', () => {
    const counts = flat(230);
    const options = { frequency: 52, yearsBack: 4 };
    expect(farrington(counts, options).times.length).toBe(230 - 4 * 52 - 3);
    const asked = farrington(counts, { ...options, examine: 30 });
    expect(asked.times.filter(({ reason }) => reason === 'short_history').length).toBe(11);
    expect(asked.warnings.map(({ en }) => en)).toContain(
      'not examined, the series does not reach back far enough: 11',
    );
  });

  it('a thousand events and more', () => {
    const counts = [...new Array(71).fill(1153), 1198];
    const [time] = farrington(counts, {
      method: 'noufaily',
      frequency: 12,
      examine: 1,
      trend: false,
      alpha: 0.1,
    }).times;
    // SciPy 1.17.1: poisson.ppf(0.9, 1153), poisson.sf(1197, 1153).
    expect(time).toMatchObject({ upper: 1197, alarm: true });
    expect(time?.p).toBeCloseTo(0.09558840790561, 9);
  });

  it('after four years without events the bound is that of the events themselves', () => {
    const counts = [...new Array(311).fill(0), 5];
    const [time] = farrington(counts, { frequency: 52, examine: 1, yearsBack: 4 }).times;
    // (1/29)^5: all five events fall in one of 29 weeks; at 2.5 % even one event is allowed.
    expect(time).toMatchObject({ expected: 0, upper: 1, alarm: true });
    expect(time?.p).toBeCloseTo(29 ** -5, 12);
  });

  it('weeks go by the calendar, so that a year of 53 weeks shifts nothing', () => {
    const until = weeks.indexOf('2013-W27') + 1;
    // The week whose Monday is nearest to 1 July; 2013-W27 starts on that day.
    const isFirstOfJuly = (i: number): boolean => {
      const monday = Date.UTC(2004, 0, 5) + i * 7 * 86_400_000;
      const july = Date.UTC(new Date(monday).getUTCFullYear(), 6, 1);
      return Math.abs(monday - july) <= 3 * 86_400_000;
    };
    const counts = weeks.slice(0, until).map((_, i) => (isFirstOfJuly(i) ? 90 : 10));
    const options = { yearsBack: 5, halfWindow: 0, trend: false, reweight: false, examine: 1 };
    const byDate = farrington(counts, { ...options, periods: weeks.slice(0, until) });
    expect(byDate.times[0]?.expected).toBeCloseTo(90, 6);
    const byNumber = farrington(counts, { ...options, frequency: 52 });
    expect(byNumber.times[0]?.expected).toBeLessThan(80);
  });
});

describe('false alarms stated', () => {
  it('on paper the size of the test, one side of it for the original method', () => {
    const options = { frequency: 52, examine: 43, yearsBack: 4, alpha: 0.01 };
    const original = farrington(agona, options).details;
    expect(original.nominalRate).toBe(0.005);
    expect(farrington(agona, { ...options, method: 'noufaily' }).details.nominalRate).toBe(0.01);
    // Counts that scatter, against bases of a few years, have more.
    expect(original.falseAlarmRate).toBeGreaterThan(0.005);
    expect(original.falseAlarmsExpected).toBeCloseTo(
      original.falseAlarmRate * original.examined,
      12,
    );
  });

  it('by simulation, from a seed, about the size of the test where counts are many', () => {
    const counts = Array.from({ length: 312 }, (_, i) => 20 + ((i * 37) % 13));
    const options = { frequency: 52, examine: 20, yearsBack: 5, sides: 1, alpha: 0.1 } as const;
    const once = farrington(counts, { ...options, simulate: { runs: 40, seed: 5 } });
    expect(farrington(counts, { ...options, simulate: { runs: 40, seed: 5 } })).toEqual(once);
    const rate = (once.details.falseAlarmsSimulated as number) / 20;
    expect(rate).toBeGreaterThan(0.06);
    expect(rate).toBeLessThan(0.16);
  });
});

describe('farrington refuses', () => {
  it('what are no counts', () => {
    const wrong = (value: number): number[] => [...flat(300), value];
    expect(() =>
      farrington(wrong(Number.NaN), { frequency: 52 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 301 to be a whole number of events, found NaN. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => farrington(wrong(-1), { frequency: 52 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 301 to be a whole number of events, found -1. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => farrington(wrong(2.5), { frequency: 52 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 301 to be a whole number of events, found 2.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() =>
      farrington(wrong(Number.POSITIVE_INFINITY), { frequency: 52 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 301 to be a whole number of events, found Infinity. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => farrington([], { frequency: 52 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected counts, found none. Repair: pass one count per period in time order, zero where nothing was counted]`,
    );
  });

  it('a short history', () => {
    expect(() => farrington([4], { frequency: 52 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: farrington with 5 years back needs at least 264 counts, found 1. Repair: lower \`yearsBack\`, or use \`ears\`, which looks back a few periods only]`,
    );
    expect(() => farrington(flat(200), { frequency: 52 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: farrington with 5 years back needs at least 264 counts, found 200. Repair: lower \`yearsBack\`, or use \`ears\`, which looks back a few periods only]`,
    );
  });

  it('gaps, disorder, mixed and yearly frequencies', () => {
    const run = (periods: readonly string[]): unknown =>
      farrington(flat(periods.length), { periods });
    expect(() => run(['2020-W01', '2020-W03'])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the period after 2020-W01, found 2020-W03 at position 2. Repair: sort by period and give every period an entry: zero where nothing was counted, null where the count is missing]`,
    );
    expect(() => run(['2020-02', '2020-01'])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the period after 2020-02, found 2020-01 at position 2. Repair: sort by period and give every period an entry: zero where nothing was counted, null where the count is missing]`,
    );
    expect(() => run(['2020-02', '2020-W10'])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series mixes frequencies: 2020-02 and 2020-W10. Compare like periods: whole years with whole years, first halves with first halves.]`,
    );
    expect(() => run(['2020', '2021'])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: Yearly and half-yearly counts have no season to compare within. Compare years with \`rateRatio\`, or pass quarterly, monthly, weekly or daily counts.]`,
    );
    expect(() => run(['soon', 'later'])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: "soon": expected a year, half, quarter, month, week, day or range. Repair: correct the cell, or describe how the file writes its periods]`,
    );
  });

  it('calls that cannot be', () => {
    const run = (options: object): unknown => farrington(flat(300), { frequency: 52, ...options });
    expect(() => farrington(flat(300))).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`periods\` must be given, or \`frequency\` as a whole number of periods a year, got undefined]`,
    );
    expect(() => run({ method: 'other' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method\` must be farrington or noufaily, got other]`,
    );
    expect(() => run({ halfWindow: 26 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a year of 52 periods cannot hold a window of 53 and 0 more seasons]`,
    );
    expect(() => run({ examine: 301 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`examine\` must be a number of counts from 1 to 300, got 301]`,
    );
    expect(() => run({ alpha: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`alpha\` must lie between 0 and 1, got 1]`,
    );
    expect(() => run({ alpha: 0.6, sides: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`alpha\` over \`sides\` must not exceed 0.5, got 0.6: the bound would lie below the expected]`,
    );
    expect(() => run({ population: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`population\` must have one entry per count: got 1 for 300]`,
    );
    expect(() => run({ thresholdMethod: 'x' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`thresholdMethod\` must be one of delta, nbPlugin, muan, got x]`,
    );
    expect(() => run({ simulate: { runs: 0, seed: 1 } })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`simulate\` must hold a whole number of runs above zero and a whole seed, got 0 and 1]`,
    );
  });
});
