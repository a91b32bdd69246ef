import type { Figure, TableBlock } from '@samenbeeld/page';
import { places, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { column, placeText, plain, text } from '../text.ts';

/** Which places are in the sum, and which stand beside for context; null where there are neither. */
export function placesTable(
  analysis: Analysis,
  context: readonly string[],
  notes: readonly Text[],
): TableBlock | null {
  const members = analysis.totals[0]?.members.map((member) => member.place) ?? [];
  const row = (code: string, inside: boolean): readonly Figure[] => {
    const country = places.has(code) ? (places.get(code).country ?? '') : '';
    return [
      { shown: placeText(code) },
      { shown: plain(code) },
      { shown: plain(country) },
      {
        shown: inside
          ? text('in de som', 'dans la somme', 'in der Summe', 'in the sum')
          : text(
              'alleen ter vergelijking',
              'à titre de comparaison',
              'nur zum Vergleich',
              'for context only',
            ),
      },
    ];
  };
  if (members.length + context.length === 0) return null;
  return {
    kind: 'table',
    caption: text(
      'Wat wel en niet in de som zit',
      'Ce qui est dans la somme, et ce qui n’y est pas',
      'Was in der Summe ist und was nicht',
      'What is in the sum, and what is not',
    ),
    columns: [
      column('label', 'plaats', 'lieu', 'Ort', 'place'),
      column('words', 'code', 'code', 'Code', 'code'),
      column('words', 'land', 'pays', 'Land', 'country'),
      column('words', 'in dit beeld', 'dans ce tableau', 'in diesem Bild', 'in this picture'),
    ],
    rows: [...members.map((code) => row(code, true)), ...context.map((code) => row(code, false))],
    notes,
  };
}
