import type { Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import { requiredColumns } from './compile/problem-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import type { Part } from './read-part.ts';

/**
 * Throws where a record that was just written lacks what every record must have: the reading has let through what it
 * should have rejected. Only of records that are kept as they are; those of large files are shown by the same reading.
 */
export async function assertComplete(
  engine: Engine,
  { id, record, file }: SourceDescription,
  parts: readonly Part[],
): Promise<void> {
  const { table } = recordTables[record];
  const files = [
    ...new Set(parts.flatMap(({ kept, binding }) => (kept ? [] : [binding.table.file]))),
  ];
  if (files.length === 0) return;
  const columns = [...requiredColumns(record), 'unit'];
  const empty = columns.map(
    (column) => `count(case when ${column} is null then 1 end) as ${column}`,
  );
  const [found = {}] = await engine.rows<Readonly<Record<string, number>>>(
    `select ${empty.join(', ')} from ${table} where source = ? and origin_file in (${files.map(() => '?').join(', ')})`,
    [id, ...files],
  );
  const lacking = columns.filter((column) => (found[column] ?? 0) > 0);
  if (lacking.length === 0) return;
  const counts = lacking.map((column) => `${found[column]} records have no ${column}`);
  throw new InputError(`the records are not complete: ${counts.join('; ')}`, {
    place: { file },
    repair: 'report this description and its files; nothing of them may be used until it is mended',
  });
}
