import { InputError, inFour, type Place } from '@samenbeeld/schema';
import { type MergedRange, makeColumns } from './columns.ts';
import { footerTest } from './footer.ts';
import { footerTexts } from './footer-texts.ts';
import type { IssueLog } from './issue-log.ts';
import { refuseWide } from './refuse-wide.ts';
import { noteEndless, noteLikeFooter, noteTrailing } from './row-notes.ts';
import type { FileShape, LineCounts, ReadColumn, ReadRow } from './table.ts';

/** Whether a cell holds more than blanks. */
export const hasValue = (cell: string | null): boolean =>
  cell !== null && (cell.charCodeAt(0) > 32 || cell.trim() !== '');

/** Index after the last cell with a value. */
export const filledSize = (cells: readonly (string | null)[]): number =>
  cells.findLastIndex(hasValue) + 1;

/** As many cells as most rows have, the larger number where two are as common. */
function commonWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? 0;
}

/** Whether a row fits in `limit` cells; one that does not is rejected, and a shorter one noted. */
export function fitsRow({ line, cells }: RawRow, limit: number, log: IssueLog): boolean {
  if (cells.length === limit) return true;
  const size = filledSize(cells);
  if (size > limit) {
    log.add(
      'rejection',
      'row.too-long',
      { line },
      `expected ${limit} cells, found ${size}`,
      'quote the cell that holds the delimiter, or correct the row',
    );
    return false;
  }
  if (cells.length > limit) {
    log.add(
      'note',
      'row.trailing-empty',
      { line },
      `${cells.length - limit} empty cells after the last column are dropped`,
      'none needed',
    );
  }
  if (cells.length < limit) {
    log.add(
      'note',
      'row.too-short',
      { line },
      `expected ${limit} cells, found ${cells.length}: the missing ones count as empty`,
      'ask the publisher whether a value was meant',
    );
  }
  return true;
}

/** The rows that fit in `limit` cells; the others are rejected, and shorter ones noted. */
function fitRows(rows: readonly RawRow[], limit: number, log: IssueLog): readonly RawRow[] {
  return rows.filter((row) => fitsRow(row, limit, log));
}

/** A row whose part in the table is not yet known. */
export interface RawRow {
  readonly line: number;
  readonly lines: number;
  readonly cells: (string | null)[];
  readonly stored?: Readonly<Record<number, string>>;
}

/** What a reader has found, before it is laid out. */
export interface RawTable {
  readonly place: Place;
  /** Rows after the title, in order. */
  readonly rows: readonly RawRow[];
  /** Lines of the title. */
  readonly title: number;
  /** Lines of the file or sheet, counted apart from the rows. */
  readonly total: number;
  /** The whole text of a row, for the footer's expression. */
  readonly text?: (row: number) => string;
  /** Cells are placed by their column, so that no row is too long or too short. */
  readonly grid?: {
    readonly merged: readonly MergedRange[];
    /** Blank lines that are not among the rows. */
    readonly gaps: number;
  };
}

/** Columns and data rows, and what became of the lines. */
export interface Layout {
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly ReadRow[];
  readonly lines: LineCounts;
  readonly footers: readonly string[];
}

const lineSum = (rows: readonly RawRow[]): number =>
  rows.reduce((sum, { lines }) => sum + lines, 0);

const firstValue = ({ cells }: RawRow): string | null => cells.find(hasValue) ?? null;

/** The lines of a file do not add up. */
export function lostCount(place: Place, total: number, counted: number): InputError {
  return new InputError(
    inFour(
      '{total} regels verwacht, geteld: {counted}',
      '{total} lignes étaient attendues, comptées : {counted}',
      '{total} Zeilen erwartet, gezählt: {counted}',
      'expected {total} lines, counted {counted}',
      { total, counted },
    ),
    {
      place,
      repair: inFour(
        'meld de indeling van dit bestand: de lezer is de tel kwijt',
        'signalez la disposition de ce fichier : le lecteur a perdu le compte',
        'den Aufbau dieser Datei melden: der Leser hat sich verzählt',
        'report the layout of this file: the reader has lost count',
      ),
    },
  );
}

