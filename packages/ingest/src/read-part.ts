import type { Engine } from '@samenbeeld/engine';
import type { Issue } from '@samenbeeld/schema';
import { type Binding, hasFewItems, type StagedBinding } from './compile/binding.ts';
import { buildDictionary, type Dictionary } from './compile/dictionary.ts';
import { fateSql } from './compile/fate-sql.ts';
import { keyFingerprint } from './compile/key-sql.ts';
import { rawSql } from './compile/raw-sql.ts';
import { keyedSql, readSql } from './compile/read-sql.ts';
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
  /** SQL of a number, over the view of the rows, that rows with equal keys share. */
  readonly fingerprint: string;
  /** SQL of the keys of the items of some of its rows. */
  readonly keyed: (rows: string) => string;
  /** Makes the views of the items of some rows and their fates. */
  readonly judge: (stage: Pick<Stage, 'raw' | 'read' | 'judged'>) => Promise<void>;
}

/** Describes to the engine how one table becomes items: cells, dictionary, quarantine, reading, fates. */
export async function readPart(
  engine: Engine,
  description: SourceDescription,
  bound: Binding<TableHead>,
  staged: StagedTable,
  stage: Stage,
): Promise<Part> {
  const { constants, key } = fileConstants(description, bound.table);
  const binding = await knowCells(engine, bound, staged, description);
  const dictionary = await buildDictionary(engine, stage.word, binding, description);
  await stageSlots(engine, stage, binding, dictionary);
  const issues = await screenRows(engine, stage, binding);
  await engine.run(rawSql(stage.raw, binding));
  const quarantined = issues.length > 0;
  const readView = async (at: Stage, written: boolean): Promise<void> => {
    const sql = readSql(at, description, binding, dictionary, constants, key, quarantined);
    if (written) await engine.run(`create temporary table ${at.items} as ${sql}`);
    await engine.run(
      `create temporary view ${at.read} as ${written ? `select * from ${at.items}` : sql}`,
    );
  };
  const fateView = (at: Stage): Promise<void> => engine.run(fateSql(at, description));
  await readView(stage, hasFewItems(binding));
  if (description.record === 'observation') await stageSpans(engine, stage);
  await fateView(stage);
  return {
    stage,
    binding,
    dictionary,
    issues,
    fingerprint: keyFingerprint(description, key, binding),
    keyed: (rows) => keyedSql(stage, rows, description, binding, dictionary, key),
    judge: async (views) => {
      await readView({ ...stage, ...views }, false);
      await fateView({ ...stage, ...views });
    },
  };
}
