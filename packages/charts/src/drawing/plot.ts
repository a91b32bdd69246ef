import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';
import type { PeriodAxis } from './period-axis.ts';
import { pixel } from './pixel.ts';
import type { ValueAxis } from './value-axis.ts';

/** A drawing area of values over periods. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Pixels left of it, for the printed values. */
  readonly left: number;
  readonly periods: PeriodAxis;
  readonly values: ValueAxis;
  /** Pixels kept free between the drawing area and the names of its periods. */
  readonly below?: number | undefined;
}

/** Where a period stands, in pixels from the left of the drawing area. */
export function pixelX({ periods, width }: Plot, at: number): number {
  const { first, last } = periods;
  return ((at - first + 0.5) / (last - first + 1)) * width;
}

/** Where a value stands, in pixels from the top of the drawing area. */
export function pixelY({ values, height }: Plot, value: number): number {
  const { from, to, type } = values;
  const place = (one: number) => (type === 'log' ? Math.log10(one) : one);
  return height * (1 - (place(value) - place(from)) / (place(to) - place(from)));
}

/** A channel of a layer without an axis of its own: {@link plotAxes} draws them. */
export interface Channel {
  readonly field: string;
  readonly type: 'quantitative';
  readonly scale: {
    readonly type: 'linear' | 'log';
    readonly domain: number[];
    readonly nice: false;
    readonly zero?: false;
  };
  readonly axis: null;
}

/** The horizontal channel of a layer: a step of the axis of periods. */
export function xOf({ periods }: Plot, field = 'at'): Channel {
  const domain = [periods.first - 0.5, periods.last + 0.5];
  const scale = { type: 'linear' as const, domain, nice: false as const, zero: false as const };
  return { field, type: 'quantitative', scale, axis: null };
}

/** The vertical channel of a layer. */
export function yOf({ values }: Plot, field = 'value'): Channel {
  const scale = {
    type: values.type,
    domain: [values.from, values.to],
    nice: false as const,
    ...(values.type === 'linear' && { zero: false as const }),
  };
  return { field, type: 'quantitative', scale, axis: null };
}

/** Pixels below a drawing area that the names of its periods take. */
export function bottomOf(plot: Plot): number {
  return (plot.below ?? 0) + (plot.periods.ticks.some(({ lines }) => lines.length > 1) ? 38 : 24);
}

/** Printed values with their lines, printed periods, and small ticks where years meet. */
export function plotAxes(
  plot: Plot,
  names: { readonly unit?: string; readonly above?: number } = {},
): Layers {
  const { width, left, values } = plot;
  const lines = values.ticks.map(({ at, label }) => ({ label, y: pixelY(plot, at) }));
  return [
    {
      data: { values: lines },
      mark: { type: 'rule', x: 0, x2: width, color: palette.rule },
      encoding: { y: pixel('y') },
    },
    {
      data: { values: lines },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.y' }, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    ...periodLayers(plot),
    ...(!names.unit ? [] : unitName(names.unit, left, names.above ?? 0)),
  ];
}

/** Printed periods, and small ticks where years meet. */
export function periodLayers(plot: Plot): Layers {
  const { height, periods, below = 0 } = plot;
  const bounds = periods.bounds.length < 80 ? periods.bounds : [];
  return [
    {
      data: { values: bounds.map((at) => ({ x: pixelX(plot, at) })) },
      mark: { type: 'rule', y: height, y2: height + 6, color: '#a8a49c' },
      encoding: { x: pixel('x') },
    },
    {
      data: { values: periods.ticks.map(({ at, lines }) => ({ x: pixelX(plot, at), lines })) },
      mark: {
        type: 'text',
        x: { expr: 'datum.x' },
        y: height + 15 + below,
        lineHeight: 14,
        color: palette.grey,
      },
      encoding: { text: { field: 'lines' } },
    },
  ];
}

function unitName(unit: string, left: number, above: number): Layers {
  return [
    {
      data: { values: [{ unit }] },
      mark: { type: 'text', align: 'left', x: -left, y: -14 - above, color: palette.grey },
      encoding: { text: { field: 'unit' } },
    },
  ];
}
