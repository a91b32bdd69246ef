import type { Engine, Scalar } from '@samenbeeld/engine';
import {
  filledSize,
  type IssueLog,
  issueLog,
  makeColumns,
  noteOddities,
  noteTrailing,
  type RawRow,
  type RowSorter,
  refuseWide,
  rowSorter,
  type Survey,
  scanFile,
  type TextFile,
  titlesOf,
} from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { rowByRow, stagedColumns } from './stage-rows.ts';
import type { StagedTable } from './staged-table.ts';

function* cellsOf(rows: readonly RawRow[], limit: number): Generator<readonly Scalar[]> {
  for (const { line, cells } of rows) {
    const row: Scalar[] = [line];
    for (let index = 0; index < limit; index++) row.push(cells[index] || null);
    yield row;
  }
}

const indexes = (limit: number): readonly number[] =>
  Array.from({ length: limit }, (_, index) => index);

function refuseHeaders(text: TextFile, sorter: RowSorter, title: number): never {
  const wanted = text.header === 1 ? 'a header row' : `${text.header} header rows`;
  const below = title > 0 ? ` below line ${title}` : '';
  throw new InputError(
    `expected ${wanted}${below}, found ${sorter.headers.length} rows with values`,
    {
      place: { file: text.file },
      repair: 'correct title and header in the source description, or fetch the file again',
    },
  );
}

/**
 * Brings a delimited text into the engine row by row: what is ragged, blank, quoted over lines or oddly ended is read
 * as `readCsv` reads it, but only a few megabytes are in memory at a time.
 */
export async function streamRows(
  engine: Engine,
  text: TextFile,
  characters: readonly string[] | null,
  { sha256 }: Pick<Survey, 'sha256'>,
  table: string,
  log: IssueLog,
  read: (bytes: number) => void,
): Promise<StagedTable | null> {
  if (text.header === 0) return null;
  const odd = issueLog(text.file, null);
  const own = issueLog(text.file, null);
  const sorter = rowSorter(text.header, text.footer, own);
  let title = 0;
  let total = 0;
  let size = 0;
  for await (const found of scanFile(text, characters)) {
    noteOddities(found, odd);
    title += found.title;
    total += found.lines;
    const rows = found.rows.flatMap((row, at) => sorter.take(row, () => found.text(at)));
    size += rows.length;
    refuseWide({ file: text.file }, sorter.limit);
    if (sorter.headers.length === text.header)
      await engine.insert(table, stagedColumns(indexes(sorter.limit)), cellsOf(rows, sorter.limit));
    read(found.done);
  }
  if (sorter.headers.length < text.header) refuseHeaders(text, sorter, title);
  const { headers, used, limit } = sorter;
  const width = Math.max(used.length, ...headers.map(({ cells }) => filledSize(cells)));
  if (limit > width) noteTrailing(headers[0]?.line, limit, width, own);
  const lines = { total, title, ...sorter.lines() };
  const kinds = lines.title + lines.header + lines.blank + lines.data + lines.footer;
  if (kinds !== total)
    throw new InputError(`expected ${total} lines, counted ${kinds}`, {
      place: { file: text.file },
      repair: 'report the layout of this file: the reader has lost count',
    });
  return {
    head: {
      file: text.file,
      sheet: null,
      columns: makeColumns(headers, width, (index) => used[index] ?? false),
      lines,
      titles: titlesOf(text, characters),
      footers: sorter.footers(),
      sha256,
      notes: [...log.notes(), ...odd.notes(), ...own.notes()],
      rejects: own.rejects(),
    },
    size,
    text: table,
    ...rowByRow,
    ownLines: true,
  };
}
