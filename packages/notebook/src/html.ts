import { escapeXml, type Language, type Text, typeset, typesetHtml } from '@samenbeeld/schema';
import type { Bundle } from './kernel.ts';
import { plainTable } from './plain-table.ts';
import { outputStyle } from './style.ts';

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
