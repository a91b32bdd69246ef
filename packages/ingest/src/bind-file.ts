import { InputError } from '@samenbeeld/schema';
import { bindColumns } from './compile/bind-columns.ts';
import type { Binding } from './compile/binding.ts';
import type { SourceDescription } from './description/description.ts';
import { shapesFor } from './description/shape-for.ts';
import { fillTable } from './fill-down/fill-table.ts';
import { type NamedFile, readUnderName, underName } from './named-files.ts';
import { otherSource } from './other-source.ts';
import { readTable } from './read/read-table.ts';

/** The tables of a file in the first layout whose headings are the description's, or the error of the first. */
async function bindAny(path: string, description: SourceDescription): Promise<readonly Binding[]> {
  let first: InputError | undefined;
  for (const shape of shapesFor(description, path)) {
    try {
      const tables = await readTable(path, shape);
      return tables.map((table) => fillTable(bindColumns(table, description), description));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/** The tables of a file, joined to the description. Throws an InputError; it names the source that fits, if one does. */
export async function bindFile(
  file: NamedFile,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
): Promise<readonly Binding[]> {
  return readUnderName(file, async () => {
    try {
      const bindings = await bindAny(file.path, description);
      return bindings.map((each) => ({ ...each, table: underName(each.table, file.name) }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw (await otherSource(file.path, description, error, catalogue())) ?? error;
    }
  });
}
