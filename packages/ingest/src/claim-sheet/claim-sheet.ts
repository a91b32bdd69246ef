import { createRequire } from 'node:module';
import { columnLetter, type FileShape } from '@samenbeeld/read';
import {
  isDay,
  type Language,
  languages,
  settleZipDates,
  type Text,
  UsageError,
} from '@samenbeeld/schema';
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { type ClaimColumn, claimColumns } from './claim-columns.ts';
import { addCodes, addInstructions, addLists } from './claim-side-sheets.ts';
import { claimValidation } from './claim-validation.ts';

const require = createRequire(import.meta.url);

/** Cells of one claim by column name; a column left out is an empty cell. */
export type ClaimRow = Readonly<Record<string, string | null | undefined>>;

export interface ClaimSheetOptions {
  /** Claims to fill in beforehand; none gives an empty template. */
  readonly rows?: readonly ClaimRow[];
  /** Language of the explanations; all four when absent. The headers are the same in every language. */
  readonly language?: Language;
}

/** How the Excel form is laid out: explanations in row 1, headers in row 2. The CSV form has the headers alone. */
export const claimSheetShape: FileShape = { format: 'xlsx', sheet: 'claims', title: 1, header: 1 };

const headerRow = 2;
const emptyRows = 500;
const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;

function says(text: Text, language: Language | undefined): string {
  return (language ? [language] : languages).map((each) => text[each]).join('\n\n');
}

/** A day as a date cell; anything else stays the text it is, for the import to report. */
function cellValue(column: ClaimColumn, value: string): string | Date {
  return column.kind === 'date' && isDay(value) ? new Date(`${value}T00:00:00Z`) : value;
}

function addClaims(workbook: Workbook, language: Language | undefined): Worksheet {
  const views = [{ state: 'frozen', xSplit: 1, ySplit: headerRow } as const];
  const sheet = workbook.addWorksheet('claims', { views });
  claimColumns.forEach((column, i) => {
    const target = sheet.getColumn(i + 1);
    target.width = column.width;
    target.numFmt = column.kind === 'date' ? 'yyyy-mm-dd' : '@';
    const help = sheet.getCell(1, i + 1);
    help.value = says(column.help, language);
    help.alignment = { wrapText: true, vertical: 'top' };
    help.font = { italic: true, size: 8 };
    const header = sheet.getCell(headerRow, i + 1);
    header.value = column.name;
    header.font = { bold: true };
    for (const cell of [help, header]) {
      cell.fill = grey;
      cell.numFmt = '@';
    }
  });
  sheet.getRow(1).height = language ? 90 : 240;
  return sheet;
}

function fill(sheet: Worksheet, rows: readonly ClaimRow[]): void {
  const known = new Set(claimColumns.map(({ name }) => name));
  rows.forEach((row, i) => {
    const unknown = Object.keys(row).filter((name) => !known.has(name));
    if (unknown.length > 0) {
      const names = unknown.map((name) => `"${name}"`).join(', ');
      throw new UsageError(`The claim sheet has no column ${names}: ${[...known].join(', ')}.`);
    }
    claimColumns.forEach((column, c) => {
      const value = row[column.name];
      if (value == null || value === '') return;
      sheet.getCell(headerRow + 1 + i, c + 1).value = cellValue(column, value);
    });
  });
}

/**
 * The claim sheet as an .xlsx file: one row a figure, with drop-downs from the code lists, date checks, an
 * explanation of each column and instructions in four languages. Row 1 explains, row 2 is the header; the CSV
 * form has the header alone, and both are read by the source `published-claims`.
 *
 * Values are text cells, so that "9.580" keeps its last zero. The same options give the same bytes, whenever they
 * are asked. Throws UsageError for a row with a column that the sheet does not have.
 *
 * @example
 * ```ts
 * import { claimSheet } from '@samenbeeld/ingest';
 * const bytes = await claimSheet({ language: 'nl' });
 * String.fromCharCode(...bytes.slice(0, 2)) // => 'PK'
 * ```
 */
export async function claimSheet(options: ClaimSheetOptions = {}): Promise<Uint8Array> {
  const { rows = [], language } = options;
  // The library as one file, as the report loads it.
  const exceljs = require('exceljs/dist/exceljs.min.js') as typeof import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'samenbeeld';
  workbook.lastModifiedBy = 'samenbeeld';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const claims = addClaims(workbook, language);
  const readOnly = [addInstructions(workbook), addCodes(workbook)];
  const lists = addLists(workbook, language ?? 'en');
  fill(claims, rows);
  const last = headerRow + rows.length + emptyRows;
  // The writer knows ranges of validations; its types do not.
  const { dataValidations } = claims as unknown as {
    dataValidations: { add(range: string, rule: DataValidation): void };
  };
  claimColumns.forEach((column, i) => {
    const first = `${columnLetter(i)}${headerRow + 1}`;
    const rule = claimValidation(column, first, language ?? 'en', lists.ranges);
    if (rule) dataValidations.add(`${first}:${columnLetter(i)}${last}`, rule);
  });
  for (const sheet of [...readOnly, lists.sheet]) await sheet.protect('', {});
  return settleZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
