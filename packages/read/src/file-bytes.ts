import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type FileProblem, fileErrorProblem, fileProblem } from '@samenbeeld/engine';
import {
  InputError,
  inFour,
  shownFile,
  type Text,
  type UsageError,
  unreadableWords,
  wrongUse,
} from '@samenbeeld/schema';
import { gunzipped } from './unfold-file.ts';

/** One file, read once. */
export interface FileBytes {
  /** The name without folders. */
  readonly file: string;
  readonly bytes: Buffer;
  /** Of the bytes on disk, before they are unfolded. */
  readonly sha256: string;
}

/** Bytes of a file that is read whole: its cells take several times that. Delimited text is read in parts instead. */
const longest = 500_000_000;

function refuseLong(file: string, size: number): void {
  if (size <= longest) return;
  throw new InputError(
    inFour(
      'ten hoogste {most} MB verwacht van een bestand dat in zijn geheel moet worden gelezen, gevonden: {n} MB',
      'au plus {most} Mo étaient attendus d’un fichier à lire en entier, trouvé : {n} Mo',
      'höchstens {most} MB erwartet von einer Datei, die ganz gelesen werden muss, gefunden: {n} MB',
      'expected at most {most} MB of a file that must be read whole, found {n} MB',
      { most: longest / 1e6, n: Math.ceil(size / 1e6) },
    ),
    {
      place: { file },
      repair: inFour(
        'haal een kleinere selectie op, of de tabel als CSV',
        'récupérez une sélection plus petite, ou le tableau en CSV',
        'eine kleinere Auswahl abrufen, oder die Tabelle als CSV',
        'fetch a smaller selection, or the table as CSV',
      ),
    },
  );
}

/** What to do with a file that cannot be read as it came, in the words of every reader. */
export const fileRepairs: Readonly<Record<'again' | 'resave' | 'unlock' | 'claims', Text>> = {
  again: inFour(
    'haal het bestand opnieuw op',
    'récupérez à nouveau le fichier',
    'die Datei neu abrufen',
    'fetch the file again',
  ),
  resave: inFour(
    'open haar in een rekenblad en bewaar haar als .xlsx',
    'ouvrez-le dans un tableur et enregistrez-le en .xlsx',
    'in einer Tabellenkalkulation öffnen und als .xlsx speichern',
    'open it in a spreadsheet and save it as .xlsx',
  ),
  unlock: inFour(
    'bewaar haar zonder wachtwoord',
    'enregistrez-le sans mot de passe',
    'ohne Kennwort speichern',
    'save it without password',
  ),
  claims: inFour(
    'staan de cijfers in zinnen, dan haalt "samenbeeld claims BESTAND" ze daaruit',
    'si les chiffres sont dans des phrases, « samenbeeld claims FICHIER » les en tire',
    'stehen die Zahlen in Sätzen, liest „samenbeeld claims DATEI“ sie daraus',
    'where its figures stand in sentences, "samenbeeld claims FILE" takes them from there',
  ),
};

/** A path that cannot be read as a file, and why. */
export const unreadableFile = (path: string, problem: FileProblem): UsageError =>
  wrongUse(
    '{path} is niet te lezen: {why}',
    '{path} ne se lit pas : {why}',
    '{path} ist nicht lesbar: {why}',
    'cannot read {path}: {why}',
    { path, why: unreadableWords(problem) },
  );

/** Refuses a path that is no file to read: to open a pipe waits for ever. Throws UsageError. */
export function refuseUnreadable(path: string): void {
  const problem = fileProblem(path);
  if (problem !== null) throw unreadableFile(path, problem);
}

/** Refuses a file that holds nothing, by the name that is shown of it. */
export function refuseEmpty(file: string): never {
  throw new InputError(
    inFour(
      'een tabel verwacht, gevonden: een leeg bestand',
      'un tableau était attendu, trouvé : un fichier vide',
      'eine Tabelle erwartet, gefunden: eine leere Datei',
      'expected a table, found an empty file',
    ),
    {
      place: { file },
      repair: fileRepairs.again,
    },
  );
}

/** Reads a file whole, unfolding gzip; UsageError when it cannot be read, InputError when it is empty or damaged. */
export async function fileBytes(path: string): Promise<FileBytes> {
  refuseUnreadable(path);
  const { size } = await stat(path);
  refuseLong(shownFile(path), size);
  // What says that it is empty is not read: some files of the system then never end.
  const bytes =
    size === 0
      ? Buffer.alloc(0)
      : await readFile(path).catch((error: NodeJS.ErrnoException) => {
          throw unreadableFile(path, fileErrorProblem(error));
        });
  const file = shownFile(path);
  if (bytes.length === 0) refuseEmpty(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, bytes: await gunzipped(file, bytes), sha256 };
}
