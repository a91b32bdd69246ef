/** Where a label stands: in how many cells, and the first of them. */
export interface LabelUse {
  readonly label: string;
  readonly cells: number;
  readonly file: string;
  readonly line: number | null;
}
