import { escapeXml, type Language, type Text, typeset, typesetHtml } from '@samenbeeld/schema';
import type { Bundle } from './kernel.ts';

/** A table in letters of one width, numbers to the right. */
export function plainTable(
  headings: readonly Heading[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [headings.map(({ label }) => label), ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) =>
          headings[at]?.number ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The look of an output: the report's, small enough to stand in every cell, and readable on a dark page. */
const outputStyle: string = `<style>
.samenbeeld{max-width:960px;padding:0 0 10px;color:#1a1a1a;background:#fff;font:14px/1.45 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
.samenbeeld.samenbeeld .handling{padding:2px 8px;font-size:11px;letter-spacing:.02em;color:#fff;background:#000}
.samenbeeld.samenbeeld .exercise{padding:3px 8px;font-size:12px;font-weight:bold;color:#000;background:#ffd84d}
.samenbeeld.samenbeeld h4{margin:12px 0 4px;font:bold 16px/1.25 Georgia,"Liberation Serif",serif;color:#1a1a1a}
.samenbeeld.samenbeeld p{margin:6px 0;max-width:720px}
.samenbeeld.samenbeeld .says{font:17px/1.4 Georgia,"Liberation Serif",serif}
.samenbeeld.samenbeeld .quiet{font-size:12px;color:#5a5a5a}
.samenbeeld.samenbeeld .refused{margin:8px 0;padding:2px 12px 6px;border-left:4px solid #9f4600;background:#f9f3ea}
.samenbeeld.samenbeeld .scroll{overflow-x:auto}
.samenbeeld.samenbeeld table{margin:6px 0;border-collapse:collapse;border:0;font-size:13px;font-variant-numeric:tabular-nums;color:#1a1a1a}
.samenbeeld.samenbeeld tr,.samenbeeld.samenbeeld tbody tr:nth-child(n){background:none}
.samenbeeld.samenbeeld th,.samenbeeld.samenbeeld td{padding:3px 12px 3px 0;text-align:left;vertical-align:baseline;white-space:normal;max-width:420px;border:0;border-bottom:1px solid #e4e0d8;font-weight:normal}
.samenbeeld.samenbeeld thead th{border-bottom:1px solid #1a1a1a;font-size:12px;color:#5a5a5a;vertical-align:bottom}
.samenbeeld.samenbeeld th.n,.samenbeeld.samenbeeld td.n{text-align:right;white-space:nowrap}
.samenbeeld.samenbeeld th.t,.samenbeeld.samenbeeld td.t{white-space:nowrap}
.samenbeeld.samenbeeld .gap td{color:#5a5a5a;border-bottom:1px dashed #cfcac0}
.samenbeeld.samenbeeld .away{display:none}
.samenbeeld.samenbeeld .undecided{color:#9f4600}.samenbeeld.samenbeeld .none{color:#767676}
.samenbeeld.samenbeeld ul{margin:4px 0;padding-left:18px;max-width:720px}
.samenbeeld.samenbeeld details{margin:6px 0;font-size:13px}.samenbeeld.samenbeeld summary{cursor:pointer;color:#005a8c}
.samenbeeld.samenbeeld code{font-size:12px;background:#f1eee7;color:#1a1a1a;padding:0 3px;overflow-wrap:anywhere}
.samenbeeld.samenbeeld pre{margin:4px 0;padding:6px 8px;font-size:12px;line-height:1.35;background:#f6f4ee;color:#1a1a1a;border:0}
.samenbeeld.samenbeeld th.number,.samenbeeld.samenbeeld td.number{text-align:right}
.samenbeeld.samenbeeld th.group{text-align:left}
.samenbeeld.samenbeeld caption{padding:8px 0 4px;text-align:left;font-weight:bold;color:#1a1a1a}
.samenbeeld.samenbeeld .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.samenbeeld.samenbeeld .findings{list-style:none;margin:0;padding:0}
.samenbeeld.samenbeeld h3{margin:12px 0 4px;font:bold 16px/1.25 Georgia,"Liberation Serif",serif;color:#1a1a1a}
.samenbeeld.samenbeeld .sure,.samenbeeld.samenbeeld .reading,.samenbeeld.samenbeeld .notes,.samenbeeld.samenbeeld .legend{font-size:12px;color:#5a5a5a}
.samenbeeld.samenbeeld figure{margin:8px 0}.samenbeeld.samenbeeld figcaption{font-weight:bold}
.samenbeeld.samenbeeld .wide+.narrow{display:none}.samenbeeld.samenbeeld svg{max-width:100%;height:auto}
.samenbeeld.samenbeeld .key-value{font-size:24px;margin:0}
.samenbeeld.samenbeeld input{margin:4px 0;padding:3px 6px;width:260px;border:1px solid #8a8a8a;background:#fff;color:#1a1a1a;font:inherit}
</style>`;

/** A cell of a table: text, or ready HTML with the text that stands for it. */
export type Cell = string | { readonly html: string; readonly plain: string };

/** A column: its heading, and whether it holds numbers. */
export interface Heading {
  readonly label: string;
  readonly number?: boolean;
  /** Keeps its words on one line. */
  readonly tight?: boolean;
}

/** A table as a cell shows it. */
export interface Grid {
  readonly headings: readonly Heading[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part of an output, in both formats. */
export interface Part {
  readonly html: string;
  readonly plain: string;
}

/** What marks every output: the picture's banner, in the language of the reader. */
export interface Marking {
  readonly banner: Text;
  readonly language: Language;
}

function cellHtml(cell: Cell): string {
  return typeof cell === 'string' ? escapeXml(cell) : cell.html;
}

/** The text of a cell. */
export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.plain;
}

function classOf(one: Heading | undefined): string {
  if (one?.number) return ' class="n"';
  return one?.tight ? ' class="t"' : '';
}

/** Calls and codes between backticks, as a reader of code expects them. */
function codeHtml(text: string): string {
  return escapeXml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** The rows of a table, as HTML. */
export function rowHtml(
  cells: readonly Cell[],
  headings: readonly Heading[],
  attributes = '',
): string {
  const tags = cells.map((cell, at) => `<td${classOf(headings[at])}>${cellHtml(cell)}</td>`);
  return `<tr${attributes}>${tags.join('')}</tr>`;
}

/** The heading row of a table, as HTML. */
export function headHtml(headings: readonly Heading[]): string {
  const tags = headings.map((one) => `<th${classOf(one)}>${escapeXml(one.label)}</th>`);
  return `<thead><tr>${tags.join('')}</tr></thead>`;
}

/** A table. */
export function grid({ headings, rows }: Grid): Part {
  const body = rows.map((cells) => rowHtml(cells, headings)).join('');
  return {
    html: `<div class="scroll"><table>${headHtml(headings)}<tbody>${body}</tbody></table></div>`,
    plain: plainTable(
      headings,
      rows.map((cells) => cells.map(cellText)),
    ),
  };
}

/** A heading above what follows. */
export function heading(text: string): Part {
  return { html: `<h4>${escapeXml(text)}</h4>`, plain: text };
}

/** A paragraph; `quiet` in small letters. */
export function paragraph(text: string, kind: '' | 'quiet' | 'says' = ''): Part {
  return { html: `<p${kind ? ` class="${kind}"` : ''}>${codeHtml(text)}</p>`, plain: text };
}

/** A list; nothing where it is empty. */
export function list(items: readonly string[]): Part {
  if (items.length === 0) return { html: '', plain: '' };
  return {
    html: `<ul>${items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`,
    plain: items.map((item) => `  - ${item}`).join('\n'),
  };
}

/** Parts that open on a click; nothing where they are empty. */
export function folded(summary: string, parts: readonly Part[]): Part {
  const inner = parts.filter(({ html }) => html !== '');
  if (inner.length === 0) return { html: '', plain: '' };
  return {
    html: `<details><summary>${escapeXml(summary)}</summary>${inner.map(({ html }) => html).join('')}</details>`,
    plain: [summary, ...inner.map(({ plain }) => plain)].join('\n'),
  };
}

function bannerHtml(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => {
      const exercise = lines.length > 1 && at === 0;
      return `<div class="${exercise ? 'exercise' : 'handling'}">${escapeXml(line)}</div>`;
    })
    .join('');
}

/** One output under its banner. */
export function output({ banner, language }: Marking, parts: readonly Part[]): Bundle {
  const text = banner[language];
  const html = parts.map((part) => part.html).join('');
  return {
    'text/html': `<div class="samenbeeld" lang="${language}">${outputStyle}${typesetHtml(bannerHtml(text) + html, language)}</div>`,
    'text/plain': typeset(
      [text, ...parts.map(({ plain }) => plain)].filter(Boolean).join('\n'),
      language,
    ),
  };
}
