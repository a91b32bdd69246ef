import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { MissingReason } from '../observation.ts';

/** Why a value is missing. Zero is a value and never one of these. */
export const missingReasons: CodeList<CodeEntry<MissingReason>> = wordList('missingReasons', {
  not_collected: 'niet verzameld|non collecté|nicht erhoben|not collected',
  not_reported: 'niet gemeld|non déclaré|nicht gemeldet|not reported',
  suppressed: 'afgeschermd|masqué (secret statistique)|geheim gehalten|suppressed',
  not_applicable: 'niet van toepassing|sans objet|nicht zutreffend|not applicable',
  pending: 'nog niet beschikbaar|pas encore disponible|noch nicht verfügbar|not yet available',
  below_threshold: 'onder de drempel|inférieur au seuil|unterhalb der Schwelle|below the threshold',
});
