import { createHash } from 'node:crypto';
import { chmod, copyFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnType, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import { inFour, quoted, RefusalError, wrongUse } from '@samenbeeld/schema';
import { modesFor } from './audience.ts';
import { type Clearance, checkEmbargo } from './clearance.ts';
import { csvLinesSql } from './csv-lines.ts';
import type { WrittenTable } from './data-package.ts';
import { syncPath } from './durable.ts';
import { measureFile } from './measure-file.ts';
import type { PictureColumn, PictureFile, PictureQuery, PictureRows } from './picture.ts';

const known = /^(VARCHAR|INTEGER|BIGINT|DOUBLE|BOOLEAN|DATE|DECIMAL\(\d+,\d+\))$/;
const stage = 'samenbeeld stage';
const position = 'samenbeeld row';

async function queryColumns(
  engine: Engine,
  { name, sql, notes }: PictureQuery,
): Promise<readonly PictureColumn[]> {
  const columns = await engine.columns(sql);
  for (const column of columns)
    if (!known.test(column.type))
      throw wrongUse(
        'Kolom {column} van tabel {name} is van het type {type}, dat een beeld niet kent. Zet het om naar VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE of DECIMAL(p,s).',
        'La colonne {column} de la table {name} est du type {type}, qu’un tableau ne contient pas. Convertissez-la en VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE ou DECIMAL(p,s).',
        'Spalte {column} der Tabelle {name} ist vom Typ {type}, den ein Lagebild nicht kennt. Wandeln Sie sie um in VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE oder DECIMAL(p,s).',
        'Column {column} of table {name} has the type {type}, which a picture does not hold. Cast it to VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE or DECIMAL(p,s).',
        { column: quoted(column.name), name: quoted(name), type: column.type },
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

/** The column that says of a seizure whether it may be published. */
const restrictionColumn = 'publication_restriction';

/** A column that names the source of its row. */
const isSourceColumn = (name: string): boolean => name === 'source' || name.endsWith('_source');

type Row = Readonly<Record<string, Scalar>>;

/** Refuses a row that may not be passed on; anything but "none" keeps it within the office. */
function refuseEmbargo(clearance: Clearance, row: Row): void {
  const said = row[restrictionColumn];
  if (said === null || said === undefined || said === 'none') return;
  const publicationRestriction = said === 'embargo' ? 'embargo' : 'secret';
  checkEmbargo(clearance, { id: String(row['id']), publicationRestriction });
}

/** Refuses a row of a source that the picture does not list: nobody knows how it may be handled. */
function refuseUnlisted(
  name: string,
  columns: readonly string[],
  sources: ReadonlySet<string>,
  row: Row,
): void {
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
}

/** Looks at the rows that may have to be refused, in their order; most tables have none. */
async function checkRows(
  engine: Engine,
  from: string,
  {
    name,
    cites = false,
    columns,
  }: Pick<WrittenTable, 'name' | 'columns'> & { readonly cites?: boolean },
  clearance: Clearance,
  sources: ReadonlySet<string>,
): Promise<void> {
  const naming = cites ? [] : columns.filter((column) => isSourceColumn(column.name));
  const listed = [...sources].map((source) => dialect.literal(source)).join(', ');
  const asks = (column: PictureColumn): readonly (string | null)[] => {
    const value = dialect.identifier(column.name);
    const text = dialect.printed(value, column.type);
    const isRestriction = column.name === restrictionColumn && clearance.audience.passesOn;
    return [
      dialect.heldBack(value, column.type),
      isRestriction ? `${text} <> 'none'` : null,
      naming.includes(column)
        ? `${text} ${listed === '' ? 'is not null' : `not in (${listed})`}`
        : null,
    ];
  };
  const asked = columns.filter((column) => asks(column).some((ask) => ask !== null));
  if (asked.length === 0) return;
  const read = columns.filter((column) => column.name === 'id' || asked.includes(column));
  const names = new Set(read.map((column) => dialect.identifier(column.name)));
  const where = asked.flatMap(asks).filter((ask) => ask !== null);
  const rows = await engine.rows<Row>(
    `select ${[...names].join(', ')} from ${from} where ${where.join(' or ')}`,
  );
  for (const row of rows) {
    refuseEmbargo(clearance, row);
    refuseUnlisted(
      name,
      naming.map((column) => column.name),
      sources,
      row,
    );
  }
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

/** A file that someone else wrote, as it is left: read by whom it may, on the disk, and measured. */
async function settled(
  folder: string,
  path: string,
  mode: number | undefined,
): Promise<PictureFile> {
  const file = join(folder, path);
  if (mode !== undefined) await chmod(file, mode);
  await syncPath(file);
  return { path, ...(await measureFile(file)) };
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
    if ((await settled(folder, path, mode)).sha256 === sha256) return true;
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
  const paths = { parquet: `data/${table.name}.parquet`, csv: `data/${table.name}.csv` };
  const { file: mode } = modesFor(clearance.audience);
  await engine.writeParquet(sql, join(folder, paths.parquet), { banner: clearance.banner.en });
  const parquet = await settled(folder, paths.parquet, mode);
  const from = dialect.readParquet(join(folder, paths.parquet));
  await checkRows(engine, from, { ...table, columns }, clearance, sources);
  await engine.writeLines(csvLinesSql(columns, from), join(folder, paths.csv));
  const csv = await settled(folder, paths.csv, mode);
  if (!isQuery) await engine.run(`drop table ${dialect.identifier(stage)}`);
  return { name: table.name, description: table.description ?? null, columns, parquet, csv };
}
