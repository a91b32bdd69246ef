import type { Geometry } from '../geometry.ts';
import { fileKind } from './file-kind.ts';
import { fileSample } from './file-sample.ts';
import { jsonGeometry } from './json-geometry.ts';
import { parquetGeometry } from './parquet-geometry.ts';
import { textGeometry } from './text-geometry.ts';
import { xlsxGeometry } from './xlsx-geometry.ts';

/**
 * How the table of an unseen file is laid out: format, encoding, delimiter, title, header rows, footer, sheet or
 * path, each with a confidence, the evidence and other readings. Its `shape` is what `readTable` takes. The
 * likeliest table first; a workbook has one a sheet that holds a table.
 *
 * Formats are told by content. Of a text only the beginning, the end and some pieces between are read. InputError
 * where the file holds no table, cannot be read as one (a web page under the name .xls, an archive), or its name
 * promises another format than its bytes are; UsageError where it cannot be opened.
 *
 * @example
 * ```ts
 * import { sniffGeometry } from '@samenbeeld/describe';
 * import { writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * const path = `${tmpdir()}/samenbeeld-sniff-geometry.csv`;
 * writeFileSync(path, 'Vondsten per haven\n\nhaven;2022;2023\nVlissingen;4.500;1.200\nAntwerpen;110;116\nBron: douane\n');
 * const [table] = await sniffGeometry(path);
 * table.shape // => { format: 'csv', encoding: 'utf-8', delimiter: ';', title: 1, header: 1, footer: '^Bron\\s*:' }
 * ```
 */
export async function sniffGeometry(path: string): Promise<readonly Geometry[]> {
  const sample = await fileSample(path);
  switch (fileKind(sample).value) {
    case 'xlsx':
      return xlsxGeometry(path, sample.file);
    case 'parquet':
      return [parquetGeometry(sample.file)];
    case 'json':
      return [jsonGeometry(sample)];
    case 'text':
      return [textGeometry(sample)];
  }
}
