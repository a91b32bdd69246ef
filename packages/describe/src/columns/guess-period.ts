import type { Guess } from '../guess.ts';
import { guessOf } from './guess-of.ts';
import type { Surroundings } from './surroundings.ts';

function yearIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([year]) => year))];
}

/** The period of all figures, by title and file name. */
export function period(around: Surroundings, headings: readonly string[]): Guess<string> {
  const title = yearIn(around.titleLines.join(' '));
  const file = yearIn(around.file).length > 0 ? yearIn(around.file) : yearIn(headings.join(' '));
  const [only] = title.length === 1 ? title : file;
  if (only && title.length === 1)
    return guessOf(
      only,
      file.includes(only) ? 0.92 : 0.8,
      `the title names ${only}${file.includes(only) ? ', and so does the name of the file' : ''}`,
    );
  if (only && file.length === 1)
    return guessOf(
      only,
      0.8,
      `the file's name holds ${only} (as a constant: { fromFile: "(?:^|\\\\D)((?:19|20)\\\\d\\\\d)(?:\\\\D|$)", as: year })`,
    );
  const years = [...new Set([...title, ...file])];
  return guessOf(
    years[0] ?? '',
    years.length > 0 ? 0.4 : 0,
    years.length > 0
      ? `title and file name hold ${years.join(', ')}`
      : 'no column, title or file name says which period the figures cover',
    years.slice(1).map((value) => ({ value, confidence: 0.3, reason: 'also named' })),
  );
}
