import { groupBy, intervalContains } from '@samenbeeld/schema';
import { isAuthority } from './agency-relation.ts';
import type { Claim } from './claim.ts';
import { ranked } from './govern.ts';
import { isRevisedBy, isRivalEdition } from './superseded.ts';

function isSatisfiedBy(claim: Claim, finer: Claim): boolean {
  return (
    intervalContains(claim.interval, finer.interval) &&
    (finer.interval.high === null || isAuthority(finer.agencies) || !isAuthority(claim.agencies)) &&
    !isRevisedBy(finer, claim) &&
    !isRivalEdition(claim, finer)
  );
}

/**
 * The claims of one scope that a finer claim satisfies (joint total, rule 2): 3,900 "ruim" by 4,157. They play no part in
 * what governs or contends, so that leaving them out changes nothing. A newspaper's finer figure does not absorb an
 * authority's, nor what its publisher said before, or a table says beside it, any figure; of floors the largest absorbs any. Of equal claims the best-ranked stays.
 */
export function absorbedAmong(claims: readonly Claim[]): ReadonlySet<Claim> {
  const order = ranked(claims);
  const absorbed = order.filter((claim, index) =>
    order.some((other, at) => {
      if (other === claim || !isSatisfiedBy(claim, other)) return false;
      return !isSatisfiedBy(other, claim) || at < index;
    }),
  );
  return new Set(absorbed);
}

function scopeOf(claim: Claim): string {
  return JSON.stringify([
    claim.metric,
    claim.places,
    claim.substance,
    claim.basis,
    claim.extent,
    claim.periodStart,
    claim.periodEnd,
  ]);
}

/** The claims that no finer claim of the very same scope satisfies: what an explanation may rest on. */
export function finestOf(claims: readonly Claim[]): readonly Claim[] {
  const scopes = [...groupBy(claims, scopeOf).values()];
  const absorbed = new Set(scopes.flatMap((group) => [...absorbedAmong(group)]));
  return claims.filter((claim) => !absorbed.has(claim));
}
