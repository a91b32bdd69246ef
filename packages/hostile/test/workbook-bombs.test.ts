import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sniffGeometry } from '@samenbeeld/describe';
import { readTable } from '@samenbeeld/read';
import { afterAll, expect, test } from 'vitest';
import { rows, sheet, workbook } from '../src/crafted.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cellsOf(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'x.xlsx');
  writeFileSync(path, bytes);
  const [table] = await readTable(path, { format: 'xlsx' });
  return table?.rows.map(({ cells }) => cells);
}

test('a picture that does not unpack well is no matter', async () => {
  const sound = Buffer.from(workbook(sheet(rows), { 'xl/media/image1.bin': new Uint8Array(200) }));
  const picture = sound.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  // The checksum of the last entry, in the directory.
  sound[picture + 16] = (sound[picture + 16] as number) ^ 0xff;
  expect(await cellsOf(sound)).toEqual([['2022', '5']]);
});

test('a sheet that unpacks to a thousand times its size is refused before it is parsed', async () => {
  const bomb = workbook(sheet(`${rows}${' '.repeat(21_000_000)}`));
  await expect(cellsOf(bomb)).rejects.toThrow(
    'x.xlsx: expected an .xlsx workbook, found a part xl/worksheets/sheet1.xml that unpacks to more than 100 times its size. Repair: open it in a spreadsheet and save it as .xlsx',
  );
});

test('so are a cell beyond the last one and a link over the whole sheet', async () => {
  const beyond = workbook(sheet(`${rows}<row r="3"><c r="XFE3"><v>1</v></c></row>`));
  await expect(cellsOf(beyond)).rejects.toThrow('found a cell at XFE3, beyond the last one');
  const link = '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>';
  await expect(cellsOf(workbook(sheet(rows, 'A1:B2', link)))).rejects.toThrow(
    'found a link over the cells A1:XFD1048576',
  );
});

/** A workbook of so many sheets that lie in so many parts. */
function manySheets(sheets: number, parts: number): Uint8Array {
  const upTo = (end: number): readonly number[] => Array.from({ length: end }, (_, at) => at + 1);
  const text = (xml: string): Uint8Array => Buffer.from(`<?xml version="1.0"?>${xml}`);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = upTo(sheets).map((at) => `<sheet name="S${at}" sheetId="${at}" r:id="rId${at}"/>`);
  const relations = upTo(sheets).map(
    (at) =>
      `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${((at - 1) % parts) + 1}.xml"/>`,
  );
  const many = upTo(parts).map((at) => [
    `xl/worksheets/sheet${at}.xml`,
    text(sheet(rows).slice(21)),
  ]);
  return workbook(sheet(rows), {
    'xl/workbook.xml': text(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(many),
  });
}

test('thousands of sheets, or sheets that share a part, are refused; hundreds are described', async () => {
  await expect(cellsOf(manySheets(5000, 1))).rejects.toThrow(
    'found one of 5,000 sheets, above the limit of 1,000. Repair: save only the needed sheets, or export them as csv',
  );
  await expect(cellsOf(manySheets(900, 1))).rejects.toThrow('found one of 900 sheets in 1 part');
  const path = join(folder, 'many.xlsx');
  writeFileSync(path, manySheets(600, 600));
  const found = await sniffGeometry(path);
  expect(found).toHaveLength(600);
  for (const { notes, sheet: guess } of [found[0], found[599]].flatMap((each) => each ?? [])) {
    expect(notes.join().length).toBeLessThan(300);
    expect(guess?.alternatives.length).toBeLessThanOrEqual(4);
  }
});
