import type { ChartTable } from '@samenbeeld/charts';
import { escapeXml, formatNumber, sevenDigits } from '@samenbeeld/schema';
import type { Column, Figure, Mark, TableBlock } from './document.ts';
import { type Edition, say } from './edition.ts';
import { figureHtml } from './html-figure.ts';
import { markWords, words } from './words.ts';

/** Header rows: with groups, the ungrouped columns span both. */
function headHtml(columns: readonly Column[], edition: Edition): string {
  const { language } = edition;
  const cell = (column: Column, more: string): string =>
    `<th scope="col" class="${column.kind}"${more}>${say(column.label, edition)}</th>`;
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

/** A table with its caption, its marks explained and its notes. */
export function tableHtml(table: TableBlock, edition: Edition): string {
  const { language } = edition;
  const notes: string[] = [];
  const noteHtml = ({ note }: Figure): string => {
    if (!note) return '';
    const text = note[language];
    if (!notes.includes(text)) notes.push(text);
    return `<sup>${letter(notes.indexOf(text))}</sup>`;
  };
  const rows = table.rows.map((row) => {
    const cells = row.map((figure, index) => {
      const kind = table.columns[index]?.kind ?? 'words';
      const inner = figureHtml(figure, edition) + noteHtml(figure);
      const long = figure.shown[language].length > 60 ? ' long' : '';
      return kind === 'label'
        ? `<th scope="row" class="label">${inner}</th>`
        : `<td class="${kind}${figure.mark ? ' marked' : ''}${long}">${inner}</td>`;
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
  const general = (table.notes ?? []).map((note) => `<li>${say(note, edition)}</li>`);
  const below = [...own, ...general];
  const id = `${language}-t${edition.next()}`;
  return [
    '<div class="table">',
    `<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">`,
    `<table><caption><span id="${id}">${say(table.caption, edition)}</span></caption>`,
    `<thead>${headHtml(table.columns, edition)}</thead><tbody>${rows.join('')}</tbody></table></div>`,
    legendHtml(marks, edition),
    below.length > 0 ? `<ul class="notes">${below.join('')}</ul>` : '',
    '</div>',
  ].join('');
}

/** The numbers behind a chart, folded away, with how to read it where that does not stand below the chart. */
export function chartTableHtml(
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
      : `<td class="${numeric[index] ? 'number' : 'words'}">${escapeXml(text)}</td>`;
  };
  const head = table.columns.map(
    (column, index) =>
      `<th scope="col" class="${index === 0 ? 'label' : numeric[index] ? 'number' : 'words'}">${escapeXml(column)}</th>`,
  );
  const id = `${language}-t${edition.next()}`;
  return [
    `<details class="data"><summary>${say(words.data, edition)}</summary>`,
    reading ? `<p class="reading">${escapeXml(reading)}</p>` : '',
    `<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>`,
    `<caption><span id="${id}">${escapeXml(caption)}</span></caption><thead><tr>${head.join('')}</tr></thead><tbody>`,
    ...table.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody></table></div></details>',
  ].join('');
}
