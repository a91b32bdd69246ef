import {
  addDays,
  type Conservation,
  type Coverage,
  type PutAside,
  placeContains,
  places,
  type Span,
  spanOfDate,
} from '@samenbeeld/schema';
import { type Cell, isOfDrug } from './cell.ts';
import { delays, laterOf } from './same-seizure/find-time.ts';

/** When a row that was put aside may be of: a later day says only that the find was before it. */
function timeOf({ date, datePrecision, dateRole }: PutAside): Span | null {
  if (date === null || datePrecision === null) return null;
  const span = spanOfDate(date, datePrecision);
  const later = laterOf({ dateRole: dateRole ?? 'case_closed' });
  return later === null ? span : { ...span, start: addDays(span.start, -delays[later].latest) };
}

const mayBe = (known: string | null, other: string, holds: (a: string, b: string) => boolean) =>
  known === null || known === other || holds(known, other) || holds(other, known);

const holdsPlace = (whole: string, part: string): boolean =>
  [whole, part].every((code) => places.has(code)) && placeContains(whole, part);

const holdsDrug = (whole: string, part: string): boolean => isOfDrug(part, whole);

/** Where a row that was put aside may belong of what a file covers in full. */
function takenBack(row: PutAside, source: string, whole: Coverage): readonly Coverage[] {
  if (!mayBe(row.place, whole.place, holdsPlace)) return [];
  if (row.basis !== null && row.basis !== whole.basis) return [];
  if (whole.substance !== null && !mayBe(row.substance, whole.substance, holdsDrug)) return [];
  const { start = '', end = '9999' } = timeOf(row) ?? {};
  const [, periodStart = ''] = [start, whole.periodStart].sort();
  const [periodEnd = ''] = [end, whole.periodEnd].sort();
  if (periodStart > periodEnd) return [];
  const substance = row.substance ?? whole.substance;
  return [
    { ...whole, source, substance, periodStart, periodEnd, extent: 'unread', evidence: null },
  ];
}

const nothingKnown: PutAside = {
  ...{ place: null, basis: null, substance: null },
  ...{ date: null, datePrecision: null, dateRole: null },
};

/**
 * What sources declare to cover, and where of it a row was put aside, of whichever file (`unread`): a find that it tells of may be
 * told by no other. A row of no known place is of those that its source declares anything of, of which a picture
 * that does not tell what its rows may be has only such.
 *
 * @example
 * ```ts
 * import { coverageAsRead } from '@samenbeeld/merge';
 * coverageAsRead([], []) // => []
 * ```
 */
export function coverageAsRead(
  declared: readonly Coverage[],
  files: readonly Pick<Conservation, 'source' | 'rejected' | 'putAside'>[],
): readonly Coverage[] {
  const whole = declared.filter(({ extent }) => extent === 'full');
  const unread = files
    .filter(({ rejected }) => rejected > 0)
    .flatMap(({ source, putAside = [nothingKnown] }) => {
      const own = declared.filter((one) => one.source === source);
      const near = whole.filter(
        ({ place }) => own.length === 0 || own.some((one) => one.place === place),
      );
      return putAside.flatMap((row) =>
        (row.place === null ? near : whole).flatMap((entry) => takenBack(row, source, entry)),
      );
    });
  return [...declared, ...unread];
}

/** Whether a row was put aside that may be of a cell. */
export function isUnread(place: string, cell: Cell, coverage: readonly Coverage[]): boolean {
  return coverage.some(
    (entry) =>
      entry.extent === 'unread' &&
      entry.place === place &&
      entry.basis === cell.basis &&
      entry.periodStart <= cell.periodEnd &&
      entry.periodEnd >= cell.periodStart &&
      mayBe(entry.substance, cell.substance, holdsDrug),
  );
}
