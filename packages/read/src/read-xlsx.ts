import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { InputError, inFour, joinWith, quoted, withheldText } from '@samenbeeld/schema';
import { checkWorkbook } from './check-workbook.ts';
import { columnLetter } from './column-letter.ts';
import type { MergedRange } from './columns.ts';
import type { FileBytes } from './file-bytes.ts';
import { type IssueLog, issueLog } from './issue-log.ts';
import { layOut, type RawRow } from './layout.ts';
import { parseWorkbook, spreadsheets } from './parse-workbook.ts';
import { nameTest } from './pick-named.ts';
import { withPlainCells } from './plain-cells.ts';
import { remembered } from './remembered.ts';
import type { FileShape, ReadTable } from './table.ts';

/** A sheet of a workbook. */
interface Sheet {
  readonly name: string;
  readonly sheet: WorkSheet;
  readonly hidden: boolean;
}

/** The sheets by name or expression; the first visible one when neither is given. */
function chooseSheets(
  file: string,
  sheets: readonly Sheet[],
  wanted: string | undefined,
): readonly Sheet[] {
  const tables = sheets.filter(({ sheet }) => sheet?.['!data']);
  const test = wanted === undefined ? null : nameTest(wanted);
  const chosen = test
    ? tables.filter(({ name }) => test(name))
    : tables.filter(({ hidden }) => !hidden).slice(0, 1);
  if (chosen.length === 0) {
    const names = tables.map(({ name, hidden }) =>
      hidden
        ? inFour(
            '{name} (verborgen)',
            '{name} (masquée)',
            '{name} (ausgeblendet)',
            '{name} (hidden)',
            { name: quoted(name) },
          )
        : quoted(name),
    );
    const found =
      names.length > 0
        ? joinWith(names, ', ')
        : inFour(
            'geen dat leesbaar is',
            'aucune qui soit lisible',
            'keines, das lesbar ist',
            'none that is readable',
          );
    throw new InputError(
      wanted === undefined
        ? inFour(
            'een zichtbaar blad verwacht, gevonden: {found}',
            'une feuille visible était attendue, trouvé : {found}',
            'ein sichtbares Blatt erwartet, gefunden: {found}',
            'expected a visible sheet, found {found}',
            { found },
          )
        : inFour(
            'een blad {wanted} verwacht, gevonden: {found}',
            'une feuille {wanted} était attendue, trouvé : {found}',
            'ein Blatt {wanted} erwartet, gefunden: {found}',
            'expected a sheet {wanted}, found {found}',
            { wanted, found },
          ),
      {
        place: { file },
        repair: inFour(
          'verbeter het blad in de bronbeschrijving',
          'corrigez la feuille dans la description de la source',
          'das Blatt in der Quellenbeschreibung berichtigen',
          'correct the sheet in the source description',
        ),
      },
    );
  }
  return chosen;
}

/** Says which sheets were hidden and which were left alone. */
function noteSheets(sheets: readonly Sheet[], chosen: readonly Sheet[], log: IssueLog): void {
  const list = (some: readonly Sheet[]): string => some.map(({ name }) => `"${name}"`).join(', ');
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const others = sheets.filter((sheet) => !sheet.hidden && !chosen.includes(sheet));
  if (hidden.length > 0) {
    log.add(
      'note',
      'sheet.hidden',
      {},
      `hidden sheets: ${list(hidden)}`,
      'look whether data stand there',
    );
  }
  if (others.length > 0) {
    log.add(
      'note',
      'sheet.other',
      {},
      `sheets not read: ${list(others)}`,
      'name the sheets that hold data',
    );
  }
}

