import { dialect, type Engine } from '@samenbeeld/engine';
import type { BlockingPass } from './blocking-pass.ts';
import { checkColumnTypes, checkExpected, isNumber, isText, isZoned } from './column-types.ts';
import { finite } from './compare/finite.ts';
import type { Comparison } from './comparison.ts';
import { keyColumns } from './key-column.ts';
import type { LinkedTables } from './linked-table.ts';
import { checkOnly, freshSql, type NewRecords, refuseNowhere } from './new-records.ts';
import { namesIn } from './split-condition.ts';
import { sqlProblem } from './sql-problem.ts';

/**
 * The type in which values of two unlike types are equal where they mean the same, or undefined. Text that stands
 * against numbers is read as a number; a moment with a zone has no date of its own and is like nothing else.
 */
async function alike(
  one: string,
  two: string,
  common: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (isZoned(one) !== isZoned(two)) return undefined;
  const [text, other] = isText(one) ? [one, two] : [two, one];
  if (!isText(text)) return common();
  if (isNumber(other)) return 'DOUBLE';
  if (other.startsWith('ENUM')) return 'VARCHAR';
  return /[[(]/.test(other) ? undefined : other;
}

/** The types of keys, in one statement; none where one of the keys is wrong, which is then looked for. */
async function typesAtOnce(
  engine: Engine,
  keys: readonly string[],
  union: string,
): Promise<Map<string, string>> {
  const distinct = [...new Set(keys)];
  if (distinct.length === 0) return new Map();
  // No rule can name a column that begins with #.
  const asked = distinct.map((key, at) => `${key} as "#it${at}"`);
  const columns = await engine
    .columns(`select ${asked.join(', ')} from (${union}) record`)
    .catch(() => []);
  if (columns.length !== distinct.length) return new Map();
  return new Map(distinct.map((key, at) => [key, columns[at]?.type ?? '']));
}

/** The passes with the type in which each part of their keys is compared, where its two sides are of unlike types; a key that is no SQL over these records is refused, and so are sides that are never equal. */
async function typedPasses(
  engine: Engine,
  passes: readonly BlockingPass[],
  union: string,
): Promise<readonly BlockingPass[]> {
  const known = await typesAtOnce(
    engine,
    passes.flatMap(({ left, right }) => [...left, ...right]),
    union,
  );
  const typeOf = async (key: string, rule: number): Promise<string> => {
    const [column] = await engine
      .columns(`select ${key} as it from (${union}) record`)
      .catch((error: unknown) => {
        throw new TypeError(`blocking rule ${rule + 1}, key ${key}: ${sqlProblem(error)}`);
      });
    const type = column?.type ?? '';
    known.set(key, type);
    return type;
  };
  const typed: BlockingPass[] = [];
  for (const pass of passes) {
    const types: (string | undefined)[] = [];
    for (const [at, left] of pass.left.entries()) {
      const right = pass.right[at] ?? left;
      const one = known.get(left) ?? (await typeOf(left, pass.rule));
      const two = known.get(right) ?? (await typeOf(right, pass.rule));
      if (one === two) {
        types.push(undefined);
        continue;
      }
      const type = await alike(one, two, async () =>
        engine
          .columns(
            `select case when true then (${left}) else (${right}) end as it from (${union}) record`,
          )
          .then(
            ([column]) => column?.type,
            () => undefined,
          ),
      );
      if (type === undefined)
        throw new TypeError(
          `blocking rule ${pass.rule + 1} compares ${left} (${one}) with ${right} (${two}), which cannot be compared as they are; cast one of them to the type of the other`,
        );
      types.push(type);
    }
    typed.push(types.some((type) => type !== undefined) ? { ...pass, types } : pass);
  }
  return typed;
}

/** Columns of the tables that the comparisons and conditions read; `rules` are conditions over two records besides the passes. */
function columnsRead({
  found,
  comparisons,
  passes,
  rules = [],
}: {
  readonly found: LinkedTables;
  readonly comparisons: readonly Comparison[];
  readonly passes: readonly BlockingPass[];
  readonly rules?: readonly string[];
}): readonly string[] {
  const derived = new Set(comparisons.flatMap(({ derive }) => Object.keys(derive ?? {})));
  const texts = [
    ...comparisons.flatMap(({ derive, isNull, measure, levels }) => [
      ...Object.values(derive ?? {}),
      isNull ?? '',
      measure ?? '',
      ...levels.map(({ holds }) => holds),
    ]),
    ...passes.flatMap(({ left, right, where }) => [...left, ...right, where ?? '']),
    ...rules,
  ];
  const named = new Set<string>(texts.flatMap((text) => [...namesIn(text)]));
  for (const comparison of comparisons)
    for (const column of [
      ...comparison.columns,
      ...comparison.levels.flatMap(({ termFrequency }) => termFrequency ?? []),
    ]) {
      if (derived.has(column) || found.columns.some(({ name }) => name === column))
        named.add(column);
      else
        throw new TypeError(
          `comparison "${comparison.name}" reads the column "${column}", which ${found.tables.length > 1 ? 'not all tables have' : `table "${found.tables[0]?.table}" does not have`}; there are ${found.columns.map(({ name }) => name).join(', ')}`,
        );
    }
  const lower = new Set([...named].map((name) => name.toLowerCase()));
  return found.columns.map(({ name }) => name).filter((name) => lower.has(name.toLowerCase()));
}

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
