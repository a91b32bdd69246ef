import { gapChart } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const gaps = [41, 63, 28, 55, 70, 39, 44, 61, 2, 1, 3];
const last = (options: Parameters<typeof gapChart>[1]) => gapChart(gaps, options).times.at(-1);

describe('gapChart equals SciPy 1.17.1', () => {
  it('learned from eight gaps of whole days: betabinom(401 + 6, 3, 8)', () => {
    const time = last({ learnFrom: 8, gapsTogether: 3 });
    expect(time?.gap).toBe(6);
    expect(time?.pSooner).toBeCloseTo(0.000778017658317, 12);
    expect(time?.pLater).toBeCloseTo(0.9994746236608858, 10);
    // betabinom(401 + g, 3, 8).cdf(g): 0.004520719584 at 13, 0.005384094507 at 14.
    expect(gapChart(gaps, { learnFrom: 8, gapsTogether: 3 }).details.short).toBe(13);
  });

  it('with a known mean of 50 days: nbinom(2, 1/51) and geom(1/51)', () => {
    const { details, times } = gapChart(gaps, { expectedGap: 50, gapsTogether: 2, open: 300 });
    expect(times.at(-1)?.pSooner).toBeCloseTo(0.005472051951464896, 12);
    expect(details.falseAlarmRate).toBeCloseTo(0.0036961091870925116, 12);
    expect(details.short).toBe(3);
    expect(details.pOpen).toBeCloseTo(0.0026299559319275926, 12);
  });

  it('in fine time: gamma(1, scale = 50) and beta(1, 8)', () => {
    const known = last({ expectedGap: 50, law: 'exponential' });
    expect(known?.pSooner).toBeCloseTo(0.05823546641575128, 12);
    const learned = last({ learnFrom: 8, law: 'exponential' });
    expect(learned?.pSooner).toBeCloseTo(0.05788469292608137, 12);
  });
});

describe('gapChart', () => {
  it('has limits at which the chance just reaches the level', () => {
    const { details } = gapChart(gaps, { expectedGap: 50, law: 'exponential', alpha: 0.01 });
    expect(details.short).toBeCloseTo(-50 * Math.log(0.99), 9);
    expect(details.long).toBeCloseTo(-50 * Math.log(0.01), 6);
  });

  it('says how many gaps must be judged together where one cannot be short enough', () => {
    const { details, warnings, says } = gapChart(gaps, { learnFrom: 8 });
    expect(details.verdict).toBe('no_conclusion');
    expect(warnings.map(({ en }) => en)).toEqual([
      'no sum of gaps is short enough for an alarm at this level: judge 2 or more at once, by `gapsTogether`',
    ]);
    expect(says.en).toMatch(/^No conclusion possible: at this level even events on one day/);
  });

  it('names a long silence', () => {
    const { details, says } = gapChart(gaps, { expectedGap: 20, gapsTogether: 2, open: 200 });
    expect(details.pOpen as number).toBeLessThan(0.005);
    expect(says.en).toContain(
      'Since then 200 days have passed without another, which is unusually long.',
    );
  });

  it('refuses what cannot be', () => {
    const run = (options: object, values: readonly number[] = gaps): unknown =>
      gapChart(values, options);
    expect(() => run({}, [])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected gaps between events, found none. Repair: pass the days between successive events; two events make one gap]`,
    );
    expect(() => run({}, [3, -1])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected gap 2 to be whole days at or above zero, found -1. Repair: sort the events by time and take differences; for parts of a day use \`law: exponential\`]`,
    );
    expect(() => run({}, [3, 1.5])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected gap 2 to be whole days at or above zero, found 1.5. Repair: sort the events by time and take differences; for parts of a day use \`law: exponential\`]`,
    );
    expect(() => run({ law: 'exponential' }, [3, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected gap 2 to be a time at or above zero, found NaN. Repair: sort the events by time and take differences; for parts of a day use \`law: exponential\`]`,
    );
    expect(() => run({}, [3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected at least 3 gaps to learn from and 1 to judge, found 1 and 1. Repair: wait for more events, or pass the usual gap as \`expectedGap\`]`,
    );
    expect(() => run({}, [0, 0, 0, 0, 0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the first 3 gaps are all zero, found no time between events. Repair: learn from gaps of a time when events were apart, or measure more finely]`,
    );
    expect(() => run({ expectedGap: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: \`expectedGap\` must be above zero, found 0. Repair: pass the mean gap of a time when nothing changed, or leave it out to learn it]`,
    );
    expect(() => run({ gapsTogether: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`gapsTogether\` must be a whole number above zero, got 0]`,
    );
    expect(() => run({ names: ['a'] })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`names\` must have one entry per gap: got 1 for 11]`,
    );
    expect(() => run({ open: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected \`open\` to be whole days at or above zero, found -1. Repair: sort the events by time and take differences; for parts of a day use \`law: exponential\`]`,
    );
  });
});
