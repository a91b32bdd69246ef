import { createRequire } from 'node:module';
import { columnLetter } from '@samenbeeld/read';
import {
  agencies,
  languages,
  type SheetColumn,
  type SheetName,
  settleZipDates,
  sheetKinds,
} from '@samenbeeld/schema';
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { codeLists } from '../code-lists.ts';
import { type IntakeName, intakeKinds } from './intake.ts';

/** Everything that a template is made of. */
export type TemplateName = SheetName | IntakeName;

/** The names of the templates: sheets that stand in a picture as they are, and those whose rows become figures and finds. */
export const templateNames: readonly TemplateName[] = [
  ...(Object.keys(sheetKinds) as SheetName[]),
  ...(Object.keys(intakeKinds) as IntakeName[]),
];

const isIntake = (name: TemplateName): name is IntakeName => Object.hasOwn(intakeKinds, name);

/** The columns of a template, in order. */
export const templateColumns = (name: TemplateName): readonly SheetColumn[] =>
  isIntake(name) ? intakeKinds[name].columns : sheetKinds[name].columns;

const require = createRequire(import.meta.url);

/** The code list of a column, where it takes codes of one. */
const listOf = ({ cell }: SheetColumn): string | null =>
  cell === 'place' ? 'places' : typeof cell === 'object' && 'list' in cell ? cell.list : null;

/** What each column holds, in four languages. */
function addDictionary(workbook: Workbook, columns: readonly SheetColumn[]): Worksheet {
  const sheet = workbook.addWorksheet('dictionary', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['column', 'needed', ...languages, 'codes']).font = { bold: true };
  for (const column of columns) {
    const words =
      typeof column.cell === 'object' && 'words' in column.cell ? column.cell.words : [];
    sheet.addRow([
      ...[column.name, column.needed ? 'x' : ''],
      ...languages.map((language) => column.says[language]),
      listOf(column) ?? words.join(', '),
    ]);
  }
  [16, 8, 50, 50, 50, 50, 16].forEach((width, at) => {
    const one = sheet.getColumn(at + 1);
    one.width = width;
    one.alignment = { wrapText: true, vertical: 'top' };
  });
  return sheet;
}

/** The codes of the lists that the columns take, in four languages; gives the range of codes of each list. */
function addCodes(
  workbook: Workbook,
  columns: readonly SheetColumn[],
): { readonly sheet: Worksheet; readonly ranges: ReadonlyMap<string, string> } {
  const sheet = workbook.addWorksheet('codes', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['list', 'code', ...languages]).font = { bold: true };
  const ranges = new Map<string, string>();
  for (const name of new Set(columns.flatMap((column) => listOf(column) ?? []))) {
    const first = sheet.rowCount + 1;
    for (const { code, label } of codeLists[name] ?? [])
      sheet.addRow([name, code, ...languages.map((language) => label[language])]);
    ranges.set(name, `codes!$B$${first}:$B$${sheet.rowCount}`);
  }
  [16, 22, 42, 42, 42, 42].forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  return { sheet, ranges };
}

const emptyRows = 500;

/**
 * A sheet to fill in as an .xlsx file: the headings, a dictionary of them in four languages, and the codes that they take. The same
 * call gives the same bytes, whenever it is made. The sheets that stand in a picture as they are are read by `readSheet`, the others
 * by the description that `templateDescription` gives.
 *
 * @param rows to fill in beforehand, as cells by heading; none gives an empty template
 * @example
 * ```ts
 * import { sheetTemplate } from '@samenbeeld/ingest';
 * const bytes = await sheetTemplate('measures');
 * String.fromCharCode(...bytes.slice(0, 2)) // => 'PK'
 * ```
 */
