import type { ColumnGuess, ProposedCrosswalk } from '../column-guess.ts';

type Row = ProposedCrosswalk['rows'][number];

/** Labels of several columns in one list, each once, as it is known most surely. */
function rowsTogether(all: readonly ProposedCrosswalk[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const row of all.flatMap((crosswalk) => crosswalk.rows)) {
    const before = rows.get(row.from);
    if (!before || row.confidence > before.confidence) rows.set(row.from, row);
  }
  return [...rows.values()];
}

/** The crosswalks of all columns, one a file: columns that read the same list share theirs. */
export function crosswalkFiles(columns: readonly ColumnGuess[]): readonly ProposedCrosswalk[] {
  const files = new Map<string, readonly ProposedCrosswalk[]>();
  for (const crosswalk of columns.flatMap(({ crosswalks }) => crosswalks))
    files.set(crosswalk.file, [...(files.get(crosswalk.file) ?? []), crosswalk]);
  return [...files.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, rows: rowsTogether(all) }] : [];
  });
}
