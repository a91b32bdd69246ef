import type { Engine } from '@samenbeeld/engine';
import type { Binding, StagedBinding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { columnFacts } from './column-facts.ts';
import type { StagedTable, TableHead } from './staged-table.ts';
import { distinctTexts } from './texts.ts';
import { textsAsked } from './texts-asked.ts';

/** Looks up in the engine what must be known of the cells of a table before SQL can be written for them. */
export async function knowCells(
  engine: Engine,
  binding: Binding<TableHead>,
  staged: StagedTable,
  description: SourceDescription,
): Promise<Omit<StagedBinding, 'personal'>> {
  const texts = await distinctTexts(engine, staged, textsAsked(binding, description));
  const values = new Set(binding.slots.map(({ column }) => column.index));
  const others = binding.columns
    .map(({ column }) => column.index)
    .filter((index) => !texts.has(index) && !values.has(index));
  const facts = await columnFacts(engine, staged, binding.slots, [...new Set(others)]);
  return { ...binding, staged, texts, facts };
}
