import { codeLists } from '@samenbeeld/ingest';
import { foldText, type Language } from '@samenbeeld/schema';
import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifiersIn } from '../qualifiers.ts';
import type { Evidence } from './evidence.ts';

const languageNames = { nl: 'Dutch', fr: 'French', de: 'German', en: 'English' } as const;

/** Case, accents, blanks, hyphens and apostrophes apart; other punctuation counts. */
function strictly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s\-‐‑–'’‘]/gu, '');
}

function originOf({ origin, code, language }: KnownName): string {
  if (origin === 'code') return `code ${code}`;
  if (language) return `label of ${code} in ${languageNames[language]}`;
  return `synonym of ${code}`;
}

/** How much a name that is written in the list proves, before punctuation. */
function weight(name: KnownName, list: string, language: Language | undefined): number {
  if (name.origin === 'code') return 0.98;
  // The words of national law are the words of the classification, without its definitions.
  if (list === 'offences' && !(name.language === 'en' && name.words.length > 3)) return 0.85;
  if (name.folded.length < 3) return 0.85;
  if (name.origin === 'synonym') return 0.94;
  return language === undefined || language === name.language ? 0.99 : 0.96;
}

/** Whether a synonym names only a part of a label that joins several: "fentanyl" of "fentanyl and analogues". */
function isPartOf(name: KnownName, names: readonly KnownName[]): boolean {
  return names.some(
    ({ origin, text, words }) =>
      origin === 'label' &&
      qualifiersIn(text).has('and') &&
      words.length > name.words.length &&
      name.words.every((word) => words.includes(word)),
  );
}

/** What the list itself says of a text: a label, a code or a synonym, or several of them. */
export function listedEvidence(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  const match = index.codes.lookup(text, language);
  if (match.kind === 'none') return [];
  if (match.kind === 'ambiguous') {
    const countries = match.entries.filter(({ code }) => codeLists['countries']?.has(code));
    const codes = match.entries.map(({ code, label }) => `${code} (${label.en})`);
    return match.entries.map(({ code }) => ({
      to: code,
      match: 'exact',
      // A name of a country and of smaller places is first of all the country's.
      confidence: countries.length === 0 || countries[0]?.code === code ? 0.5 : 0.45,
      homonym: true,
      reason: `"${text}" may mean ${codes.join(' or ')}`,
    }));
  }
  const { code, label } = match.entry;
  const names = index.names.filter(
    (name) => name.code === code && name.origin !== 'crosswalk' && name.origin !== 'core',
  );
  const same = names.filter((name) => strictly(name.text) === strictly(text));
  const key = foldText(text);
  const alike = same.length > 0 ? same : names.filter(({ folded }) => folded === key);
  const [best] = [...alike].sort(
    (a, b) => weight(b, index.list, language) - weight(a, index.list, language),
  );
  const found = best ? weight(best, index.list, language) : 0.98;
  const reason = best ? originOf(best) : `code ${code} (${label.en})`;
  if (best?.origin === 'synonym' && isPartOf(best, names))
    return [
      {
        to: code,
        match: 'narrower',
        confidence: 0.8,
        reason: `${reason}, which also holds others: "${label.en}"`,
      },
    ];
  return same.length > 0 || !best
    ? [
        {
          to: code,
          match: 'exact',
          confidence: found,
          reason,
          ...((best?.origin ?? 'code') === 'code' && { isCode: true }),
        },
      ]
    : [
        {
          to: code,
          match: 'exact',
          confidence: Math.min(found, 0.88),
          reason: `${reason}, but for punctuation`,
        },
      ];
}
