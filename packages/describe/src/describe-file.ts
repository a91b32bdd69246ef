import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import { headingOf, type SourceDescription } from '@samenbeeld/ingest';
import {
  isPacked,
  type ReadTable,
  type TableReader,
  tableReader,
  unfoldFile,
} from '@samenbeeld/read';
import { InputError, inFour, joinWith, quoted, shownFile, UsageError } from '@samenbeeld/schema';
import { type DescribeOptions, describeTable } from './describe-table.ts';
import type { FileDescription } from './file-description.ts';
import { jsonStart } from './geometry/file-kind.ts';
import { sniffGeometry } from './geometry/sniff-geometry.ts';
import type { Geometry } from './geometry.ts';
import { nearestSources } from './nearest-source.ts';
import { mapKind, notATable, tooLong } from './not-a-table.ts';
import { thresholds } from './thresholds.ts';

/** A file to look at: itself, or the file in one that gzip packed. */
interface Unpacked {
  readonly path: string;
  /** Removes what was written. */
  remove(): void;
}

/**
 * The file in a file packed with gzip, under its name without `.gz`, since a name tells what a file holds; any other
 * file as it is. InputError where it is damaged or unfolds to far more than a table would.
 */
async function unpackedFile(path: string): Promise<Unpacked> {
  const plain = { path, remove: () => undefined };
  if (!existsSync(path) || !statSync(path).isFile() || !(await isPacked(path))) return plain;
  const { path: copy, remove } = await unfoldFile(path);
  const named = join(dirname(copy), basename(copy).replace(/\.gz$/i, ''));
  if (named !== copy) renameSync(copy, named);
  return { path: named, remove };
}

/** What is looked at of a large file: this many bytes at its beginning and at its end. */
const beginning = 4_000_000;
const end = 200_000;

/** A file to look at: itself, or the beginning and the end of a large one. */
interface Sample {
  readonly path: string;
  readonly whole: boolean;
  /** Removes what was written. */
  remove(): void;
}

const binary = /\.(?:xlsx|xlsm|xls|parquet|json|zip|gz)$/i;

/** How a zip (a workbook), Parquet and gzip begin. */
const packed = ['PK\u0003\u0004', 'PAR1', '\u001f\u008b'];

/** Whether the beginning and the end of a file are a smaller file of the same kind: lines, whatever its name says. */
function isLines(head: Buffer): boolean {
  const text = head.toString('latin1');
  if (packed.some((mark) => text.startsWith(mark))) return false;
  const json = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  return !jsonStart.test(json) || /^\{.*\}\s*$/.test(json.split('\n', 1)[0] ?? '');
}

function bytesAt(file: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, from));
}

/** A file of text that is large, cut at line ends to its beginning and end, so that its footer is seen; else the file. */
function sampleFile(path: string): Sample {
  const { size } = statSync(path);
  if (binary.test(path) || size <= beginning + end)
    return { path, whole: true, remove: () => undefined };
  const file = openSync(path, 'r');
  try {
    const head = bytesAt(file, 0, beginning);
    if (!isLines(head)) return { path, whole: true, remove: () => undefined };
    const tail = bytesAt(file, size - end, end);
    const newline = 10;
    const folder = temporaryFolder('describe');
    const cut = join(folder, basename(path));
    writeFileSync(
      cut,
      Buffer.concat([
        head.subarray(0, head.lastIndexOf(newline) + 1),
        tail.subarray(tail.indexOf(newline) + 1),
      ]),
      { mode: 0o600 },
    );
    return {
      path: cut,
      whole: false,
      remove: () => removeTemporaryFolder(folder),
    };
  } finally {
    closeSync(file);
  }
}

/** A table as describe looks at it, with long texts cut. InputError where it has too many columns, or a heading that is none. */
function describable(table: ReadTable): ReadTable {
  const { file, sheet, columns, rows, lines } = table;
  const line = columns[0]?.headedAt ?? lines.title + 1;
  const place = { file, ...(sheet !== null && { sheet }), line };
  if (columns.length > thresholds.columnsDescribed)
    throw new InputError(
      inFour(
        'ten hoogste {most} kolommen verwacht om te beschrijven, gevonden: {n}',
        'au plus {most} colonnes à décrire étaient attendues, trouvé : {n}',
        'höchstens {most} Spalten zum Beschreiben erwartet, gefunden: {n}',
        'expected at most {most} columns to describe, found {n}',
        { most: thresholds.columnsDescribed, n: columns.length },
      ),
      {
        place,
        repair: inFour(
          'beschrijf een kopie met enkele van de kolommen: zijn ze gelijk, dan neemt één `fold` in de beschrijving ze allemaal',
          'décrivez une copie avec quelques-unes des colonnes : si elles se ressemblent, un seul `fold` de la description les prend toutes',
          'eine Kopie mit einigen der Spalten beschreiben: sind sie gleich, nimmt ein `fold` in der Beschreibung sie alle',
          'describe a copy with some of the columns: where they are alike, one fold in the description takes them all',
        ),
      },
    );
  const long = columns.find((column) => headingOf(column).length > thresholds.headingLetters);
  if (long)
    throw new InputError(
      inFour(
        'koppen van ten hoogste {most} tekens verwacht, gevonden: een van {n}',
        'des en-têtes d’au plus {most} caractères étaient attendus, trouvé : un de {n}',
        'Überschriften von höchstens {most} Zeichen erwartet, gefunden: eine von {n}',
        'expected headings of at most {most} characters, found one of {n}',
        { most: thresholds.headingLetters, n: headingOf(long).length },
      ),
      {
        place: { ...place, column: long.letter },
        repair: inFour(
          'haal het bestand opnieuw op; geef anders de kolom in een kopie een kortere kop',
          'récupérez à nouveau le fichier ; sinon donnez à la colonne un en-tête plus court dans une copie',
          'die Datei neu abrufen; sonst der Spalte in einer Kopie eine kürzere Überschrift geben',
          'fetch the file again; else give the column a shorter heading in a copy',
        ),
      },
    );
  if (
    !rows.some(({ cells }) =>
      cells.some((cell) => cell !== null && cell.length > thresholds.cellLetters),
    )
  )
    return table;
  return {
    ...table,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell !== null && cell.length > thresholds.cellLetters
          ? cell.slice(0, thresholds.cellLetters)
          : cell,
      ),
    })),
  };
}

