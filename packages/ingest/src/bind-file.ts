import { InputError } from '@samenbeeld/schema';
import { bindColumns } from './compile/bind-columns.ts';
import type { Binding } from './compile/binding.ts';
import type { SourceDescription } from './description/description.ts';
import { shapeFor } from './description/shape-for.ts';
import { otherSource } from './other-source.ts';
import { readTable } from './read/read-table.ts';

/** The tables of a file, joined to the description. Throws an InputError; it names the source that fits, if one does. */
export async function bindFile(
  path: string,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
): Promise<readonly Binding[]> {
  try {
    const tables = await readTable(path, shapeFor(description, path));
    return tables.map((table) => bindColumns(table, description));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw (await otherSource(path, description, error, catalogue())) ?? error;
  }
}
