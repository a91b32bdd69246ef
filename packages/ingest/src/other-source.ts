import { InputError, UsageError } from '@samenbeeld/schema';
import { headingsOf, matchHeadings } from './compile/bind-columns.ts';
import type { SourceDescription } from './description/description.ts';
import { shapesFor } from './description/shape-for.ts';
import { withBeginning } from './read/beginning.ts';
import { readTable } from './read/read-table.ts';
import type { FileShape } from './read/table.ts';

/** Whether a file read in a shape has the headings of a description. */
async function fitOf(
  path: string,
  description: SourceDescription,
  shape: FileShape,
): Promise<'fits' | 'differs' | 'unreadable'> {
  try {
    const tables = await readTable(path, shape);
    const fits =
      tables.length > 0 &&
      tables.every((table) => {
        const headings = [...headingsOf(table).values()];
        const { unknown, missing } = matchHeadings(headings, description);
        return unknown.length === 0 && missing.length === 0;
      });
    return fits ? 'fits' : 'differs';
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return 'unreadable';
    throw error;
  }
}

const lower = [1, 2, 3, -1, -2, -3];

/** The error of a file whose header stands some lines lower or higher than its description says, naming the key; null where that is not it. */
async function movedHeader(
  path: string,
  description: SourceDescription,
  error: InputError,
): Promise<InputError | null> {
  const shapes = shapesFor(description, path);
  // What cannot be read as it is said to be is not read six times more.
  const readable: FileShape[] = [];
  for (const shape of shapes) {
    const fit = await fitOf(path, description, shape);
    if (fit === 'fits') return null;
    if (fit === 'differs') readable.push(shape);
  }
  for (const shape of readable)
    for (const by of lower) {
      const { title: before = 0 } = shape;
      const title = before + by;
      if (title < 0 || (await fitOf(path, description, { ...shape, title })) !== 'fits') continue;
      const lines = Math.abs(by) === 1 ? 'line' : 'lines';
      const more = shapes.length > 1 ? ', or add a layout with it to the list' : '';
      return new InputError(
        `${error.problem}. The header stands ${Math.abs(by)} ${lines} ${by > 0 ? 'lower' : 'higher'} than the description says: ${title} ${title === 1 ? 'line stands' : 'lines stand'} above it, and \`title\` under \`file\` is ${before}`,
        {
          place: error.place,
          repair: `write \`title: ${title}\` under \`file\` in ${description.file} for this edition${more}; read the ${lines} above the table first: ${by > 0 ? 'a new one' : 'the missing one'} may say something of the figures`,
        },
      );
    }
  return null;
}

async function fits(path: string, description: SourceDescription): Promise<boolean> {
  try {
    for (const shape of shapesFor(description, path))
      if ((await fitOf(path, description, shape)) === 'fits') return true;
    return false;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The error of a file whose header has moved, or that fits another source of the catalogue, naming it; null where neither helps. */
export async function otherSource(
  path: string,
  description: SourceDescription,
  error: InputError,
  catalogue: readonly SourceDescription[],
): Promise<InputError | null> {
  // A packed file is not unfolded once more for a better message.
  const moved = /\.gz$/i.test(path)
    ? null
    : await withBeginning(path, (beginning) =>
        movedHeader(beginning, description, error).catch((failed: unknown) => {
          if (failed instanceof InputError) return null;
          throw failed;
        }),
      );
  if (moved) return moved;
  const fitting = await withBeginning(path, async (beginning) => {
    for (const other of catalogue)
      if (other.id !== description.id && (await fits(beginning, other))) return other;
    return null;
  });
  if (!fitting) return null;
  return new InputError(`${error.problem}. It fits ${fitting.id}`, {
    place: error.place,
    repair: `ingest it as ${fitting.id}`,
  });
}
