import { dialect, type Engine } from '@samenbeeld/engine';
import { type BlockingPass, namesIn } from './blocking-pass.ts';
import { type RecordRef, recordName } from './cluster/record.ts';
import { finite } from './compare/finite.ts';
import type { Comparison } from './comparison.ts';
import { isDay, type LinkedTables } from './linked-table.ts';
import { sqlProblem } from './sql-problem.ts';

const isWhole = (type: string): boolean =>
  /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|U?SMALLINT)$/.test(type);

const isText = (type: string): boolean => type === 'VARCHAR';

const isNumber = (type: string): boolean =>
  isWhole(type) || /^(FLOAT|DOUBLE|DECIMAL.*)$/.test(type);

const isZoned = (type: string): boolean => type.endsWith('WITH TIME ZONE');

/** Whether values of the two types, put one below the other in one column, are equal where they mean the same. */
function agree(one: string, two: string): boolean {
  if (one === two || (isNumber(one) && isNumber(two)) || (isDay(one) && isDay(two))) return true;
  const [text, other] = isText(one) ? [one, two] : [two, one];
  // Written out, 2021.0 and 2021-03-01 00:00:00 are other texts than 2021 and 2021-03-01.
  return isText(text) && (isWhole(other) || /^(DATE|BOOLEAN|UUID|ENUM.*)$/.test(other));
}

const expected: Readonly<
  Record<
    NonNullable<Comparison['expects']>,
    { readonly fits: (type: string) => boolean; readonly says: (type: string) => string }
  >
> = {
  numbers: {
    fits: (type) => isNumber(type) || isText(type),
    says: () => 'it compares numbers; cast the column to a number, or compare it otherwise',
  },
  days: {
    fits: isDay,
    says: (type) =>
      isText(type)
        ? "it compares days; give the `format` of the text, such as 'yyyy-mm-dd', or cast the column to DATE"
        : 'it compares days; cast the column to DATE',
  },
  text: {
    fits: isText,
    says: () => 'a `format` is for text; leave it out',
  },
};

/** Refuses a comparison of a column that does not hold what it compares. */
function checkExpected({ tables, types }: LinkedTables, comparisons: readonly Comparison[]): void {
  for (const { name, expects, columns, derive = {} } of comparisons)
    for (const column of expects === undefined ? [] : columns)
      for (const [at, { table }] of tables.entries()) {
        const type = types[at]?.get(column);
        if (expects === undefined || type === undefined || Object.hasOwn(derive, column)) continue;
        const { fits, says } = expected[expects];
        // A column of nothing but NULL may have no type of its own.
        if (fits(type) || type.includes('NULL')) continue;
        throw new TypeError(
          `comparison "${name}": the column "${column}" of "${table}" is ${type}, and ${says(type)}`,
        );
      }
}

/** Refuses a column that the linked tables hold in types whose values would never be equal. */
function checkColumnTypes({ tables, types }: LinkedTables, columns: readonly string[]): void {
  for (const column of columns)
    for (const [at, one] of tables.entries())
      for (const [before, two] of tables.slice(0, at).entries()) {
        const [type, earlier] = [types[at]?.get(column), types[before]?.get(column)];
        if (type === undefined || earlier === undefined || agree(type, earlier)) continue;
        throw new TypeError(
          `the column "${column}" is ${earlier} in "${two.table}" and ${type} in "${one.table}", so that equal values would not be found equal; cast one of them to the type of the other first`,
        );
      }
}

type Side = 'left' | 'right';

/** The key of one side as one text: its parts, and the types they are compared in. */
const textOf = (pass: BlockingPass | undefined, side: Side): string =>
  (pass?.[side] ?? []).map((key, at) => `${key}\u0001${pass?.types?.[at] ?? ''}`).join('\u0000');

/** Name of the column with the key of a pass, for the left or the right record. */
export function keyColumn(passes: readonly BlockingPass[], pass: number, side: Side): string {
  const all = passes.flatMap((one) => [textOf(one, 'left'), textOf(one, 'right')]);
  return `#key${all.indexOf(textOf(passes[pass], side))}`;
}

// Half of the hash, so that it fits a signed number; NULL where a part is. A text that is no number equals none.
function keySql(pass: BlockingPass, side: Side): string {
  const parts = pass[side].map((key, at) => {
    const type = pass.types?.[at];
    return type === undefined ? key : dialect.tryCast(`(${key})`, type as 'VARCHAR');
  });
  const known = parts.map((part) => `(${part}) is not null`).join(' and ');
  return `case when ${known} then cast(${dialect.fingerprint(parts)} >> 1 as BIGINT) end`;
}

/** Names and SQL of the columns that hold the keys of the passes. */
function keyColumns(passes: readonly BlockingPass[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  passes.forEach((pass, at) => {
    if (pass.left.length === 0) return;
    for (const side of ['left', 'right'] as const)
      columns.set(keyColumn(passes, at, side), keySql(pass, side));
  });
  return columns;
}

/**
 * Which records are new, where only pairs with a new one are wanted: SQL over one record, or records, by id alone (in
 * whatever linked table it stands) or with the name of their table.
 */
export type NewRecords = string | readonly (string | RecordRef)[];

type Tables = LinkedTables['tables'];

/** SQL that tells whether a record of this table is new. */
function freshSql(only: NewRecords | undefined, { id, name }: Tables[number]): string {
  if (only === undefined) return 'true';
  if (typeof only === 'string') return `coalesce((${only}), false)`;
  const ids = only.flatMap((one) =>
    typeof one === 'string' ? [one] : one.table === name ? [one.id] : [],
  );
  if (ids.length === 0) return 'false';
  return `cast(${dialect.identifier(id)} as VARCHAR) in (${[...new Set(ids)].map((one) => dialect.literal(one)).join(', ')})`;
}

/** Refuses an `only` that is no condition over one record, or names a table that is not linked. */
async function checkOnly(engine: Engine, only: NewRecords, tables: Tables): Promise<void> {
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
async function refuseNowhere(
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
interface RecordPlan {
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
interface RecordCounts {
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
