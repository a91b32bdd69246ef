import { dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';

/** Where what is kept of the records of large files stands; the picture's own table is then a view of it. */
const schema = 'kept';

/** What the records of one kind are in the engine: a table, a view of what is kept of them, or not there yet. */
export type RecordRelation = 'table' | 'view' | null;

/** Looks up what the records of one kind are in the engine. */
export async function recordRelation(engine: Engine, table: string): Promise<RecordRelation> {
  if (!(await engine.tables()).includes(table)) return null;
  const [found] = await engine.rows<{ kind: string }>(
    `select table_type as kind from information_schema.tables where table_schema = 'main' and table_name = ${dialect.literal(table)}`,
  );
  return found?.kind === 'VIEW' ? 'view' : 'table';
}

async function keptViews(engine: Engine, table: string): Promise<readonly string[]> {
  const found = await engine.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = '${schema}' and table_type = 'VIEW' order by table_name`,
  );
  return found.map(({ name }) => name).filter((name) => name.startsWith(`${table}_`));
}

async function dropKept(engine: Engine, table: string): Promise<void> {
  for (const name of await keptViews(engine, table))
    await engine.run(`drop view ${schema}.${name}; drop table ${schema}.${name}_rows`);
}

/**
 * Removes all records of one kind from the engine, a table or a view with all that is kept for it.
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { appendRecords, removeRecords } from '@samenbeeld/ingest';
 * const engine = await openEngine();
 * await appendRecords(engine, 'observation', []);
 * await removeRecords(engine, 'observation');
 * await engine.tables() // => []
 * await engine.close();
 * ```
 */
export async function removeRecords(
  engine: Engine,
  record: SourceDescription['record'],
): Promise<void> {
  const { table } = recordTables[record];
  const relation = await recordRelation(engine, table);
  if (relation) await engine.run(`drop ${relation} ${table}`);
  await dropKept(engine, table);
}

/** Records of one kind, of which only what varies from row to row is kept. */
export interface KeptRows {
  /** SQL of what is kept of each record. */
  readonly rows: string;
  /** SQL of each column of a record over a row `i` of it, in the order of the table. */
  readonly columns: readonly (readonly [name: string, sql: string])[];
}

/**
 * Appends records of which less is kept than is shown: the picture's table becomes a view in which each column is
 * worked out when it is asked for. One that is a table already becomes the first part of the view.
 */
export async function appendKept(
  engine: Engine,
  record: SourceDescription['record'],
  { rows, columns }: KeptRows,
): Promise<void> {
  const { table, columns: all } = recordTables[record];
  await engine.run(`create schema if not exists ${schema}`);
  const names = all.map(({ name }) => name).join(', ');
  const whole = all.map(({ name }) => [name, `i.${name}`] as const);
  const before = await recordRelation(engine, table);
  // Of a view that somebody has removed nothing may come back.
  if (before !== 'view') await dropKept(engine, table);
  const views = before === 'view' ? [...(await keptViews(engine, table))] : [];
  const add = async (part: KeptRows): Promise<void> => {
    const name = `${table}_${String(views.length + 1).padStart(6, '0')}`;
    const shown = part.columns.map(([column, sql]) => `${sql} as ${column}`);
    await engine.run(
      `create table ${schema}.${name}_rows as ${part.rows}; create view ${schema}.${name} as select ${shown.join(', ')} from ${schema}.${name}_rows i`,
    );
    views.push(name);
  };
  if (before === 'table') {
    await add({ rows: `select ${names} from ${table}`, columns: whole });
    await engine.run(`drop table ${table}`);
  }
  await add({ rows, columns });
  const parts = views.map((name) => `select ${names} from ${schema}.${name}`);
  await engine.run(`create or replace view ${table} as ${parts.join(' union all ')}`);
}

/**
 * Appends records that were read before to the engine's table of their kind, whatever it is: after the ingest of a
 * large file it is a view, into which nothing can be inserted.
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { appendRecords } from '@samenbeeld/ingest';
 * const engine = await openEngine();
 * await appendRecords(engine, 'seizure', []);
 * await engine.tables() // => ['seizure']
 * await engine.close();
 * ```
 */
export async function appendRecords(
  engine: Engine,
  record: SourceDescription['record'],
  rows: Iterable<Readonly<Record<string, Scalar>>>,
): Promise<void> {
  const { table, columns } = recordTables[record];
  function* cells(): Generator<readonly Scalar[]> {
    for (const row of rows) yield columns.map(({ name }) => row[name] ?? null);
  }
  const typed = columns.map(({ name, type }) => ({ name, type }));
  if ((await recordRelation(engine, table)) !== 'view') {
    await engine.insert(table, typed, cells());
    return;
  }
  const beside = `${schema}_${table}`;
  await engine.insert(beside, typed, cells());
  await appendKept(engine, record, {
    rows: `select * from ${beside}`,
    columns: columns.map(({ name }) => [name, `i.${name}`]),
  });
  await engine.run(`drop table ${beside}`);
}
