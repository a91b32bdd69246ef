import { editDistance } from '@samenbeeld/schema';
import { jaroWinkler } from '@skyra/jaro-winkler';
import { digitsOf, isProductOf, stemOf } from '../word-parts.ts';

/**
 * How alike two folded words are, 0 to 1: 1 the same, 0.95 the same but for an ending, below that by spelling
 * (restricted Damerau-Levenshtein within a fifth of the length, and Jaro-Winkler 1990 at 0.92 or above). Words with
 * other digits are never alike. Words where one begins the other ("herb", "herbal") are alike only as a `family`.
 */
export function wordLikeness(a: string, b: string, family = true): number {
  if (a === b) return 1;
  if (digitsOf(a) !== digitsOf(b)) return 0;
  if (stemOf(a) === stemOf(b)) return 0.95;
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || isProductOf(a, b)) return 0;
  const near = shorter >= 6 && editDistance(a, b) / longer <= 0.2;
  const begun = family && longer - shorter <= 3 && (a.startsWith(b) || b.startsWith(a));
  return (near || begun) && jaroWinkler(a, b) >= 0.92 ? jaroWinkler(a, b) * 0.92 : 0;
}
