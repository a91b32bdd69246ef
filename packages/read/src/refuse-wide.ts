import { InputError, inFour, type Place } from '@samenbeeld/schema';

/** The most columns a table may have: beyond it the engine cannot keep a block of rows in its memory. */
export const mostColumns = 5000;

/** Refuses a table with more columns than can be read, before its cells cost anything. */
export function refuseWide(place: Place, columns: number): void {
  if (columns <= mostColumns) return;
  throw new InputError(
    inFour(
      'ten hoogste {most} kolommen verwacht, gevonden: {columns}',
      'au plus {most} colonnes étaient attendues, trouvé : {columns}',
      'höchstens {most} Spalten erwartet, gefunden: {columns}',
      'expected at most {most} columns, found {columns}',
      { most: mostColumns, columns },
    ),
    {
      place,
      repair: inFour(
        'controleer het scheidingsteken; haal anders een kleinere selectie op, of de tabel met één rij per cijfer',
        'vérifiez le séparateur ; sinon récupérez une sélection plus petite, ou le tableau avec une ligne par chiffre',
        'das Trennzeichen prüfen; sonst eine kleinere Auswahl abrufen oder die Tabelle mit einer Zeile je Zahl',
        'check the delimiter; else fetch a smaller selection, or the table with one row a figure',
      ),
    },
  );
}
