import type { MatrixEvidence, MatrixHypothesis } from '@samenbeeld/charts';
import type { Hypothesis } from '@samenbeeld/money';
import type { WeighedSet } from '../../money/money-analysis.ts';

/** A weighed set as the matrix chart takes it, the least contradicted explanation first. */
export function matrixOf({ set, weighed }: WeighedSet): {
  readonly hypotheses: readonly MatrixHypothesis[];
  readonly evidence: readonly MatrixEvidence[];
} {
  return {
    hypotheses: weighed.order.map(({ id, rank, inconsistency }) => {
      const found = set.hypotheses.find((hypothesis) => hypothesis.id === id) as Hypothesis;
      return {
        id,
        label: found.proposition,
        rank,
        inconsistency: Number(inconsistency.toFixed(2)),
      };
    }),
    evidence: set.evidence.map(({ id, says, ratings, source, information }) => ({
      id,
      label: says,
      ratings,
      grade: `${source}${information}`,
      diagnosticity: weighed.evidence.find((piece) => piece.id === id)?.diagnosticity ?? 0,
    })),
  };
}