/** A cell as text, as stored where that differs, and the name of what a person should know. */
interface ExcelText {
  readonly text: string | null;
  readonly stored?: string;
  readonly remark?:
    | 'formula'
    | 'formula-without-value'
    | 'error'
    | 'date'
    | 'impossible-date'
    | 'duration';
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A serial day as an ISO date, time, or both; null for days that never were, such as 29 February 1900. */
function isoText(serial: number, date1904: boolean): string | null {
  const code = spreadsheets().SSF.parse_date_code(serial, { date1904 });
  if (!code) return null;
  const { y, m, d, H, M, S } = code;
  const time = `${two(H)}:${two(M)}:${two(S)}`;
  if (serial < 1) return time;
  if (y > 9999 || new Date(Date.UTC(y, m - 1, d)).getUTCDate() !== d) return null;
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  return code.T === 0 && code.u === 0 ? day : `${day}T${time}`;
}

/** The same of a number as it is stored, from 1900 or 1904 on: a sheet has few days, and a cell each. */
const isoFrom1900 = remembered((stored) => isoText(Number(stored), false));
const isoFrom1904 = remembered((stored) => isoText(Number(stored), true));

/** Whether formats are those of days or times: a workbook has few, and a cell each. */
const isDate = remembered((format) => spreadsheets().SSF.is_date(format), 1000);

/** The text of a cell: numbers in their shortest exact form, dates as ISO text, formulas by their stored result. */
export function excelText(cell: CellObject, date1904: boolean): ExcelText {
  const { t, v, z, f } = cell;
  const formula = f === undefined ? {} : ({ remark: 'formula' } as const);
  if (t === 'z' || v === undefined || v === null) {
    return { text: null, ...(f === undefined ? {} : { remark: 'formula-without-value' }) };
  }
  if (t === 'e') return { text: errors[Number(v)] ?? '#ERROR', remark: 'error' };
  if (t === 'b') return { text: String(v), stored: v ? '1' : '0', ...formula };
  if (t !== 'n') return { text: String(v) || null, ...formula };
  const stored = String(v);
  if (typeof z !== 'string' || !isDate(z)) return { text: stored, ...formula };
  if (/\[[hms]+\]/i.test(z)) return { text: stored, remark: 'duration' };
  const iso = (date1904 ? isoFrom1904 : isoFrom1900)(stored);
  return iso === null
    ? { text: stored, remark: 'impossible-date' }
    : { text: iso, stored, remark: 'date' };
}

const remarks: Readonly<
  Record<NonNullable<ExcelText['remark']>, readonly ['note' | 'warning', string, string]>
> = {
  formula: ['note', 'a formula: its stored result is used', 'none needed'],
  'formula-without-value': [
    'warning',
    'a formula without stored result: the cell counts as empty',
    'open the workbook in a spreadsheet and save it',
  ],
  error: ['warning', 'the cell shows an error of the spreadsheet', 'ask the publisher'],
  date: ['note', 'a date: given as ISO text, with the stored number beside it', 'none needed'],
  'impossible-date': [
    'warning',
    'formatted as a date that never was: given as the stored number',
    'correct the cell',
  ],
  duration: ['note', 'a duration: given as the stored number of days', 'none needed'],
};

/** Letters of all cells of a sheet: a text is stored once, however many cells show it. */
const mostLetters = 200_000_000;

function refuseLong(file: string, sheet: string, letters: number): void {
  if (letters <= mostLetters) return;
  throw new InputError(
    inFour(
      'ten hoogste {most} miljoen letters in de cellen van een blad verwacht, gevonden: meer',
      'au plus {most} millions de lettres étaient attendues dans les cellules d’une feuille, trouvé : davantage',
      'höchstens {most} Millionen Buchstaben in den Zellen eines Blatts erwartet, gefunden: mehr',
      'expected at most {most} million letters in the cells of a sheet, found more',
      { most: mostLetters / 1e6 },
    ),
    {
      place: { file, sheet },
      repair: inFour(
        'laat de kolommen met lange teksten weg, of bewaar het blad als .csv',
        'retirez les colonnes aux longs textes, ou enregistrez la feuille en .csv',
        'die Spalten mit langen Texten weglassen oder das Blatt als .csv speichern',
        'leave out the columns with long texts, or save the sheet as .csv',
      ),
    },
  );
}

/** Rows that hold a cell with a value, by their number in the sheet. */
function readRows(
  sheet: WorkSheet,
  title: number,
  date1904: boolean,
  log: IssueLog,
  most: number,
): { readonly rows: readonly RawRow[]; readonly letters: number } {
  const rows: RawRow[] = [];
  let letters = 0;
  (sheet['!data'] ?? []).slice(0, most).forEach((row: readonly (CellObject | undefined)[], at) => {
    const line = at + 1;
    const cells: (string | null)[] = [];
    let stored: Record<number, string> | undefined;
    row?.forEach((cell, index) => {
      if (!cell) return;
      const found = excelText(cell, date1904);
      if (line > title && found.remark) {
        const [severity, message, repair] = remarks[found.remark];
        log.add(
          severity,
          `cell.${found.remark}`,
          { line, column: columnLetter(index) },
          message,
          repair,
        );
      }
      if (found.text === null) return;
      while (cells.length < index) cells.push(null);
      cells.push(found.text);
      letters += found.text.length;
      if (found.stored !== undefined) {
        stored ??= {};
        stored[index] = found.stored;
      }
    });
    if (cells.length === 0) return;
    rows.push(stored ? { line, lines: 1, cells, stored } : { line, lines: 1, cells });
  });
  return { rows, letters };
}

/** Columns that hold numbers and no days, with the texts among them that hold a figure with marks. */
function textsAmongNumbers(
  sheet: WorkSheet,
  rows: readonly { readonly line: number; readonly cells: readonly (string | null)[] }[],
): Readonly<Record<number, readonly string[]>> {
  const numbers = new Set<number>();
  const texts = new Map<number, Set<string>>();
  for (const { line, cells } of rows)
    (sheet['!data']?.[line - 1] ?? []).forEach((cell: CellObject | undefined, index) => {
      // A number that is shown as it is stored is no day.
      if (cell?.t === 'n' && !numbers.has(index) && cells[index] === String(cell.v))
        numbers.add(index);
      if (cell?.t !== 's') return;
      const known = texts.get(index);
      if (known) known.add(cells[index] ?? '');
      else texts.set(index, new Set([cells[index] ?? '']));
    });
  const marked = (index: number): readonly string[] => {
    const trimmed = [...(texts.get(index) ?? [])].map((text) => text.trim());
    return [...new Set(trimmed.filter((text) => /\d[.,]\d/u.test(text)))];
  };
  return Object.fromEntries([...numbers].map((index) => [index, marked(index)]));
}

function mergedRanges(sheet: WorkSheet): readonly MergedRange[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }));
}