/** Fewer rows with values than the header has. */
export function headersLacking(
  place: Place,
  headers: number,
  found: number,
  title: number,
): InputError {
  const said = { headers, n: found, title };
  return new InputError(
    title > 0
      ? inFour(
          '{headers:een kopregel|# kopregels} verwacht onder regel {title}, gevonden: {n} {n:rij|rijen} met waarden',
          '{headers:une ligne d’en-tête était attendue|# lignes d’en-tête étaient attendues} sous la ligne {title}, trouvé : {n} {n:ligne|lignes} avec des valeurs',
          '{headers:eine Kopfzeile|# Kopfzeilen} unter Zeile {title} erwartet, gefunden: {n} {n:Zeile|Zeilen} mit Werten',
          'expected {headers:a header row|# header rows} below line {title}, found {n} rows with values',
          said,
        )
      : inFour(
          '{headers:een kopregel|# kopregels} verwacht, gevonden: {n} {n:rij|rijen} met waarden',
          '{headers:une ligne d’en-tête était attendue|# lignes d’en-tête étaient attendues}, trouvé : {n} {n:ligne|lignes} avec des valeurs',
          '{headers:eine Kopfzeile|# Kopfzeilen} erwartet, gefunden: {n} {n:Zeile|Zeilen} mit Werten',
          'expected {headers:a header row|# header rows}, found {n} rows with values',
          said,
        ),
    {
      place,
      repair: inFour(
        'verbeter title en header in de bronbeschrijving, of haal het bestand opnieuw op',
        'corrigez title et header dans la description de la source, ou récupérez à nouveau le fichier',
        'title und header in der Quellenbeschreibung berichtigen oder die Datei neu abrufen',
        'correct title and header in the source description, or fetch the file again',
      ),
    },
  );
}

/** The five kinds of lines; refuses to go on when they do not add up. */
function countKinds(raw: RawTable, header: number, footer: number, data: number): LineCounts {
  const { total, title, place } = raw;
  const blank = lineSum(raw.rows) + (raw.grid?.gaps ?? 0) - header - footer - data;
  const sum = title + header + footer + blank + data;
  if (sum !== total) {
    throw lostCount(place, total, sum);
  }
  return { total, title, header, footer, blank, data };
}

/**
 * Sorts rows into header, data, blank and footer and makes the columns. The footer is what matches at the end;
 * a row that matches before the last data row is data. What stands below the table counts as footer. Columns without header and value at the right are dropped.
 */
export function layOut(raw: RawTable, shape: FileShape, log: IssueLog): Layout {
  const filled: number[] = [];
  raw.rows.forEach(({ cells }, at) => {
    if (cells.some(hasValue)) filled.push(at);
  });
  const rowsAt = (some: readonly number[]): RawRow[] => some.map((at) => raw.rows[at] as RawRow);
  const headers = shape.header ?? 1;
  if (filled.length < headers) {
    throw headersLacking(raw.place, headers, filled.length, raw.title);
  }
  const isFooter = footerTest(shape.footer);
  const isBeyond = footerTest(shape.until, 'until');
  const beyond = filled.findIndex(
    (at, index) =>
      index >= headers && isBeyond(firstValue(raw.rows[at] as RawRow), () => raw.text?.(at) ?? ''),
  );
  if (beyond < 0 && shape.until !== undefined) noteEndless(shape.until, log);
  const last = beyond < 0 ? filled.length : beyond;
  let end = last;
  for (; end > headers; end--) {
    const at = filled[end - 1] as number;
    if (!isFooter(firstValue(raw.rows[at] as RawRow), () => raw.text?.(at) ?? '')) break;
  }
  const header = rowsAt(filled.slice(0, headers));
  const data = rowsAt(filled.slice(headers, end));
  const footer = rowsAt(filled.slice(end, last));
  const below = lineSum(footer) + lineSum(rowsAt(filled.slice(last)));
  const lines = countKinds(raw, lineSum(header), below, lineSum(data));

  const widest = Math.max(0, ...header.map(({ cells }) => cells.length));
  const limit = headers > 0 ? widest : commonWidth(data);
  const rows = raw.grid ? data : fitRows(data, limit, log);
  const used: boolean[] = [];
  for (const row of rows) {
    const { cells, line } = row;
    for (let i = 0; i < cells.length; i++)
      if (!used[i] && hasValue(cells[i] ?? null)) used[i] = true;
    if (isFooter(firstValue(row))) {
      noteLikeFooter(line, log);
    }
  }
  const width = Math.max(used.length, ...header.map(({ cells }) => filledSize(cells)));
  refuseWide({ ...raw.place, ...(header[0] && { line: header[0].line }) }, width);
  if (!raw.grid && limit > width) {
    noteTrailing(header[0]?.line, limit, width, log);
  }
  for (const { cells } of rows) {
    while (cells.length < width) cells.push(null);
    cells.length = width;
  }
  const columns = makeColumns(header, width, (column) => used[column] ?? false, raw.grid?.merged);
  return { columns, rows, lines, footers: footerTexts(footer) };
}
