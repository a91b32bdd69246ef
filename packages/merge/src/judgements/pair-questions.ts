import { nextQuestions, pairName } from '@samenbeeld/linkage';
import type { Decision } from '@samenbeeld/schema';
import { roleKey } from '@samenbeeld/store';
import { parsePairSubject } from './pair-subject.ts';
import type { PairAtStake } from './pairs-at-stake.ts';
import { sideRef, toJudgement } from './replay-decisions.ts';

/** Who is asked, and how. */
export interface PairQuestionOptions {
  /** What this role has said already is not asked again. */
  readonly role: string;
  readonly agreeing?: number;
  /**
   * As though no other role had spoken, in the order of the records: neither what is asked nor its place tells what others said or
   * what a pair is worth.
   */
  readonly blind?: boolean;
}

/**
 * The decisions without what others than this role said of pairs of records: what a reader knows who judges blind. Without a role,
 * without anybody's.
 *
 * @example
 * ```ts
 * import { decisionsOfRole } from '@samenbeeld/merge';
 * const said = (id, role) => ({ id, kind: 'same-seizure', subject: 'same a b', verdict: 'same', role, time: '2026-01-05', reason: 'seal', evidence: null, supersedes: null });
 * decisionsOfRole([said('1', 'analyst'), said('2', 'customs')], 'Analyst').map(({ id }) => id) // => ['1']
 * decisionsOfRole([said('1', 'analyst')], null).length // => 0
 * ```
 */
export function decisionsOfRole(
  decisions: readonly Decision[],
  role: string | null,
): readonly Decision[] {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.filter(
    (one) =>
      one.kind !== 'same-seizure' ||
      (role !== null && roleKey(one.role) === roleKey(role) && !replaced.has(one.id)),
  );
}

/**
 * The pairs to put before a role, the largest stake first: those that nobody decided and that follow from no decision. A
 * pair of which it was said that it cannot be told is not asked again. Blind, only what this role said itself counts.
 *
 * @param pairs as `pairsAtStake` gives them
 * @param decisions that apply to the records
 */
export function pairQuestions(
  pairs: readonly PairAtStake[],
  decisions: readonly Decision[],
  { role, agreeing = 1, blind = false }: PairQuestionOptions,
): readonly PairAtStake[] {
  const named = new Map<string, PairAtStake>();
  const worth = new Map<string, number>();
  for (const [at, one] of pairs.entries()) {
    const name = pairName(sideRef(one.pair.a), sideRef(one.pair.b));
    named.set(name, one);
    worth.set(name, -at);
  }
  const heard = blind ? decisionsOfRole(decisions, role) : decisions;
  const judgements = heard.flatMap((decision) => {
    const pair = decision.kind === 'same-seizure' ? parsePairSubject(decision.subject) : null;
    return pair ? [toJudgement(decision, pair)] : [];
  });
  const asked = nextQuestions(
    pairs.map(({ pair: { a, b, weight, probability } }) => ({
      a,
      b,
      tableA: 'seizure',
      tableB: 'seizure',
      weight,
      probability,
    })),
    judgements,
    {
      by: ({ a, b }) => worth.get(pairName(sideRef(a), sideRef(b))) ?? 0,
      agreeing: blind ? 1 : agreeing,
      role: roleKey(role),
    },
  ).flatMap(({ pair: { a, b } }) => named.get(pairName(sideRef(a), sideRef(b))) ?? []);
  return blind ? asked.toSorted((x, y) => (x.pair.key < y.pair.key ? -1 : 1)) : asked;
}
