import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf, unitRise } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { drawable, inOrder } from '../drawing/period-values.ts';
import { labelLayers } from '../drawing/place-labels.ts';
import { bottomOf, plotAxes } from '../drawing/plot.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { alarmLabels } from './alarm-labels.ts';
import { alarmLayers, hasOutlines, skippedLayers } from './alarm-layers.ts';
import { alarmCaption, alarmTitle } from './alarm-words.ts';
import { axisUnit } from './axis-unit.ts';
import { type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { trendWords } from './trend-words.ts';

/** A count, with what was expected and how far the usual goes. */
export interface AlarmPoint {
  readonly period: string;
  /** null where missing. */
  readonly count: number | null;
  readonly expected: number | null;
  /** null where the period was not evaluated. */
  readonly upper: number | null;
  readonly alarm: boolean;
  readonly provisional?: boolean | undefined;
}

/** Options of {@link alarmChart}. */
export interface AlarmChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
  /** False alarms to expect over the periods evaluated, for the caption. */
  readonly falseAlarms?: number | undefined;
}

/**
 * Counts by period against what was expected and the bound above which a count is unusual. An alarm is a triangle and
 * a bar of its own colour; what was not evaluated is hatched, what is provisional hollow.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { alarmChart } from '@samenbeeld/charts';
 * alarmChart([{ period: '2024-W05', count: 9, expected: 3.1, upper: 7.2, alarm: true }], { language: 'en' }).table.rows // => [['2024-W05', 9, 3.1, 7.2, 'yes', '']]
 * ```
 */
export function alarmChart(points: readonly AlarmPoint[], options: AlarmChartOptions): Chart {
  const { language, breaks = [] } = options;
  const placed = inOrder(points).map((point) => ({
    ...point,
    count: drawable(point.count, point.period),
    expected: drawable(point.expected, point.period),
    upper: drawable(point.upper, point.period),
  }));
  const { plot, right } = layOutPlot(options, {
    codes: placed.map(({ period }) => period),
    // Room for the triangle above the highest bar.
    values: placed.flatMap(({ count, expected, upper, alarm }) => [
      count === null ? null : count * (alarm ? 1.08 : 1),
      expected,
      upper,
    ]),
  });
  const { left, width, height } = plot;
  const flags = placeFlags(declaredFlags(breaks, plot, language), { left, right, width });
  const unit = axisUnit(options.unit, language);
  const alarms = placed.filter(({ alarm }) => alarm).length;
  return chart(
    options,
    {
      title: alarmTitle(alarms),
      caption: alarmCaption({
        alarms,
        skipped:
          placed.some(({ upper, count }) => upper === null || count === null) ||
          placed.length <= plot.periods.last - plot.periods.first,
        provisional: !placed.some(({ provisional }) => provisional)
          ? null
          : hasOutlines(plot)
            ? 'hollow'
            : 'pale',
        breaks: hasFlag(flags, 'declared'),
        falseAlarms: options.falseAlarms,
      }),
      table: {
        columns: [
          words.period,
          words.count,
          trendWords.expected,
          trendWords.upperBound,
          trendWords.alarm,
          words.status,
        ].map((text) => text[language]),
        rows: placed.map(({ period, count, expected, upper, alarm, provisional }) => [
          period,
          count,
          expected,
          upper,
          alarm ? trendWords.yes[language] : '',
          statusOf(count === null ? null : upper, provisional)[language],
        ]),
      },
    },
    {
      layer: [
        ...skippedLayers(placed, plot, language),
        ...plotAxes(plot, { unit, above: unitRise(flags, unit, left) }),
        ...alarmLayers(placed, plot),
        ...flagLayers(flags, height),
        ...labelLayers(alarmLabels(placed, plot, language, ruleBoxes(flags, height))),
      ],
      height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: bottomOf(plot),
    },
  );
}

function statusOf(upper: number | null, provisional: boolean | undefined): Text {
  if (upper === null) return trendWords.notEvaluated;
  return provisional ? words.provisional : { nl: '', fr: '', de: '', en: '' };
}
