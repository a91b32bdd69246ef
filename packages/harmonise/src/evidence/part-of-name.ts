import { inFour, quoted } from '@samenbeeld/schema';
import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifierOf, qualifiersIn } from '../qualifiers.ts';
import { digitsOf, stemOf, wordsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';

function contentOf(words: readonly string[]): readonly string[] {
  return words.filter((word) => qualifierOf(word) === null);
}

/** Two words with one key are the same but for an ending. */
function keyOf(word: string): string {
  return `${digitsOf(word)} ${stemOf(word)}`;
}

/** A listed name with its words that say more than "other" or "total". */
interface Content {
  readonly name: KnownName;
  readonly words: number;
}

const contents = new WeakMap<NameIndex, ReadonlyMap<string, readonly Content[]>>();

/** The labels and synonyms of a list by each word in them, in its order. */
function byWord(index: NameIndex): ReadonlyMap<string, readonly Content[]> {
  const known = contents.get(index);
  if (known) return known;
  const made = new Map<string, Content[]>();
  for (const name of index.names) {
    if (name.origin !== 'label' && name.origin !== 'synonym') continue;
    const own = contentOf(name.words);
    for (const key of new Set(own.map(keyOf))) {
      const others = made.get(key) ?? [];
      others.push({ name, words: own.length });
      made.set(key, others);
    }
  }
  contents.set(index, made);
  return made;
}

function evidenceOf({ code: to, text }: KnownName, own: number, words: number): Evidence {
  const share = words / own;
  // "cannabis oil" of "cannabis oil and extract" is one of two; "cambriolage de logement" of "… privé" is wider.
  if (qualifiersIn(text).has('and') && share >= 0.6)
    return {
      to,
      match: 'narrower',
      confidence: 0.65,
      reason: inFour('een van {text}', 'l’un de {text}', 'eines von {text}', 'one of {text}', {
        text: quoted(text),
      }),
    };
  return {
    to,
    match: 'broader',
    confidence: words > 1 ? 0.4 + 0.3 * share : 0.28 + 0.2 * share,
    reason: inFour(
      'een deel van {text}',
      'une partie de {text}',
      'ein Teil von {text}',
      'a part of {text}',
      {
        text: quoted(text),
      },
    ),
  };
}

/** Labels that are only a part of listed names: broader than they, or one of those they join. */
export function partOfNameEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const words = contentOf(wordsOf(text));
  if (words.join('').length < 5) return [];
  const holding = byWord(index);
  const [first = [], ...others] = [...new Set(words.map(keyOf))].map(
    (key) => holding.get(key) ?? [],
  );
  const named = others.map((all) => new Set(all.map(({ name }) => name)));
  return first
    .filter((each) => each.words > words.length && named.every((all) => all.has(each.name)))
    .map((each) => evidenceOf(each.name, each.words, words.length));
}
