import { addIntervals, drugs, sumExact } from '@samenbeeld/schema';
import type { Claim } from './claim.ts';

/** The family a substance belongs to, where it has one. */
function familyOf(substance: string): string | null {
  return drugs.has(substance) ? drugs.get(substance).parent : null;
}

function scopeOf(claim: Claim, substance: string): string {
  return JSON.stringify([
    claim.rows[0]?.source,
    claim.places,
    claim.basis,
    claim.agencies,
    claim.periodStart,
    claim.periodEnd,
    substance,
  ]);
}

/**
 * A statistical table may give a family only as its parts: their sum is then its figure for the family, so that a
 * country's cocaine can be compared. Never where the table gives the family itself.
 */
export function familyTotals(claims: readonly Claim[]): readonly Claim[] {
  const tables = claims.filter((claim) => claim.publication === null && claim.extent === 'whole');
  const given = new Set(tables.map((claim) => scopeOf(claim, claim.substance)));
  const groups = new Map<string, Claim[]>();
  for (const claim of tables) {
    const family = familyOf(claim.substance);
    const key = family === null ? null : scopeOf(claim, family);
    if (key !== null && !given.has(key)) groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].map((parts) => {
    const [first] = parts as [Claim];
    const family = familyOf(first.substance) as string;
    return {
      ...first,
      id: `${family} ${parts.map((part) => part.id).join(' ')}`,
      rows: parts.flatMap((part) => part.rows),
      substance: family,
      value: sumExact(parts.map((part) => part.value)),
      interval: addIntervals(parts.map((part) => part.interval)),
      asPrinted: addIntervals(parts.map((part) => part.asPrinted)),
    };
  });
}
