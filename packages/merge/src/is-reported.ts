import { addDays, agencies, agencyContains, type Coverage } from '@samenbeeld/schema';
import type { Cell } from './cell.ts';
import { holdsAt, isUnread } from './put-aside.ts';

/** Whether spans, joined where they touch, leave no day of a cell out. */
function coverWhole(
  entries: readonly Coverage[],
  { periodStart, periodEnd }: Pick<Cell, 'periodStart' | 'periodEnd'>,
): boolean {
  let open = periodStart;
  for (const entry of [...entries].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1))) {
    if (entry.periodStart > open) return false;
    if (entry.periodEnd >= periodEnd) return true;
    if (entry.periodEnd >= open) open = addDays(entry.periodEnd, 1);
  }
  return false;
}

/** Whether what one agency covers is covered by another: it is the same, or a part of it or of its team. */
function speaksFor(whole: string, part: string): boolean {
  if (whole === part) return true;
  return [whole, part].every((code) => agencies.has(code)) && agencyContains(whole, part);
}

/**
 * Whether a port reports on a cell: somebody declares full coverage there, and everyone who ever does covers the whole
 * period, in one declaration or several. An office whose file ends in June has not reported on the year, however complete
 * the file of the other office is; an office that a covering team contains has. None has where a row of its file was put aside
 * or left out that may be of the cell.
 */
export function isReported(
  place: string,
  cell: Pick<Cell, 'basis' | 'substance' | 'periodStart' | 'periodEnd'>,
  coverage: readonly Coverage[],
): boolean {
  const full = coverage.filter(
    (entry) =>
      holdsAt(entry, { place, substance: cell.substance }) &&
      entry.basis === cell.basis &&
      entry.extent === 'full',
  );
  const declaring = [...new Set(full.map(({ agency }) => agency))];
  return (
    declaring.length > 0 &&
    !isUnread(place, cell, coverage) &&
    declaring.every((agency) =>
      coverWhole(
        full.filter((entry) => speaksFor(entry.agency, agency)),
        cell,
      ),
    )
  );
}
