import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnType, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import { RefusalError, safeText, UsageError } from '@samenbeeld/schema';
import { modesFor } from './audience.ts';
import { type Clearance, checkEmbargo } from './clearance.ts';
import type { WrittenTable } from './data-package.ts';
import { syncPath } from './durable.ts';
import type { PictureColumn, PictureQuery, PictureRows } from './picture.ts';
import { measureFile, writeParts } from './write-parts.ts';

function cell(value: Scalar): string {
  if (value === null) return '';
  if (typeof value !== 'string')
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  const text = safeText(value);
  // Empty text is quoted, and so differs from nothing.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as lines of CSV, each with its end: RFC 4180, a decimal point. Text cells are safe to open in a spreadsheet; numbers
 * are left as they are. NULL is an empty cell, empty text is `""`. `plainText` undoes what makes a text safe.
 *
 * @example
 * ```ts
 * import { csvLines } from '@samenbeeld/store';
 * csvLines([['printed', 'reason'], [12.3, '=1+1']]) // => "printed,reason\r\n12.3,'=1+1\r\n"
 * ```
 */
export function csvLines(rows: Iterable<readonly Scalar[]>): string {
  let lines = '';
  for (const row of rows) lines += `${row.map(cell).join(',')}\r\n`;
  return lines;
}

const known = /^(VARCHAR|INTEGER|BIGINT|DOUBLE|BOOLEAN|DATE|DECIMAL\(\d+,\d+\))$/;
const stage = 'samenbeeld stage';
const ordered = 'samenbeeld ordered';
const position = 'samenbeeld row';

async function queryColumns(
  engine: Engine,
  { name, sql, notes }: PictureQuery,
): Promise<readonly PictureColumn[]> {
  const columns = await engine.columns(sql);
  for (const column of columns)
    if (!known.test(column.type))
      throw new UsageError(
        `Column "${column.name}" of table "${name}" has the type ${column.type}, which a picture does not hold. Cast it to VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE or DECIMAL(p,s).`,
      );
  return columns.map((column) => ({
    name: column.name,
    type: column.type as ColumnType,
    ...notes?.[column.name],
  }));
}

/** Rows become a table with their position, so that one ordered query serves both kinds. */
async function stageRows(engine: Engine, { columns, rows }: PictureRows): Promise<string> {
  function* numbered(): Generator<readonly Scalar[]> {
    let row = 0;
    for (const cells of rows) yield [row++, ...cells];
  }
  await engine.run(`drop table if exists ${dialect.identifier(stage)}`);
  await engine.insert(stage, [{ name: position, type: 'INTEGER' }, ...columns], numbered());
  const names = columns.map(({ name }) => dialect.identifier(name)).join(', ');
  return `select ${names} from ${dialect.identifier(stage)} order by ${dialect.identifier(position)}`;
}

/** So many rows are in memory at a time. */
const page = 20_000;

/** The rows of a Parquet file as CSV, some at a time, in the order of the file; `check` is told each. */
async function* csvParts(
  engine: Engine,
  parquet: string,
  names: readonly string[],
  check: (row: Record<string, Scalar>) => void,
): AsyncGenerator<string> {
  const table = dialect.identifier(ordered);
  yield csvLines([names]);
  await engine.readParquet(ordered, parquet);
  try {
    const place = dialect.rowPlace();
    for (let from = 0; ; from += page) {
      const rows = await engine.rows<Record<string, Scalar>>(
        `select * from ${table} where ${place} >= ${from} and ${place} < ${from + page} order by ${place}`,
      );
      if (rows.length === 0) return;
      for (const row of rows) check(row);
      yield csvLines(rows.map((row) => names.map((name) => row[name] ?? null)));
    }
  } finally {
    await engine.run(`drop table ${table}`);
  }
}

/** The column that says of a seizure whether it may be published. */
const restrictionColumn = 'publication_restriction';

/** Refuses rows that may not be passed on; anything but "none" keeps a row within the office. */
function refuseEmbargo(clearance: Clearance): (row: Record<string, Scalar>) => void {
  return (row) => {
    const said = row[restrictionColumn];
    if (said === null || said === undefined || said === 'none') return;
    const publicationRestriction = said === 'embargo' ? 'embargo' : 'secret';
    checkEmbargo(clearance, { id: String(row['id']), publicationRestriction });
  };
}

/** A column that names the source of its row. */
const isSourceColumn = (name: string): boolean => name === 'source' || name.endsWith('_source');

/** Refuses rows of sources that the picture does not list: nobody knows how they may be handled. */
function refuseUnlisted(
  { name, cites = false }: PictureRows | PictureQuery,
  names: readonly string[],
  sources: ReadonlySet<string>,
): (row: Record<string, Scalar>) => void {
  const columns = cites ? [] : names.filter(isSourceColumn);
  return (row) => {
    for (const column of columns) {
      const source = row[column];
      if (source === null || source === undefined || sources.has(String(source))) continue;
      throw new RefusalError(
        `The table "${name}" has rows of "${source}", which is no source of this picture.`,
        { dimension: 'source', remedy: 'List the source, or leave its rows out.' },
      );
    }
  };
}

/** Writes one table of a picture as Parquet and as CSV, in the same order. */
export async function writeTable(
  folder: string,
  table: PictureRows | PictureQuery,
  engine: Engine,
  clearance: Clearance,
  sources: ReadonlySet<string>,
): Promise<WrittenTable> {
  const isQuery = 'sql' in table;
  const columns = isQuery ? await queryColumns(engine, table) : table.columns;
  const sql = isQuery ? table.sql : await stageRows(engine, table);
  const [parquet, csv] = [`data/${table.name}.parquet`, `data/${table.name}.csv`];
  await engine.writeParquet(sql, join(folder, parquet), { banner: clearance.banner.en });
  const { file: mode } = modesFor(clearance.audience);
  if (mode !== undefined) await chmod(join(folder, parquet), mode);
  await syncPath(join(folder, parquet));
  const names = columns.map(({ name }) => name);
  const embargo = refuseEmbargo(clearance);
  const unlisted = refuseUnlisted(table, names, sources);
  const parts = csvParts(engine, join(folder, parquet), names, (row) => {
    embargo(row);
    unlisted(row);
  });
  const made = await writeParts(join(folder, csv), parts, mode);
  if (!isQuery) await engine.run(`drop table ${dialect.identifier(stage)}`);
  return {
    name: table.name,
    description: table.description ?? null,
    columns,
    parquet: { path: parquet, ...(await measureFile(join(folder, parquet))) },
    csv: { path: csv, ...made },
  };
}
