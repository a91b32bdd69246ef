import type { ReadTable } from '@samenbeeld/read';
import { places } from '@samenbeeld/schema';
import type { TableGuess } from './column-guess.ts';
import { labelsUnder } from './labels-under.ts';
import { codesOf } from './mapped-codes.ts';

/** The country most places of the file lie in, where one does. */
export function countryOf(guess: TableGuess, table: ReadTable): string | null {
  const counts = new Map<string, number>();
  const add = (code: string | null | undefined): void => {
    const country = code ? (/^[A-Z]{2}/.exec(code)?.[0] ?? null) : null;
    if (country && places.has(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
  };
  add(guess.constants['place']?.value);
  const column = guess.columns.find(({ to, kind }) => to === 'place' && kind === 'column');
  const labels = labelsUnder(table, column?.headings[0])?.slice(0, 500);
  if (column && labels) {
    for (const code of codesOf(labels, column, guess.record.value, guess.language.value).values())
      add(code);
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= all * 0.8 ? first[0] : null;
}
