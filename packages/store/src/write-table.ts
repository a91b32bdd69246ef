import { createHash } from 'node:crypto';
import { chmod, copyFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnType, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import { inFour, quoted, RefusalError, safeText, UsageError } from '@samenbeeld/schema';
import { modesFor } from './audience.ts';
import { type Clearance, checkEmbargo } from './clearance.ts';
import type { WrittenTable } from './data-package.ts';
import { syncPath } from './durable.ts';
import type { PictureColumn, PictureFile, PictureQuery, PictureRows } from './picture.ts';
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
        inFour(
          'Kolom {column} van tabel {name} is van het type {type}, dat een beeld niet kent. Zet het om naar VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE of DECIMAL(p,s).',
          'La colonne {column} de la table {name} est du type {type}, qu’un tableau ne contient pas. Convertissez-la en VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE ou DECIMAL(p,s).',
          'Spalte {column} der Tabelle {name} ist vom Typ {type}, den ein Lagebild nicht kennt. Wandeln Sie sie um in VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE oder DECIMAL(p,s).',
          'Column {column} of table {name} has the type {type}, which a picture does not hold. Cast it to VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE or DECIMAL(p,s).',
          { column: quoted(column.name), name: quoted(name), type: column.type },
        ),
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
        inFour(
          'De tabel {name} heeft rijen van {source}, dat geen bron van dit beeld is.',
          'La table {name} a des lignes de {source}, qui n’est pas une source de ce tableau.',
          'Die Tabelle {name} hat Zeilen von {source}, das keine Quelle dieses Lagebilds ist.',
          'The table {name} has rows of {source}, which is no source of this picture.',
          { name: quoted(name), source: quoted(String(source)) },
        ),
        {
          dimension: 'source',
          remedy: inFour(
            'Noem de bron, of laat de rijen ervan weg.',
            'Nommez la source, ou laissez ses lignes de côté.',
            'Nennen Sie die Quelle, oder lassen Sie ihre Zeilen weg.',
            'List the source, or leave its rows out.',
          ),
        },
      );
    }
  };
}

/** Tables as earlier writings of a picture left them, so that one of equal rows is not written again. */
export interface TableMemory {
  /** A hash of all that a table is made of, as a key. */
  key(made: string): string;
  read(key: string): WrittenTable | null;
  remember(key: string, table: WrittenTable): void;
}

/** A cell of rows as JSON holds it apart from every other. */
function exact(value: Scalar): unknown {
  if (value instanceof Date) return { day: value.getTime() };
  const isPlain = typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0));
  return isPlain ? value : { number: Object.is(value, -0) ? '-0' : String(value) };
}

/** A hash of everything that a table's two files, and what is said of them, follow from; null where that is not known. */
function madeOf(
  table: PictureRows | PictureQuery,
  { banner, audience }: Clearance,
  sources: ReadonlySet<string>,
): string | null {
  const { name, description, cites } = table;
  const hash = createHash('sha256').update(
    JSON.stringify([name, description, cites, banner.en, audience.code, [...sources].sort()]),
  );
  if ('sql' in table) {
    if (table.reads === undefined) return null;
    hash.update(JSON.stringify([table.sql, table.notes, table.reads.sha256]));
  } else {
    hash.update(JSON.stringify(table.columns));
    for (const row of table.rows) hash.update(JSON.stringify(row.map(exact)));
  }
  return hash.digest('hex');
}

/** Copies a file of the picture that stands there, where it is still what was written. */
async function copied(
  from: string,
  folder: string,
  { path, sha256 }: PictureFile,
  mode: number | undefined,
): Promise<boolean> {
  const to = join(folder, path);
  try {
    await copyFile(join(from, path), to);
    if ((await measureFile(to)).sha256 === sha256) {
      if (mode !== undefined) await chmod(to, mode);
      await syncPath(to);
      return true;
    }
  } catch {
    // It is written.
  }
  await unlink(to).catch(() => undefined);
  return false;
}

/**
 * Writes one table of a picture as Parquet and as CSV, in the same order; or takes both from the picture that stands in
 * `standing`, where it was made of the same. Rows that may be restricted are always looked at anew.
 */
export async function writeTable(
  folder: string,
  table: PictureRows | PictureQuery,
  engine: () => Promise<Engine>,
  clearance: Clearance,
  {
    sources,
    memory,
    standing,
  }: {
    readonly sources: ReadonlySet<string>;
    readonly memory?: TableMemory | undefined;
    readonly standing: string;
  },
): Promise<WrittenTable> {
  const made = memory ? madeOf(table, clearance, sources) : null;
  const key = made && memory?.key(made);
  const known = key && memory?.read(key);
  const { file: mode } = modesFor(clearance.audience);
  if (
    known &&
    (await copied(standing, folder, known.parquet, mode)) &&
    (await copied(standing, folder, known.csv, mode))
  )
    return known;
  if (known) await unlink(join(folder, known.parquet.path)).catch(() => undefined);
  if ('reads' in table) await table.reads?.lay();
  const written = await writeAnew(folder, table, await engine(), clearance, sources);
  const isRestricted = written.columns.some((column) => column.name === restrictionColumn);
  if (key && !isRestricted) memory?.remember(key, written);
  return written;
}

async function writeAnew(
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
