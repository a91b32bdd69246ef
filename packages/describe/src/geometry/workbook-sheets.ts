import type { CellObject, WorkSheet } from '@e965/xlsx';
import { excelText, type TableReader } from '@samenbeeld/read';
import { withheldText } from '@samenbeeld/schema';
import { type MergedCells, type SampledCells, type SampleRows, sampleRow } from './sample-row.ts';

/** A sheet of a workbook with the rows that a look needs. */
export interface SheetSample extends SampleRows {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with values, in so far as they were read. */
  readonly count: number;
  /** The last row of the range that the sheet claims. */
  readonly claimed: number;
}

const headRows = 3000;
const tailRows = 300;
/** Bytes of unpacked sheets above which only their beginning is read. */
const most = 100_000_000;

function rowAt(sheet: WorkSheet, at: number, date1904: boolean): SampledCells | null {
  const row: readonly (CellObject | undefined)[] | undefined = sheet['!data']?.[at];
  if (!row) return null;
  const cells: (string | null)[] = [];
  row.forEach((cell, index) => {
    const text = cell ? excelText(cell, date1904).text : null;
    if (text === null) return;
    while (cells.length < index) cells.push(null);
    cells.push(text);
  });
  return sampleRow(at + 1, 1, cells);
}

function sampleSheet(
  name: string,
  sheet: WorkSheet,
  hidden: boolean,
  date1904: boolean,
  cut: boolean,
): SheetSample {
  const data = sheet['!data'] ?? [];
  const used: number[] = [];
  data.forEach((row, at) => {
    if (row?.some((cell) => cell !== undefined && cell.t !== 'z')) used.push(at);
  });
  const rowsAt = (some: readonly number[]): SampledCells[] =>
    some.flatMap((at) => rowAt(sheet, at, date1904) ?? []);
  const whole = used.length <= headRows + tailRows;
  const head = rowsAt(whole ? used : used.slice(0, headRows));
  const merged: MergedCells[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }));
  const claimed = Number(/(\d+)$/.exec(String(sheet['!fullref'] ?? sheet['!ref'] ?? ''))?.[1] ?? 0);
  return {
    name,
    hidden,
    count: used.length,
    claimed,
    head,
    tail: whole ? head : rowsAt(used.slice(-tailRows)),
    whole: whole && !cut,
    merged,
  };
}

/** The sheets of a workbook; the sheets of a very large one only in part. */
export async function workbookSheets(
  reader: TableReader,
): Promise<{ readonly sheets: readonly SheetSample[]; readonly cut: boolean }> {
  const { book, cut } = await reader.workbook({ bytes: most, rows: headRows });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    // A macro sheet of Excel 4 or a chart is no table, whatever cells it has.
    const holdsCells = (sheet?.['!type'] ?? 'sheet') === 'sheet';
    return sheet?.['!data'] && holdsCells
      ? [sampleSheet(withheldText(name), sheet, hidden, date1904, cut)]
      : [];
  });
  return { sheets, cut };
}
