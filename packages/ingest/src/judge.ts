import type { Engine } from '@samenbeeld/engine';
import type { Issue } from '@samenbeeld/schema';
import type { CountedPart, RecordSum } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { noteIssues } from './note-issues.ts';
import type { Part } from './read-part.ts';
import { rejectedIssue } from './rejected-issue.ts';
import type { Repeated } from './repeated-keys.ts';
import { restIsFound } from './rest.ts';
import { noteFates, rejectedItems, tallyPart } from './tally.ts';

/** One part with all that is counted of it, and what is wrong with its items in words. */
export interface JudgedPart extends CountedPart {
  readonly issues: readonly Issue[];
}

/**
 * Counts what became of the items of one part, and puts what is wrong with them into words. Its records must be
 * written; `records` are their sums.
 */
export async function judgePart(
  engine: Engine,
  source: SourceDescription,
  part: Part,
  parts: readonly Part[],
  repeats: Repeated['rows'][number] | undefined,
  records: readonly RecordSum[],
): Promise<JudgedPart> {
  const { binding, dictionary, stage } = part;
  const found = restIsFound(source, part, parts);
  await noteFates(engine, source, part, found);
  const tally = await tallyPart(engine, source, part, found, records);
  const rejected = tally.fates.some(({ fate }) => fate === 'rejected')
    ? await rejectedItems(engine, part, found)
    : [];
  await engine.run(`drop table ${stage.fate}`);
  const noted = noteIssues(binding, dictionary, source, repeats ?? { count: 0, lines: [] });
  return {
    binding,
    tally,
    notes: noted.filter(({ severity }) => severity === 'note').length,
    issues: [
      ...part.issues,
      ...binding.table.rejects,
      ...rejected.map((item) => rejectedIssue(item, binding, dictionary)),
      ...noted,
    ],
  };
}
