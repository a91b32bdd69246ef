import {
  type FileFormat,
  fileRepairs,
  lineEndsAfter,
  markedEncoding,
  nextLine,
  singleByteTable,
  type TableReader,
  tableReader,
} from '@samenbeeld/read';
import { inFour, ownValue, quoted, type Text } from '@samenbeeld/schema';
import iconv from 'iconv-lite';
import type { Geometry } from '../geometry.ts';
import type { Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import { endingOf, fileKind, noTable } from './file-kind.ts';
import { type FileSample, fileSample, lineStart } from './file-sample.ts';
import { type Dialect, guessDialect } from './guess-dialect.ts';
import { guessEncoding } from './guess-encoding.ts';
import { jsonTable } from './json-table.ts';
import type { SampledCells, SampleRows } from './sample-row.ts';
import { type DecodedBytes, decodedBytes, splitRows } from './split-rows.ts';
import { tableGeometry } from './table-geometry.ts';
import { xlsxGeometry } from './xlsx-geometry.ts';

/** The head as UTF-8 or single-byte bytes that `scan` takes; `table` is null for UTF-8. */
function readableBytes(
  bytes: Buffer,
  encoding: string,
): { readonly bytes: Buffer; readonly table: readonly string[] | null } {
  if (encoding === 'utf-8') return { bytes, table: null };
  const table = singleByteTable(encoding);
  if (table) return { bytes, table };
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return { bytes: Buffer.from(iconv.decode(even, encoding), 'utf8'), table: null };
}

/** The rows of a text's beginning and end, and how their cells were told apart. */
interface TextRows {
  readonly dialect: Dialect;
  readonly rows: SampleRows;
}

const mostLines = 30_000;
const tailSize = 1 << 16;

/** Whole rows at the end of a large file: from the line start that leaves most rows alike. */
function tailRows(
  text: DecodedBytes,
  { delimiter, quote }: Dialect,
  width: number,
): readonly SampledCells[] {
  const { bytes } = text;
  const marks = { delimiter: delimiter.value, quote: quote.value };
  const ends = lineEndsAfter(bytes, 0);
  let best: readonly SampledCells[] = [];
  let most = -1;
  let at = nextLine(bytes, 0, ends);
  for (let i = 0; i < 6 && at < bytes.length; i++) {
    const { rows, broken, mended } = splitRows(text, at, marks, false);
    const good = rows.filter(({ cells }) => cells.length === width).length - broken - mended;
    if (good > most) {
      most = good;
      best = rows;
    }
    // A later start has fewer rows.
    if (good === rows.length) break;
    at = nextLine(bytes, at, ends);
  }
  return best;
}

/** The head of a sample, cut where it has more lines than a look needs, and what ends the file then. */
function headAndTail({ head, tail }: FileSample): { head: Buffer; tail: Buffer | null } {
  const end = lineStart(head, mostLines);
  if (end >= head.length) return { head, tail };
  return { head: head.subarray(0, end), tail: tail ?? head.subarray(-tailSize) };
}

/** Splits the beginning and the end of a text into rows; InputError where it is no text or has no whole row. */
function textRows(sample: FileSample, encoding: string, mark: number): TextRows {
  const { file } = sample;
  const { head, tail } = headAndTail(sample);
  const { bytes, table } = readableBytes(head.subarray(mark), encoding);
  if (bytes.includes(0)) {
    throw noTable(
      { file },
      inFour(
        'bytes die geen tekst zijn',
        'des octets qui ne sont pas du texte',
        'Bytes, die kein Text sind',
        'bytes that are no text',
      ),
      inFour(
        'haal het bestand opnieuw op, of bewaar de tabel als .csv of .xlsx',
        'récupérez à nouveau le fichier, ou enregistrez le tableau en .csv ou .xlsx',
        'die Datei neu abrufen oder die Tabelle als .csv oder .xlsx speichern',
        'fetch the file again, or save the table as .csv or .xlsx',
      ),
    );
  }
  const cut = tail !== null;
  const text = decodedBytes(bytes, table);
  const dialect = guessDialect(text, cut);
  if (dialect.undivided) throw noTable({ file }, dialect.undivided.found, dialect.undivided.repair);
  const marks = { delimiter: dialect.delimiter.value, quote: dialect.quote.value };
  const rows = dialect.rows ?? splitRows(text, 0, marks, cut).rows;
  if (rows.length === 0) {
    const long = cut && head.length > 1 << 20;
    throw noTable(
      { file, line: 1 },
      long
        ? inFour(
            'een regel van meer dan {n} MB',
            'une ligne de plus de {n} Mo',
            'eine Zeile von mehr als {n} MB',
            'a line of more than {n} MB',
            { n: Math.floor(head.length / 1e6) },
          )
        : inFour(
            'geen enkele rij met waarden',
            'aucune ligne avec des valeurs',
            'keine Zeile mit Werten',
            'no row with values',
          ),
      fileRepairs.again,
    );
  }
  const width = rows[Math.floor(rows.length / 2)]?.cells.length ?? 1;
  const end = tail && readableBytes(tail, encoding);
  const last = end ? tailRows(decodedBytes(end.bytes, end.table), dialect, width) : rows;
  return { dialect, rows: { head: rows, tail: last, whole: !cut, merged: [] } };
}

/** The format of a delimited text by its last header row: Eurostat's packed dimensions, the names of SDMX-CSV, or neither. */
function textFormat(header: SampledCells | undefined, delimiter: string): Guess<FileFormat> {
  const [first = ''] = header?.cells.map((cell) => cell ?? '') ?? [];
  if (delimiter === '\t' && /^[\w-]+(?:,[\w-]+)*\\[\w-]+$/.test(first.trim())) {
    return makeGuess(
      'eurostat-tsv',
      0.99,
      inFour(
        'de eerste kop bundelt dimensies zoals Eurostat dat doet: {first}',
        'le premier en-tête réunit des dimensions comme le fait Eurostat : {first}',
        'die erste Überschrift bündelt Dimensionen, wie Eurostat es tut: {first}',
        'the first header packs dimensions as Eurostat does: {first}',
        { first: quoted(first.trim()) },
      ),
      [
        {
          value: 'csv',
          confidence: 0.01,
          reason: inFour(
            'tabs tussen cellen',
            'tabulations entre cellules',
            'Tabulatoren zwischen Zellen',
            'tabs between cells',
          ),
        },
      ],
    );
  }
  const names = new Set(
    header?.cells.map((cell) => (cell ?? '').split(':')[0]?.trim().toUpperCase()),
  );
  const starts = /^(?:DATAFLOW|STRUCTURE)$/i.test(first.trim());
  if (names.has('OBS_VALUE') && (starts || names.has('TIME_PERIOD'))) {
    return makeGuess(
      'sdmx-csv',
      starts ? 0.98 : 0.85,
      inFour(
        `de kop heeft OBS_VALUE en ${starts ? 'begint met {first}' : 'TIME_PERIOD'}, zoals SDMX-CSV`,
        `l’en-tête a OBS_VALUE et ${starts ? 'commence par {first}' : 'TIME_PERIOD'}, comme SDMX-CSV`,
        `die Kopfzeile hat OBS_VALUE und ${starts ? 'beginnt mit {first}' : 'TIME_PERIOD'}, wie SDMX-CSV`,
        `the header has OBS_VALUE and ${starts ? 'begins with {first}' : 'TIME_PERIOD'}, as SDMX-CSV`,
        { first: first.trim() },
      ),
      [
        {
          value: 'csv',
          confidence: starts ? 0.02 : 0.15,
          reason: inFour(
            'tekst met een scheidingsteken',
            'texte délimité',
            'Text mit Trennzeichen',
            'delimited text',
          ),
        },
      ],
    );
  }
  return makeGuess(
    'csv',
    0.97,
    inFour(
      'tekst met gescheiden cellen',
      'texte à cellules délimitées',
      'Text mit getrennten Zellen',
      'text with delimited cells',
    ),
  );
}

const usualEnding: Readonly<Record<string, string>> = {
  csv: 'commas or semicolons',
  tsv: 'tabs',
  tab: 'tabs',
};

/** Delimited text of any kind. */
function textGeometry(sample: FileSample): Geometry {
  const { file } = sample;
  const marked = markedEncoding(sample.head);
  const encoding = guessEncoding(sample, marked);
  const { dialect, rows } = textRows(sample, encoding.value, marked?.bom ?? 0);
  const part = tableGeometry(rows);
  if (!part) throw new Error('a text with rows has a table');
  const { head, whole } = rows;
  const format = textFormat(head[part.found.body - 1] ?? head[0], dialect.delimiter.value);
  const free = format.value !== 'eurostat-tsv';
  const large = inFour(
    'het bestand is groot: begin en eind zijn gelezen, en stukken ertussen voor de codering',
    'le fichier est grand : son début et sa fin ont été lus, et des morceaux entre les deux pour l’encodage',
    'die Datei ist groß: Anfang und Ende wurden gelesen, und Stücke dazwischen für die Kodierung',
    'the file is large: its beginning and end were read, and pieces between for the encoding',
  );
  return {
    file,
    format,
    encoding,
    delimiter: free ? dialect.delimiter : null,
    quote: free ? dialect.quote : null,
    sheet: null,
    path: null,
    title: part.title,
    header: part.header,
    footer: part.footer,
    titleLines: part.titleLines,
    footerLines: part.footerLines,
    otherTables: part.otherTables,
    notes: [...dialectNotes(file, dialect, head.length), ...part.notes, ...(whole ? [] : [large])],
    shape: {
      format: format.value,
      encoding: encoding.value,
      ...(free ? { delimiter: dialect.delimiter.value } : {}),
      ...(free && dialect.quote.value !== '"' ? { quote: dialect.quote.value } : {}),
      ...part.shape,
    },
  };
}

function dialectNotes(file: string, { delimiter }: Dialect, rows: number): readonly Text[] {
  const ending = endingOf(file);
  const tabs = delimiter.value === '\t';
  const notes: Text[] = [];
  const usual = ownValue(usualEnding, ending);
  if (usual !== undefined && rows > 1 && tabs !== (usual === 'tabs')) {
    notes.push(
      inFour(
        'de naam eindigt op .{ending}, maar {mark} scheiden de cellen',
        'le nom finit par .{ending}, mais {mark} séparent les cellules',
        'der Name endet auf .{ending}, aber {mark} trennen die Zellen',
        'the name ends in .{ending}, but {mark} separate the cells',
        {
          ending,
          mark: tabs
            ? inFour('tabs', 'des tabulations', 'Tabulatoren', 'tabs')
            : quoted(delimiter.value),
        },
      ),
    );
  }
  return notes;
}

const noTitle = inFour(
  'het formaat heeft geen titel',
  'le format n’a pas de titre',
  'das Format hat keinen Titel',
  'the format has no title',
);
const noFooter = inFour(
  'het formaat heeft geen voet',
  'le format n’a pas de pied',
  'das Format hat keinen Fuß',
  'the format has no footer',
);

/** JSON text: rows as objects in an array or one a line, or a cube of JSON-stat. */
function jsonGeometry(sample: FileSample): Geometry {
  const { file } = sample;
  const cut = sample.tail !== null;
  const marked = markedEncoding(sample.head);
  const encoding = guessEncoding(sample, marked);
  const { bytes, table } = readableBytes(sample.head.subarray(marked?.bom ?? 0), encoding.value);
  const text = table ? Array.from(bytes, (byte) => table[byte]).join('') : bytes.toString('utf8');
  const { format, path, notes } = jsonTable(file, text, cut);
  const none = makeGuess(0, 0.99, noTitle);
  return {
    file,
    format,
    encoding,
    delimiter: null,
    quote: null,
    sheet: null,
    path,
    title: none,
    header: makeGuess(
      1,
      0.99,
      inFour(
        'de sleutels noemen de kolommen',
        'les clés nomment les colonnes',
        'die Schlüssel benennen die Spalten',
        'the keys name the columns',
      ),
    ),
    footer: makeGuess<string | null>(null, 0.99, noFooter),
    shape: {
      format: format.value,
      ...(encoding.value === 'utf-8' ? {} : { encoding: encoding.value }),
      ...(path ? { path: path.value } : {}),
    },
    titleLines: [],
    footerLines: [],
    otherTables: [],
    notes,
  };
}

/** Parquet says itself where everything is. */
function parquetGeometry(file: string): Geometry {
  return {
    file,
    format: makeGuess(
      'parquet',
      1,
      inFour(
        'het bestand begint met het merk van Parquet',
        'le fichier commence par la marque de Parquet',
        'die Datei beginnt mit der Kennung von Parquet',
        'the file begins with the mark of Parquet',
      ),
    ),
    encoding: null,
    delimiter: null,
    quote: null,
    sheet: null,
    path: null,
    title: makeGuess(0, 1, noTitle),
    header: makeGuess(
      1,
      1,
      inFour(
        'het bestand noemt zijn kolommen',
        'le fichier nomme ses colonnes',
        'die Datei benennt ihre Spalten',
        'the file names its columns',
      ),
    ),
    footer: makeGuess<string | null>(null, 1, noFooter),
    shape: { format: 'parquet' },
    titleLines: [],
    footerLines: [],
    otherTables: [],
    notes: [],
  };
}

/**
 * How the table of an unseen file is laid out: format, encoding, delimiter, title, header rows, footer, sheet or
 * path, each with a confidence, the evidence and other readings. Its `shape` is what `readTable` takes. The
 * likeliest table first; a workbook has one a sheet that holds a table.
 *
 * Formats are told by content. Of a text only the beginning, the end and some pieces between are read. InputError
 * where the file holds no table, cannot be read as one (a web page under the name .xls, an archive), or its name
 * promises another format than its bytes are; UsageError where it cannot be opened.
 *
 * @example
 * ```ts
 * import { sniffGeometry } from '@samenbeeld/describe';
 * import { writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * const path = `${tmpdir()}/samenbeeld-sniff-geometry.csv`;
 * writeFileSync(path, 'Vondsten per haven\n\nhaven;2022;2023\nVlissingen;4.500;1.200\nAntwerpen;110;116\nBron: douane\n');
 * const [table] = await sniffGeometry(path);
 * table.shape // => { format: 'csv', encoding: 'utf-8', delimiter: ';', title: 1, header: 1, footer: '^Bron\\s*:' }
 * ```
 */
export async function sniffGeometry(
  path: string,
  reader: TableReader = tableReader(path),
): Promise<readonly Geometry[]> {
  const sample = await fileSample(path);
  switch (fileKind(sample)) {
    case 'xlsx':
      return xlsxGeometry(reader, sample.file);
    case 'parquet':
      return [parquetGeometry(sample.file)];
    case 'json':
      return [jsonGeometry(sample)];
    case 'text':
      return [textGeometry(sample)];
  }
}
