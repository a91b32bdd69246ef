import type { Engine } from '@samenbeeld/engine';
import type { Conservation, Issue } from '@samenbeeld/schema';
import { type CountedPart, conserve } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import type { Part } from './read-part.ts';
import type { Repeated } from './repeated-keys.ts';
import { runChecks } from './run-checks.ts';
import { recordSums } from './tally.ts';
import { writeRecords } from './write-records.ts';

/** What was written, and what the checks of the description say of it. */
export interface Written {
  readonly conservation: readonly Conservation[];
  readonly warnings: readonly Issue[];
}

/** Writes the records, counts them against the files and checks them, all or nothing. */
export async function writeConserved(
  engine: Engine,
  run: string,
  source: SourceDescription,
  parts: readonly (Part & CountedPart)[],
  repeated: Repeated,
  written: (part: number) => void,
): Promise<Written> {
  await engine.run('begin');
  try {
    await writeRecords(engine, source, parts, repeated, written);
    const sums = await recordSums(engine, source, parts);
    const names = [...new Set(parts.map(({ binding }) => binding.table.file))];
    const conservation = names.map((file) =>
      conserve(
        file,
        parts.filter(({ binding }) => binding.table.file === file),
        sums,
        source,
      ),
    );
    const warnings = await runChecks(engine, `${run}_record`, source, parts);
    await engine.run('commit');
    return { conservation, warnings };
  } catch (error) {
    await engine.run('rollback');
    throw error;
  }
}
