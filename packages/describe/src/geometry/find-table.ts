import { cellKind, isPeriodCell } from './cell-kind.ts';
import { type ColumnShape, columnProfiles } from './column-profile.ts';
import { isHeaderWord } from './header-words.ts';
import { judgeRow, numbersColumns, type RowVerdict } from './judge-row.ts';
import {
  type MergedCells,
  rowText,
  type SampledCells,
  type SampleRows,
  sampleRow,
} from './sample-row.ts';
import { isWide, leftEdge, tableWidth, usualFilled } from './table-extent.ts';

/** What titles say and headings do not: a colon and more, a date, an edition. */
const titleText =
  /[:：]\s*\S|[:：]\s*$|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|\b(?:erstellt|stand|bijgewerkt|updated?|extracted|version|source|bron|quelle|tab(?:el|le|elle|leau)\s*\d)\b/iu;

/** A sentence that the delimiter cut at its commas: each later part goes on behind a blank, as no cell of the row below does. */
function isCutSentence(row: SampledCells, lower: SampledCells): boolean {
  const later = ({ filled }: SampledCells): readonly number[] => filled.filter((at) => at > 0);
  const goesOn = ({ cells }: SampledCells, at: number): boolean => /^ \S/u.test(cells[at] ?? '');
  const parts = later(row);
  return (
    parts.length > 0 &&
    parts.every((at) => goesOn(row, at)) &&
    !later(lower).some((at) => goesOn(lower, at))
  );
}

/** Whether a row can belong to the header above `lower`. */
function continuesHeader(
  row: SampledCells,
  lower: SampledCells,
  usual: number,
  base: number,
  merged: readonly MergedCells[],
): boolean {
  if (isCutSentence(row, lower)) return false;
  // A cell merged over blank rows leaves no gap.
  const spans = merged.some(({ top, bottom }) => top === row.line && bottom >= lower.line - 1);
  const gap = spans ? 0 : lower.line - row.line - row.lines;
  const [first = 0] = row.filled;
  const text = (row.cells[first] ?? '').trim();
  const size = row.filled.length;
  if (gap > 0) return size > 2 && size >= usual * 0.6;
  const across = merged.some(
    ({ top, left, right }) =>
      top === row.line && right > left && left > base && row.filled.includes(left),
  );
  const down = merged.some(
    ({ top, bottom, left }) =>
      top === row.line && bottom >= lower.line && row.filled.includes(left),
  );
  if (size === 1) return (across || down || first > base) && usual > 1;
  if (across || down) return true;
  const sparse = size <= Math.max(2, usual * 0.25);
  if (sparse && usual > 2 && row.filled.some((column) => titleText.test(row.cells[column] ?? ''))) {
    return false;
  }
  if (/[:：]$/.test(text) && size === 2) return false;
  if (usual >= 5 && size === 2 && first === base && (row.filled[1] ?? 0) <= base + 2) return false;
  return true;
}

/** A row that only names the first column, right below headings: "GEO (Labels)" under "TIME", 2020, 2021. */
function namesStub(rows: readonly SampledCells[], at: number): boolean {
  const row = rows[at];
  const above = rows[at - 1];
  if (!row || !above || row.filled.length !== 1 || above.filled.length < 2) return false;
  return above.line + above.lines === row.line && isHeaderWord(row.cells[row.filled[0] ?? 0]);
}

/** The first row of the header that ends right above the body. */
function headerStart(
  rows: readonly SampledCells[],
  body: number,
  usual: number,
  merged: readonly MergedCells[],
): number {
  const base = leftEdge(rows, body);
  let start = body - 1;
  while (start > 0) {
    const row = rows[start - 1] as SampledCells;
    if (numbersColumns(row)) break;
    if (!continuesHeader(row, rows[start] as SampledCells, usual, base, merged)) break;
    start--;
  }
  return start;
}

const deepest = 120;

