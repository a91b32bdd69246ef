import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Wording } from '../observation.ts';

/** How a figure is worded, which decides its interval. */
export const wordings: CodeList<CodeEntry<Wording>> = wordList('wordings', {
  exact: 'exact|exact|genau|exact',
  rounded: 'afgerond|arrondi|gerundet|rounded',
  floor:
    'meer dan|plus de|mehr als|more than|ruim; over; minstens; au moins; über; mindestens; at least',
  just_under: 'bijna|près de|knapp|almost|een kleine; fast; nearly; presque',
  unmarked: 'zoals vermeld|tel que publié|wie angegeben|as printed',
});
