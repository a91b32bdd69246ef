import type { CellObject, WorkSheet } from '@e965/xlsx';
import { excelText, expression, type TableReader } from '@samenbeeld/read';
import { inFour, type Text, withheldText } from '@samenbeeld/schema';
import { yearsIn } from '../columns/time-shape.ts';
import { escaped } from '../escaped.ts';
import type { Geometry } from '../geometry.ts';
import { type Alternative, makeGuess } from '../guess.ts';
import { quotedAll, shortened } from '../quoted.ts';
import { noTable } from './file-kind.ts';
import {
  type MergedCells,
  rowText,
  type SampledCells,
  type SampleRows,
  sampleRow,
} from './sample-row.ts';
import { type TablePart, tableGeometry } from './table-geometry.ts';

/** A sheet of a workbook with the rows that a look needs. */
interface SheetSample extends SampleRows {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with values, in so far as they were read. */
  readonly count: number;
  /** The last row of the range that the sheet claims. */
  readonly claimed: number;
}

const headRows = 3000;
const tailRows = 300;
/** Bytes of unpacked sheets above which only their beginning is read. */
const most = 100_000_000;

function rowAt(sheet: WorkSheet, at: number, date1904: boolean): SampledCells | null {
  const row: readonly (CellObject | undefined)[] | undefined = sheet['!data']?.[at];
  if (!row) return null;
  const cells: (string | null)[] = [];
  row.forEach((cell, index) => {
    const text = cell ? excelText(cell, date1904).text : null;
    if (text === null) return;
    while (cells.length < index) cells.push(null);
    cells.push(text);
  });
  return sampleRow(at + 1, 1, cells);
}

function sampleSheet(
  name: string,
  sheet: WorkSheet,
  hidden: boolean,
  date1904: boolean,
  cut: boolean,
): SheetSample {
  const data = sheet['!data'] ?? [];
  const used: number[] = [];
  data.forEach((row, at) => {
    if (row?.some((cell) => cell !== undefined && cell.t !== 'z')) used.push(at);
  });
  const rowsAt = (some: readonly number[]): SampledCells[] =>
    some.flatMap((at) => rowAt(sheet, at, date1904) ?? []);
  const whole = used.length <= headRows + tailRows;
  const head = rowsAt(whole ? used : used.slice(0, headRows));
  const merged: MergedCells[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }));
  const claimed = Number(/(\d+)$/.exec(String(sheet['!fullref'] ?? sheet['!ref'] ?? ''))?.[1] ?? 0);
  return {
    name,
    hidden,
    count: used.length,
    claimed,
    head,
    tail: whole ? head : rowsAt(used.slice(-tailRows)),
    whole: whole && !cut,
    merged,
  };
}

/** The sheets of a workbook; the sheets of a very large one only in part. */
async function workbookSheets(
  reader: TableReader,
): Promise<{ readonly sheets: readonly SheetSample[]; readonly cut: boolean }> {
  const { book, cut } = await reader.workbook({ bytes: most, rows: headRows });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    // A macro sheet of Excel 4 or a chart is no table, whatever cells it has.
    const holdsCells = (sheet?.['!type'] ?? 'sheet') === 'sheet';
    return sheet?.['!data'] && holdsCells
      ? [sampleSheet(withheldText(name), sheet, hidden, date1904, cut)]
      : [];
  });
  return { sheets, cut };
}

/** A sheet and the table in it. */
interface SheetTable {
  readonly sheet: SheetSample;
  readonly part: TablePart;
  /** Data rows times columns of values. */
  readonly cells: number;
  readonly isTable: boolean;
  readonly heading: string;
}

