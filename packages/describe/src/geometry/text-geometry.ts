import { sniffEncoding } from '@samenbeeld/read';
import { ownValue } from '@samenbeeld/schema';
import type { Geometry } from '../geometry.ts';
import { endingOf } from './file-kind.ts';
import type { FileSample } from './file-sample.ts';
import type { Dialect } from './guess-dialect.ts';
import { guessEncoding } from './guess-encoding.ts';
import { tableGeometry } from './table-geometry.ts';
import { textFormat } from './text-format.ts';
import { textRows } from './text-rows.ts';

const usualEnding: Readonly<Record<string, string>> = {
  csv: 'commas or semicolons',
  tsv: 'tabs',
  tab: 'tabs',
};

/** Delimited text of any kind. */
export function textGeometry(sample: FileSample): Geometry {
  const { file } = sample;
  const encoding = guessEncoding(sample);
  const { dialect, rows } = textRows(sample, encoding.value, sniffEncoding(sample.head).bom);
  const part = tableGeometry(rows);
  if (!part) throw new Error('a text with rows has a table');
  const { head, whole } = rows;
  const format = textFormat(head[part.found.body - 1] ?? head[0], dialect.delimiter.value);
  const free = format.value !== 'eurostat-tsv';
  const large =
    'the file is large: its beginning and end were read, and pieces between for the encoding';
  return {
    file,
    format,
    encoding,
    delimiter: free ? dialect.delimiter : null,
    quote: free ? dialect.quote : null,
    sheet: null,
    path: null,
    title: part.title,
    header: part.header,
    footer: part.footer,
    titleLines: part.titleLines,
    footerLines: part.footerLines,
    notes: [...dialectNotes(file, dialect, head.length), ...part.notes, ...(whole ? [] : [large])],
    shape: {
      format: format.value,
      encoding: encoding.value,
      ...(free ? { delimiter: dialect.delimiter.value } : {}),
      ...(free && dialect.quote.value !== '"' ? { quote: dialect.quote.value } : {}),
      ...part.shape,
    },
  };
}

function dialectNotes(file: string, { delimiter }: Dialect, rows: number): readonly string[] {
  const ending = endingOf(file);
  const tabs = delimiter.value === '\t';
  const notes: string[] = [];
  const usual = ownValue(usualEnding, ending);
  if (usual !== undefined && rows > 1 && tabs !== (usual === 'tabs')) {
    notes.push(
      `the name ends in .${ending}, but ${tabs ? 'tabs' : `"${delimiter.value}"`} separate the cells`,
    );
  }
  return notes;
}
