import { type FileShape, type TableReader, tableReader, withBeginning } from '@samenbeeld/read';
import { InputError, inFour, inSigns, UsageError } from '@samenbeeld/schema';
import { headingsOf, matchHeadings } from './compile/bind-columns.ts';
import type { SourceDescription } from './description/description.ts';
import { shapesFor } from './description/shape-for.ts';
import type { TableHead } from './stage/staged-table.ts';

/** Whether tables have the headings of a description, all that it needs and no others. */
function haveHeadings(tables: readonly TableHead[], description: SourceDescription): boolean {
  return (
    tables.length > 0 &&
    tables.every((table) => {
      const headings = [...headingsOf(table).values()];
      const { unknown, missing } = matchHeadings(headings, description);
      return unknown.length === 0 && missing.length === 0;
    })
  );
}

async function fitsShape(
  read: TableReader,
  description: SourceDescription,
  shape: FileShape,
): Promise<boolean> {
  try {
    return haveHeadings(await read(shape), description);
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return false;
    throw error;
  }
}

const lower = [1, 2, 3, -1, -2, -3];

const orLayout = inFour(
  ', of voeg een indeling ermee aan de lijst toe',
  ', ou ajoutez à la liste une disposition qui l’a',
  ' oder der Liste einen Aufbau damit hinzufügen',
  ', or add a layout with it to the list',
);
const newLine = inFour(
  'een nieuwe kan iets over de cijfers zeggen',
  'une nouvelle peut dire quelque chose des chiffres',
  'eine neue kann etwas über die Zahlen sagen',
  'a new one may say something of the figures',
);
const missingLine = inFour(
  'de ontbrekende kan iets over de cijfers zeggen',
  'celle qui manque peut dire quelque chose des chiffres',
  'die fehlende kann etwas über die Zahlen sagen',
  'the missing one may say something of the figures',
);

/** Formats in which lines may stand above the header. */
const titled: ReadonlySet<FileShape['format']> = new Set([
  'csv',
  'sdmx-csv',
  'eurostat-tsv',
  'xlsx',
]);

/** The error of a file whose header stands some lines lower or higher than a layout says, naming the key; null where that is not it. */
async function movedHeader(
  path: string,
  read: TableReader,
  description: SourceDescription,
  error: InputError,
  differing: readonly FileShape[],
): Promise<InputError | null> {
  for (const shape of differing.filter(({ format }) => titled.has(format)))
    for (const by of lower) {
      const { title: before = 0 } = shape;
      const title = before + by;
      if (title < 0 || !(await fitsShape(read, description, { ...shape, title }))) continue;
      const said = {
        ...{ problem: error.words.problem, n: Math.abs(by), title, before: String(before) },
        ...{ at: String(title), file: description.file },
        more: shapesFor(description, path).length > 1 ? orLayout : inSigns(''),
        which: by > 0 ? newLine : missingLine,
      };
      return new InputError(
        by > 0
          ? inFour(
              '{problem}. De kop staat {n} {n:regel|regels} lager dan de beschrijving zegt: er {title:staat # regel|staan # regels} boven, en `title` onder `file` is {before}',
              '{problem}. L’en-tête se trouve {n} {n:ligne|lignes} plus bas que ne le dit la description : {title:# ligne est|# lignes sont} au-dessus, et `title` sous `file` vaut {before}',
              '{problem}. Die Kopfzeile steht {n} {n:Zeile|Zeilen} tiefer, als die Beschreibung sagt: {title:# Zeile steht|# Zeilen stehen} darüber, und `title` unter `file` ist {before}',
              '{problem}. The header stands {n} {n:line|lines} lower than the description says: {title:# line stands|# lines stand} above it, and `title` under `file` is {before}',
              said,
            )
          : inFour(
              '{problem}. De kop staat {n} {n:regel|regels} hoger dan de beschrijving zegt: er {title:staat # regel|staan # regels} boven, en `title` onder `file` is {before}',
              '{problem}. L’en-tête se trouve {n} {n:ligne|lignes} plus haut que ne le dit la description : {title:# ligne est|# lignes sont} au-dessus, et `title` sous `file` vaut {before}',
              '{problem}. Die Kopfzeile steht {n} {n:Zeile|Zeilen} höher, als die Beschreibung sagt: {title:# Zeile steht|# Zeilen stehen} darüber, und `title` unter `file` ist {before}',
              '{problem}. The header stands {n} {n:line|lines} higher than the description says: {title:# line stands|# lines stand} above it, and `title` under `file` is {before}',
              said,
            ),
        {
          place: error.place,
          repair: inFour(
            'schrijf `title: {at}` onder `file` in {file} voor deze editie{more}; lees eerst de {n:regel|regels} boven de tabel: {which}',
            'écrivez `title: {at}` sous `file` dans {file} pour cette édition{more} ; lisez d’abord {n:la ligne|les lignes} au-dessus du tableau : {which}',
            '`title: {at}` unter `file` in {file} für diese Ausgabe schreiben{more}; zuerst die {n:Zeile|Zeilen} über der Tabelle lesen: {which}',
            'write `title: {at}` under `file` in {file} for this edition{more}; read the {n:line|lines} above the table first: {which}',
            said,
          ),
        },
      );
    }
  return null;
}

