import { intervalsOverlap, subtractExact } from '@samenbeeld/schema';
import { isAuthority, isNamed } from './agency-relation.ts';
import { byContent, type Claim, isDerived } from './claim.ts';

/** 0 exact, 1 rounded or just under, 2 derived by the transcriber, 3 a floor. */
export function coarseness(claim: Claim): number {
  if (claim.interval.high === null) return 3;
  if (isDerived(claim)) return 2;
  return claim.interval.closed ? 0 : 1;
}

/** Whether a claim is a later vintage of the same publisher; months and years compare as far as both are known. */
export function isLaterVintage(a: Claim, b: Claim): boolean {
  const samePublisher =
    isNamed(a.agencies) && [...a.agencies].sort().join() === [...b.agencies].sort().join();
  if (!samePublisher || !a.publishedOn || !b.publishedOn) return false;
  const known = Math.min(a.publishedOn.length, b.publishedOn.length);
  return a.publishedOn.slice(0, known) > b.publishedOn.slice(0, known);
}

/**
 * Whether `a` outranks `b` among claims of the same scope (joint total, rule 5): a counting authority over press,
 * exact over rounded over floors, a later vintage of the same publisher. A derived figure ranks after printed ones.
 */
export function outranks(a: Claim, b: Claim): boolean {
  const authority = Number(isAuthority(a.agencies)) - Number(isAuthority(b.agencies));
  if (authority !== 0) return authority > 0;
  const precision = coarseness(b) - coarseness(a);
  if (precision !== 0) return precision > 0;
  return isLaterVintage(a, b);
}

/** The claims that no other outranks. */
export function topRanked(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (claim) => !claims.some((other) => other !== claim && outranks(other, claim)),
  );
}

/** How much room an interval leaves; a floor leaves any. */
export function width({ interval }: Claim): number {
  return interval.high === null
    ? Number.POSITIVE_INFINITY
    : subtractExact(interval.high, interval.low);
}

function narrowFirst(a: Claim, b: Claim): number {
  return width(a) === width(b)
    ? b.interval.low - a.interval.low || byContent(a, b)
    : width(a) - width(b);
}

/** Best-ranked first; among equals the narrowest, the largest floor, then by id: no order of rows changes it. */
export function ranked(claims: readonly Claim[]): readonly Claim[] {
  const left = [...claims].sort(narrowFirst);
  const order: Claim[] = [];
  while (left.length > 0) {
    const next = topRanked(left)[0] as Claim;
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

/**
 * The claim that governs: the only one that none outranks, or the narrowest of several that agree.
 * null where the best claims contradict each other.
 */
export function governing(claims: readonly Claim[]): Claim | null {
  const top = topRanked(claims);
  const agree = top.every((a) => top.every((b) => intervalsOverlap(a.interval, b.interval)));
  return agree ? ([...top].sort(narrowFirst)[0] ?? null) : null;
}
