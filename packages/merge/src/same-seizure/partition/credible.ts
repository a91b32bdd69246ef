import { type Admissible, admissible } from './admissible.ts';
import { type Demand, type PartitionCover, partitionCover } from './cover.ts';
import { nearRecords } from './near-records.ts';
import { type PossibleSeizure, possibleSeizures } from './possible-seizures.ts';
import { type Component, type Partition, recordsOf } from './record-pair.ts';
import type { TiedRecords } from './tied-records.ts';
import { unitOdds, unitsOf } from './unit-odds.ts';
import type { WeighedComponent } from './weigh-component.ts';

/** Probability from which two records are a candidate for one seizure; less likely pairs are left aside. */
export const candidateFrom = 0.01;

/** Probability from which a pair counts as the same seizure wherever each must be counted once. */
export const sameFrom = 0.95;

interface Certain {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly odds: number;
}

/** Rounded, so that a probability on a threshold is on it. */
function probabilityOf(odds: number): number {
  const probability = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  return Math.round(probability * 1e9) / 1e9;
}

/** What makes a partition credible: what each seizure may join, and which pairs must be joined or excused. */
interface Credibility {
  /** Whether what is known of two units speaks for joining them, or a person joined them. */
  mayJoin(one: readonly string[], other: readonly string[]): boolean;
  /** Whether every pair that a seizure joins is likely enough. */
  isLikely(group: readonly string[]): boolean;
  /** Pairs as good as certain that a seizure joins, or that it excuses since a record of theirs is as surely another's. */
  meets(group: readonly string[]): readonly number[];
  /** Records of each pair as good as certain, the surest first. */
  readonly certain: readonly (readonly string[])[];
}

/** What is asked of partitions. It does not depend on what persons decided, but that what they joined is not asked about. */
function credibility(tied: TiedRecords): Credibility {
  const { records, pairs } = tied;
  const source = new Map(records.map((record) => [record.id, record.source]));
  const atomOf = new Map(
    admissible(tied).atoms.flatMap((atom) =>
      atom.map((i) => [records[i]?.id ?? '', atom] as const),
    ),
  );
  const isJoined = (group: readonly string[], { a, b }: Certain): boolean =>
    // A row that stands there as one of several batches is not joined by itself.
    [a, b].every(
      (side) =>
        side.every((id) => group.includes(id)) &&
        group.filter((id) => source.get(id) === source.get(side[0] ?? '')).length === side.length,
    );
  const shown = unitOdds(pairs);
  const certain = pairs
    .filter(({ odds }) => probabilityOf(odds) > 1 - candidateFrom)
    .map(({ a, b, odds }): Certain => ({ a: recordsOf(a), b: recordsOf(b), odds }))
    .sort((x, y) => {
      const [one, other] = [[x.a, x.b].sort().join(), [y.a, y.b].sort().join()];
      return y.odds > x.odds ? 1 : y.odds < x.odds ? -1 : one < other ? -1 : 1;
    });
  const certainOf = new Map<string, number[]>();
  for (const [at, { a, b }] of certain.entries())
    for (const id of [...a, ...b]) certainOf.set(id, [...(certainOf.get(id) ?? []), at]);
  const mayJoin: Credibility['mayJoin'] = (one, other) => {
    if (new Set([...one, ...other].map((id) => atomOf.get(id))).size === 1) return true;
    const odds = shown(one, other);
    return odds === null || probabilityOf(odds) >= candidateFrom;
  };
  return {
    mayJoin,
    isLikely(group) {
      const units = unitsOf(group, (id) => source.get(id) ?? '');
      return units.every((one, at) => units.slice(at + 1).every((other) => mayJoin(one, other)));
    },
    meets(group) {
      const touched = [...new Set(group.flatMap((id) => certainOf.get(id) ?? []))].sort(
        (x, y) => x - y,
      );
      const joined = touched
        .flatMap((at) => certain[at] ?? [])
        .filter((pair) => isJoined(group, pair));
      const surely = new Set(joined.flatMap(({ a, b }) => [...a, ...b]));
      return touched.filter((at) => {
        const { a, b } = certain[at] ?? { a: [], b: [] };
        const isMet = group.includes(a[0] ?? '') && group.includes(b[0] ?? '');
        return isMet || [...a, ...b].some((id) => surely.has(id));
      });
    },
    certain: certain.map(({ a, b }) => [...a, ...b]),
  };
}

/**
 * As many demands as decisions leave: all, or else one after another as long as partitions are left that meet it and those
 * before. A decision that partitions so left admit leaves the same demands, and so only takes partitions away. Few demands
 * go unmet, so each is sought by halving.
 */
