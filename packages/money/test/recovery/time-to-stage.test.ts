import { type RecoveryEvent, timeToStage } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';

const day = (offset: number): string =>
  new Date(Date.UTC(2020, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

const event = (caseRef: string, stage: RecoveryEvent['stage'], offset: number): RecoveryEvent => ({
  caseRef,
  country: 'NL',
  stage,
  route: 'conviction',
  amount: 1000,
  currency: 'EUR',
  valueBasis: 'appraised',
  date: day(offset),
});

// Weeks of remission under 6-MP (Freireich et al. 1963, Blood 21), here days: reached, and still open.
const reached = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
// All are followed to one day, so each begins as many days before it as it was followed.
const end = 100;
const remission: readonly RecoveryEvent[] = [
  ...reached.flatMap((days, at) => [
    event(`r${at}`, 'seized', 0),
    event(`r${at}`, 'executed', days),
  ]),
  ...open.map((days, at) => event(`o${at}`, 'seized', end - days)),
];

describe('timeToStage', () => {
  const answer = timeToStage(remission, { stage: 'executed', asOf: day(end) });

  it('is the estimate of Kaplan and Meier with the interval of Greenwood on log(-log)', () => {
    // scipy 1.17.1: stats.ecdf(CensoredData(uncensored, right)).sf, confidence_interval(method='log-log').
    expect(answer.steps.map(({ days }) => days)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 7));
    expect(answer.steps.map((step) => step.open)).toEqual(
      close([0.85714286, 0.80672269, 0.75294118, 0.69019608, 0.62745098, 0.53781513, 0.44817927]),
    );
    expect(answer.steps.map(({ low }) => low)).toEqual(
      close([0.61971796, 0.56314656, 0.50319951, 0.43161022, 0.36751086, 0.26777894, 0.18805201]),
    );
    expect(answer.steps.map(({ high }) => high)).toEqual(
      close([0.95155175, 0.92280902, 0.88936184, 0.84906596, 0.80491219, 0.74679072, 0.68014263]),
    );
    expect(answer.steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
  });

  it('has the published median, whose interval has no upper end', () => {
    // Median 23 in the literature; statsmodels 0.15.0 SurvfuncRight.quantile_ci(method='cloglog') gives 13 to infinity.
    expect(answer.estimate).toBe(23);
    expect(answer.details).toMatchObject({ low: 13, high: null });
    expect(answer.interval).toBeNull();
    expect(answer.says).toMatchInlineSnapshot(`
      {
        "de": "Die Hälfte der Fälle erreicht „vollstreckt“ innerhalb von 23 Tagen (95-%-Intervall ab 13); erreicht ist es in 9 von 21, und die offenen Fälle zählen mit.",
        "en": "Half the cases reach "executed" within 23 days (95% interval from 13); it was reached in 9 of 21, and open cases are counted in.",
        "fr": "La moitié des affaires atteignent le stade « exécuté » en 23 jours (intervalle à 95 % à partir de 13) ; c’est le cas de 9 sur 21, les affaires en cours étant comptées.",
        "nl": "De helft van de zaken bereikt "geïnd" binnen 23 dagen (95%-interval vanaf 13); bereikt is dat in 9 van 21, en de open zaken tellen mee.",
      }
    `);
  });

  it('states no median where fewer than half have come so far', () => {
    const slow = timeToStage(
      [
        event('a', 'frozen', 0),
        event('b', 'frozen', 0),
        event('c', 'seized', 0),
        event('a', 'final', 40),
      ],
      { stage: 'final', asOf: day(800) },
    );
    expect(slow.estimate).toBeNull();
    expect(slow.says.en).toBe(
      '"final" was reached in 1 of 3 cases: fewer than half, so no median time can be stated yet.',
    );
    // A median is no average.
    expect(slow.says.de).toContain('keine Mediandauer');
    expect(slow.afterYears[0]?.reached?.share).toBeCloseTo(1 / 3, 12);
    expect(slow.afterYears[2]?.reached).toBeNull();
  });

  it('keeps cases whose assets were returned among those that have not reached the stage', () => {
    const given = [
      event('a', 'seized', 0),
      event('a', 'executed', 10),
      event('b', 'seized', 0),
      event('b', 'returned', 5),
    ];
    expect(timeToStage(given, { stage: 'executed', asOf: day(900) }).steps[0]?.open).toBe(0.5);
  });

  it('leaves out cases without a freezing before the stage, and says so', () => {
    const before = [event('a', 'executed', 0), event('a', 'seized', 10), event('b', 'executed', 3)];
    const none = timeToStage(before, { stage: 'executed', asOf: day(900) });
    expect(none.n).toBe(0);
    expect(none.warnings.map(({ en }) => en)).toContain(
      '2 cases without a freezing before the stage are left out',
    );
    expect(none.says.en).toBe(
      'No conclusion possible on the time to "executed": there are no cases.',
    );
  });

  it('ends the curve at zero where every case is through', () => {
    const all = timeToStage([event('a', 'seized', 0), event('a', 'executed', 0)], {
      stage: 'executed',
      asOf: day(900),
    });
    expect(all.steps).toEqual([{ days: 0, atRisk: 1, reached: 1, open: 0, low: null, high: null }]);
    expect(all.estimate).toBe(0);
    expect(all.says.en).not.toContain('interval');
    expect(JSON.stringify(all)).not.toContain('NaN');
  });

  it('has no upper end of the median where only the end of the curve would give one', () => {
    const through = [10, 20, 30, 40].flatMap((days, at) => [
      event(`c${at}`, 'seized', 0),
      event(`c${at}`, 'executed', days),
    ]);
    const four = timeToStage(through, { stage: 'executed', asOf: day(900) });
    // SciPy 1.17.1 ecdf(...).sf.confidence_interval(method='log-log'): at 30 days 0.0090 to 0.6651; at 40 none.
    expect(four.steps.map(({ high }) => high)).toEqual([
      expect.closeTo(0.9605, 3),
      expect.closeTo(0.8449, 3),
      expect.closeTo(0.6651, 3),
      null,
    ]);
    expect(four.details).toMatchObject({ low: 10, high: null });
    expect(four.interval).toBeNull();
    expect(four.says.en).toContain('within 20\u00a0days (95% interval from 10)');
  });

  it('gives no interval of width zero: none where no case or every case has come so far', () => {
    const one = timeToStage([event('a', 'seized', 0), event('a', 'executed', 5)], {
      stage: 'executed',
      asOf: day(900),
    });
    expect(one.afterYears[0]?.reached).toEqual({ share: 1, low: null, high: null });
    const three = timeToStage(
      ['a', 'b', 'c'].map((ref) => event(ref, 'seized', 0)),
      { stage: 'executed', asOf: day(900) },
    );
    expect(three.afterYears[0]?.reached).toEqual({ share: 0, low: null, high: null });
  });

  it('refuses what cannot be waited for', () => {
    expect(() =>
      timeToStage([], { stage: 'traced' as 'final', asOf: '2024-01-01' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`stage\` must be one of confiscation_ordered, final, executed, got traced]`,
    );
    expect(() =>
      timeToStage([], { stage: 'final', asOf: '2024' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`asOf\` must be a day such as 2026-06-30, got 2024]`,
    );
    expect(() =>
      timeToStage([], { stage: 'final', asOf: '2024-01-01', level: 1 }),
    ).toThrowErrorMatchingInlineSnapshot(`[UsageError: \`level\` must lie between 0 and 1, got 1]`);
  });
});
