import { createHash } from 'node:crypto';
import { readTable, tableReader } from '@samenbeeld/read';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { headers, picture, readContent, said, tempFile } from './temp-file.ts';

describe('lines', () => {
  test('titles, header rows, an empty quoted line, footer: every line has a kind', async () => {
    const table = await readContent(
      [
        '"Geregistreerde misdrijven; gemeente"',
        '"Soort misdrijf: ""Totaal"""',
        '""',
        '"Onderwerp";"Misdrijven";""',
        '"Perioden";"2022";"2023"',
        '"Regio";"aantal";"aantal"',
        '"Nederland";"800027";"805590"',
        '',
        '"Vlissingen";".";"2"',
        '"Bron: Politie"',
        '',
      ].join('\n'),
      { title: 2, header: 3, footer: '^Bron:' },
    );
    expect(table.lines).toEqual({ total: 10, title: 2, header: 3, footer: 1, blank: 2, data: 2 });
    expect(headers(table)).toEqual([
      'Onderwerp / Perioden / Regio',
      'Misdrijven / 2022 / aantal',
      'Misdrijven / 2023 / aantal',
    ]);
    expect(table.columns.map(({ filled }) => filled)).toEqual([false, false, true]);
    expect(picture(table)).toEqual([
      [7, 'Nederland', '800027', '805590'],
      [9, 'Vlissingen', '.', '2'],
    ]);
  });

  test('a row with line breaks in quotes keeps its first line and the count', async () => {
    const table = await readContent('k;t\r\n1;"a\r\r\nb\r\nc"\r\n2;d\r\n');
    expect(table.rows).toEqual([
      { line: 2, lines: 3, cells: ['1', 'a\r\r\nb\r\nc'] },
      { line: 5, lines: 1, cells: ['2', 'd'] },
    ]);
    expect(table.lines).toMatchObject({ total: 5, header: 1, data: 4 });
  });

  test('a last line without end counts as one more than wc -l', async () => {
    expect((await readContent('a;b\n1;2')).lines.total).toBe(2);
    expect((await readContent('a;b\n1;2\n')).lines.total).toBe(2);
    expect((await readContent('a;b\n1;2\n\n')).lines).toMatchObject({ total: 3, blank: 1 });
  });

  test.each([['\n'], ['\r\n'], ['\r']])('lines may end in %j', async (end) => {
    const table = await readContent(['t', 'a;b', '"x";1', '', ';', 'y;'].join(end) + end, {
      title: 1,
    });
    expect(picture(table)).toEqual([
      [3, 'x', '1'],
      [6, 'y', null],
    ]);
    expect(table.lines).toMatchObject({ total: 6, title: 1, header: 1, blank: 2, data: 2 });
  });

  test('in a file of carriage returns a line feed inside quotes is a line too', async () => {
    const table = await readContent('a;b\r"x\ny";1\rz;2\r');
    expect(table.rows.map(({ line, lines }) => [line, lines])).toEqual([
      [2, 2],
      [4, 1],
    ]);
    expect(table.lines.total).toBe(4);
  });

  test('a first row of column numbers is a title line', async () => {
    const table = await readContent('1;2\nJahr;Faelle\n1987;4,444,108\n', { title: 1 });
    expect(headers(table)).toEqual(['Jahr', 'Faelle']);
    expect(picture(table)).toEqual([[3, '1987', '4,444,108']]);
  });

  test('a row of blanks has no values and is blank', async () => {
    const table = await readContent('a;b\n  ;\t\n1;2\n', { delimiter: ';' });
    expect(table.lines).toMatchObject({ blank: 1, data: 1 });
  });

  test('only matching rows at the end are footer; one before data is data, with a warning', async () => {
    const table = await readContent(
      'gemeente;n\nBronckhorst;5\nGent;6\nBron: politie\n\n* Bron; x; y\n',
      {
        footer: 'Bron',
      },
    );
    expect(picture(table).map(([line]) => line)).toEqual([2, 3]);
    expect(table.lines).toMatchObject({ total: 6, footer: 2, blank: 1, data: 2 });
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "warning row.like-footer (2): the row matches the footer but data rows follow it: it counts as data. Repair: exclude the row by name, or correct the footer in the source description.",
      ]
    `);
  });

  test('what stands from the row on with which another table begins is not read', async () => {
    const content = 'T 1\na;b\n1;2\nBron: x\n\nT 2;of two\nc;d\n3;4\n';
    const table = await readContent(content, {
      title: 1,
      until: '^T 2',
      footer: '^Bron',
      delimiter: ';',
    });
    expect(picture(table)).toEqual([[3, '1', '2']]);
    expect(table.footers).toEqual(['Bron: x']);
    expect(table.lines).toEqual({ total: 8, title: 1, header: 1, footer: 4, blank: 1, data: 1 });
  });

  test('an end of the table that no row is warns', async () => {
    const table = await readContent('a;b\n1;2\n', { until: '^T 2' });
    expect(picture(table)).toEqual([[2, '1', '2']]);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "warning until.absent (): no row matches until "^T 2": all rows to the end are read as one table. Repair: correct until in the source description, or remove it where the file holds one table.",
      ]
    `);
  });

  test('without header rows the columns are as many as most rows have', async () => {
    const table = await readContent('a,1\nb,2\nc,3,4\n', { header: 0 });
    expect(table.columns.map(({ letter, headers: texts }) => [letter, texts])).toEqual([
      ['A', []],
      ['B', []],
    ]);
    expect(table.rejects).toHaveLength(1);
    expect(table.lines).toMatchObject({ header: 0, data: 3 });
  });
});

