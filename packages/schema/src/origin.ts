/** The cell a record was made from; `why` ends here. */
export interface Origin {
  /** File name as the picture lists it. */
  readonly file: string;
  /** Sheet of a workbook, array path of a JSON file, or null. */
  readonly sheet: string | null;
  /** Physical line (1-based), row of a sheet, or index (0-based) in a JSON array. */
  readonly line: number;
  /** Column letter or header as the file prints it. */
  readonly column: string;
  /** The cell, letter for letter. */
  readonly raw: string;
}
