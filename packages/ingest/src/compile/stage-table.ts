import type { Column, Engine, Scalar } from '@samenbeeld/engine';
import type { Binding } from './binding.ts';
import { cellText } from './cell-text.ts';
import type { Dictionary } from './dictionary.ts';

/** Names of the tables that one file's table passes through in the engine. */
export interface Stage {
  readonly raw: string;
  readonly slot: string;
  readonly word: string;
  readonly quarantine: string;
  readonly read: string;
  readonly span: string;
}

/** Names that no other ingest uses. */
export function stageOf(run: string): Stage {
  const name = (part: string): string => `ingest_${run}_${part}`;
  return {
    raw: name('raw'),
    slot: name('slot'),
    word: name('word'),
    quarantine: name('quarantine'),
    read: name('read'),
    span: name('span'),
  };
}

const text = (name: string): Column => ({ name, type: 'VARCHAR' });
const number = (name: string): Column => ({ name, type: 'INTEGER' });

function* rawRows(binding: Binding): Generator<readonly Scalar[]> {
  for (const [index, row] of binding.table.rows.entries())
    yield [
      index,
      row.line,
      ...binding.columns.map(({ column }) => cellText(row.cells[column.index])),
      ...binding.slots.map(({ column }) => row.cells[column.index] ?? null),
    ];
}

/** Brings the cells into the engine: described columns trimmed (c…), value columns letter for letter (v…). */
export async function stageCells(engine: Engine, stage: Stage, binding: Binding): Promise<void> {
  await engine.insert(
    stage.raw,
    [
      number('row_no'),
      number('line'),
      ...binding.columns.map(({ name }) => text(name)),
      ...binding.slots.map(({ column }) => text(`v${column.index}`)),
    ],
    rawRows(binding),
  );
}

/** Columns of the record that value columns fill by themselves. */
export function setColumns(binding: Binding): readonly string[] {
  return [...new Set(binding.slots.flatMap(({ sets }) => Object.keys(sets)))].sort();
}

/** Brings what is known of each value column into the engine. */
export async function stageSlots(
  engine: Engine,
  stage: Stage,
  binding: Binding,
  dictionary: Dictionary,
): Promise<void> {
  const sets = setColumns(binding);
  await engine.insert(
    stage.slot,
    [
      text('name'),
      number('slot'),
      text('header'),
      text('shown'),
      text('slot_key'),
      number('word'),
      number('flag'),
      ...sets.map((column) => text(`set_${column}`)),
    ],
    binding.slots.map((slot, index) => [
      `v${slot.column.index}`,
      index,
      slot.header,
      slot.shown,
      slot.key,
      dictionary.words.get(slot.name) ?? null,
      dictionary.flags.get(slot.name) ?? null,
      ...sets.map((column) => slot.sets[column] ?? null),
    ]),
  );
}
