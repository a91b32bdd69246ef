import { createRequire } from 'node:module';
import { type Document, sameText, writeWorkbook } from '@samenbeeld/page';
import excel from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { demo, open } from './demo.ts';

const sheetjs = createRequire(new URL('../../read/package.json', import.meta.url))(
  '@e965/xlsx',
) as { read(bytes: Uint8Array): SheetjsBook };

interface SheetjsBook {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<
    Record<string, Readonly<Record<string, { readonly l?: { readonly Target?: string } }>>>
  >;
}

const evil = '=HYPERLINK("http://example.invalid")';
const document: Document = {
  ...demo,
  sections: [
    ...demo.sections,
    {
      id: 'evil',
      title: sameText('evil'),
      blocks: [
        {
          kind: 'table',
          caption: sameText(evil),
          columns: [
            { label: sameText('a'), kind: 'label' },
            { label: sameText('b'), kind: 'number' },
          ],
          rows: [[{ shown: sameText(evil) }, { shown: sameText('-12.5'), value: -12.5 }]],
        },
      ],
    },
  ],
};

async function read(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

describe('writeWorkbook', () => {
  let bytes: Uint8Array;
  let workbook: excel.Workbook;
  beforeAll(async () => {
    bytes = writeWorkbook(document, { clearance: open, language: 'nl' });
    workbook = await read(bytes);
  });

  test('has the banner in the first row, header and footer of every sheet', () => {
    expect(workbook.worksheets.length).toBeGreaterThan(6);
    for (const sheet of workbook.worksheets) {
      expect(sheet.getCell('A1').value).toBe(open.banner.nl);
      expect(sheet.headerFooter.oddHeader).toContain(open.banner.nl);
      expect(sheet.headerFooter.oddFooter).toContain(open.banner.nl);
    }
  });

  test('has unlike sheet names that Excel allows', () => {
    const names = workbook.worksheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  test('keeps numbers as numbers, with their marks beside them', () => {
    const table = workbook.getWorksheet('North Sea Port, cocaïne, in de');
    const header = table?.getRow(4).values;
    expect(header).toContain('Gemeld: waarschijnlijk, kg');
    const year2025 = table?.getRow(5).values as unknown[];
    expect(year2025).toContain(7292);
    expect(year2025).toContain('voorlopig');
  });

  test('begins with an index that leads to every sheet, and each leads back', () => {
    // exceljs does not read where a link within a workbook leads; the library that reads workbooks for us does.
    const { SheetNames, Sheets } = sheetjs.read(bytes);
    const leadsTo = (sheet: string, cell: string): unknown => Sheets[sheet]?.[cell]?.l?.Target;
    const [index = '', ...sheets] = SheetNames;
    expect(sheets.map((_, at) => leadsTo(index, `A${at + 5}`))).toEqual(
      sheets.map((name) => `#'${name}'!A1`),
    );
    for (const sheet of sheets) expect(leadsTo(sheet, 'A3')).toBe("#'Inhoud'!A1");
    expect(workbook.worksheets[0]?.getRow(5).getCell(4).value).toBe(open.banner.nl);
  });

  test('freezes its heads and filters below them', () => {
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      if (sheet.rowCount > 12) expect(sheet.autoFilter).toBeTruthy();
    }
  });

  test('explains every column in four languages, and says its unit', () => {
    const dictionary = workbook.getWorksheet('Woordenboek');
    const rows = (dictionary?.getRows(5, dictionary.rowCount - 4) ?? []).map(
      (row) => row.values as unknown[],
    );
    const heads = workbook.worksheets
      .slice(1, -1)
      .flatMap((sheet) => (sheet.getRow(4).values as unknown[]).slice(1).filter(Boolean));
    expect(rows.map((row) => row[2])).toEqual(heads);
    for (const row of rows) expect(new Set(row.slice(4, 8)).size, String(row[2])).toBe(4);
    expect(rows.find((row) => row[2] === 'Gemeld: waarschijnlijk, kg')?.[3]).toBe('kg');
  });

  test('keeps days as days and years as numbers, but not what it quotes', async () => {
    const [label] = demo.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.columns[0]] : [])),
    );
    const month = { nl: 'maart 2024', fr: 'mars 2024', de: 'März 2024', en: 'March 2024' };
    const day = { nl: '1 maart 2021', fr: '1er mars 2021', de: '1. März 2021', en: '1 March 2021' };
    const rows = [
      [{ shown: day }],
      [{ shown: sameText('2021') }],
      [{ shown: sameText('ruim 20') }],
    ];
    const table = {
      kind: 'table' as const,
      caption: sameText('days'),
      columns: label ? [label] : [],
      rows,
    };
    const only = { ...demo, front: [table], sections: [] };
    for (const language of ['nl', 'fr', 'de', 'en'] as const) {
      const made = await read(writeWorkbook(only, { clearance: open, language }));
      const cells = made.getWorksheet('days')?.getRows(5, 3) ?? [];
      const values = cells.map((row) => row.getCell(1).value);
      expect(values).toEqual([new Date('2021-03-01T00:00:00Z'), 2021, 'ruim 20']);
    }
    const months = await read(
      writeWorkbook(
        { ...only, front: [{ ...table, rows: [[{ shown: month }]] }] },
        { clearance: open, language: 'fr' },
      ),
    );
    const first = months.getWorksheet('days')?.getCell('A5');
    expect([first?.value, first?.numFmt]).toEqual([new Date('2024-03-01T00:00:00Z'), 'mmmm yyyy']);
    const raw = (workbook.getWorksheet('Herkomst')?.getRows(5, 3) ?? []).map(
      (row) => typeof row.getCell(12).value,
    );
    expect(raw).toEqual(['string', 'string', 'string']);
  });

  test('has in a column of numbers nothing but numbers, with what stands for one beside it', async () => {
    const absent = {
      nl: 'niet gemeld',
      fr: 'non déclaré',
      de: 'nicht gemeldet',
      en: 'not reported',
    };
    const share = { nl: '12,5 %', fr: '12,5 %', de: '12,5 %', en: '12.5%' };
    const table = {
      kind: 'table' as const,
      caption: sameText('Nothing but numbers in columns of numbers'),
      columns: ['label', 'number', 'number', 'words'].map((kind, at) => ({
        kind: kind as 'label' | 'number' | 'words',
        label: sameText('abcd'.charAt(at)),
      })),
      rows: [
        [sameText('one'), sameText('1,768.5'), absent, share],
        [sameText('two'), sameText('–'), sameText('27%'), sameText('–')],
      ].map((row) => row.map((shown) => ({ shown }))),
    };
    const only = { ...demo, front: [table], sections: [] };
    const made = await read(writeWorkbook(only, { clearance: open, language: 'nl' }));
    // Cut between two words.
    const sheet = made.getWorksheet('Nothing but numbers in columns');
    const [head, one, two] = [4, 5, 6].map((row) =>
      [1, 2, 3, 4, 5].map((column) => sheet?.getRow(row).getCell(column).value),
    );
    expect(head).toEqual(['a', 'b', 'c', 'Zoals getoond', 'd']);
    expect(one).toEqual(['one', 1768.5, null, 'niet gemeld', 0.125]);
    expect(two).toEqual(['two', null, 0.27, '27%', null]);
  });

  test('a whole percentage is shown whole, though a hundred times its share is not', async () => {
    const percentages = Array.from({ length: 101 }, (_, percent) => percent);
    const written = [...percentages.map(String), '29.0', '12.5'];
    const table = {
      kind: 'table' as const,
      caption: sameText('Shares'),
      columns: [{ kind: 'number' as const, label: sameText('share') }],
      rows: written.map((percent) => [{ shown: sameText(`${percent}%`) }]),
    };
    const only = { ...demo, front: [table], sections: [] };
    const made = await read(writeWorkbook(only, { clearance: open, language: 'en' }));
    const cells = written.map((_, at) => made.getWorksheet('Shares')?.getCell(`A${5 + at}`));
    const formats = cells.map((cell) => cell?.numFmt);
    expect(new Set(formats.slice(0, 101))).toEqual(new Set(['0%']));
    expect(new Set(formats.slice(101))).toEqual(new Set(['0.0##########%']));
    expect(cells.map((cell) => cell?.value)).toEqual(
      [...percentages, 29, 12.5].map((n) => n / 100),
    );
  });

  test('no sheet has two columns of one name', () => {
    for (const sheet of workbook.worksheets) {
      const heads = (sheet.getRow(4).values as unknown[]).filter((one) => one);
      expect(new Set(heads).size, sheet.name).toBe(heads.length);
    }
  });

  test('holds no formula', () => {
    let texts = 0;
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.formula).toBeUndefined();
          if (typeof cell.value !== 'string') return;
          texts += 1;
          expect(cell.value).not.toMatch(/^[=+@-]/);
        }),
      );
    expect(texts).toBeGreaterThan(100);
  });

  test('leads each figure back to its cell', () => {
    const sheet = workbook.getWorksheet('Herkomst');
    const row = sheet?.getRow(5).values as unknown[];
    expect(row).toContain('claims.csv');
    expect(row).toContain(86);
  });

  test('holds words with blanks and signs of XML as they are, and lacks only what XML cannot hold', async () => {
    const words = sameText(' a  <b> & "c"\u0007\n\u{1F6A2} ');
    const table = {
      kind: 'table' as const,
      caption: words,
      columns: [],
      rows: [[{ shown: words }]],
    };
    const made = await read(
      writeWorkbook({ ...demo, front: [table], sections: [] }, { clearance: open, language: 'nl' }),
    );
    expect(made.worksheets[2]?.getRow(5).getCell(1).value).toBe(' a  <b> & "c"\n\u{1F6A2} ');
  });

  test('is the same bytes later', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = writeWorkbook(document, { clearance: open, language: 'nl' });
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });
});
