import type { Evidence, Hypothesis, Rating } from './hypothesis.ts';
import {
  equalWeight,
  gradedWeight,
  inconsistencies,
  orderChange,
  ranksOf,
} from './inconsistency.ts';

/** What the order would be under another assumption. */
export interface OrderChange {
  /** "without E3", "all evidence alike", "source B of low credibility". */
  readonly kind: 'without' | 'equal_weights' | 'source_low' | 'one_step';
  /** The piece of evidence or the source; null for equal weights. */
  readonly what: string | null;
  readonly ranks: readonly number[];
  /** Pairs of hypotheses in another order. */
  readonly change: number;
  /** Whether another hypothesis comes first, alone or beside it. */
  readonly changesFirst: boolean;
}

const ladder: readonly Rating[] = ['CC', 'C', 'N', 'I', 'II'];

const firsts = (ranks: readonly number[]): string =>
  ranks.flatMap((rank, at) => (rank === 1 ? [at] : [])).join();

/**
 * The order of hypotheses under other assumptions: without each piece of evidence, with all evidence alike, with each grade of
 * source held to be of low credibility, and with one rating moved by one step. The greatest change first.
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
    return { kind, what, ranks, change, changesFirst: firsts(before) !== firsts(ranks) };
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
      neighbours(piece.ratings[id] ?? 'NA').map((rating) =>
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
    changed('equal_weights', null, inconsistencies(hypotheses, evidence, equalWeight)),
    ...sources,
    ...moved,
  ].toSorted((a, b) => Number(b.changesFirst) - Number(a.changesFirst) || b.change - a.change);
}

function neighbours(rating: Rating): readonly Rating[] {
  const at = ladder.indexOf(rating);
  return at < 0 ? [] : [ladder[at - 1], ladder[at + 1]].filter((one) => one !== undefined);
}
