import type { ReadTable } from '@samenbeeld/read';
import { countries } from '@samenbeeld/schema';
import type { ColumnGuess, TableGuess } from './column-guess.ts';
import { labelsUnder } from './labels-under.ts';
import { codesOf, mappingsOf } from './mapped-codes.ts';

/** Places that a description may list one by one. */
const listed = 60;

function countryOf(code: string | null | undefined): string | null {
  const country = code?.slice(0, 2) ?? '';
  return countries.has(country) ? country : null;
}

/**
 * Where a file of seizures has places in several countries and does not say who seized, the country of the place is
 * proposed as the one that seized, and asked.
 */
export function withSeizingCountry(guess: TableGuess, table: ReadTable): TableGuess {
  const filled = guess.columns.some((column) =>
    mappingsOf(column).some(({ to }) => to === 'seizingCountry'),
  );
  const place = guess.columns.find(({ kind, to }) => kind === 'column' && to === 'place');
  if (guess.record.value !== 'seizure' || filled || !place) return guess;
  const labels = labelsUnder(table, place.headings[0]);
  if (!labels || labels.length > listed) return guess;
  const codes: Record<string, string> = Object.create(null);
  for (const [label, code] of codesOf(labels, place, 'seizure', guess.language.value)) {
    const country = countryOf(code);
    if (country !== null) codes[label] = country;
  }
  if (new Set(Object.values(codes)).size < 2) return guess;
  const column: ColumnGuess = {
    ...place,
    written: [
      ...mappingsOf(place),
      { to: 'seizingCountry', codes },
    ] as unknown as ColumnGuess['written'] & object,
    decide: [...place.decide, 'did the country of the place seize? No column says who did'],
  };
  const { seizingCountry: _, ...constants } = guess.constants;
  return {
    ...guess,
    constants,
    columns: guess.columns.map((each) => (each === place ? column : each)),
  };
}
