import { nextQuestions, pairName } from '@samenbeeld/linkage';
import type { Decision, JointTotal } from '@samenbeeld/schema';
import { roleKey } from '@samenbeeld/store';
import type { DoubleReport } from '../double-reports.ts';
import { parsePairSubject } from './pair-subject.ts';
import { sideRef, toJudgement } from './replay-decisions.ts';
import type { FollowingJudgement, JudgedPair, SeizureJudgements } from './seizure-judgement.ts';

/** What deciding a pair takes off the uncertainty of one total. */
export interface PeriodStake {
  readonly period: string;
  /** Share of the variance of that total, by itself, and with the pairs before it. */
  readonly share: number;
  readonly together: number;
  /** Whether it tells if that total has an upper end. */
  readonly closes: boolean;
}

/** A pair that a person could decide, with what that is worth. */
export interface PairAtStake {
  readonly pair: DoubleReport;
  /** Standard deviation that deciding it takes off the totals, in their unit; 0 where no total depends on it. */
  readonly stake: number;
  readonly periods: readonly PeriodStake[];
  /** What was said of it, also where that does not count. */
  readonly judged: JudgedPair | null;
  /** What follows from decisions on other pairs. */
  readonly follows: FollowingJudgement | null;
  /**
   * `at stake`: a total depends on it, or it widens a range · `open`: a decision on it does not count · `sure`: held to be the
   * same or different without a decision · `decided`, by a person, or by what follows from decisions.
   */
  readonly state: 'at stake' | 'open' | 'sure' | 'decided';
}

const order: readonly PairAtStake['state'][] = ['at stake', 'open', 'sure', 'decided'];

/**
 * The pairs in the order in which it pays to look at them: those that total ranges rest on, the largest stake first; those
 * with decisions that do not count; the rest by how unsure it is.
 *
 * @example
 * ```ts
 * import { judgeSeizures, pairsAtStake } from '@samenbeeld/merge';
 * const pair = (key, probability) => ({ key, a: 'a', b: key, prior: 0, weight: 0, probability, verdict: 'candidate', decision: null, reasons: [] });
 * const totals = [{ period: '2022', stakes: [{ pair: 'same a c', variance: 9, share: 1, together: 1, closes: false }] }];
 * pairsAtStake([pair('same a b', 0.5), pair('same a c', 0.2)], totals, judgeSeizures([], [])).map(({ pair, stake }) => [pair.key, stake]) // => [['same a c', 3], ['same a b', 0]]
 * ```
 */
export function pairsAtStake(
  pairs: readonly DoubleReport[],
  totals: readonly Pick<JointTotal, 'period' | 'stakes'>[],
  judgements: SeizureJudgements,
): readonly PairAtStake[] {
  const judgedOf = new Map(judgements.judged.map((judged) => [judged.subject, judged]));
  const stakesOf = new Map<string, (PeriodStake & { readonly variance: number })[]>();
  for (const { period, stakes = [] } of totals)
    for (const { pair, ...stake } of stakes) {
      const known = stakesOf.get(pair);
      if (known) known.push({ period, ...stake });
      else stakesOf.set(pair, [{ period, ...stake }]);
    }
  const closing = ({ periods }: PairAtStake): number =>
    Number(periods.some(({ closes }) => closes));
  const sureness = ({ pair: { probability } }: PairAtStake): number => Math.abs(probability - 0.5);
  const clearness = ({ pair: { weight } }: PairAtStake): number => Math.abs(weight);
  return pairs
    .map((pair): PairAtStake => {
      const stakes = stakesOf.get(pair.key) ?? [];
      const judged = judgedOf.get(pair.key) ?? null;
      const follows = judgements.follows(pair.key);
      const isDecided =
        judged?.because === 'agreed' || (follows !== null && follows.verdict !== 'contradiction');
      const isAtStake = stakes.length > 0 || pair.verdict === 'candidate';
      return {
        pair,
        stake: Math.sqrt(stakes.reduce((sum, { variance }) => sum + variance, 0)),
        periods: stakes.map(({ variance: _, ...rest }) => rest),
        judged,
        follows,
        state: isDecided ? 'decided' : isAtStake ? 'at stake' : judged || follows ? 'open' : 'sure',
      };
    })
    .sort(
      (x, y) =>
        order.indexOf(x.state) - order.indexOf(y.state) ||
        y.stake - x.stake ||
        closing(y) - closing(x) ||
        sureness(x) - sureness(y) ||
        clearness(x) - clearness(y) ||
        (x.pair.key < y.pair.key ? -1 : 1),
    );
}

/** Whether a pair waits for a person: a total rests on it, or what was said of it does not count. */
export function isWaiting({ state }: PairAtStake): boolean {
  return state === 'at stake' || state === 'open';
}

/** Shown where no pair waits, so that a reader sees how surely they are told apart. */
const leastSure = 3;

/**
 * The pairs to show a person: those that wait, or the least sure; with `all` every one. Blind also those that others decided,
 * for a second reader to judge anew, in an order that tells nothing.
 */
export function pairsShown(
  pairs: readonly PairAtStake[],
  { all, blind }: { readonly all: boolean; readonly blind: boolean },
): readonly PairAtStake[] {
  const waiting = pairs.filter(
    (one) => isWaiting(one) || (blind && (one.judged !== null || one.follows !== null)),
  );
  const shown = all ? pairs : waiting.length > 0 ? waiting : pairs.slice(0, leastSure);
  return blind ? shown.toSorted((x, y) => (x.pair.key < y.pair.key ? -1 : 1)) : shown;
}

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
