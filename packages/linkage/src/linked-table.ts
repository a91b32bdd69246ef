import { type Column, dialect, type Engine } from '@samenbeeld/engine';

export interface LinkedTable {
  readonly table: string;
  /** Column that tells its records apart, never NULL. */
  readonly id: string;
  /** Name in results; default: that of the table. */
  readonly name?: string;
}

/** Which pairs count: of records within one table, of different tables, or both. */
export type LinkKind = 'within' | 'between' | 'all';

/** The tables as they were found: names, and the columns that all of them have. */
export interface LinkedTables {
  readonly tables: readonly Required<LinkedTable>[];
  readonly link: LinkKind;
  /** Of the first table. */
  readonly columns: readonly Column<string>[];
  /** By table: its columns' types. */
  readonly types: readonly ReadonlyMap<string, string>[];
}

/** Looks the tables up; a missing table, id or name that occurs twice is refused. */
export async function findTables(
  engine: Engine,
  tables: readonly LinkedTable[],
  link: LinkKind = tables.length > 1 ? 'between' : 'within',
): Promise<LinkedTables> {
  if (tables.length === 0) throw new TypeError('a linkage needs at least one table');
  if (link === 'between' && tables.length === 1)
    throw new TypeError("link: 'between' needs two tables or more; for one table say 'within'");
  const named = tables.map((one) => ({ ...one, name: one.name ?? one.table }));
  const twice = named.find(({ name }, at) => named.findIndex((one) => one.name === name) < at);
  if (twice)
    throw new TypeError(
      `two linked tables are named "${twice.name}"; give one of them another name`,
    );
  const found = [];
  for (const { table, id } of named) {
    const columns = await engine.columns(`select * from ${dialect.identifier(table)}`);
    if (!columns.some(({ name }) => name === id))
      throw new TypeError(
        `table "${table}" has no column "${id}" to tell its records apart; it has ${columns.map(({ name }) => name).join(', ')}`,
      );
    found.push(columns);
  }
  const [first = [], ...others] = found;
  return {
    tables: named,
    link,
    types: found.map((columns) => new Map(columns.map(({ name, type }) => [name, type]))),
    columns: first.filter(({ name }) =>
      others.every((columns) => columns.some((one) => one.name === name)),
    ),
  };
}

export const isDay = (type: string): boolean => /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(type);
