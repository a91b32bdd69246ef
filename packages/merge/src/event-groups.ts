import type { Seizure } from '@samenbeeld/schema';
import type { DoubleReport } from './double-reports.ts';

/** Records that count as one seizure. */
export interface EventGroup {
  /** The record of the service that seized, or else the first. */
  readonly lead: Seizure;
  readonly members: readonly Seizure[];
}

function leadFirst(a: Seizure, b: Seizure): number {
  const own = (seizure: Seizure) =>
    Number(seizure.agencies.some((agency) => agency.startsWith(seizure.seizingCountry)));
  const known = (seizure: Seizure) => Number(seizure.quantity !== null);
  return own(b) - own(a) || known(b) - known(a) || (a.id < b.id ? -1 : 1);
}

/**
 * Joins records into groups along the pairs given, what a person decided first. Two records are never joined, not even
 * by way of a third, where a pair says they are different, or where they stand in one file: an office does not report a
 * seizure twice in its own file.
 */
export function groupEvents(
  seizures: readonly Seizure[],
  pairs: readonly DoubleReport[],
): readonly EventGroup[] {
  const groupOf = new Map(seizures.map((seizure) => [seizure.id, [seizure]]));
  const apart = new Set(
    pairs.flatMap(({ a, b, verdict }) =>
      verdict === 'different' ? [`${a} ${b}`, `${b} ${a}`] : [],
    ),
  );
  // What is held to be the same joins first, so that mere candidates only ever join whole groups.
  const strongest = pairs
    .filter(({ verdict }) => verdict !== 'different')
    .sort(
      (a, b) =>
        Number(b.decision !== null) - Number(a.decision !== null) ||
        Number(b.verdict === 'same') - Number(a.verdict === 'same') ||
        b.points - a.points ||
        (a.key < b.key ? -1 : 1),
    );
  for (const pair of strongest) {
    const [first, second] = [groupOf.get(pair.a), groupOf.get(pair.b)];
    if (!first || !second || first === second) continue;
    const sources = new Set(first.map((seizure) => seizure.source));
    if (second.some((seizure) => sources.has(seizure.source))) continue;
    if (first.some((a) => second.some((b) => apart.has(`${a.id} ${b.id}`)))) continue;
    const joined = [...first, ...second];
    for (const seizure of joined) groupOf.set(seizure.id, joined);
  }
  return [...new Set(groupOf.values())].map((members) => {
    const sorted = [...members].sort(leadFirst);
    return { lead: sorted[0] as Seizure, members: sorted };
  });
}
