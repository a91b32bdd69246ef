import type { Distribution } from './distribution.ts';

/** Lowest, typical and highest, in order. */
export interface PublishedEnds {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

type Triangle = Extract<Distribution, { readonly kind: 'triangular' | 'pert' }>;

/**
 * The triangular distribution of a published lowest, typical and highest value, whatever the typical one is: the mode itself;
 * of a mean, mode = 3 mean − low − high; of a median, the mode that halves the area. Where no mode within the ends gives it,
 * the mode lies at the nearer end and the far end is pulled in until it does: a triangle to the published end would put far
 * too much there.
 */
export function triangleOf(
  { low, typical, high }: PublishedEnds,
  stat: 'mode' | 'mean' | 'median',
): Triangle {
  const near = typical - low <= high - typical;
  const side = near ? typical - low : high - typical;
  const width = high - low;
  // Distance of the mode from the nearer end, and how much wider than `side` a triangle is whose mode lies there.
  const [mode, widest] = {
    mode: [side, Number.POSITIVE_INFINITY],
    mean: [3 * side - width, 3],
    median: [width > 0 ? width - (2 * (width - side) ** 2) / width : 0, 1 / (1 - Math.SQRT1_2)],
  }[stat] as [number, number];
  const from = Math.max(0, mode);
  const reach = Math.min(width, widest * side);
  return near
    ? { kind: 'triangular', low, mode: low + from, high: low + reach }
    : { kind: 'triangular', low: high - reach, mode: high - from, high };
}
