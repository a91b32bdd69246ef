import { withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { FileBytes } from './file-bytes.ts';
import { issueLog } from './issue-log.ts';
import { jsonElements } from './json-elements.ts';
import { jsonText } from './json-text.ts';
import type { FileShape, ReadTable } from './table.ts';

/**
 * An array of objects. Keys become columns in the order of their first appearance, an absent key is null, and
 * numbers keep their digits. `line` is the array index from 0, and the lines counted are elements.
 */
export function readJson(source: FileBytes, shape: FileShape): ReadTable {
  const { file, sha256 } = source;
  const log = issueLog(file, null);
  const text = jsonText(source, shape);
  const { keys, rows, total, blank } = jsonElements(file, text, shape.path, log);
  const used = new Set<number>();
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      if ((cell ?? '').trim() !== '') used.add(column);
    });
    while (cells.length < keys.length) cells.push(null);
  }
  return {
    file,
    sheet: null,
    columns: keys.map((key, index) => ({
      index,
      letter: columnLetter(index),
      headers: [withheldText(key.trim())],
      filled: false,
      empty: !used.has(index),
    })),
    rows: rows.map(({ index, cells }) => ({ line: index, lines: 1, cells })),
    lines: { total, title: 0, header: 0, footer: 0, blank, data: total - blank },
    sha256,
    notes: log.notes(),
    rejects: log.rejects(),
  };
}
