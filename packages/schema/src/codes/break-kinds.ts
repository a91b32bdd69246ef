import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Break } from '../source.ts';

/** Why a series breaks. */
export const breakKinds: CodeList<CodeEntry<Break['kind']>> = wordList('breakKinds', {
  definition: 'andere definitie|changement de définition|geänderte Definition|change of definition',
  system:
    'ander registratiesysteem|changement de système d’enregistrement|geändertes Erfassungssystem|change of recording system',
  coverage: 'andere dekking|changement de couverture|geänderte Abdeckung|change of coverage',
  legal: 'wetswijziging|modification de la loi|Gesetzesänderung|change of law',
  boundary:
    'andere grenzen|changement de limites territoriales|geänderte Gebietsgrenzen|change of boundaries',
  threshold: 'andere drempel|changement de seuil|geänderte Schwelle|change of threshold',
});
