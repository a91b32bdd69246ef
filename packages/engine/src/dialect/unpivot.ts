import { identifier } from './identifier.ts';

/** Columns of a wide table that become rows. */
export interface Unpivot {
  /** Name of the table. */
  readonly from: string;
  /** Columns to fold, of one type. The others are kept beside. */
  readonly columns: readonly string[];
  /** Name of the new column that holds the old column's name, and of the one that holds its value. */
  readonly name: string;
  readonly value: string;
}

/**
 * A subquery that folds columns into rows; empty cells stay as NULL, so that nothing is dropped.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.run('create table wide as select \'BEGNE\' as port, 71 as "2021", null as "2022"');
 * const long = dialect.unpivot({ from: 'wide', columns: ['2021', '2022'], name: 'year', value: 'kg' });
 * await engine.rows(`select * from ${long} order by year`) // => [{ port: 'BEGNE', year: '2021', kg: 71 }, { port: 'BEGNE', year: '2022', kg: null }]
 * await engine.close();
 * ```
 */
export function unpivot({ from, columns, name, value }: Unpivot): string {
  if (columns.length === 0) throw new TypeError('unpivot needs at least one column');
  const list = columns.map(identifier).join(', ');
  return `(select * from ${identifier(from)} unpivot include nulls (${identifier(value)} for ${identifier(name)} in (${list})))`;
}
