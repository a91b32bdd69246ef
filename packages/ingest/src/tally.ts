import {
  type Column,
  dialect,
  type Engine,
  type NumberRange,
  type Scalar,
} from '@samenbeeld/engine';
import { type Conservation, nothingAside, ownValue, type PutAside } from '@samenbeeld/schema';
import { type Binding, hasFewItems, mappingOfCell } from './compile/binding.ts';
import { meets } from './compile/conditions.ts';
import { rawRows } from './compile/raw-sql.ts';
import type { FateCount, PartTally, RecordSum } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { exactDecimal } from './exact-decimal.ts';
import { recordTables } from './fields.ts';
import type { Part } from './read-part.ts';
import type { Rejected } from './rejected-issue.ts';
import type { TableHead } from './stage/staged-table.ts';

/** The condition on the picture's table that finds the records of one table of a file. */
function recordsOf({ id }: SourceDescription, { binding }: Part): string {
  const { file, sheet } = binding.table;
  const same = sheet === null ? 'is null' : `= ${dialect.literal(sheet)}`;
  return `source = ${dialect.literal(id)} and origin_file = ${dialect.literal(file)} and origin_sheet ${same}`;
}

/**
 * Whether the items that became no record can be found by their lines once the records are written: most of a large
 * file becomes records, and only the rest need be looked at again. Not where a total decides over other rows, where
 * several items stand on a line, or where another part has the same name.
 */
export function restIsFound(
  { totals }: SourceDescription,
  part: Part,
  parts: readonly Part[],
): boolean {
  const { table, staged } = part.binding;
  const namesakes = parts.filter(
    ({ binding }) => binding.table.file === table.file && binding.table.sheet === table.sheet,
  );
  const single = part.binding.slots.length === 1 && namesakes.length === 1;
  return single && totals.length === 0 && staged.ownLines;
}

/** So many lines are looked at in one go. */
const restPage = 10_000_000;

/** Lines of a range that are not in it, as `numberSet` tells them. */
function* absent({ least, most }: NumberRange, set: string | null): Generator<readonly Scalar[]> {
  if (set === null) {
    for (let line = least; line <= most; line++) yield [line];
    return;
  }
  for (let at = set.indexOf('0'); at >= 0; at = set.indexOf('0', at + 1)) yield [least + at];
}

/** Judges the rows whose item is not among the records, and those only. */
async function judgeRest(
  engine: Engine,
  description: SourceDescription,
  part: Part,
): Promise<void> {
  const { binding, stage, judge } = part;
  const { table } = recordTables[description.record];
  const [lines] = await engine.rows<{ least: number | null; most: number | null }>(
    `select min(line) as least, max(line) as most from ${stage.raw}`,
  );
  const last = lines?.most ?? 0;
  for (let least = lines?.least ?? 1; least <= last; least += restPage) {
    const range = { least, most: Math.min(least + restPage - 1, last) };
    const [found] = await engine.rows<{ set: string | null }>(
      `select ${dialect.numberSet('origin_line', range)} as set from ${table}
where ${recordsOf(description, part)} and origin_line between ${range.least} and ${range.most}`,
    );
    const column: Column = { name: 'line', type: 'INTEGER' };
    await engine.insert(stage.unwritten, [column], absent(range, found?.set ?? null));
  }
  const unwritten = last > 0 ? `line in (select line from ${stage.unwritten})` : 'false';
  await engine.run(
    `create temporary table ${stage.rest} as ${rawRows(binding, 'described', unwritten)}`,
  );
  await judge({ raw: stage.rest, read: stage.restRead, judged: stage.restJudged });
}

/** Accepted items of one table that have a value, and the same cell. */
interface AcceptedCell {
  readonly slot: number;
  /** Letter for letter. */
  readonly cell: string;
  /** How many there are of each unit. */
  readonly units: readonly (readonly [unit: string, items: number])[];
  /** Cells of the same rows, by heading, that a correction of the value asks for; trimmed. */
  readonly beside: Readonly<Record<string, string>>;
}

