import { boundaryOf } from '../drawing/period-step.ts';
import { withRuns } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { type Plot, pixelY, xOf, yOf } from '../drawing/plot.ts';
import { lookOf } from '../drawing/series-look.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';
import type { DeclaredBreak } from './break-marks.ts';

interface PlacedSeries {
  readonly order: number;
  readonly breaks: readonly DeclaredBreak[];
  readonly points: readonly {
    readonly at: number;
    readonly value: number | null;
    readonly provisional: boolean;
  }[];
}

/** The points of a series in stretches that neither a gap nor a declared break parts. */
function stretches({ points, breaks }: PlacedSeries, { periods }: Plot) {
  const cuts = breaks.map(({ period }) => boundaryOf(period, periods.frequency));
  const known = withRuns(points).map(({ at, value, run, provisional }) => ({
    at,
    value,
    provisional,
    stretch: `${run}/${cuts.filter((cut) => cut <= at).length}`,
  }));
  const lengths = new Map<string, number>();
  for (const { stretch } of known) lengths.set(stretch, (lengths.get(stretch) ?? 0) + 1);
  return known.map((point) => ({ ...point, alone: lengths.get(point.stretch) === 1 }));
}

/** Layers that draw the lines of indices, cut at breaks, with the base as a rule. */
export function indexLayers(series: readonly PlacedSeries[], plot: Plot): Layers {
  const x = xOf(plot);
  const y = yOf(plot);
  const pixels = pixelsPerPeriod(plot);
  return [
    {
      data: { values: [{ y: pixelY(plot, 100) }] },
      mark: { type: 'rule', x: 0, x2: plot.width, color: palette.ink, strokeWidth: 1 },
      encoding: { y: pixel('y') },
    },
    ...series.flatMap((one): Layers => {
      const { colour, dash, shape } = lookOf(one.order);
      const points = stretches(one, plot);
      const dots =
        pixels >= 12 ? points : points.filter((point) => point.alone || point.provisional);
      return [
        {
          data: { values: points },
          mark: { type: 'line', color: colour, strokeWidth: 2, strokeDash: [...dash] },
          encoding: {
            x,
            y,
            detail: { field: 'stretch', type: 'nominal' },
            order: { field: 'at', type: 'quantitative' },
          },
        },
        {
          data: { values: dots },
          mark: {
            type: 'point',
            shape,
            filled: false,
            size: 36,
            opacity: 1,
            strokeWidth: 1.5,
            stroke: colour,
            fill: { expr: `datum.provisional ? "${palette.paper}" : "${colour}"` },
          },
          encoding: { x, y },
        },
      ];
    }),
  ];
}
