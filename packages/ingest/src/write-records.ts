import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import { hasFewItems } from './compile/binding.ts';
import { recordColumns } from './compile/fate-sql.ts';
import { separator } from './compile/key-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import type { Part } from './read-part.ts';
import { occurrenceSql, type Repeated } from './repeated-keys.ts';

const asText = (text: string | null): string => `cast(${dialect.literal(text)} as VARCHAR)`;

/** SQL of an item's id: a hash of the source, the raw key cells and the number of the occurrence. */
function idSql(number: string): string {
  const key = `i.record_key || ${dialect.literal(separator)} || ${number}`;
  return `substr(${dialect.hash(key)}, 1, 16)`;
}

/** Refuses records that are in the picture already: a file that was given twice, or the other files of a source later. */
async function refuseKnown(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
): Promise<void> {
  const { table } = recordTables[description.record];
  const before = await engine.rows(
    `select 1 as found from ${table} where source = ${dialect.literal(description.id)} limit 1`,
  );
  if (before.length === 0) return;
  const ids = parts.map(({ stage, keyed }, part) => {
    const { number, join } = occurrenceSql(repeated, part);
    return `select ${idSql(number)} as id from (${keyed(stage.raw)}) i ${join}`;
  });
  const [again] = await engine.rows<{ n: number }>(
    `select count(*) as n from (${ids.join(' union all ')}) m join ${table} t on t.id = m.id`,
  );
  if (again && again.n > 0)
    throw new InputError(`${again.n} of its records are already in the picture`, {
      place: { file: parts[0]?.binding.table.file ?? '' },
      repair: `name each file once, and give all files of ${description.id} in one call`,
    });
}

/**
 * Appends the accepted items as records. The id is a hash of the source, the raw key cells and the number of the
 * occurrence, so that cleaning never changes it and reordered rows keep theirs.
 */
export async function writeRecords(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
  written: (part: number) => void,
): Promise<void> {
  const { table, columns } = recordTables[description.record];
  const record = recordColumns(description);
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  let there = (await engine.tables()).includes(table);
  if (there) await refuseKnown(engine, description, parts, repeated);
  for (const [part, { stage, binding }] of parts.entries()) {
    const { number, join } = occurrenceSql(repeated, part);
    const values: readonly (readonly [name: string, sql: string])[] = [
      ['id', idSql(number)],
      ['source', asText(description.id)],
      ...record.map(({ name }) => [name, `i.${name}`] as const),
      ['origin_file', asText(binding.table.file)],
      ['origin_sheet', asText(binding.table.sheet)],
      ['origin_line', 'i.line'],
      ['origin_column', 'i.shown'],
      ['origin_raw', 'i.raw'],
    ];
    const names = values.map(([name]) => name).join(', ');
    const rows = `from ${stage.judged} i ${join} where i.fate = 'accepted'${hasFewItems(binding) ? ' order by i.row_no, i.slot' : ''}`;
    // A table that is made of its rows is filled in half the time of one that gets them later.
    await engine.run(
      there
        ? `insert into ${table} (${names}) select ${values.map(([, sql]) => sql).join(', ')} ${rows}`
        : `create table ${table} as select ${values.map(([name, sql]) => `cast(${sql} as ${typeOf.get(name)}) as ${name}`).join(', ')} ${rows}`,
    );
    there = true;
    written(part);
  }
}
