import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf, unitRise } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { keyHeight, keyLayers } from '../drawing/key.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { drawable, inOrder, type PeriodValue } from '../drawing/period-values.ts';
import { labelLayers } from '../drawing/place-labels.ts';
import { bottomOf, type Plot, plotAxes } from '../drawing/plot.ts';
import { sentences } from '../drawing/sentences.ts';
import { seriesMarks } from '../drawing/series-marks.ts';
import { chart, widthFor } from '../frame.ts';
import { axisUnit } from './axis-unit.ts';
import {
  bandLayers,
  bandsHeight,
  breakBands,
  type DeclaredBreak,
  declaredFlags,
  type SuggestedBreak,
  suggestedFlags,
} from './break-marks.ts';
import { segmentLabels } from './segment-labels.ts';
import { fitLayers, zeroMarks } from './segment-layers.ts';
import { segmentTable } from './segment-table.ts';
import { segmentCaption, segmentTitle } from './segment-words.ts';
import { type Fit, type Segment, segmentPoints } from './segments.ts';

/** A stretch of a fit with what is said of it ("+12% a year"); a level says its height. */
export interface FittedSegment extends Segment {
  readonly label?: Text | undefined;
}

/** Options of {@link segmentChart}. */
export interface SegmentChartOptions extends ChartOptions {
  readonly segments: readonly FittedSegment[];
  /** `levels` (default) are flat; the others join, straight or on a logarithmic scale. */
  readonly fit?: Fit | undefined;
  readonly suggested?: readonly SuggestedBreak[] | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
  readonly unit?: string | undefined;
  /** A logarithmic axis, on which a constant percentage is a straight line. */
  readonly log?: boolean | undefined;
  /** Why no more breaks are suggested, for the caption. */
  readonly evidence?: Text | undefined;
}

/**
 * Values by period with the levels of a segmentation or the joined lines of a joinpoint fit. A suggested break is a
 * dashed rule with the range of its place below the axis; a declared one is a solid rule with its note. A missing
 * period is a gap.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { segmentChart } from '@samenbeeld/charts';
 * const segments = [{ from: '2021', to: '2022', start: 5, end: 5 }];
 * segmentChart([{ period: '2021', value: 4 }, { period: '2022', value: 6 }], { language: 'en', segments }).table.rows // => [['2021', 4, null, null, 5, '', ''], ['2022', 6, null, null, 5, '', '']]
 * ```
 */
export function segmentChart(values: readonly PeriodValue[], options: SegmentChartOptions): Chart {
  const { language, segments, fit = 'levels', suggested = [], breaks = [] } = options;
  const turns = fit !== 'levels';
  const points = inOrder(values).map((point) => ({
    ...point,
    value: drawable(point.value, point.period),
    low: drawable(point.low, point.period),
    high: drawable(point.high, point.period),
  }));
  const curves = segments.map((segment) => segmentPoints(segment, fit));
  const heights = [
    ...points.flatMap(({ value, low, high }) => [value, low, high]),
    ...curves.flat().map(({ value }) => value),
  ];
  const codes = [
    ...points.map(({ period }) => period),
    ...segments.flatMap(({ from, to }) => [from, to]),
  ];
  const { plot: base, right } = layOutPlot(options, { codes, values: heights, log: options.log });
  const { width, left } = base;
  const bands = breakBands(suggested, base, turns);
  const plot: Plot = { ...base, below: bandsHeight(bands) };
  const drawn = points.map((point) => ({
    ...point,
    isZero: point.value !== null && options.log === true && point.value <= 0,
    value: point.value !== null && options.log && point.value <= 0 ? plot.values.from : point.value,
    low: point.low !== null && options.log ? Math.max(point.low, plot.values.from) : point.low,
  }));
  const flags = placeFlags(
    [...declaredFlags(breaks, plot, language), ...suggestedFlags(suggested, plot, language, turns)],
    { left, right, width },
  );
  const { labels, key } = segmentLabels(
    segments,
    curves,
    drawn.filter(({ isZero }) => !isZero),
    {
      plot,
      language,
      fit,
      taken: ruleBoxes(flags, plot.height),
    },
  );
  const keyWidth = widthFor(options);
  const unit = axisUnit(options.unit, language);
  return chart(
    options,
    {
      title: segmentTitle(turns, suggested.length),
      caption: sentences(
        segmentCaption({
          turns,
          log: options.log === true,
          suggested,
          declared: hasFlag(flags, 'declared'),
          ranged: bands.length > 0,
          hollow: points.some(({ provisional }) => provisional),
          zeros: drawn.some(({ isZero }) => isZero),
          ranges: points.some(({ low, high }) => low !== null && high !== null),
        }),
        options.evidence,
      ),
      table: segmentTable(points, segments, {
        language,
        fit,
        suggested,
        breaks,
        frequency: plot.periods.frequency,
      }),
    },
    {
      layer: [
        ...plotAxes(plot, { unit, above: unitRise(flags, unit, left) }),
        ...bandLayers(bands, plot.height),
        ...flagLayers(flags, plot.height),
        ...seriesMarks(
          drawn.filter(({ isZero }) => !isZero),
          plot,
          { line: !turns },
        ),
        ...zeroMarks(
          drawn.filter(({ isZero }) => isZero),
          plot,
        ),
        ...fitLayers(curves, plot),
        ...labelLayers(labels),
        ...keyLayers(key, { left, top: plot.height + bottomOf(plot) + 6, width: keyWidth }),
      ],
      height: plot.height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: bottomOf(plot) + keyHeight(key, keyWidth),
    },
  );
}
