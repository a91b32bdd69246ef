import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CFB } from '@e965/xlsx';
import { type ClaimRow, claimSheet } from '@samenbeeld/ingest';
import { type ReadTable, readTable } from '@samenbeeld/read';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { claimColumns } from '../src/claim-sheet/claim-columns.ts';
import { claimLists } from '../src/claim-sheet/claim-sheet.ts';

const claimSheetShape = { format: 'xlsx', sheet: 'claims', title: 1, header: 1 } as const;

const claimsFile = fileURLToPath(
  new URL('../../../fixtures/published/claims.csv', import.meta.url),
);

/** The parts of a workbook as text, by path. */
function partsOf(bytes: Uint8Array): (path: string) => string {
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  return (path) => {
    const entry = CFB.find(container, `/${path}`);
    if (!entry) throw new Error(`no part ${path}`);
    return Buffer.from(entry.content as Uint8Array).toString('utf8');
  };
}

async function tableOf(path: string, shape: Parameters<typeof readTable>[1]): Promise<ReadTable> {
  const [table] = await readTable(path, shape);
  if (!table) throw new Error(`no table in ${path}`);
  return table;
}

function rowsOf({ columns, rows }: ReadTable): readonly ClaimRow[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(columns.map(({ headers, index }) => [headers[0], cells[index] ?? null])),
  );
}

/** Writes the bytes where a reader can open them. */
async function withFile<T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'claim-sheet-'));
  try {
    const path = join(folder, 'claims.xlsx');
    writeFileSync(path, bytes);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

afterEach(() => {
  vi.useRealTimers();
});

describe('claimSheet({ rows, language })', () => {
  test('gives the same bytes at any time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2024-02-29T12:00:00Z'));
    const rows = [{ claim: 'C001', place: 'NLVLI', value: '9.580', period_from: '2022-01-01' }];
    const first = await claimSheet({ rows, language: 'nl' });
    vi.setSystemTime(new Date('2031-07-01T08:30:10Z'));
    const second = await claimSheet({ rows, language: 'nl' });
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test('keeps every cell of the published claims: rows to sheet to rows', async () => {
    const csv = await tableOf(claimsFile, { format: 'csv' });
    const rows = rowsOf(csv);
    const read = await withFile(await claimSheet({ rows }), (path) =>
      tableOf(path, claimSheetShape),
    );
    expect(read.columns.map(({ headers }) => headers)).toEqual(
      csv.columns.map(({ headers }) => headers),
    );
    expect(rowsOf(read)).toEqual(rows);
    expect(read.lines).toMatchObject({ title: 1, header: 1, data: 301 });
  });

  test('an empty template has the headers and no data row', async () => {
    const read = await withFile(await claimSheet(), (path) => tableOf(path, claimSheetShape));
    expect(read.rows).toEqual([]);
    expect(read.columns.map(({ headers }) => headers[0])).toEqual(
      claimColumns.map(({ name }) => name),
    );
  });

  test('explains the columns in the language asked, and in all four otherwise', async () => {
    const dutch = partsOf(await claimSheet({ language: 'nl' }))('xl/sharedStrings.xml');
    expect(dutch).toContain('Wie telde, niet wie schreef');
    expect(dutch).not.toContain('Who counted, not who wrote');
    const all = partsOf(await claimSheet())('xl/sharedStrings.xml');
    for (const words of ['Wie telde', 'Qui a compté', 'Wer gezählt hat', 'Who counted']) {
      expect(all).toContain(words);
    }
  });

  test('has a drop-down for each list, over all rows, drawn from the hidden sheet', async () => {
    const part = partsOf(await claimSheet());
    const sheet = part('xl/worksheets/sheet1.xml');
    const found = [
      ...sheet.matchAll(
        /<dataValidation type="list"[^>]*sqref="([^"]+)"[^>]*>(.*?)<\/dataValidation>/g,
      ),
    ];
    const listed = claimColumns.filter(({ list }) => list !== null);
    expect(found).toHaveLength(listed.length);
    expect(found.map(([, range]) => range)).toContain('B3:B502');
    const { place } = claimLists;
    expect(found.map(([, , inner]) => inner)).toContain(
      `<formula1>lists!$A$2:$A$${place.length + 1}</formula1>`,
    );
    expect(part('xl/workbook.xml')).toMatch(/<sheet [^>]*name="lists"[^>]*state="hidden"/);
  });

  test('checks days as dates and refuses another day in the cell', async () => {
    const sheet = partsOf(await claimSheet({ language: 'fr' }))('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<dataValidation type="date"[^>]*sqref="Q3:Q502"/);
    expect(sheet).toContain('Indiquez un jour, par exemple 2022-12-31.');
  });

  test('freezes the header and protects the lists, not the claims', async () => {
    const part = partsOf(await claimSheet());
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<pane xSplit="1" ySplit="2"[^>]*state="frozen"/,
    );
    const guarded = [1, 2, 3, 4].map((i) =>
      part(`xl/worksheets/sheet${i}.xml`).includes('<sheetProtection'),
    );
    expect(guarded).toEqual([false, true, true, true]);
  });

  test('refuses a column that the sheet does not have', async () => {
    await expect(
      claimSheet({ rows: [{ claim: 'C001', amount: '4' }] }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: The claim sheet has no column "amount": claim, place, place_note, basis, contains_own, agency, substance, offence, metric, stat, value, unit, wording, wording_printed, extent, status, period_from, period_to, published_on, source, url, language, confidence, level, national_code, count_unit, missing, note.]`,
    );
  });
});

describe('claimLists', () => {
  test('offer each code once, with a label in four languages', () => {
    for (const choices of Object.values(claimLists)) {
      expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length);
      for (const { label } of choices) {
        expect(Object.values(label).every((text) => text !== '')).toBe(true);
      }
    }
  });
});
