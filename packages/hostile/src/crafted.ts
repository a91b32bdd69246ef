import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file made to hurt, under the name it would arrive with. */
export interface CraftedFile {
  readonly name: string;
  readonly make: () => Uint8Array;
}

const text = (name: string, make: () => string): CraftedFile => ({
  name,
  make: () => Buffer.from(make(), 'latin1'),
});

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const relations = (target: string, type: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of one sheet, with the parts that are given in place of its own. */
export function workbook(
  sheet: string,
  parts: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const entries: Zippable = {
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations('xl/workbook.xml', 'officeDocument')),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relations('worksheets/sheet1.xml', 'worksheet')),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...parts,
  };
  return zipSync(entries);
}

/** The XML of a sheet. */
export const sheet = (body: string, range = 'A1:C3', after = ''): string =>
  `<?xml version="1.0"?><worksheet ${main}><dimension ref="${range}"/><sheetData>${body}</sheetData>${after}</worksheet>`;

const xlsx = (name: string, make: () => Uint8Array): CraftedFile => ({
  name: `${name}.xlsx`,
  make,
});

/** Two rows of two cells. */
export const rows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Jahr</t></is></c><c r="B1" t="inlineStr"><is><t>Fall</t></is></c></row><row r="2"><c r="A2"><v>2022</v></c><c r="B2"><v>5</v></c></row>';

const laughs =
  '<!DOCTYPE l [<!ENTITY a "lollollollol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>';

/** A central directory that names a size its entry does not have. */
function lyingSize(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt32LE(0x7fffffff, at + 24);
  return copy;
}

/** The directory of an archive with one record many times: entries that overlap in the same bytes. */
function overlapping(bytes: Uint8Array, name: string, times: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const end = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const at = copy.lastIndexOf(Buffer.from(name)) - 46;
  const length = 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30);
  const records = Array.from({ length: times }, () => copy.subarray(at, at + length));
  const tail = Buffer.from(copy.subarray(end));
  tail.writeUInt16LE(tail.readUInt16LE(8) + times, 8);
  tail.writeUInt16LE(tail.readUInt16LE(10) + times, 10);
  tail.writeUInt32LE(tail.readUInt32LE(12) + times * length, 12);
  return Buffer.concat([copy.subarray(0, end), ...records, tail]);
}

const nested = (depth: number): Uint8Array =>
  zipSync({ 'inner.zip': depth === 0 ? new Uint8Array(50_000_000) : nested(depth - 1) });

const numbered = (count: number, body: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => body(index + 1)).join('');

const sharedType =
  '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>';

/** A workbook of so many rows that all say one shared text. */
function oneTextIn(rowCount: number, text: string): Uint8Array {
  return workbook(
    sheet(
      `${rows}${numbered(rowCount, (row) => `<row r="${row + 2}"><c r="A${row + 2}" t="s"><v>0</v></c><c r="B${row + 2}"><v>${row}</v></c></row>`)}`,
    ),
    {
      '[Content_Types].xml': strToU8(types.replace('</Types>', sharedType)),
      'xl/sharedStrings.xml': strToU8(
        `<?xml version="1.0"?><sst ${main}><si><t>${text}</t></si></sst>`,
      ),
    },
  );
}

