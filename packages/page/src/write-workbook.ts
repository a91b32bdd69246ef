import { createRequire } from 'node:module';
import {
  capital,
  confidences,
  evidenceRoles,
  type Language,
  safeText,
  settleZipDates,
  typeset,
} from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import type { Workbook, Worksheet } from 'exceljs';
import { answersOf, checkDocument } from './check-document.ts';
import type { Block, Document, Evidence, Figure, TableBlock, Words } from './document.ts';
import { markWords, words } from './words.ts';

/** A value of a workbook cell: words, a number, or nothing. */
type SheetCell = string | number | null;

/** One sheet before it is written: a name, a caption, a header and rows, and notes below. */
interface Sheet {
  readonly name: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: readonly string[];
}

type Printed = NonNullable<Evidence['printed']>;

function plain(text: Words, language: Language): string {
  return text.text[language].replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => text.figures?.[name]?.shown[language] ?? whole,
  );
}

function cellOf(figure: Figure, language: Language): SheetCell {
  if (figure.value !== undefined && figure.value !== null) return figure.value;
  const shown = figure.shown[language];
  // A cell has no language of its own: words in another than the sheet's say which.
  return figure.language && figure.language !== language ? `${shown} (${figure.language})` : shown;
}

function headed(head: string, rest: string, language: Language): string {
  return typeset(`${head}: ${rest}`, language);
}

function columnName(column: TableBlock['columns'][number], language: Language): string {
  const group = column.group?.[language];
  return group ? headed(group, column.label[language], language) : column.label[language];
}

function tableSheet(table: TableBlock, language: Language): Sheet {
  const notes = new Set<string>();
  const marked = (figure: Figure): string | null => {
    if (figure.note) notes.add(figure.note[language]);
    return figure.mark ? markWords[figure.mark].text[language] : null;
  };
  // A mark on a number would be lost in a workbook, so it gets a column of its own.
  const marks = table.columns.map((_, index) =>
    table.rows.some((row) => row[index]?.mark && typeof row[index]?.value === 'number'),
  );
  return {
    name: table.caption[language],
    caption: table.caption[language],
    header: table.columns.flatMap((column, index) => [
      columnName(column, language),
      ...(marks[index] ? [words.legend[language]] : []),
    ]),
    rows: table.rows.map((row) =>
      row.flatMap((figure, index) => {
        const mark = marked(figure);
        return [cellOf(figure, language), ...(marks[index] ? [mark] : [])];
      }),
    ),
    notes: [...notes, ...(table.notes ?? []).map((note) => note[language])],
  };
}

function blockSheets(block: Block, language: Language): readonly Sheet[] {
  if (block.kind === 'table') return [tableSheet(block, language)];
  if (block.kind === 'box') return block.blocks.flatMap((inner) => blockSheets(inner, language));
  if (block.kind === 'not-added') {
    const { period, place, basis, value, reason } = words;
    return [
      {
        name: block.caption[language],
        caption: block.caption[language],
        header: [period, place, basis, value, words.figure, reason].map((text) => text[language]),
        rows: block.rows.map((row) => [
          row.period[language],
          row.place[language],
          row.basis[language],
          row.figure.value ?? null,
          row.figure.shown[language],
          row.reason[language],
        ]),
        notes: [words.notAddedWhy[language]],
      },
    ];
  }
  if (block.kind !== 'chart') return [];
  const { title, caption, table } = block.draw({ language, width: 680, untitled: true });
  return [
    { name: title, caption: title, header: table.columns, rows: table.rows, notes: [caption] },
  ];
}

/** A sheet with its words set as the language sets them. */
function set(sheet: Sheet, language: Language): Sheet {
  const words = (cell: SheetCell): SheetCell =>
    typeof cell === 'string' ? typeset(cell, language) : cell;
  return {
    name: typeset(sheet.name, language),
    caption: typeset(sheet.caption, language),
    header: sheet.header.map((name) => typeset(name, language)),
    rows: sheet.rows.map((row) => row.map(words)),
    notes: sheet.notes.map((note) => typeset(note, language)),
  };
}

function overview(document: Document, language: Language): Sheet {
  const findings = document.front.flatMap((block) =>
    block.kind === 'finding'
      ? [
          [
            block.title[language],
            plain(block, language),
            confidences.label(block.confidence, language),
          ],
        ]
      : [],
  );
  return {
    name: words.overview[language],
    caption: `${document.title[language]} – ${document.question[language]}`,
    header: [words.findings[language], '', words.confidence[language]],
    rows: findings,
    notes: document.facts.map(({ label, value }) =>
      headed(label[language], value[language], language),
    ),
  };
}

/** The words of a source, with their language where it is another than the reader's. */
function printedAs({ words: said, language: of }: Printed, language: Language): string {
  return of && of !== language ? `${said} (${of})` : said;
}

function evidence(document: Document, language: Language): Sheet {
  const { figure, role, claim, printed, publisher, address, file, sheet, line, column, raw } =
    words;
  return {
    name: words.evidence[language],
    caption: words.whyAll[language],
    header: [
      figure,
      words.evidence,
      role,
      claim,
      printed,
      publisher,
      address,
      file,
      sheet,
      line,
      column,
      raw,
    ].map((text) => text[language]),
    rows: answersOf(document).flatMap((why) =>
      why.evidence.map((one) => [
        typeset(why.title[language], language),
        typeset(one.says[language], language),
        typeset(capital(evidenceRoles[one.role][language]), language),
        one.claim,
        one.printed ? printedAs(one.printed, language) : null,
        one.publisher ? typeset(one.publisher[language], language) : null,
        one.url ?? null,
        one.origin.file,
        one.origin.sheet,
        one.origin.line,
        one.origin.column,
        one.origin.raw,
      ]),
    ),
    notes: [],
  };
}

/** The sheets of a document in one language: overview, each table, the numbers of each chart, the provenance. */
function sheetsOf(document: Document, language: Language): readonly Sheet[] {
  const blocks = [...document.front, ...document.sections.flatMap((section) => section.blocks)];
  const shown = [
    overview(document, language),
    ...blocks.flatMap((block) => blockSheets(block, language)),
  ];
  // The provenance quotes its sources, whose words stay as they are.
  return [...shown.map((sheet) => set(sheet, language)), evidence(document, language)];
}

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
