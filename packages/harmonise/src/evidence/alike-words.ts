import type { KnownName, NameIndex } from '../name-index.ts';
import { wordLikeness } from './similar-words.ts';

/** How alike a word of a label and a word of a name are. */
export interface Alike {
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
export function alikeWords(
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
