import type { LookedUp } from '@samenbeeld/answers';
import { readText } from '@samenbeeld/engine';
import { type Evidence, type EvidencePlace, placesOf } from '@samenbeeld/money';
import {
  InputError,
  inFour,
  type Observation,
  type Origin,
  ownValue,
  RefusalError,
  type Text,
} from '@samenbeeld/schema';
import { besidePicture, type PictureFileDescription } from '../picture-file.ts';
import { faultList } from './file-faults.ts';

/** Where evidence is looked up: the claims of a picture, and the files beside it. */
export interface EvidenceHeld {
  readonly picture: Pick<PictureFileDescription, 'folder'>;
  readonly observations: readonly Observation[];
}

/**
 * Looks up every place where the evidence of a file says that it can be looked up, so that none rests on a cell that is not
 * there: a claim of the picture by its number, a cell of its inputs, or a cell of a table beside the hypotheses.
 *
 * @throws InputError that names every piece that rests on a cell that is not there
 * @throws RefusalError for a query, which a report does not run
 */
export function lookUpAll(
  evidence: readonly Evidence[],
  file: string,
  held: EvidenceHeld,
): ReadonlyMap<string, readonly LookedUp[]> {
  const faults = faultList(file, correctPlaces);
  const found = evidence.map((piece) => {
    const places = placesOf(piece).map((from) =>
      faults.read(() => lookUpPlace(from, piece.id, file, held)),
    );
    return [piece.id, places.filter((place) => place !== null)] as const;
  });
  faults.end();
  return new Map(found);
}

const correctPlaces = inFour(
  'verbeter de vindplaatsen, of voeg de bestanden toe waarin ze staan',
  'corrigez les emplacements, ou ajoutez les fichiers qui les contiennent',
  'die Fundstellen berichtigen oder die Dateien hinzufügen, in denen sie stehen',
  'correct the places, or add the inputs that hold them',
);

function lookUpPlace(
  from: EvidencePlace,
  id: string,
  file: string,
  { picture, observations }: EvidenceHeld,
): LookedUp {
  const missing = (what: Text): never => {
    throw new InputError(
      inFour(
        'het bewijs {id} berust op {what}, en dat staat niet in het beeld',
        'l’élément de preuve {id} repose sur {what}, qui n’est pas dans le tableau',
        'der Beleg {id} beruht auf {what}, was nicht im Lagebild steht',
        'evidence {id} rests on {what}, which is not in the picture',
        { id, what },
      ),
      { place: { file }, repair: correctPlaces },
    );
  };
  switch (from.kind) {
    case 'query':
      throw new RefusalError(
        inFour(
          'Het bewijs {id} berust op een zoekvraag, en een rapport voert er geen uit.',
          'L’élément de preuve {id} repose sur une requête, et un rapport n’en exécute pas.',
          'Der Beleg {id} beruht auf einer Abfrage, und ein Bericht führt keine aus.',
          'Evidence {id} rests on a query, and a report runs none.',
          { id },
        ),
        {
          dimension: 'evidence',
          remedy: inFour(
            'Laat het op een cijfer van het beeld berusten, of weeg de reeks in een notebook.',
            'Faites-le reposer sur un chiffre du tableau, ou pesez l’ensemble dans un notebook.',
            'Stützen Sie ihn auf eine Zahl des Lagebilds, oder wägen Sie die Reihe in einem Notebook ab.',
            'Tie it to a claim of the picture, or weigh the set in a notebook.',
          ),
        },
      );
    case 'figure': {
      const found = observations.find(({ reference }) => reference === from.key);
      return found
        ? lookedUp(found, found.origin)
        : missing(
            inFour('het cijfer {key}', 'le chiffre {key}', 'der Zahl {key}', 'the claim {key}', {
              key: from.key,
            }),
          );
    }
    case 'cell': {
      const cell = { file: from.file, sheet: null, line: from.line, column: from.column };
      const found = observations.find(
        ({ origin }) => origin.file === from.file && origin.line === from.line,
      );
      const raw = cellOf(besidePicture(picture, from.file), from.line, from.column);
      if (raw === null)
        return missing(
          inFour(
            '{file}, regel {line}, kolom {column}',
            '{file}, ligne {line}, colonne {column}',
            '{file}, Zeile {line}, Spalte {column}',
            '{file} line {line} column {column}',
            { file: from.file, line: String(from.line), column: from.column },
          ),
        );
      if (found) return lookedUp(found, { ...cell, raw: raw.value });
      return {
        origin: { ...cell, raw: raw.value },
        url: raw.row['url'] ?? null,
        publishedOn: raw.row['published_on'] ?? null,
        observation: null,
      };
    }
  }
}

function lookedUp(observation: Observation, origin: Origin): LookedUp {
  const { publication, publishedOn } = observation;
  return { origin, url: publication, publishedOn, observation };
}

/** A cell of a small table without quoted line breaks, by physical line and heading; null where it is not there or empty. */
function cellOf(
  path: string,
  line: number,
  column: string,
): { readonly value: string; readonly row: Readonly<Record<string, string>> } | null {
  const read = readText(path);
  if ('problem' in read) return null;
  const lines = read.text.split(/\r?\n/);
  const [head = '', found] = [lines[0], lines[line - 1]];
  if (found === undefined || line < 2) return null;
  const delimiter = head.includes(';') ? ';' : ',';
  const [names, values] = [head, found].map((text) => cellsOf(text, delimiter)) as [
    string[],
    string[],
  ];
  const row = Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  const value = ownValue(row, column);
  return value ? { value, row } : null;
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}