const aside =
  /^(?:info(?:rmation(?:en)?)?|read\s?me|lees\s?mij|lies\s?mich|lisez[- ]?moi|notes?|cover|title|contents?|index|toc|inhoud(?:sopgave)?|inhalt(?:sverzeichnis)?|sommaire|table des mati(?:è|e)res|legend[ae]?|l(?:é|e)gende|toelichting|voorblad|deckblatt|impressum|metadata|meta|about|over|hinweise?|erl(?:ä|ae)uterung(?:en)?|vorbemerkung(?:en)?|definiti(?:es|onen|ons)|d(?:é|e)finitions|glossa\w+|structure|summary|makro\w*|macro\w*|modul\w*|chart\d*|diagramm?\d*|grafiek\w*)$/i;

/** The table of a sheet; null where it has no rows. */
function sheetTable(sheet: SheetSample): SheetTable | null {
  const part = tableGeometry(sheet);
  if (!part) return null;
  const { found } = part;
  const rows = Math.max(0, sheet.count - found.body - part.footerLines.length);
  const typed = found.profiles.filter(({ kind }) => kind === 'number' || kind === 'date').length;
  const columns = found.profiles.filter(({ kind }) => kind !== 'empty').length;
  const isTable = rows >= 1 && columns >= 2 && (typed > 0 || rows >= 3) && found.usual >= 2;
  const heading = sheet.head
    .slice(found.header, found.body)
    .map(rowText)
    .join(' / ')
    .replace(/(?:19|20)\d\d/g, '0000');
  return { sheet, part, cells: rows * columns * (typed > 0 ? 2 : 1), isTable, heading };
}

/** Visible before hidden, data before what is named as an aside, and of sheets alike in size the first. */
function rankSheets(tables: readonly SheetTable[]): readonly SheetTable[] {
  const largest = Math.max(...tables.map(({ cells }) => cells));
  const rank = ({ sheet, cells }: SheetTable): number => {
    const named = aside.test(sheet.name.trim());
    const size = cells >= largest / 4 ? 0 : cells >= largest / 40 ? 1 : 2;
    return (sheet.hidden ? 100 : 0) + (named ? 10 : 0) + size;
  };
  return [...tables].sort((a, b) => rank(a) - rank(b));
}

/** A name as `shape.sheet` takes it; one that looks like an expression is written as one. */
const sheetText = (name: string): string =>
  /^\/.+\/[iu]*$/s.test(name) ? `/^${escaped(name)}$/` : name;

/** An expression for sheets that differ by digits only, such as one sheet a year. */
function familyName(names: readonly string[]): string | null {
  const forms = new Set(names.map((name) => name.replace(/\d+/g, '\u0000')));
  const [form = ''] = forms;
  if (forms.size !== 1 || names.length < 2 || !form.includes('\u0000')) return null;
  const lengths = new Set(
    names.flatMap((name) => (name.match(/\d+/g) ?? []).map((run) => run.length)),
  );
  const digits = lengths.size === 1 ? `\\d{${[...lengths][0]}}` : '\\d+';
  return `/^${escaped(form).replaceAll('\u0000', digits)}$/`;
}

/** The header rows of a table as they stand. */
const headingOf = ({ sheet, part: { found } }: SheetTable): string =>
  sheet.head.slice(found.header, found.body).map(rowText).join(' / ');

/** Whether sheets of one header are told apart by years that stand above their tables only: read as one, each would have the year of the first. */
function toldByTitles(alike: readonly SheetTable[]): boolean {
  const years = alike.map(({ part }) => yearsIn(part.titleLines.join(' ')).join());
  return new Set(years).size > 1 && alike.some(({ sheet }) => yearsIn(sheet.name).length !== 1);
}

