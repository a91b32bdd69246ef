import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** What one unit of a count is. Counts of different units are not comparable. */
export const countUnits: CodeList<CodeEntry> = wordList('countUnits', {
  seizure: 'inbeslagname|saisie|Sicherstellung|seizure',
  batch: 'partij|lot|Partie|batch',
  consignment: 'zending|envoi|Sendung|consignment',
  letter: 'brief|lettre|Brief|letter',
  parcel: 'pakket|colis|Paket|parcel',
  action: 'actie|action|Einsatz|action',
  investigation: 'onderzoek|enquête|Ermittlungsverfahren|investigation',
  procedure: 'proces-verbaal|procédure|Vorgang|procedure',
  case: 'zaak|affaire|Fall|case',
  offence: 'misdrijf|infraction|Straftat|offence',
  suspect: 'verdachte|mis en cause|Tatverdächtiger|suspect',
  victim: 'slachtoffer|victime|Opfer|victim',
  victim_heard: 'gehoord slachtoffer|victime entendue|vernommenes Opfer|victim heard',
  vehicle: 'voertuig|véhicule|Fahrzeug|vehicle',
  transaction: 'transactie|transaction|Transaktion|transaction',
  report: 'melding|déclaration|Meldung|report',
  file: 'dossier|dossier|Akte|file',
});
