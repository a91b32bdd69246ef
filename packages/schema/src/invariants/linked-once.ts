import { compareDecimal } from '../decimal.ts';
import type { Seizure } from '../seizure.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** Seizures, the groups that are one seizure, and the totals before and after linkage. */
export interface Linkage {
  readonly seizures: readonly Seizure[];
  readonly groups: readonly { readonly id: string; readonly members: readonly string[] }[];
  readonly counted?: { readonly perFile: readonly number[]; readonly once: number };
}

function* find({ seizures, groups, counted }: Linkage): Iterable<Found> {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const groupOf = new Map<string, string>();
  for (const { id, members } of groups) {
    for (const member of members) {
      const other = groupOf.get(member);
      if (other !== undefined) yield [member, `in two groups, ${other} and ${id}`];
      groupOf.set(member, id);
      if (!byId.has(member)) yield [member, `in group ${id}, but no seizure`];
    }
    const countries = [...new Set(members.map((member) => byId.get(member)?.seizingCountry))];
    const known = countries.filter((country) => country !== undefined).sort();
    if (known.length > 1)
      yield [id, `seized in ${known.join(' and ')}: one seizure has one seizing country`];
  }
  if (!counted) return;
  const sum = counted.perFile.reduce((total, value) => total + value, 0);
  const most = Math.max(0, ...counted.perFile);
  if (compareDecimal(counted.once, sum) > 0)
    yield [null, `counted once ${counted.once} is more than all files together, ${sum}`];
  if (compareDecimal(counted.once, most) < 0)
    yield [null, `counted once ${counted.once} is less than one file alone, ${most}`];
}

/**
 * Invariant 12: a seizure is in one group at most, a group has one seizing country, and the total counted once lies between
 * the largest file and the sum of all.
 */
export const linkedOnce: Invariant<Linkage> = invariant(12, 'linked-once', find);
