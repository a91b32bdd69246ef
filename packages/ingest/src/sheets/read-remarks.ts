import { columnLetter } from '@samenbeeld/read';
import { InputError, type Language, languages, type Text, wherePersonal } from '@samenbeeld/schema';
import { columnsOf, readSheetTable } from './sheet-table.ts';

const columns = ['remark', ...languages].map((name) => ({ name, needed: true }));

/** What stands between braces in a remark: {number} for digits, {words} for any words. */
const slot = /\{(?:number|words)\}/gu;
const slots = (text: string): string => (text.match(slot) ?? []).toSorted().join(' ');

/** Why a text with braces cannot be filled; null where it can. */
function slotProblem(text: string): string | null {
  const found = text.match(slot) ?? [];
  if (/[{}]/u.test(text.replaceAll(slot, '')))
    return 'expected no braces but those of {number} and {words}, found others';
  return new Set(found).size < found.length ? 'expected each slot once, found one twice' : null;
}

/**
 * Reads a sheet that says what remarks of other sheets are in four languages: a CSV file, the first sheet of a workbook or a
 * table of a Word document, with the headings remark, nl, fr, de and en. A remark stands there as it is written, or with slots
 * for what differs from row to row: `{number} seizures`, `printed: {words}`.
 *
 * @param name of the file as its picture writes it
 * @returns the texts by remark, in the order of the sheet
 * @throws InputError with every fault by row and column; data of a person are never repeated
 */
export async function readRemarks(
  path: string,
  { name }: { readonly name: string },
): Promise<Readonly<Record<string, Text>>> {
  const sheet = await readSheetTable(path, columns);
  const at = columnsOf(sheet, columns);
  const faults: string[] = [];
  const lines = new Map<string, number>();
  const texts: [string, Text][] = [];
  for (const { line, cells } of sheet.rows.filter((row) => row.cells.some((cell) => cell !== ''))) {
    const cell = (heading: string): string => cells[at.get(heading) ?? -1] ?? '';
    const tell = (heading: string, problem: string, repair: string): void => {
      const column = columnLetter(at.get(heading) ?? 0);
      faults.push(`row ${line}, column ${column} "${heading}": ${problem}. Repair: ${repair}`);
    };
    const remark = cell('remark');
    for (const { name: heading } of columns) {
      if (cell(heading) === '')
        tell(heading, 'expected words, found none', 'fill the cell, or take the row out');
      else if (wherePersonal(cell(heading)) !== null)
        tell(
          heading,
          'expected no data of persons, found what looks like them',
          'write a role or a service in their stead',
        );
      else if (slotProblem(cell(heading)) !== null)
        tell(
          heading,
          slotProblem(cell(heading)) as string,
          'write {number} for digits and {words} for any words, each once, and no other braces',
        );
      else if (slots(cell(heading)) !== slots(remark))
        tell(
          heading,
          `expected the slots of the remark (${slots(remark) || 'none'}), found ${slots(cell(heading)) || 'none'}`,
          'write each slot once in every language',
        );
    }
    const twin = lines.get(remark);
    if (remark !== '' && twin !== undefined)
      tell('remark', `expected each remark once, found that of row ${twin}`, 'keep one of the two');
    lines.set(remark, line);
    texts.push([
      remark,
      { nl: cell('nl'), fr: cell('fr'), de: cell('de'), en: cell('en') } satisfies Record<
        Language,
        string
      >,
    ]);
  }
  if (faults.length > 0)
    throw new InputError(
      `expected remarks without faults, found ${faults.length === 1 ? 'one' : faults.length}`,
      {
        place: { file: name },
        faults,
        repair: 'mend each; docs/guide/sheets.md shows such a sheet',
      },
    );
  return Object.fromEntries(texts);
}
