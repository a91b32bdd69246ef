import type { Engine } from '@samenbeeld/engine';
import { type FileHead, tableReader } from '@samenbeeld/read';
import { bindLayout } from '../bind-layout.ts';
import { bindColumns } from '../compile/bind-columns.ts';
import type { Binding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { fillStaged } from '../fill-down/fill-staged.ts';
import { foreseeForm } from './foresee-form.ts';
import { type Staging, stageFile } from './stage-file.ts';
import type { ShortForm, StagedTable, TableHead } from './staged-table.ts';

/** A table of a file: its cells in the engine, its columns joined to the description. */
export interface BoundTable {
  readonly staged: StagedTable;
  readonly binding: Binding<TableHead>;
}

/** The tables joined to the description; each that is filled takes the place of its own in `tables`. */
async function boundTables(
  engine: Engine,
  tables: StagedTable[],
  description: SourceDescription,
): Promise<readonly BoundTable[]> {
  const bound = tables.map((staged) => ({
    staged,
    binding: bindColumns(staged.head, description),
  }));
  const filled: BoundTable[] = [];
  for (const [at, { staged, binding }] of bound.entries()) {
    const own = await fillStaged(engine, staged, binding, description);
    tables[at] = own.staged;
    filled.push(own);
  }
  return filled;
}

/**
 * Brings the tables of a file into the engine and joins them to the description. Throws an InputError; it names the
 * source that fits, if one does. Of a layout that does not fit nothing stays in the engine.
 */
export async function bindStaged(
  engine: Engine,
  path: string,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
  staging: Omit<Staging, 'form' | 'tables'>,
): Promise<readonly BoundTable[]> {
  const read = tableReader(path);
  return bindLayout(path, description, catalogue, async (shape) => {
    const tables: StagedTable[] = [];
    const orNone = async <Result>(result: Promise<Result>): Promise<Result> => {
      try {
        return await result;
      } catch (error) {
        for (const { text } of tables) await engine.run(`drop table if exists ${text}`);
        throw error;
      }
    };
    const form = (file: string, head: FileHead): ShortForm => foreseeForm(file, head, description);
    await orNone(stageFile(engine, path, shape, { ...staging, form, tables: read }, tables));
    return {
      heads: tables.map(({ head }) => head),
      bind: () => orNone(boundTables(engine, tables, description)),
    };
  });
}
