import { dialect, type Engine } from '@samenbeeld/engine';
import type { BlockingPass } from './blocking-pass.ts';
import { checkColumnTypes, checkExpected } from './column-types.ts';
import { columnsRead } from './columns-read.ts';
import { finite } from './compare/finite.ts';
import type { Comparison } from './comparison.ts';
import { keyColumns } from './key-column.ts';
import { typedPasses } from './key-types.ts';
import type { LinkedTables } from './linked-table.ts';
import { checkOnly, freshSql, type NewRecords, refuseNowhere } from './new-records.ts';

/** What is put into the table of records. */
export interface RecordPlan {
  readonly found: LinkedTables;
  readonly comparisons: readonly Comparison[];
  readonly passes: readonly BlockingPass[];
  /** Conditions over two records besides the passes, of which the columns are kept too. */
  readonly rules?: readonly string[];
  readonly only?: NewRecords;
  /** Start of the names of the tables that are made. */
  readonly name: string;
}

/** How many records each table has, how many of all are new, and the passes as their keys are compared. */
export interface RecordCounts {
  readonly table: string;
  readonly passes: readonly BlockingPass[];
  readonly sizes: readonly number[];
  readonly fresh: number;
}

/** All records one below the other, with the columns that are read; an empty text, NaN and infinity say nothing and are NULL. */
function unionSql(plan: RecordPlan, columns: readonly string[]): string {
  const { found, only } = plan;
  return found.tables
    .map((linked, source) => {
      const { table, id } = linked;
      const selected = columns.map((column) => {
        const name = dialect.identifier(column);
        const type = found.types[source]?.get(column);
        if (type === 'VARCHAR') return `nullif(${name}, '') as ${name}`;
        return type === 'DOUBLE' || type === 'FLOAT' ? `${finite(name)} as ${name}` : name;
      });
      const own = [
        `${source} as "#source"`,
        `cast(${dialect.identifier(id)} as VARCHAR) as "#id"`,
        `${freshSql(only, linked)} as "#new"`,
      ];
      return `select ${[...own, ...selected].join(', ')} from ${dialect.identifier(table)}`;
    })
    .join(' union all ');
}

/** Names that begin with # are those of this table: `"#n"` in a rule would be its number, not a column of the records. */
function refuseOwnNames(columns: readonly string[]): void {
  const own = columns.find((column) => column.startsWith('#'));
  if (own !== undefined)
    throw new TypeError(
      `the column "${own}" cannot be compared under this name, for names that begin with # stand for the linkage's own columns; give it another name, in a view if need be`,
    );
}

async function refuseBadIds(engine: Engine, { found, name }: RecordPlan): Promise<void> {
  const table = dialect.identifier(`${name} compared`);
  const bad = await engine.rows<{ source: number; id: string | null; n: number }>(
    `select "#source" as source, "#id" as id, count(*) as n from ${table} group by 1, 2 having count(*) > 1 or "#id" is null order by 1, 2 limit 1`,
  );
  const [one] = bad;
  if (!one) return;
  const { table: where, id } = found.tables[one.source] ?? { table: '', id: '' };
  throw new RangeError(
    one.id === null
      ? `column "${id}" of table "${where}" is NULL in ${one.n} record${one.n === 1 ? '' : 's'}; each record needs an id of its own`
      : `column "${id}" of table "${where}" has one id in ${one.n} records; each record needs an id of its own`,
  );
}

/**
 * Makes the table of records: numbered without gaps in the order of the tables and then of the ids, with what the
 * comparisons derive and the keys of the passes, each worked out once a record.
 */
export async function makeRecordTable(engine: Engine, plan: RecordPlan): Promise<RecordCounts> {
  const { only } = plan;
  if (only !== undefined) await checkOnly(engine, only, plan.found.tables);
  const columns = columnsRead(plan);
  checkColumnTypes(plan.found, columns);
  checkExpected(plan.found, plan.comparisons);
  const derived = Object.assign(
    {},
    ...plan.comparisons.map(({ derive }) => derive ?? {}),
  ) as Record<string, string>;
  refuseOwnNames([...columns, ...Object.keys(derived)]);
  const union = unionSql(plan, columns);
  const passes = await typedPasses(engine, plan.passes, union);
  const first = [
    ...columns.map((column) => dialect.identifier(column)),
    ...Object.entries(derived).map(([name, sql]) => `${sql} as ${dialect.identifier(name)}`),
    ...[...keyColumns(passes)].map(([name, sql]) => `${sql} as ${dialect.identifier(name)}`),
  ];
  const table = `${plan.name} compared`;
  const quoted = dialect.identifier(table);
  const number = `cast(row_number() over (order by "#source", "#id") as INTEGER) - 1 as "#n"`;
  await engine.run(
    `create or replace table ${quoted} as select ${[number, '"#source"', '"#id"', '"#new"', ...first].join(', ')} from (${union}) record`,
  );
  await refuseBadIds(engine, plan);
  if (only !== undefined)
    await refuseNowhere(engine, only, { tables: plan.found.tables, records: table });
  const counts = await engine.rows<{ source: number; n: number; fresh: number }>(
    `select "#source" as source, count(*) as n, count(*) filter (where "#new") as fresh from ${quoted} group by 1 order by 1`,
  );
  return {
    table,
    passes,
    sizes: plan.found.tables.map(
      (_, source) => counts.find((one) => one.source === source)?.n ?? 0,
    ),
    fresh: counts.reduce((sum, one) => sum + one.fresh, 0),
  };
}
