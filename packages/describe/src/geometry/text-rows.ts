import { lineEndsAfter, nextLine } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { type FileSample, lineStart } from './file-sample.ts';
import { type Dialect, guessDialect } from './guess-dialect.ts';
import { readableBytes } from './readable-bytes.ts';
import type { SampledCells, SampleRows } from './sample-row.ts';
import { splitRows } from './split-rows.ts';

/** The rows of a text's beginning and end, and how their cells were told apart. */
export interface TextRows {
  readonly dialect: Dialect;
  readonly rows: SampleRows;
}

interface Text {
  readonly bytes: Buffer;
  readonly table: readonly string[] | null;
}

const mostLines = 30_000;
const tailSize = 1 << 16;

/** Whole rows at the end of a large file: from the line start that leaves most rows alike. */
function tailRows(
  { bytes, table }: Text,
  { delimiter, quote }: Dialect,
  width: number,
): readonly SampledCells[] {
  const ends = lineEndsAfter(bytes, 0);
  let best: readonly SampledCells[] = [];
  let most = -1;
  let at = nextLine(bytes, 0, ends);
  for (let i = 0; i < 6 && at < bytes.length; i++) {
    const { rows, broken } = splitRows(bytes, at, table, delimiter.value, quote.value, false);
    const good = rows.filter(({ cells }) => cells.length === width).length - broken;
    if (good > most) {
      most = good;
      best = rows;
    }
    at = nextLine(bytes, at, ends);
  }
  return best;
}

/** The head of a sample, cut where it has more lines than a look needs, and what ends the file then. */
function headAndTail({ head, tail }: FileSample): { head: Buffer; tail: Buffer | null } {
  const end = lineStart(head, mostLines);
  if (end >= head.length) return { head, tail };
  return { head: head.subarray(0, end), tail: tail ?? head.subarray(-tailSize) };
}

/** Splits the beginning and the end of a text into rows; InputError where it is no text or has no whole row. */
export function textRows(sample: FileSample, encoding: string, mark: number): TextRows {
  const { file } = sample;
  const { head, tail } = headAndTail(sample);
  const { bytes, table } = readableBytes(head.subarray(mark), encoding);
  if (bytes.includes(0)) {
    throw new InputError('expected a table, found bytes that are no text', {
      place: { file },
      repair: 'fetch the file again, or save the table as .csv or .xlsx',
    });
  }
  const cut = tail !== null;
  const dialect = guessDialect(bytes, 0, table, cut);
  const { delimiter, quote } = dialect;
  const { rows } = splitRows(bytes, 0, table, delimiter.value, quote.value, cut);
  if (rows.length === 0) {
    const long = cut && head.length > 1 << 20;
    throw new InputError(
      `expected a table, found ${long ? `a line of more than ${Math.floor(head.length / 1e6)} MB` : 'no row with values'}`,
      { place: { file, line: 1 }, repair: 'fetch the file again' },
    );
  }
  const width = rows[Math.floor(rows.length / 2)]?.cells.length ?? 1;
  const last = tail ? tailRows(readableBytes(tail, encoding), dialect, width) : rows;
  return { dialect, rows: { head: rows, tail: last, whole: !cut, merged: [] } };
}