/** Headings whose cells decide whether a value is corrected. */
function besideValues(
  binding: Binding<TableHead>,
  description: SourceDescription,
): readonly string[] {
  const values = new Set(binding.slots.map(({ heading }) => heading));
  const headers = description.corrections
    .filter(({ column }) => values.has(column))
    .flatMap(({ where }) => Object.keys(where));
  return [...new Set(headers)];
}

/** The raw cell of a value with a named correction of it applied, and then what an empty cell or a mark for nil stands for. */
function valueCell(
  { slot, cell, beside }: AcceptedCell,
  binding: Binding<TableHead>,
  { corrections, zeroValues = [] }: SourceDescription,
): string {
  const { heading, mapping } = binding.slots[slot] ?? {};
  const correction = corrections.find(
    ({ column, from, where }) =>
      column === heading &&
      cell.trim() === from &&
      Object.entries(where).every(([other, condition]) =>
        meets(ownValue(beside, other) ?? '', condition),
      ),
  );
  const text = correction?.to ?? (cell.trim() === '' ? (mapping?.blank ?? cell) : cell);
  return zeroValues.includes(text.trim()) ? '0' : text;
}

/** Adds up raw cells by unit, read from the cells and not by the engine. */
function rawSums(
  binding: Binding<TableHead>,
  description: SourceDescription,
): { add(item: AcceptedCell): void; readonly sums: ReadonlyMap<string, bigint> } {
  const sums = new Map<string, bigint>();
  return {
    add(item) {
      const slot = binding.slots[item.slot];
      if (!slot) return;
      const cell = valueCell(item, binding, description);
      const mapping = mappingOfCell(slot, cell, binding.table, description.language);
      const value = exactDecimal(cell, mapping, description);
      for (const [unit, items] of item.units)
        sums.set(unit, (sums.get(unit) ?? 0n) + value * BigInt(items));
    },
    sums,
  };
}

/** Cells of the rows of a part, by the name of their column in a statement. */
type Cells = Readonly<Record<string, string | number | null>>;

