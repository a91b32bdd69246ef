import type { Evidence, HypothesisSet } from './hypothesis.ts';

/** How strongly evidence speaks for one hypothesis against another. */
export interface PosteriorOdds {
  readonly hypothesis: string;
  /** The hypothesis it is compared with. */
  readonly against: string;
  readonly prior: number;
  /** Likelihood ratio of all groups together; the ends put every stated chance at the end that is worse, and better. */
  readonly ratio: { readonly low: number; readonly likely: number; readonly high: number };
  readonly odds: { readonly low: number; readonly likely: number; readonly high: number };
  /** Groups of evidence that entered, each once. */
  readonly groups: number;
}

/** Power of a likelihood ratio by the grade of its source: A1 counts whole, X or 4 not at all. */
export function temperOf({
  source,
  information,
}: Pick<Evidence, 'source' | 'information'>): number {
  const bySource = { A: 1, B: 0.8, C: 0.4, X: 0 }[source];
  const byInformation = { '1': 1, '2': 0.8, '3': 0.6, '4': 0 }[information];
  return bySource * byInformation;
}

/**
 * Posterior odds of each hypothesis against the denial of the proposition: prior odds times the product of likelihood ratios,
 * each to a power at or below 1 by the grade of its source. Pieces of one dependence group count once, at the mean of their
 * logarithms. Only evidence whose chance was stated for both hypotheses enters.
 */
export function posteriorOdds(
  set: HypothesisSet,
  priors: Readonly<Record<string, number>> = {},
): readonly PosteriorOdds[] {
  const denial = set.hypotheses.find(({ role }) => role === 'not');
  if (!denial) return [];
  return set.hypotheses
    .filter(({ id }) => id !== denial.id)
    .map(({ id }) => {
      const groups = new Map<string, Evidence[]>();
      for (const piece of set.evidence)
        if (piece.chances?.[id] && piece.chances[denial.id]) {
          const name = piece.group ? `group ${piece.group}` : `piece ${piece.id}`;
          groups.set(name, [...(groups.get(name) ?? []), piece]);
        }
      const log = (end: 'low' | 'likely' | 'high'): number =>
        [...groups.values()].reduce((sum, pieces) => sum + meanLog(pieces, id, denial.id, end), 0);
      const prior = priors[id] ?? 1;
      const ratio = {
        low: Math.exp(log('low')),
        likely: Math.exp(log('likely')),
        high: Math.exp(log('high')),
      };
      return {
        hypothesis: id,
        against: denial.id,
        prior,
        ratio,
        odds: { low: prior * ratio.low, likely: prior * ratio.likely, high: prior * ratio.high },
        groups: groups.size,
      };
    });
}

const opposite = { low: 'high', likely: 'likely', high: 'low' } as const;

function meanLog(
  pieces: readonly Evidence[],
  id: string,
  denial: string,
  end: 'low' | 'likely' | 'high',
): number {
  const logs = pieces.map((piece) => {
    const one = piece.chances?.[id]?.[end] ?? 1;
    const other = piece.chances?.[denial]?.[opposite[end]] ?? 1;
    return temperOf(piece) * Math.log(one / other);
  });
  return logs.reduce((sum, value) => sum + value, 0) / logs.length;
}
