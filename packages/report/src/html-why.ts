import { escapeXml, formatPeriod, parsePeriod } from '@samenbeeld/schema';
import type { DecisionLine, Evidence, Why } from './document.ts';
import { type Edition, say, whyAnchor } from './edition.ts';
import { webLink } from './web-link.ts';
import { roleWords, words } from './words.ts';

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
    `<li class="role-${one.role}"><p class="role">${say(roleWords[one.role], edition)}</p>`,
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
export function whyHtml(why: Why, edition: Edition): string {
  const { language } = edition;
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
      ? `<p class="from">${say(words.command, edition)}${language === 'fr' ? ' ' : ''}: <code>${escapeXml(why.command)}</code></p>`
      : '',
    '</div></details>',
  ].join('');
}
