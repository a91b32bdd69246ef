import { type Plot, xOf, yOf } from '../drawing/plot.ts';
import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';

/** Layers that draw the stretches of a fit. */
export function fitLayers(
  curves: readonly (readonly { readonly at: number; readonly value: number }[])[],
  plot: Plot,
): Layers {
  return curves.map((curve) => ({
    data: { values: [...curve] },
    mark: { type: 'line', color: palette.ink, strokeWidth: 2.5 },
    encoding: { x: xOf(plot), y: yOf(plot) },
  }));
}

/** What cannot be drawn on a logarithmic axis: zero, as a hollow triangle at its lower edge. */
export function zeroMarks(points: readonly { readonly at: number }[], plot: Plot): Layers {
  if (points.length === 0) return [];
  return [
    {
      data: { values: [...points] },
      mark: {
        type: 'point',
        shape: 'triangle-down',
        y: plot.height - 5,
        size: 50,
        opacity: 1,
        stroke: palette.reported,
        fill: palette.paper,
        filled: false,
      },
      encoding: { x: xOf(plot) },
    },
  ];
}
