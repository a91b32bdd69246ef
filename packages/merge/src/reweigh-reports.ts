import type { Decision, Seizure } from '@samenbeeld/schema';
import type { DoubleReport } from './double-reports.ts';
import { recordsOf } from './same-seizure/partition/record-pair.ts';
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

const sidesOf = ({ a, b }: Listed): readonly string[] => [...recordsOf(a), ...recordsOf(b)];

/** The pairs that a decision taken since may move: those that a chain of pairs leads to from one that it is about. */
function tiedToChange(pairs: readonly Listed[]): readonly Listed[] {
  const changed = pairs.filter(({ decision, report }) => decision !== report.decision);
  if (changed.length === 0) return [];
  const of = new Map<string, Listed[]>();
  for (const pair of pairs)
    for (const id of sidesOf(pair)) {
      const own = of.get(id);
      if (own) own.push(pair);
      else of.set(id, [pair]);
    }
  const reached = new Set(changed.flatMap(sidesOf));
  for (const id of reached)
    for (const pair of of.get(id) ?? []) for (const next of sidesOf(pair)) reached.add(next);
  return pairs.filter((pair) => sidesOf(pair).some((id) => reached.has(id)));
}

/**
 * Pairs as `findDoubleReports` gives them once other decisions are in force, without comparing anything again: a decision changes
 * no pair's odds, only what they come to together, and only where a chain of pairs leads to it. It is the same where the decisions are on pairs that are listed; of any
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
  const pairs = [...listed, ...further];
  const affected = tiedToChange(pairs);
  const within = new Set(affected.flatMap(sidesOf));
  const weighed = new Map(
    weighPairs(
      seizures.filter(({ id }) => within.has(id)),
      affected,
      seed,
    ).map((one) => [one.pair.key, one]),
  );
  const touched = new Set(affected);
  return pairs.flatMap((pair): readonly DoubleReport[] => {
    const { key, report } = pair;
    if (!touched.has(pair)) return [report];
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
