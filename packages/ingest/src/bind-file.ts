import { tableReader } from '@samenbeeld/read';
import { bindLayout } from './bind-layout.ts';
import { bindColumns } from './compile/bind-columns.ts';
import type { Binding } from './compile/binding.ts';
import type { SourceDescription } from './description/description.ts';
import { filledBy, filledRows, fillingOf, fillRow } from './fill-down/filling.ts';
import { type NamedFile, readUnderName, underName } from './named-files.ts';

/** A bound table whose empty cells take the label above, where the description says so. */
function fillTable(binding: Binding, description: SourceDescription): Binding {
  const filling = fillingOf(binding, description);
  if (!filling) return binding;
  const { table } = binding;
  const { filled, head } = filledBy(filling, table, table.rows.map(fillRow));
  return { ...binding, table: { ...head, rows: filledRows(table.rows, filled) } };
}

/** The tables of a file, joined to the description. Throws an InputError; it names the source that fits, if one does. */
export async function bindFile(
  file: NamedFile,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
): Promise<readonly Binding[]> {
  return readUnderName(file, async () => {
    const read = tableReader(file.path);
    const bindings = await bindLayout(file.path, description, catalogue, async (shape) => {
      const tables = await read(shape);
      return {
        heads: tables,
        bind: async () =>
          tables.map((table) => fillTable(bindColumns(table, description), description)),
      };
    });
    return bindings.map((each) => ({ ...each, table: underName(each.table, file.name) }));
  });
}
