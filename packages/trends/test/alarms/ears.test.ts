import { ears } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { newport, weeks } from './salmonella.ts';

// Expected values: R 4.2.2, surveillance 1.20.3, earsC.

// biome-ignore format: data
const sparse = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 3, 0, 2, 5, 1, 0, 4, 9, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 12, 20, 5, 1, 0,
];

const uppers = (result: ReturnType<typeof ears>): readonly (number | undefined)[] =>
  result.times.map(({ upper }) => (upper === null ? undefined : Number(upper.toFixed(5))));

describe('ears equals earsC', () => {
  it('C1, alpha 0.001', () => {
    const result = ears(sparse, { method: 'C1', alpha: 0.001 });
    // biome-ignore format: data
    expect(uppers(result)).toEqual([
      0, 0, 0, 1.31086, 1.31086, 1.31086, 4.07542, 4.07542, 4.61173, 7.45022, 7.45022, 7.45022, 8.17437, 13.09266, 12.67824,
      12.67471, 12.13973, 11.95842, 11.08868, 11.00843, 4.02514, 3, 3, 3, 3, 4.31086, 4.31086, 14.80996, 27.46605, 27.28306, 27.77268,
    ]);
    expect(result.details.alarmPeriods).toBe('10 13 16 20 32 34 35');
  });

  it('C2 with a least standard deviation', () => {
    const result = ears(sparse, { method: 'C2', alpha: 0.001, minSigma: 0.5 });
    // biome-ignore format: data
    expect(uppers(result).slice(0, 9)).toEqual([1.54512, 1.54512, 1.54512, 1.68797, 1.68797, 1.68797, 4.07542, 4.07542, 4.61173]);
    expect(result.details.alarmPeriods).toBe('13 15 16 20 34 35 36');
  });

  it('C3 as earsC computes it, alpha 0.025, without a bound where a baseline does not vary', () => {
    const result = ears(sparse, { method: 'C3', alpha: 0.025, sum: 'surveillance' });
    const found = uppers(result);
    // biome-ignore format: data
    expect(found.slice(0, 12)).toEqual([
      undefined, undefined, undefined, 0.26162, 2.78486, 0, 0, 7.7286, 12.2024, 0, 1.1557, 9.40122,
    ]);
    expect(result.times.at(-7)?.reason).toBe('flat_base');
    expect(result.details.alarmPeriods).toBe('15 16 17 21 22 36 37');
  });

  it('Salmonella Newport 2011 at alpha 0.05: 6, 8 and 6 alarms', () => {
    const counts = newport.slice(0, weeks.indexOf('2011-W52') + 1);
    const alarms = (method: 'C1' | 'C2' | 'C3'): number =>
      ears(counts, { method, alpha: 0.05, examine: 52, sum: 'surveillance' }).details.alarms;
    expect([alarms('C1'), alarms('C2'), alarms('C3')]).toEqual([6, 8, 6]);
  });
});

describe('ears by its definition', () => {
  it('C3 sums what the three periods have above one standard deviation', () => {
    const counts = [3, 5, 4, 3, 5, 4, 4, 4, 4, 6, 6, 5, 4, 2, 5, 3];
    const c2 = (at: number): number => {
      const base = counts.slice(at - 9, at - 2);
      const mean = base.reduce((sum, count) => sum + count, 0) / 7;
      const sigma = Math.sqrt(base.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 6);
      return Math.max(0, ((counts[at] as number) - mean) / sigma - 1);
    };
    const { times } = ears(counts, { method: 'C3' });
    expect(times.map(({ alarm }) => alarm)).toEqual(
      [11, 12, 13, 14, 15].map((at) => c2(at) + c2(at - 1) + c2(at - 2) > 2),
    );
    expect(times.map(({ alarm }) => alarm)).toEqual([true, true, false, false, false]);
  });

  it('has on paper the rate of false alarms of a baseline of seven normal counts', () => {
    // SciPy 1.17.1: t(6).sf(3 / sqrt(8/7)) = 0.015454351729343; the normal tail of 3 is 0.00135.
    expect(ears(sparse).details.nominalRate).toBeCloseTo(0.015454351729343, 12);
    const c3 = ears(sparse, { method: 'C3' }).details.nominalRate;
    expect(c3).toBeGreaterThan(0.04);
    expect(c3).toBeLessThan(0.08);
    const counts = Array.from({ length: 400 }, (_, i) => 10 + ((i * 7) % 9));
    const { details } = ears(counts, { simulate: { runs: 40, seed: 3 } });
    const simulated = (details.falseAlarmsSimulated as number) / details.examined;
    expect(simulated).toBeGreaterThan(0.01);
    expect(simulated).toBeLessThan(0.03);
    // Counts that scatter have a multiple of what normal counts have.
    expect(ears(sparse).details.falseAlarmRate).toBeGreaterThan(0.03);
  });

  it('warns of baselines that do not vary', () => {
    expect(ears(sparse).warnings.map(({ en }) => en)).toEqual([
      'the baseline does not vary, so that any count above it is an alarm: 7; set `minSigma` (0.5 or 1), or use `gapChart`',
      'the base of the latest count holds an alarm: 32, 34, 35; its bound may lie too high',
    ]);
    expect(
      ears(sparse, { minSigma: 0.5 })
        .warnings.map(({ en }) => en)
        .join(),
    ).not.toContain('does not vary');
  });

  it('does not examine a count whose baseline has a gap', () => {
    const counts: (number | null)[] = [3, 4, null, 5, 3, 4, 5, 4, 3, 4, 6];
    expect(ears(counts).times.map(({ reason }) => reason)).toEqual([
      'base_missing',
      'base_missing',
      'base_missing',
      null,
    ]);
  });
});

describe('ears refuses', () => {
  it('a short history', () => {
    expect(() => ears([1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: ears C1 needs at least 8 counts, found 3. Repair: shorten the baseline, or use \`gapChart\` for rare events]`,
    );
    expect(() => ears(new Array(11).fill(2), { method: 'C3' })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: ears C3 needs at least 12 counts, found 11. Repair: shorten the baseline, or use \`gapChart\` for rare events]`,
    );
  });

  it('what are no counts, gaps and mixed frequencies', () => {
    expect(() => ears([...sparse, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 39 to be a whole number of events, found NaN. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() =>
      ears([1, 2], { periods: ['2024-01-01', '2024-01-03'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the period after 2024-01-01, found 2024-01-03 at position 2. Repair: sort by period and give every period an entry: zero where nothing was counted, null where the count is missing]`,
    );
    expect(() =>
      ears([1, 2], { periods: ['2024-01-01', '2024-01'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series mixes frequencies: 2024-01-01 and 2024-01. Compare like periods: whole years with whole years, first halves with first halves.]`,
    );
  });

  it('calls that cannot be', () => {
    const run = (options: object): unknown => ears(sparse, options);
    expect(() => run({ method: 'C4' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method\` must be C1, C2 or C3, got C4]`,
    );
    expect(() => run({ alpha: 0.01, threshold: 3 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`threshold\` and \`alpha\` say the same: pass one of them]`,
    );
    expect(() => run({ baseline: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`baseline\` must be a whole number of at least 3, got 2]`,
    );
    expect(() => run({ minSigma: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`threshold\` must be above zero and \`minSigma\` not below, got 3 and -1]`,
    );
  });
});
