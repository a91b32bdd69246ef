import { asks, type DraftPart } from './mark.ts';

/** The question that a file with data of persons raises before all others. */
export function personalPart(personal: Readonly<Record<string, string>>): DraftPart {
  const names = Object.keys(personal);
  if (names.length === 0) return { written: {}, marks: [] };
  const shown = names
    .slice(0, 6)
    .map((name) => `"${name}"`)
    .join(', ');
  const more = names.length > 6 ? ` and ${names.length - 6} more` : '';
  return {
    written: {},
    marks: [
      asks(
        ['columns'],
        'personal data',
        `may this file be used at all? ${shown}${more} look like data of persons; rows that hold some are kept out, and no cell of them is shown`,
      ),
    ],
  };
}
