import { dialect, type Engine } from '@samenbeeld/engine';
import type { Binding, ColumnFacts, Slot, StagedBinding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { blankAround, inMemory, oddBlanks } from './blanks.ts';
import { askCells, readAsRows } from './cells-as-rows.ts';
import {
  figureColumn,
  heldCells,
  type StagedTable,
  stagedRows,
  type TableHead,
  textColumn,
} from './staged-table.ts';
import { distinctTexts } from './texts.ts';
import { textsAsked } from './texts-asked.ts';

const odd = `^${oddBlanks}|${oddBlanks}$`;
const long = '(?i)[.,][0-9]{13,}|e-';

/** Short figures without anything around them, as nearly all values are. */
const plain = '[0-9]{0,12}(?:[.,][0-9]{0,12})?';

const countIf = (condition: string): string => `sum(case when ${condition} then 1 else 0 end)`;

/**
 * 0 for a plain cell, else 1 where odd blanks stand around it, 2 more where it has more decimals than are kept, and 4
 * more where any blanks stand around it.
 */
const oddity = (name: string): string =>
  `case when ${dialect.regexMatch(name, plain)} then 0 else ${[odd, long, blankAround]
    .map(
      (pattern, at) => `(case when ${dialect.regexFind(name, pattern)} then ${2 ** at} else 0 end)`,
    )
    .join(' + ')} end`;
const isOdd = (name: string): string => `mod(${name}, 2) = 1`;
const isLong = (name: string): string => `mod(${name}, 4) >= 2`;
const isUntrimmed = (name: string): string => `${name} >= 4`;

/** What is known of many value columns, read as rows: the line of the first cell of too many decimals included. */
async function manyFacts(
  engine: Engine,
  staged: StagedTable,
  values: readonly number[],
): Promise<ColumnFacts> {
  const found = await askCells<{
    readonly name: string;
    readonly odd: number;
    readonly long: number;
    readonly untrimmed: number;
    readonly line: number | null;
  }>(
    engine,
    staged,
    [...new Set(values)],
    (cells) =>
      `select i.name, ${countIf(isOdd('i.oddity'))} as odd, ${countIf(isLong('i.oddity'))} as long, ${countIf(isUntrimmed('i.oddity'))} as untrimmed, min(case when ${isLong('i.oddity')} then i.line end) as line
from (select u.name, u.line, ${oddity('u.cell')} as oddity from ${cells} u) i group by i.name`,
  );
  const byName = new Map(found.map((facts) => [facts.name, facts]));
  const factsOf = (index: number) => byName.get(textColumn(index));
  const lines = found.flatMap(({ line }) => line ?? []);
  return {
    untrimmed: new Set(values.filter((index) => (factsOf(index)?.untrimmed ?? 0) > 0)),
    oddBlanks: found.some(({ odd }) => odd > 0),
    rounded: {
      count: values.reduce((sum, index) => sum + (factsOf(index)?.long ?? 0), 0),
      line: lines.length > 0 ? Math.min(...lines) : 0,
    },
  };
}

/** The oddity of a value cell; a figure that was told apart when the file was read has none. */
function cellOddity({ figure }: StagedTable, index: number): string {
  const own = oddity(textColumn(index));
  return figure?.index === index
    ? `case when ${figureColumn(index)} is not null then 0 else ${own} end`
    : own;
}

const heldAs = {
  plain: inMemory(`^(?:${plain})$`),
  odd: inMemory(odd),
  long: inMemory(long),
  blankAround: inMemory(blankAround),
};

/** What is known of the cells of rows in memory, told as the engine tells it. */
function heldFacts(
  held: NonNullable<StagedTable['held']>,
  slots: readonly Slot[],
  others: readonly number[],
): ColumnFacts {
  const untrimmed = new Set<number>();
  for (const index of others)
    if (heldCells(held, index).some((cell) => cell !== null && heldAs.blankAround.test(cell)))
      untrimmed.add(index);
  let oddBlanks = false;
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const { column } of slots)
    for (const [at, cell] of heldCells(held, column.index).entries()) {
      if (cell === null || heldAs.plain.test(cell)) continue;
      if (heldAs.blankAround.test(cell)) untrimmed.add(column.index);
      oddBlanks ||= heldAs.odd.test(cell);
      if (!heldAs.long.test(cell)) continue;
      count += 1;
      least = Math.min(least, held[at]?.line ?? 0);
    }
  return { untrimmed, oddBlanks, rounded: { count, line: count > 0 ? least : 0 } };
}

