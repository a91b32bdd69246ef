import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** At which level of the market a price holds. */
export const marketLevels: CodeList<CodeEntry> = wordList('marketLevels', {
  import: 'import|importation|Import|import',
  wholesale: 'groothandel|gros|Großhandel|wholesale',
  wholesale_kg: 'groothandel, per kilo|gros, au kilo|Großhandel, pro Kilo|wholesale, per kilo',
  mid_ounce:
    'tussenhandel, per ounce|semi-gros, à l’once|Zwischenhandel, pro Unze|middle market, per ounce',
  retail: 'straathandel|détail|Straßenhandel|retail|kleinhandel; street',
  retail_gram: 'straathandel, per gram|détail, au gramme|Straßenhandel, pro Gramm|retail, per gram',
  dose: 'per dosis|à la dose|pro Dosis|per dose',
  online: 'onlineverkoop|vente en ligne|Onlineverkauf|online sale|darknet',
});
