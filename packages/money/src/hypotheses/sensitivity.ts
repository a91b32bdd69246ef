import { ownValue } from '@samenbeeld/schema';
import type { Evidence, Hypothesis, Rating } from './hypothesis.ts';
import {
  equalWeight,
  gradedWeight,
  groupsOf,
  inconsistencies,
  orderChange,
  ranksOf,
} from './inconsistency.ts';

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
