import { createHash } from 'node:crypto';
import {
  capital,
  escapeXml,
  evidenceRoles,
  filled,
  formatPeriod,
  type Language,
  languages,
  parsePeriod,
  type Text,
  typeset,
  typesetHtml,
  wrongUse,
} from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import { answersOf, checkDocument } from './check-document.ts';
import type { Block, DecisionLine, Document, Evidence, Why } from './document.ts';
import { type DrawingMemory, drawCharts } from './draw-charts.ts';
import { type Edition, say, whyAnchor } from './edition.ts';
import { blocksHtml } from './html-block.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { webLink } from './web-link.ts';
import { languageNames, words } from './words.ts';

function cellOf({ file, sheet, line, column }: Evidence['origin']): string {
  return `${sheet ? `${file}:${sheet}` : file}:${line}:${column}`;
}

function evidenceHtml(one: Evidence, edition: Edition): string {
  const lang = one.printed?.language ? ` lang="${escapeXml(one.printed.language)}"` : '';
  const quote = one.printed ? `<q${lang}>${escapeXml(one.printed.words)}</q>` : '';
  const address = one.url
    ? webLink(one.url, escapeXml(one.url.replace(/^https?:\/\/(www\.)?/, '')), 'url')
    : '';
  const published = [one.publisher ? say(one.publisher, edition) : '', address].filter(Boolean);
  return [
    `<li class="role-${one.role}"><p class="role">${escapeXml(capital(evidenceRoles[one.role][edition.language]))}</p>`,
    `<p>${say(one.says, edition)}${quote ? ` ${quote}` : ''}</p>`,
    published.length > 0 ? `<p class="from">${published.join(' · ')}</p>` : '',
    `<p class="from">${say(words.cell, edition)} <code>${escapeXml(cellOf(one.origin))}</code> = `,
    `<code>${escapeXml(one.origin.raw)}</code> · <code>${escapeXml(one.claim)}</code></p></li>`,
  ].join('');
}

function decisionHtml(decision: DecisionLine, edition: Edition): string {
  const { language } = edition;
  const state = (decision.lapsed ?? (decision.superseded ? words.superseded : words.inForce))[
    language
  ];
  const text = `<code>${escapeXml(decision.id)}</code> <code>${escapeXml(decision.verdict)}</code> – ${escapeXml(decision.reason)} (${escapeXml(decision.role)}, ${escapeXml(formatPeriod(parsePeriod(decision.time.slice(0, 10)), language))})`;
  return `<li>${decision.superseded ? `<del>${text}</del>` : text} <em>${escapeXml(state)}</em></li>`;
}

/** One answer to "why this number?", folded in the annex and shown in a dialog where scripts run. */
function whyHtml(why: Why, edition: Edition): string {
  const decisions = why.decisions ?? [];
  return [
    `<details class="answer"><summary>${say(why.title, edition)}</summary>`,
    `<div class="panel" id="${whyAnchor(why, edition)}" tabindex="-1">`,
    ...why.says.map((text) => `<p>${say(text, edition)}</p>`),
    why.evidence.length > 0
      ? `<ul class="evidence">${why.evidence.map((one) => evidenceHtml(one, edition)).join('')}</ul>`
      : '',
    decisions.length > 0
      ? `<p class="role">${say(words.decisions, edition)}</p><ul class="decisions">${decisions.map((one) => decisionHtml(one, edition)).join('')}</ul>`
      : '',
    why.command
      ? `<p class="from">${say(words.command, edition)}: <code>${escapeXml(why.command)}</code></p>`
      : '',
    '</div></details>',
  ].join('');
}

function bannerHtml(clearance: Clearance, edition: Edition): string {
  const { language } = edition;
  const lines = clearance.banner[language].split('\n');
  const marking = escapeXml(lines.at(-1) ?? '').replace(
    /^TLP:([A-Z+]+)/,
    '<strong class="tlp">TLP:$1</strong>',
  );
  const exercise = lines
    .slice(0, -1)
    .map((line) => `<p class="exercise">${escapeXml(line)}</p>`)
    .join('');
  return `<div class="banner">${exercise}<p class="handling tlp-${clearance.handling.tlp.toLowerCase().replace('+', '-')}">${marking}</p></div>`;
}

