import { editDistance, foldText, inFour, quoted, type Text } from '@samenbeeld/schema';
import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifiersIn } from '../qualifiers.ts';
import { digitsOf, isProductOf, stemOf, wordsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';

/** Letters of a name that may be wrong. */
const mostSlips = 3;

function allowed(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : length < 13 ? 2 : mostSlips;
}

function nameIn({ text, source }: KnownName): Text {
  return source === null
    ? quoted(text)
    : inFour(
        '{text}, dat {source} zo omzet',
        '{text}, que {source} traduit ainsi',
        '{text}, das {source} so umsetzt',
        '{text}, which {source} maps so',
        { text: quoted(text), source },
      );
}

const anotherEnding = (name: KnownName): Text =>
  inFour(
    'een andere uitgang van {name}',
    'une autre terminaison de {name}',
    'eine andere Endung von {name}',
    'another ending of {name}',
    { name: nameIn(name) },
  );

/** Letters between two names: word by word where both have as many words, else run together; null where too many. */
function distanceOf(words: readonly string[], folded: string, name: KnownName): number | null {
  if (words.length !== name.words.length) {
    const long = Math.min(folded.length, name.folded.length) > 7;
    return long && editDistance(folded, name.folded, 1) === 1 ? 1 : null;
  }
  let sum = 0;
  for (const [index, word] of words.entries()) {
    const other = name.words[index] ?? '';
    if (word === other) continue;
    if (Math.abs(word.length - other.length) > mostSlips) return null;
    const distance = editDistance(word, other, mostSlips);
    // "Iles de France"; but "BMK" is never a slip of "PMK".
    const ending = distance === 1 && (word.startsWith(other) || other.startsWith(word));
    if (ending && folded.length > 7) {
      sum += 1;
      continue;
    }
    if (isProductOf(word, other)) return null;
    if (distance > Math.min(allowed(word.length), allowed(other.length))) return null;
    sum += distance;
  }
  return sum <= mostSlips ? sum : null;
}

/** Whether the list, or crosswalks, give the word to several codes. */
function isShared({ folded, code }: KnownName, { byFolded }: NameIndex): boolean {
  return (byFolded.get(folded) ?? []).some((other) => other.code !== code);
}

/** Endings and slips: the whole text is a known name but for a few letters (restricted Damerau-Levenshtein). */
export function spellingEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const folded = foldText(text);
  const digits = digitsOf(folded);
  const words = wordsOf(text);
  const stem = words.map(stemOf).join(' ');
  const most = allowed(folded.length);
  // "harde drugs" is one kind, however near it is spelt to "harddrugs".
  const oneKind = qualifiersIn(text).has('kind');
  const near = index.names.filter(
    (name) =>
      Math.abs(name.folded.length - folded.length) <= most + 1 &&
      name.folded.length >= 5 &&
      name.digits === digits &&
      name.folded !== folded &&
      name.origin !== 'code' &&
      name.origin !== 'core',
  );
  return near.flatMap((name): Evidence[] => {
    const mapped = name.origin === 'crosswalk' ? 0.05 : 0;
    const { code: to } = name;
    const match =
      oneKind && !qualifiersIn(name.text).has('kind') && name.match === 'exact'
        ? 'narrower'
        : name.match;
    const shared = isShared(name, index);
    if (name.stem === stem && shared)
      return [{ to, match, confidence: 0.5, reason: anotherEnding(name), homonym: true }];
    if (name.stem === stem)
      return [{ to, match, confidence: 0.86 - mapped, reason: anotherEnding(name) }];
    const distance = distanceOf(words, folded, name);
    if (distance === null || distance === 0) return [];
    const lost = (1.1 * distance) / folded.length + 0.04 * distance;
    return [
      {
        to,
        match,
        confidence: Math.max(0.4, 0.86 - mapped - lost) * (shared ? 0.6 : 1),
        reason: inFour(
          '{n:één letter|# letters} verschil met {name}',
          '{n:une lettre|# lettres} d’écart avec {name}',
          '{n:ein Buchstabe|# Buchstaben} Abstand zu {name}',
          '{n:one letter|# letters} from {name}',
          { n: distance, name: nameIn(name) },
        ),
      },
    ];
  });
}
