import { CFB, type WorkSheet, write } from '@e965/xlsx';
import { type FileShape, type ReadTable, readTable, tableReader } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headers, picture, readContent, said, tempFile } from './temp-file.ts';

type Cells = Readonly<Record<string, unknown>>;

/** A worksheet of cell objects or plain texts and numbers by their address. */
function sheet(range: string, cells: Cells, more: Partial<WorkSheet> = {}): WorkSheet {
  const entries = Object.entries(cells).map(([address, value]) => [
    address,
    typeof value === 'string'
      ? { t: 's', v: value }
      : typeof value === 'number'
        ? { t: 'n', v: value }
        : value,
  ]);
  return { '!ref': range, ...Object.fromEntries(entries), ...more } as WorkSheet;
}

interface BookOptions {
  readonly hidden?: readonly string[];
  readonly date1904?: boolean;
  readonly type?: 'xlsx' | 'biff8' | 'ods' | 'xlsb';
}

function book(sheets: Readonly<Record<string, WorkSheet>>, options: BookOptions = {}): Buffer {
  const { hidden = [], date1904 = false, type = 'xlsx' } = options;
  const names = Object.keys(sheets);
  return write(
    {
      SheetNames: names,
      Sheets: { ...sheets },
      Workbook: {
        WBProps: { date1904 },
        Sheets: names.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
      },
    },
    { type: 'buffer', bookType: type, compression: true },
  );
}

/** The workbook with one part changed. */
function edited(bytes: Buffer, part: string, edit: (xml: string) => string): Buffer {
  const zip = CFB.read(bytes, { type: 'buffer' });
  const entry = CFB.find(zip, part);
  if (!entry) throw new Error(`no ${part}`);
  entry.content = Buffer.from(edit(Buffer.from(entry.content as Uint8Array).toString('utf8')));
  return CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: true } as never) as Buffer;
}

const read = (bytes: Uint8Array, shape: Partial<FileShape> = {}): Promise<ReadTable> =>
  readContent(bytes, { ...shape, format: 'xlsx' });

const small = sheet('A1:B2', { A1: 'port', B1: 'kg', A2: 'Vlissingen', B2: 4500 });

