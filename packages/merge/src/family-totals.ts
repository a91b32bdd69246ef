import {
  addIntervals,
  assertComparable,
  drugs,
  expandPlace,
  type MissingReason,
  type Observation,
  RefusalError,
  sumExact,
} from '@samenbeeld/schema';
import type { Claim } from './claim.ts';

/** The family a substance belongs to, where it has one. */
function familyOf(substance: string | null): string | null {
  return substance !== null && drugs.has(substance) ? drugs.get(substance).parent : null;
}

type Scoped = Pick<Claim, 'basis' | 'agencies' | 'periodStart' | 'periodEnd' | 'publishedOn'> & {
  readonly source: string;
  readonly places: readonly string[];
};

/** Figures of one release of one table, over one place and period. */
function scopeOf(row: Scoped, substance: string): string {
  const { source, places, basis, agencies, periodStart, periodEnd, publishedOn } = row;
  return JSON.stringify([
    source,
    places,
    basis,
    agencies,
    periodStart,
    periodEnd,
    publishedOn,
    substance,
  ]);
}

function ofClaim(claim: Claim): Scoped {
  return { ...claim, source: claim.rows[0]?.source ?? '' };
}

/** Reasons for which a part is there, only not shown: the sum of the others is a floor. */
const hidden: ReadonlySet<MissingReason> = new Set([
  'suppressed',
  'below_threshold',
  'pending',
  'not_reported',
  'not_collected',
]);

/** Whether the guard lets the parts be added. Nobody asked for this sum, so a refusal only means that there is none. */
function mayAdd(parts: readonly Claim[]): boolean {
  const records = parts.flatMap(({ rows, unit }) =>
    rows.slice(0, 1).map((row) => ({ ...row, unit })),
  );
  try {
    assertComparable(records, { for: 'sum', across: ['substance'] });
    return true;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}

function familyTotal(family: string, parts: readonly Claim[], isFloor: boolean): Claim {
  const [first] = parts as readonly [Claim, ...Claim[]];
  const interval = addIntervals(parts.map((part) => part.interval));
  return {
    ...first,
    id: `${family} ${parts.map((part) => part.id).join(' ')}`,
    rows: parts.flatMap((part) => part.rows),
    substance: family,
    value: sumExact(parts.map((part) => part.value)),
    interval: isFloor ? { low: interval.low, high: null, closed: true } : interval,
    asPrinted: addIntervals(parts.map((part) => part.asPrinted)),
    ...(isFloor ? { wording: 'floor' as const, wordingPrinted: null } : {}),
  };
}

/**
 * A statistical table may give a family only as its parts: their sum is then its figure for the family, so that a
 * country's cocaine can be compared. Never where the table gives the family itself, nor over parts of two releases, nor
 * where the comparability guard refuses the sum. A part that is suppressed, pending or missing makes it a floor.
 *
 * @param observations the rows of the tables, in which parts without a value are found
 */
export function familyTotals(
  claims: readonly Claim[],
  observations: readonly Observation[] = [],
): readonly Claim[] {
  const tables = claims.filter((claim) => claim.publication === null && claim.extent === 'whole');
  const given = new Set(tables.map((claim) => scopeOf(ofClaim(claim), claim.substance)));
  const groups = new Map<string, Claim[]>();
  for (const claim of tables) {
    const family = familyOf(claim.substance);
    const key = family === null ? null : scopeOf(ofClaim(claim), family);
    if (key !== null && !given.has(key)) groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const withheld = new Set(
    observations.flatMap((row) => {
      const family = familyOf(row.substance);
      const isHidden = row.missing !== null && hidden.has(row.missing);
      if (family === null || !isHidden || row.publication !== null || row.extent !== 'whole')
        return [];
      return [scopeOf({ ...row, places: expandPlace(row.place) }, family)];
    }),
  );
  return [...groups].flatMap(([key, parts]) => {
    const family = familyOf(parts[0]?.substance ?? null);
    return family !== null && mayAdd(parts) ? [familyTotal(family, parts, withheld.has(key))] : [];
  });
}
