import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Seizure } from '../seizure.ts';

/** Whether packaging is weighed too. */
export const massBases: CodeList<CodeEntry<Seizure['massBasis']>> = wordList('massBases', {
  net: 'netto|net|netto|net',
  gross: 'bruto|brut|brutto|gross',
  unknown: 'onbekend|inconnu|unbekannt|unknown',
});