export async function sheetTemplate(
  name: TemplateName,
  rows: readonly Readonly<Record<string, string>>[] = [],
): Promise<Uint8Array> {
  const columns = templateColumns(name);
  // The library as one file, as the report loads it.
  const exceljs = require('exceljs/dist/exceljs.min.js') as typeof import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'samenbeeld';
  workbook.lastModifiedBy = 'samenbeeld';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet('records', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(columns.map((column) => column.name)).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((column) => row[column.name] ?? ''));
  columns.forEach((column, at) => {
    const target = sheet.getColumn(at + 1);
    target.width = Math.max(12, column.name.length + 4);
    // As text, so that 9.580 keeps its last zero and a day stays as it was written.
    target.numFmt = '@';
  });
  const dictionary = addDictionary(workbook, columns);
  const codes = addCodes(workbook, columns);
  // The writer knows ranges of validations; its types do not.
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, rule: DataValidation): void };
  };
  const last = 1 + rows.length + emptyRows;
  const letterOf = (heading: string): string =>
    columnLetter(columns.findIndex((column) => column.name === heading));
  for (const column of columns) {
    const list = listOf(column);
    const range = list === null ? undefined : codes.ranges.get(list);
    if (range === undefined) continue;
    const letter = letterOf(column.name);
    // Names and several codes are understood too, so the list helps and does not refuse.
    const rule: DataValidation = {
      ...{ type: 'list', allowBlank: true, formulae: [range] },
      errorStyle: 'warning',
    };
    dataValidations.add(`${letter}2:${letter}${last}`, rule);
  }
  for (const rule of isIntake(name) ? [] : sheetKinds[name].rules)
    if ('first' in rule) {
      const [first, until] = [letterOf(rule.first), letterOf(rule.last)];
      dataValidations.add(`${until}2:${until}${last}`, {
        ...{ type: 'custom', allowBlank: true, formulae: [`${until}2>=${first}2`] },
        ...{ errorStyle: 'stop', showErrorMessage: true, errorTitle: rule.last },
        error:
          'vóór de eerste dag / avant le premier jour / vor dem ersten Tag / before the first day',
      });
    } else {
      const [of, needs] = [letterOf(rule.of), letterOf(rule.needs)];
      // A cell that nobody touches is never validated, so the one that lacks is coloured.
      sheet.addConditionalFormatting({
        ref: `${needs}2:${needs}${last}`,
        rules: [
          {
            ...{ type: 'expression', priority: 1 },
            formulae: [`AND($${of}2<>"",$${needs}2="")`],
            style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } },
          },
        ],
      });
    }
  for (const one of [dictionary, codes.sheet]) await one.protect('', {});
  return settleZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const titles: Readonly<Record<IntakeName, string>> = {
  'post-items':
    'nl: Zendingen met drugs\n  fr: Envois contenant des drogues\n  de: Sendungen mit Drogen\n  en: Items of post with drugs',
  actions:
    'nl: Controleacties\n  fr: Opérations de contrôle\n  de: Kontrollaktionen\n  en: Control actions',
  'firm-costs':
    'nl: Kosten van bedrijven\n  fr: Coûts des entreprises\n  de: Kosten von Unternehmen\n  en: Costs of firms',
};

/**
 * The source description that reads a filled-in template, in the name of the service that fills it in; null for a sheet that stands
 * in a picture as it is. Its handling is closed (AMBER) until that service writes another.
 *
 * @param agency code of the service
 * @param salt that nobody guesses, under which numbers of cases and items are hashed: what has few values is found again by
 *   whoever knows it
 */
export function templateDescription(
  name: TemplateName,
  agency: string,
  salt: string,
): string | null {
  if (!isIntake(name)) return null;
  const { country } = agencies.get(agency);
  const service = agency.toLowerCase().replaceAll('_', '-');
  return `# Reads ${name} as \`samenbeeld template ${name}\` lays them out. Who may read them is for ${agency} to say: see handling.
source: ${service}-${name}
title:
  ${titles[name]}
publisher: ${agency}
country: ${country ?? 'XX'}
kind: register
language: en
licence: as ${agency} states it
citation: ${name} of ${agency}
url: null
grade: A1
handling: { tlp: AMBER, originators: [${agency}] }
# Keep this description as closed as the numbers of the cases: with the salt they can be found again by trying.
salt: ${salt}
${intakeKinds[name].description}`;
}
