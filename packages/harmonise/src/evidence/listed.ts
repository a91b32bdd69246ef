import { codeLists } from '@samenbeeld/ingest';
import {
  codeWords,
  foldText,
  inFour,
  type Language,
  listedTexts,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifiersIn } from '../qualifiers.ts';
import type { Evidence } from './evidence.ts';

/** A language as it stands behind "label of COC". */
const languageNames: Readonly<Record<Language, Text>> = {
  nl: inFour('in het Nederlands', 'en néerlandais', 'auf Niederländisch', 'in Dutch'),
  fr: inFour('in het Frans', 'en français', 'auf Französisch', 'in French'),
  de: inFour('in het Duits', 'en allemand', 'auf Deutsch', 'in German'),
  en: inFour('in het Engels', 'en anglais', 'auf Englisch', 'in English'),
};

/** Case, accents, blanks, hyphens and apostrophes apart; other punctuation counts. */
function strictly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s\-‐‑–'’‘]/gu, '');
}

function originOf({ origin, code: to, language }: KnownName): Text {
  const code = to ?? '';
  if (origin === 'code')
    return inFour('code {code}', 'code {code}', 'Code {code}', 'code {code}', { code });
  if (language)
    return inFour(
      'benaming van {code} {name}',
      'libellé de {code} {name}',
      'Bezeichnung von {code} {name}',
      'label of {code} {name}',
      { code, name: languageNames[language] },
    );
  return inFour(
    'synoniem van {code}',
    'synonyme de {code}',
    'Synonym von {code}',
    'synonym of {code}',
    { code },
  );
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

const isArea = (entry: object): boolean => 'kind' in entry && entry.kind === 'area';

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
    const codes = listedTexts(match.entries.map(codeWords), 'or');
    return match.entries.map(({ code, ...entry }) => ({
      to: code,
      match: 'exact',
      // A name of a country and of smaller places is first of all the country's; that of a spot and of an area named after it the spot's.
      confidence:
        (countries.length === 0 && !isArea(entry)) || countries[0]?.code === code ? 0.5 : 0.45,
      homonym: true,
      reason: inFour(
        '{text} kan {codes} betekenen',
        '{text} peut signifier {codes}',
        '{text} kann {codes} bedeuten',
        '{text} may mean {codes}',
        { text: quoted(text), codes },
      ),
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
  const reason = best
    ? originOf(best)
    : inFour(
        'code {code} ({label})',
        'code {code} ({label})',
        'Code {code} ({label})',
        'code {code} ({label})',
        {
          code,
          label,
        },
      );
  if (best?.origin === 'synonym' && isPartOf(best, names))
    return [
      {
        to: code,
        match: 'narrower',
        confidence: 0.8,
        reason: inFour(
          '{reason}, dat ook andere omvat: {label}',
          '{reason}, qui en comprend d’autres aussi : {label}',
          '{reason}, das auch andere umfasst: {label}',
          '{reason}, which also holds others: {label}',
          { reason, label: quoted(label) },
        ),
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
          reason: inFour(
            '{reason}, op de leestekens na',
            '{reason}, à la ponctuation près',
            '{reason}, bis auf Satzzeichen',
            '{reason}, but for punctuation',
            { reason },
          ),
        },
      ];
}
