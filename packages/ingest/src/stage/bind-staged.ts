import type { Engine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import { bindColumns } from '../compile/bind-columns.ts';
import type { Binding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { shapesFor } from '../description/shape-for.ts';
import { fillStaged } from '../fill-down/fill-staged.ts';
import { otherSource } from '../other-source.ts';
import { type Staging, stageFile } from './stage-file.ts';
import type { StagedTable, TableHead } from './staged-table.ts';

/** A table of a file: its cells in the engine, its columns joined to the description. */
export interface BoundTable {
  readonly staged: StagedTable;
  readonly binding: Binding<TableHead>;
}

/** The tables of a file in the first layout whose headings are the description's, or the error of the first. */
async function bindAny(
  engine: Engine,
  path: string,
  description: SourceDescription,
  staging: Staging,
): Promise<readonly BoundTable[]> {
  let first: InputError | undefined;
  for (const shape of shapesFor(description, path)) {
    const tables: StagedTable[] = [];
    try {
      await stageFile(engine, path, shape, staging, tables);
      const bound = tables.map((staged) => bindColumns(staged.head, description));
      for (const [at, binding] of bound.entries()) {
        const staged = tables[at];
        if (!staged) continue;
        const filled = await fillStaged(engine, staged, binding, description);
        tables[at] = filled.staged;
        bound[at] = filled.binding;
      }
      return bound.flatMap((binding, at) => {
        const staged = tables[at];
        return staged ? [{ staged, binding }] : [];
      });
    } catch (error) {
      for (const { text } of tables) await engine.run(`drop table if exists ${text}`);
      if (!(error instanceof InputError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/**
 * Brings the tables of a file into the engine and joins them to the description. Throws an InputError; it names the
 * source that fits, if one does.
 */
export async function bindStaged(
  engine: Engine,
  path: string,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
  staging: Staging,
): Promise<readonly BoundTable[]> {
  try {
    return await bindAny(engine, path, description, staging);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw (await otherSource(path, description, error, catalogue())) ?? error;
  }
}
