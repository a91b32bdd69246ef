import { identifier } from './identifier.ts';
import { literal } from './literal.ts';

/** A delimited text file that is known to be rectangular: UTF-8, one row a line, as many cells in each. */
export interface RectangularText {
  readonly path: string;
  /** Names of the columns to be made, one a cell. */
  readonly columns: readonly string[];
  /** Lines before the first row. */
  readonly skip: number;
  readonly delimiter: string;
  /** '' where nothing quotes. */
  readonly quote: string;
  readonly lineEnd: '\n' | '\r\n';
}

/**
 * A rectangular text file as a relation of texts; an empty cell is NULL. Rows keep the order of the file. It says
 * nothing of lines: only a file that is known to be rectangular may be read so.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * import { writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * const path = `${tmpdir()}/samenbeeld-read-csv.csv`;
 * writeFileSync(path, 'port;kg\nBEGNE;71\nNLVLI;\n');
 * const engine = await openEngine();
 * const rows = dialect.readCsv({ path, columns: ['port', 'kg'], skip: 1, delimiter: ';', quote: '', lineEnd: '\n' });
 * await engine.rows(`select * from ${rows}`) // => [{ port: 'BEGNE', kg: '71' }, { port: 'NLVLI', kg: null }]
 * await engine.close();
 * ```
 */
export function readCsv({
  path,
  columns,
  skip,
  delimiter,
  quote,
  lineEnd,
}: RectangularText): string {
  const types = columns.map((name) => `${identifier(name)}: 'VARCHAR'`).join(', ');
  const options = [
    `columns = {${types}}`,
    'header = false',
    'auto_detect = false',
    `skip = ${skip}`,
    `delim = ${literal(delimiter)}`,
    `quote = ${literal(quote)}`,
    `escape = ${literal(quote)}`,
    "comment = ''",
    "nullstr = ''",
    'null_padding = true',
    `new_line = ${lineEnd === '\n' ? "'\\n'" : "'\\r\\n'"}`,
    "encoding = 'utf-8'",
  ];
  return `read_csv(${literal(path)}, ${options.join(', ')})`;
}
