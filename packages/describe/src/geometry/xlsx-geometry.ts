import { InputError } from '@samenbeeld/schema';
import type { Geometry } from '../geometry.ts';
import { counted, shortened } from './count-words.ts';
import { makeGuess } from './make-guess.ts';
import { besideOthers, sheetText } from './sheet-names.ts';
import { rankSheets, sheetTable } from './sheet-table.ts';
import { workbookSheets } from './workbook-sheets.ts';

/** One geometry a sheet that holds a table, the likeliest first. */
export async function xlsxGeometry(path: string, file: string): Promise<readonly Geometry[]> {
  const { sheets, cut } = await workbookSheets(path, file);
  const looked = sheets.flatMap((sheet) => sheetTable(sheet) ?? []);
  const tables = rankSheets(looked.filter(({ isTable }) => isTable));
  const shownTables = tables.length > 0 ? tables : looked.slice(0, 1);
  if (shownTables.length === 0) {
    throw new InputError(
      `expected a table, found a workbook with ${counted(sheets.length, 'empty sheet')}`,
      {
        place: { file },
        repair: 'fetch the file again, or save the sheet that holds the table as .csv',
      },
    );
  }
  const beside = besideOthers(shownTables, sheets);
  return shownTables.map((table, at) => {
    const { sheet, part } = table;
    const { notes, alternatives, rival } = beside(table);
    const only = sheets.length === 1;
    const clear =
      0.97 - (shownTables.length > 1 ? 0.25 * Math.min(1, rival / Math.max(1, table.cells)) : 0);
    const confidence = at > 0 ? 0.2 : only ? 1 : table.isTable ? clear : 0.4;
    return {
      file,
      format: makeGuess('xlsx', 0.99, 'the file is a zip archive with a workbook'),
      encoding: null,
      delimiter: null,
      quote: null,
      sheet: makeGuess(
        sheetText(sheet.name),
        confidence,
        only
          ? 'the only sheet'
          : `${shortened(sheet.name)} has ${counted(sheet.count, 'row')} with values${at > 0 ? ' and another sheet is likelier' : `; ${counted(shownTables.length - 1, 'other sheet')} of ${sheets.length - 1} ${shownTables.length === 2 ? 'holds' : 'hold'} a table`}`,
        alternatives,
      ),
      path: null,
      title: part.title,
      header: part.header,
      footer: cut
        ? {
            ...part.footer,
            confidence: Math.min(0.5, part.footer.confidence),
            reason: `${part.footer.reason} (the end of this large workbook was not read)`,
          }
        : part.footer,
      shape: { format: 'xlsx', sheet: sheetText(sheet.name), ...part.shape },
      titleLines: part.titleLines,
      footerLines: part.footerLines,
      notes: [...notes, ...part.notes],
    };
  });
}
