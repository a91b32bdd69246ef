import { InputError, inFour, quoted, withheldNames, withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import { csvTitles } from './csv-titles.ts';
import { type FileBytes, fileBytes } from './file-bytes.ts';
import { type IssueLog, issueLog, shownIssue } from './issue-log.ts';
import { jsonElements } from './json-elements.ts';
import { jsonText } from './json-text.ts';
import { readCsv } from './read-csv.ts';
import { readJsonStat } from './read-json-stat.ts';
import { readParquet } from './read-parquet.ts';
import { readSdmxCsv } from './read-sdmx-csv.ts';
import { type OpenedWorkbook, readXlsx, type WorkbookLimit, workbookOf } from './read-xlsx.ts';
import { mostColumns, refuseWide } from './refuse-wide.ts';
import type { FileShape, ReadColumn, ReadRow, ReadTable } from './table.ts';

/** The columns that keys of JSON make, and which of them hold anything. */
function columnsOf(keys: readonly string[], used: ReadonlySet<number>): readonly ReadColumn[] {
  return keys.map((key, index) => ({
    index,
    letter: columnLetter(index),
    headers: [withheldText(key.trim())],
    filled: false,
    empty: !used.has(index),
  }));
}

type Remark = Parameters<IssueLog['add']>;

/** Keeps what the reader of an array says, to be said of a line. */
function hold(): IssueLog & { readonly said: Remark[] } {
  const said: Remark[] = [];
  return { said, add: (...remark) => void said.push(remark), notes: () => [], rejects: () => [] };
}

/**
 * One object a line, as the tools of the trade stream them (NDJSON, JSON Lines). `line` is the physical line,
 * from 1. A line that is no object is rejected and the next one is read; InputError when no line is one.
 */
function readNdjson(source: FileBytes, shape: FileShape): ReadTable {
  const { file, sha256 } = source;
  const log = issueLog(file, null);
  const lines = jsonText(source, shape).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const keys = new Map<string, number>();
  const rows: { line: number; cells: (string | null)[] }[] = [];
  let blank = 0;
  let objects = 0;
  lines.forEach((text, at) => {
    const line = at + 1;
    if (text.trim() === '') {
      blank++;
      return;
    }
    const reject = (): void =>
      log.add(
        'rejection',
        'row.not-json',
        { line },
        'expected one JSON object on the line, found text that is none',
        line === lines.length
          ? 'fetch the file again: its last line may be cut off'
          : 'ask the publisher for one object a line',
      );
    try {
      const held = hold();
      const found = jsonElements(file, `[${text}\n]`, '/', held);
      if (found.total !== 1) {
        reject();
        return;
      }
      for (const [severity, rule, , message, repair] of held.said)
        log.add(severity, rule, { line }, message, repair);
      if (!text.trimStart().startsWith('{')) return;
      objects++;
      blank += found.blank;
      const columns = found.keys.map((key) => {
        const column = keys.get(key) ?? keys.size;
        keys.set(key, column);
        refuseWide({ file, line }, keys.size);
        return column;
      });
      for (const row of found.rows) {
        const cells: (string | null)[] = [];
        columns.forEach((column, index) => {
          cells[column] = row.cells[index] ?? null;
        });
        rows.push({ line, cells });
      }
    } catch (error) {
      if (!(error instanceof InputError) || keys.size > mostColumns) throw error;
      reject();
    }
  });
  if (objects === 0) {
    throw new InputError(
      inFour(
        'één JSON-object per regel verwacht, geen gevonden',
        'un objet JSON par ligne était attendu, aucun n’est trouvé',
        'ein JSON-Objekt je Zeile erwartet, keines gefunden',
        'expected one JSON object a line, found none',
      ),
      {
        place: { file, line: 1 },
        repair: inFour(
          'beschrijf het bestand als json als het één lijst is, of haal het opnieuw op',
          'décrivez le fichier comme json s’il est une seule liste, ou récupérez-le à nouveau',
          'die Datei als json beschreiben, wenn sie eine Liste ist, oder sie neu abrufen',
          'describe the file as json where it is one array, or fetch it again',
        ),
      },
    );
  }
  const used = new Set<number>();
  const even = rows.map(({ line, cells }): ReadRow => {
    const full = Array.from({ length: keys.size }, (_, column) => cells[column] ?? null);
    full.forEach((cell, column) => {
      if (cell !== null && cell.trim() !== '') used.add(column);
    });
    return { line, lines: 1, cells: full };
  });
  const total = lines.length;
  return {
    file,
    sheet: null,
    columns: columnsOf([...keys.keys()], used),
    rows: even,
    lines: { total, title: 0, header: 0, footer: 0, blank, data: total - blank },
    sha256,
    notes: log.notes(),
    rejects: log.rejects(),
  };
}

/**
 * Eurostat's bulk format: tabs, no quotes, and a first column that packs the dimensions, such as
 * `freq,iccs,unit,geo\TIME_PERIOD`. The dimensions become columns A.1, A.2 …; what follows the backslash names
 * the other headers and is no column. Values keep their flags and blanks ("123 b", ": c").
 */
function readEurostatTsv(source: FileBytes, shape: FileShape): ReadTable {
  const table = readCsv(source, { ...shape, delimiter: '\t', quote: '' });
  const { file } = table;
  const [first, ...others] = table.columns;
  const packed = first?.headers.at(-1) ?? '';
  const [names = '', axis] = packed.split('\\');
  if (axis === undefined) {
    throw new InputError(
      inFour(
        'een eerste kop verwacht zoals {such}, gevonden: {packed}',
        'un premier en-tête tel que {such} était attendu, trouvé : {packed}',
        'eine erste Überschrift wie {such} erwartet, gefunden: {packed}',
        'expected a first header such as {such}, found {packed}',
        { such: quoted('freq,unit,geo\\TIME_PERIOD'), packed: quoted(packed) },
      ),
      {
        place: { file, line: table.lines.title + 1, column: 'A' },
        repair: inFour(
          'haal het bestand opnieuw op als TSV van Eurostat, of beschrijf het als csv',
          'récupérez à nouveau le fichier au format TSV d’Eurostat, ou décrivez-le comme csv',
          'die Datei neu im TSV-Format von Eurostat abrufen oder sie als csv beschreiben',
          `fetch the file again in Eurostat's TSV format, or describe it as csv`,
        ),
      },
    );
  }
  const dimensions = names.split(',').map((name) => withheldText(name.trim()));
  const log = issueLog(file, null);
  const blanks = (first?.headers.length ?? 1) - 1;
  const columns: ReadColumn[] = [
    ...dimensions.map((name, index) => ({
      index,
      letter: `A.${index + 1}`,
      headers: [...Array<string>(blanks).fill(''), name],
      filled: false,
      empty: first?.empty ?? true,
    })),
    ...others.map((column) => ({ ...column, index: column.index + dimensions.length - 1 })),
  ];
  const rows = table.rows.flatMap((row): ReadRow[] => {
    const [key, ...values] = row.cells;
    const parts = (key ?? '').split(',');
    if (parts.length !== dimensions.length) {
      log.add(
        'rejection',
        'row.dimensions',
        { line: row.line, column: 'A' },
        `expected ${dimensions.length} dimensions (${names}), found ${parts.length}`,
        'fetch the file again',
      );
      return [];
    }
    return [{ ...row, cells: [...parts.map((part) => part || null), ...values] }];
  });
  return { ...table, columns, rows, rejects: [...table.rejects, ...log.rejects()] };
}

/**
 * An array of objects. Keys become columns in the order of their first appearance, an absent key is null, and
 * numbers keep their digits. `line` is the array index from 0, and the lines counted are elements.
 */
function readJson(source: FileBytes, shape: FileShape): ReadTable {
  const { file, sha256 } = source;
  const log = issueLog(file, null);
  const text = jsonText(source, shape);
  const { keys, rows, total, blank } = jsonElements(file, text, shape.path, log);
  const used = new Set<number>();
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      if ((cell ?? '').trim() !== '') used.add(column);
    });
    while (cells.length < keys.length) cells.push(null);
  }
  return {
    file,
    sheet: null,
    columns: columnsOf(keys, used),
    rows: rows.map(({ index, cells }) => ({ line: index, lines: 1, cells })),
    lines: { total, title: 0, header: 0, footer: 0, blank, data: total - blank },
    sha256,
    notes: log.notes(),
    rejects: log.rejects(),
  };
}

