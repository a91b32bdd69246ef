import { dialect, type Engine } from '@samenbeeld/engine';
import type { Slot } from '../compile/binding.ts';
import { blankAround, oddBlanks } from './blanks.ts';
import { askCells, manyColumns } from './cells-as-rows.ts';
import { type StagedTable, stagedRows, textColumn } from './staged-table.ts';

/** What must be known of all cells of some columns before SQL is written for them. */
export interface ColumnFacts {
  /** Indexes of columns in which some cells have blanks around them. */
  readonly untrimmed: ReadonlySet<number>;
  /** A value cell begins or ends with a blank other than the plain one. */
  readonly oddBlanks: boolean;
  /** Value cells with more decimals than are kept, and the line of the first. */
  readonly rounded: { readonly count: number; readonly line: number };
}

const odd = `^${oddBlanks}|${oddBlanks}$`;
const long = '(?i)[.,][0-9]{13,}|e-';

/** Short figures without anything around them, as nearly all values are. */
const plain = '[0-9]{0,12}(?:[.,][0-9]{0,12})?';

const countIf = (condition: string): string => `sum(case when ${condition} then 1 else 0 end)`;

/** 0 for a plain cell, else 1 where odd blanks stand around it, and 2 more where it has more decimals than are kept. */
const oddity = (name: string): string =>
  `case when ${dialect.regexMatch(name, plain)} then 0 else (case when ${dialect.regexFind(name, odd)} then 1 else 0 end) + (case when ${dialect.regexFind(name, long)} then 2 else 0 end) end`;

/** What is known of very many value columns, read as rows: the line of the first cell of too many decimals included. */
async function manyFacts(
  engine: Engine,
  staged: StagedTable,
  values: readonly number[],
): Promise<Pick<ColumnFacts, 'oddBlanks' | 'rounded'>> {
  const [found] = await askCells<{ odd: number | null; long: number | null; line: number | null }>(
    engine,
    staged,
    values,
    (cells) =>
      `select ${countIf('i.oddity in (1, 3)')} as odd, ${countIf('i.oddity >= 2')} as long, min(case when i.oddity >= 2 then i.line end) as line
from (select u.line, ${oddity('u.cell')} as oddity from ${cells} u) i`,
  );
  return {
    oddBlanks: (found?.odd ?? 0) > 0,
    rounded: { count: found?.long ?? 0, line: found?.line ?? 0 },
  };
}

/** Looks at all cells of the value columns, and of the columns whose distinct texts nobody has asked for, in one go. */
export async function columnFacts(
  engine: Engine,
  staged: StagedTable,
  slots: readonly Slot[],
  others: readonly number[],
): Promise<ColumnFacts> {
  if (slots.length >= manyColumns) {
    const { untrimmed } = await columnFacts(engine, staged, [], others);
    const indexes = [...new Set(slots.map(({ column }) => column.index))];
    return { untrimmed, ...(await manyFacts(engine, staged, indexes)) };
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
      ...values.map((_, at) => `${countIf(`oddity_${at} in (1, 3)`)} as odd_${at}`),
      ...values.map((_, at) => `${countIf(`oddity_${at} >= 2`)} as long_${at}`),
    ].join(
      ', ',
    )} from (select ${['*', ...values.map((name, at) => `${oddity(name)} as oddity_${at}`)].join(', ')} from ${stagedRows(staged)}) r`,
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
    untrimmed: new Set(others.filter((index) => count(`untrimmed_${index}`) > 0)),
    oddBlanks: values.some((_, at) => count(`odd_${at}`) > 0),
    rounded: { count: rounded, line: first?.line ?? 0 },
  };
}
