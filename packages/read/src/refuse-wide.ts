import { InputError, type Place } from '@samenbeeld/schema';

/** The most columns a table may have: beyond it the engine cannot keep a block of rows in its memory. */
export const mostColumns = 5000;

/** Refuses a table with more columns than can be read, before its cells cost anything. */
export function refuseWide(place: Place, columns: number): void {
  if (columns <= mostColumns) return;
  throw new InputError(
    `expected at most ${mostColumns.toLocaleString('en')} columns, found ${columns.toLocaleString('en')}`,
    {
      place,
      repair:
        'check the delimiter; else fetch a smaller selection, or the table with one row a figure',
    },
  );
}
