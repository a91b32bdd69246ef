import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Seizure } from '../seizure.ts';

/** What happened on a date. */
export const dateRoles: CodeList<CodeEntry<Seizure['dateRole']>> = wordList('dateRoles', {
  seizure: 'dag van inbeslagname|date de la saisie|Tag der Sicherstellung|date of seizure',
  registration:
    'dag van registratie|date d’enregistrement|Tag der Registrierung|date of registration',
  case_closed:
    'afsluiting van het dossier|clôture du dossier|Abschluss des Vorgangs|closing of the case',
  judgment: 'uitspraak|jugement|Urteil|judgment',
  destruction: 'vernietiging|destruction|Vernichtung|destruction',
  publication: 'publicatie|publication|Veröffentlichung|publication',
});
