import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { ConflictType } from '../conflict.ts';

/** How two claims differ. */
export const conflictTypes: CodeList<CodeEntry<ConflictType>> = wordList('conflictTypes', {
  absorbed:
    'door een preciezer cijfer gedekt|couvert par un chiffre plus précis|durch eine genauere Zahl gedeckt|covered by a more precise figure',
  same_scope_different_value:
    'zelfde afbakening, andere waarde|même périmètre, autre valeur|gleiche Abgrenzung, anderer Wert|same scope, different value',
  part_exceeds_whole:
    'deel groter dan het geheel|partie supérieure au tout|Teil größer als das Ganze|part exceeds the whole',
  digit_transposition: 'verwisselde cijfers|chiffres inversés|Zahlendreher|transposed digits',
  'factor_10^k':
    'komma verschoven (factor 10, 100, 1.000)|virgule déplacée (facteur 10, 100, 1 000)|Komma verschoben (Faktor 10, 100, 1.000)|misplaced decimal (factor 10, 100, 1,000)',
  vintage:
    'eerdere of latere uitgave|édition antérieure ou ultérieure|frühere oder spätere Ausgabe|earlier or later vintage',
  cutoff: 'andere peildatum|autre date de situation|anderer Stichtag|different cut-off date',
  scope: 'andere afbakening|autre périmètre|andere Abgrenzung|different scope',
  basis: 'andere grondslag|autre base de comptage|andere Zählgrundlage|different basis',
  agency: 'andere dienst|autre service|andere Behörde|different agency',
  separate_counts:
    'aparte tellingen, elk van een eigen dienst|décomptes distincts, chacun d’un service|getrennte Zählungen je einer Behörde|separate counts, each of one service',
  rounding: 'afronding|arrondi|Rundung|rounding',
  above_ceiling:
    'boven het vastgelegde plafond|supérieur au plafond retenu|über der festgelegten Obergrenze|above the recorded ceiling',
});