/** Sheets that are one layout: a year in each name, the same header in the same rows, and no other sheet of such a name. */
function yearSheets(
  alike: readonly SheetTable[],
  sheets: readonly SheetSample[],
): Omit<NonNullable<Geometry['years']>, 'notes'> | null {
  const names = alike.map(({ sheet }) => sheet.name);
  const family = familyName(names);
  const [first] = alike;
  if (family === null || !first || alike.some(({ sheet }) => sheet.hidden)) return null;
  const years = names.map((name) => yearsIn(name).join());
  if (new Set(years).size < names.length || years.some((year) => year.length !== 4)) return null;
  const rows = ({ part: { shape } }: SheetTable): string =>
    JSON.stringify({ ...shape, footer: undefined });
  if (alike.some((each) => headingOf(each) !== headingOf(first) || rows(each) !== rows(first)))
    return null;
  const expressed = expression(family.slice(1, -1));
  if (sheets.some(({ name }) => expressed.test(name) && !names.includes(name))) return null;
  const footers = [...new Set(alike.flatMap(({ part }) => part.shape.footer ?? []))];
  const footer = footers.length > 1 ? footers.map((each) => `(?:${each})`).join('|') : footers[0];
  return {
    sheet: makeGuess(
      family,
      0.92,
      inFour(
        '{n} bladen met dezelfde kop, en een jaar in elke naam',
        '{n} feuilles au même en-tête, et une année dans chaque nom',
        '{n} Blätter mit derselben Kopfzeile und einem Jahr in jedem Namen',
        '{n} sheets with the same header, and a year in each name',
        { n: names.length },
      ),
      names.map((name) => ({
        value: sheetText(name),
        confidence: 0.2,
        reason: inFour(
          'alleen dit blad',
          'cette feuille seule',
          'nur dieses Blatt',
          'this sheet only',
        ),
      })),
    ),
    shape: {
      format: 'xlsx',
      ...first.part.shape,
      sheet: family,
      ...(footer !== undefined && { footer }),
    },
    names,
  };
}

/** What is said of a sheet beside the others. */
interface Beside {
  /** What a person should know of the other sheets. */
  readonly notes: readonly Text[];
  /** Other sheets to read, and an expression for all that have the same header. */
  readonly alternatives: readonly Alternative<string>[];
  /** Cells of the largest other table. */
  readonly rival: number;
  readonly years: Geometry['years'] | null;
}

const named = (some: readonly { readonly name: string }[]): Text =>
  quotedAll(
    some.map(({ name }) => name),
    12,
  );

/** How many rows of a sheet hold something. */
const rowsWithValues = (n: number): Text =>
  inFour(
    '{n} {n:rij|rijen} met waarden',
    '{n} {n:ligne|lignes} avec des valeurs',
    '{n} {n:Zeile|Zeilen} mit Werten',
    '{n} {n:row|rows} with values',
    { n },
  );

/** What is said of each table of a workbook: what it shares with the others is looked up once. */
function besideOthers(
  all: readonly SheetTable[],
  sheets: readonly SheetSample[],
): (table: SheetTable) => Beside {
  const byHeading = new Map<string, SheetTable[]>();
  for (const table of all) {
    const known = byHeading.get(table.heading);
    if (known) known.push(table);
    else byHeading.set(table.heading, [table]);
  }
  const families = new Map(
    [...byHeading].map(([heading, some]) => [
      heading,
      heading === '' || toldByTitles(some) ? null : familyName(some.map(({ sheet }) => sheet.name)),
    ]),
  );
  const withTable = new Set(all.map(({ sheet }) => sheet));
  const without = sheets.filter((sheet) => !withTable.has(sheet));
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const [largest, second] = all.map(({ cells }) => cells).sort((a, b) => b - a);
  return (table) => {
    const family = families.get(table.heading) ?? null;
    const alike = table.heading === '' ? [] : (byHeading.get(table.heading) ?? []);
    const single = all
      .slice(0, 4)
      .filter((other) => other !== table)
      .slice(0, 3)
      .map((other) => ({
        value: sheetText(other.sheet.name),
        confidence: 0.2 * Math.min(1, other.cells / Math.max(1, table.cells)),
        reason: inFour(
          `{rows}${other.sheet.hidden ? ', verborgen' : ''}`,
          `{rows}${other.sheet.hidden ? ', masquée' : ''}`,
          `{rows}${other.sheet.hidden ? ', ausgeblendet' : ''}`,
          `{rows}${other.sheet.hidden ? ', hidden' : ''}`,
          { rows: rowsWithValues(other.sheet.count) },
        ),
      }));
    const notesOf = (same: readonly SheetTable[]): readonly Text[] =>
      sheetNotes(
        table.sheet,
        same.filter((other) => other !== table).map(({ sheet }) => sheet),
        all
          .filter(
            (other) => other !== table && (table.heading === '' || other.heading !== table.heading),
          )
          .map(({ sheet }) => sheet),
        without.filter((sheet) => sheet !== table.sheet),
        hidden.filter((sheet) => sheet !== table.sheet),
      );
    const years = yearSheets(alike, sheets);
    return {
      notes: notesOf(alike),
      alternatives:
        family === null
          ? single
          : [
              {
                value: family,
                confidence: 0.4,
                reason: inFour(
                  '{n} bladen met dezelfde kop worden elk als één tabel gelezen',
                  '{n} feuilles au même en-tête sont lues chacune comme un tableau',
                  '{n} Blätter mit derselben Kopfzeile sind je als eine Tabelle gelesen',
                  '{n} {n:sheet|sheets} with the same header are read as one table each',
                  { n: alike.length },
                ),
              },
              ...single,
            ],
      rival: (table.cells === largest ? second : largest) ?? 0,
      years: years && { ...years, notes: notesOf([]) },
    };
  };
}

