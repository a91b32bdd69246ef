import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import {
  capital,
  confidences,
  evidenceRoles,
  inEach,
  type Language,
  languages,
  parsePeriod,
  safeText,
  settleZipDates,
  type Text,
  typeset,
  units,
} from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import type { Cell, Style, Workbook, Worksheet } from 'exceljs';
import { answersOf, checkDocument } from './check-document.ts';
import { columnMeaning } from './column-words.ts';
import type { Block, Document, Evidence, Figure, TableBlock, Words } from './document.ts';
import { framesOf } from './frames.ts';
import { languageNames, markWords, words } from './words.ts';

/** A value of a workbook cell: words, a number, or nothing. Days and years are told by their words. */
type SheetCell = string | number | null;

/** One sheet before it is written: a name, a caption, a header and rows, and notes below. */
interface Sheet {
  readonly name: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: readonly string[];
  /** Name of another sheet that a row leads to, in its first cell. */
  readonly links?: readonly string[];
  /** Its cells are as the sources write them, also where they could be years or days. */
  readonly quotes?: true;
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

/** The unit that a head or caption ends with ("…, kg"), but for what stands in brackets behind it. */
function unitAtEnd(head: Text): Text | null {
  const bare = inEach((language) => head[language].replace(/ \([^()]*\)$/u, ''));
  const ends = inEach((language) => bare[language].split(', ').at(-1) ?? '');
  const [whole] = ends.en.split(' ').slice(-1);
  const isUnit = ends.en !== bare.en && units.lookup(whole ?? '', 'en').kind === 'exact';
  return isUnit || ends.en === '%' ? ends : null;
}

function tableSheet(table: TableBlock, language: Language): Sheet {
  const notes = new Set<string>();
  const marked = (figure: Figure): string | null => {
    if (figure.note) notes.add(figure.note[language]);
    return figure.mark ? markWords[figure.mark].text[language] : null;
  };
  // A mark on a number, and the words it stands with, would be lost in a workbook, so they get columns of their own.
  const some = (index: number, is: (figure: Figure) => unknown): boolean =>
    table.rows.some((row) => {
      const figure = row[index];
      return typeof figure?.value === 'number' && is(figure);
    });
  const beside = table.columns.map((_, index) => ({
    mark: some(index, ({ mark }) => mark),
    words: some(index, ({ shown }) => /[\p{L}≥≤]/u.test(shown.en)),
  }));
  const unit = unitAtEnd(table.caption);
  const held = table.columns.map(({ kind, label }) =>
    kind === 'number' && unit && !unitAtEnd(label) && label.en !== unit.en ? unit : null,
  );
  return {
    name: table.caption[language],
    caption: table.caption[language],
    header: table.columns.flatMap((column, index) => [
      [columnName(column, language), ...(held[index] ? [held[index][language]] : [])].join(', '),
      ...(beside[index]?.words ? [words.asShown[language]] : []),
      ...(beside[index]?.mark ? [words.legend[language]] : []),
    ]),
    rows: table.rows.map((row) =>
      row.flatMap((figure, index) => {
        const mark = marked(figure);
        return [
          cellOf(figure, language),
          ...(beside[index]?.words ? [figure.shown[language]] : []),
          ...(beside[index]?.mark ? [mark] : []),
        ];
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
            framesOf(block, language).join('; '),
          ],
        ]
      : [],
  );
  // A column that no finding fills says nothing.
  const isFramed = findings.some(([, , , frames]) => frames !== '');
  return {
    name: words.overview[language],
    caption: `${document.title[language]} – ${document.question[language]}`,
    header: [
      ...[words.findings[language], '', words.confidence[language]],
      ...(isFramed ? [words.frame[language]] : []),
    ],
    rows: isFramed ? findings : findings.map((row) => row.slice(0, 3)),
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
    quotes: true,
  };
}

/** What every column of every sheet holds, in the four languages, and its unit. */
function dictionary(
  named: Readonly<Record<Language, readonly Sheet[]>>,
  names: readonly string[],
  language: Language,
): Sheet {
  const links: string[] = [];
  const rows = named.en.flatMap((sheet, at) =>
    sheet.header.flatMap((_, column) => {
      const of = (part: (one: Sheet) => string | undefined): Text =>
        inEach((one) => part(named[one][at] as Sheet) ?? '');
      const head = of(({ header }) => header[column]);
      if (head.en === '') return [];
      links.push(names[at] ?? '');
      const meaning = columnMeaning(
        head,
        of(({ caption }) => caption),
      );
      const unit = unitAtEnd(head)?.[language] ?? null;
      const told = languages.map((one) => typeset(meaning[one], one));
      return [[names[at] ?? '', head[language], unit, ...told]];
    }),
  );
  return {
    name: words.dictionary[language],
    caption: words.dictionary[language],
    header: [
      words.sheet[language],
      words.column[language],
      words.unit[language],
      ...languages.map((one) => languageNames[one]),
    ],
    rows,
    notes: [],
    links,
  };
}

/** The first sheet: what the workbook holds, with a link to each sheet, and how each is marked. */
function index(
  document: Document,
  sheets: readonly Sheet[],
  names: readonly string[],
  { language, clearance }: WorkbookOptions,
): Sheet {
  const marking = clearance.banner[language].replaceAll('\n', ' · ');
  return {
    name: words.contents[language],
    caption: typeset(document.title[language], language),
    header: [
      words.sheet[language],
      words.holds[language],
      words.rows[language],
      words.marking[language],
    ],
    rows: sheets.map(({ caption, rows }, at) => [names[at] ?? '', caption, rows.length, marking]),
    notes: [],
    links: names,
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

/** The sheets of a document in each language, made once for its workbooks. */
const made = new WeakMap<Document, Readonly<Record<Language, readonly Sheet[]>>>();

function inSheets(document: Document): Readonly<Record<Language, readonly Sheet[]>> {
  const known = made.get(document);
  if (known) return known;
  const [nl = [], fr = [], de = [], en = []] = languages.map((one) => sheetsOf(document, one));
  const sheets = { nl, fr, de, en };
  made.set(document, sheets);
  return sheets;
}

/** Options of {@link writeWorkbook}. */
export interface WorkbookOptions {
  readonly clearance: Clearance;
  readonly language: Language;
}

/** The sheet that every other leads back to. */
interface Back {
  readonly sheet: string;
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

/** A day of the calendar that a cell holds in words, as a date; a year, as a number. */
function dated(value: SheetCell, language: Language): Date | number | null {
  if (typeof value !== 'string' || value.length > 24 || !/\d{4}$/u.test(value)) return null;
  if (/^\d{4}$/u.test(value)) return Number(value);
  try {
    const { start, freq } = parsePeriod(value.replaceAll(/[\u00a0\u202f]/gu, ' '), language);
    return freq === 'D' ? new Date(`${start}T00:00:00Z`) : null;
  } catch {
    return null;
  }
}

/** Styles of cells: the library writes each object once, and asks of each cell only which it has. */
const wrapped = { wrapText: true, vertical: 'top' } as const;
const bold = { font: { bold: true } };
const styles = {
  banner: bold,
  caption: { font: { bold: true, size: 14 } },
  head: { ...bold, alignment: wrapped },
  words: { alignment: wrapped },
  whole: { alignment: wrapped, numFmt: '#,##0' },
  part: { alignment: wrapped, numFmt: '#,##0.##########' },
  year: { alignment: wrapped, numFmt: '0' },
  day: { alignment: wrapped, numFmt: 'yyyy-mm-dd' },
  link: { alignment: wrapped, font: { underline: true, color: { argb: 'FF005A8C' } } },
} satisfies Readonly<Record<string, Partial<Style>>>;

function put(cell: Cell, value: SheetCell, language: Language | null): void {
  const day = language && dated(value, language);
  cell.value = day ?? safe(value);
  if (typeof day === 'number') cell.style = styles.year;
  else if (day) cell.style = styles.day;
  else if (typeof value !== 'number') cell.style = styles.words;
  else cell.style = Number.isInteger(value) ? styles.whole : styles.part;
}

function lead(cell: Cell, sheet: string, text = sheet): void {
  cell.value = { text, hyperlink: `#'${sheet.replaceAll("'", "''")}'!A1` };
  cell.style = styles.link;
}

/** Row of the heads; above it the marking, the caption and the way back. */
const headRow = 4;

function fill(worksheet: Worksheet, sheet: Sheet, banner: string, back: Back): void {
  const add = (values: readonly SheetCell[], style: Partial<Style>): void =>
    worksheet.addRow(values).eachCell((cell) => {
      cell.style = style;
    });
  add([banner.replaceAll('\n', ' · ')], styles.banner);
  add([safe(sheet.caption)], styles.caption);
  const way = worksheet.addRow([]);
  if (worksheet.name !== back.sheet) lead(way.getCell(1), back.sheet, `← ${back.sheet}`);
  add(sheet.header.map(safe), styles.head);
  for (const [at, cells] of sheet.rows.entries()) {
    const row = worksheet.addRow([]);
    for (const [index, cell] of cells.entries())
      put(row.getCell(index + 1), cell, sheet.quotes ? null : back.language);
    const link = sheet.links?.[at];
    if (link !== undefined) lead(row.getCell(1), link);
  }
  if (sheet.rows.length > 1)
    worksheet.autoFilter = {
      from: { row: headRow, column: 1 },
      to: { row: headRow + sheet.rows.length, column: sheet.header.length },
    };
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
    views: [{ state: 'frozen', ySplit: headRow }],
    headerFooter: { oddHeader: `&C${marking}`, oddFooter: `&C${marking}&R&P / &N` },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
}

/** A zip file of stored entries, with their bytes deflated: by the library's own means that takes half of a workbook's time. */
function deflated(stored: Uint8Array): Uint8Array {
  const bytes = Buffer.from(stored);
  const end = bytes.length - 22;
  const hold = (isSo: boolean, what: string): void => {
    if (!isSo) throw new Error(`the library of workbooks packs them otherwise: ${what}`);
  };
  const entries = bytes.readUInt16LE(end + 10);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (let at = bytes.readUInt32LE(end + 16), left = entries; left > 0; left -= 1) {
    const lengths = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of));
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0);
    const listed = Buffer.from(bytes.subarray(at, next));
    const local = bytes.readUInt32LE(at + 42);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const head = Buffer.from(bytes.subarray(local, data));
    const isSized = (head.readUInt16LE(6) & 8) === 0;
    hold(head.readUInt16LE(8) === 0 && listed.readUInt16LE(10) === 0, 'an entry is not stored');
    hold(isSized, 'the size of an entry stands behind its bytes');
    const packed = deflateRawSync(bytes.subarray(data, data + bytes.readUInt32LE(at + 24)));
    for (const [header, from] of [[head, 8] as const, [listed, 10] as const]) {
      header.writeUInt16LE(8, from);
      header.writeUInt32LE(packed.length, from + 10);
    }
    listed.writeUInt32LE(offset, 42);
    files.push(head, packed);
    directory.push(listed);
    offset += head.length + packed.length;
    at = next;
  }
  const last = Buffer.from(bytes.subarray(end));
  last.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, last]));
}

/**
 * A document as an Excel workbook in one language: an index with links, overview, each table, the numbers behind each
 * chart, the provenance of each figure down to file, line, column and raw cell, and a dictionary of every column.
 * Numbers, years and days are values; heads are frozen and filter. The handling banner is the first row of every
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
  const back: Back = { sheet: sheetName(words.contents[language], taken), language };
  const named = inSheets(document);
  const shown = named[language];
  const names = shown.map(({ name }) => sheetName(name, taken));
  const told = dictionary(named, names, language);
  const all = [...shown, told];
  const allNames = [...names, sheetName(told.name, taken)];
  const first = index(document, all, allNames, options);
  fill(marked(workbook, back.sheet, banner), first, banner, back);
  for (const [at, sheet] of all.entries())
    fill(marked(workbook, allNames[at] ?? '', banner), sheet, banner, back);
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return deflated(settleZipDates(new Uint8Array(stored)));
}
