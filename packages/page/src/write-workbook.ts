import {
  capital,
  confidences,
  evidenceRoles,
  inEach,
  type Language,
  languages,
  parsePeriod,
  safeText,
  type Text,
  typeset,
  units,
} from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import { answersOf, checkDocument } from './check-document.ts';
import { columnMeaning } from './column-words.ts';
import type { Block, Document, Evidence, Figure, TableBlock, Why, Words } from './document.ts';
import { untitledChart, widths } from './draw-charts.ts';
import { framesOf } from './frames.ts';
import { notAddedTable } from './not-added-table.ts';
import { filterOf, type PackedCell, type PackedSheet, packWorkbook } from './pack-workbook.ts';
import { languageNames, markWords, words } from './words.ts';

/** A share with the decimals its percentage is printed with: 0.07 × 100 is not whole in floating point. */
interface Share {
  readonly share: number;
  readonly decimals: number;
}

/** A value of a workbook cell: words, a number, a share, or nothing. Days, months and years are told by their words. */
type SheetCell = string | number | Share | null;

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

/** Words that say nothing: no figure, and none was asked. */
const isNothing = (words: string): boolean => /^[–-]?$/u.test(words.trim());

/** The number that English words are, and nothing but that: "1,768", "−0.5"; a percentage as a share, "27%". */
function numberIn(words: string): SheetCell {
  // A number of four figures has a comma; a year has none.
  if (/^\d{4}$/u.test(words)) return words;
  const found = /^([−-]?)(\d{1,3}(?:,\d{3})*|\d+)(\.\d+)?([\s\u00a0\u202f]?%)?$/u.exec(
    words.trim(),
  );
  if (!found) return null;
  const [, sign = '', whole = '', part = '', percent] = found;
  const value = Number(`${sign && '-'}${whole.replaceAll(',', '')}${part}`);
  if (percent === undefined) return value;
  const decimals = Math.max(0, part.length - 1);
  return { share: Number((value / 100).toFixed(decimals + 2)), decimals };
}

/** The number of a cell in a column of numbers, whatever language its words are in. */
const numeric = ({ value, shown }: Figure): SheetCell => value ?? numberIn(shown.en);

