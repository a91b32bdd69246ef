/** A column of a table that gets another type. */
export interface ChangedColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** SQL of the new value over the row as it was. */
  readonly value: string;
}

/**
 * The statement that gives a column of a table another type, each value worked out anew from its row. Rows keep their
 * places.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.run("create table find as select '71' as kg");
 * await engine.run(dialect.changeType({ table: 'find', column: 'kg', type: 'INTEGER', value: 'cast(kg as INTEGER) + 1' }));
 * await engine.rows('select kg from find') // => [{ kg: 72 }]
 * await engine.close();
 * ```
 */
export function changeType({ table, column, type, value }: ChangedColumn): string {
  return `alter table ${table} alter column ${column} set data type ${type} using ${value}`;
}
