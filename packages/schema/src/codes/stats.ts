import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Stat } from '../observation.ts';

/** Which statistic of a metric. */
export const stats: CodeList<CodeEntry<Stat>> = wordList('stats', {
  sum: 'som|somme|Summe|sum',
  count: 'aantal|nombre|Anzahl|count',
  mean: 'gemiddelde|moyenne|Mittelwert|mean',
  median: 'mediaan|médiane|Median|median',
  min: 'laagste waarde|minimum|niedrigster Wert|minimum',
  max: 'hoogste waarde|maximum|höchster Wert|maximum',
  mode: 'meest voorkomende waarde|mode|häufigster Wert|mode',
  rate: 'verhoudingscijfer|taux|Rate|rate',
  index: 'indexcijfer|indice|Index|index',
  share: 'aandeel|part|Anteil|share',
});