/** Looks at all cells of the value columns, and of the columns whose distinct texts nobody has asked for, in one go. */
export async function columnFacts(
  engine: Engine,
  staged: StagedTable,
  slots: readonly Slot[],
  texts: readonly number[],
): Promise<ColumnFacts> {
  const others = texts.filter((index) => !staged.trimmed.has(index));
  if (staged.held) return heldFacts(staged.held, slots, others);
  if (readAsRows(staged, slots.length)) {
    const { untrimmed } = await columnFacts(engine, staged, [], others);
    const indexes = slots.map(({ column }) => column.index);
    const found = await manyFacts(engine, staged, indexes);
    return { ...found, untrimmed: new Set([...untrimmed, ...found.untrimmed]) };
  }
  if (slots.length + others.length === 0)
    return { untrimmed: new Set(), oddBlanks: false, rounded: { count: 0, line: 0 } };
  const values = slots.map(({ column }) => textColumn(column.index));
  const [found] = await engine.rows<Readonly<Record<string, number | null>>>(
    `select ${[
      ...others.map(
        (index) =>
          `${countIf(dialect.regexFind(textColumn(index), blankAround))} as untrimmed_${index}`,
      ),
      ...values.flatMap((_, at) => [
        `${countIf(isOdd(`oddity_${at}`))} as odd_${at}`,
        `${countIf(isLong(`oddity_${at}`))} as long_${at}`,
        `${countIf(isUntrimmed(`oddity_${at}`))} as blank_${at}`,
      ]),
    ].join(
      ', ',
    )} from (select ${['*', ...slots.map(({ column }) => cellOddity(staged, column.index)).map((name, at) => `${name} as oddity_${at}`)].join(', ')} from ${stagedRows(staged)}) r`,
  );
  const count = (name: string): number => found?.[name] ?? 0;
  const rounded = values.reduce((sum, _, at) => sum + count(`long_${at}`), 0);
  const [first] =
    rounded === 0
      ? []
      : await engine.rows<{ line: number }>(
          `select min(line) as line from ${stagedRows(staged)} where ${values.map((name) => dialect.regexFind(name, long)).join(' or ')}`,
        );
  return {
    untrimmed: new Set([
      ...others.filter((index) => count(`untrimmed_${index}`) > 0),
      ...slots.flatMap(({ column }, at) => (count(`blank_${at}`) > 0 ? column.index : [])),
    ]),
    oddBlanks: values.some((_, at) => count(`odd_${at}`) > 0),
    rounded: { count: rounded, line: first?.line ?? 0 },
  };
}

/** Looks up in the engine what must be known of the cells of a table before SQL can be written for them. */
export async function knowCells(
  engine: Engine,
  binding: Binding<TableHead>,
  staged: StagedTable,
  description: SourceDescription,
): Promise<Omit<StagedBinding, 'personal' | 'named'>> {
  const texts = await distinctTexts(engine, staged, textsAsked(binding, description));
  const values = new Set(binding.slots.map(({ column }) => column.index));
  const others = binding.columns
    .map(({ column }) => column.index)
    .filter((index) => !texts.has(index) && !values.has(index));
  const facts = await columnFacts(engine, staged, binding.slots, [...new Set(others)]);
  return { ...binding, staged, texts, facts };
}
