/**
 * The place of a row in a table that was filled in one go and never deleted from, from 0, in the order of filling.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.insert('find', [{ name: 'port', type: 'VARCHAR' }], [['NLVLI'], ['BEGNE']]);
 * await engine.rows(`select ${dialect.rowPlace()} as at, port from find order by 1`) // => [{ at: 0, port: 'NLVLI' }, { at: 1, port: 'BEGNE' }]
 * await engine.close();
 * ```
 */
export function rowPlace(): string {
  return 'rowid';
}
