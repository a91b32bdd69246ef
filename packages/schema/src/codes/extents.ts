import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Extent } from '../observation.ts';

/** What part of its scope a claim covers. */
export const extents: CodeList<CodeEntry<Extent>> = wordList('extents', {
  whole: 'volledig|ensemble|vollständig|whole',
  one_find: 'één vangst|une seule saisie|ein einzelner Fund|one find|één vangst; une seule saisie',
  some_finds:
    'alleen bekendgemaakte vangsten|saisies rendues publiques seulement|nur bekannt gemachte Funde|publicised finds only|alleen bekendgemaakte vangsten; saisies rendues publiques seulement',
  part: 'een deel ervan|une partie|ein Teil davon|a part of it',
  one_agency:
    'één dienst van meerdere|un service parmi plusieurs|eine von mehreren Behörden|one agency of several',
});
