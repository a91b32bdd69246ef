import type { ReadTable } from '@samenbeeld/read';
import { expect, test } from 'vitest';
import { picture, readContent, said } from './temp-file.ts';

const read = (content: string): Promise<ReadTable> =>
  readContent(content, { format: 'eurostat-tsv' });

test('the packed column becomes one column a dimension; flags and blanks stay in the cells', async () => {
  const table = await read(
    'freq,iccs,unit,geo\\TIME_PERIOD\t2021 \t2022 \nA,ICCS0601,NR,DE\t123 b\t: \nA,ICCS0601,NR,EL\t: c\t"5\n',
  );
  expect(table.columns.map(({ letter, headers }) => [letter, ...headers])).toEqual([
    ['A.1', 'freq'],
    ['A.2', 'iccs'],
    ['A.3', 'unit'],
    ['A.4', 'geo'],
    ['B', '2021'],
    ['C', '2022'],
  ]);
  expect(table.columns.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(picture(table)).toEqual([
    [2, 'A', 'ICCS0601', 'NR', 'DE', '123 b', ': '],
    [3, 'A', 'ICCS0601', 'NR', 'EL', ': c', '"5'],
  ]);
  expect(table.lines).toEqual({ total: 3, title: 0, header: 1, footer: 0, blank: 0, data: 2 });
});

test('a row with other dimensions is rejected and still counted', async () => {
  const table = await read('freq,geo\\TIME_PERIOD\t2022 \nA,DE,x\t1\nA,NL\t2 p\n');
  expect(picture(table)).toEqual([[3, 'A', 'NL', '2 p']]);
  expect(table.lines.data).toBe(2);
  expect(said(table.rejects)).toMatchInlineSnapshot(`
    [
      "rejection row.dimensions (2 A): expected 2 dimensions (freq,geo), found 3. Repair: fetch the file again.",
    ]
  `);
});

test('a file without the packed header is refused', async () => {
  await expect(read('geo\t2022\nDE\t1\n')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[InputError: file, line 1, column A: expected a first header such as "freq,unit,geo\\TIME_PERIOD", found "geo". Repair: fetch the file again in Eurostat's TSV format, or describe it as csv]`,
  );
});