describe('rows and columns', () => {
  test("row numbers and column letters are the sheet's own", async () => {
    const table = await read(
      book({
        Tabel: sheet('B2:AB9', {
          B2: 'Titel',
          B4: 'port',
          C4: 'kg',
          AB4: 'note',
          B5: 'Gent',
          C5: 5,
          B8: 'Gent',
          AB8: 'x',
          B9: 'Bron: x',
        }),
      }),
      { title: 3, footer: '^Bron' },
    );
    expect(table.sheet).toBe('Tabel');
    expect(table.lines).toEqual({ total: 9, title: 3, header: 1, footer: 1, blank: 2, data: 2 });
    expect(picture(table).map(([line, , port, kg]) => [line, port, kg])).toEqual([
      [5, 'Gent', '5'],
      [8, 'Gent', null],
    ]);
    expect(table.columns.at(-1)).toEqual({
      index: 27,
      letter: 'AB',
      headedAt: 4,
      headers: ['note'],
      filled: false,
      empty: false,
    });
    expect(table.rows.at(-1)?.cells[27]).toBe('x');
  });

  test('texts with figures are named that stand among numbers; days are no numbers', async () => {
    const { textsAmongNumbers } = await read(
      book({
        Tabel: sheet('A1:D4', {
          ...{ A1: 'Datum', B1: '1.5', C1: 'kg', D1: 'tekst' },
          ...{ A2: { t: 'n', v: 45664, z: 'yyyy-mm-dd' }, B2: 'x', C2: 12.5, D2: '1.800' },
          ...{ A3: { t: 'n', v: 45665, z: 'yyyy-mm-dd' }, B3: 1, C3: ' ruim 1.800 ', D3: '2.5' },
          ...{ A4: '1.800', B4: 2, C4: '1800', D4: '3' },
        }),
      }),
    );
    expect(textsAmongNumbers).toEqual({ 1: [], 2: ['ruim 1.800'] });
  });

  test('merged headers and headers whose second half is blank are filled', async () => {
    const table = await read(
      book({
        Tabel: sheet(
          'A1:F3',
          {
            A1: 'Land',
            B1: '2022',
            D1: '2023',
            B2: 'Fälle',
            C2: '%',
            D2: 'Fälle',
            A3: 'NRW',
            B3: 1,
            C3: 2,
            D3: 3,
            E3: 4,
          },
          {
            '!merges': [
              { s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
              { s: { r: 0, c: 1 }, e: { r: 0, c: 2 } },
            ],
          },
        ),
      }),
      { header: 2 },
    );
    expect(headers(table)).toEqual([
      'Land / Land',
      '2022 / Fälle',
      '2022 / %',
      '2023 / Fälle',
      '2023 / Fälle',
    ]);
    expect(table.columns.map(({ filled }) => filled)).toEqual([true, false, true, false, true]);
    expect(said(table.notes)).toEqual([]);
  });

  test('cells merged over data rows hold their value once, with a warning', async () => {
    const table = await read(
      book({
        Tabel: sheet(
          'A1:B3',
          { A1: 'land', B1: 'n', A2: 'NL', B2: 1, B3: 2 },
          { '!merges': [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }] },
        ),
      }),
    );
    expect(picture(table)).toEqual([
      [2, 'NL', '1'],
      [3, null, '2'],
    ]);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "warning cell.merged (2 A): merged down to line 3: only the first cell holds the value. Repair: write \`fill: down\` in the mapping of the column where the value holds for all of them, or fill the cells in the workbook.",
      ]
    `);
  });

  test('a sheet that claims a million rows and all columns costs no more than its cells', async () => {
    const blank = '<row r="1048575"/><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>';
    const bytes = edited(book({ Tabel: small }), '/xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
        .replace('</sheetData>', blank),
    );
    const before = process.cpuUsage();
    const table = await read(bytes);
    // Of the processor: beside other work the clock runs on.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    expect(table.lines).toEqual({ total: 2, title: 0, header: 1, footer: 0, blank: 0, data: 1 });
    expect(headers(table)).toEqual(['port', 'kg']);
  });
});

describe('cells', () => {
  test('numbers keep their digits, dates are ISO text with the stored number, formulas their result', async () => {
    const table = await read(
      book({
        Tabel: sheet('A1:B11', {
          A1: 'kind',
          B1: 'value',
          A2: 'long',
          B2: 6.18245552791959,
          A3: 'tiny',
          B3: 7.83e-7,
          A4: 'date',
          B4: { t: 'n', v: 45292, z: 'dd/mm/yyyy' },
          A5: 'time',
          B5: { t: 'n', v: 45292.75, z: 'dd/mm/yyyy hh:mm' },
          A6: 'clock',
          B6: { t: 'n', v: 0.25, z: 'hh:mm' },
          A7: 'hours',
          B7: { t: 'n', v: 1.5, z: '[h]:mm' },
          A8: 'never',
          B8: { t: 'n', v: 60, z: 'yyyy-mm-dd' },
          A9: 'formula',
          B9: { t: 'n', v: 3, f: '1+2' },
          A10: 'true',
          B10: { t: 'b', v: true },
          A11: 'error',
          B11: { t: 'e', v: 42 },
        }),
      }),
    );
    expect(table.rows.map(({ cells, stored }) => [...cells, stored?.[1] ?? ''])).toEqual([
      ['long', '6.18245552791959', ''],
      ['tiny', '7.83e-7', ''],
      ['date', '2024-01-01', '45292'],
      ['time', '2024-01-01T18:00:00', '45292.75'],
      ['clock', '06:00:00', '0.25'],
      ['hours', '1.5', ''],
      ['never', '60', ''],
      ['formula', '3', ''],
      ['true', 'true', '1'],
      ['error', '#N/A', ''],
    ]);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "note cell.date (4 B): a date: given as ISO text, with the stored number beside it. Repair: none needed.",
        "note cell.date (5 B): a date: given as ISO text, with the stored number beside it. Repair: none needed.",
        "note cell.date (6 B): a date: given as ISO text, with the stored number beside it. Repair: none needed.",
        "note cell.duration (7 B): a duration: given as the stored number of days. Repair: none needed.",
        "warning cell.impossible-date (8 B): formatted as a date that never was: given as the stored number. Repair: correct the cell.",
        "note cell.formula (9 B): a formula: its stored result is used. Repair: none needed.",
        "warning cell.error (11 B): the cell shows an error of the spreadsheet. Repair: ask the publisher.",
      ]
    `);
  });

  test('the beginning of a long sheet has its headings, and is not what is read of it', async () => {
    const cells = Array.from({ length: 4000 }, (_, at) => [`A${at + 2}`, at] as const);
    const long = sheet('A1:A4001', { A1: 'kg', ...Object.fromEntries(cells) });
    const reader = tableReader(tempFile('long.xlsx', book({ Lang: long })));
    const [beginning] = await reader.beginning({ format: 'xlsx' });
    expect(beginning?.columns.map((column) => column.headers)).toEqual([['kg']]);
    expect(beginning?.rows).toHaveLength(2999);
    const [whole] = await reader({ format: 'xlsx' });
    expect(whole?.rows).toHaveLength(4000);
    expect((await reader.beginning({ format: 'xlsx' }))[0]).toBe(whole);
  });

  test('a workbook that counts from 1904, and a day of it beyond the year 9999', async () => {
    const day = (v: number) => ({ t: 'n', v, z: 'yyyy-mm-dd' });
    const cells = { A1: 'day', A2: day(43830), A3: day(2958465) };
    const table = await read(book({ Tabel: sheet('A1:A3', cells) }, { date1904: true }));
    expect(picture(table)).toEqual([
      [2, '2024-01-01'],
      [3, '2958465'],
    ]);
  });

  test.each([[''], ['<v></v>'], ['<v/>']])(
    'a formula with %j for a result is empty, with a warning',
    async (result) => {
      const cells = { A1: 'a', B1: 'b', A2: 'x', B2: { t: 'n', v: 3, f: '1+2' } };
      const bytes = edited(
        book({ Tabel: sheet('A1:B2', cells) }),
        '/xl/worksheets/sheet1.xml',
        (xml) => xml.replace('<v>3</v>', result),
      );
      const table = await read(bytes);
      expect(picture(table)).toEqual([[2, 'x', null]]);
      expect(said(table.notes)).toEqual([
        'warning cell.formula-without-value (2 B): a formula without stored result: the cell counts as empty. Repair: open the workbook in a spreadsheet and save it.',
      ]);
    },
  );
});

