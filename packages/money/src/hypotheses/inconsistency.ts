import { groupBy, ownValue } from '@samenbeeld/schema';
import type { Evidence, Hypothesis, Rating } from './hypothesis.ts';

/** How much a piece of evidence weighs, by how far it can be relied on and how much it bears on the question. */
type Weigh = (piece: Evidence) => number;

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
const equalWeight: Weigh = () => 1;

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
function orderChange(before: readonly number[], after: readonly number[]): number {
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

/**
 * What becomes of the first place: the same explanations hold it; others take it; another comes beside; fewer share it; or all
 * are alike and no order is left.
 */
export type FirstPlace = 'same' | 'replaced' | 'joined' | 'narrowed' | 'lost';

/** What the order would be under another assumption. */
export interface OrderChange {
  /** "without E3", "without the group press", "all evidence alike", "source B of low credibility". */
  readonly kind: 'without' | 'without_group' | 'equal_weights' | 'source_low' | 'one_step';
  /** The piece of evidence, the group or the source; null for equal weights. */
  readonly what: string | null;
  readonly ranks: readonly number[];
  /** Pairs of hypotheses in another order. */
  readonly change: number;
  readonly first: FirstPlace;
}

const ladder: readonly Rating[] = ['CC', 'C', 'N', 'I', 'II'];

function firstPlace(before: readonly number[], after: readonly number[]): FirstPlace {
  const holds = (ranks: readonly number[]): readonly number[] =>
    ranks.flatMap((rank, at) => (rank === 1 ? [at] : []));
  const [old, now] = [holds(before), holds(after)];
  const kept = old.filter((at) => now.includes(at)).length;
  if (kept === old.length && kept === now.length) return 'same';
  if (now.length === after.length) return 'lost';
  if (kept === 0) return 'replaced';
  return kept < now.length ? 'joined' : 'narrowed';
}

/**
 * The order of hypotheses under other assumptions: without each piece of evidence, without each group of several, with all
 * evidence alike, with each grade of source held to be of low credibility, and with one rating moved by one step. The greatest
 * change first.
 */
export function orderChanges(
  hypotheses: readonly Hypothesis[],
  evidence: readonly Evidence[],
): readonly OrderChange[] {
  const before = ranksOf(inconsistencies(hypotheses, evidence, gradedWeight));
  const changed = (
    kind: OrderChange['kind'],
    what: string | null,
    scores: readonly number[],
  ): OrderChange => {
    const ranks = ranksOf(scores);
    const change = orderChange(before, ranks);
    return { kind, what, ranks, change, first: firstPlace(before, ranks) };
  };
  const without = evidence.map(({ id }) =>
    changed(
      'without',
      id,
      inconsistencies(
        hypotheses,
        evidence.filter((piece) => piece.id !== id),
        gradedWeight,
      ),
    ),
  );
  const groups = groupsOf(evidence)
    .filter((group) => group.length > 1)
    .map((group) =>
      changed(
        'without_group',
        group[0]?.group ?? null,
        inconsistencies(
          hypotheses,
          evidence.filter((piece) => !group.includes(piece)),
          gradedWeight,
        ),
      ),
    );
  const sources = [...new Set(evidence.map(({ source }) => source))].sort().map((source) =>
    changed(
      'source_low',
      source,
      inconsistencies(hypotheses, evidence, (piece) =>
        piece.source === source ? gradedWeight({ ...piece, source: 'X' }) : gradedWeight(piece),
      ),
    ),
  );
  const moved = evidence.flatMap((piece) =>
    hypotheses.flatMap(({ id }) =>
      neighbours(ownValue(piece.ratings, id) ?? 'NA').map((rating) =>
        changed(
          'one_step',
          `${piece.id} ${id} ${rating}`,
          inconsistencies(
            hypotheses,
            evidence.map((one) =>
              one === piece ? { ...one, ratings: { ...one.ratings, [id]: rating } } : one,
            ),
            gradedWeight,
          ),
        ),
      ),
    ),
  );
  return [
    ...without,
    ...groups,
    changed('equal_weights', null, inconsistencies(hypotheses, evidence, equalWeight)),
    ...sources,
    ...moved,
  ].toSorted(
    (a, b) => Number(b.first !== 'same') - Number(a.first !== 'same') || b.change - a.change,
  );
}

function neighbours(rating: Rating): readonly Rating[] {
  const at = ladder.indexOf(rating);
  return at < 0 ? [] : [ladder[at - 1], ladder[at + 1]].filter((one) => one !== undefined);
}
