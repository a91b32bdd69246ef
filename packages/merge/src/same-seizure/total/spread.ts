/** A quantity that may have several values: values in kilograms, smallest first, with their probabilities. */
export type Outcomes = readonly { readonly kg: number; readonly probability: number }[];

/** Points that are kept where more arise; neighbours are then put together at their mean. */
const mostPoints = 4000;

/** Kilograms without the dust of floating point: to the milligram. */
export function toMilligram(kg: number): number {
  return Math.round(kg * 1e6) / 1e6;
}

function tidy(points: { kg: number; probability: number }[]): Outcomes {
  const sorted = points.sort((a, b) => a.kg - b.kg);
  const merged: { kg: number; probability: number }[] = [];
  for (const { kg, probability } of sorted) {
    const last = merged.at(-1);
    if (last && last.kg === kg) last.probability += probability;
    else merged.push({ kg, probability });
  }
  if (merged.length <= mostPoints) return merged;
  const share = 1 / mostPoints;
  const coarse: { kg: number; probability: number }[] = [];
  let upTo = 0;
  let before = -1;
  for (const { kg, probability } of merged) {
    const slot = Math.floor(upTo / share);
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

/**
 * Outcomes of a sum of independent quantities.
 *
 * @example
 * ```ts
 * import { sumOf } from '@samenbeeld/merge';
 * const coin = [{ kg: 0, probability: 0.5 }, { kg: 1, probability: 0.5 }];
 * sumOf([coin, coin]).map(({ probability }) => probability) // => [0.25, 0.5, 0.25]
 * ```
 */
export function sumOf(parts: readonly Outcomes[]): Outcomes {
  return parts.reduce<Outcomes>(
    (sum, part) =>
      tidy(
        sum.flatMap((a) =>
          part.map((b) => ({
            kg: toMilligram(a.kg + b.kg),
            probability: a.probability * b.probability,
          })),
        ),
      ),
    [{ kg: 0, probability: 1 }],
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
 *
 * @example
 * ```ts
 * import { middle90 } from '@samenbeeld/merge';
 * middle90([{ kg: 100, probability: 0.97 }, { kg: 200, probability: 0.03 }]) // => { low: 100, high: 100 }
 * ```
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
