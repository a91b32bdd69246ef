import { type Claim, publicationKey, toClaims } from '@samenbeeld/merge';
import type { Observation } from '@samenbeeld/schema';

/** What is set against what, where and when. */
export interface RateQuestion {
  /** What is counted, and the effort it is set against. */
  readonly metric: string;
  readonly per: string;
  /** Places, each by itself; every place that has both where none is named. */
  readonly places: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a pair stands beside the others: it enters no comparison and no sum. */
export type RateBeside = 'no_number' | 'disputed' | 'holds_others' | 'more_than_all';

/** A count with the effort of the same place, days and services. */
export interface RatePair {
  readonly start: string;
  readonly end: string;
  readonly count: Claim;
  readonly effort: Claim;
  /** Whole numbers that the claims state; null where their words leave open which. */
  readonly numbers: { readonly count: number; readonly effort: number } | null;
  readonly beside: RateBeside | null;
  /** Whether the one who entered it doubts its scope. */
  readonly doubted: boolean;
}

/** Everything of one scope: what can be set against an effort, and counts for which none is published. */
export interface RateScope {
  readonly place: string;
  readonly agencies: readonly string[];
  readonly substance: string | null;
  readonly countUnit: string;
  /** Whether each that counts is one of those checked, so that the rate is a share. */
  readonly isShare: boolean;
  readonly pairs: readonly RatePair[];
  readonly without: readonly Claim[];
}

/**
 * The whole number that a claim states; null where its words leave room for several. Results of an action are counted one by one:
 * 250 persons beside 1,991 are no rounding, unless a word says so.
 */
function wholeOf({ value, wording, interval: { low, high, closed } }: Claim): number | null {
  if (wording === 'exact' || wording === 'unmarked') return Number.isInteger(value) ? value : null;
  if (high === null) return null;
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  const above = !closed && last === high && last > first ? last - 1 : last;
  return first === above ? first : null;
}

/** Claims of one metric in all the units it is held in. */
function claimsOf(observations: readonly Observation[], metric: string): readonly Claim[] {
  const own = observations.filter((row) => row.metric === metric && row.value !== null);
  const units = [...new Set(own.map(({ unit }) => unit))].sort();
  return units.flatMap((unit) => toClaims(own, { metric, unit }));
}

const sameDays = (a: Claim, b: Claim): boolean =>
  a.periodStart === b.periodStart && a.periodEnd === b.periodEnd;
const samePage = (a: Claim, b: Claim): boolean =>
  a.publication !== null &&
  b.publication !== null &&
  publicationKey(a.publication) === publicationKey(b.publication);
const isDoubted = ({ status, confidence }: Claim): boolean =>
  status.includes('U') || status.includes('E') || (confidence !== null && confidence !== 'high');

/** Pairs of one scope, in the order of their days: counts and efforts of one page first, else each that the days have. */
function pairsOf(
  counts: readonly Claim[],
  efforts: readonly Claim[],
  isShare: boolean,
): readonly RatePair[] {
  const found = counts.flatMap((count) => {
    const alike = efforts.filter((effort) => sameDays(count, effort));
    const own = alike.filter((effort) => samePage(count, effort));
    return (own.length > 0 ? own : alike).map((effort) => ({ count, effort }));
  });
  const pairs = found.map(({ count, effort }) => {
    const [counted, checked] = [wholeOf(count), wholeOf(effort)];
    const numbers =
      counted === null || checked === null || checked === 0
        ? null
        : { count: counted, effort: checked };
    return { count, effort, numbers, start: count.periodStart, end: count.periodEnd };
  });
  const besideOf = (pair: (typeof pairs)[number]): RateBeside | null => {
    const { numbers, start, end } = pair;
    if (!numbers) return 'no_number';
    if (isShare && numbers.count > numbers.effort) return 'more_than_all';
    const others = pairs.filter((other) => other !== pair);
    if (others.some((other) => other.start === start && other.end === end)) return 'disputed';
    const overlaps = others.filter((other) => other.start <= end && start <= other.end);
    return overlaps.some((other) => start <= other.start && other.end <= end)
      ? 'holds_others'
      : null;
  };
  return pairs
    .map((pair) => ({
      ...pair,
      beside: besideOf(pair),
      doubted: isDoubted(pair.count) || isDoubted(pair.effort),
    }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1));
}

/**
 * Counts of a picture with the effort they stand against: only where place, days and services are the same. A count of four
 * countries is not set against what one of them checked, nor a year's against a week's.
 */
export function rateScopes(
  observations: readonly Observation[],
  { metric, per, places, from, to }: RateQuestion,
): readonly RateScope[] {
  const isAsked = ({ place, periodStart, periodEnd, extent }: Claim): boolean =>
    extent === 'whole' &&
    (places.length === 0 || places.includes(place)) &&
    (from === null || periodStart >= from) &&
    (to === null || periodEnd <= to);
  const counts = claimsOf(observations, metric).filter(isAsked);
  const efforts = claimsOf(observations, per).filter(isAsked);
  const scopes = new Map<string, Claim[]>();
  for (const count of counts) {
    const { offence, countUnit, nationalCode } = count.rows[0] as Observation;
    const key = JSON.stringify([
      ...[count.place, count.agencies, count.unit, count.basis, count.substance],
      ...[offence, countUnit, nationalCode],
    ]);
    scopes.set(key, [...(scopes.get(key) ?? []), count]);
  }
  return [...scopes].sort().map(([, own]) => {
    const [{ place, agencies, unit, rows }] = own as [Claim, ...Claim[]];
    const alike = efforts.filter(
      (effort) => effort.place === place && effort.agencies.join() === agencies.join(),
    );
    const isShare = alike.some((effort) => effort.unit === unit);
    const pairs = pairsOf(own, alike, isShare);
    return {
      ...{ place, agencies, isShare, pairs, countUnit: unit },
      substance: rows[0]?.substance ?? null,
      without: own.filter((count) => !pairs.some((pair) => pair.count === count)),
    };
  });
}
