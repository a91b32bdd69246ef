import { admissible } from './admissible.ts';
import { type Component, type Partition, type RecordPair, recordsOf } from './record-pair.ts';
import type { TiedRecords } from './tied-records.ts';

/** Probability from which two records are a candidate for one seizure; less likely pairs are left aside. */
export const candidateFrom = 0.01;

/** Probability from which a pair counts as the same seizure wherever each must be counted once. */
export const sameFrom = 0.95;

interface Judged {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly odds: number;
  /** Whether it may be joined, and whether it is as good as certain, by itself. */
  readonly likely: boolean;
  readonly certain: boolean;
}

function judge({ a, b, odds }: RecordPair): Judged {
  // Rounded, so that a probability on the threshold is on it.
  const probability = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  const rounded = Math.round(probability * 1e9) / 1e9;
  return {
    a: recordsOf(a),
    b: recordsOf(b),
    odds,
    likely: rounded >= candidateFrom,
    certain: rounded > 1 - candidateFrom,
  };
}

/** What makes a partition credible: what each seizure may join, and which pairs must be joined or excused. */
export interface Credibility {
  /** Whether every pair that a seizure joins is likely enough. */
  isLikely(group: readonly string[]): boolean;
  /** Pairs as good as certain that a seizure joins, or that it excuses since a record of theirs is as surely another's. */
  meets(group: readonly string[]): readonly number[];
  /** Records of each pair as good as certain, the surest first. */
  readonly certain: readonly (readonly string[])[];
}

/** What is asked of partitions. It does not depend on what persons decided, but that what they joined is not asked about. */
export function credibility(tied: TiedRecords): Credibility {
  const { records, pairs } = tied;
  const source = new Map(records.map((record) => [record.id, record.source]));
  const atomOf = new Map(
    admissible(tied).atoms.flatMap((atom) =>
      atom.map((i) => [records[i]?.id ?? '', atom] as const),
    ),
  );
  const judged = pairs.map(judge);
  const isJoined = (group: readonly string[], { a, b }: Judged): boolean =>
    // A row that stands there as one of several batches is not joined by itself.
    [a, b].every(
      (side) =>
        side.every((id) => group.includes(id)) &&
        group.filter((id) => source.get(id) === source.get(side[0] ?? '')).length === side.length,
    );
  const isSaid = ({ a, b }: Judged): boolean =>
    new Set([...a, ...b].map((id) => atomOf.get(id))).size === 1;
  const certain = judged
    .filter((pair) => pair.certain)
    .sort((x, y) => {
      const [one, other] = [[x.a, x.b].sort().join(), [y.a, y.b].sort().join()];
      return y.odds > x.odds ? 1 : y.odds < x.odds ? -1 : one < other ? -1 : 1;
    });
  const doubtful = judged.filter((pair) => !pair.likely && !isSaid(pair));
  return {
    isLikely: (group) => !doubtful.some((pair) => isJoined(group, pair)),
    meets(group) {
      const surely = new Set(
        certain.filter((pair) => isJoined(group, pair)).flatMap(({ a, b }) => [...a, ...b]),
      );
      return certain.flatMap(({ a, b }, at) =>
        (group.includes(a[0] ?? '') && group.includes(b[0] ?? '')) ||
        [...a, ...b].some((id) => surely.has(id))
          ? at
          : [],
      );
    },
    certain: certain.map(({ a, b }) => [...a, ...b]),
  };
}

/**
 * As many demands as decisions leave: all, or else one after another as long as partitions are left that meet it and those
 * before. A decision that partitions so left admit leaves the same demands, and so only takes partitions away.
 */
export function keepDemands<T>(
  count: number,
  left: (kept: readonly number[]) => T | null,
): { readonly kept: readonly number[]; readonly left: T | null } {
  const all = Array.from({ length: count }, (_, at) => at);
  const found = left(all);
  if (found !== null) return { kept: all, left: found };
  let best = { kept: [] as readonly number[], left: left([]) };
  for (const at of all) {
    const kept = [...best.kept, at];
    const some = left(kept);
    if (some !== null) best = { kept, left: some };
  }
  return best;
}

/**
 * The partitions between which the lowest and the highest total are sought (joint total, rule 12): every pair they join has
 * by itself at least the probability {@link candidateFrom}, and a pair as good as certain (above 1 minus that) is parted
 * only where one of its records is joined to another as certainly. So a far-fetched pair does not lower the floor, and what
 * is certain is not counted twice in the highest. Where persons decided otherwise, as many of these certain pairs as they leave are
 * asked for, the surest first. Deciding a pair that some of these partitions join and others part only takes partitions away.
 *
 * @example
 * ```ts
 * import { crediblePartitions, partitionComponent } from '@samenbeeld/merge';
 * const records = [{ id: 'a', source: 'nl' }, { id: 'b', source: 'be' }];
 * const tied = { records, pairs: [{ a: 'a', b: 'b', odds: 1 / 999 }] };
 * crediblePartitions(partitionComponent(tied), tied).map(({ groups }) => groups.length) // => [2]
 * ```
 */
export function crediblePartitions(
  { partitions }: Pick<Component, 'partitions'>,
  tied: TiedRecords,
): readonly Partition[] {
  if (partitions.length <= 1) return partitions;
  const asked = credibility(tied);
  const known = new Map<readonly string[], readonly number[] | null>();
  const metBy = (group: readonly string[]): readonly number[] | null => {
    const seen = known.get(group);
    if (seen !== undefined) return seen;
    const met = asked.isLikely(group) ? asked.meets(group) : null;
    known.set(group, met);
    return met;
  };
  const likely = partitions.flatMap((partition) => {
    const met = partition.groups.map(metBy);
    return met.includes(null)
      ? []
      : [{ partition, met: new Set(met.flatMap((some) => some ?? [])) }];
  });
  const { left } = keepDemands(asked.certain.length, (kept) => {
    const some = likely.filter(({ met }) => kept.every((at) => met.has(at)));
    return some.length > 0 ? some : null;
  });
  return left?.map(({ partition }) => partition) ?? partitions;
}
