import { InputError, ownValue } from '@samenbeeld/schema';
import type { Evidence, HypothesisSet } from './hypothesis.ts';
import { groupsOf } from './inconsistency.ts';

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
 *
 * @throws InputError for a prior that is not above zero, or of a hypothesis that is not in the set
 */
export function posteriorOdds(
  set: HypothesisSet,
  priors: Readonly<Record<string, number>> = {},
): readonly PosteriorOdds[] {
  const denial = set.hypotheses.find(({ role }) => role === 'not');
  if (!denial) return [];
  checkPriors(set, priors);
  return set.hypotheses
    .filter(({ id }) => id !== denial.id)
    .map(({ id }) => {
      const groups = groupsOf(
        set.evidence.filter(({ chances }) => ownValue(chances, id) && ownValue(chances, denial.id)),
      );
      const log = (end: 'low' | 'likely' | 'high'): number =>
        groups.reduce((sum, pieces) => sum + meanLog(pieces, id, denial.id, end), 0);
      const prior = ownValue(priors, id) ?? 1;
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
        groups: groups.length,
      };
    });
}

function checkPriors(
  { hypotheses }: HypothesisSet,
  priors: Readonly<Record<string, number>>,
): void {
  const known = hypotheses.map(({ id }) => id);
  for (const [id, prior] of Object.entries(priors)) {
    if (!known.includes(id))
      throw new InputError(`prior odds are stated for ${id}, which is not in the set`, {
        repair: `state them for ${known.join(', ')}`,
      });
    if (!(prior > 0 && Number.isFinite(prior)))
      throw new InputError(`expected prior odds of ${id} above zero, found ${prior}`, {
        repair: '1 where nothing is known beforehand, 0.5 for half as likely as the denial',
      });
  }
}

const opposite = { low: 'high', likely: 'likely', high: 'low' } as const;

function meanLog(
  pieces: readonly Evidence[],
  id: string,
  denial: string,
  end: 'low' | 'likely' | 'high',
): number {
  const logs = pieces.map((piece) => {
    const one = ownValue(piece.chances, id)?.[end] ?? 1;
    const other = ownValue(piece.chances, denial)?.[opposite[end]] ?? 1;
    return temperOf(piece) * Math.log(one / other);
  });
  return logs.reduce((sum, value) => sum + value, 0) / logs.length;
}