function cellOf(figure: Figure, language: Language): SheetCell {
  if (figure.value !== undefined && figure.value !== null) return figure.value;
  const shown = figure.shown[language];
  if (isNothing(shown)) return null;
  if (figure.shown.en.endsWith('%')) return numberIn(figure.shown.en) ?? shown;
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
  const beside = table.columns.map(({ kind }, index) => ({
    mark: some(index, ({ mark }) => mark),
    // A column of numbers holds nothing else: what has no number, and why, stands beside it.
    words:
      some(index, ({ shown }) => /[\p{L}≥≤]/u.test(shown.en)) ||
      (kind === 'number' &&
        table.rows.some((row) => {
          const figure = row[index];
          return figure && numeric(figure) === null && !isNothing(figure.shown.en);
        })),
  }));
  const several = beside.filter(({ words }) => words).length > 1;
  const severalMarks = beside.filter(({ mark }) => mark).length > 1;
  const headOf = (words: Text, column: TableBlock['columns'][number], isOne: boolean): string =>
    isOne ? words[language] : `${words[language]}, ${columnName(column, language)}`;
  const unit = unitAtEnd(table.caption);
  const held = table.columns.map(({ kind, label }) =>
    kind === 'number' && unit && !unitAtEnd(label) && label.en !== unit.en ? unit : null,
  );
  return {
    name: table.caption[language],
    caption: table.caption[language],
    header: table.columns.flatMap((column, index) => [
      [columnName(column, language), ...(held[index] ? [held[index][language]] : [])].join(', '),
      ...(beside[index]?.words ? [headOf(words.asShown, column, !several)] : []),
      ...(beside[index]?.mark ? [headOf(words.legend, column, !severalMarks)] : []),
    ]),
    rows: table.rows.map((row) =>
      row.flatMap((figure, index) => {
        const mark = marked(figure);
        const isNumber = table.columns[index]?.kind === 'number';
        return [
          isNumber ? numeric(figure) : cellOf(figure, language),
          ...(beside[index]?.words
            ? [isNothing(figure.shown[language]) ? null : figure.shown[language]]
            : []),
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
  if (block.kind === 'not-added') return [tableSheet(notAddedTable(block), language)];
  if (block.kind !== 'chart') return [];
  const { title, caption, table } = untitledChart(block.draw, language, widths.page);
  return [{ name: title, caption: title, ...apartFromWords(table, language), notes: [caption] }];
}

/** The numbers of a chart, words that stand among them in a column beside. */
function apartFromWords(
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: Sheet['rows'] },
  language: Language,
): Pick<Sheet, 'header' | 'rows'> {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' && isNothing(cell) ? null : cell)),
  );
  const isMixed = columns.map((_, index) =>
    ['number', 'string'].every((type) => cells.some((row) => typeof row[index] === type)),
  );
  const of = (cell: SheetCell, type: string): SheetCell => (typeof cell === type ? cell : null);
  return {
    header: columns.flatMap((head, index) =>
      isMixed[index] ? [head, `${words.asShown[language]}, ${head}`] : [head],
    ),
    rows: cells.map((row) =>
      row.flatMap((cell, index) =>
        isMixed[index] ? [of(cell, 'number'), of(cell, 'string')] : [cell],
      ),
    ),
  };
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

function evidence(answers: readonly Why[], language: Language): Sheet {
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
    rows: answers.flatMap((why) =>
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
function sheetsOf(
  document: Document,
  answers: readonly Why[],
  language: Language,
): readonly Sheet[] {
  const blocks = [...document.front, ...document.sections.flatMap((section) => section.blocks)];
  const shown = [
    overview(document, language),
    ...blocks.flatMap((block) => blockSheets(block, language)),
  ];
  // The provenance quotes its sources, whose words stay as they are.
  return [...shown.map((sheet) => set(sheet, language)), evidence(answers, language)];
}

/** The sheets of a document in each language, made once for its workbooks. */
const made = new WeakMap<Document, Readonly<Record<Language, readonly Sheet[]>>>();

function inSheets(document: Document): Readonly<Record<Language, readonly Sheet[]>> {
  const known = made.get(document);
  if (known) return known;
  const answers = answersOf(document);
  const [nl = [], fr = [], de = [], en = []] = languages.map((one) =>
    sheetsOf(document, answers, one),
  );
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

/** As many whole words as there is room for, without what only joins them to the next. */
function firstWords(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room + 1);
  const end = cut.lastIndexOf(' ');
  return (end > 0 ? cut.slice(0, end) : text.slice(0, room)).replace(/[\s,;:.–-]+$/u, '');
}

/** A sheet name as Excel allows it, unlike the ones before it. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${firstWords(clean, 31 - ending.length)}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const safe = (value: string | null): string | null => (value === null ? null : safeText(value));

/** A day or a month of the calendar that a cell holds in words, as a date, a month as its first day; a year, as a number. */
function dated(value: SheetCell, language: Language): PackedCell | null {
  if (typeof value !== 'string' || value.length > 24 || !/\d{4}$/u.test(value)) return null;
  if (/^\d{4}$/u.test(value)) return { value: Number(value), style: 'year' };
  try {
    const { start, freq } = parsePeriod(value.replaceAll(/[\u00a0\u202f]/gu, ' '), language);
    if (freq !== 'D' && freq !== 'M') return null;
    return { value: new Date(`${start}T00:00:00Z`), style: freq === 'D' ? 'day' : 'month' };
  } catch {
    return null;
  }
}

function cell(value: SheetCell, language: Language | null): PackedCell {
  const day = language && dated(value, language);
  if (day) return day;
  if (value !== null && typeof value === 'object')
    return {
      value: value.share,
      style: value.decimals === 0 ? 'share' : 'partShare',
    };
  if (typeof value !== 'number') return { value: safe(value), style: 'words' };
  return { value, style: Number.isInteger(value) ? 'whole' : 'part' };
}

const lead = (sheet: string, shown = sheet): PackedCell => ({
  value: safe(shown),
  style: 'link',
  leadsTo: sheet,
});

/** Row of the heads; above it the marking, the caption and the way back. */
const headRow = 4;

function packed(name: string, sheet: Sheet, banner: string, back: Back): PackedSheet {
  const marking = banner.replaceAll('\n', ' · ');
  const row = (cells: readonly SheetCell[], at: number): readonly PackedCell[] => {
    const made = cells.map((value) => cell(value, sheet.quotes ? null : back.language));
    const link = sheet.links?.[at];
    return link === undefined ? made : [lead(link), ...made.slice(1)];
  };
  return {
    name,
    rows: [
      [{ value: marking, style: 'banner' }],
      [{ value: safe(sheet.caption), style: 'caption' }],
      name === back.sheet ? [] : [lead(back.sheet, `← ${back.sheet}`)],
      sheet.header.map((value) => ({ value: safe(value), style: 'head' })),
      ...sheet.rows.map(row),
      ...(sheet.notes.length > 0 ? [[]] : []),
      ...sheet.notes.map((note) => [{ value: safe(note), style: 'plain' } as const]),
    ],
    widths: sheet.header.map((name, index) => {
      const lengths = sheet.rows.map((cells) => {
        const value = cells[index] ?? '';
        return (typeof value === 'object' ? 8 : String(value).length) + 2;
      });
      return Math.min(60, Math.max(10, name.length + 2, ...lengths));
    }),
    frozen: headRow,
    filter:
      sheet.rows.length > 1 ? filterOf(headRow, sheet.rows.length, sheet.header.length) : null,
    marking: marking.replaceAll('&', '&&').slice(0, 240),
  };
}

/**
 * A document as an Excel workbook in one language: an index with links, overview, each table, the numbers behind each
 * chart, the provenance of each figure down to file, line, column and raw cell, and a dictionary of every column.
 * Numbers, shares, years, months and days are values, and a column of numbers holds nothing else; heads are frozen and filter. The handling banner is the first row of every
 * sheet and stands in its header and footer. Text that a spreadsheet could take for a formula is made safe as the
 * store does it; the same document is the same bytes.
 *
 * The caller writes it with the store's `writeThrough` and the same clearance.
 *
 * @throws UsageError for a text that lacks a language, or an exercise whose clearance does not say so
 */
export function writeWorkbook(document: Document, options: WorkbookOptions): Uint8Array {
  const { clearance, language } = options;
  checkDocument(document, clearance);
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
  return packWorkbook(
    [
      packed(back.sheet, first, banner, back),
      ...all.map((sheet, at) => packed(allNames[at] ?? '', sheet, banner, back)),
    ],
    document.title[language],
  );
}
