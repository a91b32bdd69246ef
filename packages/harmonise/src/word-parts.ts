import { foldText } from '@samenbeeld/schema';

// Articles and prepositions of the four languages; they tell no two labels apart.
const stopWords: ReadonlySet<string> = new Set(
  'de het een van voor in op der des den die das dem ein eine von fur im am le la les l d du un une a au aux en-tant the of for an to'.split(
    ' ',
  ),
);

/** The words of a text, folded, without articles and prepositions; the whole text where nothing else is left. */
export function wordsOf(text: string): readonly string[] {
  const words = text
    .split(/[^\p{L}\p{N}\p{M}%€$£]+/u)
    .map(foldText)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !stopWords.has(word));
  return kept.length > 0 ? kept : words;
}

/** A word without the endings of plural, gender and case in nl, fr, de and en; short words stay as they are. */
export function stemOf(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const stem = word.replace(/(?:eren|ern|ungen|ing|en|es|er|em|e|n|s)$/u, '');
  return stem.length < 4 ? word : stem.replace(/(.)\1$/u, '$1');
}

/** Whether one word is the other with a product behind it: "Amphetaminöl" is no slip of "Amphetamin". */
export function isProductOf(a: string, b: string): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return (
    longer.startsWith(shorter) && /^(?:ol|oel|olie|oil|base)$/u.test(longer.slice(shorter.length))
  );
}

/** The digits of a text, which a spelling slip never changes: 3-MMC is not 4-MMC. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
