import { englishQuoted, inFour, languages, type Text } from '@samenbeeld/schema';
import {
  columnsOf,
  isOfPerson,
  personFault,
  readSheetTable,
  refuseFaults,
  writtenRows,
} from './sheet-table.ts';

const columns = ['remark', ...languages].map((name) => ({ name, needed: true }));

/** What stands between braces in a remark: {number} for digits, {words} for any words. */
const slot = /\{(?:number|words)\}/gu;
const slots = (text: string): string => (text.match(slot) ?? []).toSorted().join(' ');

/** The slots of a text as a fault names them. */
function slotWords(text: string): Text {
  const found = slots(text);
  return found === '' ? inFour('geen', 'aucun', 'keine', 'none') : englishQuoted(found);
}

/** Why a text with braces cannot be filled; null where it can. */
function slotProblem(text: string): Text | null {
  const found = text.match(slot) ?? [];
  if (/[{}]/u.test(text.replaceAll(slot, '')))
    return inFour(
      'geen andere accolades verwacht dan die van `{number}` en `{words}`, wel gevonden',
      'aucune autre accolade que celles de `{number}` et `{words}` n’était attendue, d’autres sont trouvées',
      'keine anderen Klammern als die von `{number}` und `{words}` erwartet, andere gefunden',
      'expected no braces but those of {number} and {words}, found others',
    );
  return new Set(found).size < found.length
    ? inFour(
        'elke invulplaats één keer verwacht, een twee keer gevonden',
        'chaque emplacement une fois était attendu, l’un est trouvé deux fois',
        'jeder Platzhalter einmal erwartet, einer zweimal gefunden',
        'expected each slot once, found one twice',
      )
    : null;
}

/**
 * Reads a sheet that says what remarks of other sheets are in four languages: a CSV file, the first sheet of a workbook or a
 * table of a Word document, with the headings remark, nl, fr, de and en. A remark stands there as it is written, or with slots
 * for what differs from row to row: `{number} seizures`, `printed: {words}`.
 *
 * @param name of the file as its picture writes it
 * @returns the texts by remark, in the order of the sheet
 * @throws InputError with every fault by row and column; data of a person are never repeated
 */
export async function readRemarks(
  path: string,
  { name }: { readonly name: string },
): Promise<Readonly<Record<string, Text>>> {
  const sheet = await readSheetTable(path, columns);
  const at = columnsOf(sheet, columns);
  const faults: Text[] = [];
  const lines = new Map<string, number>();
  const texts: [string, Text][] = [];
  for (const { line, cell, tell } of writtenRows(sheet, at, faults)) {
    const remark = cell('remark');
    const own = slotWords(remark);
    for (const { name: heading } of columns) {
      const problem = slotProblem(cell(heading));
      if (cell(heading) === '')
        tell(
          heading,
          inFour(
            'woorden verwacht, geen gevonden',
            'des mots étaient attendus, aucun n’est trouvé',
            'Wörter erwartet, keine gefunden',
            'expected words, found none',
          ),
          inFour(
            'vul de cel, of haal de rij weg',
            'remplissez la cellule, ou retirez la ligne',
            'die Zelle füllen oder die Zeile entfernen',
            'fill the cell, or take the row out',
          ),
        );
      else if (isOfPerson(cell(heading))) tell(heading, personFault.problem, personFault.repair);
      else if (problem !== null)
        tell(
          heading,
          problem,
          inFour(
            'schrijf `{number}` voor cijfers en `{words}` voor woorden, elk één keer, en geen andere accolades',
            'écrivez `{number}` pour des chiffres et `{words}` pour des mots, chacun une fois, et aucune autre accolade',
            '`{number}` für Ziffern und `{words}` für Wörter schreiben, jedes einmal, und keine anderen Klammern',
            'write {number} for digits and {words} for any words, each once, and no other braces',
          ),
        );
      else if (slots(cell(heading)) !== slots(remark))
        tell(
          heading,
          inFour(
            'de invulplaatsen van de opmerking verwacht ({own}), gevonden: {found}',
            'les emplacements de la remarque étaient attendus ({own}), trouvé : {found}',
            'die Platzhalter der Bemerkung erwartet ({own}), gefunden: {found}',
            'expected the slots of the remark ({own}), found {found}',
            { own, found: slotWords(cell(heading)) },
          ),
          inFour(
            'schrijf elke invulplaats één keer in elke taal',
            'écrivez chaque emplacement une fois dans chaque langue',
            'jeden Platzhalter einmal in jeder Sprache schreiben',
            'write each slot once in every language',
          ),
        );
    }
    const twin = lines.get(remark);
    if (remark !== '' && twin !== undefined)
      tell(
        'remark',
        inFour(
          'elke opmerking één keer verwacht, gevonden: die van rij {twin}',
          'chaque remarque une fois était attendue, trouvé : celle de la ligne {twin}',
          'jede Bemerkung einmal erwartet, gefunden: die von Zeile {twin}',
          'expected each remark once, found that of row {twin}',
          { twin: String(twin) },
        ),
        inFour(
          'houd een van de twee',
          'gardez l’une des deux',
          'eine der beiden behalten',
          'keep one of the two',
        ),
      );
    lines.set(remark, line);
    texts.push([remark, { nl: cell('nl'), fr: cell('fr'), de: cell('de'), en: cell('en') }]);
  }
  refuseFaults(
    name,
    inFour('opmerkingen', 'des remarques', 'Bemerkungen', 'remarks'),
    faults,
    inFour(
      'verbeter elke fout; docs/guide/sheets.md toont zo’n blad',
      'corrigez chaque faute ; docs/guide/sheets.md montre une telle feuille',
      'jeden Fehler beheben; docs/guide/sheets.md zeigt ein solches Blatt',
      'mend each; docs/guide/sheets.md shows such a sheet',
    ),
  );
  return Object.fromEntries(texts);
}
