import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { JointTotal } from '../joint-total.ts';

/** How complete a joint total is. */
export const statuses: CodeList<CodeEntry<JointTotal['status']>> = wordList('statuses', {
  complete: 'volledig|complet|vollständig|complete',
  partial: 'onvolledig|incomplet|unvollständig|partial',
  none: 'geen cijfer|aucun chiffre|keine Zahl|none',
});
