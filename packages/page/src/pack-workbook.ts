import { escapeXml } from '@samenbeeld/schema';
import { strToU8, zipSync } from 'fflate';

/** How a cell looks. */
export type CellStyle =
  | ('plain' | 'banner' | 'caption' | 'head' | 'link' | 'words')
  | ('whole' | 'part' | 'year' | 'day' | 'month' | 'share' | 'partShare');

/** A cell: words, a number or nothing, with the name of the sheet that its words lead to where there is one. */
export interface PackedCell {
  readonly value: string | number | Date | null;
  readonly style: CellStyle;
  readonly leadsTo?: string;
}

/** A sheet as it is packed: rows from the first, each of the cells from the first column. */
export interface PackedSheet {
  readonly name: string;
  readonly rows: readonly (readonly PackedCell[])[];
  /** In characters, of each column that has a width. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozen: number;
  /** Heads and what they filter, as "A4:C13". */
  readonly filter: string | null;
  /** In the middle of the header and footer of each page, as Excel writes it (a "&" is "&&"). */
  readonly marking: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const openPackage = 'http://schemas.openxmlformats.org/package/2006';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const fonts = [
  '<sz val="11"/>',
  '<b/><sz val="11"/>',
  '<b/><sz val="14"/>',
  '<u/><sz val="11"/><color rgb="FF005A8C"/>',
];
const numbers = ['yyyy-mm-dd', '#,##0.##########', 'mmmm yyyy', '0.0##########%'];
/** Numbers of formats of one's own begin here (ECMA-376, part 1, 18.8.30). */
const ownNumbers = 164;

interface Format {
  readonly font: number;
  readonly number: number;
  readonly wraps: boolean;
}
const formats: Readonly<Record<CellStyle, Format>> = {
  plain: { font: 0, number: 0, wraps: false },
  banner: { font: 1, number: 0, wraps: false },
  caption: { font: 2, number: 0, wraps: false },
  head: { font: 1, number: 0, wraps: true },
  link: { font: 3, number: 0, wraps: true },
  words: { font: 0, number: 0, wraps: true },
  whole: { font: 0, number: 3, wraps: true },
  year: { font: 0, number: 1, wraps: true },
  day: { font: 0, number: ownNumbers, wraps: true },
  part: { font: 0, number: ownNumbers + 1, wraps: true },
  month: { font: 0, number: ownNumbers + 2, wraps: true },
  // 0% (ECMA-376, part 1, 18.8.30).
  share: { font: 0, number: 9, wraps: true },
  partShare: { font: 0, number: ownNumbers + 3, wraps: true },
};
const styleNumbers = new Map(Object.keys(formats).map((name, at) => [name, at]));

function stylesXml(): string {
  const format = ({ font, number, wraps }: Format): string =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"${wraps ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'}`;
  const list = (name: string, inside: readonly string[]): string =>
    `<${name} count="${inside.length}">${inside.join('')}</${name}>`;
  return [
    `${head}<styleSheet xmlns="${spreadsheet}">`,
    list(
      'numFmts',
      numbers.map((code, at) => `<numFmt numFmtId="${ownNumbers + at}" formatCode="${code}"/>`),
    ),
    list(
      'fonts',
      fonts.map((font) => `<font>${font}<name val="Calibri"/><family val="2"/></font>`),
    ),
    list(
      'fills',
      ['none', 'gray125'].map((one) => `<fill><patternFill patternType="${one}"/></fill>`),
    ),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', Object.values(formats).map(format)),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}

/** Words without the characters that XML 1.0 cannot hold. */
const inXml = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  escapeXml(words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));

/** The name of a column: A, B, … Z, AA. */
function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return `${before}${String.fromCharCode(65 + (index % 26))}`;
}

/**
 * The heads and rows that a sheet filters, as Excel names them.
 *
 * @internal
 */
export const filterOf = (headRow: number, rows: number, columns: number): string =>
  `A${headRow}:${columnName(columns - 1)}${headRow + rows}`;

/** Days since 30 December 1899, as Excel counts a day. */
const serialDay = (day: Date): number => day.getTime() / 86_400_000 + 25_569;

/** Words of all sheets, each once, by their number. */
class SharedWords {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  number(words: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(words);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(words, number);
    return number;
  }

  xml(): string {
    const all = [...this.#numbers.keys()].map((words) => {
      const space = /^\s|\s$|\n|\s\s/.test(words) ? ' xml:space="preserve"' : '';
      return `<si><t${space}>${inXml(words)}</t></si>`;
    });
    return `${head}<sst xmlns="${spreadsheet}" count="${this.#uses}" uniqueCount="${all.length}">${all.join('')}</sst>`;
  }
}

