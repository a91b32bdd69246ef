import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnType, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import { UsageError } from '@samenbeeld/schema';
import type { Clearance } from './clearance.ts';
import { toCsv } from './csv.ts';
import { sha256, type WrittenTable } from './data-package.ts';
import { syncPath, writeDurably } from './durable.ts';
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

async function written(folder: string, path: string): Promise<PictureFile> {
  const bytes = await readFile(join(folder, path));
  return { path, bytes: bytes.length, sha256: sha256(bytes) };
}

/** Writes one table of a picture as Parquet and as CSV, in the same order. */
export async function writeTable(
  folder: string,
  table: PictureRows | PictureQuery,
  engine: Engine,
  clearance: Clearance,
): Promise<WrittenTable> {
  const isQuery = 'sql' in table;
  const columns = isQuery ? await queryColumns(engine, table) : table.columns;
  const sql = isQuery ? table.sql : await stageRows(engine, table);
  const [parquet, csv] = [`data/${table.name}.parquet`, `data/${table.name}.csv`];
  await engine.writeParquet(sql, join(folder, parquet), { banner: clearance.banner.en });
  await syncPath(join(folder, parquet));
  const rows = await engine.rows<Record<string, Scalar>>(sql);
  const names = columns.map(({ name }) => name);
  await writeDurably(
    join(folder, csv),
    toCsv(
      names,
      rows.map((row) => names.map((name) => row[name] ?? null)),
    ),
  );
  if (!isQuery) await engine.run(`drop table ${dialect.identifier(stage)}`);
  return {
    name: table.name,
    description: table.description ?? null,
    columns,
    parquet: await written(folder, parquet),
    csv: await written(folder, csv),
  };
}