/** Whether a row is a word and, behind it, codes of two or three digits, as areas have ("Départements", 01, 02, 2A). */
function holdsShortCodes({ cells, filled: [first = 0, ...others] }: SampledCells): boolean {
  return (
    others.length > 1 &&
    cellKind(cells[first]) === 'text' &&
    others.every((column) => /^(?:\d{2,3}|2[AB])$/u.test((cells[column] ?? '').trim()))
  );
}

const isHeaderLike = ({ header, data }: RowVerdict): boolean => header > data + 0.2;
const isDataLike = ({ header, data }: RowVerdict): boolean => data > header + 0.2;

/** The first row that is data, by what the columns below it hold. */
function firstData(
  rows: readonly SampledCells[],
  usual: number,
  profiles: readonly ColumnShape[],
  repeats: ReadonlySet<SampledCells>,
): { readonly body: number; readonly sure: number } {
  const verdicts = rows.slice(0, deepest).map((row) => judgeRow(row, profiles));
  const wide = verdicts.map((_, at) => {
    const row = rows[at] as SampledCells;
    return !repeats.has(row) && isWide(row, usual);
  });
  const widest = Math.max(0, wide.indexOf(true));
  // Below a row that numbers the columns stand their names.
  const numbered = verdicts[widest]?.numbering === true && widest + 1 < wide.length;
  const firstWide = numbered ? widest + 1 : widest;
  const base = leftEdge(rows, firstWide);
  // One cell at the left titles what follows; elsewhere it heads a column, such as a unit does.
  const titlesSection = ({ filled }: SampledCells): boolean =>
    filled.length === 1 && usual > 1 && (filled[0] ?? 0) <= base;
  const namesColumns = (at: number): boolean => {
    const row = rows[at] as SampledCells;
    const { header, data, against } = verdicts[at] as RowVerdict;
    const named = row.filled.filter((column) => isHeaderWord(row.cells[column])).length;
    return header > data + 0.2 && (against > 0 || named >= row.filled.length * 0.5);
  };
  for (let at = numbered ? firstWide + 1 : firstWide; at < verdicts.length; at++) {
    const verdict = verdicts[at] as RowVerdict;
    if (!wide[at] || !isDataLike(verdict)) continue;
    const next = verdicts.slice(at + 1, at + 9).filter((_, i) => wide[at + 1 + i]);
    const contrary = next.filter(isHeaderLike).length;
    const soon = next.slice(0, 3).filter(isHeaderLike).length;
    if (contrary > next.length * 0.25 || soon > 1) continue;
    // Numbers of areas stand above the names of the columns, and no figures do.
    const [below] = next;
    const isAboveNames =
      below !== undefined && below.typed > 1 && below.against === below.typed && at === firstWide;
    if (isAboveNames && holdsShortCodes(rows[at] as SampledCells)) continue;
    const sure = verdict.data - verdict.header;
    // A lone year above numbers names them where nothing else does.
    if (at === firstWide)
      return verdict.lonePeriod && verdict.data <= 1
        ? { body: at + 1, sure: 0 }
        : { body: at, sure };
    // What tells nothing below a row of headings is data of an odd kind.
    const named = verdicts.findLastIndex(
      (_, i) =>
        i < at &&
        !repeats.has(rows[i] as SampledCells) &&
        namesColumns(i) &&
        !titlesSection(rows[i] as SampledCells),
    );
    const after = Math.max(named, firstWide) + 1;
    return { body: namesStub(rows, after) && after < at ? after + 1 : after, sure };
  }
  // Nothing tells: the first wide row names the columns.
  let at = firstWide;
  while (at + 1 < verdicts.length && wide[at + 1] && namesColumns(at + 1)) at++;
  return { body: Math.min(rows.length, at + 1), sure: 0 };
}

/** What is known of a found table when its confidence is weighed. */
interface Evidence {
  readonly rows: readonly SampledCells[];
  readonly header: number;
  readonly body: number;
  readonly verdict: RowVerdict;
  /** By how much the first data row is more data than header. */
  readonly sure: number;
  readonly usual: number;
  readonly repeats: ReadonlySet<SampledCells>;
  readonly merged: readonly MergedCells[];
}

