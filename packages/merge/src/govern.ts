import { type Interval, intervalsOverlap, subtractExact } from '@samenbeeld/schema';
import { isAuthority, isNamed } from './agency-relation.ts';
import { byContent, type Claim, isDerived } from './claim.ts';

/** 0 exact, 1 rounded or just under, 2 derived by the transcriber, 3 a floor. */
export function coarseness(claim: Claim): number {
  if (claim.interval.high === null) return 3;
  if (isDerived(claim)) return 2;
  return claim.interval.closed ? 0 : 1;
}

/** Who published a claim, as one text; null where nobody is named. */
function publisherOf({ agencies }: Claim): string | null {
  return isNamed(agencies) ? [...agencies].sort().join() : null;
}

/** Months and years compare as far as both are known. */
function isLaterDay(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) > other.slice(0, known);
}

/** Whether a claim is a later vintage of the same publisher. */
export function isLaterVintage(a: Claim, b: Claim): boolean {
  if (!a.publishedOn || !b.publishedOn || !isLaterDay(a.publishedOn, b.publishedOn)) return false;
  const publisher = publisherOf(a);
  return publisher !== null && publisher === publisherOf(b);
}

/** The place of a claim before vintages count: authorities first, then the more exact. */
function tierOf(claim: Claim): number {
  return (isAuthority(claim.agencies) ? 0 : 4) + coarseness(claim);
}

/** What of each publisher is left, and whether a claim is older than the latest of its publisher's. */
class Vintages {
  readonly #left = new Map<string, Map<string, number>>();
  readonly #days = new Map<string, string[]>();

  constructor(claims: readonly Claim[]) {
    for (const claim of claims) this.#count(claim, 1);
    for (const [publisher, left] of this.#left) this.#days.set(publisher, [...left.keys()].sort());
  }

  #count(claim: Claim, by: number): void {
    const publisher = publisherOf(claim);
    if (publisher === null || !claim.publishedOn) return;
    const left = this.#left.get(publisher) ?? new Map<string, number>();
    left.set(claim.publishedOn, (left.get(claim.publishedOn) ?? 0) + by);
    this.#left.set(publisher, left);
  }

  take(claim: Claim): void {
    this.#count(claim, -1);
    const publisher = publisherOf(claim) ?? '';
    const days = this.#days.get(publisher) ?? [];
    while (days.length > 0 && this.#left.get(publisher)?.get(days.at(-1) as string) === 0)
      days.pop();
  }

  isSuperseded(claim: Claim): boolean {
    const latest = this.#days.get(publisherOf(claim) ?? '')?.at(-1);
    return latest !== undefined && !!claim.publishedOn && isLaterDay(latest, claim.publishedOn);
  }
}

/**
 * The claims that no other outranks (joint total, rule 5): a counting authority before press, exact before rounded before
 * floors, a later vintage of the same publisher. A derived figure ranks after printed ones.
 */
export function topRanked(claims: readonly Claim[]): readonly Claim[] {
  const best = Math.min(...claims.map(tierOf));
  const tier = claims.filter((claim) => tierOf(claim) === best);
  const vintages = new Vintages(tier);
  return tier.filter((claim) => !vintages.isSuperseded(claim));
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
  const tiers = new Map<number, Claim[]>();
  for (const claim of [...claims].sort(narrowFirst)) {
    const tier = tiers.get(tierOf(claim)) ?? [];
    tier.push(claim);
    tiers.set(tierOf(claim), tier);
  }
  return [...tiers]
    .sort(([one], [other]) => one - other)
    .flatMap(([, left]) => {
      const vintages = new Vintages(left);
      const order: Claim[] = [];
      while (left.length > 0) {
        const at = left.findIndex((claim) => !vintages.isSuperseded(claim));
        const [next] = left.splice(at, 1) as [Claim];
        vintages.take(next);
        order.push(next);
      }
      return order;
    });
}

/** Whether all of intervals have something in common: the one that begins last and the one that ends first. */
function haveCommon(intervals: readonly Interval[]): boolean {
  const [first] = intervals;
  if (!first) return true;
  let [last, nearest] = [first, first];
  for (const one of intervals) {
    if (one.low > last.low) last = one;
    const [end, nearestEnd] = [one.high, nearest.high];
    if (end === null) continue;
    if (nearestEnd === null || end < nearestEnd || (end === nearestEnd && !one.closed))
      nearest = one;
  }
  return intervalsOverlap(last, nearest);
}

/**
 * The claim that governs: the only one that none outranks, or the narrowest of several that agree.
 * null where the best claims contradict each other.
 */
export function governing(claims: readonly Claim[]): Claim | null {
  const top = topRanked(claims);
  if (!haveCommon(top.map(({ interval }) => interval))) return null;
  return [...top].sort(narrowFirst)[0] ?? null;
}
