import { settleZipDates } from '@samenbeeld/schema';
import type { Worksheet } from 'exceljs';
import type { Cell, ExerciseFile, ExerciseWorld } from './world.ts';

/** The characters that windows-1252 has and Latin-1 has not, as far as the exercise uses them. */
const beyondLatin: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96 };

function inWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = beyondLatin[character] ?? character.charCodeAt(0);
    if (code > 0xff) throw new RangeError(`windows-1252 has no "${character}"`);
    return code;
  });
}

function cellText(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text with semicolons and line ends of Windows, in the encoding of the file. */
function writeCsv(file: ExerciseFile): Uint8Array {
  const rows = [...file.header, ...file.rows].map((row) => row.map(cellText).join(';'));
  const text = [...file.title, ...rows, file.footer].map((line) => `${line}\r\n`).join('');
  if (file.encoding === 'windows-1252') return inWindows1252(text);
  return new TextEncoder().encode(file.encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

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
async function writeXlsx(file: ExerciseFile): Promise<Uint8Array> {
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

/**
 * The bytes of each office's file, by name. The same world gives the same bytes, whenever they are asked.
 *
 * @example
 * ```ts
 * import { generateExercise, writeExerciseFiles } from '@samenbeeld/exercise';
 * const files = await writeExerciseFiles(generateExercise({ seed: 1, years: [2024, 2024] }));
 * Object.keys(files).length // => 6
 * ```
 */
export async function writeExerciseFiles(
  world: ExerciseWorld,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const written: [string, Uint8Array][] = [];
  for (const file of world.files)
    written.push([file.name, file.format === 'xlsx' ? await writeXlsx(file) : writeCsv(file)]);
  return Object.fromEntries(written);
}