/**
 * Reads a file as text: rows with the physical line where each starts, and columns with their headers. Cells are
 * not interpreted. One table a file, or one a matching sheet.
 *
 * The lines of the five kinds (title, header, footer, blank, data) add up to the lines of the file as `wc -l`
 * counts them (and one more for a last line without end), the rows of the sheet, or the elements of the array.
 * InputError, with the place and a repair, when the bytes are not what the shape says; UsageError when the file
 * cannot be read or the shape makes no sense.
 *
 * @example
 * ```ts
 * import { readTable } from '@samenbeeld/read';
 * import { writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * const path = `${tmpdir()}/samenbeeld-read-table.csv`;
 * writeFileSync(path, 'port;kg\nVlissingen;4.500\nBron: douane\n');
 * const [table] = await readTable(path, { format: 'csv', footer: '^Bron:' });
 * table.rows // => [{ line: 2, lines: 1, cells: ['Vlissingen', '4.500'] }]
 * table.lines // => { total: 3, title: 0, header: 1, footer: 1, blank: 0, data: 1 }
 * ```
 */
export function readTable(path: string, shape: FileShape): Promise<readonly ReadTable[]> {
  return tableReader(path)(shape);
}

/** Reads the tables of one file, in one shape or another. */
export interface TableReader {
  (shape: FileShape): Promise<readonly ReadTable[]>;
  /** The tables of a file, those of a workbook by their first rows: enough for their headings, and kept for nobody. */
  beginning(shape: FileShape): Promise<readonly ReadTable[]>;
  /** The workbook in it, to be looked at before its shape is known; read once for that and for its tables. */
  workbook(limit?: WorkbookLimit): Promise<OpenedWorkbook>;
}

