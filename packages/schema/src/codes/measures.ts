import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** What an administrative authority may do. */
export const measures: CodeList<CodeEntry> = wordList('measures', {
  closure:
    'sluiting van een pand|fermeture d’un local|Schließung eines Objekts|closure of premises',
  permit_refused: 'vergunning geweigerd|autorisation refusée|Genehmigung versagt|permit refused',
  permit_withdrawn:
    'vergunning ingetrokken|autorisation retirée|Genehmigung widerrufen|permit withdrawn',
  penalty_order:
    'last onder dwangsom|astreinte administrative|Zwangsgeldandrohung|order under penalty',
  fine: 'bestuurlijke boete|amende administrative|Bußgeld|administrative fine',
  warning: 'waarschuwing|avertissement|Verwarnung|warning',
  area_ban: 'gebiedsverbod|interdiction de zone|Aufenthaltsverbot|area ban',
  check: 'bestuurlijke controle|contrôle administratif|behördliche Kontrolle|administrative check',
  other: 'andere maatregel|autre mesure|andere Maßnahme|other measure',
});
