import type { ChartTable } from '@samenbeeld/charts';
import {
  confidences,
  escapeXml,
  formatNumber,
  ownValue,
  sevenDigits,
  wrongUse,
} from '@samenbeeld/schema';
import type {
  Block,
  Column,
  Figure,
  FindingBlock,
  ListItem,
  Mark,
  TableBlock,
  Words,
} from './document.ts';
import { type Edition, say, whyAnchor } from './edition.ts';
import { layOutFindings } from './findings-layout.ts';
import { framesLine, framesOf } from './frames.ts';
import { notAddedTable } from './not-added-table.ts';
import { webLink } from './web-link.ts';
import { markWords, words } from './words.ts';

/** A mark as a sign, with its word for readers who cannot see it unless the figure says it already. */
function markHtml(figure: Figure, edition: Edition): string {
  if (!figure.mark) return '';
  const { sign, text } = markWords[figure.mark];
  const word = text[edition.language];
  const said = figure.shown[edition.language].includes(word);
  const spoken = said ? '' : `<span class="vh"> (${escapeXml(word)})</span>`;
  return `<span class="mark mark-${figure.mark}" aria-hidden="true">${sign}</span>${spoken}`;
}

/** A figure: its words, its mark, and the way to its answer to "why?". */
function figureHtml(figure: Figure, edition: Edition): string {
  const shown = say(figure.shown, edition);
  const quoted = figure.language
    ? `<span lang="${escapeXml(figure.language)}">${shown}</span>`
    : shown;
  const mark = markHtml(figure, edition);
  const after = figure.mark === 'provisional';
  const whole = after ? `${quoted}${mark}` : `${mark}${mark ? ' ' : ''}${quoted}`;
  // A cell of a notebook has no annex to lead to.
  if (figure.why && edition.answers.has(figure.why.key)) {
    const hint = `<span class="vh"> – ${say(words.whyThis, edition)}</span>`;
    return `<a class="why" href="#${whyAnchor(figure.why, edition)}">${whole}${hint}</a>`;
  }
  return figure.url ? webLink(figure.url, whole) : whole;
}