function chooseGeometry(
  path: string,
  found: readonly Geometry[],
  sheet: string | undefined,
): Geometry {
  if (sheet === undefined) {
    const [best] = found;
    if (!best) throw notATable(path, mapKind(path));
    return best;
  }
  const chosen = found.find((each) => each.sheet?.value === sheet);
  if (chosen) return chosen;
  const names = found.flatMap((each) => each.sheet?.value ?? []);
  throw new UsageError(
    names.length > 0
      ? inFour(
          'Er is geen tabel op een blad {sheet} van {file}. Bladen met een tabel: {names}.',
          'Il n’y a pas de tableau sur une feuille {sheet} de {file}. Feuilles avec un tableau : {names}.',
          'Es gibt keine Tabelle auf einem Blatt {sheet} von {file}. Blätter mit einer: {names}.',
          'There is no table on a sheet {sheet} of {file}. Sheets with one: {names}.',
          {
            sheet: quoted(sheet),
            file: shownFile(path),
            names: joinWith(names.map(quoted), ', '),
          },
        )
      : inFour(
          '{file} heeft geen bladen; laat --sheet weg.',
          '{file} n’a pas de feuilles ; omettez --sheet.',
          '{file} hat keine Blätter; lassen Sie --sheet weg.',
          '{file} has no sheets; leave --sheet out.',
          { file: shownFile(path) },
        ),
  );
}

/** Of a workbook, the sheet that a known source reads, by its name and headings; null where none does. */
async function sheetOfKnown(
  path: string,
  reader: TableReader,
  found: readonly Geometry[],
  known: readonly SourceDescription[],
): Promise<string | null> {
  const sheets = found.flatMap(({ sheet }) => (sheet ? [sheet.value] : []));
  if (sheets.length < 2) return null;
  for (const source of known) {
    const [named, ...others] = source.shapes.flatMap(({ sheet }) => sheet ?? []);
    if (named === undefined || others.length > 0 || !sheets.includes(named)) continue;
    const [near] = await nearestSources(path, reader, [], [source]);
    if (near?.fits) return named;
  }
  return null;
}

/**
 * Proposes a source description for a file that nobody has described: its layout, what each column and code seems to
 * mean, totals, figures that follow from others, and what only a person can answer, each with a confidence and a
 * reason. The proposal is tried in an engine before it is returned. Nothing is written.
 *
 * Of a large text file the beginning and the end are looked at; of a workbook the sheet that looks most like a table; of a
 * file packed with gzip the file in it.
 * Throws an InputError where the file holds no table or cannot be read, a UsageError where it does not exist or has no
 * such sheet.
 *
 * @example
 * ```ts
 * import { describeFile } from '@samenbeeld/describe';
 * const found = await describeFile('fixtures/published/excerpts/politie_47022NED_2018_2023.csv');
 * found.columns.map(({ headings, to }) => [headings[0], to]) // => [['incident_type_code', 'nationalCode'], ['year', 'period'], ['incident_count', 'value']]
 * found.trial.kind // => 'ingested'
 * ```
 */
export async function describeFile(
  path: string,
  options: DescribeOptions = {},
): Promise<FileDescription> {
  if (!existsSync(path))
    throw new UsageError(
      inFour(
        'Er is geen bestand {path}.',
        'Il n’y a pas de fichier {path}.',
        'Es gibt keine Datei {path}.',
        'There is no file {path}.',
        { path },
      ),
    );
  const unpacked = await unpackedFile(path);
  try {
    return await describeUnpacked(unpacked.path, options);
  } finally {
    unpacked.remove();
  }
}

async function describeUnpacked(path: string, options: DescribeOptions): Promise<FileDescription> {
  const kind = mapKind(path);
  if (kind !== null) throw notATable(path, kind);
  const sample = sampleFile(path);
  try {
    const reader = tableReader(sample.path);
    const found = await sniffGeometry(sample.path, reader);
    const sheet =
      options.sheet ?? (await sheetOfKnown(sample.path, reader, found, options.known ?? []));
    const chosen = chooseGeometry(path, found, sheet ?? undefined);
    const { years } = sheet === null ? chosen : {};
    const geometry = years ? { ...chosen, ...years } : chosen;
    const tables = await reader(geometry.shape);
    const table = tables.find((each) => each.sheet === chosen.sheet?.value) ?? tables[0];
    if (!table || table.rows.length === 0)
      throw tooLong(table?.rejects ?? []) ?? notATable(path, null, geometry.notes);
    return await describeTable(
      sample.path,
      reader,
      sample.whole,
      geometry,
      {
        sheets: found.flatMap(({ sheet: other }) =>
          other && other !== chosen.sheet && !years?.names.includes(other.value)
            ? [other.value]
            : [],
        ),
        rows: tables.reduce((sum, each) => sum + (each === table ? 0 : each.rows.length), 0),
      },
      describable(table),
      options,
    );
  } finally {
    sample.remove();
  }
}
