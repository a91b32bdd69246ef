import { parsePeriod, UsageError } from '@samenbeeld/schema';
import type { AnyCriteria } from './match-row.ts';

/** The years that criteria allow. */
export interface YearsAsked {
  /** Named one by one, or by both ends; null where an end is open. */
  readonly named: readonly number[] | null;
  allows(year: number): boolean;
}

function wholeYear(when: number | string, end: 'start' | 'end'): number {
  const day = parsePeriod(String(when))[end];
  if (!day.endsWith(end === 'start' ? '-01-01' : '-12-31'))
    throw new UsageError(
      `Totals are by whole years, and "${when}" lies within one. Write the year: ${day.slice(0, 4)}.`,
    );
  return Number(day.slice(0, 4));
}

/** The years that all steps allow. Throws a UsageError for an end within a year. */
export function yearsAsked(steps: readonly AnyCriteria[]): YearsAsked {
  const lists = steps.flatMap(({ year }) => (year === undefined ? [] : [[year].flat()]));
  const froms = steps.flatMap(({ from }) => (from === undefined ? [] : [wholeYear(from, 'start')]));
  const tos = steps.flatMap(({ to }) => (to === undefined ? [] : [wholeYear(to, 'end')]));
  const first = Math.max(...froms, Number.NEGATIVE_INFINITY);
  const last = Math.min(...tos, Number.POSITIVE_INFINITY);
  const allows = (year: number): boolean =>
    year >= first && year <= last && lists.every((years) => years.includes(year));
  const closed = Number.isFinite(first) && Number.isFinite(last);
  const between = closed
    ? Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    : null;
  const candidates = lists[0] ?? between;
  return {
    named: candidates ? [...new Set(candidates)].filter(allows).sort((a, b) => a - b) : null,
    allows,
  };
}