/** A workbook, and whether only the first rows of its sheets were read. */
export interface OpenedWorkbook {
  readonly book: WorkBook;
  readonly cut: boolean;
}

/** Of workbooks that unpack to more than `bytes`, only so many rows of each sheet are read. */
export interface WorkbookLimit {
  readonly bytes: number;
  readonly rows: number;
}

function once<Result>(make: () => Result): () => Result {
  let outcome: (() => Result) | undefined;
  return () => {
    if (outcome) return outcome();
    try {
      const result = make();
      outcome = () => result;
    } catch (error) {
      outcome = () => {
        throw error;
      };
    }
    return outcome();
  };
}

/** What came of workbooks, by the bytes that hold them: each is checked and parsed once, however many shapes are tried on it. */
const outcomes = new WeakMap<FileBytes, (limit?: WorkbookLimit) => OpenedWorkbook>();

/** The workbook that a file holds. */
export function workbookOf(source: FileBytes, limit?: WorkbookLimit): OpenedWorkbook {
  const known = outcomes.get(source);
  if (known) return known(limit);
  const { file, bytes } = source;
  const checked = once(() => checkWorkbook(file, bytes));
  const parsed = (sheetRows: number, parts = checked().parts): WorkBook =>
    parseWorkbook(file, checked().pack(parts), {
      sheetStubs: checked().unstored,
      cellFormula: checked().formulas,
      sheetRows,
    });
  const plain = (): WorkBook | null => {
    const { unstored, parts } = checked();
    return unstored ? null : withPlainCells(parts, (some) => parsed(0, some));
  };
  const whole = once(() => plain() ?? parsed(0));
  const open = (least?: WorkbookLimit): OpenedWorkbook =>
    least && checked().size > least.bytes
      ? { book: parsed(least.rows), cut: true }
      : { book: whole(), cut: false };
  outcomes.set(source, open);
  return open(limit);
}

/** The sheets of a workbook, or the first rows of each. Only cells that are there cost anything, whatever range the sheet claims. */
export function readXlsx(
  source: FileBytes,
  shape: FileShape,
  most: number = Number.POSITIVE_INFINITY,
): readonly ReadTable[] {
  const { file, sha256 } = source;
  const { book } = workbookOf(source);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, at) => ({
    name: withheldText(name),
    sheet: book.Sheets[name] as WorkSheet,
    hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
  }));
  const chosen = chooseSheets(file, sheets, shape.sheet);
  return chosen.map(({ name, sheet }) => {
    const log = issueLog(file, name);
    noteSheets(sheets, chosen, log);
    const { rows: all, letters } = readRows(sheet, shape.title ?? 0, date1904, log, most);
    refuseLong(file, name, letters);
    const total = all.at(-1)?.line ?? 0;
    const title = Math.min(shape.title ?? 0, total);
    const rows = all.filter(({ line }) => line > title);
    const merged = mergedRanges(sheet);
    const layout = layOut(
      {
        place: { file, sheet: name },
        rows,
        title,
        total,
        grid: { merged, gaps: total - title - rows.length },
      },
      shape,
      log,
    );
    const [first, last] = [layout.rows[0]?.line ?? total + 1, layout.rows.at(-1)?.line ?? 0];
    const within = merged.filter((each) => each.bottom >= first && each.top <= last);
    for (const { top, bottom, left } of within) {
      log.add(
        'warning',
        'cell.merged',
        { line: top, column: columnLetter(left) },
        `merged down to line ${bottom}: only the first cell holds the value`,
        'write `fill: down` in the mapping of the column where the value holds for all of them, or fill the cells in the workbook',
      );
    }
    const titles = all
      .filter(({ line }) => line <= title)
      .map(({ cells }) => cells.flatMap((cell) => cell ?? []).join(' '));
    return {
      file,
      sheet: name,
      ...layout,
      titles,
      textsAmongNumbers: textsAmongNumbers(sheet, layout.rows),
      merged: within.flatMap(({ top, bottom, left }) =>
        bottom > top ? [{ column: left, top: Math.max(top, first), bottom }] : [],
      ),
      sha256,
      notes: log.notes(),
      rejects: log.rejects(),
    };
  });
}
