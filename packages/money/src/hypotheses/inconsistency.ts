import { groupBy, ownValue } from '@samenbeeld/schema';
import type { Evidence, Hypothesis, Rating } from './hypothesis.ts';

/** How much a piece of evidence weighs, by how far it can be relied on and how much it bears on the question. */
export type Weigh = (piece: Evidence) => number;

type Step = 'low' | 'medium' | 'high';

const steps: Readonly<Record<Step, number>> = {
  low: Math.SQRT1_2,
  medium: 1,
  high: Math.SQRT2,
};

/** High for A or B with 1 or 2; low for X, for 4, and for C with 3; medium otherwise. */
export function credibilityOf({
  source,
  information,
}: Pick<Evidence, 'source' | 'information'>): Step {
  if (source === 'X' || information === '4' || (source === 'C' && information === '3'))
    return 'low';
  return source !== 'C' && (information === '1' || information === '2') ? 'high' : 'medium';
}

/** Credibility times relevance, each 0.707, 1 or 1.414. */
export const gradedWeight: Weigh = (piece) => steps[credibilityOf(piece)] * steps[piece.relevance];

/** Every piece alike. */
export const equalWeight: Weigh = () => 1;

const against: Readonly<Record<Rating, number>> = { CC: 0, C: 0, N: 0, NA: 0, I: 1, II: 2 };

/** Pieces that tell the same thing, together; a piece without a group stands alone. */
export function groupsOf(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const name = ({ group, id }: Evidence) => (group ? `group ${group}` : `piece ${id}`);
  return [...groupBy(evidence, name).values()];
}

/**
 * The weighted sum of what speaks against each hypothesis; what agrees does not count, since it may agree with all. Pieces of
 * one group count once, at the mean of those that apply to the hypothesis (all but NA).
 */
export function inconsistencies(
  hypotheses: readonly Hypothesis[],
  evidence: readonly Evidence[],
  weigh: Weigh,
): readonly number[] {
  const groups = groupsOf(evidence);
  return hypotheses.map(({ id }) =>
    groups.reduce((sum, group) => {
      const applying = group.filter((piece) => (ownValue(piece.ratings, id) ?? 'NA') !== 'NA');
      const parts = applying.map(
        (piece) => weigh(piece) * against[ownValue(piece.ratings, id) ?? 'NA'],
      );
      return sum + parts.reduce((all, one) => all + one, 0) / Math.max(parts.length, 1);
    }, 0),
  );
}

/** Rank of each, the least contradicted first; 1-based, equal scores share a rank. */
export function ranksOf(scores: readonly number[]): readonly number[] {
  return scores.map((score) => 1 + scores.filter((other) => other < score - 1e-9).length);
}

/** Pairs of hypotheses whose order is another one: reversed counts one, from a tie or into one a half. */
export function orderChange(before: readonly number[], after: readonly number[]): number {
  let change = 0;
  for (let i = 0; i < before.length; i++)
    for (let j = i + 1; j < before.length; j++) {
      const signs = [before, after].map((ranks) =>
        Math.sign((ranks[i] as number) - (ranks[j] as number)),
      ) as [number, number];
      change += Math.abs(signs[0] - signs[1]) / 2;
    }
  return change;
}