function languagesHtml(edition: Edition): string {
  const buttons = languages.map(
    (language) =>
      `<button type="button" lang="${language}" data-language="${language}" aria-pressed="${language === edition.language}">${languageNames[language]}</button>`,
  );
  const links = languages.map(
    (language) =>
      `<a href="#${language}" lang="${language}" hreflang="${language}">${languageNames[language]}</a>`,
  );
  return `<nav class="languages" aria-label="${say(words.languages, edition)}"><span class="buttons">${buttons.join('')}</span><noscript>${links.join(' ')}</noscript></nav>`;
}

function contentsHtml(document: Document, answers: readonly Why[], edition: Edition): string {
  const { language } = edition;
  const entries = document.sections.map(({ id, title }) => [id, title[language]] as const);
  const all = answers.length > 0 ? [...entries, ['why', words.whyAll[language]] as const] : entries;
  if (all.length === 0) return '';
  const links = all.map(
    ([id, title]) => `<li><a href="#${language}-${id}">${escapeXml(title)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${say(words.contents, edition)}"><p>${say(words.contents, edition)}</p><ol>${links.join('')}</ol></nav>`;
}

/** So many of the sources of a figure stand in the short form. */
const briefly = 3;

/** What a figure of the first page rests on, in a few words: who published it and where, or the cell. */
function restsOn({ title, evidence }: Why, edition: Edition): string {
  const { language } = edition;
  const sources = new Set(
    evidence.map(({ publisher, url, origin }) =>
      publisher
        ? [publisher[language], url?.replace(/^https?:\/\/(www\.)?/, '')].filter(Boolean).join(', ')
        : cellOf(origin),
    ),
  );
  const left = sources.size - briefly;
  const more = left > 0 ? [filled(words.more[language], language, { n: left }, String)] : [];
  const told = [...[...sources].slice(0, briefly), ...more].map(escapeXml).join(' · ');
  return `<li><strong>${say(title, edition)}</strong>${told ? `: ${told}` : ''}</li>`;
}

/** The end of the short form, on paper only: what the findings rest on, and what the whole report holds. */
function briefHtml({ front, sections }: Document, edition: Edition): string {
  const said = front.flatMap((block) =>
    block.kind === 'finding' ? Object.values(block.figures ?? {}) : [],
  );
  const whys = new Map(said.flatMap(({ why }) => (why ? [[why.key, why] as const] : [])));
  const rests = [...whys.values()].map((why) => restsOn(why, edition));
  const chapters = sections.map(({ title }) => `<li>${say(title, edition)}</li>`);
  return [
    '<div class="brief">',
    rests.length > 0 ? `<h3>${say(words.rests, edition)}</h3><ul>${rests.join('')}</ul>` : '',
    chapters.length > 0
      ? `<h3>${say(words.contents, edition)}</h3><ol>${chapters.join('')}</ol>`
      : '',
    '</div>',
  ].join('');
}

/** What stands on the first page of the short form; all else of the front is on its second. */
const isSaid = ({ kind }: Block): boolean =>
  kind === 'heading' || kind === 'paragraph' || kind === 'finding';

/** The whole document in one language. Only the edition that is read is shown; anchors start with its language. */
function editionHtml(
  document: Document,
  answers: readonly Why[],
  edition: Edition,
  options: { readonly clearance: Clearance; readonly hidden: boolean },
): string {
  const { language } = edition;
  const facts = document.facts.map(
    ({ label, value }) =>
      `<div><dt>${say(label, edition)}</dt><dd>${say(value, edition)}</dd></div>`,
  );
  const at = document.front.findIndex((block) => !isSaid(block));
  const second = at < 0 ? document.front.length : at;
  const sections = document.sections.map(
    ({ id, title, blocks }) =>
      `<section id="${language}-${id}" aria-labelledby="${language}-${id}-h"><h2 id="${language}-${id}-h">${say(title, edition)}</h2>${blocksHtml(blocks, { ...edition, noted: new Set() })}</section>`,
  );
  const annex =
    answers.length > 0
      ? `<section class="annex" id="${language}-why" aria-labelledby="${language}-why-h"><h2 id="${language}-why-h">${say(words.whyAll, edition)}</h2><p>${say(words.whyIntro, edition)}</p>${answers.map((why) => whyHtml(why, edition)).join('')}</section>`
      : '';
  return [
    `<div class="edition${options.clearance.synthetic ? ' synthetic' : ''}" id="${language}" lang="${language}" data-title="${escapeXml(typeset(document.title[language], language))}" data-exercise="${say(words.exercise, edition)}" data-close="${say(words.close, edition)}" data-sort="${say(words.sort, edition)}" data-filter="${say(words.filter, edition)}" data-search="${say(words.search, edition)}" data-nothing="${say(words.nothing, edition)}" data-save="${say(words.save, edition)}" data-cite="${say(words.cite, edition)}" data-cited="${say(words.cited, edition)}" data-brief="${say(words.brief, edition)}" data-cut="${say(words.cut, edition)}" data-frame="${say(words.frame, edition)}" data-every="${say(words.everyFrame, edition)}"${options.hidden ? ' hidden' : ''}>`,
    `<header><a class="skip" href="#${language}-main">${say(words.skip, edition)}</a>${bannerHtml(options.clearance, edition)}${languagesHtml(edition)}</header>`,
    `<main id="${language}-main" tabindex="-1"><div class="masthead"><h1>${say(document.title, edition)}</h1>`,
    `<p class="question">${say(document.question, edition)}</p>`,
    facts.length > 0 ? `<dl class="facts">${facts.join('')}</dl>` : '',
    '</div><div class="front">',
    document.front.length > 0 ? `<h2>${say(words.findings, edition)}</h2>` : '',
    blocksHtml(document.front.slice(0, second), edition),
    `<div class="second">${blocksHtml(document.front.slice(second), edition)}${briefHtml(document, edition)}</div></div>`,
    `<div class="chapters">${contentsHtml(document, answers, edition)}<div class="text">${sections.join('')}${annex}</div></div>`,
    `</main><footer><p>${escapeXml(clearanceLine(options.clearance, edition))}</p></footer></div>`,
  ].join('\n');
}

function clearanceLine(clearance: Clearance, edition: Edition): string {
  return clearance.banner[edition.language].replaceAll('\n', ' · ');
}

/** Words as a CSS string; no sign of theirs can end it or the style element. */
function cssString(words: string): string {
  return `"${words.replaceAll(/[^\p{L}\p{N} .,:;·–()/'’-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

/** The look on A4: the banner above and the page number below every page, in the language that is printed. */
function printStyle(banner: Text, title: Text, of: Text): string {
  const pages = languages.map((language) => {
    const marking = cssString(banner[language].replaceAll('\n', ' · '));
    const name = cssString(title[language]);
    return `@page ${language} { @top-center { content: ${marking}; } @bottom-left { content: ${name}; } @bottom-right { content: counter(page) " ${of[language]} " counter(pages); } }
.edition[lang="${language}"] { page: ${language}; }`;
  });
  return `
@page { size: A4; margin: 20mm 17mm 18mm; @top-center { font: bold 8pt Arial, sans-serif; } @bottom-left { font: 8pt Arial, sans-serif; } @bottom-right { font: 8pt Arial, sans-serif; } }
${pages.join('\n')}
@media print {
  body { font-size: 9.5pt; line-height: 1.36; }
  header, .banner { position: static; } .languages, .contents, .skip, .data, .tools, dialog { display: none; }
  main, footer { max-width: none; padding: 0; } .masthead { padding-top: 6px; }
  h1 { font-size: 19pt; } .question { margin-top: 4pt; font-size: 11pt; } .facts { margin-top: 5pt; padding: 3pt 0; font-size: 7.5pt; } h2 { font-size: 15pt; margin-top: 18pt; }
  h2, h3, h4, figcaption, caption { break-after: avoid; } figure, .finding, .box, tr, .key, .evidence li { break-inside: avoid; }
  table { font-size: 9pt; } th, td { padding: 3px 6px; } thead { display: table-header-group; }
  .second:has(> :not(.brief)), .chapters { break-before: page; } .short .chapters, .short footer, .tip { display: none; }
  .front h2 { margin: 7pt 0 3pt; padding-top: 4pt; font-size: 13pt; } .findings { grid-template-columns: 1fr 1fr; gap: 0 18px; } .finding { padding: 4px 0; }
  .finding.paper-wide { grid-column: span 2; display: grid; grid-template-columns: subgrid; align-content: start; } .finding.paper-wide .says:only-child { grid-column: 1 / -1; } .finding.paper-wide .small { grid-column: 2; padding-top: 0; }
  .finding h3 { margin-bottom: 2pt; font-size: 11pt; } .front .finding:first-child h3 { font-size: 14pt; } .finding .words > p { margin-bottom: 3pt; font-size: 8.5pt; line-height: 1.3; }
  .front .finding:first-child .words > p { font-size: 10pt; } .front .finding:first-child .words > .sure, .sure { font-size: 7.5pt; } .front .small { max-width: 190px; } .front .finding:first-child .small { max-width: 270px; }
  .second > .table { margin: 0 0 6pt; } .second table { font-size: 7.5pt; line-height: 1.25; } .second :is(th, td) { padding: 2px 4px; } .second td:last-child { min-width: 66mm; } .second :is(.notes, .reading) { font-size: 7pt; }
  .second .map { float: right; width: 64mm; margin: 0 0 6pt 8mm; } .second .map .title { font-size: 9pt; }
  .brief { display: block; font-size: 8pt; } .brief h3 { margin: 4pt 0 1pt; font-size: 10pt; } .brief :is(ul, ol) { margin: 0; } .brief li { margin: 0 0 1pt; overflow-wrap: anywhere; }
  .small { max-width: 226px; padding-top: 2pt; } .scroll { overflow: visible; background: none; }
  .chapters { display: block; } .map { display: block; max-width: 560px; } .wide { display: block; } .narrow { display: none; }
  .answer { font-size: 8.5pt; padding: 4px 0; } .answer summary { list-style: none; } .from, .role { font-size: 7.5pt; }
  a { color: inherit; } .why { text-decoration-thickness: 0.5px; } .handling, .exercise { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .synthetic { background: none; }
  .synthetic::after { content: attr(data-exercise); position: fixed; top: 42%; left: 0; right: 0; text-align: center; font: bold 72pt Arial, sans-serif; color: rgb(0 0 0 / 6%); transform: rotate(-35deg); pointer-events: none; }
}
`;
}

/** Options of {@link renderHtml}. */
export interface HtmlOptions {
  readonly clearance: Clearance;
  /** The language that is shown first, and where no script runs; nl. */
  readonly language?: Language | undefined;
  /** Drawings kept from an earlier rendering of the same charts by the same code. */
  readonly memory?: DrawingMemory | undefined;
}

/** What no edition has: everything that could run, fetch, send or lead away by itself. */
const active =
  /^<\/?(?:script|style|meta|base|link|i?frame|object|embed|applet|form|input|image|foreignObject|use|animate\w*|set|math|template)\b|\s(?:on\w+|style|srcdoc|formaction|xlink:href)=/i;
const leadsAstray = /\s(?:href|src|action)="(?!#|https?:)/i;

/** The last look at a page: its words are escaped and its drawings checked before, each where it is made. */
function refuseActive(html: string): void {
  // Of tens of thousands of tags one in twenty is unlike those before it.
  for (const tag of new Set(html.match(/<[a-z/!?][^>]*>/gi)))
    if (active.test(tag.replaceAll(/"[^"]*"/g, '""')) || leadsAstray.test(tag))
      throw wrongUse(
        'het rapport zou {a} bevatten, en dat mag geen rapport',
        'le rapport contiendrait {a}, ce qu’aucun rapport ne peut',
        'der Bericht enthielte {a}, was kein Bericht darf',
        'the report would hold {a}, which no report may',
        { a: tag.slice(0, 60) },
      );
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * A document as one HTML file in four languages that opens from a USB stick: no network, no fonts, no files beside
 * it. A content security policy forbids what is not in it. The language is remembered in the address (`#fr`); without
 * scripts the languages are links.
 *
 * The caller writes it with the store's `writeThrough` and the same clearance.
 *
 * @throws UsageError for a text that lacks a language, or an exercise whose clearance does not say so
 */
export async function renderHtml(document: Document, options: HtmlOptions): Promise<string> {
  const { clearance, language: first = 'nl', memory } = options;
  checkDocument(document, clearance);
  const answers = answersOf(document);
  const blocks = [...document.front, ...document.sections.flatMap((section) => section.blocks)];
  const numbers = new Map(answers.map(({ key }, index) => [key, index + 1]));
  const editions: string[] = [];
  for (const language of languages) {
    let parts = 0;
    const next = (): number => {
      parts += 1;
      return parts;
    };
    const charts = await drawCharts(blocks, language, memory);
    const edition = { language, charts, answers: numbers, next, noted: new Set<string>() };
    editions.push(
      typesetHtml(
        editionHtml(document, answers, edition, { clearance, hidden: language !== first }),
        language,
      ),
    );
  }
  refuseActive(editions.join('\n'));
  const style = `${pageStyle}${printStyle(clearance.banner, document.title, words.of)}`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(pageScript)}; img-src data:; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; connect-src 'none'; worker-src 'none'`;
  return `<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeXml(typeset(document.title[first], first))}</title>
<style>${style}</style>
</head>
<body>
${editions.join('\n')}
<dialog aria-labelledby="why-title"></dialog>
<script>${pageScript}</script>
</body>
</html>
`;
}
