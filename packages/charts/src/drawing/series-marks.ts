import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';
import { type PeriodValue, withRuns } from './period-values.ts';
import { type Plot, xOf, yOf } from './plot.ts';

/** Pale blue of ranges and of what a figure rests on. */
export const rangeColour = '#99c7e0';

type Placed = PeriodValue & { readonly at: number };

/** Pixels that one period has. */
export function pixelsPerPeriod({ periods, width }: Plot): number {
  return width / (periods.last - periods.first + 1);
}

function ranges(points: readonly Placed[], plot: Plot): Layers {
  const values = points.filter(
    ({ low, high }) => low !== null && low !== undefined && high !== null && high !== undefined,
  );
  if (values.length === 0) return [];
  return [
    {
      data: { values: [...values] },
      mark: {
        type: 'bar',
        orient: 'vertical',
        width: Math.max(1, Math.min(11, pixelsPerPeriod(plot) * 0.6)),
        color: rangeColour,
      },
      encoding: { x: xOf(plot), y: yOf(plot, 'low'), y2: { field: 'high' } },
    },
  ];
}

/**
 * Values of periods: a dot each while there is room, else a line; what is provisional is hollow, a missing period is a
 * gap, a range is a bar.
 */
export function seriesMarks(
  points: readonly Placed[],
  plot: Plot,
  style: { readonly line: boolean; readonly colour?: string } = { line: true },
): Layers {
  const colour = style.colour ?? palette.reported;
  const pixels = pixelsPerPeriod(plot);
  const known = withRuns(points);
  const dots = pixels >= 7 ? known : known.filter(({ provisional, alone }) => provisional || alone);
  const size = Math.max(12, Math.min(64, pixels * 4));
  const x = xOf(plot);
  const y = yOf(plot);
  return [
    ...ranges(points, plot),
    ...(style.line || pixels < 7
      ? ([
          {
            data: { values: [...known] },
            mark: {
              type: 'line',
              color: colour,
              strokeWidth: pixels >= 7 ? 1.2 : pixels >= 2 ? 1.4 : 1,
              strokeJoin: 'round',
              opacity: pixels >= 7 ? 0.65 : 1,
            },
            encoding: {
              x,
              y,
              detail: { field: 'run', type: 'nominal' },
              order: { field: 'at', type: 'quantitative' },
            },
          },
        ] satisfies Layers)
      : []),
    {
      data: { values: [...dots] },
      mark: {
        type: 'point',
        filled: false,
        size,
        opacity: 1,
        strokeWidth: Math.min(2, size / 16),
        stroke: colour,
        fill: { expr: `datum.provisional ? "${palette.paper}" : "${colour}"` },
      },
      encoding: { x, y },
    },
  ];
}
