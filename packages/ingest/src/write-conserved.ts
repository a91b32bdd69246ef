import type { Engine } from '@samenbeeld/engine';
import type { Conservation, Issue } from '@samenbeeld/schema';
import { assertComplete } from './assert-complete.ts';
import { conserve } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { type JudgedPart, judgePart } from './judge.ts';
import type { Part } from './read-part.ts';
import type { RecordRelation } from './record-relation.ts';
import type { Repeated } from './repeated-keys.ts';
import { runChecks } from './run-checks.ts';
import { recordSums } from './tally.ts';
import { writeRecords } from './write-records.ts';

/** What was written, and what is wrong with the rest or, by the checks of the description, with it. */
export interface WrittenRecords {
  readonly conservation: readonly Conservation[];
  readonly issues: readonly Issue[];
}

/** Writes the records, counts them against the files and checks them, all or nothing. */
export async function writeConserved(
  engine: Engine,
  run: string,
  source: SourceDescription,
  parts: readonly Part[],
  repeated: Repeated,
  before: RecordRelation,
  written: (part: number) => void,
): Promise<WrittenRecords> {
  await engine.run('begin');
  try {
    await writeRecords(engine, source, parts, repeated, before, written);
    await assertComplete(engine, source, parts);
    const sums = await recordSums(engine, source, parts);
    const judged: JudgedPart[] = [];
    for (const [at, part] of parts.entries())
      judged.push(await judgePart(engine, source, part, parts, repeated.rows[at], sums));
    const names = [...new Set(parts.map(({ binding }) => binding.table.file))];
    const conservation = names.map((file) =>
      conserve(
        file,
        judged.filter(({ binding }) => binding.table.file === file),
        sums,
        source,
      ),
    );
    const warnings = await runChecks(engine, `${run}_record`, source, parts);
    await engine.run('commit');
    return { conservation, issues: [...judged.flatMap(({ issues }) => issues), ...warnings] };
  } catch (error) {
    await engine.run('rollback');
    throw error;
  }
}
