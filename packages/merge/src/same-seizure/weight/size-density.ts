/** A weight that is known, in kilograms, and the record that gives it. */
export interface KnownWeight {
  readonly id: string;
  readonly kg: number;
}

/** How usual a weight is among its like: a density over the logarithm (base 10) of kilograms. */
export type SizeDensity = (kg: number, without?: ReadonlySet<string>) => number;

/** Width of the kernel, in powers of ten: weights that differ by a factor of two are alike. */
const width = 0.3;
/** Finds of any size are conceivable: this many finds, spread evenly over ten powers of ten. */
const unheardOf = 2;
const powers = 10;

/** Of more weights those within a two hundredth of a power of ten are put together. */
const mostExact = 5000;
const binWidth = 0.005;

/** Logarithms that are known, each with how many weights have it. */
function binned(logs: readonly number[]): readonly (readonly [log: number, count: number])[] {
  if (logs.length <= mostExact) return logs.map((log) => [log, 1]);
  const bins = new Map<number, number>();
  for (const log of logs) {
    const at = Math.round(log / binWidth);
    bins.set(at, (bins.get(at) ?? 0) + 1);
  }
  return [...bins].map(([at, count]) => [at * binWidth, count]);
}

const kernel = (distance: number): number =>
  Math.exp(-0.5 * (distance / width) ** 2) / (width * Math.sqrt(2 * Math.PI));

/** Student's t with four degrees of freedom, whose tails leave room for finds larger than any before. */
function tail(distance: number, scale: number): number {
  return (0.375 / scale) * (1 + (distance / scale) ** 2 / 4) ** -2.5;
}

function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (low + high) / 2;
}

/**
 * How usual weights are, from those that are known: half a kernel estimate over the logarithm (Silverman 1986), half a
 * distribution with heavy tails around their median, for the largest find is always larger than those before it; and a
 * little for sizes of which nothing is known. `without` leaves out the records whose own weight is in question.
 *
 * @example
 * ```ts
 * import { sizeDensity } from '@samenbeeld/merge';
 * const usual = sizeDensity([80, 120, 150, 90, 200].map((kg, at) => ({ id: String(at), kg })));
 * usual(110) > 20 * usual(110_000) // => true
 * ```
 */
export function sizeDensity(weights: readonly KnownWeight[]): SizeDensity {
  const known = weights
    .filter(({ kg }) => kg > 0)
    .map(({ id, kg }) => ({ id, log: Math.log10(kg) }))
    .sort((a, b) => a.log - b.log || (a.id < b.id ? -1 : 1));
  const middle = middleOf(known.map(({ log }) => log));
  const deviations = known.map(({ log }) => Math.abs(log - middle)).sort((a, b) => a - b);
  const scale = Math.max(width, 1.4826 * middleOf(deviations));
  const bins = binned(known.map(({ log }) => log));
  const logOf = new Map(known.map(({ id, log }) => [id, log]));
  const sums = new Map<number, number>();
  return (kg, without = new Set()) => {
    const at = Math.log10(kg);
    const all = sums.get(kg) ?? bins.reduce((sum, [log, some]) => sum + some * kernel(at - log), 0);
    sums.set(kg, all);
    const left = [...without].flatMap((id) => logOf.get(id) ?? []);
    const count = known.length - left.length;
    const sum = Math.max(
      0,
      left.reduce((rest, log) => rest - kernel(at - log), all),
    );
    return (sum + count * tail(at - middle, scale) + unheardOf / powers) / (2 * count + unheardOf);
  };
}
