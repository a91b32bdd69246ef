import { agencyNames } from '@samenbeeld/answers';
import { type CellPart, type Column, folded, paragraph, renderCell, table } from '@samenbeeld/page';
import {
  bases,
  extents,
  formatPeriod,
  type Language,
  metrics,
  missingReasons,
  type Observation,
  obsStatuses,
  offences,
  placeLabel,
  type Seizure,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { type Marking, output } from './cell.ts';
import type { Row } from './criteria.ts';
import { columnsOf } from './frames.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, quantityIn, worded } from './labels.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

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

function observationCells(row: Observation, language: Language): readonly string[] {
  return [
    row.reference ?? '–',
    placeLabel(row.place, language),
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

function seizureCells(row: Seizure, language: Language): readonly string[] {
  return [
    row.date,
    placeLabel(row.place, language),
    labelOf(substances, row.substance, language),
    quantityIn(row.quantity, row.unit, language),
    labelOf(bases, row.basis, language),
    agencyNames(row.agencies, language),
    `${row.origin.file}:${row.origin.line}`,
    flagsOf(row, language).join(', '),
  ];
}

type Heading = readonly [kind: Column['kind'], name: Text];

/** The columns of a kind of row. */
const columnsOfKind: Readonly<Record<Row['kind'], readonly Heading[]>> = {
  seizure: [
    ['words', words.date],
    ['words', words.place],
    ['words', words.substance],
    ['number', words.quantity],
    ['words', words.basis],
    ['words', words.agency],
    ['words', words.cell],
    ['words', words.flags],
  ],
  observation: [
    ['words', words.reference],
    ['words', words.place],
    ['words', words.period],
    ['words', words.substance],
    ['words', words.measure],
    ['number', words.quantity],
    ['words', words.basis],
    ['words', words.agency],
    ['words', words.published],
    ['words', words.flags],
  ],
};

/** The cells of a row. */
function rowCells(row: Row, language: Language): readonly string[] {
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

const script = `<script>(function(){var i=document.currentScript.parentNode.querySelector('input');i.oninput=function(){var q=i.value.toLowerCase();i.parentNode.querySelectorAll('tbody tr').forEach(function(r){r.style.display=q?(r.textContent.toLowerCase().indexOf(q)>=0?'table-row':'none'):'';});};i.style.display='';})()</script>`;

function flagLine(rows: readonly Row[], language: Language): string {
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
  readonly cells: readonly (readonly string[])[];
  /** What all rows have in common, said once. */
  readonly common: readonly string[];
}

/** Leaves out columns in which every row says the same. */
function columnsWorthShowing(rows: readonly Row[], language: Language): Columns {
  const headings = columnsOfKind[rows[0]?.kind ?? 'observation'];
  const cells = rows.map((row) => rowCells(row, language));
  const values = headings.map((_, at) => new Set(cells.map((row) => row[at] ?? '')));
  const varies = headings.map(
    ([kind], at) => kind === 'number' || rows.length < 2 || (values[at]?.size ?? 0) > 1,
  );
  return {
    headings: headings.filter((_, at) => varies[at]),
    cells: cells.map((row) => row.filter((_, at) => varies[at])),
    common: values.flatMap((found, at) => (varies[at] ? [] : [...found])).filter(Boolean),
  };
}

/** Both ends of the rows; the others lie behind a search, where they are not too many. */
function withSearch(whole: CellPart, ends: number, language: Language): string {
  const rows = `.samenbeeld.samenbeeld .ends-${ends} tbody tr`;
  const middle = `${rows}:nth-child(n+${ends + 1}):nth-last-child(n+${ends + 1}){display:none}${rows}:nth-child(${ends}) td{border-bottom:1px dashed #5a5a5a}`;
  const name = words.search[language];
  const search = `<input type="search" style="display:none" placeholder="${name} …" aria-label="${name}">`;
  return `<div class="ends-${ends}"><style>${middle}</style>${search}${whole.html}${script}</div>`;
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
    const { headings, cells, common } = columnsWorthShowing(rows, language);
    const flags = flagLine(rows, language);
    const hidden = cells.length - 2 * ends;
    const caption = `${howMany(rows.length, 'rows')[language]} × ${howMany(columns.length, 'fields')[language]}`;
    const notes = [
      ...(hidden > 0 ? [`… ${hidden} ${words.more[language]}`] : []),
      ...(common.length > 0 ? [common.join(' · ')] : []),
      ...(flags ? [`${words.flags[language]}: ${flags}`] : []),
    ];
    const shownAs = (shown: Columns['cells']): CellPart =>
      renderCell(
        [shown.length > 0 ? table(caption, headings, shown, notes) : paragraph(caption)],
        language,
      );
    const near = shownAs(
      hidden > 0
        ? [...cells.slice(0, ends), headings.map(() => '…'), ...cells.slice(-ends)]
        : cells,
    );
    const types = columns.map(({ name, type }) => `${name} (${type})`).join(', ');
    const named = renderCell(folded(words.columns, types ? [paragraph(types)] : []), language);
    const whole = cells.length <= searchable ? shownAs(cells) : near;
    const html = hidden > 0 ? withSearch(whole, ends, language) : near.html;
    return [output(marking, { html: html + named.html, plain: near.plain })];
  };
  return view<TableView>({ kind: 'table', size: rows.length, columns }, outputs);
}
