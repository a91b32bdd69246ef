import type { Text } from '@samenbeeld/schema';

/** A column of figures that follows from others, verified row by row. */
export interface Relation {
  /** The heading of the column that follows. */
  readonly column: string;
  readonly kind: 'sum' | 'share' | 'rate';
  /** The headings it follows from. */
  readonly from: readonly string[];
  /** In words: "Mannen + Vrouwen", "100 × Versuche / Fälle". */
  readonly formula: Text;
  /** Rows where it holds, of the rows where all columns have a figure. */
  readonly holds: number;
  readonly rows: number;
}
