import {
  alarmChart,
  type Chart,
  type ChartOptions,
  decompositionChart,
  forecastChart,
  penaltyPathChart,
  rateChart,
  segmentChart,
  seriesIndexChart,
  triangleChart,
  waterbedChart,
} from '@samenbeeld/charts';
import type { Text } from '@samenbeeld/schema';

const long: Text = {
  nl: 'andere telregel sinds de invoering van het nieuwe zaaksysteem',
  fr: 'autre règle de comptage depuis l’introduction du nouveau système',
  de: 'geänderte Zählregel seit der Einführung des Vorgangsbearbeitungssystems',
  en: 'another counting rule since the new case system was introduced',
};

const name = (index: number): Text => ({
  nl: `Reeks ${index} van de zeehavens aan de Schelde`,
  fr: `Série ${index} des ports maritimes de l’Escaut`,
  de: `Reihe ${index} der Seehäfen an der Schelde einschließlich Binnenhäfen`,
  en: `Series ${index} of the sea ports along the Scheldt`,
});

/** About the longest name a span of time has. */
const span: Text = {
  nl: 'januari 2018 tot en met juni 2021',
  fr: 'janvier 2018 à juin 2021 inclus',
  de: 'Januar 2018 bis einschließlich Juni 2021',
  en: 'January 2018 up to and including June 2021',
};

const years = (count: number) =>
  Array.from({ length: count }, (_, at) => String(2026 - count + at));

const months = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${2016 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );

