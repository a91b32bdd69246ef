import { headingsOf } from '@samenbeeld/ingest';
import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import { decimalsOf, type FigureHabit, figureOf } from '../numbers.ts';
import { thresholds } from '../thresholds.ts';

/** A column of figures: its heading, its cells as numbers. */
export interface NumericColumn {
  readonly column: ReadColumn;
  readonly heading: string;
  readonly values: readonly (number | null)[];
  /** The most decimals that one is printed with. */
  readonly decimals: number;
  /** Whether every figure is whole. */
  readonly whole: boolean;
}

/** The columns of a table by how its figures are written: they are asked for in each look for what follows from what. */
const known = new WeakMap<ReadTable, Map<string, readonly NumericColumn[]>>();

/** The columns of a table in which nearly every filled cell is a figure. */
export function numericColumns(table: ReadTable, habit: FigureHabit): readonly NumericColumn[] {
  const byHabit = known.get(table) ?? new Map<string, readonly NumericColumn[]>();
  known.set(table, byHabit);
  const key = `${habit.decimalChar} ${habit.groupChar}`;
  const columns = byHabit.get(key) ?? columnsBy(table, habit);
  byHabit.set(key, columns);
  return columns;
}

function columnsBy(table: ReadTable, habit: FigureHabit): readonly NumericColumn[] {
  const rows = table.rows.slice(0, thresholds.rowsCompared);
  return [...headingsOf(table)].flatMap(([column, heading]) => {
    const printed = rows.map(({ cells }) => cells[column.index] ?? null);
    const values = printed.map((cell) => figureOf(cell, habit));
    const filled = printed.filter((cell) => cell !== null).length;
    // Marks for missing figures have no digit.
    const figures = printed.filter((cell) => cell !== null && /\d/u.test(cell)).length;
    const read = values.filter((value) => value !== null);
    if (
      read.length < thresholds.figuresInColumn ||
      read.length < Math.max(figures * 0.8, filled * 0.5)
    )
      return [];
    const decimals = printed.reduce(
      (most, cell) => (cell === null ? most : Math.max(most, decimalsOf(cell, habit))),
      0,
    );
    return [
      {
        column,
        heading,
        values,
        decimals: Math.min(decimals, 15),
        whole: read.every(Number.isInteger),
      },
    ];
  });
}
