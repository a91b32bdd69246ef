import type { Row } from './criteria.ts';
import { columnsOf } from './frames.ts';
import {
  cellText,
  folded,
  headHtml,
  heading,
  type Marking,
  output,
  type Part,
  paragraph,
  rowHtml,
  safe,
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { plainTable } from './plain-table.ts';
import { flagsOf, rowCells, rowHeadings } from './row-cells.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** Options of `table`. */
export interface TableOptions {
  /** Rows shown at each end; 5. */
  readonly rows?: number;
}

/** Rows of a picture as a table that shows itself. */
export interface TableView extends View {
  readonly kind: 'table';
  readonly size: number;
  /** Column names as in `.rows` and in frames, and what they hold. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Beyond this many rows a search would make the notebook heavy; it then looks at the rows shown. */
const searchable = 400;

const script = `<script>(function(){var i=document.currentScript.parentNode.querySelector('input');i.oninput=function(){var q=i.value.toLowerCase();i.parentNode.querySelectorAll('tbody tr').forEach(function(r){var gap=r.className.indexOf('gap')>=0;r.style.display=q?(!gap&&r.textContent.toLowerCase().indexOf(q)>=0?'table-row':'none'):'';});};i.style.display='';})()</script>`;

function flagLine(rows: readonly Row[], language: Marking['language']): string {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const flag of flagsOf(row, language)) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([flag, count]) => `${count} ${flag}`)
    .join(' · ');
}

function body(rows: readonly Row[], ends: number, { language }: Marking): Part {
  const headings = rowHeadings(rows[0]?.kind ?? 'observation', language);
  const hidden = rows.length - 2 * ends;
  const isAway = (at: number): boolean => hidden > 0 && at >= ends && at < rows.length - ends;
  const gap = `${hidden} ${words.more[language]}`;
  const kept = rows.length <= searchable ? rows : rows.filter((_, at) => !isAway(at));
  const cells = kept.map((row) => rowCells(row, language));
  const away = (at: number): boolean => rows.length <= searchable && isAway(at);
  const html = cells.map((row, at) => {
    const before =
      hidden > 0 && at === ends
        ? `<tr class="gap"><td colspan="${headings.length}">… ${safe(gap)}</td></tr>`
        : '';
    return before + rowHtml(row, headings, away(at) ? ' class="away"' : '');
  });
  const near = cells.flatMap((row, at) => {
    const line = row.map(cellText);
    if (away(at)) return [];
    return hidden > 0 && at === kept.length - ends ? [[`… ${gap}`], line] : [line];
  });
  const search =
    hidden > 0
      ? `<input type="search" style="display:none" placeholder="${words.search[language]} …" aria-label="${words.search[language]}">`
      : '';
  return {
    html: `<div>${search}<div class="scroll"><table>${headHtml(headings)}<tbody>${html.join('')}</tbody></table></div>${search ? script : ''}</div>`,
    plain: plainTable(headings, near),
  };
}

/** Rows as a table: how many, what they hold, what to look out for, the first and the last of them. */
export function rowsTable(
  marking: Marking,
  rows: readonly Row[],
  { rows: ends = 5 }: TableOptions = {},
): TableView {
  const [first] = rows;
  const columns = first ? columnsOf(first) : [];
  const { language } = marking;
  const outputs = (): readonly Bundle[] => {
    const flags = flagLine(rows, language);
    const types = columns.map(({ name, type }) => `${name} (${type})`).join(', ');
    return [
      output(marking, [
        heading(
          `${rows.length} ${words.rows[language]} × ${columns.length} ${words.fields[language]}`,
        ),
        ...(flags ? [paragraph(`${words.flags[language]}: ${flags}`, 'quiet')] : []),
        ...(rows.length > 0 ? [body(rows, ends, marking)] : []),
        ...(types
          ? [{ ...folded(words.columns[language], [paragraph(types, 'quiet')]), plain: '' }]
          : []),
      ]),
    ];
  };
  return view<TableView>({ kind: 'table', size: rows.length, columns }, outputs);
}
