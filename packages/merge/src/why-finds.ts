import type { CountedEvent, MemberTotal, Seizure } from '@samenbeeld/schema';
import { countedGroups, type GroupedPair } from './event-groups.ts';
import { inKilograms } from './event-quantity.ts';

/**
 * The finds of a port as they were stored with its total. A picture that was built before they were stored says only which
 * records counted: each then has the weight of its own row.
 */
export function findsOf(
  { counted, combined, absorbed }: MemberTotal,
  seizures: ReadonlyMap<string, Seizure>,
  pairs: readonly GroupedPair[],
): readonly CountedEvent[] {
  if (counted) return counted;
  const rows = [...combined, ...absorbed].flatMap((id) => seizures.get(id) ?? []);
  return countedGroups(rows, pairs).map(({ lead, members }) => {
    const first = members.find(({ id }) => combined.includes(id)) ?? lead;
    const kilograms = inKilograms(first);
    return {
      record: first.id,
      records: members.map(({ id }) => id),
      kilograms,
      weighedBy: kilograms === null ? [] : [first.id],
      adds: kilograms ?? 0,
    };
  });
}