/** Running words, with each `{name}` replaced by its figure. */
function wordsHtml(text: Words, edition: Edition): string {
  return text.text[edition.language]
    .split(/(\{[a-zA-Z0-9_]+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return escapeXml(part);
      const figure = ownValue(text.figures, name);
      if (!figure)
        throw wrongUse(
          'de woorden noemen een cijfer {figure} dat ze niet hebben',
          'les mots nomment un chiffre {figure} qu’ils n’ont pas',
          'die Wörter nennen eine Zahl {figure}, die sie nicht haben',
          'the words name a figure {figure} that they do not have',
          { figure: `{${name}}` },
        );
      return figureHtml(figure, edition);
    })
    .join('');
}

/** Header rows: with groups, the ungrouped columns span both. */
function headHtml(columns: readonly Column[], edition: Edition): string {
  const { language } = edition;
  const cell = (column: Column, more: string): string =>
    `<th scope="col" class="${column.kind}${column.underLabel ? ' aside' : ''}"${more}>${say(column.label, edition)}</th>`;
  if (columns.every(({ group }) => !group)) {
    return `<tr>${columns.map((column) => cell(column, '')).join('')}</tr>`;
  }
  const upper: string[] = [];
  for (let at = 0; at < columns.length; ) {
    const column = columns[at];
    if (!column) break;
    const group = column.group?.[language];
    if (group === undefined) {
      upper.push(cell(column, ' rowspan="2"'));
      at += 1;
      continue;
    }
    const rest = columns.slice(at).findIndex((other) => other.group?.[language] !== group);
    const span = rest === -1 ? columns.length - at : rest;
    upper.push(`<th scope="colgroup" class="group" colspan="${span}">${escapeXml(group)}</th>`);
    at += span;
  }
  const lower = columns.filter(({ group }) => group).map((column) => cell(column, ''));
  return `<tr>${upper.join('')}</tr><tr>${lower.join('')}</tr>`;
}

function legendHtml(marks: readonly Mark[], edition: Edition): string {
  if (marks.length === 0) return '';
  const entries = marks.map((mark) => {
    const { sign, text } = markWords[mark];
    return `<span class="mark mark-${mark}" aria-hidden="true">${sign}</span> ${say(text, edition)}`;
  });
  return `<p class="legend">${entries.join(' <span aria-hidden="true">·</span> ')}</p>`;
}

const letter = (index: number): string => String.fromCodePoint(97 + (index % 26));

/** A number as it is, for sorting and for a download. */
const dataValue = (value: string | number | null | undefined): string =>
  typeof value === 'number' ? ` data-value="${value}"` : '';

/** A table with its caption, its marks explained and its notes. */
function tableHtml(table: TableBlock, edition: Edition): string {
  const { language } = edition;
  const notes: string[] = [];
  const noteHtml = ({ note }: Figure): string => {
    if (!note) return '';
    const text = note[language];
    if (!notes.includes(text)) notes.push(text);
    return `<sup>${letter(notes.indexOf(text))}</sup>`;
  };
  const below = (row: readonly Figure[]): string =>
    row
      .filter((_, index) => table.columns[index]?.underLabel)
      .map((figure) => `<span class="under">${figureHtml(figure, edition)}</span>`)
      .join('');
  const rows = table.rows.map((row) => {
    const cells = row.map((figure, index) => {
      const kind = table.columns[index]?.kind ?? 'words';
      const inner = figureHtml(figure, edition) + noteHtml(figure);
      const { length } = figure.shown[language];
      // A short cell, such as a range, is no place to end a line.
      const long = length > 60 ? ' long' : length < 16 ? ' short' : '';
      const aside = table.columns[index]?.underLabel ? ' aside' : '';
      return kind === 'label'
        ? `<th scope="row" class="label${long}">${inner}${below(row)}</th>`
        : `<td class="${kind}${aside}${figure.mark ? ' marked' : ''}${long}"${dataValue(figure.value)}>${inner}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const cells = table.rows.flat();
  // A mark whose words stand in its own cell explains itself.
  const marks = [
    ...new Set(
      cells.flatMap(({ mark, shown }) =>
        mark && !shown[language].includes(markWords[mark].text[language]) ? [mark] : [],
      ),
    ),
  ];
  const own = notes.map((note, index) => `<li><sup>${letter(index)}</sup> ${escapeXml(note)}</li>`);
  const general = (table.notes ?? [])
    .map((note) => `<li>${say(note, edition)}</li>`)
    .filter((note) => !edition.noted.has(note));
  for (const note of general) edition.noted.add(note);
  const footnotes = [...own, ...general];
  const id = `${language}-t${edition.next()}`;
  return [
    '<div class="table">',
    `<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}">`,
    `<table><caption><span id="${id}">${say(table.caption, edition)}</span></caption>`,
    `<thead>${headHtml(table.columns, edition)}</thead><tbody>${rows.join('')}</tbody></table></div>`,
    legendHtml(marks, edition),
    footnotes.length > 0 ? `<ul class="notes">${footnotes.join('')}</ul>` : '',
    '</div>',
  ].join('');
}

/** The numbers behind a chart, folded away, with how to read it where that does not stand below the chart. */
function chartTableHtml(
  table: ChartTable,
  caption: string,
  edition: Edition,
  reading = '',
): string {
  const { language } = edition;
  const numeric = table.columns.map((_, index) =>
    table.rows.some((row) => typeof row[index] === 'number'),
  );
  const cell = (value: string | number | null, index: number): string => {
    const text =
      typeof value === 'number' ? formatNumber(sevenDigits(value), language) : (value ?? '–');
    return index === 0
      ? `<th scope="row" class="label">${escapeXml(text)}</th>`
      : `<td class="${numeric[index] ? 'number' : 'words'}"${dataValue(value)}>${escapeXml(text)}</td>`;
  };
  const head = table.columns.map(
    (column, index) =>
      `<th scope="col" class="${index === 0 ? 'label' : numeric[index] ? 'number' : 'words'}">${escapeXml(column)}</th>`,
  );
  const id = `${language}-t${edition.next()}`;
  return [
    `<details class="data"><summary>${say(words.data, edition)}</summary>`,
    reading ? `<p class="reading">${escapeXml(reading)}</p>` : '',
    `<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table>`,
    `<caption><span id="${id}">${escapeXml(caption)}</span></caption><thead><tr>${head.join('')}</tr></thead><tbody>`,
    ...table.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody></table></div></details>',
  ].join('');
}

const dots = { high: '●●●', medium: '●●○', low: '●○○' } as const;

function chartHtml(block: Block, edition: Edition, kind: string): string {
  const drawn = edition.charts.get(block);
  if (!drawn) return '';
  const { chart, page, narrow } = drawn;
  return [
    `<figure class="${kind}">`,
    `<figcaption class="title">${escapeXml(chart.title)}</figcaption>`,
    page ? `<div class="wide">${page}</div>` : '',
    `<div class="${page ? 'narrow' : 'always'}">${narrow}</div>`,
    `<p class="reading">${escapeXml(chart.caption)}</p>`,
    chartTableHtml(chart.table, chart.title, edition),
    '</figure>',
  ].join('');
}

function listHtml(items: readonly ListItem[], edition: Edition, tag: 'ol' | 'ul'): string {
  const shown = items.map(({ under = [], ...item }) => {
    const below = under.length > 0 ? listHtml(under, edition, 'ul') : '';
    return `<li>${wordsHtml(item, edition)}${below}</li>`;
  });
  return `<${tag}>${shown.join('')}</${tag}>`;
}

/** Where a finding stands among its neighbours, and whether its frames of cooperation tell it apart from them. */
interface Standing {
  readonly place: string;
  readonly isFramed: boolean;
}

function findingHtml(
  block: FindingBlock,
  edition: Edition,
  { place, isFramed }: Standing = { place: '', isFramed: true },
): string {
  const { language } = edition;
  const drawn = edition.charts.get(block);
  const sure = confidences.label(block.confidence, language);
  const frames = framesOf(block, language);
  const chart = drawn
    ? `<div class="small">${drawn.narrow}${chartTableHtml(drawn.chart.table, drawn.chart.title, edition, drawn.chart.caption)}</div>`
    : '';
  return [
    `<li class="finding${drawn ? ' drawn' : ''}${place}"${frames.length > 0 ? ` data-frames="${escapeXml(frames.join('|'))}"` : ''}><div class="says">`,
    block.title[language] ? `<h3>${say(block.title, edition)}</h3>` : '',
    `<div class="words"><p>${wordsHtml(block, edition)}</p>`,
    `<p class="sure"><span class="dots" aria-hidden="true">${dots[block.confidence]}</span> `,
    `<strong>${say(words.confidence, edition)}: ${escapeXml(sure)}.</strong>`,
    block.basis ? ` ${say(block.basis, edition)}` : '',
    isFramed && frames.length > 0 ? ` ${escapeXml(framesLine(block, language))}` : '',
    `</p></div></div>${chart}</li>`,
  ].join('');
}

/** Findings beside and below each other, with the least white between them, on a screen and on paper. */
function findingsHtml(run: readonly FindingBlock[], edition: Edition): string {
  const onScreen = layOutFindings(run, edition, 'screen');
  const onPaper = layOutFindings(run, edition, 'paper');
  const frames = new Set(run.map((one) => framesOf(one, edition.language).join('|')));
  const items = run.map((one, at) => {
    const { columns = 1, rows = 1 } = onScreen[at] ?? {};
    const wide = onPaper[at]?.columns === 2 ? ' paper-wide' : '';
    const place = ` over-${columns}${rows > 1 ? ` down-${rows}` : ''}${wide}`;
    return findingHtml(one, edition, { place, isFramed: run.length === 1 || frames.size > 1 });
  });
  const [first] = run;
  const shared =
    first && run.length > 1 && frames.size === 1 ? framesLine(first, edition.language) : '';
  return `${shared && `<p class="sure">${escapeXml(shared)}</p>`}<ol class="findings">${items.join('')}</ol>`;
}

function blockHtml(block: Block, edition: Edition, level: 3 | 4): string {
  switch (block.kind) {
    case 'heading':
      return `<h${level}>${say(block.text, edition)}</h${level}>`;
    case 'paragraph':
      return `<p>${wordsHtml(block, edition)}</p>`;
    case 'list':
      return listHtml(block.items, edition, block.ordered ? 'ol' : 'ul');
    case 'finding':
      return findingHtml(block, edition);
    case 'figure': {
      const note = block.note ? `<p class="reading">${say(block.note, edition)}</p>` : '';
      return `<div class="key"><p class="key-label">${say(block.label, edition)}</p><p class="key-value">${figureHtml(block.figure, edition)}</p>${note}</div>`;
    }
    case 'table':
      return tableHtml(block, edition);
    case 'chart':
      return chartHtml(block, edition, block.size === 'half' ? 'chart half' : 'chart');
    case 'map':
      return chartHtml(block, edition, 'chart map');
    case 'not-added':
      return tableHtml(notAddedTable(block), edition);
    case 'box':
      if (block.folded)
        return `<details class="fold"><summary>${say(block.title, edition)}</summary>${blocksHtml(block.blocks, { ...edition, noted: new Set(edition.noted) }, 4)}</details>`;
      return `<div class="box" role="note"><h3>${say(block.title, edition)}</h3>${blocksHtml(block.blocks, edition, 4)}</div>`;
  }
}

/** Blocks one after another; neighbouring findings and halves stand together. */
export function blocksHtml(blocks: readonly Block[], edition: Edition, level: 3 | 4 = 3): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const kind = groupOf(block);
    const rest = kind === null ? 1 : blocks.slice(at).findIndex((other) => groupOf(other) !== kind);
    const run = blocks.slice(at, rest === -1 ? blocks.length : at + rest);
    if (kind === 'findings') parts.push(findingsHtml(run as readonly FindingBlock[], edition));
    else {
      const inner = run.map((one) => blockHtml(one, edition, level)).join('');
      parts.push(kind === null ? inner : `<div class="${kind}">${inner}</div>`);
    }
    at += run.length;
  }
  return parts.join('');
}

function groupOf(block: Block): 'findings' | 'halves' | 'keys' | null {
  if (block.kind === 'finding') return 'findings';
  if (block.kind === 'figure') return 'keys';
  return block.kind === 'chart' && block.size === 'half' ? 'halves' : null;
}
