import { createHash } from 'node:crypto';
import {
  escapeXml,
  type Language,
  languages,
  type Text,
  typeset,
  typesetHtml,
  UsageError,
} from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import { answersOf, checkDocument } from './check-document.ts';
import type { Document } from './document.ts';
import { type DrawingMemory, drawCharts } from './draw-charts.ts';
import { editionHtml } from './html-edition.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { words } from './words.ts';

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
  main, footer { max-width: none; padding: 0; } .masthead { padding-top: 10px; }
  h1 { font-size: 22pt; } .facts { margin-top: 8pt; padding: 4pt 0; } h2 { font-size: 15pt; margin-top: 18pt; } .question { font-size: 12pt; }
  h2, h3, h4, figcaption, caption { break-after: avoid; } figure, .finding, .box, tr, .key, .evidence li { break-inside: avoid; }
  .findings { grid-template-columns: 1fr 1fr; gap: 0 22px; } .finding { padding: 6px 0; } .finding h3 { font-size: 12pt; }
  .finding:first-child h3 { font-size: 15pt; } .finding:first-child .words > p { font-size: 10.5pt; } .finding p { margin-bottom: 3pt; } .front h2 { margin-top: 10pt; }
  .small { max-width: 226px; padding-top: 2pt; } .sure { font-size: 8pt; } .scroll { overflow: visible; }
  table { font-size: 9pt; } th, td { padding: 3px 6px; } thead { display: table-header-group; }
  .chapters { display: block; } .map { display: block; max-width: 560px; } .front > .table { margin-top: 10pt; } .wide { display: block; } .narrow { display: none; }
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
  for (const [tag] of html.matchAll(/<[a-z/!?][^>]*>/gi))
    if (active.test(tag.replaceAll(/"[^"]*"/g, '""')) || leadsAstray.test(tag))
      throw new UsageError(`the report would hold ${tag.slice(0, 60)}, which no report may`);
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
    const edition = { language, charts, answers: numbers, next };
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
