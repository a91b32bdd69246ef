import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { recordColumns } from './compile/fate-sql.ts';
import { separator } from './compile/key-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';

function perPart(bindings: readonly Binding[], read: (binding: Binding) => string | null): string {
  const cases = bindings.map(
    (binding, part) => `when ${part} then ${dialect.literal(read(binding))}`,
  );
  return `cast(case part ${cases.join(' ')} end as VARCHAR)`;
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
  select *, row_number() over (partition by record_key order by raw, part, line, slot) as occurrence from ${items}
)
select substr(${dialect.hash(key)}, 1, 16) as id, ${dialect.literal(description.id)} as source,
  ${record.join(', ')},
  ${perPart(bindings, (binding) => binding.table.file)} as origin_file,
  ${perPart(bindings, (binding) => binding.table.sheet)} as origin_sheet,
  line as origin_line, shown as origin_column, raw as origin_raw, part, row_no, slot
from numbered where fate = 'accepted'`);
  try {
    const [again] = await engine.rows<{ n: number; file: string }>(
      `select count(*) as n, min(m.origin_file) as file from ${made} m join ${table} t on t.id = m.id`,
    );
    if (again && again.n > 0)
      throw new InputError(
        `${again.n} of its records are already in the picture`,
        {
          place: { file: again.file },
          repair: `name each file once, and give all files of ${description.id} in one call`,
        },
      );
    const names = columns.map(({ name }) => name).join(', ');
    await engine.run(
      `insert into ${table} (${names}) select ${names} from ${made} order by part, row_no, slot`,
    );
  } finally {
    await engine.run(`drop table if exists ${made}`);
  }
}
