import { withheldText } from '@samenbeeld/schema';
import { csvTitles } from './csv-titles.ts';
import { type FileBytes, fileBytes } from './file-bytes.ts';
import { shownIssue } from './issue-log.ts';
import { readCsv } from './read-csv.ts';
import { readEurostatTsv } from './read-eurostat-tsv.ts';
import { readJson } from './read-json.ts';
import { readJsonStat } from './read-json-stat.ts';
import { readNdjson } from './read-ndjson.ts';
import { readParquet } from './read-parquet.ts';
import { readSdmxCsv } from './read-sdmx-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { refuseWide } from './refuse-wide.ts';
import type { FileShape, ReadTable } from './table.ts';

/**
 * Reads a file as text: rows with the physical line where each starts, and columns with their headers. Cells are
 * not interpreted. One table a file, or one a matching sheet.
 *
 * The lines of the five kinds (title, header, footer, blank, data) add up to the lines of the file as `wc -l`
 * counts them (and one more for a last line without end), the rows of the sheet, or the elements of the array.
 * InputError, with the place and a repair, when the bytes are not what the shape says; UsageError when the file
 * cannot be read or the shape makes no sense.
 *
 * @example
 * ```ts
 * import { readTable } from '@samenbeeld/read';
 * import { writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * const path = `${tmpdir()}/samenbeeld-read-table.csv`;
 * writeFileSync(path, 'port;kg\nVlissingen;4.500\nBron: douane\n');
 * const [table] = await readTable(path, { format: 'csv', footer: '^Bron:' });
 * table.rows // => [{ line: 2, lines: 1, cells: ['Vlissingen', '4.500'] }]
 * table.lines // => { total: 3, title: 0, header: 1, footer: 1, blank: 0, data: 1 }
 * ```
 */
export function readTable(path: string, shape: FileShape): Promise<readonly ReadTable[]> {
  return tableReader(path)(shape);
}

/** Reads the tables of one file, in one shape or another. */
export type TableReader = (shape: FileShape) => Promise<readonly ReadTable[]>;

/**
 * Reads a file as `readTable` does, in as many shapes as are tried on it: its bytes are read once, and what is wrong with the whole of it
 * is found once.
 */
export function tableReader(path: string): TableReader {
  let source: Promise<FileBytes> | undefined;
  return async (shape) => {
    source ??= fileBytes(path);
    const tables = (await readBytes(await source, path, shape)).map(shownTable);
    for (const { file, sheet, columns } of tables)
      refuseWide({ file, ...(sheet !== null && { sheet }) }, columns.length);
    return tables;
  };
}

/** A table as it may be told: what stands around its cells is somebody's text too. */
function shownTable(table: ReadTable): ReadTable {
  return {
    ...table,
    ...(table.titles && { titles: table.titles.map(withheldText) }),
    ...(table.footers && { footers: table.footers.map(withheldText) }),
    notes: table.notes.map(shownIssue),
    rejects: table.rejects.map(shownIssue),
  };
}

async function readBytes(
  source: FileBytes,
  path: string,
  shape: FileShape,
): Promise<readonly ReadTable[]> {
  switch (shape.format) {
    case 'csv':
      return [{ ...readCsv(source, shape), titles: csvTitles(source, shape) }];
    case 'xlsx':
      return readXlsx(source, shape);
    case 'json':
      return [readJson(source, shape)];
    case 'eurostat-tsv':
      return [readEurostatTsv(source, shape)];
    case 'ndjson':
      return [readNdjson(source, shape)];
    case 'sdmx-csv':
      return [readSdmxCsv(source, shape)];
    case 'json-stat':
      return readJsonStat(source, shape);
    case 'parquet':
      return [await readParquet(source, path)];
  }
}
