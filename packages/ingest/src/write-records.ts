import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import { recordColumns } from './compile/fate-sql.ts';
import { separator } from './compile/key-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import type { Part } from './read-part.ts';
import { occurrenceSql, type Repeated } from './repeated-keys.ts';

const originColumns = [
  'origin_file',
  'origin_sheet',
  'origin_line',
  'origin_column',
  'origin_raw',
] as const;

/** Tables up to this size are filled in the order of the file; sorting larger ones would cost more than reading them. */
const ordered = 100_000;

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
  const definition = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  await engine.run(`create table if not exists ${table} (${definition})`);
  await refuseKnown(engine, description, parts, repeated);
  for (const [part, { stage, binding }] of parts.entries()) {
    const { number, join } = occurrenceSql(repeated, part);
    const small = binding.staged.size * binding.slots.length <= ordered;
    const origin = [
      asText(binding.table.file),
      asText(binding.table.sheet),
      'i.line',
      'i.shown',
      'i.raw',
    ];
    await engine.run(`insert into ${table} (id, source, ${record.join(', ')}, ${originColumns.join(', ')})
select ${idSql(number)}, ${dialect.literal(description.id)}, ${record.map((name) => `i.${name}`).join(', ')}, ${origin.join(', ')}
from ${stage.judged} i ${join} where i.fate = 'accepted'${small ? ' order by i.row_no, i.slot' : ''}`);
    written(part);
  }
}
