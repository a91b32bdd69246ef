import { InputError } from '@samenbeeld/schema';
import { cellReader } from './cell-reader.ts';
import { columnLetter } from './column-letter.ts';
import { decode } from './decode.ts';
import { sniffEncoding } from './encoding.ts';
import type { FileBytes } from './file-bytes.ts';
import { issueLog } from './issue-log.ts';
import { jsonElements } from './json-elements.ts';
import type { FileShape, ReadTable } from './table.ts';

const longest = 500_000_000;

/**
 * An array of objects. Keys become columns in the order of their first appearance, an absent key is null, and
 * numbers keep their digits. `line` is the array index from 0, and the lines counted are elements.
 */
export function readJson({ file, bytes: raw, sha256 }: FileBytes, shape: FileShape): ReadTable {
  // JSON between systems is UTF-8 (RFC 8259, section 8.1); UTF-16 shows by itself.
  const { encoding } = sniffEncoding(raw);
  const usual = encoding.startsWith('utf-16') ? encoding : 'utf-8';
  const { bytes, start, table } = decode(file, raw, shape.encoding ?? usual);
  if (bytes.length > longest) {
    throw new InputError('expected at most 500 MB of JSON', {
      place: { file },
      repair: 'split the array over several files',
    });
  }
  const log = issueLog(file, null);
  const text = cellReader(bytes, table).plain(start, bytes.length) ?? '';
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
      headers: [key.trim()],
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