describe('sheets', () => {
  const bytes = book(
    { Info: small, 'T 2022': small, 'T 2023': small, Geheim: small },
    { hidden: ['Info', 'Geheim'] },
  );
  const names = async (wanted: string): Promise<(string | null)[]> =>
    (await readTable(tempFile('sheets.xlsx', bytes), { format: 'xlsx', sheet: wanted })).map(
      (table) => table.sheet,
    );

  test('by name, by expression, and without either the first visible one', async () => {
    expect(await names('T 2023')).toEqual(['T 2023']);
    expect(await names('/^t \\d+$/i')).toEqual(['T 2022', 'T 2023']);
    expect(await names('Geheim')).toEqual(['Geheim']);
    const table = await read(bytes);
    expect(table.sheet).toBe('T 2022');
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "note sheet.hidden (): hidden sheets: "Info", "Geheim". Repair: look whether data stand there.",
        "note sheet.other (): sheets not read: "T 2023". Repair: name the sheets that hold data.",
      ]
    `);
  });

  test('no match names what there is', async () => {
    await expect(names('T 2024')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: sheets.xlsx: expected a sheet T 2024, found "Info" (hidden), "T 2022", "T 2023", "Geheim" (hidden). Repair: correct the sheet in the source description]`,
    );
    await expect(names('/(/')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: sheetName "/(/": the expression is not a regular expression; mend it (missing closing ): \`(\`); it is written as RE2 does: https://github.com/google/re2/wiki/Syntax]`,
    );
  });
});

