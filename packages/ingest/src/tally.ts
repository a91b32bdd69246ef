import type { Engine } from '@samenbeeld/engine';
import { besideCells, paged, takeRecordCells } from './cells-by-unit.ts';
import type { FateCount, PartTally, RecordSum } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import { rawSums } from './raw-sums.ts';
import type { Part } from './read-part.ts';
import type { Rejected } from './rejected-issue.ts';
import { judgeRest } from './rest.ts';

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
