import type { Engine } from '@samenbeeld/engine';
import type { Issue } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { buildDictionary, type Dictionary } from './compile/dictionary.ts';
import { fateSql } from './compile/fate-sql.ts';
import { readSql } from './compile/read-sql.ts';
import { stageSpans } from './compile/stage-spans.ts';
import { stageCells, stageOf, stageSlots } from './compile/stage-table.ts';
import type { SourceDescription } from './description/description.ts';
import { fileConstants } from './file-constants.ts';
import { screenRows, stageQuarantine } from './screen-personal-data.ts';

/** One table of one file, read into items. */
export interface Part {
  readonly binding: Binding;
  readonly dictionary: Dictionary;
  readonly issues: readonly Issue[];
}

/** Takes one table through the engine: cells, dictionary, quarantine, reading, fates. Leaves the items only. */
export async function readPart(
  engine: Engine,
  description: SourceDescription,
  binding: Binding,
  items: string,
  part: number,
  run: number,
): Promise<Part> {
  const stage = stageOf(`${run}_${part}`);
  const { constants, key } = fileConstants(description, binding.table);
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
