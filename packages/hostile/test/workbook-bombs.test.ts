import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '@samenbeeld/ingest';
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
