import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Finding } from '../finding.ts';

/** How sure a statement or transcription is. */
export const confidences: CodeList<CodeEntry<Finding['confidence']>> = wordList('confidences', {
  high: 'hoog|élevée|hoch|high',
  medium: 'gemiddeld|moyenne|mittel|medium|moderate; modérée; matig',
  low: 'laag|faible|niedrig|low',
});