const books: readonly CraftedFile[] = [
  xlsx('bomb', () => workbook(sheet(rows), { 'xl/media/image1.bin': new Uint8Array(300_000_000) })),
  xlsx('bomb-sheet', () => workbook(sheet(`${rows}${' '.repeat(400_000_000)}`))),
  xlsx('bomb-below-the-limit', () => workbook(sheet(`${rows}${' '.repeat(190_000_000)}`))),
  xlsx('large-blank-sheet', () => workbook(sheet(`${rows}${' '.repeat(19_000_000)}`))),
  xlsx('nested-archives', () => workbook(sheet(rows), { 'xl/embeddings/inner.zip': nested(4) })),
  xlsx('overlapping-entries', () =>
    overlapping(
      workbook(sheet(rows), { 'xl/z.xml': new Uint8Array(5_000_000) }),
      'xl/z.xml',
      10_000,
    ),
  ),
  xlsx('vast-link', () =>
    workbook(
      sheet(rows, 'A1:B2', '<hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>'),
    ),
  ),
  xlsx('array-formulas', () =>
    workbook(
      sheet(
        `${rows}${numbered(20_000, (row) => `<row r="${row + 2}"><c r="A${row + 2}"><f t="array" ref="A${row + 2}:C${row + 9}">1</f><v>1</v></c></row>`)}`,
      ),
    ),
  ),
  xlsx('one-text-everywhere', () => oneTextIn(20_000, 'x'.repeat(32_767))),
  xlsx('one-text-of-a-megabyte', () => oneTextIn(3000, 'x'.repeat(1_000_000))),
  xlsx('rows-400k', () =>
    workbook(
      sheet(
        numbered(
          400_000,
          (row) =>
            `<row r="${row}"><c r="A${row}"><v>${2000 + (row % 20)}</v></c><c r="B${row}"><v>${row}</v></c><c r="C${row}"><v>${row % 7}</v></c></row>`,
        ),
        'A1:C400000',
      ),
    ),
  ),
  xlsx('columns-16k', () =>
    workbook(
      sheet(
        numbered(
          3,
          (row) =>
            `<row r="${row}">${Array.from({ length: 16_384 }, (_, at) => `<c><v>${at}</v></c>`).join('')}</row>`,
        ),
        'A1:XFD3',
      ),
    ),
  ),
  xlsx('lying-size', () => lyingSize(workbook(sheet(rows)))),
  xlsx('ten-thousand-entries', () =>
    workbook(
      sheet(rows),
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, i) => [`xl/x${i}.xml`, strToU8('<a/>')]),
      ),
    ),
  ),
  xlsx('whole-range', () => workbook(sheet(rows, 'A1:XFD1048576'))),
  xlsx('last-cell', () =>
    workbook(
      sheet(`${rows}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, 'A1:XFD1048576'),
    ),
  ),
  xlsx('beyond-last-cell', () =>
    workbook(sheet(`${rows}<row r="99999999"><c r="ZZZZZ99999999"><v>1</v></c></row>`)),
  ),
  xlsx('merged-whole', () =>
    workbook(
      sheet(rows, 'A1:B2', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
  ),
  xlsx('merged-many', () =>
    workbook(
      sheet(
        rows,
        'A1:B2',
        `<mergeCells>${Array.from({ length: 50_000 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 2}"/>`).join('')}</mergeCells>`,
      ),
    ),
  ),
  xlsx('formula-without-value', () =>
    workbook(
      sheet(
        '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>CMD()</f><v>=cmd</v></c></row>',
      ),
    ),
  ),
  xlsx('shared-string-out-of-range', () =>
    workbook(sheet('<row r="1"><c r="A1" t="s"><v>999999</v></c></row>')),
  ),
  xlsx('billion-laughs', () =>
    workbook(sheet(rows), {
      'xl/worksheets/sheet1.xml': strToU8(
        `${laughs}${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>')}`,
      ),
    }),
  ),
  xlsx('external-entity', () =>
    workbook(sheet(rows), {
      'xl/worksheets/sheet1.xml': strToU8(
        `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&f;</t></is></c></row>')}`,
      ),
    }),
  ),
  xlsx('deep-xml', () => workbook(sheet(`${'<row>'.repeat(100_000)}${'</row>'.repeat(100_000)}`))),
  xlsx('same-cell-twice', () =>
    workbook(
      sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>',
      ),
    ),
  ),
  xlsx('impossible-date', () =>
    workbook(
      sheet(
        '<row r="1"><c r="A1" t="d"><v>2022-99-99</v></c><c r="B1"><v>1e308</v></c><c r="C1"><v>-0</v></c></row>',
      ),
    ),
  ),
  xlsx('climbing-name', () => workbook(sheet(rows), { '../../../tmp/x': strToU8('x') })),
  xlsx('no-sheet', () =>
    zipSync({ '[Content_Types].xml': strToU8(types), 'xl/workbook.xml': strToU8('<workbook/>') }),
  ),
];

