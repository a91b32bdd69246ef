import { createRequire } from 'node:module';
import type { Language } from '@samenbeeld/schema';
import { safeText, settleZipDates } from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import type { Workbook, Worksheet } from 'exceljs';
import { checkDocument } from './check-document.ts';
import type { Document } from './document.ts';
import { type Sheet, type SheetCell, sheetsOf } from './workbook-sheets.ts';

/** Options of {@link writeWorkbook}. */
export interface WorkbookOptions {
  readonly clearance: Clearance;
  readonly language: Language;
}

const require = createRequire(import.meta.url);

/** A sheet name as Excel allows it, unlike the ones before it. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${clean.slice(0, 31 - ending.length).trim()}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const safe = (value: SheetCell): SheetCell => (typeof value === 'string' ? safeText(value) : value);

function fill(worksheet: Worksheet, sheet: Sheet, banner: string): void {
  const marking = worksheet.addRow([banner.replaceAll('\n', ' · ')]);
  marking.font = { bold: true };
  const caption = worksheet.addRow([safe(sheet.caption)]);
  caption.font = { bold: true, size: 14 };
  worksheet.addRow([]);
  const header = worksheet.addRow(sheet.header.map(safe));
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: 'top' };
  for (const cells of sheet.rows) {
    const row = worksheet.addRow(cells.map(safe));
    row.alignment = { wrapText: true, vertical: 'top' };
    for (const [index, cell] of cells.entries())
      if (typeof cell === 'number')
        row.getCell(index + 1).numFmt = Number.isInteger(cell) ? '#,##0' : '#,##0.##';
  }
  if (sheet.notes.length > 0) worksheet.addRow([]);
  for (const note of sheet.notes) worksheet.addRow([safe(note)]);
  for (const [index, name] of sheet.header.entries()) {
    const lengths = sheet.rows.map((row) => String(row[index] ?? '').length);
    worksheet.getColumn(index + 1).width = Math.min(
      60,
      Math.max(10, name.length + 2, ...lengths.map((length) => length + 2)),
    );
  }
}

function marked(workbook: Workbook, name: string, banner: string): Worksheet {
  const marking = banner.replaceAll('\n', ' · ').replaceAll('&', '&&').slice(0, 240);
  return workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 4 }],
    headerFooter: { oddHeader: `&C${marking}`, oddFooter: `&C${marking}&R&P / &N` },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
}

/**
 * A document as an Excel workbook in one language: overview, each table, the numbers behind each chart, and the
 * provenance of each figure down to file, line, column and raw cell. The handling banner is the first row of every
 * sheet and stands in its header and footer. Text that a spreadsheet could take for a formula is made safe as the
 * store does it; the same document is the same bytes.
 *
 * The caller writes it with the store's `writeThrough` and the same clearance.
 *
 * @throws UsageError for a text that lacks a language, or an exercise whose clearance does not say so
 */
export async function writeWorkbook(
  document: Document,
  options: WorkbookOptions,
): Promise<Uint8Array> {
  const { clearance, language } = options;
  checkDocument(document, clearance);
  // The library as one file: read from its parts it takes three times as long to load.
  const excel = require('exceljs/dist/exceljs.min.js') as typeof import('exceljs');
  const workbook = new excel.Workbook();
  const epoch = new Date(0);
  workbook.created = epoch;
  workbook.modified = epoch;
  workbook.creator = 'samenbeeld';
  workbook.lastModifiedBy = 'samenbeeld';
  workbook.title = document.title[language];
  const banner = clearance.banner[language];
  const taken = new Set<string>();
  for (const sheet of sheetsOf(document, language)) {
    fill(marked(workbook, sheetName(sheet.name, taken), banner), sheet, banner);
  }
  return settleZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
