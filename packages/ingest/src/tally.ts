import { dialect, type Engine } from '@samenbeeld/engine';
import type { FateCount, PartTally, RecordSum } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import { type AcceptedCell, besideValues, rawSums } from './raw-sums.ts';
import type { Part } from './read-part.ts';
import type { Rejected } from './rejected-issue.ts';
import { judgeRest, recordsOf } from './rest.ts';

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

/** So many sums leave the engine at a time. */
const page = 50_000;

interface Counted {
  readonly slot: number;
  readonly fate: FateCount['fate'];
  readonly fate_rule: string | null;
  readonly unit: string | null;
  readonly cell: string | null;
  readonly items: number;
}

/**
 * Writes down the fate of the items of a part: of those that became no record where these are `found` (see
 * `restIsFound`), else of all.
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
  await engine.run(`create temporary table ${stage.fate} as
select i.row_no, i.slot, i.fate, i.fate_rule, i.problem_at, i.raw,
  case when i.fate = 'accepted' and i.${value} is not null then coalesce(i.unit, '') end as unit
from ${judged}`);
}

/** The records of a part as its accepted items. */
function recordItems(description: SourceDescription, part: Part): string {
  const { table, value } = recordTables[description.record];
  const { slots } = part.binding;
  const cases = slots.map(
    ({ shown }, slot) => `when origin_column = ${dialect.literal(shown)} then ${slot}`,
  );
  const slot = slots.length === 1 ? '0' : `case ${cases.join(' ')} end`;
  return `select origin_line as line, ${slot} as slot, origin_raw as raw,
  case when ${value} is not null then coalesce(unit, '') end as unit from ${table} where ${recordsOf(description, part)}`;
}

/** Counts the items of one part by fate, and adds up the cells of the accepted ones. */
export async function tallyPart(
  engine: Engine,
  description: SourceDescription,
  part: Part,
  found: boolean,
): Promise<PartTally> {
  const { stage, binding } = part;
  const beside = besideValues(binding, description);
  const bound = beside.map((heading) =>
    binding.columns.find(({ rule }) => rule.header === heading),
  );
  const valued = 'i.unit is not null';
  const cells = [
    `case when ${valued} then i.slot end`,
    'i.unit',
    `case when ${valued} then i.raw end`,
    ...bound.map((column) => `case when ${valued} then ${column ? `r.${column.name}` : "''"} end`),
  ];
  const names = ['fate', 'fate_rule', 'slot', 'unit', 'cell', ...bound.map((_, at) => `b${at}`)];
  const counts = (keys: readonly string[], items: string, on: string): string => `
select ${names.join(', ')}, count(*) as items from (
  select ${[...keys, ...cells].map((key, at) => `${key} as ${names[at]}`).join(', ')}
  from ${items} i ${beside.length > 0 ? `join ${stage.raw} r on r.${on} = i.${on}` : ''}
) k group by ${names.join(', ')}`;
  const records = found
    ? ` union all ${counts(["'accepted'", 'NULL'], `(${recordItems(description, part)})`, 'line')}`
    : '';
  await engine.run(
    `create temporary table ${stage.sum} as select *, row_number() over () as page_no from (${counts(['i.fate', 'i.fate_rule'], stage.fate, 'row_no')}${records}) s`,
  );
  const [size] = await engine.rows<{ n: number }>(`select count(*) as n from ${stage.sum}`);
  const fates = new Map<string, FateCount>();
  const { add, sums } = rawSums(binding, description);
  for (let from = 0; from < (size?.n ?? 0); from += page) {
    const rows = await engine.rows<Counted & Readonly<Record<string, string | null>>>(
      `select * from ${stage.sum} where page_no between ${from + 1} and ${from + page}`,
    );
    for (const row of rows) {
      const { fate, fate_rule, items } = row;
      const key = `${fate} ${fate_rule}`;
      fates.set(key, { fate, fate_rule, items: (fates.get(key)?.items ?? 0) + items });
      if (row.cell === null || row.unit === null) continue;
      add({
        slot: row.slot,
        unit: row.unit,
        cell: row.cell,
        items,
        beside: Object.fromEntries(beside.map((heading, at) => [heading, row[`b${at}`] ?? ''])),
      } satisfies AcceptedCell);
    }
  }
  await engine.run(`drop table ${stage.sum}`);
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
