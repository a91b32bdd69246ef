import { type Admissible, admissible } from './admissible.ts';
import { type Demand, type PartitionCover, partitionCover } from './cover.ts';
import { type Credibility, credibility, keepDemands } from './credible.ts';
import { nearRecords } from './near-records.ts';
import { type PossibleSeizure, possibleSeizures } from './possible-seizures.ts';
import type { TiedRecords } from './tied-records.ts';
import type { WeighedComponent } from './weigh-component.ts';

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
