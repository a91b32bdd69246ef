import { dialect, type Engine } from '@samenbeeld/engine';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import { type AcceptedCell, besideValues } from './raw-sums.ts';
import type { Part } from './read-part.ts';
import { recordsOf } from './rest.ts';

/** Cells of the rows of a part, by the name of their column in a statement. */
type Cells = Readonly<Record<string, string | number | null>>;

/** Columns whose cells decide whether a value is corrected: the heading, and SQL over a row `r` of the part. */
export function besideCells(
  { binding }: Part,
  description: SourceDescription,
): readonly (readonly [heading: string, sql: string])[] {
  return besideValues(binding, description).map((heading) => {
    const bound = binding.columns.find(({ rule }) => rule.header === heading);
    return [heading, bound ? `r.${bound.name}` : "''"];
  });
}

/** So many rows leave the engine at a time. */
const page = 50_000;

/** The rows of a query, so many at a time. */
export async function* paged<Row>(
  engine: Engine,
  table: string,
  sql: string,
): AsyncGenerator<readonly Row[], void> {
  await engine.run(
    `create temporary table ${table} as select *, row_number() over () as page_no from (${sql}) s`,
  );
  for (let from = 0; ; from += page) {
    const rows = await engine.rows<Row>(
      `select * from ${table} where page_no between ${from + 1} and ${from + page}`,
    );
    yield rows;
    if (rows.length < page) break;
  }
  await engine.run(`drop table ${table}`);
}

/** So many units are counted in one go. */
const manyUnits = 12;

/**
 * Takes the cells of the records of a part of one value column, counted by unit, and returns how many records there
 * are: the same figure stands in many rows and under a few units, so that each is sent once. `all` are the units that records have; null for no value at all.
 */
export async function takeRecordCells(
  engine: Engine,
  description: SourceDescription,
  part: Part,
  all: readonly (string | null)[],
  take: (cell: AcceptedCell) => void,
): Promise<number> {
  let records = 0;
  const { table, value } = recordTables[description.record];
  const { stage } = part;
  const beside = besideCells(part, description);
  const names = beside.map((_, at) => `b${at}`);
  const cellOf = (row: Cells): Omit<AcceptedCell, 'units'> => ({
    slot: 0,
    cell: String(row['cell'] ?? ''),
    beside: Object.fromEntries(
      beside.map(([heading], at) => [heading, String(row[`b${at}`] ?? '')] as const),
    ),
  });
  const items = `(select origin_line as line, origin_raw as raw,
  case when ${value} is not null then coalesce(unit, '') end as unit from ${table} where ${recordsOf(description, part)}) i`;
  for (let from = 0; from < all.length; from += manyUnits) {
    const units = all.slice(from, from + manyUnits);
    const is = (unit: string | null): string =>
      unit === null ? 'i.unit is null' : `i.unit = ${dialect.literal(unit)}`;
    const cells = [
      'case when i.unit is not null then i.raw end as cell',
      ...beside.map(([, sql], at) => `case when i.unit is not null then ${sql} end as b${at}`),
      'i.unit as unit',
    ];
    const counts = units.map(
      (unit, at) => `cast(count(case when ${is(unit)} then 1 end) as INTEGER) as n${at}`,
    );
    const joined = beside.length > 0 ? ` join ${stage.raw} r on r.line = i.line` : '';
    const some = all.length > units.length ? ` where ${units.map(is).join(' or ')}` : '';
    const sql = `select ${['cell', ...names, ...counts].join(', ')} from (select ${cells.join(', ')} from ${items}${joined}${some}) i group by ${['cell', ...names].join(', ')}`;
    for await (const rows of paged<Cells>(engine, stage.sum, sql))
      for (const row of rows) {
        const counted: (readonly [string, number])[] = [];
        for (const [at, unit] of units.entries()) {
          const count = Number(row[`n${at}`]);
          records += count;
          if (count > 0 && unit !== null) counted.push([unit, count]);
        }
        if (counted.length > 0) take({ ...cellOf(row), units: counted });
      }
  }
  return records;
}
