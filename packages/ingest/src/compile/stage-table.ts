import type { Column, Engine } from '@samenbeeld/engine';
import type { TableHead } from '../stage/staged-table.ts';
import type { Binding } from './binding.ts';
import type { Dictionary } from './dictionary.ts';

/** Names of the relations that one file's table passes through in the engine. */
export interface Stage {
  /** Tables. */
  readonly slot: string;
  readonly word: string;
  readonly flagged: string;
  readonly quarantine: string;
  readonly named: string;
  readonly span: string;
  readonly items: string;
  readonly again: string;
  readonly unwritten: string;
  readonly rest: string;
  readonly fate: string;
  readonly sum: string;
  /** Views: nothing of a large file is written down twice. Of a small one, `read` is a view of `items`. */
  readonly raw: string;
  readonly read: string;
  readonly judged: string;
  /** The same over the rows of `rest` alone. */
  readonly restRead: string;
  readonly restJudged: string;
}

/** Names that no other ingest uses. */
export function stageOf(run: string): Stage {
  const name = (part: string): string => `ingest_${run}_${part}`;
  return {
    slot: name('slot'),
    word: name('word'),
    flagged: name('flagged'),
    quarantine: name('quarantine'),
    named: name('named'),
    span: name('span'),
    items: name('items'),
    again: name('again'),
    unwritten: name('unwritten'),
    rest: name('rest'),
    fate: name('fate'),
    sum: name('sum'),
    raw: name('raw'),
    read: name('read'),
    judged: name('judged'),
    restRead: name('rest_read'),
    restJudged: name('rest_judged'),
  };
}

/** Removes all of a stage: the tables that are there, and its views. */
export async function dropStage(engine: Engine, stage: Stage): Promise<void> {
  const { raw, read, judged, restRead, restJudged, ...tables } = stage;
  const own = Object.values(tables);
  const there = await engine.tables();
  const drops = [
    ...[restJudged, restRead, judged, read, raw].map((view) => `drop view if exists ${view}`),
    ...there
      .filter((name) => own.includes(name) || name.startsWith(`${stage.word}_`))
      .map((table) => `drop table ${table}`),
  ];
  await engine.run(drops.join('; '));
}

const text = (name: string): Column => ({ name, type: 'VARCHAR' });
const number = (name: string): Column => ({ name, type: 'INTEGER' });

/** Columns of the record that value columns fill by themselves. */
export function setColumns(binding: Binding<TableHead>): readonly string[] {
  return [...new Set(binding.slots.flatMap(({ sets }) => Object.keys(sets)))].sort();
}

/** What items know of their value columns: `slot`, `header`, `shown`, `slot_key`, `word`, `flag`, `set_…`. */
export function slotColumns(binding: Binding<TableHead>): readonly Column[] {
  return [
    number('slot'),
    text('header'),
    text('shown'),
    text('slot_key'),
    number('word'),
    number('flag'),
    ...setColumns(binding).map((column) => text(`set_${column}`)),
  ];
}

/** The value columns as rows of `slotColumns`. */
export function slotRows(
  binding: Binding<TableHead>,
  dictionary: Dictionary,
): readonly (readonly (string | number | null)[])[] {
  const sets = setColumns(binding);
  return binding.slots.map((slot, index) => [
    index,
    slot.header,
    slot.shown,
    slot.key,
    dictionary.words.get(slot.name) ?? null,
    dictionary.flags.get(slot.name) ?? null,
    ...sets.map((column) => slot.sets[column] ?? null),
  ]);
}

/** Brings what is known of each value column into the engine, where there are several. */
export async function stageSlots(
  engine: Engine,
  stage: Stage,
  binding: Binding<TableHead>,
  dictionary: Dictionary,
): Promise<void> {
  if (binding.slots.length < 2) return;
  await engine.insert(
    stage.slot,
    [text('name'), ...slotColumns(binding)],
    slotRows(binding, dictionary).map((row, index) => [
      `v${binding.slots[index]?.column.index}`,
      ...row,
    ]),
  );
}
