import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf, unitRise } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { drawable, inOrder, type PeriodValue } from '../drawing/period-values.ts';
import { bottomOf, pixelX, plotAxes } from '../drawing/plot.ts';
import { seriesMarks } from '../drawing/series-marks.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { forecastLayers } from './forecast-layers.ts';
import { forecastCaption, forecastTitle, forecastWords } from './forecast-words.ts';

/** What is expected of a period: its middle and two ranges. */
export interface ForecastPoint {
  readonly period: string;
  /** As likely above as below. */
  readonly value: number;
  /** The inner range, of `level`. */
  readonly low: number;
  readonly high: number;
  readonly low95: number;
  readonly high95: number;
}

/** How the method did on the past. */
export interface BackTestResult {
  readonly origins: number;
  /** Values forecast from them, and how many lay within the inner range. */
  readonly tested: number;
  readonly held: number;
  /** Mean absolute error. */
  readonly error?: number | undefined;
}

/** Options of {@link forecastChart}. */
export interface ForecastChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** Level of the inner range; 0.8. */
  readonly level?: number | undefined;
  /** What the simplest forecast says of the same periods. */
  readonly benchmark?: readonly { readonly period: string; readonly value: number }[] | undefined;
  readonly backTest?: BackTestResult | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
}

/**
 * A series with what is expected of it, as a fan: the middle, an inner and an outer range, and the simplest forecast
 * as a thin line to compare. How often the past fell within the inner range is said in the caption.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { forecastChart } from '@samenbeeld/charts';
 * const next = [{ period: '2025', value: 12, low: 9, high: 15, low95: 7, high95: 18 }];
 * forecastChart([{ period: '2024', value: 11 }], next, { language: 'en' }).table.rows // => [['2024', 11, null, null, null, null, ''], ['2025', 12, 9, 15, 7, 18, 'forecast']]
 * ```
 */
export function forecastChart(
  history: readonly PeriodValue[],
  forecast: readonly ForecastPoint[],
  options: ForecastChartOptions,
): Chart {
  const { language, level = 0.8, breaks = [] } = options;
  const past = inOrder(history).map((point) => ({
    ...point,
    value: drawable(point.value, point.period),
    low: drawable(point.low, point.period),
    high: drawable(point.high, point.period),
  }));
  const ahead = inOrder(forecast);
  const benchmark = inOrder(options.benchmark ?? []);
  for (const { period, value, low, high, low95, high95 } of ahead)
    for (const one of [value, low, high, low95, high95]) drawable(one, period);
  for (const { period, value } of benchmark) drawable(value, period);
  const { plot, right } = layOutPlot(options, {
    codes: [...past, ...ahead].map(({ period }) => period),
    values: [
      ...past.flatMap(({ value, low, high }) => [value, low, high]),
      ...ahead.flatMap(({ low95, high95 }) => [low95, high95]),
      ...benchmark.map(({ value }) => value),
    ],
    right: 58,
  });
  const { left, width, height } = plot;
  const [first] = ahead;
  const start = first
    ? [
        {
          x: pixelX(plot, first.at - 0.5),
          words: forecastWords.forecast[language],
          kind: 'start' as const,
        },
      ]
    : [];
  const flags = placeFlags([...declaredFlags(breaks, plot, language), ...start], {
    left,
    right,
    width,
  });
  const unit = axisUnit(options.unit, language);
  const rows = ahead.map(({ period, value, low, high, low95, high95 }) => [
    ...[period, value, low, high, low95, high95],
    forecastWords.forecast[language],
  ]);
  return chart(
    options,
    {
      title: forecastTitle,
      caption: forecastCaption({
        level,
        benchmark: benchmark.length > 0,
        backTest: options.backTest,
        hollow: past.some(({ provisional }) => provisional),
        breaks: hasFlag(flags, 'declared'),
      }),
      table: {
        columns: [
          words.period[language],
          words.value[language],
          ...forecastWords.ends(level, language),
          ...forecastWords.ends(0.95, language),
          words.status[language],
        ],
        rows: [
          ...past.map(({ period, value, low, high, provisional }) => [
            ...[period, value, low, high, null, null],
            provisional ? words.provisional[language] : '',
          ]),
          ...rows,
        ],
      },
    },
    {
      layer: [
        ...plotAxes(plot, { unit, above: unitRise(flags, unit, left) }),
        ...forecastLayers(past, ahead, benchmark, plot, {
          language,
          level,
          taken: ruleBoxes(flags, height),
        }),
        ...seriesMarks(past, plot),
        ...flagLayers(flags, height),
      ],
      height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: bottomOf(plot),
    },
  );
}