const deep = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const texts: readonly CraftedFile[] = [
  text('columns.csv', () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    return `${numbers.map((n) => `c${n}`).join(';')}\n${`${numbers.join(';')}\n`.repeat(3)}`;
  }),
  text('one-cell.csv', () => `a;b\n${'x'.repeat(20_000_000)};1\n`),
  text('one-line.csv', () => '1;'.repeat(3_000_000)),
  text('quotes.csv', () => '"'.repeat(2_000_001)),
  text('quote-never-closed.csv', () => `a;b\n"${'1;2\n'.repeat(500_000)}`),
  text('nuls.csv', () => '\0'.repeat(5_000_000)),
  text('blank-lines.csv', () => '\n'.repeat(1_000_000)),
  text('only-header.csv', () => 'Jaar;Aantal\n'),
  text('only-title.csv', () => 'Titel\n'),
  text('same-heading.csv', () => `${'a;'.repeat(5000)}a\n${'1;'.repeat(5000)}1\n`),
  text('carriage-returns.csv', () => 'a;b\r1;2\r3;4\r\r\r5;6'),
  text('odd-utf16.csv', () => '\xff\xfea\0;\0b\0\n\x001'),
  text('random.bin', () => {
    let state = 1;
    return Array.from({ length: 300_000 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return String.fromCharCode(state >>> 24);
    }).join('');
  }),
  text(
    'formulas.csv',
    () => `Naam;Aantal\n=HYPERLINK("http://x";"y");1\n@SUM(1);2\n+cmd|' /C calc'!A0;3\n-2+3;4\n`,
  ),
  text('deep-array.json', () => deep('[', ']', 200_000)),
  text('deep-object.json', () => deep('{"value":', '}', 200_000)),
  text(
    'wide-object.json',
    () => `[{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":${i}`).join(',')}}]`,
  ),
  text(
    'distinct-keys.json',
    () => `[${Array.from({ length: 20_000 }, (_, at) => `{"k${at}":${at}}`).join(',')}]`,
  ),
  text('distinct-keys.ndjson', () =>
    Array.from({ length: 20_000 }, (_, at) => `{"k${at}":${at}}`).join('\n'),
  ),
  text(
    'beyond-2-53.json',
    () =>
      '[{"year":2021,"n":9007199254740993},{"year":2022,"n":123456789012345678901234567890},{"year":2023,"n":-0}]',
  ),
  text(
    'beyond-2-53-stat.json',
    () =>
      '{"version":"2.0","class":"dataset","id":["geo","time"],"size":[1,2],"value":[9007199254740993,1e400],"dimension":{"geo":{"category":{"index":["BE"]}},"time":{"category":{"index":["2022","2023"]}}}}',
  ),
  text('blanks-in-a-label.csv', () => `unit;n\n"1${' '.repeat(100_000)}!\nx";1\n`),
  text(
    'zeros.csv',
    () => `year;n\n2022;${'0'.repeat(1_000_000)}1x\n2023;${'9'.repeat(1_000_000)}\n`,
  ),
  text('huge-number.json', () => '[{"a":1e400,"b":-1e400,"c":123456789012345678901234567890.123}]'),
  text('prototype.json', () => '[{"__proto__":{"x":1},"constructor":2,"toString":3,"a":1}]'),
  text('lone-surrogate.json', () => '[{"a":"\\ud800"},{"a":"\\udfff\\ud800"}]'),
  text('cut.json', () => '{"value":[{"a":1},{"a":'),
  text('duplicate-keys.json', () => '[{"a":1,"a":2}]'),
  text('mixed.json', () => '[1,"a",null,{"a":[{"b":[1,2]}]},[[[]]]]'),
  text(
    'size-lies.json',
    () =>
      '{"version":"2.0","class":"dataset","id":["geo","time"],"size":[1000000000,1000000000],"value":[1],"dimension":{"geo":{"category":{"index":["BE"]}},"time":{"category":{"index":["2022"]}}}}',
  ),
  text(
    'negative-size.json',
    () =>
      '{"version":"2.0","class":"dataset","id":["geo"],"size":[-1],"value":{"0":1,"-5":2,"1e9":3},"dimension":{"geo":{"category":{"index":{"BE":0,"NL":7}}}}}',
  ),
  text('sparse-cube.json', () => {
    const names = ['geo', 'time', 'unit'];
    const index = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`c${at}`, at]));
    return JSON.stringify({
      version: '2.0',
      class: 'dataset',
      id: names,
      size: names.map(() => 1000),
      value: { 0: 1, 999999999: 2 },
      dimension: Object.fromEntries(names.map((name) => [name, { category: { index } }])),
    });
  }),
  text('many-arrays.json', () => `[${'[],'.repeat(300_000)}[]]`),
  text('bad-line.ndjson', () => '{"a":1}\nnot json\n{"a":2}\n{"a":'),
  text('cut.parquet', () => `PAR1${'\x15\x04'.repeat(200)}`),
  text('lying-footer.parquet', () => `PAR1${'\0'.repeat(100)}\xff\xff\xff\x7fPAR1`),
  text('no-value.sdmx.csv', () => 'DATAFLOW,freq,geo,TIME_PERIOD\nESTAT:X(1.0),A,BE,2022\n'),
  text('no-years.tsv', () => 'freq,geo\\TIME_PERIOD\t\t\t\nA,BE\t1\t2 b\t: c\t9\n'),
];

/** Members of gzip one after the other, each of a hundred million bytes. */
const bomb = (name: string, byte: string, members: number): CraftedFile => ({
  name,
  make: () => {
    const member = gzipSync(Buffer.alloc(100_000_000, byte));
    return Buffer.concat(Array.from({ length: members }, () => member));
  },
});

const packed: readonly CraftedFile[] = [
  bomb('bomb.csv.gz', '1;', 30),
  bomb('bomb.tsv.gz', '\n', 30),
  bomb('bomb.json.gz', '[', 30),
  bomb('below-the-limit.csv.gz', '\n', 1),
  { name: 'small-bomb.csv.gz', make: () => gzipSync(Buffer.alloc(19_000_000, '\n')) },
  {
    name: 'twice.csv.gz',
    make: () => gzipSync(gzipSync('incident_type_code,year,incident_count\nx,2022,1\n')),
  },
];

/** Every crafted file. */
export const crafted: readonly CraftedFile[] = [...texts, ...books, ...packed];
