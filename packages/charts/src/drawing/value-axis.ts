import { formatNumber, type Language } from '@samenbeeld/schema';
import { widthOf } from '../lines.ts';

/** Where an axis begins and ends. */
export interface Scale {
  readonly type: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
}

/** Where a value stands on a scale: 0 where it begins, 1 where it ends. */
export function shareOn({ type, from, to }: Scale, value: number): number {
  return type === 'log'
    ? Math.log(value / from) / Math.log(to / from)
    : (value - from) / (to - from);
}

/** The value at a share of a scale, which may lie beyond its end. */
export function valueAt({ type, from, to }: Scale, share: number): number {
  return type === 'log' ? from * (to / from) ** share : from + (to - from) * share;
}

/** The axis of values: its scale and its printed values. */
export interface ValueAxis extends Scale {
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Pixels that its printed values take. */
  readonly room: number;
}

export interface ValueAxisOptions {
  readonly language: Language;
  /** Printed values, about. */
  readonly count?: number | undefined;
  /** Whether the axis begins at zero where all values are above it; true. */
  readonly zero?: boolean | undefined;
  readonly suffix?: string | undefined;
}

/** The round step nearest to a length. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
}

function withLabels(
  values: readonly number[],
  options: ValueAxisOptions,
): Pick<ValueAxis, 'ticks' | 'room'> {
  const ticks = values.map((at) => ({
    at,
    label: `${formatNumber(at, options.language).replace('-', '\u2212')}${options.suffix ?? ''}`,
  }));
  return { ticks, room: Math.max(0, ...ticks.map(({ label }) => widthOf(label, 12))) };
}

/** Round values from below the lowest to above the highest of some values. */
export function linearAxis(values: readonly number[], options: ValueAxisOptions): ValueAxis {
  let low = values.reduce((a, b) => Math.min(a, b), options.zero === false ? Infinity : 0);
  let high = values.reduce((a, b) => Math.max(a, b), options.zero === false ? -Infinity : 0);
  if (values.length === 0) [low, high] = [0, 1];
  if (!(high > low)) [low, high] = [Math.min(low, 0), Math.max(high, low + 1)];
  const step = roundStep((high - low) / (options.count ?? 4));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const round = (at: number) => Number((at * step).toPrecision(12));
  const all = Array.from({ length: last - first + 1 }, (_, index) => round(first + index));
  return { type: 'linear', from: round(first), to: round(last), ...withLabels(all, options) };
}

/** Powers of ten, with twos and fives between them where there is room, around values above zero. */
export function logAxis(values: readonly number[], options: ValueAxisOptions): ValueAxis {
  const above = values.filter((value) => value > 0);
  const low = above.length > 0 ? above.reduce((a, b) => Math.min(a, b)) : 1;
  const high = above.length > 0 ? above.reduce((a, b) => Math.max(a, b)) : 10;
  const count = options.count ?? 4;
  const around = (factors: readonly number[]) => {
    const from = Math.floor(Math.log10(low)) - 1;
    const to = Math.ceil(Math.log10(high)) + 1;
    const all = Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((power) =>
      factors.map((factor) => Number((factor * 10 ** power).toPrecision(12))),
    );
    const start = all.findLastIndex((value) => value <= low * 1.0001);
    const end = all.findIndex((value) => value >= high * 0.9999 && value > (all[start] ?? 0));
    return all.slice(start, end + 1);
  };
  const ladders = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]].map(around);
  let ticks = ladders.find((values) => values.length <= count + 2) ?? ladders[3] ?? [];
  const bare = ticks;
  if (ticks.length > count + 2)
    ticks = ticks.filter((_, index) => index % Math.ceil(bare.length / (count + 1)) === 0);
  return { type: 'log', from: bare[0] ?? 1, to: bare.at(-1) ?? 10, ...withLabels(ticks, options) };
}
