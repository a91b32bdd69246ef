import {
  bases,
  escapeXml,
  extents,
  formatPeriod,
  type Language,
  metrics,
  missingReasons,
  type Observation,
  obsStatuses,
  offences,
  type Seizure,
  substances,
} from '@samenbeeld/schema';
import type { Row } from './criteria.ts';
import { columnsOf } from './frames.ts';
import {
  type Cell,
  cellText,
  folded,
  type Heading,
  headHtml,
  heading,
  type Marking,
  output,
  type Part,
  paragraph,
  plainTable,
  rowHtml,
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { agencyNames, labelOf, placeName, quantityIn, worded } from './labels.ts';
import { type View, view } from './view.ts';
import { type WordName, words } from './words.ts';

/** What a reader must know of a row before using its figure. */
function flagsOf(row: Row, language: Language): readonly string[] {
  const missing = row.missing ? [labelOf(missingReasons, row.missing, language)] : [];
  if (row.kind === 'seizure') return missing;
  return [
    ...missing,
    ...[...row.status]
      .filter((letter) => letter !== 'A')
      .map((letter) => labelOf(obsStatuses, letter, language)),
    ...(row.extent === 'whole' ? [] : [labelOf(extents, row.extent, language)]),
    ...(row.confidence === 'low' ? [`${words.published[language]}?`] : []),
  ];
}

function what(row: Observation, language: Language): string {
  if (row.substance !== null) return labelOf(substances, row.substance, language);
  return labelOf(offences, row.offence ?? row.nationalCode, language);
}

function observationCells(row: Observation, language: Language): readonly Cell[] {
  return [
    row.reference ?? '–',
    placeName(row.place, language),
    formatPeriod({ start: row.periodStart, end: row.periodEnd }, language),
    what(row, language),
    labelOf(metrics, row.metric, language),
    worded(row, language),
    labelOf(bases, row.basis, language),
    agencyNames(row.agencies, language),
    row.publishedOn ?? '–',
    flagsOf(row, language).join(', '),
  ];
}

function seizureCells(row: Seizure, language: Language): readonly Cell[] {
  return [
    row.date,
    placeName(row.place, language),
    labelOf(substances, row.substance, language),
    quantityIn(row.quantity, row.unit, language),
    labelOf(bases, row.basis, language),
    agencyNames(row.agencies, language),
    `${row.origin.file}:${row.origin.line}`,
    flagsOf(row, language).join(', '),
  ];
}

/** The headings above the cells of a kind of row. */
function rowHeadings(kind: Row['kind'], language: Language): readonly Heading[] {
  const say = (name: WordName): Heading => ({ label: words[name][language] });
  const amount = { ...say('quantity'), number: true };
  if (kind === 'seizure')
    return [
      { ...say('date'), tight: true },
      say('place'),
      say('substance'),
      amount,
      say('basis'),
      say('agency'),
      say('cell'),
      say('flags'),
    ];
  return [
    say('reference'),
    say('place'),
    say('period'),
    say('substance'),
    say('measure'),
    amount,
    say('basis'),
    say('agency'),
    { ...say('published'), tight: true },
    say('flags'),
  ];
}

/** The cells of a row. */
function rowCells(row: Row, language: Language): readonly Cell[] {
  return row.kind === 'seizure' ? seizureCells(row, language) : observationCells(row, language);
}

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

interface Columns {
  readonly headings: readonly Heading[];
  readonly cells: readonly (readonly Cell[])[];
  /** What all rows have in common, said once. */
  readonly common: readonly string[];
}

/** Leaves out columns in which every row says the same. */
function columnsWorthShowing(rows: readonly Row[], language: Marking['language']): Columns {
  const headings = rowHeadings(rows[0]?.kind ?? 'observation', language);
  const cells = rows.map((row) => rowCells(row, language));
  const values = headings.map((_, at) => new Set(cells.map((row) => cellText(row[at] ?? ''))));
  const varies = headings.map(
    ({ number }, at) => number === true || rows.length < 2 || (values[at]?.size ?? 0) > 1,
  );
  return {
    headings: headings.filter((_, at) => varies[at]),
    cells: cells.map((row) => row.filter((_, at) => varies[at])),
    common: values.flatMap((found, at) => (varies[at] ? [] : [...found])).filter(Boolean),
  };
}

function body({ headings, cells }: Columns, ends: number, language: Marking['language']): Part {
  const hidden = cells.length - 2 * ends;
  const all = cells.length <= searchable;
  const isAway = (at: number): boolean => hidden > 0 && at >= ends && at < cells.length - ends;
  const gap = `… ${hidden} ${words.more[language]}`;
  const gapRow = `<tr class="gap"><td colspan="${headings.length}">${escapeXml(gap)}</td></tr>`;
  const html = cells.flatMap((row, at) => {
    const before = hidden > 0 && at === ends ? [gapRow] : [];
    if (isAway(at) && !all) return before;
    return [...before, rowHtml(row, headings, isAway(at) ? ' class="away"' : '')];
  });
  const near = cells.flatMap((row, at) => {
    const before = hidden > 0 && at === ends ? [[gap]] : [];
    return isAway(at) ? before : [...before, row.map(cellText)];
  });
  const name = words.search[language];
  const search =
    hidden > 0
      ? `<input type="search" style="display:none" placeholder="${name} …" aria-label="${name}">`
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
    const shown = columnsWorthShowing(rows, language);
    const types = columns.map(({ name, type }) => `${name} (${type})`).join(', ');
    return [
      output(marking, [
        heading(
          `${rows.length} ${words.rows[language]} × ${columns.length} ${words.fields[language]}`,
        ),
        ...(shown.common.length > 0 ? [paragraph(shown.common.join(' · '), 'quiet')] : []),
        ...(flags ? [paragraph(`${words.flags[language]}: ${flags}`, 'quiet')] : []),
        ...(rows.length > 0 ? [body(shown, ends, language)] : []),
        ...(types
          ? [{ ...folded(words.columns[language], [paragraph(types, 'quiet')]), plain: '' }]
          : []),
      ]),
    ];
  };
  return view<TableView>({ kind: 'table', size: rows.length, columns }, outputs);
}
