import { InputError, withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { FileBytes } from './file-bytes.ts';
import { type IssueLog, issueLog } from './issue-log.ts';
import { jsonElements } from './json-elements.ts';
import { jsonText } from './json-text.ts';
import { mostColumns, refuseWide } from './refuse-wide.ts';
import type { FileShape, ReadRow, ReadTable } from './table.ts';

type Remark = Parameters<IssueLog['add']>;

/** Keeps what the reader of an array says, to be said of a line. */
function hold(): IssueLog & { readonly said: Remark[] } {
  const said: Remark[] = [];
  return { said, add: (...remark) => void said.push(remark), notes: () => [], rejects: () => [] };
}

/**
 * One object a line, as the tools of the trade stream them (NDJSON, JSON Lines). `line` is the physical line,
 * from 1. A line that is no object is rejected and the next one is read; InputError when no line is one.
 */
export function readNdjson(source: FileBytes, shape: FileShape): ReadTable {
  const { file, sha256 } = source;
  const log = issueLog(file, null);
  const lines = jsonText(source, shape).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const keys = new Map<string, number>();
  const rows: { line: number; cells: (string | null)[] }[] = [];
  let blank = 0;
  let objects = 0;
  lines.forEach((text, at) => {
    const line = at + 1;
    if (text.trim() === '') {
      blank++;
      return;
    }
    try {
      const held = hold();
      const found = jsonElements(file, `[${text}\n]`, '/', held);
      if (found.total !== 1) throw new InputError(`found ${found.total} values`, { repair: '' });
      for (const [severity, rule, , message, repair] of held.said)
        log.add(severity, rule, { line }, message, repair);
      if (!text.trimStart().startsWith('{')) return;
      objects++;
      blank += found.blank;
      const columns = found.keys.map((key) => {
        const column = keys.get(key) ?? keys.size;
        keys.set(key, column);
        refuseWide({ file, line }, keys.size);
        return column;
      });
      for (const row of found.rows) {
        const cells: (string | null)[] = [];
        columns.forEach((column, index) => {
          cells[column] = row.cells[index] ?? null;
        });
        rows.push({ line, cells });
      }
    } catch (error) {
      if (!(error instanceof InputError) || keys.size > mostColumns) throw error;
      const last = line === lines.length;
      log.add(
        'rejection',
        'row.not-json',
        { line },
        'expected one JSON object on the line, found text that is none',
        last
          ? 'fetch the file again: its last line may be cut off'
          : 'ask the publisher for one object a line',
      );
    }
  });
  if (objects === 0) {
    throw new InputError('expected one JSON object a line, found none', {
      place: { file, line: 1 },
      repair: 'describe the file as json where it is one array, or fetch it again',
    });
  }
  const used = new Set<number>();
  const even = rows.map(({ line, cells }): ReadRow => {
    const full = Array.from({ length: keys.size }, (_, column) => cells[column] ?? null);
    full.forEach((cell, column) => {
      if (cell !== null && cell.trim() !== '') used.add(column);
    });
    return { line, lines: 1, cells: full };
  });
  const total = lines.length;
  return {
    file,
    sheet: null,
    columns: [...keys.keys()].map((key, index) => ({
      index,
      letter: columnLetter(index),
      headers: [withheldText(key.trim())],
      filled: false,
      empty: !used.has(index),
    })),
    rows: even,
    lines: { total, title: 0, header: 0, footer: 0, blank, data: total - blank },
    sha256,
    notes: log.notes(),
    rejects: log.rejects(),
  };
}
