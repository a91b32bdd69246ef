import { toMilligram } from '../milligram.ts';
import type { Packed } from '../weight/weight-readings.ts';

/** A quantity that may have several values: values in kilograms, smallest first, with their probabilities. */
export type Outcomes = readonly { readonly kg: number; readonly probability: number }[];

/** Points that are kept where more arise; neighbours are then put together at their mean. */
const mostPoints = 4000;
/** Pairs of points of which a sum is made, at most; the points of one side are put together before. */
const mostProducts = 100_000;

/** Neighbours put together at their mean, so that no more than so many points are left. */
function coarsened(points: Outcomes, most: number): Outcomes {
  if (points.length <= most) return points;
  const coarse: { kg: number; probability: number }[] = [];
  let upTo = 0;
  let before = -1;
  for (const { kg, probability } of points) {
    const slot = Math.floor(upTo * most);
    upTo += probability;
    const last = coarse.at(-1);
    if (last && slot === before) {
      const both = last.probability + probability;
      last.kg = both > 0 ? (last.kg * last.probability + kg * probability) / both : kg;
      last.probability = both;
    } else coarse.push({ kg, probability });
    before = slot;
  }
  return coarse;
}

function tidy(points: { kg: number; probability: number }[]): Outcomes {
  const sorted = points.sort((a, b) => a.kg - b.kg);
  const merged: { kg: number; probability: number }[] = [];
  for (const { kg, probability } of sorted) {
    const last = merged.at(-1);
    if (last && last.kg === kg) last.probability += probability;
    else merged.push({ kg, probability });
  }
  return coarsened(merged, mostPoints);
}

/** Outcomes of one of several, each with its probability. */
export function mixture(
  parts: readonly { readonly outcomes: Outcomes; readonly probability: number }[],
): Outcomes {
  return tidy(
    parts.flatMap(({ outcomes, probability: share }) =>
      outcomes.map(({ kg, probability }) => ({ kg, probability: share * probability })),
    ),
  );
}

/** Outcomes of a sum of independent quantities. */
export function sumOf(parts: readonly Outcomes[]): Outcomes {
  const fixed = parts.filter(({ length }) => length === 1);
  const start = fixed.reduce((sum, [one]) => toMilligram(sum + (one?.kg ?? 0)), 0);
  const sure = fixed.reduce((product, [one]) => product * (one?.probability ?? 1), 1);
  const spread = parts.filter(({ length }) => length !== 1);
  return spread.reduce<Outcomes>(
    (sum, part) => {
      const few = coarsened(part, Math.ceil(mostProducts / sum.length));
      return tidy(
        sum.flatMap((a) =>
          few.map((b) => ({
            kg: toMilligram(a.kg + b.kg),
            probability: a.probability * b.probability,
          })),
        ),
      );
    },
    [{ kg: start, probability: sure }],
  );
}

/** A weight of which packing takes a share that is the same for all the finds of an office, by office. */
export type PackedSums = ReadonlyMap<string, Packed>;

/** Sums of packed weights, each with its probability. */
export function packedSums(
  parts: readonly { readonly packed: Iterable<Packed>; readonly probability: number }[],
): PackedSums {
  const sums = new Map<string, Packed>();
  for (const { packed, probability } of parts)
    for (const { office, kg, shares } of packed)
      sums.set(office, { office, shares, kg: (sums.get(office)?.kg ?? 0) + probability * kg });
  return sums;
}

/** What the packing of an office adds to a sum that took it at its mean. */
export function packingOutcomes({ kg, shares }: Packed): Outcomes {
  const mean = shares.reduce((sum, { share, probability }) => sum + share * probability, 0);
  return tidy(
    shares.map(({ share, probability }) => ({ kg: toMilligram(kg * (mean - share)), probability })),
  );
}

export function meanOf(outcomes: Outcomes): number {
  return outcomes.reduce((sum, { kg, probability }) => sum + kg * probability, 0);
}

export function varianceOf(outcomes: Outcomes): number {
  const mean = meanOf(outcomes);
  return outcomes.reduce((sum, { kg, probability }) => sum + probability * (kg - mean) ** 2, 0);
}

/**
 * The middle 90 %: at most 5 % lies below `low`, and at most 5 % above `high`. `open` is the probability that a weight
 * is missing, and so counts as above everything; from 5 % on there is no upper end.
 */
export function middle90(
  outcomes: Outcomes,
  open = 0,
): { readonly low: number; readonly high: number | null } {
  const dust = 1e-9;
  let below = 0;
  let low = outcomes[0]?.kg ?? 0;
  for (const { kg, probability } of outcomes) {
    low = kg;
    below += probability;
    if (below > 0.05 + dust) break;
  }
  if (open > 0.05 + dust) return { low, high: null };
  let above = open;
  let high = outcomes.at(-1)?.kg ?? 0;
  for (const { kg, probability } of [...outcomes].reverse()) {
    high = kg;
    above += probability;
    if (above > 0.05 + dust) break;
  }
  return { low, high };
}
