/** Rows from the beginning of a file; null where a cell is empty. */
type Rows = readonly (readonly (string | null)[])[];

/** A column of more texts is kept as text. */
export const mostTexts = 10_000;

/** Letters of all texts of a column together, so that no statement grows beyond reason. */
const mostLetters = 500_000;

/** So often must a text stand in the beginning, on average. */
const often = 4;

/** Whether the texts may be the codes of a column: they are few, and a statement can hold them. */
export function canBeCodes(texts: Iterable<string>): boolean {
  let count = 0;
  let letters = 0;
  for (const text of texts) {
    count += 1;
    letters += text.length;
    // No statement holds the letter NUL.
    if (count > mostTexts || letters > mostLetters || text.includes('\0')) return false;
  }
  return count > 0;
}

/** The texts of a column in the beginning of a file, where they are few; null where they are many. */
export function fewTexts(rows: Rows, index: number): ReadonlySet<string> | null {
  const texts = new Set<string>();
  let cells = 0;
  for (const row of rows) {
    const cell = row[index] ?? null;
    if (cell === null) continue;
    cells += 1;
    texts.add(cell);
    if (texts.size > mostTexts) return null;
  }
  return texts.size * often <= cells ? texts : null;
}
