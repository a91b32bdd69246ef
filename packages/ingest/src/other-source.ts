import { InputError, UsageError } from '@samenbeeld/schema';
import { headingsOf, matchHeadings } from './compile/bind-columns.ts';
import type { SourceDescription } from './description/description.ts';
import { shapesFor } from './description/shape-for.ts';
import { withBeginning } from './read/beginning.ts';
import { readTable } from './read/read-table.ts';
import type { FileShape } from './read/table.ts';

async function fitsShape(
  path: string,
  description: SourceDescription,
  shape: FileShape,
): Promise<boolean> {
  try {
    const tables = await readTable(path, shape);
    return (
      tables.length > 0 &&
      tables.every((table) => {
        const headings = [...headingsOf(table).values()];
        const { unknown, missing } = matchHeadings(headings, description);
        return unknown.length === 0 && missing.length === 0;
      })
    );
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return false;
    throw error;
  }
}

async function fits(path: string, description: SourceDescription): Promise<boolean> {
  try {
    for (const shape of shapesFor(description, path))
      if (await fitsShape(path, description, shape)) return true;
    return false;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The error of a file that fits another source of the catalogue, naming it; null where none fits. */
export async function otherSource(
  path: string,
  description: SourceDescription,
  error: InputError,
  catalogue: readonly SourceDescription[],
): Promise<InputError | null> {
  const fitting = await withBeginning(path, async (beginning) => {
    for (const other of catalogue)
      if (other.id !== description.id && (await fits(beginning, other))) return other;
    return null;
  });
  if (!fitting) return null;
  const problem = error.message.slice(0, error.message.lastIndexOf('. Repair: '));
  return new InputError(`${problem}. It fits ${fitting.id}`, {
    repair: `ingest it as ${fitting.id}`,
  });
}
