/** What surrounds the table: file name, lines above and below it. */
export interface Surroundings {
  readonly file: string;
  /** The name of the sheet, where the file has sheets. */
  readonly sheet: string | null;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
}
