import { basename } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import { type Conservation, InputError, type Issue, UsageError } from '@samenbeeld/schema';
import { bindColumns } from './compile/bind-columns.ts';
import type { Binding } from './compile/binding.ts';
import { buildDictionary, type Dictionary } from './compile/dictionary.ts';
import { fateSql, itemTableSql } from './compile/fate-sql.ts';
import { readSql } from './compile/read-sql.ts';
import { stageCells, stageOf, stageSlots } from './compile/stage-table.ts';
import { stageSpans } from './compile/stage-spans.ts';
import { conserve } from './conserve.ts';
import type { SourceDescription } from './description/description.ts';
import { shapeFor } from './description/shape-for.ts';
import { fileConstants } from './file-constants.ts';
import { noteIssues } from './note-issues.ts';
import { otherSource } from './other-source.ts';
import { readTable } from './read/read-table.ts';
import { rejectedIssue } from './rejected-issue.ts';
import { runChecks } from './run-checks.ts';
import { screenRows, stageQuarantine } from './screen-personal-data.ts';
import { rejectedItems, tally } from './tally.ts';
import { writeRecords } from './write-records.ts';

/** What an ingest may be told. */
export interface IngestOptions {
  /** Other sources, asked for only when a file does not fit, so that the right one can be named. */
  readonly catalogue?: () => readonly SourceDescription[];
}

/** What became of the files of one source. */
export interface IngestResult {
  readonly source: SourceDescription;
  /** Records appended to the engine's table `observation` or `seizure`. */
  readonly records: number;
  /** In the order of file and line: rejections, warnings, notes. */
  readonly issues: readonly Issue[];
  /** One a file, in the order of their names; each adds up. */
  readonly conservation: readonly Conservation[];
}

interface Part {
  readonly binding: Binding;
  readonly dictionary: Dictionary;
  readonly issues: readonly Issue[];
}

let runs = 0;

async function readPart(
  engine: Engine,
  description: SourceDescription,
  binding: Binding,
  items: string,
  part: number,
  run: number,
): Promise<Part> {
  const stage = stageOf(`${run}_${part}`);
  const { constants, key } = fileConstants(description, binding.table.file);
  const screened = screenRows(binding);
  try {
    await stageCells(engine, stage, binding);
    const dictionary = await buildDictionary(engine, stage.word, binding, description);
    await stageSlots(engine, stage, binding, dictionary);
    await stageQuarantine(engine, stage, screened.rows);
    await engine.run(readSql(stage, description, binding, dictionary, constants, key));
    if (description.record === 'observation') await stageSpans(engine, stage);
    await engine.run(fateSql(stage, items, part, description));
    return { binding, dictionary, issues: screened.issues };
  } finally {
    for (const table of Object.values(stage)) await engine.run(`drop table if exists ${table}`);
  }
}

async function bindFile(
  path: string,
  description: SourceDescription,
  options: IngestOptions,
): Promise<readonly Binding[]> {
  try {
    const tables = await readTable(path, shapeFor(description, path));
    return tables.map((table) => bindColumns(table, description));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw (await otherSource(path, description, error, options.catalogue?.() ?? [])) ?? error;
  }
}

/** Writes the records and counts them against the files, all or nothing. */
async function writeConserved(
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
        (sum, part) => sum + (noted[part] ?? []).filter(({ severity }) => severity === 'note').length,
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

/**
 * Reads files of one source into the engine's table `observation` or `seizure`, made where it is absent. Every item
 * (row × value column) is accepted, excluded by a named rule, or rejected with an issue; this is counted, checked
 * against the files, and returned. Files are taken in the order of their names, whatever order they are given in. Give
 * all files of a source in one call, so that rows they share are seen.
 *
 * Throws an InputError where a file is not of this source (the message names the columns expected and found, and the
 * source that fits), is empty, or is not conserved; the table is then as it was.
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
  const byName = [...files].sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  runs += 1;
  const run = runs;
  const items = `ingest_${run}_item`;
  const parts: Part[] = [];
  await engine.run(itemTableSql(items, source));
  try {
    for (const path of byName)
      for (const binding of await bindFile(path, source, options))
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
      issues: [...issues, ...warnings],
      conservation,
    };
  } finally {
    await engine.run(`drop table if exists ${items}`);
  }
}
