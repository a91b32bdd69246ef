import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { recordColumns } from './compile/fate-sql.ts';
import { separator } from './compile/key-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';

const originColumns = [
  'origin_file',
  'origin_sheet',
  'origin_line',
  'origin_column',
  'origin_raw',
] as const;

function perPart(bindings: readonly Binding[], read: (binding: Binding) => string | null): string {
  const cases = bindings.map(
    (binding, part) => `when ${part} then ${dialect.literal(read(binding))}`,
  );
  return `cast(case i.part ${cases.join(' ')} end as VARCHAR)`;
}

/**
 * Appends the accepted items as records. The id is a hash of the source, the raw key cells and the number of the
 * occurrence, so that cleaning never changes it and reordered rows keep theirs.
 */
export async function writeRecords(
  engine: Engine,
  items: string,
  description: SourceDescription,
  bindings: readonly Binding[],
): Promise<void> {
  const { table, columns } = recordTables[description.record];
  const record = recordColumns(description);
  const definition = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const made = `${items}_record`;
  const key = `record_key || ${dialect.literal(separator)} || cast(occurrence as VARCHAR)`;
  await engine.run(`create table if not exists ${table} (${definition})`);
  await engine.run(`create table ${made} as
with numbered as (
  select part, row_no, slot, record_key, row_number() over (partition by record_key order by raw, part, line, slot) as occurrence from ${items}
)
select part, row_no, slot, substr(${dialect.hash(key)}, 1, 16) as id from numbered`);
  try {
    const [again] = await engine.rows<{ n: number }>(
      `select count(*) as n from ${made} m join ${table} t on t.id = m.id`,
    );
    if (again && again.n > 0)
      throw new InputError(`${again.n} of its records are already in the picture`, {
        place: { file: bindings[0]?.table.file ?? '' },
        repair: `name each file once, and give all files of ${description.id} in one call`,
      });
    const origin = [
      perPart(bindings, (binding) => binding.table.file),
      perPart(bindings, (binding) => binding.table.sheet),
      'i.line',
      'i.shown',
      'i.raw',
    ];
    await engine.run(`insert into ${table} (id, source, ${record.join(', ')}, ${originColumns.join(', ')})
select m.id, ${dialect.literal(description.id)}, ${record.map((name) => `i.${name}`).join(', ')}, ${origin.join(', ')}
from ${items} i join ${made} m on m.part = i.part and m.row_no = i.row_no and m.slot = i.slot
where i.fate = 'accepted' order by i.part, i.row_no, i.slot`);
  } finally {
    await engine.run(`drop table if exists ${made}`);
  }
}