/** How sure the first data row and the first header row are, 0 to 1: few rows, gaps and sparse rows make unsure. */
function confidences({ rows, header, body, verdict, sure, usual, repeats, merged }: Evidence): {
  readonly bodyConfidence: number;
  readonly titleConfidence: number;
} {
  const count = rows.slice(body).filter((row) => isWide(row, usual) && !repeats.has(row)).length;
  // Words or periods above figures in each of two columns and more need no rows to be counted.
  const isPlain =
    header < body &&
    verdict.against >= 2 &&
    verdict.against === verdict.typed &&
    verdict.data === 0;
  const few = count >= 5 || isPlain ? 1 : 0.8 + 0.04 * count;
  if (header === body) {
    const clear = 1 - Math.exp(-Math.max(0, sure) / 1.5);
    return { bodyConfidence: (0.4 + 0.5 * clear) * few, titleConfidence: 0.8 };
  }
  const evidence = verdict.header - verdict.data + Math.min(2, Math.max(0, sure));
  const clear = 1 - Math.exp(-Math.max(0, evidence) / 1.6);
  const bodyConfidence = (0.55 + 0.44 * clear) * few;
  const block = rows.slice(header, body);
  const spanned = (from: number, to: number): boolean =>
    merged.some(({ top, bottom }) => top <= from && bottom >= to - 1 && bottom > from);
  const gaps = block.filter((row, at) => {
    const above = block[at - 1];
    return above && row.line - above.line > 1 && !spanned(above.line, row.line);
  });
  const sparse = block.filter(({ filled }) => filled.length < usual * 0.6).length;
  const above = rows[header - 1];
  const closeTitle =
    above !== undefined &&
    above.filled.length > 1 &&
    above.filled.length < usual * 0.6 &&
    !isCutSentence(above, rows[header] as SampledCells);
  const titleConfidence =
    0.98 -
    0.12 * gaps.length -
    0.06 * Math.min(3, sparse) -
    0.05 * Math.max(0, block.length - 3) -
    (closeTitle ? 0.1 : 0) -
    (usual <= 2 && header > 0 ? 0.08 : 0);
  return { bodyConfidence, titleConfidence };
}

/** Rows of one filled cell between header and body belong to the body: they title a section. */
function withSections(rows: readonly SampledCells[], body: number, usual: number): number {
  let at = body;
  while (at > 1 && usual > 1 && (rows[at - 1] as SampledCells).filled.length === 1) {
    const above = rows[at - 2] as SampledCells;
    const [column = 0] = (rows[at - 1] as SampledCells).filled;
    const base = leftEdge(rows, body);
    if (column > base || above.filled.length < Math.max(2, usual * 0.5)) break;
    if (namesStub(rows, at - 1)) break;
    at--;
  }
  return at;
}

/** A row of few cells above a body without header that holds what its columns hold is data. */
function withOddRows(
  rows: readonly SampledCells[],
  body: number,
  usual: number,
  profiles: readonly ColumnShape[],
): number {
  let at = body;
  while (at > 0 && usual > 2) {
    const row = rows[at - 1] as SampledCells;
    const { header, data } = judgeRow(row, profiles);
    if (row.filled.length >= usual * 0.4 || data <= header + 0.2) break;
    at--;
  }
  return at;
}

/** Rows of text and periods that stand higher up already: headers on each page. */
function repeatedRows(rows: readonly SampledCells[]): ReadonlySet<SampledCells> {
  const seen = new Set<string>();
  const repeats = new Set<SampledCells>();
  for (const row of rows) {
    if (row.filled.length < 2) continue;
    const isText = (column: number): boolean => cellKind(row.cells[column]) === 'text';
    const names = row.filled.every((column) => isText(column) || isPeriodCell(row.cells[column]));
    if (!names || !row.filled.some(isText)) continue;
    const text = rowText(row);
    const named = (column: number): boolean =>
      isPeriodCell(row.cells[column]) || isHeaderWord(row.cells[column]);
    if (seen.has(text) && row.filled.some(named)) repeats.add(row);
    seen.add(text);
  }
  return repeats;
}

