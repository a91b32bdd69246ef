import type { Decision, Seizure } from '@samenbeeld/schema';
import type { DoubleReport } from './double-reports.ts';
import {
  decidedOnly,
  type ScoredPair,
  scoredPair,
  statedProbability,
  verdictOf,
  weighPairs,
} from './same-seizure/weigh-pairs.ts';

interface Listed extends ScoredPair {
  readonly report: DoubleReport;
}

function levelIn({ reasons }: DoubleReport): (comparison: string) => string | undefined {
  return (comparison) =>
    reasons
      .find(({ rule }) => rule.startsWith(`${comparison}: `))
      ?.rule.slice(comparison.length + 2);
}

/**
 * Pairs as `findDoubleReports` gives them once other decisions are in force, without comparing anything again: a decision changes
 * no pair's odds, only what they come to together. It is the same where the decisions are on pairs that are listed; of any
 * other pair nothing is known but the decision.
 *
 * @param reports every pair that was listed
 * @example
 * ```ts
 * import { reweighReports } from '@samenbeeld/merge';
 * reweighReports([], [], { decisions: new Map() }) // => []
 * ```
 */
export function reweighReports(
  seizures: readonly Seizure[],
  reports: readonly DoubleReport[],
  {
    decisions,
    seed = 1,
  }: { readonly decisions: ReadonlyMap<string, Decision>; readonly seed?: number },
): readonly DoubleReport[] {
  const listed = reports.map(
    (report): Listed => ({ ...scoredPair([report.a, report.b], report, decisions), report }),
  );
  const further = decidedOnly(seizures, listed, decisions).map(
    ({ key, a, b }): Listed => ({
      ...scoredPair([a, b], { weight: 0, prior: 0 }, decisions),
      report: {
        key,
        a,
        b,
        weight: 0,
        prior: 0,
        probability: 0,
        reasons: [],
        verdict: 'different',
        decision: null,
      },
    }),
  );
  const weighed = new Map(
    weighPairs(seizures, [...listed, ...further], seed).map((one) => [one.pair.key, one]),
  );
  return [...listed, ...further].flatMap(({ key, report }): readonly DoubleReport[] => {
    const one = weighed.get(key);
    if (!one) return [];
    return [
      {
        ...report,
        probability: statedProbability(one),
        verdict: verdictOf(one, levelIn(report)),
        decision: one.pair.decision,
      },
    ];
  });
}
