import {
  assertComparable,
  type Purpose,
  type Shape,
  shape,
  type Text,
  type Together,
  wrongUse,
} from '@samenbeeld/schema';
import type { Exposure } from './words/effort.ts';

/** What a finding is about, and what is known about the effort behind it. */
export interface About {
  /** By code, for machines ("NLVLI COC seized_in_port kg"). */
  readonly subject?: string;
  /** In words, put before the sentence ("cocaine seized in Vlissingen"). */
  readonly label?: Text;
  readonly unit?: string;
  /** True where data on controls were taken into account; otherwise the sentence says that effort may explain a change. */
  readonly controls?: boolean;
  /** What the exposures that are given count: in which unit, whose, when; named in the sentence. */
  readonly exposure?: Exposure;
  /** The records behind the numbers, checked by `assertComparable` before anything is computed. */
  readonly together?: Together;
}

/** The options of a method that gives an interval. */
export interface WithLevel {
  /** Level of the interval; 0.95. */
  readonly level?: number;
}

/** The options of a method that tests. */
export interface WithAlpha {
  /** Two-sided significance level; 0.05. */
  readonly alpha?: number;
}

/** Refuses records that must not be put together; returns what must be said beside the result. */
export function checkTogether({ together }: About, purpose: Purpose): readonly Text[] {
  return together
    ? assertComparable(together.records, { ...together.comparison, for: purpose }).warnings
    : [];
}

/** A probability strictly between 0 and 1, or a UsageError. */
export function checkProbability(name: string, value: number): number {
  if (value > 0 && value < 1) return value;
  throw wrongUse(
    '`{name}` ligt tussen 0 en 1, niet {value}',
    '`{name}` est entre 0 et 1, et non {value}',
    '`{name}` liegt zwischen 0 und 1, nicht {value}',
    '`{name}` must lie between 0 and 1, got {value}',
    { name, value: String(value) },
  );
}

const exposureShape: Shape = shape.record<Exposure>({
  unit: shape.either(shape.text, shape.options),
  of: shape.maybe(shape.options),
  period: shape.maybe(shape.text),
});

/** Options of a method: what they are about, and what goes with each value. */
export const optionsShape: Shape = shape.record<
  About & {
    readonly times: unknown;
    readonly periods: unknown;
    readonly exposures: unknown;
    readonly groups: unknown;
  }
>({
  subject: shape.maybe(shape.text),
  label: shape.maybe(shape.options),
  unit: shape.maybe(shape.text),
  controls: shape.maybe(shape.flag),
  exposure: shape.maybe(exposureShape),
  together: shape.maybe(shape.options),
  times: shape.maybe(shape.either(shape.series, shape.number)),
  periods: shape.maybe(shape.either(shape.list(shape.text), shape.numbers)),
  exposures: shape.maybe(shape.series),
  groups: shape.maybe(shape.list(shape.text)),
});
