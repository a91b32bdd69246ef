import {
  type Language,
  pValue as plain,
  pAtLeast as plainAtLeast,
  pAtMost as plainAtMost,
} from '@samenbeeld/schema';

/** "p = 0.381", "p < 0.001", which no line breaks apart. */
export function pValue(p: number, language: Language): string {
  return unbroken(plain(p, language));
}

/** "p ≥ 0.469", which no line breaks apart. */
export function pAtLeast(p: number, language: Language): string {
  return unbroken(plainAtLeast(p, language));
}

/** "p ≤ 0.048", which no line breaks apart. */
export function pAtMost(p: number, language: Language): string {
  return unbroken(plainAtMost(p, language));
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
