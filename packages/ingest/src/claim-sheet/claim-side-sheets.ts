import { columnLetter } from '@samenbeeld/read';
import { type Language, languages } from '@samenbeeld/schema';
import type { Workbook, Worksheet } from 'exceljs';
import type { ClaimListName } from './claim-columns.ts';
import { claimInstructions } from './claim-instructions.ts';
import { claimLists } from './claim-lists.ts';

/**
 * Adds the hidden sheet that the drop-downs draw from, two columns a list: the code, and its label. Gives the
 * range of codes of each list.
 */
export function addLists(
  workbook: Workbook,
  language: Language,
): { readonly sheet: Worksheet; readonly ranges: ReadonlyMap<ClaimListName, string> } {
  const sheet = workbook.addWorksheet('lists', { state: 'hidden' });
  const ranges = new Map<ClaimListName, string>();
  Object.entries(claimLists).forEach(([name, choices], i) => {
    const [code, label] = [columnLetter(2 * i), columnLetter(2 * i + 1)];
    sheet.getCell(`${code}1`).value = name;
    choices.forEach((choice, row) => {
      sheet.getCell(`${code}${row + 2}`).value = choice.code;
      sheet.getCell(`${label}${row + 2}`).value = choice.label[language];
    });
    ranges.set(name as ClaimListName, `lists!$${code}$2:$${code}$${choices.length + 1}`);
  });
  return { sheet, ranges };
}

/** Adds the sheet on which an analyst looks up what each code means, in four languages. */
export function addCodes(workbook: Workbook): Worksheet {
  const sheet = workbook.addWorksheet('codes', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['list', 'code', ...languages]).font = { bold: true };
  for (const [name, choices] of Object.entries(claimLists)) {
    for (const { code, label } of choices) {
      sheet.addRow([name, code, ...languages.map((language) => label[language])]);
    }
  }
  [14, 22, 42, 42, 42, 42].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  return sheet;
}

/** Adds the instructions, one column a language. */
export function addInstructions(workbook: Workbook): Worksheet {
  const sheet = workbook.addWorksheet('instructions');
  for (let i = 1; i <= languages.length; i++) {
    sheet.getColumn(i).width = 48;
    sheet.getColumn(i).alignment = { wrapText: true, vertical: 'top' };
  }
  sheet.addRow([...languages]).font = { bold: true };
  for (const text of claimInstructions) sheet.addRow(languages.map((language) => text[language]));
  sheet.getRow(2).font = { bold: true };
  return sheet;
}
