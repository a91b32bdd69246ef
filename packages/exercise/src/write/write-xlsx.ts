import { settleZipDates } from '@samenbeeld/schema';
import type { Worksheet } from 'exceljs';
import type { ExerciseFile } from '../world.ts';

/** Merges the runs of equal headings in the upper of two rows. */
function mergeGroups(sheet: Worksheet, row: number, headings: readonly string[]): void {
  let from = 0;
  for (let at = 1; at <= headings.length; at += 1) {
    if (headings[at] === headings[from]) continue;
    if (at - from > 1) sheet.mergeCells(row, from + 1, row, at);
    from = at;
  }
}

/** A workbook with one sheet; the same file gives the same bytes. */
export async function writeXlsx(file: ExerciseFile): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'OEFENING / EXERCICE / ÜBUNG / EXERCISE';
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet(file.sheet ?? 'EXERCISE');
  for (const line of file.title) sheet.addRow([line]).font = { bold: true };
  for (const line of file.header) sheet.addRow([...line]).font = { bold: true };
  if (file.header.length > 1) mergeGroups(sheet, file.title.length + 1, file.header[0] ?? []);
  for (const row of file.rows) {
    const cells = row.map((cell, at) =>
      file.dates.includes(at) && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell,
    );
    const added = sheet.addRow(cells);
    for (const at of file.dates) added.getCell(at + 1).numFmt = 'yyyy-mm-dd';
  }
  sheet.addRow([file.footer]);
  return settleZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
