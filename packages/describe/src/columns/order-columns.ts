import type { ColumnGuess } from '../column-guess.ts';

/** Guesses in the order of the file's columns. */
export function inOrder(
  guesses: readonly ColumnGuess[],
  headings: readonly string[],
): readonly ColumnGuess[] {
  const place = new Map(headings.map((heading, at) => [heading, at]));
  const at = ({ headings: [first = ''] }: ColumnGuess): number => place.get(first) ?? 0;
  return [...guesses].sort((a, b) => at(a) - at(b));
}

/** More columns than this are left open: no office publishes such a table, and a person must say what it is. */
export const rowsLooked = 4_000;

/** A column beyond those that are looked at. */
export function notLookedAt(letter: string, heading: string): ColumnGuess {
  return {
    kind: 'column',
    headings: [heading],
    letters: [letter],
    to: null,
    written: null,
    confidence: 0,
    reason: `not looked at: the table has more than ${rowsLooked} columns`,
    alternatives: [],
    decide: [`What is "${heading}"? Only the first ${rowsLooked} columns were looked at.`],
    crosswalks: [],
    samples: [],
  };
}

/** Where even the kind of record is doubtful, no column is certain. */
export function doubted(columns: readonly ColumnGuess[], sure: number): readonly ColumnGuess[] {
  if (sure >= 0.75) return columns;
  return columns.map((column) => ({
    ...column,
    confidence: Math.min(column.confidence, 0.85),
    decide:
      column.confidence > 0.85 && column.decide.length === 0
        ? ['Is this a table of crime figures or seizures at all?']
        : column.decide,
  }));
}
