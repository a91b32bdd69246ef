import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { endLabels } from '../drawing/end-labels.ts';
import { flagLayers, topOf } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { periodName } from '../drawing/period-step.ts';
import { drawable, inOrder } from '../drawing/period-values.ts';
import { bottomOf, plotAxes } from '../drawing/plot.ts';
import { inEach } from '../drawing/sentences.ts';
import { chart, isNarrow, widthFor } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { words } from '../words.ts';
import { breaksIn, type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { indexLayers } from './series-index-layers.ts';
import { indexCaption, indexTitle, indexWords } from './series-index-words.ts';
import { trendWords } from './trend-words.ts';

/** An index of one series. */
export interface IndexSeries {
  readonly label: Text;
  readonly points: readonly {
    readonly period: string;
    /** null where none is stated. */
    readonly index: number | null;
    readonly provisional?: boolean | undefined;
  }[];
  /** Declared breaks of this series, which its line does not cross. */
  readonly breaks?: readonly DeclaredBreak[] | undefined;
}

/** Options of {@link seriesIndexChart}. */
export interface SeriesIndexChartOptions extends ChartOptions {
  /** The period that stands at 100. */
  readonly base: string;
  /** Breaks of all series. */
  readonly breaks?: readonly DeclaredBreak[] | undefined;
  readonly log?: boolean | undefined;
}

/**
 * Indices of several series from a common base of 100. A declared break cuts the line: what stands on both sides of
 * it is not compared. The names stand at the ends of the lines.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { seriesIndexChart } from '@samenbeeld/charts';
 * const label = { nl: 'België', fr: 'Belgique', de: 'Belgien', en: 'Belgium' };
 * const points = [{ period: '2020', index: 100 }, { period: '2021', index: 112 }];
 * seriesIndexChart([{ label, points }], { language: 'en', base: '2020' }).table.rows // => [['Belgium', '2020', 100, '', ''], ['Belgium', '2021', 112, '', '']]
 * ```
 */
export function seriesIndexChart(
  series: readonly IndexSeries[],
  options: SeriesIndexChartOptions,
): Chart {
  const { language, breaks = [] } = options;
  const narrow = isNarrow(options);
  const placed = series.map((one, order) => ({
    order,
    name: one.label[language],
    breaks: [...breaks, ...(one.breaks ?? [])],
    points: inOrder(one.points).map((point) => ({
      ...point,
      value: drawable(point.index, `${one.label.en}, ${point.period}`),
      provisional: point.provisional ?? false,
    })),
  }));
  const widest = Math.max(0, ...placed.map(({ name }) => widthOf(name, 12)));
  const labelRoom = Math.min(widest + 4, widthFor(options) * (narrow ? 0.32 : 0.26));
  const needed = endLabels(placed, null, labelRoom).height;
  const heights = [280, 220].map((least) => Math.max(least, needed)) as [number, number];
  const { plot, right } = layOutPlot(options, {
    codes: [options.base, ...placed.flatMap(({ points }) => points.map(({ period }) => period))],
    values: [100, ...placed.flatMap(({ points }) => points.map(({ value }) => value))],
    log: options.log,
    zero: false,
    heights,
    right: labelRoom + 24,
  });
  const { left, width, height } = plot;
  const named = [
    ...breaks,
    ...series.flatMap(({ label, breaks: own = [] }) =>
      own.map(({ period, note }) => ({
        period,
        note: inEach((one) => `${label[one]}${one === 'fr' ? '\u00a0' : ''}: ${note[one]}`),
      })),
    ),
  ];
  const flags = placeFlags(declaredFlags(named, plot, language), {
    left,
    right: right - 6,
    width,
  });
  const unit = `${periodName(options.base, language)} = 100`;
  return chart(
    options,
    {
      title: indexTitle(unit),
      caption: indexCaption({
        breaks: hasFlag(flags, 'declared'),
        log: options.log === true,
        cutAxis: plot.values.type === 'linear' && plot.values.from > 0,
        hollow: placed.some(({ points }) => points.some(({ provisional }) => provisional)),
      }),
      table: {
        columns: [
          trendWords.series,
          words.period,
          indexWords.index,
          trendWords.break,
          words.status,
        ].map((text) => text[language]),
        rows: placed.flatMap((one) =>
          one.points.map(({ period, at, value, provisional }) => [
            ...[one.name, period, value],
            one.breaks.find((cut) => breaksIn(cut, at, plot.periods.frequency))?.note[language] ??
              '',
            provisional ? words.provisional[language] : '',
          ]),
        ),
      },
    },
    {
      layer: [
        ...plotAxes(plot, {}),
        ...flagLayers(flags, height),
        ...indexLayers(placed, plot),
        ...endLabels(placed, plot, labelRoom).layers,
      ],
      height,
      left,
      right,
      top: topOf(flags, '', left),
      bottom: bottomOf(plot),
    },
  );
}
