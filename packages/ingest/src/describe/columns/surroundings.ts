/** What surrounds the table: file name, lines above and below it. */
export interface Surroundings {
  readonly file: string;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
}
