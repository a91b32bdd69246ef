// Large sheets of plain cells are read without the spreadsheet library's reader of cells: what comes of them is the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkWorkbook } from '../src/check-workbook.ts';
import { parseWorkbook } from '../src/parse-workbook.ts';
import { type WorkbookPart, withPlainCells } from '../src/plain-cells.ts';

/** What a workbook holds, without the runs of shared texts, which nobody reads. */
function told(book: WorkBook): unknown {
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] as WorkSheet;
    const data = (sheet['!data'] ?? []).map((row) =>
      row?.map((cell) => {
        if (!cell) return cell;
        const { r: _, ...rest } = cell;
        return rest;
      }),
    );
    return { name, ...sheet, '!data': data };
  });
}

type Parse = (parts: readonly WorkbookPart[]) => WorkBook;

/** The parts of a workbook, and how the library reads them. */
function opened(bytes: Buffer): { readonly parts: readonly WorkbookPart[]; readonly parse: Parse } {
  const { parts, pack, formulas } = checkWorkbook('a.xlsx', bytes);
  const options = { sheetStubs: false, cellFormula: formulas };
  return { parts, parse: (own) => parseWorkbook('a.xlsx', pack(own), options) };
}

function both(
  parts: readonly WorkbookPart[],
  parse: Parse,
): { readonly plain: unknown; readonly library: unknown } {
  const plain = withPlainCells(parts, parse, 0);
  return { plain: plain && told(plain), library: told(parse(parts)) };
}

const texts = ['port', '', 'cocaïne & <b>', ' a ', 'x_x0041_y', 'é\nè', '𝒳'];
const base = write(
  {
    SheetNames: ['cells', 'other'],
    Sheets: {
      cells: {
        '!ref': 'A1:A9',
        ...Object.fromEntries(texts.map((v, at) => [`A${at + 1}`, { t: 's', v }])),
        A8: { t: 'n', v: 45000, z: 'dd/mm/yyyy' },
        A9: { t: 'n', v: 0.5, z: '0.0%' },
      } as unknown as WorkSheet,
      other: { '!ref': 'A1', A1: { t: 's', v: 'else' } } as WorkSheet,
    },
  },
  { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true },
) as Buffer;

const workbook = opened(base);

/** The parts of the workbook with other rows in its first sheet, and something behind them. */
function withRows(rows: string, after = ''): readonly WorkbookPart[] {
  return workbook.parts.map(({ name, body }) => {
    if (name !== 'xl/worksheets/sheet1.xml') return { name, body };
    const [before = '', rest = ''] = body.toString('utf8').split(/<sheetData>.*<\/sheetData>/su);
    return { name, body: Buffer.from(`${before}<sheetData>${rows}</sheetData>${after}${rest}`) };
  });
}

const style = fc.constantFrom('', '', ' s="0"', ' s="1"', ' s="2"', ' s="9"');
const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
  fc.constantFrom(
    '0',
    '-0',
    '1E3',
    '.5',
    '007',
    '12345678901234567890',
    '1e-7',
    '9007199254740993',
  ),
);
const plainText = fc
  .string({ unit: fc.constantFrom(...'aé>"\' _x0𝒳\t'), maxLength: 6 })
  .map((text) => text || 'b');
