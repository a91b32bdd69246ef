import { dialect, type Engine } from '@samenbeeld/engine';
import { type RecordRef, recordName } from './cluster/record.ts';
import type { LinkedTables } from './linked-table.ts';
import { sqlProblem } from './sql-problem.ts';

/**
 * Which records are new, where only pairs with a new one are wanted: SQL over one record, or records, by id alone (in
 * whatever linked table it stands) or with the name of their table.
 */
export type NewRecords = string | readonly (string | RecordRef)[];

type Tables = LinkedTables['tables'];

/** SQL that tells whether a record of this table is new. */
export function freshSql(only: NewRecords | undefined, { id, name }: Tables[number]): string {
  if (only === undefined) return 'true';
  if (typeof only === 'string') return `coalesce((${only}), false)`;
  const ids = only.flatMap((one) =>
    typeof one === 'string' ? [one] : one.table === name ? [one.id] : [],
  );
  if (ids.length === 0) return 'false';
  return `cast(${dialect.identifier(id)} as VARCHAR) in (${[...new Set(ids)].map((one) => dialect.literal(one)).join(', ')})`;
}

/** Refuses an `only` that is no condition over one record, or names a table that is not linked. */
export async function checkOnly(engine: Engine, only: NewRecords, tables: Tables): Promise<void> {
  if (typeof only !== 'string') {
    const stray = only.find(
      (one) => typeof one !== 'string' && !tables.some(({ name }) => name === one.table),
    );
    if (typeof stray !== 'object') return;
    throw new TypeError(
      `\`only\` names a record of the table "${stray.table}"; linked are ${tables.map(({ name }) => name).join(', ')}`,
    );
  }
  for (const { table } of tables) {
    const [column] = await engine
      .columns(`select coalesce((${only}), false) as it from ${dialect.identifier(table)}`)
      .catch((error: unknown) => {
        throw new TypeError(
          `\`only\` must be a condition over one record, or a list of ids: ${only}, over the table "${table}": ${sqlProblem(error)}`,
        );
      });
    if (column?.type !== 'BOOLEAN')
      throw new TypeError(
        `\`only\` must be a condition over one record that holds or not; ${only} is of type ${column?.type}`,
      );
  }
}

/** Refuses ids that no record has. `records` is the table of records. */
export async function refuseNowhere(
  engine: Engine,
  only: NewRecords,
  { tables, records }: { readonly tables: Tables; readonly records: string },
): Promise<void> {
  if (typeof only === 'string' || only.length === 0) return;
  const found = await engine.rows<{ source: number; id: string }>(
    `select "#source" as source, "#id" as id from ${dialect.identifier(records)} where "#new"`,
  );
  const ids = new Set(found.map(({ id }) => id));
  const names = new Set(
    found.map(({ source, id }) => recordName({ table: tables[source]?.name ?? '', id })),
  );
  const nowhere = only.filter((one) =>
    typeof one === 'string' ? !ids.has(one) : !names.has(recordName(one)),
  );
  const [first] = nowhere;
  if (first === undefined) return;
  const shown =
    typeof first === 'string'
      ? `"${first}" is in no linked table`
      : `"${first.id}" is not in "${first.table}"`;
  throw new RangeError(
    nowhere.length === 1
      ? `\`only\` names a record that is not there: ${shown}`
      : `\`only\` names ${nowhere.length.toLocaleString('en')} records that are not there: ${shown}`,
  );
}
