import {
  type agencies,
  foldText,
  type Language,
  type places,
  type substances,
} from '@samenbeeld/schema';
import { asked, because, type ProposedField } from './claim-fields.ts';

/** Something that words of a sentence name: its code, and where it stands. */
export interface Named {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Other codes the words may mean; then `code` is none of them. */
  readonly among: readonly string[];
}

export const word: RegExp = /[\p{L}\d]+(?:[-'’&.][\p{L}\d]+)*/gu;

/** Names of a list in a text, longest first, none within another. */
export function namesIn(
  text: string,
  most: number,
  meaning: (words: string) => { readonly code: string; readonly among: readonly string[] } | null,
): readonly Named[] {
  const tokens = [...text.matchAll(word)];
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (let length = Math.min(most, tokens.length - at); length >= 1; length -= 1) {
      const [first, last] = [tokens[at], tokens[at + length - 1]];
      if (!first || !last) continue;
      // An elided article is no part of a name: "l'Équateur", "d'Anvers".
      const cut = /^[ldLD]['’]/u.exec(first[0])?.[0].length ?? 0;
      const end = last.index + last[0].length;
      const whole = text.slice(first.index, end);
      if (/[,;:…()]/u.test(whole)) continue;
      const printed = length === 1 && cut > 0 ? null : meaning(whole);
      const start = first.index + (printed ? 0 : cut);
      const words = text.slice(start, end);
      const meant = printed ?? (cut > 0 ? meaning(words) : null);
      if (!meant) continue;
      found.push({ ...meant, start, end, words });
      at += length - 1;
      break;
    }
  }
  return found;
}

export function countOf(name: string): number {
  return name.match(word)?.length ?? 0;
}

/** What words mean in a list; words in a row are no name that is one word there: "In de" is not "Inde". */
export function matched(
  list: typeof substances | typeof places | typeof agencies,
  words: string,
  language: Language,
): { readonly code: string; readonly among: readonly string[] } | null {
  const match = list.lookup(words, language);
  if (match.kind === 'none') return null;
  const entries = match.kind === 'exact' ? [match.entry] : match.entries;
  const many = countOf(words);
  const isName = entries.some(
    ({ code, label, synonyms }) =>
      code === words ||
      [...Object.values(label), ...synonyms].some(
        (name) => countOf(name) === many && foldText(name) === foldText(words),
      ),
  );
  if (!isName) return null;
  const [only, other] = entries;
  return only && !other
    ? { code: only.code, among: [] }
    : { code: '', among: entries.map(({ code }) => code) };
}

/** The codes that names mean or may mean, each once. */
export const codesNamed = (named: readonly Named[]): readonly string[] => [
  ...new Set(named.flatMap(({ code, among }) => code || among)),
];

/** A field that several names leave open. */
export const askedOf = (named: readonly Named[]): ProposedField =>
  asked(because('several', named.map(({ words }) => words).join(', ')), codesNamed(named));
