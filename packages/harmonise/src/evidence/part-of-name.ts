import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifierOf, qualifiersIn } from '../qualifiers.ts';
import { wordsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';
import { wordLikeness } from './similar-words.ts';

function contentOf(words: readonly string[]): readonly string[] {
  return words.filter((word) => qualifierOf(word) === null);
}

function evidenceOf(name: KnownName, words: readonly string[]): Evidence | null {
  const own = contentOf(name.words);
  if (own.length <= words.length) return null;
  if (!words.every((word) => own.some((other) => wordLikeness(word, other) >= 0.95))) return null;
  const share = words.length / own.length;
  const { code: to, text } = name;
  // "cannabis oil" of "cannabis oil and extract" is one of two; "cambriolage de logement" of "… privé" is wider.
  if (qualifiersIn(text).has('and') && share >= 0.6)
    return { to, match: 'narrower', confidence: 0.65, reason: `one of "${text}"` };
  return {
    to,
    match: 'broader',
    confidence: words.length > 1 ? 0.4 + 0.3 * share : 0.28 + 0.2 * share,
    reason: `a part of "${text}"`,
  };
}

/** Labels that are only a part of listed names: broader than they, or one of those they join. */
export function partOfNameEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const words = contentOf(wordsOf(text));
  if (words.join('').length < 5) return [];
  return index.names.flatMap((name) => {
    if (name.origin !== 'label' && name.origin !== 'synonym') return [];
    return evidenceOf(name, words) ?? [];
  });
}