const weeks = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${2014 + Math.floor(at / 52)}-W${String((at % 52) + 1).padStart(2, '0')}`,
  );

/** Values that go up and down, without a random number. */
const wave = (at: number, size = 1): number =>
  Math.max(0, Math.round(size * (30 + 11 * Math.sin(at * 1.7) + 9 * Math.cos(at * 0.31))));

const valuesOf = (periods: readonly string[], size = 1) =>
  periods.map((period, at) => ({
    period,
    value: at % 37 === 11 ? null : wave(at, size),
    provisional: at === periods.length - 1,
  }));

/** A level for every stretch between cuts. */
function levels(periods: readonly string[], cuts: readonly number[], size = 1) {
  return [0, ...cuts].map((from, index) => ({
    from: periods[from] ?? '',
    to: periods[(cuts[index] ?? periods.length) - 1] ?? '',
    start: size * (24 + 5 * (index % 3)),
    end: size * (24 + 5 * (index % 3)),
  }));
}

function manyBreaks(periods: readonly string[], cuts: readonly number[], options: ChartOptions) {
  return segmentChart(valuesOf(periods, 1234), {
    ...options,
    unit: 'kg',
    segments: levels(periods, cuts, 1234),
    suggested: cuts.map((cut) => ({
      period: periods[cut] ?? '',
      low: periods[Math.max(0, cut - 3)],
      high: periods[cut + 2],
    })),
    breaks: [1, 2, Math.floor(periods.length / 2), periods.length - 1].map((at) => ({
      period: periods[at] ?? '',
      note: long,
    })),
  });
}

/** Many periods, long words, crowded marks, almost nothing: the tests look for words that overlap or are cut. */
export const trendStress: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  'segment, 8 years': (options) => manyBreaks(years(8), [3, 5], options),
  'segment, 40 years': (options) => manyBreaks(years(40), [6, 14, 19, 33], options),
  'segment, 120 months': (options) => manyBreaks(months(120), [20, 24, 60, 100], options),
  'segment, 520 weeks': (options) => manyBreaks(weeks(520), [50, 200, 210, 480], options),
  'segment, one period': (options) =>
    segmentChart([{ period: '2024', value: 3 }], { ...options, segments: [], breaks: [] }),
  'segment, zeros on a logarithmic axis': (options) =>
    segmentChart(
      [0, 3, 0, 18, 240, 1900].map((value, at) => ({ period: String(2019 + at), value })),
      {
        ...options,
        log: true,
        fit: 'log_linear',
        segments: [{ from: '2019', to: '2024', start: 0.8, end: 2100, label: long }],
      },
    ),
  'penalty path, thirty steps': (options) =>
    penaltyPathChart(
      Array.from({ length: 31 }, (_, at) => ({
        breaks: 30 - at,
        from: 1.3 ** at,
        to: at === 30 ? null : 1.3 ** (at + 1),
      })),
      {
        ...options,
        chosen: { penalty: 2400, name: long },
        others: [
          { penalty: 2300, name: long },
          { penalty: 1.5, name: long },
        ],
      },
    ),
  'penalty path, one step': (options) =>
    penaltyPathChart([{ breaks: 0, from: 0, to: null }], {
      ...options,
      chosen: { penalty: 9.2, name: name(1) },
    }),
  'alarm, 520 weeks': (options) =>
    alarmChart(
      weeks(520).map((period, at) => ({
        period,
        count: wave(at) + (at > 260 && at % 9 === 0 ? 60 : 0),
        expected: at > 260 ? 30 : null,
        upper: at > 260 ? 58 : null,
        alarm: at > 260 && at % 9 === 0,
        provisional: at > 510,
      })),
      { ...options, unit: 'n', breaks: [{ period: '2018-W40', note: long }] },
    ),
  'alarm, nothing evaluated': (options) =>
    alarmChart(
      years(8).map((period, at) => ({
        period,
        count: at === 2 ? null : at,
        expected: null,
        upper: null,
        alarm: false,
      })),
      options,
    ),
  'forecast, 40 years': (options) =>
    forecastChart(
      valuesOf(years(40), 1234),
      Array.from({ length: 8 }, (_, at) => ({
        period: String(2026 + at),
        value: 40_000,
        low: 39_000,
        high: 40_500,
        low95: 38_000,
        high95: 41_000,
      })),
      {
        ...options,
        benchmark: [{ period: '2026', value: 40_200 }],
        breaks: [{ period: '2025', note: long }],
      },
    ),
  'triangle, 12 years': (options) => triangleChart(triangle(years(12), 12), options),
  'triangle, 36 months': (options) => triangleChart(triangle(months(36), 12), options),
  'triangle, 100 months': (options) => triangleChart(triangle(months(100), 48), options),
  'decomposition, 520 weeks': (options) =>
    decompositionChart(
      weeks(520).map((period, at) => ({
        period,
        observed: 1234 * wave(at),
        trend: at < 3 ? null : 37_000 + 20 * at,
        seasonal: [9000 * Math.sin(at / 8)],
        remainder: 0.0004 * Math.sin(at * 7),
        outlier: at % 17 === 0,
      })),
      { ...options, unit: 'kg', breaks: [{ period: '2014-W20', note: long }] },
    ),
  'decomposition, two years of quarters': (options) =>
    decompositionChart(
      ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2'].map((period, at) => ({
        period,
        observed: at,
        trend: at,
        seasonal: [0],
        remainder: 0,
      })),
      options,
    ),
  'waterbed, 25 sites': (options) =>
    waterbedChart(
      Array.from({ length: 25 }, (_, at) => ({
        site: `S${at}`,
        label: name(at),
        before: 1000 * at,
        after: 20_000 - 700 * at,
        shareBefore: at / 300,
        shareAfter: (25 - at) / 325,
        low: (25 - at) / 325 - at / 300 - 0.05,
        high: (25 - at) / 325 - at / 300 + 0.05,
        detectableRise: 0.06,
        detectableFall: null,
      })),
      { ...options, before: span, after: span, unit: 'kg' },
    ),
  'waterbed, nothing counted': (options) =>
    waterbedChart(
      [{ site: 'A', before: 0, after: 3, shareBefore: null, shareAfter: 1, low: null, high: null }],
      options,
    ),
  'rate, 40 rows': (options) =>
    rateChart(
      Array.from({ length: 40 }, (_, at) => ({
        label: name(at),
        group: name(Math.floor(at / 10)),
        estimate: at % 13 === 5 ? null : 0.02 * 1.3 ** at,
        low: at % 7 === 0 ? null : 0.01 * 1.3 ** at,
        high: at % 11 === 0 ? Number.POSITIVE_INFINITY : 0.05 * 1.3 ** at,
        provisional: at % 5 === 0,
      })),
      { ...options, referenceName: long, unit: 'n / 100.000' },
    ),
  'index, 12 series of 120 months': (options) =>
    seriesIndexChart(
      Array.from({ length: 12 }, (_, series) => ({
        label: name(series),
        points: months(120).map((period, at) => ({
          period,
          index: at === 0 ? 100 : 100 + wave(at + 7 * series) - 30,
        })),
        breaks: [{ period: months(120)[10 + series] ?? '', note: long }],
      })).slice(0, 12),
      { ...options, base: '2016-01' },
    ),
};

/** Reports of periods by age; what is not known yet is expected. */
function triangle(periods: readonly string[], ages: number) {
  return periods.flatMap((period, row) =>
    Array.from({ length: ages }, (_, age) => ({
      period,
      age,
      value: Math.round(12_345 * (1 - 0.4 * 0.7 ** age)),
      ...(age >= periods.length - row && { expected: true, low: 11_000, high: 13_500 }),
    })),
  );
}