describe('refusals', () => {
  const good = book({ Tabel: small });
  const directory = good.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const patched = (size: number): Buffer => {
    const bytes = Buffer.from(good);
    bytes.writeUInt32LE(size, directory + 24);
    return bytes;
  };
  const flipped = Buffer.from(good);
  const body = 30 + good.readUInt16LE(26) + good.readUInt16LE(28);
  flipped[body + 12] = (flipped[body + 12] ?? 0) ^ 0xff;
  const protectedBook = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(500),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  test('what is refused, and how it is said', async () => {
    const wrong: Readonly<Record<string, Uint8Array>> = {
      'cut off': good.subarray(0, good.length - 100),
      'very short': Buffer.from('P'),
      'a flipped byte': flipped,
      'a bomb by its directory': patched(0xfffffff0),
      'a bomb that lies': patched(10),
      'a password': protectedBook,
      'an old workbook': book({ Tabel: small }, { type: 'biff8' }),
      'a binary workbook': book({ Tabel: small }, { type: 'xlsb' }),
      'an OpenDocument': book({ Tabel: small }, { type: 'ods' }),
      'a web page': Buffer.from('\n<html><table>'),
      text: Buffer.from('a;b\n1;2\n'),
      noise: Buffer.from([1, 0, 2, 3]),
      'an empty sheet': book({ Tabel: sheet('A1:A1', {}) }),
    };
    const refusals: string[] = [];
    for (const [what, bytes] of Object.entries(wrong)) {
      await read(bytes).catch((error: Error) => refusals.push(`${what}: ${error}`));
    }
    expect(refusals).toMatchInlineSnapshot(`
      [
        "cut off: InputError: file: expected an .xlsx workbook, found one that is cut off or damaged: its directory cannot be read. Repair: fetch the file again",
        "very short: InputError: file: expected an .xlsx workbook, found plain text under that name. Repair: describe it as csv",
        "a flipped byte: InputError: file: expected an .xlsx workbook, found one that is damaged: its part xl/_rels/workbook.xml.rels does not unpack as it should. Repair: fetch the file again",
        "a bomb by its directory: InputError: file: expected an .xlsx workbook, found one that unpacks to 4,295 MB, above the limit of 1,000 MB. Repair: save only the needed sheets, or export them as csv",
        "a bomb that lies: InputError: file: expected an .xlsx workbook, found one that is damaged: its part xl/_rels/workbook.xml.rels does not unpack as it should. Repair: fetch the file again",
        "a password: InputError: file: expected an .xlsx workbook, found one protected by a password. Repair: save it without password",
        "an old workbook: InputError: file: expected an .xlsx workbook, found an old .xls workbook. Repair: save it as .xlsx",
        "a binary workbook: InputError: file: expected an .xlsx workbook, found a zip archive without a workbook. Repair: save it as .xlsx",
        "an OpenDocument: InputError: file: expected an .xlsx workbook, found a zip archive without a workbook. Repair: save it as .xlsx",
        "a web page: InputError: file: expected an .xlsx workbook, found a web page or XML under that name. Repair: open it in a spreadsheet and save it as .xlsx",
        "text: InputError: file: expected an .xlsx workbook, found plain text under that name. Repair: describe it as csv",
        "noise: InputError: file: expected an .xlsx workbook, found something else. Repair: fetch the file again",
        "an empty sheet: InputError: file, sheet "Tabel": expected a header row, found 0 rows with values. Repair: correct title and header in the source description, or fetch the file again",
      ]
    `);
  });

  test('any damage is an InputError, or leaves the rows as they were', async () => {
    const whole = picture(await read(good));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cut) => {
          const bytes = Buffer.from(cut ? good.subarray(0, at) : good);
          if (!cut) bytes[at] = (bytes[at] ?? 0) ^ flip;
          const result = await read(bytes).catch((error: unknown) => error);
          if (result instanceof Error) expect(result).toBeInstanceOf(InputError);
          else expect(picture(result as ReadTable)).toEqual(whole);
        },
      ),
      { numRuns: 150 },
    );
  });
});