function sheetNotes(
  sheet: SheetSample,
  alike: readonly SheetSample[],
  others: readonly SheetSample[],
  without: readonly SheetSample[],
  hidden: readonly SheetSample[],
): readonly Text[] {
  const notes: Text[] = [];
  if (sheet.hidden)
    notes.push(
      inFour(
        'het blad is verborgen',
        'la feuille est masquée',
        'das Blatt ist ausgeblendet',
        'the sheet is hidden',
      ),
    );
  const list = (
    some: readonly SheetSample[],
    nl: string,
    fr: string,
    de: string,
    en: string,
  ): void => {
    if (some.length > 0) notes.push(inFour(nl, fr, de, en, { sheets: named(some) }));
  };
  list(
    alike,
    'bladen met dezelfde kop: {sheets}',
    'feuilles au même en-tête : {sheets}',
    'Blätter mit derselben Kopfzeile: {sheets}',
    'sheets with the same header: {sheets}',
  );
  list(
    others,
    'andere bladen met een tabel: {sheets}',
    'autres feuilles avec un tableau : {sheets}',
    'andere Blätter mit einer Tabelle: {sheets}',
    'other sheets with a table: {sheets}',
  );
  list(
    without,
    'bladen zonder tabel: {sheets}',
    'feuilles sans tableau : {sheets}',
    'Blätter ohne Tabelle: {sheets}',
    'sheets without a table: {sheets}',
  );
  list(
    hidden,
    'verborgen bladen: {sheets}',
    'feuilles masquées : {sheets}',
    'ausgeblendete Blätter: {sheets}',
    'hidden sheets: {sheets}',
  );
  const last = sheet.head.concat(sheet.tail).reduce((most, { line }) => Math.max(most, line), 0);
  if (sheet.claimed > last * 2 && sheet.claimed > 10_000)
    notes.push(
      inFour(
        'het blad zegt {claimed} rijen te hebben, de laatste met een waarde is {last}',
        'la feuille déclare {claimed} lignes, la dernière avec une valeur est la {last}',
        'das Blatt gibt {claimed} Zeilen an, die letzte mit einem Wert ist {last}',
        'the sheet claims {claimed} rows, the last with a value is {last}',
        { claimed: sheet.claimed, last },
      ),
    );
  return notes;
}