const plainCell = fc.oneof(
  figure.map((v) => ['', `<v>${v}</v>`]),
  figure.map((v) => [' t="n"', `<v>${v}</v>`]),
  fc.nat(6).map((v) => [' t="s"', `<v>${v}</v>`]),
  fc.nat(1).map((v) => [' t="b"', `<v>${v}</v>`]),
  plainText.map((v) => [' t="str"', `<v>${v}</v>`]),
  plainText.map((v) => [' t="inlineStr"', `<is><t xml:space="preserve">${v}</t></is>`]),
  fc.constant(['', null]),
);
const oddCell = fc.constantFrom(
  [' t="e"', '<v>#N/A</v>'],
  [' t="d"', '<v>2024-01-02</v>'],
  [' t="b"', '<v>true</v>'],
  ['', '<v> 5 </v>'],
  ['', '<v>12abc</v>'],
  ['', '<v>&#49;</v>'],
  ['', '<f>1+1</f><v>2</v>'],
  [' t="str"', '<f>A1</f><v>x</v>'],
  [' t="str"', '<v>a_x0041_b</v>'],
  [' t="str"', '<v>a&amp;b</v>'],
  [' t="inlineStr"', '<is><r><t>a</t></r><r><t>b</t></r></is>'],
  [' t="inlineStr"', '<is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh></is>'],
  [' t="inlineStr"', '<is><t/></is>'],
  [' t="s"', null],
  [' t="n"', null],
  [' cm="1"', '<v>1</v>'],
  [' t="str"', '<v>a\r\nb</v>'],
  [' t="s"', '<v xml:space="preserve">1</v>'],
) as fc.Arbitrary<readonly (string | null)[]>;

const rowsOf = (cells: fc.Arbitrary<readonly (string | null)[]>): fc.Arbitrary<string> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('', ' spans="1:3" ht="15" x14ac:dyDescent="0.25"'),
        fc.array(fc.tuple(fc.constantFrom('A', 'C', 'Z', 'AB'), style, cells), { maxLength: 4 }),
      ),
      { selector: ([line]) => line, maxLength: 6 },
    )
    .map((rows) =>
      rows
        .map(([line, more, own]) => {
          const inner = own.map(([column, s, [type, content]]) =>
            content === null
              ? `<c r="${column}${line}"${s}${type}/>`
              : `<c r="${column}${line}"${s}${type}>${content}</c>`,
          );
          return `<row r="${line}"${more}${inner.length > 0 ? `>${inner.join('')}</row>` : '/>'}`;
        })
        .join(''),
    );

test('plain cells are read as the spreadsheet library reads them', () => {
  fc.assert(
    fc.property(rowsOf(plainCell), (rows) => {
      const { plain, library } = both(withRows(rows), workbook.parse);
      if (!/>007<|_x0{3,}_/u.test(rows)) expect(plain).not.toBeNull();
      if (plain) expect(plain).toEqual(library);
    }),
    { numRuns: 150 },
  );
});

test('what is not plain is left to the library, or read as it reads it', () => {
  fc.assert(
    fc.property(rowsOf(fc.oneof(plainCell, oddCell)), (rows) => {
      const { plain, library } = both(withRows(rows), workbook.parse);
      if (plain) expect(plain).toEqual(library);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', ''],
  ['<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', ''],
  ['<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>', ''],
  ['<row r="1"><c r="A1" t="str"><v>a&amp;b</v></c></row>', ''],
  ['<row r="1"><c r="A1" t="s"><v>99</v></c></row>', ''],
  ['<row r="1"><c r="A2"><v>1</v></c></row>', ''],
  ['<row><c><v>1</v></c></row>', ''],
  ['<row r="1"> <c r="A1"><v>1</v></c></row>', ''],
  ['<row r="1"><c r="A1"><v>1</v></c>', ''],
  ['<row r="1"><c r="A1"><v>1</v></c></row>', '<hyperlinks><hyperlink ref="B2:C3"/></hyperlinks>'],
  ['<row r="1"><c r="A1"><v>1</v></c></row>', '<!-- </sheetData> -->'],
])('%s%s is not plain', (rows, after) => {
  const first = withRows(rows, after).filter(({ name }) => !name.endsWith('sheet2.xml'));
  const parse: Parse = (own) =>
    workbook.parse(
      workbook.parts.map((part) => own.find(({ name }) => name === part.name) ?? part),
    );
  expect(withPlainCells(first, parse, 0)).toBeNull();
});

test('workbooks of the fixtures are plain, and read as the library reads them', () => {
  const folder = join(import.meta.dirname, '../../../fixtures/exercise');
  const workbooks = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  expect(workbooks.length).toBeGreaterThan(0);
  for (const name of workbooks) {
    const { parts, parse } = opened(readFileSync(join(folder, name)));
    const { plain, library } = both(parts, parse);
    expect(plain).toEqual(library);
  }
});
