import { type Seizure, type Span, spanOfDate } from '@samenbeeld/schema';
import { reconcile } from './weight/reconcile.ts';

/** Days since 1 January 1970. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(date) / 86_400_000);
}

/** Standard normal distribution function, to seven digits (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** What a later day is a day of. */
export type Later = 'registered' | 'closed';

/** Days from a find to what comes after it: `soon` of them lognormal around `median`, the others anywhere until `latest`. */
interface Delay {
  readonly median: number;
  readonly sigma: number;
  readonly soon: number;
  readonly latest: number;
}

/**
 * Stated. 85 of a hundred finds are registered, or published, in a time lognormal around four days (sigma 1.1), most within a
 * week; the others anywhere within 120 days. A case is closed or judged, and the drug destroyed, around a year later
 * (sigma 0.9), 15 of a hundred anywhere within five years.
 */
export const delays: Readonly<Record<Later, Delay>> = {
  registered: { median: 4, sigma: 1.1, soon: 0.85, latest: 120 },
  closed: { median: 365, sigma: 0.9, soon: 0.85, latest: 1826 },
};

/** What a record's day comes after the find for; null where it is the day of the find. */
export function laterOf({ dateRole }: Pick<Seizure, 'dateRole'>): Later | null {
  if (dateRole === 'seizure') return null;
  return dateRole === 'registration' || dateRole === 'publication' ? 'registered' : 'closed';
}

/** Probability that a find is registered (or closed) so many days after it, or later. */
export function delayedBy(days: number, later: Later = 'registered'): number {
  if (days <= 0) return 1;
  const { median, sigma, soon, latest } = delays[later];
  const late = Math.max(0, 1 - days / latest);
  return soon * (1 - normal(Math.log(days / median) / sigma)) + (1 - soon) * late;
}

/** When a find was made, as far as its records tell. */
export interface FindTime {
  /** The days among which that of the find is; null where only a later day is known. */
  readonly made: Span | null;
  /** The days among which something was that came after it. */
  readonly after: (Span & { readonly later: Later }) | null;
}

/** When the find of some records was made: the day that stands of those they give (`reconcile`), and what first came after it. */
export function findTimeOf(records: readonly Seizure[]): FindTime {
  const spanOf = ({ date, datePrecision }: Seizure): Span => spanOfDate(date, datePrecision);
  const [date] = reconcile(records, ['date']);
  const stands = records.find(({ id }) => id === date?.from);
  const [after = null] = records
    .flatMap((record) => {
      const later = laterOf(record);
      return later === null ? [] : [{ ...spanOf(record), later }];
    })
    .sort(
      (a, b) =>
        Number(a.later === 'closed') - Number(b.later === 'closed') || (a.end < b.end ? -1 : 1),
    );
  return { made: stands && laterOf(stands) === null ? spanOf(stands) : null, after };
}

function lengthOf({ start, end }: Span): number {
  return dayNumber(end) - dayNumber(start) + 1;
}

/** Less likely than this, a find is not held to lie in another period. */
const least = 0.01;
/** A later day that is known to a longer period only is asked on so many days of it. */
const mostAsked = 31;

/** Probability that a find that was registered (or closed) on a day was made in a period. */
function madeBetween(day: number, { start, end }: Span, later: Later): number {
  if (day < dayNumber(start)) return 0;
  return (
    delayedBy(Math.max(0, day - dayNumber(end)), later) -
    delayedBy(day - dayNumber(start) + 1, later)
  );
}

/** The same where what came after it is known to a period. */
function madeBefore(after: Span & { readonly later: Later }, within: Span): number {
  const days = lengthOf(after);
  const asked = Math.min(days, mostAsked);
  const first = dayNumber(after.start);
  const sum = Array.from({ length: asked }, (_, at) =>
    madeBetween(first + Math.floor(((at + 0.5) * days) / asked), within, after.later),
  ).reduce((all, one) => all + one, 0);
  return sum / asked;
}

/**
 * Probability that a find was made in a period. Of a day it is 0 or 1; of a week or a month that lies partly in the period, the days
 * in it, weighed by how late what came after is; of a later day alone, how late finds are.
 */
export function madeWithin({ made, after }: FindTime, period: Span): number {
  const share = shareWithin(made, after, period);
  return share < least ? 0 : share > 1 - least ? 1 : Math.round(share * 1e6) / 1e6;
}

function shareWithin(made: FindTime['made'], after: FindTime['after'], period: Span): number {
  if (made === null) return after === null ? 0 : madeBefore(after, period);
  const [, start = ''] = [made.start, period.start].sort();
  const [end = ''] = [made.end, period.end].sort();
  if (start > end) return 0;
  if (start === made.start && end === made.end) return 1;
  const [part, all] = after ? [madeBefore(after, { start, end }), madeBefore(after, made)] : [0, 0];
  return all > 0 ? part / all : lengthOf({ start, end }) / lengthOf(made);
}
