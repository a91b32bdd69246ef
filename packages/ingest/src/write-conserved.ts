import type { Engine } from '@samenbeeld/engine';
import type { Conservation, Issue } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { conserve } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { tally } from './tally.ts';
import { writeRecords } from './write-records.ts';

/** Writes the records and counts them against the files, all or nothing. */
export async function writeConserved(
  engine: Engine,
  items: string,
  source: SourceDescription,
  bindings: readonly Binding[],
  noted: readonly (readonly Issue[])[],
): Promise<readonly Conservation[]> {
  await engine.run('begin');
  try {
    await writeRecords(engine, items, source, bindings);
    const counted = await tally(engine, items, source, bindings);
    const names = [...new Set(bindings.map(({ table }) => table.file))];
    const conservation = names.map((file) => {
      const here = bindings.flatMap(({ table }, part) => (table.file === file ? part : []));
      const notes = here.reduce(
        (sum, part) =>
          sum + (noted[part] ?? []).filter(({ severity }) => severity === 'note').length,
        0,
      );
      return conserve(file, here, bindings, source, counted, notes);
    });
    await engine.run('commit');
    return conservation;
  } catch (error) {
    await engine.run('rollback');
    throw error;
  }
}
