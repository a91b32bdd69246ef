/** Letters that have no decomposition into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
};

/** Most names: without accents, marks or signs of currencies. */
const plain = /^[\w %.,()/'-]*$/;

/**
 * A name reduced to what two spellings of it share: lower case, no accents, no punctuation, no blanks.
 * Letters, digits, `%`, `‰` and currency signs remain, so that `€` and `2C-B` still mean something.
 *
 * @example
 * ```ts
 * import { foldText } from '@samenbeeld/schema';
 * foldText(' Cocaïne  (HCl) ') // => 'cocainehcl'
 * foldText('Grossherzogliche') === foldText('Großherzogliche') // => true
 * ```
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9%]/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{Sc}%‰]/gu, '');
}
