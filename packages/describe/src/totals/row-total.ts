/** Rows of one label that are the total of others, as counted in the file. */
export interface RowTotal {
  /** The heading of the column the label stands in. */
  readonly column: string;
  readonly label: string;
  /** The labels it is the total of, in words: "the 12 other labels", 'the 342 labels without "(RE)"'. */
  readonly parts: string;
  /** Those labels. */
  readonly partLabels: readonly string[];
  /** Groups in which the total equals the sum of the parts (or differs by rounding alone), of the groups that have both. */
  readonly holds: number;
  readonly groups: number;
  /** Whether its words say so ("Totaal", "Insgesamt"). */
  readonly said: boolean;
  /** What the description does with it. */
  readonly proposal: 'exclude' | 'totals' | 'check' | 'note';
  readonly reason: string;
}
