import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import { hasFewItems } from './compile/binding.ts';
import { recordColumns } from './compile/fate-sql.ts';
import type { KeptRecord } from './compile/kept-record.ts';
import { idSql } from './compile/key-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import type { Part } from './read-part.ts';
import { appendKept, type RecordRelation } from './record-relation.ts';
import { occurrenceSql, type Repeated } from './repeated-keys.ts';

const asText = (text: string | null): string => `cast(${dialect.literal(text)} as VARCHAR)`;

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
    return `select ${idSql('i.record_key', number)} as id from (${keyed(stage.raw)}) i ${join}`;
  });
  const [again] = await engine.rows<{ n: number }>(
    `select count(*) as n from (${ids.join(' union all ')}) m join ${table} t on t.id = m.id`,
  );
  if (again && again.n > 0)
    throw new InputError(`${again.n} of its records are already in the picture`, {
      place: { file: parts[0]?.binding.table.file ?? '' },
      repair: `name each file once, and give all files of ${description.id} in one call`,
    });
  const files = [...new Set(parts.map(({ binding }) => binding.table.file))];
  const [namesake] = await engine.rows<{ file: string }>(
    `select min(origin_file) as file from ${table} where source = ? and origin_file in (${files.map(() => '?').join(', ')})`,
    [description.id, ...files],
  );
  if (namesake?.file)
    throw new InputError('records of another file of this name are already in the picture', {
      place: { file: namesake.file },
      repair: `give all files of ${description.id} in one call: those of one name are then told apart by their folders`,
    });
}

/** The accepted items of a part with the numbers of their occurrences. */
function acceptedSql({ stage, binding }: Part, join: string): string {
  const order = hasFewItems(binding) ? ' order by i.row_no, i.slot' : '';
  return `from ${stage.judged} i ${join} where i.accepted${order}`;
}

/** SQL of what is kept of the records of a part. */
function keptSql(part: Part, kept: KeptRecord, repeated: Repeated, at: number): string {
  const { occurrence, join } = occurrenceSql(repeated, at);
  const inputs = kept.inputs.map(({ name }) =>
    name === 'occurrence' ? `${occurrence} as occurrence` : `i.in_${name} as ${name}`,
  );
  return `select ${inputs.join(', ')} ${acceptedSql(part, join)}`;
}

/** Writes the records of a part as they are; the table is made where it is absent. */
async function writeWhole(
  engine: Engine,
  description: SourceDescription,
  part: Part,
  repeated: Repeated,
  at: number,
  there: boolean,
): Promise<void> {
  const { table, columns } = recordTables[description.record];
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  const { number, join } = occurrenceSql(repeated, at);
  const { file, sheet } = part.binding.table;
  const values: readonly (readonly [name: string, sql: string])[] = [
    ['id', idSql('i.record_key', number)],
    ['source', asText(description.id)],
    ...recordColumns(description).map(({ name }) => [name, `i.${name}`] as const),
    ['origin_file', asText(file)],
    ['origin_sheet', asText(sheet)],
    ['origin_line', 'i.line'],
    ['origin_column', 'i.shown'],
    ['origin_raw', 'i.raw'],
  ];
  const names = values.map(([name]) => name).join(', ');
  const rows = acceptedSql(part, join);
  // A table that is made of its rows is filled in half the time of one that gets them later.
  await engine.run(
    there
      ? `insert into ${table} (${names}) select ${values.map(([, sql]) => sql).join(', ')} ${rows}`
      : `create table ${table} as select ${values.map(([name, sql]) => `cast(${sql} as ${typeOf.get(name)}) as ${name}`).join(', ')} ${rows}`,
  );
}

/**
 * Appends the accepted items as records, or what is kept of them. The id is a hash of the source, the raw key cells
 * and the number of the occurrence, so that cleaning never changes it and reordered rows keep theirs.
 */
export async function writeRecords(
  engine: Engine,
  description: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
  before: RecordRelation,
  written: (part: number) => void,
): Promise<void> {
  if (before) await refuseKnown(engine, description, parts, repeated);
  for (const [at, part] of parts.entries()) {
    const { kept } = part;
    if (kept)
      await appendKept(engine, description.record, {
        rows: keptSql(part, kept, repeated, at),
        columns: kept.columns,
      });
    else await writeWhole(engine, description, part, repeated, at, before !== null || at > 0);
    written(at);
  }
}
