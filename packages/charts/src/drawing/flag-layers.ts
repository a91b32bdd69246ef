import type { Layers } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { type Flag, type Flags, flagRow, flagSize } from './flags.ts';
import { pixel } from './pixel.ts';
import type { Box } from './place-labels.ts';
import { rimmedText } from './rimmed-text.ts';

/** Pixels by which the name of the unit must rise so that no flag stands on it. */
export function unitRise({ placed, height }: Flags, unit: string, left: number): number {
  const end = widthOf(unit, 12) + 6 - left;
  return placed.some(({ row, from, x }) => (row === 0 && from < end) || x < end) ? height : 0;
}

/** Pixels above a drawing area that flags and the name of the unit take. */
export function topOf(flags: Flags, unit: string, left: number): number {
  const named = unit === '' ? 0 : unitRise(flags, unit, left) + 30;
  return Math.max(16, flags.height + 8, named);
}

/** The rules of flags as areas that words keep off. */
export function ruleBoxes({ placed }: Flags, height: number): readonly Box[] {
  return placed.map(({ x }) => ({ left: x - 1, right: x + 1, top: 0, bottom: height }));
}

/** Layers that draw rules and their words; a declared break is solid, a suggested one dashed. */
export function flagLayers({ placed }: Flags, height: number): Layers {
  const values = placed.map(({ x, row, lines, side, kind }) => ({
    x,
    top: -4 - (row + lines.length) * flagRow + 2,
    y: -4 - (row + lines.length - 1) * flagRow - flagRow / 2,
    lines,
    side,
    kind,
    colour: kind === 'suggested' ? palette.undecidedInk : palette.ink,
  }));
  const rule = (kind: Flag['kind'], style: { readonly strokeDash?: number[] }) => ({
    data: { values: values.filter((one) => one.kind === kind) },
    mark: {
      type: 'rule' as const,
      y: { expr: 'datum.top' },
      y2: height,
      strokeWidth: kind === 'declared' ? 1.5 : 1.2,
      color: { expr: 'datum.colour' },
      ...style,
    },
    encoding: { x: pixel('x') },
  });
  return [
    rule('declared', {}),
    rule('suggested', { strokeDash: [5, 3] }),
    rule('start', { strokeDash: [1, 3] }),
    ...rimmedText(values, 'lines', {
      align: { expr: 'datum.side === "right" ? "left" : "right"' },
      x: { expr: 'datum.x + (datum.side === "right" ? 5 : -5)' },
      y: { expr: 'datum.y' },
      fontSize: flagSize,
      lineHeight: flagRow,
      color: { expr: 'datum.colour' },
    }),
  ];
}
