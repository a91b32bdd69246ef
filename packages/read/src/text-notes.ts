import type { IssueLog } from './issue-log.ts';

/** Notes that a single-byte encoding is declared and the bytes are UTF-8. */
export function noteEncoding(encoding: string, log: IssueLog): void {
  log.add(
    'warning',
    'encoding.looks-like-utf-8',
    {},
    `the file is read as ${encoding}, as declared, but all of it is valid UTF-8`,
    'declare encoding: utf-8 unless names look right',
  );
}

/** Notes that no delimiter was found. */
export function noteDelimiter(log: IssueLog): void {
  log.add(
    'note',
    'delimiter.unknown',
    {},
    'no delimiter splits the rows into the same number of cells: "," is used',
    'declare the delimiter',
  );
}