function keepDemands<T>(count: number, left: (kept: readonly number[]) => T | null): T | null {
  const upTo = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, at) => from + at);
  let kept: readonly number[] = [];
  for (let from = 0; ; ) {
    const found = left([...kept, ...upTo(from, count)]);
    if (found !== null || from >= count) return found;
    // The longest run of demands that can be met with those kept: `met` can, `unmet` cannot.
    let [met, unmet] = [from, count];
    while (unmet - met > 1) {
      const middle = Math.floor((met + unmet) / 2);
      if (left([...kept, ...upTo(from, middle)]) === null) unmet = middle;
      else met = middle;
    }
    kept = [...kept, ...upTo(from, met)];
    from = unmet;
  }
}

/**
 * The partitions between which the lowest and the highest total are sought (joint total, rule 12): every pair they join has
 * by itself at least the probability {@link candidateFrom}, and a pair as good as certain (above 1 minus that) is parted
 * only where one of its records is joined to another as certainly. So a far-fetched pair does not lower the floor, and what
 * is certain is not counted twice in the highest. Where persons decided otherwise, as many of these certain pairs as they leave are
 * asked for, the surest first. Deciding a pair that some of these partitions join as it stands (no further row of these files
 * in the find) and others part only takes partitions away.
 */
export function crediblePartitions(
  { partitions }: Pick<Component, 'partitions'>,
  tied: TiedRecords,
): readonly Partition[] {
  if (partitions.length <= 1) return partitions;
  const asked = credibility(tied);
  const known = new Map<readonly string[], ReadonlySet<number> | null>();
  const metBy = (group: readonly string[]): ReadonlySet<number> | null => {
    const seen = known.get(group);
    if (seen !== undefined) return seen;
    const met = asked.isLikely(group) ? new Set(asked.meets(group)) : null;
    known.set(group, met);
    return met;
  };
  const likely = partitions.filter(({ groups }) => groups.every((group) => metBy(group) !== null));
  if (likely.length === 0) return partitions;
  // All demands that some partition meets are met, or as many as go together, the surest first.
  return asked.certain.reduce(
    (left, _, demand) => {
      const meeting = left.filter(({ groups }) =>
        groups.some((group) => metBy(group)?.has(demand)),
      );
      return meeting.length > 0 ? meeting : left;
    },
    likely as readonly Partition[],
  );
}

/**
 * Where the extremes are sought: over all credible partitions, or where they are too many, over what each record may be, or
 * where even that is too much to list, with every record a find of its own.
 */
export type CredibleRange =
  | { readonly kind: 'exact'; readonly cover: PartitionCover }
  | { readonly kind: 'bounded'; readonly seizures: readonly PossibleSeizure[] }
  | {
      readonly kind: 'apart';
      /** Records that a person said are one. */
      readonly atoms: readonly (readonly number[])[];
      /** For each record those that may be one find with it. */
      readonly near: readonly (readonly number[])[];
    };

/** Some of what is asked of partitions as a graph takes it. */
function demandOf(
  { certain, meets }: Credibility,
  records: readonly string[],
  kept: readonly number[],
): Demand {
  const place = new Map(records.map((id, at) => [id, at]));
  const bit = new Map(kept.map((one, at) => [one, 1n << BigInt(at)]));
  return {
    met: ({ members }) =>
      meets(members.map((i) => records[i] ?? '')).reduce(
        (sum, one) => sum | (bit.get(one) ?? 0n),
        0n,
      ),
    due: kept.map((one) => (certain[one] ?? []).map((id) => place.get(id) as number)),
  };
}

/** What the records may credibly make, and which of them may be one find with which. */
function likelySeizures(
  { component: { records }, seizures }: WeighedComponent,
  tied: TiedRecords,
  asked: Credibility,
): readonly PossibleSeizure[] | Extract<CredibleRange, { kind: 'apart' }> {
  const ids = (unit: readonly number[]): readonly string[] => unit.map((i) => records[i] ?? '');
  if (seizures) return seizures.filter(({ members }) => asked.isLikely(ids(members)));
  // Most of what is too much to list joins what is far from alike.
  const rules = admissible(tied);
  const likely: Admissible = {
    ...rules,
    link: (one, other) => (asked.mayJoin(ids(one), ids(other)) ? rules.link(one, other) : 'never'),
  };
  return (
    possibleSeizures(likely) ?? { kind: 'apart', atoms: rules.atoms, near: nearRecords(likely) }
  );
}

/** The partitions of a component between which the extremes are sought, as a graph: however many, none is left out. */
export function credibleRange(weighed: WeighedComponent, tied: TiedRecords): CredibleRange {
  const { records } = weighed.component;
  const asked = credibility(tied);
  const likely = likelySeizures(weighed, tied, asked);
  if ('kind' in likely) return likely;
  const left = keepDemands(asked.certain.length, (kept) => {
    const found = partitionCover(records.length, likely, demandOf(asked, records, kept));
    return found === 'none' ? null : found;
  });
  return left === null || left === 'too large'
    ? { kind: 'bounded', seizures: likely }
    : { kind: 'exact', cover: left };
}
