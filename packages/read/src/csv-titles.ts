import { cellReader } from './cell-reader.ts';
import { decode } from './decode.ts';
import type { FileBytes } from './file-bytes.ts';
import type { FileShape } from './table.ts';

/** The lines of the title of a delimited text, as text: what a publisher says above the table and nowhere in it. */
export function csvTitles({ file, bytes: raw }: FileBytes, shape: FileShape): readonly string[] {
  const title = shape.title ?? 0;
  if (title === 0) return [];
  const { bytes, start, table } = decode(file, raw, shape.encoding);
  const text = cellReader(bytes, table).plain(start, Math.min(bytes.length, start + 65_536)) ?? '';
  return titleLines(text, title);
}

/** Letters of a title that are read. */
const longestTitle = 2000;

/** So many lines from the beginning of a text, trimmed and without quotes around. */
export function titleLines(text: string, title: number): readonly string[] {
  return text
    .split(/\r\n|\n|\r/u)
    .slice(0, title)
    .map((line) =>
      line
        .slice(0, longestTitle)
        .replace(/[;,\s]+$/u, '')
        .replace(/^"(.*)"$/su, '$1')
        .trim(),
    );
}
