import type { Engine } from '@samenbeeld/engine';
import type { Binding } from './compile/binding.ts';
import type { FateCount, RecordSum, Tally } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import type { AcceptedValue } from './raw-sums.ts';
import type { Rejected } from './rejected-issue.ts';

/** Rejected items in the order of the file: one a row where the whole row has the problem, else one a cell. */
export async function rejectedItems(engine: Engine, items: string): Promise<readonly Rejected[]> {
  const all = await engine.rows<Rejected>(
    `select part, row_no, line, slot, raw, fate_rule, problem_at from ${items}
where fate = 'rejected' and problem_at <> -2 order by part, row_no, slot`,
  );
  const seen = new Set<string>();
  return all.filter(({ part, row_no, problem_at }) => {
    if (problem_at < 0) return true;
    const key = `${part} ${row_no} ${problem_at}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Counts items by fate, and sums what the picture's table now holds of these files. */
export async function tally(
  engine: Engine,
  items: string,
  description: SourceDescription,
  bindings: readonly Binding[],
): Promise<Tally> {
  const { table, value } = recordTables[description.record];
  const fates = await engine.rows<FateCount>(
    `select part, fate, fate_rule, count(*) as items from ${items} group by part, fate, fate_rule order by part, fate, fate_rule`,
  );
  const values = await engine.rows<AcceptedValue>(
    `select part, row_no, slot, unit from ${items} where fate = 'accepted' and ${value} is not null`,
  );
  const files = [...new Set(bindings.map((binding) => binding.table.file))];
  const sums = await engine.rows<RecordSum>(
    `select origin_file as file, unit, count(*) as records, cast(sum(${value}) as VARCHAR) as total from ${table}
where source = ? and origin_file in (${files.map(() => '?').join(', ')}) group by origin_file, unit order by origin_file, unit`,
    [description.id, ...files],
  );
  return { fates, values, sums };
}
