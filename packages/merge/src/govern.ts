import { intervalsOverlap } from '@samenbeeld/schema';
import { isAuthority } from './cell.ts';
import type { Claim } from './claim.ts';

/** 0 exact, 1 rounded or just under, 2 a floor. */
function coarseness(claim: Claim): number {
  if (claim.interval.closed) return 0;
  return claim.interval.high === null ? 2 : 1;
}

function isLater(a: Claim, b: Claim): boolean {
  if (a.agencies.join() !== b.agencies.join() || !a.publishedOn || !b.publishedOn) return false;
  const known = Math.min(a.publishedOn.length, b.publishedOn.length);
  return a.publishedOn.slice(0, known) > b.publishedOn.slice(0, known);
}

/**
 * Whether `a` outranks `b` among claims of the same scope (joint total, rule 5): a counting authority over press,
 * exact over rounded over floors, a later vintage of the same publisher.
 */
export function outranks(a: Claim, b: Claim): boolean {
  const authority = Number(isAuthority(a)) - Number(isAuthority(b));
  if (authority !== 0) return authority > 0;
  const precision = coarseness(b) - coarseness(a);
  if (precision !== 0) return precision > 0;
  return isLater(a, b);
}

/** The claims that no other outranks. */
export function topRanked(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (claim) => !claims.some((other) => other !== claim && outranks(other, claim)),
  );
}

function narrower(a: Claim, b: Claim): Claim {
  const width = ({ interval }: Claim) => (interval.high ?? Number.MAX_VALUE) - interval.low;
  const difference = width(a) - width(b);
  if (difference !== 0) return difference < 0 ? a : b;
  return a.id < b.id ? a : b;
}

/**
 * The claim that governs: the only one that none outranks, or the narrowest of several that agree.
 * null where the best claims contradict each other.
 */
export function governing(claims: readonly Claim[]): Claim | null {
  const top = topRanked(claims);
  const agree = top.every((a) => top.every((b) => intervalsOverlap(a.interval, b.interval)));
  const first = top[0];
  return first && agree ? top.reduce(narrower, first) : null;
}