/** Columns whose cells decide whether a value is corrected: the heading, and SQL over a row `r` of the part. */
function besideCells(
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

/** The rows of a query, so many at a time; of few items all at once, without a table for them. */
async function* paged<Row>(
  engine: Engine,
  table: string,
  sql: string,
  few: boolean,
): AsyncGenerator<readonly Row[], void> {
  if (few) {
    yield await engine.rows<Row>(sql);
    return;
  }
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
async function takeRecordCells(
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
    for await (const rows of paged<Cells>(engine, stage.sum, sql, false))
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

/** Rejected items in the order of the file: one a row where the whole row has the problem, else one a cell. */
export async function rejectedItems(
  engine: Engine,
  { stage, dictionary }: Part,
  found: boolean,
): Promise<readonly Rejected[]> {
  const cells = dictionary.dimensions.map(({ bound }, at) => `when ${at} then r.${bound.name}`);
  const cell = cells.length > 0 ? `case i.problem_at ${cells.join(' ')} end` : 'NULL';
  const all = await engine.rows<Rejected>(
    `select i.row_no, r.line, i.slot, i.raw, i.fate_rule, i.problem_at, ${cell} as cell
from (select * from ${stage.fate} where fate = 'rejected' and problem_at <> -2) i join ${found ? stage.rest : stage.raw} r on r.row_no = i.row_no
order by i.row_no, i.slot`,
  );
  const seen = new Set<string>();
  return all.filter(({ row_no, problem_at }) => {
    if (problem_at < 0) return true;
    const key = `${row_no} ${problem_at}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rows put aside whose days are kept; of more of them any day may be theirs. */
const mostDated = 1_000;

const noFigure = { metric: null, unit: null, periodStart: null, periodEnd: null };

/** Rejected figures of a part: their sum with others of their table may be larger. */
async function figuresAside(
  engine: Engine,
  judged: string,
  isDated: boolean,
): Promise<readonly PutAside[]> {
  const days = isDated
    ? 'cast(period_start as VARCHAR) as "periodStart", cast(period_end as VARCHAR) as "periodEnd"'
    : 'null as "periodStart", null as "periodEnd"';
  const rows = await engine.rows<
    Pick<PutAside, 'place' | 'basis' | 'substance'> & NonNullable<PutAside['figure']>
  >(`select distinct place, basis, substance, metric, unit, ${days}
from ${judged} where fate = 'rejected' order by all`);
  return rows.length > mostDated && isDated
    ? figuresAside(engine, judged, false)
    : rows.map(({ place, basis, substance, ...figure }) => ({
        ...{ ...nothingAside, place, basis, substance },
        figure,
      }));
}

/** Finds that rules leave out: what says where they may belong, and of their days the year alone. */
function leftOutOf(engine: Engine, judged: string): Promise<readonly PutAside[]> {
  return engine.rows<PutAside>(
    `select distinct place, basis, substance, left(cast(date as VARCHAR), 4) || '-01-01' as date,
  case when date is not null then 'year' end as "datePrecision", date_role as "dateRole", true as "leftOut"
from ${judged} where left_out order by all`,
  );
}

/**
 * Of which place, drug and time the rejected finds or figures of a part, and the finds left out of it, may be, each once, as far as their codes and days could be
 * read; of a row that is no row, nothing.
 */
export async function putAsideOf(
  engine: Engine,
  { record }: SourceDescription,
  { stage, binding }: Part,
  found: boolean,
): Promise<readonly PutAside[]> {
  const judged = found ? stage.restJudged : stage.judged;
  const isBroken = binding.table.rejects.length > 0;
  if (record !== 'seizure') {
    const figures = await figuresAside(engine, judged, true);
    return isBroken ? [...figures, { ...nothingAside, figure: noFigure }] : figures;
  }
  const ofTime = (time: string): Promise<readonly PutAside[]> =>
    engine.rows<PutAside>(
      `select distinct place, basis, substance, ${time}
from ${judged} where fate = 'rejected' order by all`,
    );
  const dated = await ofTime(
    'cast(date as VARCHAR) as date, date_precision as "datePrecision", date_role as "dateRole"',
  );
  const known =
    dated.length <= mostDated
      ? dated
      : await ofTime('null as date, null as "datePrecision", null as "dateRole"');
  return [...known, ...(isBroken ? [nothingAside] : []), ...(await leftOutOf(engine, judged))];
}

/** The rejected finds of a part that may not be passed on, or of which that could not be read. */
export function restrictedOf(
  engine: Engine,
  { record, columns, folds, constants }: SourceDescription,
  { stage, dictionary }: Part,
  found: boolean,
): Promise<NonNullable<Conservation['restricted']>> | readonly [] {
  const isTold =
    'publicationRestriction' in constants ||
    columns.some(({ mappings }) => mappings.some(({ to }) => to === 'publicationRestriction')) ||
    folds.some(({ groups }) => groups['publicationRestriction'] !== undefined);
  if (record !== 'seizure' || !isTold) return [];
  // A cell that cannot be read fills nothing, and what fills nothing is not restricted.
  const unknown = dictionary.dimensions.flatMap(({ mapping }, at) =>
    mapping.to === 'publicationRestriction' ? [`problem_at = ${at}`] : [],
  );
  const isRestricted = ["coalesce(publication_restriction, '') <> 'none'", ...unknown].join(' or ');
  return engine.rows(
    `select distinct line, case publication_restriction when 'secret' then 'secret' else 'embargo' end as restriction
from ${found ? stage.restJudged : stage.judged}
where fate = 'rejected' and (${isRestricted}) order by line`,
  );
}

interface Counted {
  readonly slot: number;
  readonly fate: FateCount['fate'];
  readonly fate_rule: string | null;
  readonly unit: string | null;
  readonly cell: string | null;
  readonly items: number;
}

/** Whether the fates of a part are worked out when they are asked for, rather than written down: of few items it is done once, where none is rejected. */
export function fatesAreAsked(part: Part, found: boolean): boolean {
  return !found && hasFewItems(part.binding);
}

/**
 * Writes down the fate of the items of a part, or how it is worked out: of those that became no record where these are
 * `found` (see `restIsFound`), else of all.
 */
export async function noteFates(
  engine: Engine,
  description: SourceDescription,
  part: Part,
  found: boolean,
): Promise<void> {
  const { value } = recordTables[description.record];
  const { stage } = part;
  if (found) await judgeRest(engine, description, part);
  const judged = found ? `${stage.restJudged} i where i.fate <> 'accepted'` : `${stage.judged} i`;
  const kind = fatesAreAsked(part, found) ? 'view' : 'table';
  await engine.run(`create temporary ${kind} ${stage.fate} as
select i.row_no, i.slot, i.fate, i.fate_rule, i.problem_at, i.raw,
  case when i.fate = 'accepted' and i.${value} is not null then coalesce(i.unit, '') end as unit
from ${judged}`);
}

/** Items of a part that were judged by fate, with the cells of the accepted ones that have a value. */
function fatesSql(part: Part, description: SourceDescription): string {
  const beside = besideCells(part, description);
  const valued = 'i.unit is not null';
  const columns = [
    'i.fate',
    'i.fate_rule',
    `case when ${valued} then i.slot end as slot`,
    'i.unit',
    `case when ${valued} then i.raw end as cell`,
    ...beside.map(([, sql], at) => `case when ${valued} then ${sql} end as b${at}`),
  ];
  const names = ['fate', 'fate_rule', 'slot', 'unit', 'cell', ...beside.map((_, at) => `b${at}`)];
  const rows = beside.length > 0 ? ` join ${part.stage.raw} r on r.row_no = i.row_no` : '';
  return `select ${names.join(', ')}, cast(count(*) as INTEGER) as items
from (select ${columns.join(', ')} from ${part.stage.fate} i${rows}) k group by ${names.join(', ')}`;
}

/** Counts the items of one part by fate, and adds up the cells of the accepted ones. */
export async function tallyPart(
  engine: Engine,
  description: SourceDescription,
  part: Part,
  found: boolean,
  records: readonly RecordSum[],
): Promise<PartTally> {
  const beside = besideCells(part, description).map(([heading]) => heading);
  const fates = new Map<string, FateCount>();
  const { add, sums } = rawSums(part.binding, description);
  const count = (fate: FateCount['fate'], fate_rule: string | null, items: number): void => {
    const key = `${fate} ${fate_rule}`;
    fates.set(key, { fate, fate_rule, items: (fates.get(key)?.items ?? 0) + items });
  };
  const judged = paged<Counted & Readonly<Record<string, string | null>>>(
    engine,
    part.stage.sum,
    fatesSql(part, description),
    hasFewItems(part.binding),
  );
  for await (const rows of judged)
    for (const row of rows) {
      const { fate, fate_rule, items, slot, unit, cell } = row;
      count(fate, fate_rule, items);
      if (cell !== null && unit !== null)
        add({
          slot,
          cell,
          units: [[unit, items]],
          beside: Object.fromEntries(beside.map((heading, at) => [heading, row[`b${at}`] ?? ''])),
        });
    }
  if (found) {
    const own = records.filter(({ file }) => file === part.binding.table.file);
    const units = [null, ...new Set(own.map(({ unit }) => unit ?? ''))];
    count('accepted', null, await takeRecordCells(engine, description, part, units, add));
  }
  return { fates: [...fates.values()], sums };
}

/** Sums of what the picture's table now holds of some files. */
export async function recordSums(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
): Promise<readonly RecordSum[]> {
  const { table, value } = recordTables[description.record];
  const files = [...new Set(parts.map(({ binding }) => binding.table.file))];
  return engine.rows<RecordSum>(
    `select origin_file as file, unit, count(*) as records, cast(sum(${value}) as VARCHAR) as total from ${table}
where source = ? and origin_file in (${files.map(() => '?').join(', ')}) group by origin_file, unit order by origin_file, unit`,
    [description.id, ...files],
  );
}