const shapesKept = 2;
const beginningRows = 3000;

/**
 * Reads a file as `readTable` does, in as many shapes as are tried on it: its bytes are read once, and what is wrong with the whole of it
 * is found once. The last two shapes that were tried give the same tables again; more would keep as many copies of the cells.
 */
export function tableReader(path: string): TableReader {
  let read: Promise<FileBytes> | undefined;
  const source = (): Promise<FileBytes> => {
    read ??= fileBytes(path);
    return read;
  };
  const shapes: Map<string, Promise<readonly ReadTable[]>> = new Map();
  const inShape = async (shape: FileShape, most?: number): Promise<readonly ReadTable[]> => {
    const tables = (await readBytes(await source(), path, shape, most)).map(shownTable);
    for (const { file, sheet, columns } of tables)
      refuseWide({ file, ...(sheet !== null && { sheet }) }, columns.length);
    return tables;
  };
  const keyOf = (shape: FileShape): string => {
    const { format, encoding, delimiter, quote = '"', title = 0, header = 1 } = shape;
    const { footer, until, sheet, path: place } = shape;
    return JSON.stringify([
      [format, encoding, delimiter, quote, title, header],
      [footer, until, sheet, place],
    ]);
  };
  const tablesIn = (shape: FileShape): Promise<readonly ReadTable[]> => {
    const key = keyOf(shape);
    const tables = shapes.get(key) ?? inShape(shape);
    // A map keeps the order in which keys came: the first is the one asked for longest ago.
    shapes.delete(key);
    shapes.set(key, tables);
    for (const [oldest] of shapes) if (shapes.size > shapesKept) shapes.delete(oldest);
    return tables;
  };
  return Object.assign(tablesIn, {
    beginning: (shape: FileShape) =>
      shapes.get(keyOf(shape)) ?? inShape(shape, (shape.title ?? 0) + beginningRows),
    workbook: async (limit?: WorkbookLimit) => workbookOf(await source(), limit),
  });
}

/** A line beside a table without data and names of persons. */
const nameless = (line: string): string => withheldNames(withheldText(line));

/** A table as it may be told: what stands around its cells is somebody's text too. */
function shownTable(table: ReadTable): ReadTable {
  return {
    ...table,
    ...(table.titles && { titles: table.titles.map(nameless) }),
    ...(table.footers && { footers: table.footers.map(nameless) }),
    notes: table.notes.map(shownIssue),
    rejects: table.rejects.map(shownIssue),
  };
}

async function readBytes(
  source: FileBytes,
  path: string,
  shape: FileShape,
  most?: number,
): Promise<readonly ReadTable[]> {
  switch (shape.format) {
    case 'csv':
      return [{ ...readCsv(source, shape), titles: csvTitles(source, shape) }];
    case 'xlsx':
      return readXlsx(source, shape, most);
    case 'json':
      return [readJson(source, shape)];
    case 'eurostat-tsv':
      return [readEurostatTsv(source, shape)];
    case 'ndjson':
      return [readNdjson(source, shape)];
    case 'sdmx-csv':
      return [readSdmxCsv(source, shape)];
    case 'json-stat':
      return readJsonStat(source, shape);
    case 'parquet':
      return [await readParquet(source, path)];
  }
}
