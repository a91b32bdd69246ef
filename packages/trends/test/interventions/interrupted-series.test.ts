import { interruptedSeries } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { killedOrInjured, kilometres, monthly, vanDriversKilled } from './seatbelts.ts';

// R 4.2.2 `lm` and `glm(quasipoisson)`, sandwich 3.0.2 `NeweyWest(lag = 4, prewhite = FALSE, adjust = TRUE)`, on Seatbelts.
const law = { from: '1983-02' };

describe('interruptedSeries', () => {
  it('log(drivers) ~ t + month + law: law -0.16403 (se 0.02376), -15.13 % (R lm, sandwich)', () => {
    const { details, estimate, says } = interruptedSeries(monthly(killedOrInjured, 'victim'), {
      ...law,
      model: 'logarithms',
      change: 'level',
    });
    expect(details.step).toBeCloseTo(-0.164033649745, 11);
    expect(details.stepModelError).toBeCloseTo(0.0237570312466, 11);
    expect(details.stepRobustError).toBeCloseTo(0.0258795086865, 11);
    expect(details.stepError).toBe(details.stepRobustError);
    expect(details.autocorrelation).toBeCloseTo(0.512773843285, 10);
    expect((estimate as number) - 1).toBeCloseTo(-0.1513, 4);
    expect([details.verdict, details.lag, details.season]).toEqual(['lower', 4, 'months']);
    expect(says.en).toBe(
      'From 1983-02 the level is 15% lower than the earlier course would give (95% interval 11% to 19%). The deviations depend on each other (from one period to the next r\u00a0=\u00a00.51): the interval may be too narrow.',
    );
  });

  it('drivers ~ t + month + law, quasi-Poisson: -0.16201, dispersion 13.43 (R glm, sandwich)', () => {
    const { details } = interruptedSeries(monthly(killedOrInjured, 'victim'), {
      ...law,
      change: 'level',
    });
    expect(details.step).toBeCloseTo(-0.162005085103, 9);
    expect(details.stepModelError).toBeCloseTo(0.0260366449823, 8);
    expect(details.stepRobustError).toBeCloseTo(0.0274342522909, 8);
    expect(details.dispersion).toBeCloseTo(13.427303376, 7);
    expect(details.autocorrelation).toBeCloseTo(0.530935104955, 8);
  });

  it('level and course with an offset and one wave a year (R glm, offset log(kms), sin and cos)', () => {
    const { details } = interruptedSeries(monthly(killedOrInjured, 'victim'), {
      ...law,
      season: { waves: 1 },
      exposures: kilometres,
    });
    expect(details.step).toBeCloseTo(-0.256082763252, 8);
    expect(details.stepModelError).toBeCloseTo(0.053073228484, 8);
    expect(Math.log(details.courseRatio as number)).toBeCloseTo(12 * 0.00782246807567, 8);
    expect(details.dispersion).toBeCloseTo(18.9125048263, 6);
    expect(details.courseVerdict).toBe('higher');
  });

  it('few counts: over-dispersion is not taken below 1 (R glm with epsilon 1e-15 gives 0.888 and -0.36872, 0.18340)', () => {
    const { details, says } = interruptedSeries(monthly(vanDriversKilled, 'victim'), law);
    expect(details.step).toBeCloseTo(-0.3687163112252, 9);
    expect(details.dispersion).toBeCloseTo(0.88799334928086, 9);
    expect(details.stepError).toBeCloseTo(0.18340045122165 / Math.sqrt(0.88799334928086), 9);
    expect(details.ljungBoxP).toBeGreaterThan(0.05);
    expect([details.verdict, details.courseVerdict]).toEqual(['not_shown', 'not_shown']);
    expect(says.en).toMatch(
      /^No step of the level from 1983-02 can be shown .*No other yearly growth/,
    );
    expect(says.en).not.toContain('depend on each other');
  });

  it('pairs residuals by time where months are missing (written out in NumPy 2)', () => {
    const gaps = killedOrInjured.map((value, i) => ([20, 21, 100].includes(i) ? null : value));
    const { details, n } = interruptedSeries(monthly(gaps, 'victim'), {
      ...law,
      model: 'logarithms',
      change: 'level',
    });
    expect(n).toBe(189);
    expect(details.step).toBeCloseTo(-0.1650033491870943, 10);
    expect(details.stepRobustError).toBeCloseTo(0.026072847496545606, 10);
    expect(details.stepModelError).toBeCloseTo(0.023828860097657542, 10);
  });

  it('gives the course as fitted and as it would have gone on', () => {
    const { course, estimate } = interruptedSeries(monthly(killedOrInjured, 'victim'), {
      ...law,
      change: 'level',
    });
    expect(course).toHaveLength(192);
    const [before, after] = [course[168], course[169]] as [(typeof course)[0], (typeof course)[0]];
    expect(before.fitted).toBeCloseTo(before.expected, 9);
    expect(after.fitted / after.expected).toBeCloseTo(estimate as number, 9);
  });

  it('takes weeks, quarters and years, each with its own season', () => {
    const weeks = Array.from({ length: 120 }, (_, i) => ({
      period: `${2020 + Math.floor(i / 52)}-W${String((i % 52) + 1).padStart(2, '0')}`,
      value: 20 + (i % 7) + (i >= 60 ? 30 : 0),
    }));
    const weekly = interruptedSeries(
      { subject: 's', unit: 'seizure', points: weeks },
      { from: '2021-W09', change: 'level' },
    );
    expect([weekly.details.season, weekly.details.verdict]).toEqual(['2 waves', 'higher']);
    const quarters = Array.from({ length: 40 }, (_, i) => ({
      period: `${2010 + Math.floor(i / 4)}-Q${(i % 4) + 1}`,
      value: 20 + 5 * (i % 4) + (i % 3),
    }));
    const quarterly = interruptedSeries(
      { subject: 's', unit: 'seizure', points: quarters },
      { from: '2015-Q1' },
    );
    expect([quarterly.details.season, quarterly.details.verdict]).toEqual([
      'quarters',
      'not_shown',
    ]);
  });

  it('concludes nothing where it cannot', () => {
    const short = interruptedSeries(monthly([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'seizure'), {
      from: '1969-08',
    });
    expect(short.details.because).toBe('too_few');
    expect(short.says.nl).toBe(
      'Geen conclusie mogelijk: aan elke kant van 1969-08 zijn ten minste 8 waarden nodig (ervoor 7, erna 3).',
    );
    const empty = monthly(
      Array.from({ length: 20 }, (_, i) => (i < 10 ? 3 : 0)),
      'seizure',
    );
    expect(interruptedSeries(empty, { from: '1969-11' }).details.because).toBe('nothing_counted');
    const flat = monthly(
      Array.from({ length: 20 }, () => 5),
      'kg',
    );
    expect(interruptedSeries(flat, { from: '1969-11' }).details.because).toBe('no_remainder');
    const none = interruptedSeries({ subject: 's', unit: 'kg', points: [] }, { from: '2020' });
    expect([none.estimate, none.details.because]).toEqual([null, 'too_few']);
    const contested = monthly(killedOrInjured, 'victim');
    const points = contested.points.map((point, i) =>
      i === 3 ? { ...point, value: null, interval: { low: 1, high: 9, closed: true } } : point,
    );
    expect(interruptedSeries({ ...contested, points }, law).details.because).toBe('undecided');
  });

  it('refuses what it must not answer', () => {
    const kilograms = monthly(killedOrInjured, 'kg');
    expect(() =>
      interruptedSeries(kilograms, { ...law, model: 'counts' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: \`model: 'counts'\` takes counts of events, found kg. Count the seizures. Quantities follow no Poisson law: describe them by their shares and their size classes.]`,
    );
    const zero = monthly([...killedOrInjured.slice(0, -1), 0], 'kg');
    expect(() => interruptedSeries(zero, law)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected values above zero for logarithms, found 0. Repair: count the events (\`model: 'counts'\`), or take longer periods that hold no zero]`,
    );
    const half = monthly([...killedOrInjured.slice(0, -1), 1.5], 'victim');
    expect(() => interruptedSeries(half, law)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a whole number of events in 1984-12, found 1.5. Repair: count events; use \`model: 'logarithms'\` for quantities]`,
    );
    expect(() => interruptedSeries(kilograms, { from: '1983' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`from\` must be a period like those of the series (1969-01), got 1983]`,
    );
    expect(() =>
      interruptedSeries(kilograms, { ...law, exposures: [1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`exposures\` must have one entry per point: got 1 for 192]`,
    );
    expect(() =>
      interruptedSeries(kilograms, { ...law, season: { waves: 6 } }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`season.waves\` must be a whole number from 1 to 5 for these periods, got 6]`,
    );
  });

  it('stops at a declared break', () => {
    const breaks = [
      {
        id: 'new-register',
        source: 'uk',
        series: {},
        on: '1975-01-01',
        kind: 'counting_rule',
        severity: 'block_trend' as const,
        note: { nl: 'register', fr: 'registre', de: 'Register', en: 'register' },
      },
    ];
    expect(() =>
      interruptedSeries(monthly(killedOrInjured, 'victim'), { ...law, breaks: breaks as never }),
    ).toThrow(/crosses the break of 1975-01-01/);
  });
});
