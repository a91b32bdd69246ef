import { palette } from '../palette.ts';
import { markSentences } from './mark-sentences.ts';
import { type Layers, type MarkLook, mark, when } from './marks.ts';
import { type PeriodValue, withRuns } from './period-values.ts';
import { type Mark, type Plot, pixelsPerPeriod, xOf, yOf } from './plot.ts';
import { sentences } from './sentences.ts';

type Placed = PeriodValue & { readonly at: number };

/** A line that has a gap wherever a period is missing. */
export function lineOf(values: readonly object[], look: MarkLook): Layers[number] {
  return mark('line', values, { order: 'at', run: 'run', ...look });
}

/** A dot each, hollow where provisional. */
export function dotsOf(values: readonly object[], stroke: string, look: MarkLook): Layers[number] {
  const fill = when('provisional', palette.paper, stroke);
  return mark('point', values, { filled: false, stroke, fill, ...look });
}

function drawSeries(
  points: readonly Placed[],
  plot: Plot,
  style: { readonly line: boolean },
): Layers {
  const isLog = plot.up.type === 'log';
  const above = points.filter(({ value }) => !isLog || value === null || value > 0);
  const zeros = points.filter((point) => !above.includes(point));
  const ranged = above.flatMap((point) =>
    typeof point.low === 'number' && typeof point.high === 'number'
      ? [{ ...point, low: isLog ? Math.max(point.low, plot.up.from) : point.low }]
      : [],
  );
  const pixels = pixelsPerPeriod(plot);
  const known = withRuns(above);
  const dots = pixels >= 7 ? known : known.filter(({ provisional, alone }) => provisional || alone);
  const size = Math.max(12, Math.min(64, pixels * 4));
  const [x, y, stroke] = [xOf(plot), yOf(plot), palette.reported];
  const thin = pixels >= 7 ? 1.2 : pixels >= 2 ? 1.4 : 1;
  const width = Math.max(1, Math.min(11, pixels * 0.6));
  const bar = { orient: 'vertical', width, color: '#99c7e0', y2: 'high' } as const;
  const line = { strokeWidth: thin, opacity: pixels >= 7 ? 0.65 : 1 };
  return [
    ...(ranged.length > 0 ? [mark('bar', ranged, { ...bar, x, y: yOf(plot, 'low') })] : []),
    ...(style.line || pixels < 7
      ? [lineOf(known, { x, y, color: stroke, strokeJoin: 'round', ...line })]
      : []),
    dotsOf(dots, stroke, { x, y, size, strokeWidth: Math.min(2, size / 16) }),
    // What cannot be drawn on a logarithmic axis stands at its lower edge.
    ...(zeros.length > 0
      ? [
          mark('point', zeros, {
            ...{ x, y: plot.height - 5, shape: 'triangle-down', size: 50 },
            ...{ stroke, fill: palette.paper, filled: false },
          }),
        ]
      : []),
  ];
}

/**
 * Values of periods: a dot each while there is room, else a line; what is provisional is hollow, a missing period is a
 * gap, a range is a bar, and zero on a logarithmic axis a triangle at its edge.
 */
export function series(points: readonly Placed[], style = { line: true }): Mark {
  const isRanged = points.some(
    ({ low, high }) => typeof low === 'number' && typeof high === 'number',
  );
  return {
    periods: points.map(({ period }) => period),
    reach: points.flatMap(({ value, low, high }) => [value, low, high]),
    says: ({ up }) =>
      sentences(
        points.some(({ provisional }) => provisional) && markSentences.hollowDot,
        isRanged && markSentences.rangeBar,
        up.type === 'log' && markSentences.logScale,
        up.type === 'log' &&
          points.some(({ value }) => value !== null && value <= 0) &&
          markSentences.zeroMark,
      ),
    draw: (plot) => drawSeries(points, plot, style),
  };
}
