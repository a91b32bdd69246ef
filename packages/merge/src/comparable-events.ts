import type { Comparison, JointTotal, MemberTotal, Seizure } from '@samenbeeld/schema';
import { type ComparableSum, comparableSum } from './comparable-sum.ts';
import { inKilograms } from './event-quantity.ts';

/** What is left of a port where its finds are not added: its largest find. */
function notAdded({ interval90: _middle, ...member }: MemberTotal): MemberTotal {
  const lowest = member.state === 'not_reported' ? null : (member.largestFind ?? 0);
  const unweighed = member.unweighed && { lowest, highest: null };
  return {
    ...member,
    lowest,
    likely: null,
    highest: null,
    ...(unweighed && { unweighed }),
  };
}

/**
 * Lets a joint total of events stand only where the comparability guard lets its seizures be added. Each counts once,
 * because double reports were looked for: that is what lets the agencies of one place add (joint total, rules 7 and
 * 12). Seizures that have no mass are in no sum, and leave its upper end open.
 *
 * Where the guard refuses, the floor is what the largest find weighs at least in every way the records may belong together
 * and every reading of its weight (`largestFind` of `eventTotals`); ports have no likely weight, and no pair is at stake.
 */
export function comparableEvents(
  total: JointTotal,
  seizures: ReadonlyMap<string, Seizure>,
  comparison: Pick<Comparison, 'breaks' | 'definitions' | 'overrides'>,
): ComparableSum {
  const counted = total.metric === 'seizures';
  const records = total.members.flatMap(({ combined }) =>
    combined.flatMap((id) => {
      const seizure = seizures.get(id);
      if (!seizure || counted) return seizure ?? [];
      return inKilograms(seizure) === null ? [] : [{ ...seizure, unit: total.unit }];
    }),
  );
  const sum = comparableSum(total, records, [total.largestFind ?? 0], {
    ...comparison,
    substance: total.substance,
    counted,
    countedOnce: true,
  });
  if (sum.refusal === null) return sum;
  const members = sum.total.members.map(notAdded);
  const { lowest } = sum.total.reported;
  return { ...sum, total: { ...sum.total, unweighed: { lowest, highest: null }, members } };
}