function cellXml({ value, style }: PackedCell, place: string, words: SharedWords): string {
  const open = `<c r="${place}" s="${styleNumbers.get(style)}"`;
  if (value === null) return `${open}/>`;
  if (typeof value === 'string') return `${open} t="s"><v>${words.number(value)}</v></c>`;
  return `${open}><v>${typeof value === 'number' ? value : serialDay(value)}</v></c>`;
}

function sheetXml(
  { rows, widths, frozen, filter, marking }: PackedSheet,
  words: SharedWords,
): string {
  const links: string[] = [];
  const lines = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => {
      const place = `${columnName(column)}${row + 1}`;
      if (cell.leadsTo !== undefined) {
        const location = inXml(`'${cell.leadsTo.replaceAll("'", "''")}'!A1`);
        links.push(
          `<hyperlink ref="${place}" location="${location}" display="${inXml(String(cell.value))}"/>`,
        );
      }
      return cellXml(cell, place, words);
    });
    return inside.length === 0 ? '' : `<row r="${row + 1}">${inside.join('')}</row>`;
  });
  const most = Math.max(1, ...rows.map((cells) => cells.length));
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${head}<worksheet xmlns="${spreadsheet}" xmlns:r="${relation}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${columnName(most - 1)}${Math.max(1, rows.length)}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${lines.join('')}</sheetData>`,
    filter === null ? '' : `<autoFilter ref="${filter}"/>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;C${inXml(marking)}</oddHeader><oddFooter>&amp;C${inXml(marking)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** The parts of a workbook file by their path (ECMA-376, parts 1 and 2). */
function partsOf(sheets: readonly PackedSheet[], title: string): ReadonlyMap<string, string> {
  const words = new SharedWords();
  const paths = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const written = sheets.map((sheet) => sheetXml(sheet, words));
  const kinds: readonly (readonly [path: string, kind: string])[] = [
    ...paths.map((path) => [path, 'worksheet'] as const),
    ['styles.xml', 'styles'],
    ['sharedStrings.xml', 'sharedStrings'],
  ];
  const relations = (all: readonly (readonly [target: string, type: string])[]): string =>
    `${head}<Relationships xmlns="${openPackage}/relationships">${all.map(([target, type], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>`,
    ...kinds.map(
      ([path, kind]) => `<Override PartName="/xl/${path}" ContentType="${content}.${kind}+xml"/>`,
    ),
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  ];
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${inXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  // What a filter stands on is a name of its sheet, which Excel expects.
  const filters = sheets.flatMap(({ name, filter }, at) => {
    if (filter === null) return [];
    const place = filter.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const sheet = name.replaceAll("'", "''");
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${inXml(`'${sheet}'!${place}`)}</definedName>`;
  });
  const names = filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : '';
  // A file of fixed contents has no moment of its own.
  const moment = '1970-01-01T00:00:00Z';
  const when = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${openPackage}/content-types">${types.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      relations([
        ['xl/workbook.xml', `${relation}/officeDocument`],
        ['docProps/core.xml', `${openPackage}/relationships/metadata/core-properties`],
      ]),
    ],
    [
      'docProps/core.xml',
      `${head}<cp:coreProperties xmlns:cp="${openPackage}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>samenbeeld</dc:creator><dc:title>${inXml(title)}</dc:title><cp:lastModifiedBy>samenbeeld</cp:lastModifiedBy>${when('created')}${when('modified')}</cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${relation}"><sheets>${listed.join('')}</sheets>${names}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(kinds.map(([path, kind]) => [path, `${relation}/${kind}`])),
    ],
    ['xl/styles.xml', stylesXml()],
    ...written.map((xml, at) => [`xl/${paths[at]}`, xml] as const),
    ['xl/sharedStrings.xml', words.xml()],
  ]);
}

/** The first day that a zip file can hold, by the clock on the wall, as zip files have it. */
const firstDay = new Date(1980, 0, 1);

/**
 * Sheets as the bytes of an Excel workbook (Office Open XML, ECMA-376); the same sheets are the same bytes. A library
 * takes most of a build's time for what is some strings here.
 */
export function packWorkbook(sheets: readonly PackedSheet[], title: string): Uint8Array {
  const parts = [...partsOf(sheets, title)].map(([path, xml]) => [path, strToU8(xml)] as const);
  // Packed by the same code on every machine: what zlib makes of the same bytes differs by its build and processor.
  return zipSync(Object.fromEntries(parts), { mtime: firstDay, level: 3, mem: 4 });
}
