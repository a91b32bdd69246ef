import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { periodAxis } from '../drawing/period-axis.ts';
import { drawable, inOrder } from '../drawing/period-values.ts';
import { bottomOf, type Plot } from '../drawing/plot.ts';
import { chart, isNarrow, widthFor } from '../frame.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { decompositionLayers } from './decomposition-layers.ts';
import { panelsFor, panelsHeight } from './decomposition-panels.ts';
import {
  decompositionCaption,
  decompositionTitle,
  decompositionWords,
} from './decomposition-words.ts';
import { trendWords } from './trend-words.ts';

/** A value and the parts that add up to it. */
export interface DecompositionPoint {
  readonly period: string;
  readonly observed: number | null;
  readonly trend: number | null;
  /** One a season, in the order of `seasons`. */
  readonly seasonal: readonly (number | null)[];
  readonly remainder: number | null;
  /** Set aside by the method, or far from what the other parts say. */
  readonly outlier?: boolean | undefined;
}

/** Options of {@link decompositionChart}. */
export interface DecompositionChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** Names of the seasons where there are several ("week", "year"). */
  readonly seasons?: readonly Text[] | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
}

/**
 * A series above its parts: trend, season and remainder, each in a panel of its own scale. The grey bar beside each
 * panel has the same length in units everywhere: where it looks short, the part is large. Outliers are marked.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { decompositionChart } from '@samenbeeld/charts';
 * const point = { period: '2024-01', observed: 12, trend: 10, seasonal: [1.5], remainder: 0.5 };
 * decompositionChart([point], { language: 'en' }).table.rows // => [['2024-01', 12, 10, 1.5, 0.5, '']]
 * ```
 */
export function decompositionChart(
  points: readonly DecompositionPoint[],
  options: DecompositionChartOptions,
): Chart {
  const { language, seasons = [], breaks = [] } = options;
  const placed = inOrder(points).map((point) => ({
    ...point,
    observed: drawable(point.observed, point.period),
    trend: drawable(point.trend, point.period),
    seasonal: point.seasonal.map((value) => drawable(value, point.period)),
    remainder: drawable(point.remainder, point.period),
  }));
  const count = placed.reduce((most, { seasonal }) => Math.max(most, seasonal.length), 0);
  const seasonNames = Array.from({ length: count }, (_, index) => {
    const name = seasons[index]?.[language];
    const plain = decompositionWords.season[language];
    return name === undefined ? plain : `${plain} (${name})`;
  });
  const panels = panelsFor(placed, {
    language,
    narrow: isNarrow(options),
    names: {
      observed: decompositionWords.observed[language],
      trend: decompositionWords.trend[language],
      seasons: seasonNames,
      remainder: decompositionWords.remainder[language],
    },
  });
  const left = Math.max(...panels.map(({ axis }) => axis.room)) + 14;
  const right = 20;
  const width = widthFor(options) - left - right;
  const height = panelsHeight(panels);
  const [first] = panels;
  const plot: Plot = {
    width,
    height,
    left,
    periods: periodAxis(
      placed.map(({ period }) => period),
      width,
      language,
    ),
    values: first?.axis ?? { type: 'linear', from: 0, to: 1, ticks: [], room: 0 },
  };
  const flags = placeFlags(declaredFlags(breaks, plot, language), { left, right, width });
  const unit = axisUnit(options.unit, language);
  const isMarked = placed.some(({ outlier }) => outlier);
  return chart(
    options,
    {
      title: decompositionTitle,
      caption: decompositionCaption({ outliers: isMarked, breaks: hasFlag(flags, 'declared') }),
      table: {
        columns: [
          words.period[language],
          decompositionWords.observed[language],
          decompositionWords.trend[language],
          ...seasonNames,
          decompositionWords.remainder[language],
          decompositionWords.outlier[language],
        ],
        rows: placed.map(({ period, observed, trend, seasonal, remainder, outlier }) => [
          period,
          observed,
          trend,
          ...seasonNames.map((_, index) => seasonal[index] ?? null),
          remainder,
          outlier ? trendWords.yes[language] : '',
        ]),
      },
    },
    {
      layer: [
        ...flagLayers(flags, height),
        ...decompositionLayers(panels, plot, {
          language,
          unit,
          taken: ruleBoxes(flags, height),
        }),
      ],
      height,
      left,
      right,
      // The name of the first panel stands in its upper margin.
      top: topOf(flags, '', left) + (flags.height > 0 ? 0 : 2),
      bottom: bottomOf(plot),
    },
  );
}
