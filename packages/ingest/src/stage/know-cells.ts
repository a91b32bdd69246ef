import type { Engine } from '@samenbeeld/engine';
import type { Binding, StagedBinding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { columnFacts } from './column-facts.ts';
import type { StagedTable, TableHead } from './staged-table.ts';
import { distinctTexts, type Texts } from './texts.ts';
import { textsAsked } from './texts-asked.ts';

/** Looks up in the engine what must be known of the cells of a table before SQL can be written for them. */
export async function knowCells(
  engine: Engine,
  binding: Binding<TableHead>,
  staged: StagedTable,
  description: SourceDescription,
): Promise<StagedBinding> {
  const texts = new Map<number, Texts>();
  for (const index of textsAsked(binding, description))
    texts.set(index, await distinctTexts(engine, staged, index));
  const values = new Set(binding.slots.map(({ column }) => column.index));
  const others = binding.columns
    .map(({ column }) => column.index)
    .filter((index) => !texts.has(index) && !values.has(index));
  const found = await columnFacts(engine, staged, binding.slots, [...new Set(others)]);
  // Value cells are used letter for letter; where one is part of a key, trimming it in vain does no harm.
  const facts = { ...found, untrimmed: new Set([...found.untrimmed, ...values]) };
  return { ...binding, staged, texts, facts };
}
