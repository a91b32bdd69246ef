import {
  capital,
  escapeXml,
  evidenceRoles,
  formatPeriod,
  languages,
  parsePeriod,
  typeset,
} from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import type { DecisionLine, Document, Evidence, Why } from './document.ts';
import { type Edition, say, whyAnchor } from './edition.ts';
import { blocksHtml } from './html-block.ts';
import { webLink } from './web-link.ts';
import { languageNames, words } from './words.ts';

function cellOf({ file, sheet, line, column }: Evidence['origin']): string {
  return [file, ...(sheet ? [sheet] : []), String(line), column].join(':');
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
  const exercise = lines.length > 1 ? `<p class="exercise">${escapeXml(lines[0] ?? '')}</p>` : '';
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

/** The whole document in one language. Only the edition that is read is shown; anchors start with its language. */
export function editionHtml(
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
  const hasFindings = document.front.some(({ kind }) => kind === 'finding');
  const sections = document.sections.map(
    ({ id, title, blocks }) =>
      `<section id="${language}-${id}" aria-labelledby="${language}-${id}-h"><h2 id="${language}-${id}-h">${say(title, edition)}</h2>${blocksHtml(blocks, edition)}</section>`,
  );
  const annex =
    answers.length > 0
      ? `<section class="annex" id="${language}-why" aria-labelledby="${language}-why-h"><h2 id="${language}-why-h">${say(words.whyAll, edition)}</h2><p>${say(words.whyIntro, edition)}</p>${answers.map((why) => whyHtml(why, edition)).join('')}</section>`
      : '';
  return [
    `<div class="edition${options.clearance.synthetic ? ' synthetic' : ''}" id="${language}" lang="${language}" data-title="${escapeXml(typeset(document.title[language], language))}" data-exercise="${say(words.exercise, edition)}" data-close="${say(words.close, edition)}" data-sort="${say(words.sort, edition)}" data-filter="${say(words.filter, edition)}" data-search="${say(words.search, edition)}" data-save="${say(words.save, edition)}" data-cite="${say(words.cite, edition)}" data-cited="${say(words.cited, edition)}"${options.hidden ? ' hidden' : ''}>`,
    `<header><a class="skip" href="#${language}-main">${say(words.skip, edition)}</a>${bannerHtml(options.clearance, edition)}${languagesHtml(edition)}</header>`,
    `<main id="${language}-main" tabindex="-1"><div class="masthead"><h1>${say(document.title, edition)}</h1>`,
    `<p class="question">${say(document.question, edition)}</p>`,
    facts.length > 0 ? `<dl class="facts">${facts.join('')}</dl>` : '',
    '</div><div class="front">',
    hasFindings ? `<h2>${say(words.findings, edition)}</h2>` : '',
    `${blocksHtml(document.front, edition)}</div>`,
    `<div class="chapters">${contentsHtml(document, answers, edition)}<div class="text">${sections.join('')}${annex}</div></div>`,
    `</main><footer><p>${escapeXml(clearanceLine(options.clearance, edition))}</p></footer></div>`,
  ].join('\n');
}

function clearanceLine(clearance: Clearance, edition: Edition): string {
  return clearance.banner[edition.language].replaceAll('\n', ' · ');
}
