import type { Engine } from '@samenbeeld/engine';
import type { Issue } from '@samenbeeld/schema';
import { type Binding, hasFewItems, type StagedBinding } from './compile/binding.ts';
import { type CodedWords, codeWords } from './compile/code-words.ts';
import { buildDictionary, type Dictionary } from './compile/dictionary.ts';
import { fateSql, type KeptRecord, keptRecord } from './compile/kept-record.ts';
import { keyFingerprint } from './compile/key-sql.ts';
import { rawRows } from './compile/raw-sql.ts';
import { keyedSql, readSql } from './compile/read-sql.ts';
import { readingOf } from './compile/reading.ts';
import { stageSpans } from './compile/stage-spans.ts';
import { type Stage, stageSlots } from './compile/stage-table.ts';
import type { SourceDescription } from './description/description.ts';
import { fileConstants } from './file-constants.ts';
import { screenRows } from './screen-personal-data.ts';
import { knowCells } from './stage/know-cells.ts';
import type { StagedTable, TableHead } from './stage/staged-table.ts';

/** One table of one file, read into items: views over its cells in the engine. */
export interface Part {
  readonly stage: Stage;
  readonly binding: StagedBinding;
  readonly dictionary: Dictionary;
  /** Cells that look like personal data. */
  readonly issues: readonly Issue[];
  /** What is kept of its records, where that is not the records themselves. */
  readonly kept: KeptRecord | null;
  /** SQL of a number, over the staged rows, that rows with equal keys share; see `keyFingerprint`. */
  readonly fingerprint: (alone: boolean) => string;
  /** SQL of the keys of the items of some of its rows. */
  readonly keyed: (rows: string) => string;
  /** Makes the views of the items of some rows and their fates. */
  readonly judge: (stage: Pick<Stage, 'raw' | 'read' | 'judged'>) => Promise<void>;
}

/**
 * Describes to the engine how one table becomes items: cells, dictionary, quarantine, reading, fates. Of the records of
 * large tables only what varies is kept (`lean`).
 */
export async function readPart(
  engine: Engine,
  description: SourceDescription,
  bound: Binding<TableHead>,
  staged: StagedTable,
  stage: Stage,
  lean: boolean,
): Promise<Part> {
  const { constants, key } = fileConstants(description, bound.table);
  const known = await knowCells(engine, bound, staged, description);
  const { issues, personal } = await screenRows(engine, stage, known);
  const binding = { ...known, personal };
  const dictionary = await buildDictionary(engine, stage.word, binding, description);
  const few = hasFewItems(binding);
  const coded: CodedWords = lean ? await codeWords(engine, stage, binding, dictionary) : new Map();
  await stageSlots(engine, stage, binding, dictionary);
  await engine.run(`create temporary view ${stage.raw} as ${rawRows(binding, 'described')}`);
  const quarantined = issues.some(({ severity }) => severity === 'rejection');
  const reading = readingOf(description, binding, dictionary, constants, coded);
  const kept = lean ? keptRecord(description, binding, dictionary, reading, key, coded) : null;
  const readView = async (at: Stage, written: boolean): Promise<void> => {
    const sql = readSql(at, description, binding, dictionary, reading, key, quarantined, kept);
    if (written) await engine.run(`create temporary table ${at.items} as ${sql}`);
    await engine.run(
      `create temporary view ${at.read} as ${written ? `select * from ${at.items}` : sql}`,
    );
  };
  const fateView = (at: Stage): Promise<void> => engine.run(fateSql(at, description, kept));
  await readView(stage, few);
  if (description.record === 'observation') await stageSpans(engine, stage);
  await fateView(stage);
  return {
    stage,
    binding,
    dictionary,
    issues,
    kept,
    fingerprint: (alone) => keyFingerprint(description, key, binding, alone),
    keyed: (rows) => keyedSql(stage, rows, description, binding, dictionary, key),
    judge: async (views) => {
      await readView({ ...stage, ...views }, false);
      await fateView({ ...stage, ...views });
    },
  };
}