describe('cells', () => {
  test('quotes, doubled quotes and delimiters inside them; text is otherwise untouched', async () => {
    const table = await readContent('a;b;c\n"x;""y""";  1.0 ;""\n ; "q" ;é\n');
    expect(picture(table)).toEqual([
      [2, 'x;"y"', '  1.0 ', null],
      [3, ' ', 'q', 'é'],
    ]);
    expect(table.notes).toEqual([]);
  });

  test('a quote inside an unquoted cell is text', async () => {
    expect(picture(await readContent('a;b\n3" pijp;5\n'))).toEqual([[2, '3" pijp', '5']]);
  });

  test('text after a closing quote keeps the cell whole and warns', async () => {
    const table = await readContent('a;b\n"3" pijp;5\n');
    expect(picture(table)).toEqual([[2, '"3" pijp', '5']]);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "warning cell.unpaired-quote (2 A): the quotes of the cell do not pair: it is read so that the row has as many cells as the others. Repair: double the quotes inside the cell.",
      ]
    `);
  });

  test.each([
    ['a quote before a cell without one', 'x;"y;"z; w"', ['x', '"y', 'z; w']],
    ['a quote before the last cell', 'x;y;"z', ['x', 'y', '"z']],
    ['quotes inside that are not doubled', '"4" pijp; lang";y;z', ['4" pijp; lang', 'y', 'z']],
    ['a quote too many where one opens', '""x; w";y;z', ['"x; w', 'y', 'z']],
    ['quotes that a backslash escapes', '"4\\" pijp; lang";y;"z\\""', ['4" pijp; lang', 'y', 'z"']],
    ['a last quote that is not doubled', '"x; 4"";"y";z', ['x; 4"', 'y', 'z']],
  ])('%s: the row has as many cells as the others, and is said', async (_, line, cells) => {
    const rows = ['a;b;c', '1;2;3', line, '4;"5";6', '7;8;"9;"', ''];
    const table = await readContent(rows.join('\n'), { delimiter: ';' });
    expect(picture(table)).toEqual([
      [2, '1', '2', '3'],
      [3, ...cells],
      [4, '4', '5', '6'],
      [5, '7', '8', '9;'],
    ]);
    const [note = ''] = said(table.notes);
    expect(note).toMatch(
      /^warning cell\.unpaired-quote \(3 [ABC]\): the quotes of the cell do not pair/,
    );
  });

  test('a quote that does not pair is left alone where rows do not agree how many cells they have', async () => {
    const table = await readContent('a;b;c\n1\n2;3\n"4"x;y\n5\n', { delimiter: ';' });
    expect(said(table.notes)[0]).toMatch(/^warning cell\.after-quote \(4 A\)/);
  });

  test('rows are counted as records, however many lines their cells span', async () => {
    const long = '"p\nq;r\ns;t\nu;v\nw;x"';
    const content = `a;b;c\n1;${long};3\n4;${long};6\n7;"4" pijp; lang";9\n`;
    const table = await readContent(content, { delimiter: ';' });
    expect(picture(table).at(-1)).toEqual([12, '7', '4" pijp; lang', '9']);
  });

  test.each([
    ['in the last cell', 'a;b;c\n1;2;3\n4;5;6\n7;8;"cut o'],
    ['at a line end', 'a;b;c\n1;2;3\n4;5;6\n7;8;"cut o\n'],
    ['in a cell of many lines', 'a;b;c\n1;2;"3\n4"\n7;8;"cut\no'],
    ['behind the quote', 'a;b;c\n1;2;3\n4;5;6\n7;8;"'],
    ['where one quote above does not pair', 'a;b;c\n1;2;"3\n4;5;6\n1;2;3\n7;8;9\n7;8;"cut'],
  ])('a text that is cut off %s is refused', async (_, content) => {
    await expect(readContent(content, { delimiter: ';' })).rejects.toThrow(/a " opens a cell/);
  });

  test.each([
    ['nothing stands behind it', 'a;b;c\n1;2;3\n4;5;"\n', '"'],
    ['no quote of its column pairs', 'a;b;c\n1;2;"x\n4;5;"y\n7;8;"z', '"z'],
  ])('a last quote that never closes is a letter where %s', async (_, content, cell) => {
    const table = await readContent(content, { delimiter: ';' });
    expect(picture(table).at(-1)?.at(-1)).toBe(cell);
  });

  test.each([
    ['in the middle of a cell', '"', '5;pijp 3" lang;x', 3],
    ['that opens and never closes', '"', '5;"pijp;x', 3],
    ['that is doubled nowhere', '"', '5;"3" pijp; lang";"x', 3],
    ['of which a row has three', '"', '"a;b";"', 2],
    ['that is an apostrophe', "'", "'t Hof;'s-Gravenhage;5", 3],
  ])(
    'a quote %s, in each of 32,000 rows, takes time as the rows do',
    async (_, quote, row, width) => {
      // Trying each row again to the end of the text took two minutes.
      const rows = `${['a', 'b', 'c'].slice(0, width).join(';')}\n${`${row}\n`.repeat(32_000)}`;
      const begun = performance.now();
      const table = await readContent(rows, { delimiter: ';', quote });
      expect(table.rows).toHaveLength(32_000);
      expect(table.rejects).toEqual([]);
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
  );

  test('blanks divide cells where they are declared, and none of them is lost', async () => {
    const table = await readContent('a b c\n1 "x y" \n 2 3\n', { delimiter: ' ' });
    expect(picture(table)).toEqual([
      [2, '1', 'x y', null],
      [3, null, '2', '3'],
    ]);
  });

  test('a lone carriage return is text in a file of line feeds, and warns', async () => {
    const table = await readContent('a;b\nx\ry;5\n');
    expect(picture(table)).toEqual([[2, 'x\ry', '5']]);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "warning cell.carriage-return (2 A): a carriage return stands alone outside quotes: it counts as part of the cell. Repair: replace it by a line end or a blank.",
      ]
    `);
  });

  test('other quotes, or none', async () => {
    expect(picture(await readContent("a;b\n'x;y';1\n", { quote: "'" }))).toEqual([[2, 'x;y', '1']]);
    expect(picture(await readContent('a;b\n"x;1\n', { quote: '' }))).toEqual([[2, '"x', '1']]);
  });

  test('a tab and a bar delimit', async () => {
    expect(picture(await readContent('a\tb\n1,5\t2\n'))).toEqual([[2, '1,5', '2']]);
    expect(picture(await readContent('a|b\n1,5|2\n'))).toEqual([[2, '1,5', '2']]);
  });
});

describe('columns', () => {
  test('columns at the right with neither header nor value are dropped', async () => {
    const table = await readContent('a;b;;;\n1;2;;;\n3;4;;;\n');
    expect(headers(table)).toEqual(['a', 'b']);
    expect(picture(table)).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "note column.trailing-empty (1): 3 columns at the right with neither header nor value are dropped. Repair: none needed.",
      ]
    `);
  });

  test('a blank header over values is filled from the left, over nothing it is not', async () => {
    const table = await readContent(';Key;Versuche;;x;\n0;k;1;2%;;5\n');
    expect(
      table.columns.map(({ headers: [text], filled, empty }) => [text, filled, empty]),
    ).toEqual([
      ['', false, false],
      ['Key', false, false],
      ['Versuche', false, false],
      ['Versuche', true, false],
      ['x', false, true],
      ['x', true, false],
    ]);
  });

  test('a blank header over nothing stays blank and ends the filling', async () => {
    const table = await readContent('a;;;d\n1;;3;4\n');
    expect(headers(table)).toEqual(['a', '', '', 'd']);
    expect(table.columns.map(({ filled }) => filled)).toEqual([false, false, false, false]);
  });

  test('a blank second header is filled only under the same first header', async () => {
    const table = await readContent('Regio;2022;;2023;\n;aantal;%;aantal;\nGent;1;2;3;4\n', {
      header: 2,
    });
    expect(headers(table)).toEqual([
      'Regio / ',
      '2022 / aantal',
      '2022 / %',
      '2023 / aantal',
      '2023 / aantal',
    ]);
    const other = await readContent('Regio;Totaal\nnaam;\nGent;1\n', { header: 2 });
    expect(headers(other)).toEqual(['Regio / naam', 'Totaal / ']);
  });

  test('headers lose blanks around them, cells do not', async () => {
    const table = await readContent('\uFEFFKey ; Title\n0.0.0 ; x\n');
    expect(headers(table)).toEqual(['Key', 'Title']);
    expect(picture(table)).toEqual([[2, '0.0.0 ', ' x']]);
  });

  test('too few cells are completed with a note, too many reject the row, which still counts', async () => {
    const table = await readContent('a;b;c\n1\n1;2;3;4\n1;2;3;;\n5;6;7\n');
    expect(picture(table)).toEqual([
      [2, '1', null, null],
      [4, '1', '2', '3'],
      [5, '5', '6', '7'],
    ]);
    expect(table.lines).toMatchObject({ total: 5, data: 4 });
    expect(said([...table.notes, ...table.rejects])).toMatchInlineSnapshot(`
      [
        "note row.too-short (2): expected 3 cells, found 1: the missing ones count as empty. Repair: ask the publisher whether a value was meant.",
        "note row.trailing-empty (4): 2 empty cells after the last column are dropped. Repair: none needed.",
        "rejection row.too-long (3): expected 3 cells, found 4. Repair: quote the cell that holds the delimiter, or correct the row.",
      ]
    `);
  });

  test('many notes of one rule are counted', async () => {
    const table = await readContent(`a;b\n${'1\n'.repeat(100)}`, { delimiter: ';' });
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "note row.too-short (2): expected 2 cells, found 1: the missing ones count as empty. Repair: ask the publisher whether a value was meant.",
        "note row.too-short (3): expected 2 cells, found 1: the missing ones count as empty. Repair: ask the publisher whether a value was meant.",
        "note row.too-short (4): expected 2 cells, found 1: the missing ones count as empty. Repair: ask the publisher whether a value was meant.",
        "note row.too-short (101): 97 more such places, the last here: expected 2 cells, found 1: the missing ones count as empty. Repair: ask the publisher whether a value was meant.",
      ]
    `);
  });
});

describe('encodings', () => {
  const text = 'Straftat;Région\nKörper;Besançon €\n';
  test.each([
    ['utf-8', undefined],
    ['utf-8', 'UTF8'],
    ['windows-1252', undefined],
    ['windows-1252', 'latin1'],
    ['windows-1252', 'cp1252'],
    ['cp850', 'cp850'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', undefined],
  ])('%s declared as %s', async (encoding, declared) => {
    const content = encoding === 'cp850' ? text.replace(' €', '') : text;
    const bytes = iconv.encode(content, encoding);
    const table = await readContent(bytes, declared === undefined ? {} : { encoding: declared });
    expect(headers(table)).toEqual(['Straftat', 'Région']);
    expect(picture(table)).toEqual([
      [2, 'Körper', encoding === 'cp850' ? 'Besançon' : 'Besançon €'],
    ]);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])(
    '%s with a byte-order mark, declared or not',
    async (encoding) => {
      const bytes = iconv.encode(text, encoding, { addBOM: true });
      for (const shape of [
        {},
        { encoding },
        { encoding: encoding.slice(0, 6).replace('utf-8', 'utf8') },
      ]) {
        const table = await readContent(bytes, shape.encoding === 'utf8' ? {} : shape);
        expect(headers(table)).toEqual(['Straftat', 'Région']);
        expect(table.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      }
    },
  );

  test('declared utf-8 with other bytes names the line, the byte and the likely encoding', async () => {
    const bytes = iconv.encode('a;b\nx;1\nKörper;2\n', 'windows-1252');
    await expect(
      readContent(bytes, { encoding: 'utf-8' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: file, line 3: expected utf-8, found byte 0xF6 (byte 10 of the file), which is not a character of it. Repair: declare encoding: windows-1252, which fits]`,
    );
    const dos = iconv.encode('a;b\nx;1\nKörper für Tür;2\n', 'cp850');
    await expect(
      readContent(dos, { encoding: 'utf-8' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: file, line 3: expected utf-8, found byte 0x94 (byte 10 of the file), which is not a character of it. Repair: declare encoding: cp850, which fits]`,
    );
  });

  test('utf-8 cut off within a character', async () => {
    const bytes = Buffer.from('a;b\nx;é').subarray(0, -1);
    await expect(
      readContent(bytes, { encoding: 'utf-8' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: file, line 2: expected utf-8, found byte 0xC3 (byte 7 of the file), which is not a character of it. Repair: fetch the file again if it was cut off, else declare encoding: windows-1252, which fits]`,
    );
  });

  test('a byte that windows-1252 does not have', async () => {
    const bytes = Buffer.from('613b620a8131', 'hex');
    await expect(
      readContent(bytes, { encoding: 'windows-1252' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: file, line 2: expected windows-1252, found byte 0x81 (byte 5 of the file), which is not a character of it. Repair: declare encoding: cp850, which fits]`,
    );
  });

  test('a mark that contradicts the declaration', async () => {
    const bytes = iconv.encode(text, 'utf-8', { addBOM: true });
    await expect(
      readContent(bytes, { encoding: 'windows-1252' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: file, line 1: expected windows-1252, found a file that starts with the byte-order mark of utf-8. Repair: declare encoding: utf-8]`,
    );
  });

  test('utf-16 cut off within a character', async () => {
    const bytes = iconv.encode(text, 'utf-16le').subarray(0, -1);
    await expect(
      readContent(bytes, { encoding: 'utf-16le' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: file, line 2: expected utf-16le, found bytes that are not a character of it. Repair: declare the encoding that the publisher used, or fetch the file again]`,
    );
  });

  test('valid utf-8 declared as windows-1252 is read as declared, with a warning', async () => {
    const table = await readContent(text, { encoding: 'windows-1252' });
    expect(headers(table)).toEqual(['Straftat', 'RÃ©gion']);
    expect(said(table.notes)).toMatchInlineSnapshot(`
      [
        "warning encoding.looks-like-utf-8 (): the file is read as windows-1252, as declared, but all of it is valid UTF-8. Repair: declare encoding: utf-8 unless names look right.",
      ]
    `);
  });

  test('an encoding that nobody knows', async () => {
    await expect(
      readContent(text, { encoding: 'utf-9' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`[UsageError: unknown encoding "utf-9"]`);
  });
});

test('what is refused, and how it is said', async () => {
  const wrong: readonly (readonly [string, Parameters<typeof readContent>[1]])[] = [
    ['a;b\n"x\ny";"z\n', { delimiter: ';' }],
    ['a;"b', { delimiter: ';' }],
    ['a;b\n1;2\n3;\0\n', { delimiter: ';' }],
    ['', {}],
    ['title\n\n', { title: 1, header: 2 }],
    ['a;b\n', { title: 3 }],
    ['a, b\n', { delimiter: ', ' }],
    ['a;b\n', { quote: '«' }],
    ['a;b\n', { quote: ' ' }],
    ['a;b\n', { quote: '\t' }],
    ['a;b\n1;2\n', { footer: '(' }],
    ['a;b\n1;2\n', { until: '(?=x)' }],
  ];
  const refusals: string[] = [];
  for (const [content, shape] of wrong) {
    await readContent(content, shape).catch((error: Error) => refusals.push(String(error)));
  }
  expect(refusals).toMatchInlineSnapshot(`
    [
      "InputError: file, line 3, column B: a " opens a cell and never closes. Repair: close the quote, double it if it is part of the text, or declare quote: """,
      "InputError: file, line 1, column B: a " opens a cell and never closes. Repair: close the quote, double it if it is part of the text, or declare quote: """,
      "InputError: file, line 3: expected text, found a NUL byte. Repair: export the file again as text; it may be cut off, or not a text file at all",
      "InputError: file: expected a table, found an empty file. Repair: fetch the file again",
      "InputError: file: expected 2 header rows below line 1, found 0 rows with values. Repair: correct title and header in the source description, or fetch the file again",
      "InputError: file: expected a header row below line 1, found 0 rows with values. Repair: correct title and header in the source description, or fetch the file again",
      "UsageError: delimiter must be one ASCII character, not ", "",
      "UsageError: quote must be one visible ASCII character, not "«"",
      "UsageError: quote must be one visible ASCII character, not " "",
      "UsageError: quote must be one visible ASCII character, not "\\t"",
      "UsageError: footer "(": the expression is not a regular expression; mend it (missing closing ): \`(\`); it is written as RE2 does: https://github.com/google/re2/wiki/Syntax",
      "UsageError: until "(?=x)": the expression looks ahead or behind, which can run for ever; write what must be there as a group, and in a condition what must not under \`not\`: { match: "^FR", not: { match: "^FR97" } }",
    ]
  `);
});

test('two shapes that alternate are read once each, a third takes the place of the older', async () => {
  const read = tableReader(tempFile('file', 'a;b\n1;2\nBron;x\n'));
  const tables = (footer: string) => read({ format: 'csv', footer });
  const [first, second] = [await tables('^Bron'), await tables('^x')];
  expect(await tables('^Bron')).toBe(first);
  expect(await tables('^x')).toBe(second);
  await tables('^y');
  expect(await tables('^x')).toBe(second);
  expect(await tables('^Bron')).not.toBe(first);
  expect(await tables('^Bron')).toEqual(first);
});

test('a file that is not there, and a folder', async () => {
  await expect(
    readTable('nowhere/x.csv', { format: 'csv' }),
  ).rejects.toThrowErrorMatchingInlineSnapshot(
    `[UsageError: cannot read nowhere/x.csv: there is no such file]`,
  );
  await expect(readTable('/', { format: 'csv' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[UsageError: cannot read /: it is a folder]`,
  );
});
