import type { ReadTable } from '@samenbeeld/read';
import type { FigureHabit } from '../numbers.ts';
import { columnSums } from './column-sums.ts';
import { derivedColumns } from './derived-columns.ts';
import { numericColumns } from './numeric-columns.ts';
import type { Relation } from './relation.ts';

/**
 * Columns of a table that follow from others, verified row by row: sums ("Totaal" = "Mannen" + "Vrouwen"), shares and
 * rates (100,000 × "Fälle" / "Einwohner"). A column that follows from two ways is named once, as a quotient first.
 */
export function findRelations(table: ReadTable, habit: FigureHabit): readonly Relation[] {
  const columns = numericColumns(table, habit);
  const derived = derivedColumns(columns);
  const named = new Set(derived.map(({ column }) => column));
  const plain = columns.filter(({ heading }) => !named.has(heading));
  return [...derived, ...columnSums(plain)];
}
