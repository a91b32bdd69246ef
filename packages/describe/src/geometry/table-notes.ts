import { counted, numbersListed, shortened } from './count-words.ts';
import type { FoundTable } from './find-table.ts';
import { judgeRow, numbersColumns } from './judge-row.ts';
import { rowText, type SampledCells } from './sample-row.ts';

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
    const { header, data, against, typed } = judgeRow(row, found.profiles);
    const unlike = against >= 2 && against >= typed / 2 && header > data;
    return apart && unlike && !repeats.has(row.line) ? [row.line] : [];
  });
}

/** What a person should know of the rows of a table, footer left out. */
export function tableNotes(head: readonly SampledCells[], found: FoundTable): readonly string[] {
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
