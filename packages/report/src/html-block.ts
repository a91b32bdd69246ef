import { confidences, escapeXml } from '@samenbeeld/schema';
import type { Block, FindingBlock, NotAddedBlock } from './document.ts';
import { type Edition, say } from './edition.ts';
import { figureHtml, wordsHtml } from './html-figure.ts';
import { chartTableHtml, tableHtml } from './html-table.ts';
import { words } from './words.ts';

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

function findingHtml(block: FindingBlock, edition: Edition): string {
  const { language } = edition;
  const drawn = edition.charts.get(block);
  const sure = confidences.label(block.confidence, language);
  const chart = drawn
    ? `<div class="small">${drawn.narrow}${chartTableHtml(drawn.chart.table, drawn.chart.title, edition, drawn.chart.caption)}</div>`
    : '';
  return [
    '<li class="finding"><div class="says">',
    `<h3>${say(block.title, edition)}</h3>`,
    `<div class="words"><p>${wordsHtml(block, edition)}</p>`,
    `<p class="sure"><span class="dots" aria-hidden="true">${dots[block.confidence]}</span> `,
    `<strong>${say(words.confidence, edition)}${language === 'fr' ? ' ' : ''}: ${escapeXml(sure)}.</strong>`,
    block.basis ? ` ${say(block.basis, edition)}` : '',
    `</p></div></div>${chart}</li>`,
  ].join('');
}

function notAddedHtml(block: NotAddedBlock, edition: Edition): string {
  return tableHtml(
    {
      kind: 'table',
      caption: block.caption,
      columns: [
        { label: words.period, kind: 'label' },
        { label: words.place, kind: 'words' },
        { label: words.basis, kind: 'words' },
        { label: words.value, kind: 'number' },
        { label: words.reason, kind: 'words' },
      ],
      rows: block.rows.map(({ period, place, basis, figure, reason }) => [
        { shown: period },
        { shown: place },
        { shown: basis },
        figure,
        { shown: reason },
      ]),
      notes: [words.notAddedWhy],
    },
    edition,
  );
}

function blockHtml(block: Block, edition: Edition, level: 3 | 4): string {
  switch (block.kind) {
    case 'heading':
      return `<h${level}>${say(block.text, edition)}</h${level}>`;
    case 'paragraph':
      return `<p>${wordsHtml(block, edition)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${wordsHtml(item, edition)}</li>`);
      return `<${tag}>${items.join('')}</${tag}>`;
    }
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
      return notAddedHtml(block, edition);
    case 'box':
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
    const inner = run.map((one) => blockHtml(one, edition, level)).join('');
    if (kind === 'findings') parts.push(`<ol class="findings">${inner}</ol>`);
    else parts.push(kind === null ? inner : `<div class="${kind}">${inner}</div>`);
    at += run.length;
  }
  return parts.join('');
}

function groupOf(block: Block): 'findings' | 'halves' | 'keys' | null {
  if (block.kind === 'finding') return 'findings';
  if (block.kind === 'figure') return 'keys';
  return block.kind === 'chart' && block.size === 'half' ? 'halves' : null;
}
