import type { Seizure } from '@samenbeeld/schema';
import type { DoubleReport } from './double-reports.ts';
import { recordsOf } from './same-seizure/partition/record-pair.ts';
import { saidTogether } from './same-seizure/partition/said-together.ts';
import { decidedOf } from './same-seizure/to-record-pairs.ts';
import { isOwn } from './same-seizure/weight/statement.ts';

/** Records that count as one seizure. */
export interface EventGroup {
  /** The record of the service that seized, or else the first. */
  readonly lead: Seizure;
  readonly members: readonly Seizure[];
}

/** What joins records, or keeps them apart. */
export type GroupedPair = Pick<
  DoubleReport,
  'key' | 'a' | 'b' | 'probability' | 'verdict' | 'decision'
>;

function leadFirst(a: Seizure, b: Seizure): number {
  const known = (seizure: Seizure) => Number(seizure.quantity !== null);
  return Number(isOwn(b)) - Number(isOwn(a)) || known(b) - known(a) || (a.id < b.id ? -1 : 1);
}

const meet = (i: string, j: string): string => (i < j ? `${i} ${j}` : `${j} ${i}`);

/** Every two of some records. */
function meetings(ids: readonly string[]): readonly string[] {
  return ids.flatMap((i, at) => ids.slice(at + 1).map((j) => meet(i, j)));
}

const sides = ({ a, b }: GroupedPair): readonly string[] => [...recordsOf(a), ...recordsOf(b)];

/**
 * Joins records along some of the pairs that were compared. What persons decided is joined first, as every total follows it:
 * rows of one file too where they were compared as batches, whatever came of that, and a decision that contradicts another
 * not at all.
 */
function join(
  seizures: readonly Seizure[],
  joining: readonly GroupedPair[],
  pairs: readonly GroupedPair[],
): readonly EventGroup[] {
  const place = new Map(seizures.map(({ id }, at) => [id, at]));
  const compared = pairs
    .filter((pair) => sides(pair).every((id) => place.has(id)))
    .map((pair) => ({ a: pair.a, b: pair.b, decided: decidedOf(pair) }));
  const said = saidTogether(seizures, compared);
  const groups = new Map(
    [...new Set(said.atomOf)].map((atom) => [
      atom,
      [...atom].sort((i, j) => i - j).flatMap((at) => seizures[at] ?? []),
    ]),
  );
  const groupOf = new Map(
    seizures.map((seizure, at) => [
      seizure.id,
      groups.get(said.atomOf[at] ?? new Set()) ?? [seizure],
    ]),
  );
  const batched = joining.filter(({ a, b }) => recordsOf(a).length + recordsOf(b).length > 2);
  const together = new Set(batched.flatMap((pair) => meetings(sides(pair))));
  const batches = new Set(
    batched.flatMap(({ a, b }) => [recordsOf(a), recordsOf(b)].flatMap(meetings)),
  );
  // A row of batches is by itself another find; only a person who says so of the row keeps it out of the whole.
  const apart = new Set(
    pairs.flatMap((pair) => {
      const [a, b, ...more] = sides(pair);
      if (pair.verdict !== 'different' || !a || !b || more.length > 0) return [];
      return pair.decision === null && together.has(meet(a, b)) ? [] : [meet(a, b)];
    }),
  );
  const mayMeet = (one: Seizure, other: Seizure): boolean =>
    (batches.has(meet(one.id, other.id)) || one.source !== other.source) &&
    !apart.has(meet(one.id, other.id));
  // What is held to be the same joins first, so that mere candidates only ever join whole groups.
  const strongest = joining
    .filter((pair) => decidedOf(pair) === null)
    .sort(
      (a, b) =>
        Number(b.verdict === 'same') - Number(a.verdict === 'same') ||
        b.probability - a.probability ||
        (a.key < b.key ? -1 : 1),
    );
  for (const pair of strongest) {
    const met = [...new Set(sides(pair).map((id) => groupOf.get(id)))];
    const known = met.filter((group) => group !== undefined);
    if (known.length < 2 || known.length < met.length) continue;
    const joined = known.flat();
    const isOne =
      said.mayBeOne(new Set(joined.map(({ id }) => place.get(id) as number))) &&
      known.every((group, at) =>
        known.slice(at + 1).every((other) => group.every((a) => other.every((b) => mayMeet(a, b)))),
      );
    if (isOne) for (const seizure of joined) groupOf.set(seizure.id, joined);
  }
  return [...new Set(groupOf.values())].map((members) => {
    const sorted = [...members].sort(leadFirst);
    return { lead: sorted[0] as Seizure, members: sorted };
  });
}

/**
 * Joins records into groups along the pairs given, what a person decided first, then the likeliest. Two records are never
 * joined, not even by way of a third, where a pair says they are different, or where they stand in one file and are no
 * batches of one find. What is only computed of a single row says nothing against the batches it is one of.
 *
 * @example
 * ```ts
 * import { groupEvents } from '@samenbeeld/merge';
 * groupEvents([], []) // => []
 * ```
 */
export function groupEvents(
  seizures: readonly Seizure[],
  pairs: readonly GroupedPair[],
): readonly EventGroup[] {
  return join(
    seizures,
    pairs.filter(({ verdict }) => verdict !== 'different'),
    pairs,
  );
}

/**
 * The groups of a count, in which each find must be counted once: of every pair that is listed, those held to be the same
 * join (`groupEvents`). Candidates join nothing; they only tell which rows of a file were compared as batches of one find.
 *
 * @example
 * ```ts
 * import { countedGroups } from '@samenbeeld/merge';
 * countedGroups([], []) // => []
 * ```
 */
export function countedGroups(
  seizures: readonly Seizure[],
  pairs: readonly GroupedPair[],
): readonly EventGroup[] {
  return join(
    seizures,
    pairs.filter(({ verdict }) => verdict === 'same'),
    pairs,
  );
}