async function fits(
  path: string,
  read: TableReader,
  description: SourceDescription,
): Promise<boolean> {
  try {
    for (const shape of shapesFor(description, path))
      if (await fitsShape(read, description, shape)) return true;
    return false;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/**
 * The error of a file whose header has moved, or that fits another source of the catalogue, naming it; null where neither
 * helps. `differing` are the layouts in which it could be read and has other headings.
 */
async function otherSource(
  path: string,
  description: SourceDescription,
  error: InputError,
  differing: readonly FileShape[],
  catalogue: readonly SourceDescription[],
): Promise<InputError | null> {
  return withBeginning(path, async (beginning) => {
    const read = tableReader(beginning);
    const moved = await movedHeader(beginning, read, description, error, differing);
    if (moved) return moved;
    for (const other of catalogue)
      if (other.id !== description.id && (await fits(beginning, read, other)))
        return new InputError(
          inFour(
            '{problem}. Het past bij {id}',
            '{problem}. Il correspond à {id}',
            '{problem}. Sie passt zu {id}',
            '{problem}. It fits {id}',
            { problem: error.words.problem, id: other.id },
          ),
          {
            place: error.place,
            repair: inFour(
              'lees het in als {id}',
              'ingérez-le comme {id}',
              'sie als {id} einlesen',
              'ingest it as {id}',
              { id: other.id },
            ),
          },
        );
    return null;
  });
}

/** A file that was read in one of the layouts of a source. */
export interface ReadLayout<Bound> {
  readonly heads: readonly TableHead[];
  /** Joins its tables to the description; an InputError where they are not as it says. */
  readonly bind: () => Promise<Bound>;
}

type Layouts<Bound> = (shape: FileShape) => Promise<ReadLayout<Bound>>;

async function firstFitting<Bound>(
  path: string,
  description: SourceDescription,
  read: Layouts<Bound>,
  differing: FileShape[],
): Promise<Bound> {
  let first: InputError | undefined;
  for (const shape of shapesFor(description, path)) {
    try {
      const { heads, bind } = await read(shape);
      if (!haveHeadings(heads, description)) differing.push(shape);
      return await bind();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/**
 * A file read and joined to the description in the first layout whose headings are the description's. Throws the
 * InputError of the first layout; it says where the header stands now, or which source fits, if that is known.
 */
export async function bindLayout<Bound>(
  path: string,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
  read: Layouts<Bound>,
): Promise<Bound> {
  const differing: FileShape[] = [];
  try {
    return await firstFitting(path, description, read, differing);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw (await otherSource(path, description, error, differing, catalogue())) ?? error;
  }
}
