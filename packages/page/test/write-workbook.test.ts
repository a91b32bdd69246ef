import { type Document, sameText, writeWorkbook } from '@samenbeeld/page';
import excel from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { demo, open } from './demo.ts';

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
    bytes = await writeWorkbook(document, { clearance: open, language: 'nl' });
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
    expect(header).toContain('Gemeld: waarschijnlijk');
    const year2025 = table?.getRow(5).values as unknown[];
    expect(year2025).toContain(7292);
    expect(year2025).toContain('voorlopig');
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

  test('is the same bytes later', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await writeWorkbook(document, { clearance: open, language: 'nl' });
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });
});
