import { basename } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import { type Conservation, type Issue, UsageError } from '@samenbeeld/schema';
import { bindFile } from './bind-file.ts';
import { itemTableSql } from './compile/fate-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { draftIssues, refuseDraft } from './draft.ts';
import { inOrder } from './issue-order.ts';
import { noteIssues } from './note-issues.ts';
import { type Part, readPart } from './read-part.ts';
import { rejectedIssue } from './rejected-issue.ts';
import { runChecks } from './run-checks.ts';
import { rejectedItems } from './tally.ts';
import { writeConserved } from './write-conserved.ts';

let runs = 0;

/** What an ingest may be told. */
export interface IngestOptions {
  /** Other sources, asked for only when a file does not fit, so that the right one can be named. */
  readonly catalogue?: () => readonly SourceDescription[];
  /** Takes a description with open questions too; each is then a warning of the result. */
  readonly draft?: boolean;
}

/** What became of the files of one source. */
export interface IngestResult {
  readonly source: SourceDescription;
  /** Records appended to the engine's table `observation` or `seizure`. */
  readonly records: number;
  /** Rejections, then warnings, then notes; each in the order of file, line and column. */
  readonly issues: readonly Issue[];
  /** One a file, in the order of their names; each adds up. */
  readonly conservation: readonly Conservation[];
}

/**
 * Reads files of one source into the engine's table `observation` or `seizure`, made where it is absent. Every item
 * (row × value column) is accepted, excluded by a named rule, or rejected with an issue; this is counted, checked
 * against the files, and returned. Files are taken in the order of their names, whatever order they are given in. Give
 * all files of a source in one call, so that rows they share are seen.
 *
 * Throws an InputError where a file is not of this source (the message names the columns expected and found, and the
 * source that fits), is empty, or is not conserved, or where the description has open questions and no draft is asked
 * for; the table is then as it was.
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { ingest, loadSource } from '@samenbeeld/ingest';
 * const folder = 'packages/sources/catalogue/eurostat-crim-off-cat';
 * const engine = await openEngine();
 * const { conservation, records } = await ingest(engine, loadSource(folder), [`${folder}/sample.tsv`]);
 * conservation[0].rejected // => 0
 * await engine.close();
 * ```
 */
export async function ingest(
  engine: Engine,
  source: SourceDescription,
  files: readonly string[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  if (files.length === 0) throw new UsageError(`Name at least one file of ${source.id}.`);
  refuseDraft(source, options.draft ?? false);
  const byName = [...files].sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  runs += 1;
  const run = runs;
  const items = `ingest_${run}_item`;
  const parts: Part[] = [];
  await engine.run(itemTableSql(items, source));
  try {
    for (const path of byName)
      for (const binding of await bindFile(path, source, options.catalogue ?? (() => [])))
        parts.push(await readPart(engine, source, binding, items, parts.length, run));
    const bindings = parts.map(({ binding }) => binding);
    const rejected = await rejectedItems(engine, items);
    const warnings = await runChecks(engine, items, source, bindings);
    const noted = parts.map(({ binding, dictionary }) => noteIssues(binding, dictionary, source));
    const issues = parts.flatMap(({ binding, dictionary, issues: found }, part) => [
      ...found,
      ...binding.table.rejects,
      ...rejected
        .filter((item) => item.part === part)
        .map((item) => rejectedIssue(item, binding, dictionary)),
      ...(noted[part] ?? []),
    ]);
    const conservation = await writeConserved(engine, items, source, bindings, noted);
    return {
      source,
      records: conservation.reduce((sum, { records }) => sum + records, 0),
      issues: [...draftIssues(source), ...issues, ...warnings].sort(inOrder),
      conservation,
    };
  } finally {
    await engine.run(`drop table if exists ${items}`);
  }
}
