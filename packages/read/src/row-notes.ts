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
