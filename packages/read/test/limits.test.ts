import { describeFile } from '@samenbeeld/describe';
import { readTable } from '@samenbeeld/read';
import { expect, test } from 'vitest';
import { ingested, messageOf } from '../../ingest/test/fixture.ts';
import { cellBeyond, manyArrays, vastLink } from '../src/check-cells.ts';
import { tempFile } from './temp-file.ts';

const wide = (columns: number): string => {
  const numbers = Array.from({ length: columns }, (_, at) => at);
  return `${numbers.map((at) => `c${at}`).join(';')}\n${numbers.map((at) => at + 0.5).join(';')}\n`;
};

test('a table of 5,000 columns is read, one more is refused by name', async () => {
  const [table] = await readTable(tempFile('wide.csv', wide(5000)), { format: 'csv' });
  expect(table?.columns).toHaveLength(5000);
  expect(
    await messageOf(readTable(tempFile('wider.csv', wide(5001)), { format: 'csv' })),
  ).toMatchInlineSnapshot(
    `"wider.csv, line 1: expected at most 5,000 columns, found 5,001. Repair: check the delimiter; else fetch a smaller selection, or the table with one row a figure"`,
  );
  const keys = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`k${at}`, at]));
  expect(
    await messageOf(
      readTable(tempFile('wide.json', JSON.stringify([keys])), { format: 'json', path: '/' }),
    ),
  ).toContain('expected at most 5,000 columns, found 5,001');
});

test('describe says what it does not look at', async () => {
  expect(await messageOf(describeFile(tempFile('wide.csv', wide(1001))))).toMatchInlineSnapshot(
    `"wide.csv, line 1: expected at most 1,000 columns to describe, found 1,001. Repair: describe a copy with some of the columns: where they are alike, one fold in the description takes them all"`,
  );
  const long = `jaar;${'aantal '.repeat(200)}\n2021;4\n2022;5\n2023;6\n`;
  expect(await messageOf(describeFile(tempFile('long.csv', long)))).toMatchInlineSnapshot(
    `"long.csv, line 1, column B: expected headings of at most 1,000 characters, found one of 1,399. Repair: fetch the file again; else give the column a shorter heading in a copy"`,
  );
});

test('hundreds of value columns are read as exactly as few', async () => {
  const columns = Array.from({ length: 150 }, (_, at) => `misdrijf${at}`);
  const figure = (at: number, year: number): string => (at === 7 ? ' 1.5' : `${at * year}`);
  const { conservation, rows, issues } = await ingested({
    description: {
      columns: { Plaats: { to: 'place' }, Jaar: { to: 'period', as: 'year' } },
      fold: [
        {
          headers: '^misdrijf(?<n>\\d+)$',
          groups: { n: { to: 'nationalCode', pattern: '^\\d+$' } },
          value: { to: 'value', as: 'number', decimalChar: '.' },
        },
      ],
    },
    files: [
      `Plaats;Jaar;${columns.join(';')}`,
      ...[2021, 2022].map(
        (year) => `NL;${year};${columns.map((_, at) => figure(at, year)).join(';')}`,
      ),
      `NL;2023;${columns.map((_, at) => (at === 9 ? '12345678a@example.org' : `${at}`)).join(';')}`,
      '',
    ].join('\n'),
  });
  // The row with what looks like an address of a person is kept out whole.
  expect(conservation).toMatchObject([{ items: 450, accepted: 300, rejected: 150 }]);
  expect(issues.map(({ rule, line, column }) => [rule, line, column])).toContainEqual([
    'personal-data.e-mail',
    4,
    'L "misdrijf9"',
  ]);
  expect(
    rows.filter(({ national_code }) => national_code === '7').map(({ value }) => value),
  ).toEqual([1.5, 1.5]);
});

const cell = (reference: string): Buffer =>
  Buffer.from(`<row r="1"><c r="${reference}"><v>1</v></c></row>`);

test.each([
  ['A1', null],
  ['XFD1048576', null],
  ['XFE1', 'XFE1'],
  ['A1048577', 'A1048577'],
  ['ZZZZZ99999999', 'ZZZZZ99999999'],
])('a cell at %s', (reference, beyond) => {
  expect(cellBeyond(cell(reference))).toBe(beyond);
});

test('text that looks like a reference is none, other quotes and prefixes are', () => {
  expect(
    cellBeyond(Buffer.from('<c r="A1" t="inlineStr"><is><t>x r="ZZZZ1"</t></is></c>')),
  ).toBeNull();
  expect(cellBeyond(Buffer.from("<x:row r='1048577'>"))).toBe('1048577');
});

test('a link over all cells and formulas over many ranges are seen', () => {
  const link = (range: string): Buffer =>
    Buffer.from(`<hyperlinks><hyperlink ref="${range}"/></hyperlinks>`);
  expect(vastLink(link('A1:XFD1048576'))).toBe('A1:XFD1048576');
  expect(vastLink(link('A1:B20'))).toBeNull();
  const formula = '<c r="A1"><f t="array" ref="A1:B2">1</f></c>';
  expect(manyArrays(Buffer.from(formula.repeat(100)))).toBe(false);
  expect(manyArrays(Buffer.from(formula.repeat(30_000)))).toBe(true);
});
