import { editDistance, type Language } from '@samenbeeld/schema';
import { jaroWinkler } from '@skyra/jaro-winkler';
import { takesIn } from '../code-relations.ts';
import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifierOf } from '../qualifiers.ts';
import { digitsOf, isProductOf, stemOf } from '../word-parts.ts';

/**
 * How alike two folded words are, 0 to 1: 1 the same, 0.95 the same but for an ending, below that by spelling
 * (restricted Damerau-Levenshtein within a fifth of the length, and Jaro-Winkler 1990 at 0.92 or above). Words with
 * other digits are never alike. Words where one begins the other ("herb", "herbal") are alike only as a `family`.
 */
function wordLikeness(a: string, b: string, family = true): number {
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

/** How alike a word of a label and a word of a name are. */
interface Alike {
  /** As words of a name of several. */
  readonly family: number;
  /** As a name by itself. */
  readonly own: number;
  /** Where the label cuts the word short ("hero"). */
  readonly cut: number;
}

interface Vocabulary {
  readonly names: ReadonlyMap<string, readonly KnownName[]>;
  /** Words by their first letter: a slip seldom changes it, and Jaro-Winkler counts on it. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  readonly known: Map<string, ReadonlyMap<string, Alike>>;
}

const vocabularies = new WeakMap<NameIndex, Vocabulary>();

function vocabularyOf(index: NameIndex): Vocabulary {
  const before = vocabularies.get(index);
  if (before) return before;
  const names = new Map<string, KnownName[]>();
  for (const name of index.names)
    for (const word of new Set(name.words)) {
      const others = names.get(word);
      if (others) others.push(name);
      else names.set(word, [name]);
    }
  const byLetter = new Map<string, string[]>();
  for (const word of names.keys()) {
    const letter = word.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }
  const made: Vocabulary = { names, byLetter, known: new Map() };
  vocabularies.set(index, made);
  return made;
}

function alikeTo(word: string, { byLetter, known }: Vocabulary): ReadonlyMap<string, Alike> {
  const before = known.get(word);
  if (before) return before;
  const found = new Map<string, Alike>();
  for (const other of byLetter.get(word.charAt(0)) ?? []) {
    const family = wordLikeness(word, other);
    const cut = word.length > 3 && other.length > word.length && other.startsWith(word) ? 0.8 : 0;
    if (family > 0 || cut > 0)
      found.set(other, { family, own: wordLikeness(word, other, false), cut });
  }
  known.set(word, found);
  return found;
}

/** For each word of a label the words of the list that are like it, and the names that hold any of them. */
function alikeWords(
  words: readonly string[],
  index: NameIndex,
): {
  readonly alike: readonly ReadonlyMap<string, Alike>[];
  readonly names: readonly KnownName[];
} {
  const vocabulary = vocabularyOf(index);
  const alike = words.map((word) => alikeTo(word, vocabulary));
  const names = new Set(
    alike.flatMap((known) => [...known.keys()].flatMap((word) => vocabulary.names.get(word) ?? [])),
  );
  return { alike, names: [...names] };
}

/** A known name among the words of a label. */
export interface Term {
  readonly name: KnownName;
  readonly code: string;
  /** Positions of the label's words that the name accounts for. */
  readonly at: readonly number[];
  readonly likeness: number;
}

function termOf(name: KnownName, alike: readonly ReadonlyMap<string, Alike>[]): Term | null {
  const { code, origin, match, folded, words } = name;
  if (code === null || origin === 'code' || folded.length < 3) return null;
  if (match !== 'exact' && origin !== 'core') return null;
  const at: number[] = [];
  // A short word of the street ("wit", "pep") is often just a word.
  let likeness = origin === 'synonym' && folded.length < 5 ? 0.85 : origin === 'core' ? 0.95 : 1;
  for (const wanted of words) {
    let best = -1;
    let most = 0;
    alike.forEach((known, index) => {
      const found = at.includes(index) ? undefined : known.get(wanted);
      const cut = origin === 'label' ? found?.cut : 0;
      const share = (words.length > 1 ? found?.family : Math.max(found?.own ?? 0, cut ?? 0)) ?? 0;
      if (share > most) [best, most] = [index, share];
    });
    if (best < 0) return null;
    at.push(best);
    likeness = Math.min(likeness, most);
  }
  return { name, code, at, likeness };
}

function within(inner: Term, outer: Term): boolean {
  return inner.at.every((index) => outer.at.includes(index));
}

function meet(a: Term, b: Term): boolean {
  return a.at.some((index) => b.at.includes(index));
}

function qualified({ name }: Term): boolean {
  return name.words.some((word) => qualifierOf(word) !== null);
}

/** Whether a second term over the same words explains them better. */
function better(other: Term, term: Term, language: Language | undefined): boolean {
  if (!within(term, other))
    return (
      other.code !== term.code &&
      meet(term, other) &&
      !within(other, term) &&
      qualified(term) &&
      !qualified(other)
    );
  if (other.at.length > term.at.length) return true;
  if (other.likeness > term.likeness) return true;
  const own = (name: KnownName): boolean => language !== undefined && name.language === language;
  // A word that another language uses for something else gives way.
  return (
    other.code !== term.code && own(other.name) && term.name.language !== null && !own(term.name)
  );
}

/**
 * The terms among the words of a label: the longest, likest, and of a family and its child the child; and the words that
 * are accounted for, those of the family too. Where nothing joins them, a short word of the street gives way to a longer.
 */
export function findTerms(
  words: readonly string[],
  index: NameIndex,
  language: Language | undefined,
  joined: boolean,
): { readonly terms: readonly Term[]; readonly covered: ReadonlySet<number> } {
  const { alike, names } = alikeWords(words, index);
  const all = names.flatMap((name) => termOf(name, alike) ?? []);
  const street = ({ name }: Term): boolean => name.origin === 'synonym' && name.folded.length < 5;
  const best = all.filter((term) => !all.some((other) => better(other, term, language)));
  const gives = (term: Term, other: Term): boolean =>
    other.code !== term.code && !street(other) && !takesIn(index, other.code, term.code);
  const clear = best.filter(
    (term) => joined || !street(term) || !best.some((other) => gives(term, other)),
  );
  return {
    terms: clear.filter(({ code }) => !clear.some((other) => takesIn(index, code, other.code))),
    covered: new Set(clear.flatMap(({ at }) => at)),
  };
}
