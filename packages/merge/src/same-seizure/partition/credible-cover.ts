import { type Cover, coverOf, type Demand } from './cover.ts';
import { type Credibility, credibility, keepDemands } from './credible.ts';
import type { PossibleSeizure } from './possible-seizures.ts';
import type { TiedRecords } from './tied-records.ts';
import type { WeighedComponent } from './weigh-component.ts';

/** Where the extremes are sought: over all credible partitions, or where they are too many, over what each record may be. */
export type CredibleRange =
  | { readonly kind: 'exact'; readonly cover: Cover }
  | { readonly kind: 'bounded'; readonly seizures: readonly PossibleSeizure[] }
  | { readonly kind: 'unbounded' };

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

/** The partitions of a component between which the extremes are sought, as a graph: however many, none is left out. */
export function credibleRange(
  { component: { records }, seizures }: WeighedComponent,
  tied: TiedRecords,
): CredibleRange {
  if (!seizures) return { kind: 'unbounded' };
  const asked = credibility(tied);
  const likely = seizures.filter(({ members }) =>
    asked.isLikely(members.map((i) => records[i] ?? '')),
  );
  const { left } = keepDemands(asked.certain.length, (kept) => {
    const found = coverOf(records.length, likely, demandOf(asked, records, kept));
    return found === 'none' ? null : found;
  });
  return left === null || left === 'too large'
    ? { kind: 'bounded', seizures: likely }
    : { kind: 'exact', cover: left };
}
