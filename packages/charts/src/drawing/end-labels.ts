import type { Layers } from '../frame.ts';
import { breakLines } from '../lines.ts';
import { palette } from '../palette.ts';
import { pixel } from './pixel.ts';
import { type Plot, pixelX, pixelY } from './plot.ts';
import { lookOf } from './series-look.ts';
import { spread } from './spread.ts';

interface Named {
  readonly order: number;
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number | null }[];
}

const lineHeight = 14;

/**
 * Names at the right ends of lines, moved apart where they would overlap, each joined to its line by a thin leader.
 * Without a plot only the height they need is told.
 */
export function endLabels(
  series: readonly Named[],
  plot: Plot | null,
  room: number,
): { readonly height: number; readonly layers: Layers } {
  const named = series.map((one) => ({
    ...one,
    lines: [...breakLines(one.name, room, 12)],
    last: one.points.findLast(({ value }) => value !== null),
  }));
  const sizes = named.map(({ lines }) => lines.length * lineHeight + 2);
  const height = sizes.reduce((sum, size) => sum + size, 0);
  if (plot === null) return { height, layers: [] };
  const ends = named.map(({ last }) => ({
    x: pixelX(plot, last?.at ?? plot.periods.first),
    y: last ? pixelY(plot, last.value ?? 0) : plot.height,
  }));
  const middles = spread(
    ends.map(({ y }, index) => ({ at: y, size: sizes[index] ?? lineHeight })),
    -4,
    plot.height + 4,
  );
  const x = plot.width + 4;
  const values = named.flatMap(({ lines, order, last }, index) => {
    if (!last) return [];
    const y = middles[index] ?? 0;
    const { colour, ink } = lookOf(order);
    return [
      {
        lines,
        colour,
        ink,
        x: (ends[index]?.x ?? 0) + 4,
        y: ends[index]?.y ?? 0,
        x2: x + 8,
        y2: y,
        top: y - ((lines.length - 1) * lineHeight) / 2,
      },
    ];
  });
  const layers: Layers = [
    {
      data: { values },
      mark: { type: 'rule', strokeWidth: 0.8, color: { expr: 'datum.colour' } },
      encoding: { x: pixel('x'), y: pixel('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    {
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        x: x + 11,
        y: { expr: 'datum.top' },
        lineHeight,
        color: { expr: `datum.ink || "${palette.ink}"` },
      },
      encoding: { text: { field: 'lines' } },
    },
  ];
  return { height, layers };
}
