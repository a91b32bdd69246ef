import { createHash } from 'node:crypto';
import {
  escapeXml,
  type Language,
  languages,
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
import { printStyle } from './print-style.ts';
import { words } from './words.ts';

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
  const numbers = new Map(answers.map(({ key }, index) => [key, index + 1]));
  const editions: string[] = [];
  for (const language of languages) {
    let parts = 0;
    const next = (): number => {
      parts += 1;
      return parts;
    };
    const charts = await drawCharts(document, language, memory);
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
