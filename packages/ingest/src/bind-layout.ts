import type { FileShape } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import type { SourceDescription } from './description/description.ts';
import { shapesFor } from './description/shape-for.ts';
import { haveHeadings, otherSource } from './other-source.ts';
import type { TableHead } from './stage/staged-table.ts';

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