/** Below copies of the header right under it: the last of them names the columns. */
function belowCopies(
  rows: readonly SampledCells[],
  body: number,
  repeats: ReadonlySet<SampledCells>,
): number {
  const header = rows[body - 1];
  let at = body;
  for (let row = rows[at]; header && row && repeats.has(row); row = rows[at]) {
    if (rowText(row) !== rowText(header)) break;
    at++;
  }
  return at;
}

/** Where a table stands among the rows of a sample, as indexes into `head`. */
export interface FoundTable {
  /** Columns that the body uses. */
  readonly width: number;
  /** Columns that its rows usually fill. */
  readonly usual: number;
  /** The first header row; equals `body` where there is none. */
  readonly header: number;
  /** The first data row. */
  readonly body: number;
  readonly profiles: readonly ColumnShape[];
  /** Of the names that stand lowest in the header, or of the first data row where there is no header. */
  readonly verdict: RowVerdict;
  /** How sure the first data row is, 0 to 1. */
  readonly bodyConfidence: number;
  /** How sure the first header row is, 0 to 1. */
  readonly titleConfidence: number;
}

/** The names of the columns as one row: what stands lowest in a header of several rows, of which the upper name more than one. */
function lowestNames(block: readonly SampledCells[]): SampledCells {
  const last = block.at(-1) as SampledCells;
  const cells = Array.from(
    { length: Math.max(...block.map((row) => row.cells.length)) },
    (_, column) => block.findLast(({ filled }) => filled.includes(column))?.cells[column] ?? null,
  );
  return sampleRow(last.line, last.lines, cells) ?? last;
}

/** Rows that are surely of the body: the later ones among the wide. */
function reference(wide: readonly SampledCells[]): readonly SampledCells[] {
  if (wide.length <= 9) return wide.slice(-Math.max(1, Math.floor(wide.length / 3)));
  return wide.slice(Math.min(40, Math.ceil(wide.length / 2)));
}

/** Only narrow lines stand above the body. */
function headless(
  rows: readonly SampledCells[],
  body: number,
  usual: number,
  profiles: readonly ColumnShape[],
): boolean {
  const above = rows[body - 1] as SampledCells;
  if (namesStub(rows, body - 1)) return false;
  if (usual <= 1) return judgeRow(above, profiles).data > 0.5;
  return usual > 2 && above.filled.length === 1 && (above.filled[0] ?? 0) === 0;
}

/**
 * Finds header and body by comparing rows: a header is text above numbers, dates and codes, or periods above
 * numbers; a title is narrow. All-text tables have their first wide row as header unless it looks like the others.
 */
export function findTable({ head, merged }: SampleRows): FoundTable | null {
  if (head.length === 0) return null;
  const usual = usualFilled(head);
  const width = tableWidth(head);
  const repeats = repeatedRows(head);
  const wide = head.filter((row) => isWide(row, usual) && !repeats.has(row));
  let profiles = columnProfiles(reference(wide), width);
  let found = firstData(head, usual, profiles, repeats);
  for (let round = 0; round < 2; round++) {
    const body = wide.filter(({ line }) => line >= (head[found.body]?.line ?? 0));
    if (body.length === 0) break;
    profiles = columnProfiles(body, width);
    found = firstData(head, usual, profiles, repeats);
  }
  const first = withOddRows(head, withSections(head, found.body, usual), usual, profiles);
  const body = belowCopies(head, first, repeats);
  const header =
    body === 0
      ? 0
      : headless(head, body, usual, profiles)
        ? body
        : body > first
          ? body - 1
          : headerStart(head, body, usual, merged);
  const verdict = judgeRow(
    header < body ? lowestNames(head.slice(header, body)) : (head[body] as SampledCells),
    profiles,
  );
  return {
    width,
    usual,
    header,
    body,
    profiles,
    verdict,
    ...confidences({ merged, rows: head, header, body, verdict, sure: found.sure, usual, repeats }),
  };
}
