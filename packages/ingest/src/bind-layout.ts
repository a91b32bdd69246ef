import { type FileShape, type TableReader, tableReader, withBeginning } from '@samenbeeld/read';
import { InputError, UsageError } from '@samenbeeld/schema';
import { headingsOf, matchHeadings } from './compile/bind-columns.ts';
import type { SourceDescription } from './description/description.ts';
import { shapesFor } from './description/shape-for.ts';
import type { TableHead } from './stage/staged-table.ts';

/** Whether tables have the headings of a description, all that it needs and no others. */
function haveHeadings(tables: readonly TableHead[], description: SourceDescription): boolean {
  return (
    tables.length > 0 &&
    tables.every((table) => {
      const headings = [...headingsOf(table).values()];
      const { unknown, missing } = matchHeadings(headings, description);
      return unknown.length === 0 && missing.length === 0;
    })
  );
}

async function fitsShape(
  read: TableReader,
  description: SourceDescription,
  shape: FileShape,
): Promise<boolean> {
  try {
    return haveHeadings(await read(shape), description);
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return false;
    throw error;
  }
}

const lower = [1, 2, 3, -1, -2, -3];

/** Formats in which lines may stand above the header. */
const titled: ReadonlySet<FileShape['format']> = new Set([
  'csv',
  'sdmx-csv',
  'eurostat-tsv',
  'xlsx',
]);

/** The error of a file whose header stands some lines lower or higher than a layout says, naming the key; null where that is not it. */
async function movedHeader(
  path: string,
  read: TableReader,
  description: SourceDescription,
  error: InputError,
  differing: readonly FileShape[],
): Promise<InputError | null> {
  for (const shape of differing.filter(({ format }) => titled.has(format)))
    for (const by of lower) {
      const { title: before = 0 } = shape;
      const title = before + by;
      if (title < 0 || !(await fitsShape(read, description, { ...shape, title }))) continue;
      const lines = Math.abs(by) === 1 ? 'line' : 'lines';
      const more =
        shapesFor(description, path).length > 1 ? ', or add a layout with it to the list' : '';
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

async function fits(
  path: string,
  read: TableReader,
  description: SourceDescription,
): Promise<boolean> {
  try {
    for (const shape of shapesFor(description, path))
      if (await fitsShape(read, description, shape)) return true;
    return false;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/**
 * The error of a file whose header has moved, or that fits another source of the catalogue, naming it; null where neither
 * helps. `differing` are the layouts in which it could be read and has other headings.
 */
async function otherSource(
  path: string,
  description: SourceDescription,
  error: InputError,
  differing: readonly FileShape[],
  catalogue: readonly SourceDescription[],
): Promise<InputError | null> {
  return withBeginning(path, async (beginning) => {
    const read = tableReader(beginning);
    const moved = await movedHeader(beginning, read, description, error, differing);
    if (moved) return moved;
    for (const other of catalogue)
      if (other.id !== description.id && (await fits(beginning, read, other)))
        return new InputError(`${error.problem}. It fits ${other.id}`, {
          place: error.place,
          repair: `ingest it as ${other.id}`,
        });
    return null;
  });
}

/** A file that was read in one of the layouts of a source. */
export interface ReadLayout<Bound> {
  readonly heads: readonly TableHead[];
  /** Joins its tables to the description; an InputError where they are not as it says. */
  readonly bind: () => Promise<Bound>;
}

type Layouts<Bound> = (shape: FileShape) => Promise<ReadLayout<Bound>>;

async function firstFitting<Bound>(
  path: string,
  description: SourceDescription,
  read: Layouts<Bound>,
  differing: FileShape[],
): Promise<Bound> {
  let first: InputError | undefined;
  for (const shape of shapesFor(description, path)) {
    try {
      const { heads, bind } = await read(shape);
      if (!haveHeadings(heads, description)) differing.push(shape);
      return await bind();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/**
 * A file read and joined to the description in the first layout whose headings are the description's. Throws the
 * InputError of the first layout; it says where the header stands now, or which source fits, if that is known.
 */
export async function bindLayout<Bound>(
  path: string,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
  read: Layouts<Bound>,
): Promise<Bound> {
  const differing: FileShape[] = [];
  try {
    return await firstFitting(path, description, read, differing);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw (await otherSource(path, description, error, differing, catalogue())) ?? error;
  }
}
