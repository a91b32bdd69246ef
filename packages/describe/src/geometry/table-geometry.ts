import { expression, type FileShape } from '@samenbeeld/read';
import type { Geometry, OtherTable } from '../geometry.ts';
import type { Alternative, Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import { counted, numbersListed, shortened } from './count-words.ts';
import { type FoundFooter, findFooter, footerPattern } from './find-footer.ts';
import { type FoundTable, findTable } from './find-table.ts';
import { isHeaderWord } from './header-words.ts';
import { judgeRow, numbersColumns } from './judge-row.ts';
import { firstColumns, rowText, type SampledCells, type SampleRows } from './sample-row.ts';

/** Lines in the body that repeat the header. */
function repeatedHeaders(
  head: readonly SampledCells[],
  { header, body }: FoundTable,
): readonly number[] {
  if (header === body) return [];
  const texts = new Set(
    head.slice(header, body).flatMap((row) => (row.filled.length > 1 ? [rowText(row)] : [])),
  );
  return head.slice(body).flatMap((row) => (texts.has(rowText(row)) ? [row.line] : []));
}

/** Rows that look like the header of another table: text above numbers, after a gap or a title of its own. */
function otherHeaders(head: readonly SampledCells[], found: FoundTable): readonly number[] {
  const repeats = new Set(repeatedHeaders(head, found));
  return head.slice(found.body + 1).flatMap((row, at) => {
    const above = head[found.body + at] as SampledCells;
    const apart = above.filled.length === 1 || row.line - above.line - above.lines > 0;
    if (!apart || repeats.has(row.line)) return [];
    const { header, data, against, typed } = judgeRow(row, found.profiles);
    const unlike = against >= 2 && against >= typed / 2 && header > data;
    return unlike ? [row.line] : [];
  });
}

/** What a person should know of the rows of a table, footer left out. */
function tableNotes(head: readonly SampledCells[], found: FoundTable): readonly string[] {
  const notes: string[] = [];
  const others = otherHeaders(head, found);
  if (others.length > 0) {
    notes.push(
      `another table may begin at ${others.length === 1 ? 'line' : 'lines'} ${numbersListed(others)}: its rows are read as rows of this one; give it a file or sheet of its own`,
    );
  }
  if (found.body >= head.length) notes.push('no row of data stands below the header');
  const repeats = repeatedHeaders(head, found);
  if (repeats.length > 0) {
    notes.push(
      `the header is repeated at ${repeats.length === 1 ? 'line' : 'lines'} ${numbersListed(repeats)}: these rows are read as data and must be excluded by a rule`,
    );
  }
  if (found.header === found.body) {
    notes.push(
      'no header row: columns have letters but no names; add a row of names above the data, or write the names that the publisher documents',
    );
  }
  const last = head[found.body - 1];
  if (found.header < found.body && last && numbersColumns(last)) {
    notes.push(`line ${last.line} numbers the columns and is read as the last header row`);
  }
  const top = head[found.header - 1];
  if (top && numbersColumns(top))
    notes.push(`line ${top.line} numbers the columns and is read as a title`);
  const sections = head
    .slice(found.body)
    .filter(({ filled }) => filled.length === 1 && found.usual > 2);
  if (sections.length > 0 && sections.length < head.length / 3) {
    notes.push(
      `${counted(sections.length, 'row')} with one value within the data or below it, such as line ${sections[0]?.line} (${shortened(rowText(sections[0] as SampledCells))})`,
    );
  }
  return notes;
}

/** Title, header and footer of a table, with what else should be known of it. */
export type TablePart = Pick<
  Geometry,
  'title' | 'header' | 'footer' | 'titleLines' | 'footerLines' | 'notes' | 'otherTables'
> & {
  readonly found: FoundTable;
  readonly shape: Pick<FileShape, 'title' | 'header' | 'footer' | 'until'>;
};

const endLine = (row: SampledCells | undefined): number => (row ? row.line + row.lines - 1 : 0);

function guessTitle(head: readonly SampledCells[], found: FoundTable): Guess<number> {
  const { header, body, titleConfidence, bodyConfidence } = found;
  const above = head.slice(0, header);
  const value = endLine(above.at(-1));
  const next = head[header];
  const at = next ? `line ${next.line}` : 'the end';
  const alternatives: Alternative<number>[] = [];
  if (above.length > 0) {
    const before = endLine(above.at(-2));
    alternatives.push({
      value: before,
      confidence: (1 - titleConfidence) / 2 + 0.02,
      reason: `line ${above.at(-1)?.line} could belong to the header`,
    });
  }
  if (body - header > 1) {
    alternatives.push({
      value: endLine(next),
      confidence: (1 - titleConfidence) / 2 + 0.02,
      reason: `${at} could be a title: ${shortened(next ? rowText(next) : '')}`,
    });
  }
  const numbered = above.some(numbersColumns) ? '; one of them numbers the columns' : '';
  const reason =
    value === 0
      ? `the first row with values (${at}) has ${next?.filled.length ?? 0} of ${found.width} cells filled`
      : `${counted(above.length, 'row')} with values above the ${header === body ? 'first data row' : 'header'} at ${at}: ${shortened(rowText(above[0] as SampledCells))}${numbered}`;
  return makeGuess(
    value,
    Math.min(titleConfidence, 0.3 + 0.7 * bodyConfidence),
    reason,
    alternatives,
  );
}

function guessHeader(head: readonly SampledCells[], found: FoundTable): Guess<number> {
  const { header, body, verdict, bodyConfidence, titleConfidence } = found;
  const value = body - header;
  const first = head[body];
  const confidence = value === 0 ? bodyConfidence : Math.min(bodyConfidence, titleConfidence);
  const rest = 1 - confidence;
  if (value === 0) {
    const text = first ? rowText(first) : '';
    return makeGuess(
      0,
      confidence,
      `the first row is like those below it (${shortened(text)}): the columns have no names in the file`,
      [{ value: 1, confidence: rest, reason: `${shortened(text)} could be names of columns` }],
    );
  }
  const last = head[body - 1] as SampledCells;
  const evidence =
    verdict.against > 0
      ? `${verdict.against} of ${counted(verdict.typed, 'column')} of numbers or dates ${verdict.against === 1 ? 'has' : 'have'} ${verdict.periods ? 'a period' : verdict.numbering ? 'a running number' : 'text'} at line ${last.line} and values from line ${first?.line ?? 'none'} on`
      : `${last.filled.filter((column) => isHeaderWord(last.cells[column])).length} of ${counted(last.filled.length, 'cell')} at line ${last.line} read as names of columns; no column of numbers or dates tells it from the rows below`;
  const many = value > 1 ? `; ${value} header rows stand from line ${head[header]?.line} on` : '';
  const alternatives: Alternative<number>[] = [];
  if (value > 1)
    alternatives.push({
      value: value - 1,
      confidence: rest / 2,
      reason: `the first of the ${value} could be a title or the last data`,
    });
  alternatives.push({
    value: value + 1,
    confidence: rest / 3,
    reason: `${shortened(first ? rowText(first) : '')} could belong to the header`,
  });
  if (value === 1 && verdict.against === 0)
    alternatives.push({ value: 0, confidence: rest / 2, reason: 'the first row could be data' });
  return makeGuess(value, confidence, `${evidence}${many}`, alternatives);
}

function guessFooter(
  sample: SampleRows,
  found: FoundTable,
  end: FoundFooter,
): Guess<string | null> {
  const { pattern, reason } = end;
  // Where the body is in doubt, so is what differs from it.
  const most = 0.36 + 0.63 * found.bodyConfidence;
  if (pattern === null) return makeGuess(pattern, Math.min(most, end.confidence), reason);
  const { test } = expression(pattern);
  const beginsSo = (row: SampledCells): boolean =>
    test((row.cells[row.filled[0] ?? 0] ?? '').trim());
  const clash = !sample.whole && sample.head.slice(found.body).some(beginsSo);
  const confidence = Math.min(most, clash ? end.confidence * 0.6 : end.confidence);
  const other = 'the last rows could be data';
  return makeGuess<string | null>(pattern, confidence, reason, [
    { value: null, confidence: (1 - confidence) / 2, reason: other },
  ]);
}

/** Rows of a sample from one index to another, as a table of their own. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly found: FoundTable;
}

/** Data rows that a table must have to be one of several: fewer are lines below another. */
const leastRows = 3;

/** The tables that stand one below the other, each with a header of its own; one where there is but one. */
function tablesIn(sample: SampleRows, found: FoundTable): readonly Span[] {
  const { head, merged } = sample;
  const whole: Span = { from: 0, to: head.length, found };
  if (!sample.whole) return [whole];
  const starts = otherHeaders(head, found).map((line) => {
    const header = head.findIndex((row) => row.line === line);
    const isApart = (at: number): boolean => {
      const [above, row] = [head[at - 1] as SampledCells, head[at] as SampledCells];
      return row.line - above.line - above.lines > 0;
    };
    let at = header;
    while (at > found.body && (head[at - 1] as SampledCells).filled.length === 1) at--;
    // Lines of one cell above a header title it; those that follow the table above without a gap are its footer.
    while (at < header && !isApart(at)) at++;
    return at;
  });
  const spans: Span[] = [];
  for (const [at, from] of [0, ...starts].entries()) {
    const to = starts[at] ?? head.length;
    const rows = head.slice(from, to);
    const own = findTable({ head: rows, tail: rows, whole: true, merged });
    const isTable =
      own !== null && own.body > own.header && rows.length - own.body >= leastRows && own.width > 1;
    if (!isTable) return [whole];
    spans.push({ from, to, found: own });
  }
  return spans;
}

/** How many cells a table holds. */
const sizeOf = ({ from, to, found }: Span): number => (to - from - found.body) * found.usual;

/** The lines above the header, and the row with which the next table begins, as `file` takes them. */
function placeOf(
  head: readonly SampledCells[],
  { from, to, found }: Span,
): Pick<FileShape, 'title' | 'header' | 'until'> | null {
  const next = head[to];
  const above = head[from + found.header - 1];
  const body = head.slice(from + found.body, to);
  const until = next && footerPattern([next], body);
  if (until === null) return null;
  return {
    title: endLine(above),
    header: found.body - found.header,
    ...(until !== undefined && { until }),
  };
}

/** Title, header and footer of the largest table of a sample; null where there are no rows. */
export function tableGeometry(all: SampleRows): TablePart | null {
  const narrow = firstColumns(all.head);
  const sample = { ...all, head: narrow, tail: all.whole ? narrow : firstColumns(all.tail) };
  const first = findTable(sample);
  if (!first) return null;
  const { head } = sample;
  const spans = tablesIn(sample, first);
  const places = spans.map((span) => placeOf(head, span));
  const isOne = spans.length === 1 || places.includes(null);
  if (isOne) return { ...partOf(sample, first), otherTables: [] };
  const [largest] = [...spans].sort((a, b) => sizeOf(b) - sizeOf(a));
  const { from, to, found } = largest as Span;
  const rows = head.slice(from, to);
  const part = partOf({ head: rows, tail: rows, whole: true, merged: sample.merged }, found);
  const { title = 0, header = 1, until } = places[spans.indexOf(largest as Span)] ?? {};
  const others = spans.flatMap((span, at): OtherTable[] => {
    if (span === largest) return [];
    const row = head[span.from] as SampledCells;
    const keys = Object.entries(places[at] ?? {}).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    );
    const words = `line ${row.line} (${shortened(rowText(row))}), ${counted(span.to - span.from - span.found.body, 'row')} of ${span.found.usual}: ${keys.join(', ')}`;
    return [{ line: row.line, words }];
  });
  return {
    ...part,
    title: { ...part.title, value: title },
    notes: [...others.map(({ words }) => `another table stands at ${words}`), ...part.notes],
    otherTables: others,
    shape: { ...part.shape, title, header, ...(until !== undefined && { until }) },
  };
}

/** Title, header and footer of a table that has been found. */
function partOf(sample: SampleRows, found: FoundTable): Omit<TablePart, 'otherTables'> {
  const { head } = sample;
  const title = guessTitle(head, found);
  const header = guessHeader(head, found);
  const end = findFooter(
    sample.whole ? head.slice(found.body) : sample.tail,
    found.profiles,
    found.usual,
  );
  const footer = guessFooter(sample, found, end);
  const footers = new Set(end.rows.map(({ line }) => line));
  return {
    found,
    title,
    header,
    footer,
    titleLines: head.slice(0, found.header).map(rowText),
    footerLines: end.rows.map(rowText),
    notes: tableNotes(
      head.filter(({ line }) => !footers.has(line)),
      found,
    ),
    shape: {
      title: title.value,
      header: header.value,
      ...(footer.value === null ? {} : { footer: footer.value }),
    },
  };
}
