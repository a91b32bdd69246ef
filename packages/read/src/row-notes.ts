import type { IssueLog } from './issue-log.ts';

/** Warns of a data row that looks like the footer. */
export function noteLikeFooter(line: number, log: IssueLog): void {
  log.add(
    'warning',
    'row.like-footer',
    { line },
    'the row matches the footer but data rows follow it: it counts as data',
    'exclude the row by name, or correct the footer in the source description',
  );
}

/** Warns of an end of the table that no row is. */
export function noteEndless(until: string, log: IssueLog): void {
  log.add(
    'warning',
    'until.absent',
    {},
    `no row matches until "${until}": all rows to the end are read as one table`,
    'correct until in the source description, or remove it where the file holds one table',
  );
}

/** Notes columns at the right that neither header nor value stands in. */
export function noteTrailing(
  line: number | undefined,
  limit: number,
  width: number,
  log: IssueLog,
): void {
  log.add(
    'note',
    'column.trailing-empty',
    line === undefined ? {} : { line },
    `${limit - width} columns at the right with neither header nor value are dropped`,
    'none needed',
  );
}