/** One geometry a sheet that holds a table, the likeliest first. */
export async function xlsxGeometry(
  reader: TableReader,
  file: string,
): Promise<readonly Geometry[]> {
  const { sheets, cut } = await workbookSheets(reader);
  const looked = sheets.flatMap((sheet) => sheetTable(sheet) ?? []);
  const tables = rankSheets(looked.filter(({ isTable }) => isTable));
  const shownTables = tables.length > 0 ? tables : looked.slice(0, 1);
  if (shownTables.length === 0) {
    throw noTable(
      { file },
      inFour(
        'een werkmap met {n} {n:leeg blad|lege bladen}',
        'un classeur avec {n} {n:feuille vide|feuilles vides}',
        'eine Arbeitsmappe mit {n} {n:leeren Blatt|leeren Blättern}',
        'a workbook with {n} {n:empty sheet|empty sheets}',
        { n: sheets.length },
      ),
      inFour(
        'haal het bestand opnieuw op, of bewaar het blad met de tabel als .csv',
        'récupérez à nouveau le fichier, ou enregistrez la feuille du tableau en .csv',
        'die Datei neu abrufen oder das Blatt mit der Tabelle als .csv speichern',
        'fetch the file again, or save the sheet that holds the table as .csv',
      ),
    );
  }
  const beside = besideOthers(shownTables, sheets);
  return shownTables.map((table, at) => {
    const { sheet, part } = table;
    const { notes, alternatives, rival, years } = beside(table);
    const only = sheets.length === 1;
    const clear =
      0.97 - (shownTables.length > 1 ? 0.25 * Math.min(1, rival / Math.max(1, table.cells)) : 0);
    const confidence = at > 0 ? 0.2 : only ? 1 : table.isTable ? clear : 0.4;
    return {
      file,
      format: makeGuess(
        'xlsx',
        0.99,
        inFour(
          'het bestand is een zip-archief met een werkmap',
          'le fichier est une archive zip avec un classeur',
          'die Datei ist ein Zip-Archiv mit einer Arbeitsmappe',
          'the file is a zip archive with a workbook',
        ),
      ),
      encoding: null,
      delimiter: null,
      quote: null,
      sheet: makeGuess(
        sheetText(sheet.name),
        confidence,
        only
          ? inFour('het enige blad', 'la seule feuille', 'das einzige Blatt', 'the only sheet')
          : inFour(
              '{sheet} heeft {rows}{rest}',
              '{sheet} a {rows}{rest}',
              '{sheet} hat {rows}{rest}',
              '{sheet} has {rows}{rest}',
              {
                sheet: shortened(sheet.name),
                rows: rowsWithValues(sheet.count),
                rest:
                  at > 0
                    ? inFour(
                        ', en een ander blad is waarschijnlijker',
                        ', et une autre feuille est plus probable',
                        ', und ein anderes Blatt ist wahrscheinlicher',
                        ' and another sheet is likelier',
                      )
                    : inFour(
                        '; {n} {n:ander blad|andere bladen} van de {of} {n:bevat|bevatten} een tabel',
                        ' ; {n} {n:autre feuille|autres feuilles} sur {of} {n:contient|contiennent} un tableau',
                        '; {n} {n:anderes Blatt|andere Blätter} von {of} {n:enthält|enthalten} eine Tabelle',
                        '; {n} {n:other sheet|other sheets} of {of} {n:holds|hold} a table',
                        { n: shownTables.length - 1, of: sheets.length - 1 },
                      ),
              },
            ),
        alternatives,
      ),
      ...(years && { years }),
      path: null,
      title: part.title,
      header: part.header,
      footer: cut
        ? {
            ...part.footer,
            confidence: Math.min(0.5, part.footer.confidence),
            reason: inFour(
              '{reason} (het eind van deze grote werkmap is niet gelezen)',
              '{reason} (la fin de ce grand classeur n’a pas été lue)',
              '{reason} (das Ende dieser großen Arbeitsmappe wurde nicht gelesen)',
              '{reason} (the end of this large workbook was not read)',
              { reason: part.footer.reason },
            ),
          }
        : part.footer,
      shape: { format: 'xlsx', sheet: sheetText(sheet.name), ...part.shape },
      titleLines: part.titleLines,
      footerLines: part.footerLines,
      otherTables: part.otherTables,
      notes: [...notes, ...part.notes],
    };
  });
}
