import { readText } from '@samenbeeld/engine';
import {
  detectPersonalData,
  InputError,
  inFour,
  plainText,
  quoted,
  shownFile,
  unreadableWords,
  wherePersonal,
} from '@samenbeeld/schema';
import type { Crosswalk, CrosswalkRow, MatchQuality } from './description.ts';

const qualities: readonly string[] = ['exact', 'narrower', 'broader', 'overlap', 'none'];

/** The cells of one CSV line; quotes double to stand for themselves. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'));
  return cells;
}

function rowOf(line: string, number: number, file: string): CrosswalkRow {
  const [from = '', to = '', match = '', note = '', ...more] = cellsOf(line).map(plainText);
  const place = { file, line: number };
  if (more.length > 0)
    throw new InputError(
      inFour(
        'een omzettabel heeft vier cellen: `from,to,match,note`',
        'une table de correspondance a quatre cellules : `from,to,match,note`',
        'eine Umschlüsselung hat vier Zellen: `from,to,match,note`',
        'a crosswalk has four cells: from,to,match,note',
      ),
      {
        place,
        repair: inFour(
          'zet cellen met een komma tussen dubbele aanhalingstekens',
          'mettez entre guillemets doubles les cellules qui contiennent une virgule',
          'Zellen mit einem Komma in doppelte Anführungszeichen setzen',
          'put cells that hold a comma between double quotes',
        ),
      },
    );
  if (!qualities.includes(match))
    throw new InputError(
      inFour('match is {match}', 'match est {match}', 'match ist {match}', 'match is {match}', {
        match: quoted(match),
      }),
      {
        place: { ...place, column: 'match' },
        repair: inFour(
          'schrijf een van {list}',
          'écrivez l’un de {list}',
          'einen von {list} schreiben',
          'write one of {list}',
          { list: qualities.join(', ') },
        ),
      },
    );
  if ((match === 'none') !== (to === ''))
    throw new InputError(
      inFour(
        '{from} heeft match {match} en het doel {to}',
        '{from} a match {match} et la cible {to}',
        '{from} hat match {match} und das Ziel {to}',
        '{from} has match {match} and the target {to}',
        { from: quoted(from), match, to: quoted(to) },
      ),
      {
        place: { ...place, column: 'to' },
        repair: inFour(
          'laat `to` leeg bij match none, en vul het bij elke andere match',
          'laissez `to` vide pour match none, et remplissez-le pour tout autre match',
          '`to` bei match none leer lassen und bei jedem anderen match füllen',
          'leave `to` empty for match none, and fill it for every other match',
        ),
      },
    );
  if (detectPersonalData(from, { column: 'code' }).length > 0 || wherePersonal(note) !== null)
    throw new InputError(
      inFour(
        'het label of de toelichting lijkt op persoonsgegevens',
        'le libellé ou sa note ressemble à des données personnelles',
        'die Bezeichnung oder ihre Anmerkung sieht nach personenbezogenen Daten aus',
        'the label or its note looks like data of a person',
      ),
      {
        place,
        repair: inFour(
          'haal de regel weg: rijen met zo’n label blijven buiten elk beeld',
          'retirez la ligne : les lignes qui portent un tel libellé restent hors de tout tableau',
          'die Zeile entfernen: Zeilen mit einer solchen Bezeichnung bleiben aus jedem Lagebild',
          'take the line out: rows with such a label are kept out of every picture',
        ),
      },
    );
  return { from, to: to || null, match: match as MatchQuality, note: note || null };
}

/**
 * Reads a crosswalk: a UTF-8 CSV with the heading `from,to,match,note`. A label that a spreadsheet would take for a
 * formula may have an apostrophe before it (`'- 18 ans`), as those that are written have. Throws InputError with
 * file and line.
 */
export function readCrosswalk(path: string): Crosswalk {
  const file = shownFile(path);
  const read = readText(path);
  if ('problem' in read)
    throw new InputError(
      inFour(
        'de omzettabel is niet te lezen: {problem}',
        'la table de correspondance ne se lit pas : {problem}',
        'die Umschlüsselung ist nicht lesbar: {problem}',
        'the crosswalk cannot be read: {problem}',
        { problem: unreadableWords(read.problem) },
      ),
      {
        place: { file },
        repair: inFour(
          'schrijf haar als tekstbestand, met de kop `from,to,match,note`',
          'écrivez-la comme fichier de texte, avec l’en-tête `from,to,match,note`',
          'sie als Textdatei schreiben, mit der Kopfzeile `from,to,match,note`',
          'write it as a file of text, with the heading from,to,match,note',
        ),
      },
    );
  const [heading, ...lines] = read.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (heading !== 'from,to,match,note')
    throw new InputError(
      inFour(
        'de kop is {heading}',
        'l’en-tête est {heading}',
        'die Kopfzeile ist {heading}',
        'the heading is {heading}',
        { heading: quoted(heading ?? '') },
      ),
      {
        place: { file, line: 1 },
        repair: inFour(
          'schrijf de kop `from,to,match,note`',
          'écrivez l’en-tête `from,to,match,note`',
          'die Kopfzeile `from,to,match,note` schreiben',
          'write the heading from,to,match,note',
        ),
      },
    );
  const seen = new Map<string, number>();
  const rows = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const number = index + 2;
    const row = rowOf(line, number, file);
    const before = seen.get(row.from);
    if (before !== undefined)
      throw new InputError(
        inFour(
          '{from} staat al op regel {line}',
          '{from} figure déjà à la ligne {line}',
          '{from} steht schon in Zeile {line}',
          '{from} stands on line {line} already',
          { from: quoted(row.from), line: String(before) },
        ),
        {
          place: { file, line: number, column: 'from' },
          repair: inFour(
            'houd een van de twee regels',
            'gardez l’une des deux lignes',
            'eine der beiden Zeilen behalten',
            'keep one of the two lines',
          ),
        },
      );
    seen.set(row.from, number);
    return [row];
  });
  return { file, rows };
}
