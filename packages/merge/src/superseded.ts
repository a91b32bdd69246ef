import type { Observation } from '@samenbeeld/schema';
import type { Claim } from './claim.ts';
import { coarseness, isLaterVintage } from './govern.ts';

/** What figures of parts of a period must have in common to be added, but for their release: one table, one rule, one scope. */
export function tableOf(claim: Claim): string {
  const [row] = claim.rows;
  const { places, basis, agencies, substance, unit } = claim;
  const { source, definition, offence, nationalCode, level, countUnit } = row as Observation;
  return JSON.stringify([
    ...[source, definition, offence, nationalCode, level, countUnit],
    ...[places, basis, agencies, substance, unit],
  ]);
}

/** Whether a publisher later told a figure otherwise, and as exactly: what it said before is then no figure any more, and no floor. */
export function isRevisedBy(earlier: Claim, later: Claim): boolean {
  return (
    later.periodStart === earlier.periodStart &&
    later.periodEnd === earlier.periodEnd &&
    later.value !== earlier.value &&
    earlier.extent === 'whole' &&
    later.extent === 'whole' &&
    isLaterVintage(later, earlier) &&
    coarseness(later) <= coarseness(earlier) &&
    tableOf(later) === tableOf(earlier)
  );
}

/**
 * Whether one table gives two figures of the very same, and no date says which is later: two editions of it, or two rows of which
 * nothing said tells them apart. One of them holds, so that neither bounds the other.
 */
export function isRivalEdition(a: Claim, b: Claim): boolean {
  return (
    a !== b &&
    a.periodStart === b.periodStart &&
    a.periodEnd === b.periodEnd &&
    a.value !== b.value &&
    a.interval.high !== null &&
    b.interval.high !== null &&
    [a, b].every(({ publication, extent }) => publication === null && extent === 'whole') &&
    !isLaterVintage(a, b) &&
    !isLaterVintage(b, a) &&
    tableOf(a) === tableOf(b)
  );
}
