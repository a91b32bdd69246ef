import type { Language } from '@samenbeeld/schema';
import { linearAxis, type ValueAxis } from '../drawing/value-axis.ts';
import type { DecompositionPoint } from './decomposition-chart.ts';

type Placed = DecompositionPoint & { readonly at: number };

interface PanelPoint {
  readonly at: number;
  readonly value: number | null;
  readonly period: string;
  readonly outlier: boolean;
}

/** One part of a series: its name, its axis, and where it lies. */
export interface Panel {
  readonly kind: 'observed' | 'trend' | 'season' | 'remainder';
  readonly name: string;
  readonly axis: ValueAxis;
  readonly top: number;
  readonly height: number;
  readonly points: readonly PanelPoint[];
}

const gap = 24;

/** The parts of a series below each other, each with an axis of its own. */
export function panelsFor(
  points: readonly Placed[],
  on: {
    readonly language: Language;
    readonly narrow: boolean;
    readonly names: {
      readonly observed: string;
      readonly trend: string;
      readonly seasons: readonly string[];
      readonly remainder: string;
    };
  },
): readonly Panel[] {
  const { language, narrow, names } = on;
  const parts = [
    { kind: 'observed' as const, name: names.observed, of: (one: Placed) => one.observed },
    { kind: 'trend' as const, name: names.trend, of: (one: Placed) => one.trend },
    ...names.seasons.map((name, index) => ({
      kind: 'season' as const,
      name,
      of: (one: Placed) => one.seasonal[index] ?? null,
    })),
    { kind: 'remainder' as const, name: names.remainder, of: (one: Placed) => one.remainder },
  ];
  let top = gap - 6;
  return parts.map(({ kind, name, of }) => {
    const own = points.map(({ at, period, outlier = false, ...rest }) => ({
      at,
      period,
      outlier,
      value: of({ at, period, ...rest }),
    }));
    const known = own.flatMap(({ value }) => (value === null ? [] : [value]));
    const height = (kind === 'observed' ? 104 : 70) * (narrow ? 0.85 : 1);
    const axis = linearAxis(known, { language, count: 2, zero: kind === 'remainder' });
    const panel = { kind, name, axis, top, height, points: own };
    top += height + gap;
    return panel;
  });
}

/** Pixels that all panels take. */
export function panelsHeight(panels: readonly Panel[]): number {
  const last = panels.at(-1);
  return last ? last.top + last.height : 0;
}

/** Where a value stands in its panel, in pixels from the top. */
export function placeIn({ axis, top, height }: Panel, value: number): number {
  return top + height * (1 - (value - axis.from) / (axis.to - axis.from));
}
