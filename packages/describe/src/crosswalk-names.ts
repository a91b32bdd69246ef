import type { ColumnGuess, TableGuess, Written } from './column-guess.ts';

function renamed(value: unknown, name: (file: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      key === 'crosswalk' && typeof item === 'string' ? name(item) : renamed(item, name),
    ]),
  );
}

/** Crosswalks named after their description, so that those of another one in the same folder stay what they are. */
export function withOwnCrosswalks(guess: TableGuess, description: string): TableGuess {
  const own = (file: string): string => `${description}.${file}`;
  const columns = guess.columns.map((column): ColumnGuess => {
    const files = column.crosswalks.map(({ file }) => file);
    const inWords = (text: string): string =>
      files.reduce((said, file) => said.replaceAll(file, own(file)), text);
    return {
      ...column,
      written: column.written && (renamed(column.written, own) as Written),
      alternatives: column.alternatives.map((other) => ({
        ...other,
        value: { ...other.value, written: renamed(other.value.written, own) as Written },
      })),
      decide: column.decide.map(inWords),
      crosswalks: column.crosswalks.map((crosswalk) => ({
        ...crosswalk,
        file: own(crosswalk.file),
      })),
    };
  });
  return { ...guess, columns };
}
