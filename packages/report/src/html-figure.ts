import { escapeXml, ownValue, UsageError } from '@samenbeeld/schema';
import type { Figure, Words } from './document.ts';
import { type Edition, say, whyAnchor } from './edition.ts';
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
export function figureHtml(figure: Figure, edition: Edition): string {
  const shown = say(figure.shown, edition);
  const quoted = figure.language
    ? `<span lang="${escapeXml(figure.language)}">${shown}</span>`
    : shown;
  const mark = markHtml(figure, edition);
  const after = figure.mark === 'provisional';
  const whole = after ? `${quoted}${mark}` : `${mark}${mark ? ' ' : ''}${quoted}`;
  if (figure.why) {
    const hint = `<span class="vh"> – ${say(words.whyThis, edition)}</span>`;
    return `<a class="why" href="#${whyAnchor(figure.why, edition)}">${whole}${hint}</a>`;
  }
  return figure.url ? webLink(figure.url, whole) : whole;
}

/** Running words, with each `{name}` replaced by its figure. */
export function wordsHtml(text: Words, edition: Edition): string {
  return text.text[edition.language]
    .split(/(\{[a-zA-Z0-9_]+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return escapeXml(part);
      const figure = ownValue(text.figures, name);
      if (!figure) throw new UsageError(`the words name a figure {${name}} that they do not have`);
      return figureHtml(figure, edition);
    })
    .join('');
}
