import {
  editDistance,
  foldText,
  inFour,
  type Language,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import { jaroWinkler } from '@skyra/jaro-winkler';
import { colognePhonetic } from 'cologne-phonetic';
import { doubleMetaphone } from 'double-metaphone';
import type { KnownName, NameIndex } from '../name-index.ts';
import { qualifierOf, qualifiersIn } from '../qualifiers.ts';
import { digitsOf, isProductOf, stemOf, wordsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';

/**
 * How a text sounds: Cologne phonetics (Postel 1969) for German, else the first key of Double Metaphone (Philips 2000),
 * word by word. Digits are kept, because they are no sound.
 */
export function phoneticKey(text: string, language: Language = 'en'): string {
  return wordsOf(text)
    .map((word) => {
      const letters = foldText(word).replace(/\d/g, '');
      const sound = language === 'de' ? colognePhonetic(letters) : doubleMetaphone(letters)[0];
      return `${word.replace(/\D/g, '')}${sound}`;
    })
    .join(' ');
}

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
function spellingEvidence(text: string, index: NameIndex): readonly Evidence[] {
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

const sounds = new WeakMap<NameIndex, Map<string, ReadonlyMap<string, readonly KnownName[]>>>();

/** The names of a list by how they sound in a language. */
function bySound(
  index: NameIndex,
  language: Language | undefined,
): ReadonlyMap<string, readonly KnownName[]> {
  const known = sounds.get(index) ?? new Map<string, ReadonlyMap<string, readonly KnownName[]>>();
  sounds.set(index, known);
  const before = known.get(language ?? '');
  if (before) return before;
  const made = new Map<string, KnownName[]>();
  for (const name of index.names) {
    if ((name.origin !== 'label' && name.origin !== 'synonym') || name.folded.length < 4) continue;
    const key = phoneticKey(name.text, language);
    made.set(key, [...(made.get(key) ?? []), name]);
  }
  known.set(language ?? '', made);
  return made;
}

/** Names that sound alike, in the source's language where it is known. Keys of two sounds or fewer say nothing. */
function soundEvidence(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  const key = phoneticKey(text, language);
  const folded = foldText(text);
  if (key.replace(/[\d\s]/g, '').length < 3 && key.replace(/\s/g, '').length < 4) return [];
  return (bySound(index, language).get(key) ?? []).flatMap((name): Evidence[] => {
    const likeness = jaroWinkler(folded, name.folded);
    if (likeness < 0.75 || name.digits !== digitsOf(folded)) return [];
    return [
      {
        to: name.code,
        match: name.match,
        confidence: 0.35 + 0.3 * likeness,
        reason: inFour(
          'klinkt als {name}',
          'se prononce comme {name}',
          'klingt wie {name}',
          'sounds like {name}',
          {
            name: quoted(name.text),
          },
        ),
      },
    ];
  });
}

/** Cut words ("amfet.", "hero") and initials ("NSP"): the word begins a name, or its letters begin the name's words. */
function abbreviatedEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const folded = foldText(text);
  const dotted = text.trim().endsWith('.') ? 0.1 : 0;
  const capitals = /^[\p{Lu}.&]{3,}$/u.test(text.trim());
  if (folded.length < 3 || /\d/.test(folded)) return [];
  return index.names.flatMap((name): Evidence[] => {
    if (name.origin !== 'label' && name.origin !== 'synonym') return [];
    const isInitials = (): boolean => name.words.map((word) => word[0] ?? '').join('') === folded;
    if (capitals && name.words.length >= 3 && isInitials())
      return [
        {
          to: name.code,
          match: 'exact',
          confidence: 0.5,
          reason: inFour(
            'beginletters van {name}',
            'initiales de {name}',
            'Anfangsbuchstaben von {name}',
            'initials of {name}',
            { name: quoted(name.text) },
          ),
        },
      ];
    const cut = name.words.length === 1 && name.folded.startsWith(folded);
    const left = name.folded.length - folded.length;
    if (!cut || left < 2) return [];
    const share = folded.length / name.folded.length;
    return [
      {
        to: name.code,
        match: 'exact',
        confidence: 0.4 + 0.25 * share + dotted,
        reason: inFour(
          'afkorting van {name}',
          'abréviation de {name}',
          'Abkürzung von {name}',
          'abbreviation of {name}',
          { name: quoted(name.text) },
        ),
      },
    ];
  });
}

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
function partOfNameEvidence(text: string, index: NameIndex): readonly Evidence[] {
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

// What is made of a drug, or what it is made of, is another thing than a kind of it.
const products =
  /^(?:s|n|en|e)?(?:olie|ol|hars|harz|plant|planten|pflanze|pflanzen|zaad|zaden|samen|blad|blatter|stek|stekken|base|precursor|grundstoff|handel|labo?r?|kweek|anbau|verslaafde|konsum)/u;
// In a list of offences these words add nothing.
const offences =
  /^(?:s|n|en|e)?(?:delikte?n?|misdrijf|misdrijven|delict|delicten|straftaten?|feiten)$/u;

function relation(rest: string, head: boolean, list: string): readonly [Evidence['match'], number] {
  if (!head && list === 'offences' && offences.test(rest)) return ['exact', 0.6];
  if (!head && products.test(rest)) return ['overlap', 0.3];
  return ['narrower', head ? 0.48 : 0.44];
}

/** Dutch and German compounds with a listed word: "Heroinpulver", "straatcocaïne". */
function compoundEvidence(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  if (language === 'fr' || language === 'en') return [];
  const found: Evidence[] = [];
  for (const word of wordsOf(text)) {
    if (word.length < 8) continue;
    for (const { code, text: listed, folded, words, origin } of index.names) {
      if (code === null || (origin !== 'label' && origin !== 'synonym')) continue;
      if (words.length !== 1 || folded.length < 4 || folded.length > word.length - 3) continue;
      const head = word.endsWith(folded);
      if (!head && !word.startsWith(folded)) continue;
      const rest = head ? word.slice(0, -folded.length) : word.slice(folded.length);
      const [match, confidence] = relation(rest, head, index.list);
      found.push({
        to: code,
        match,
        confidence: confidence + (0.15 * folded.length) / word.length,
        reason: inFour(
          '{word} is samengesteld uit {listed} en {rest}',
          '{word} est composé de {listed} et {rest}',
          '{word} ist aus {listed} und {rest} zusammengesetzt',
          '{word} is a compound of {listed} and {rest}',
          { word: quoted(word), listed: quoted(listed), rest: quoted(rest) },
        ),
      });
    }
  }
  return found;
}

const wordy: ReadonlySet<string> = new Set(['substances', 'drugs', 'offences', 'units']);

/** Codes whose names look or sound like a label: slips of spelling, sound, abbreviations, parts of names, compounds. */
export function lookAlikes(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  return [
    ...spellingEvidence(text, index),
    ...soundEvidence(text, index, language),
    ...abbreviatedEvidence(text, index),
    ...partOfNameEvidence(text, index),
    ...(wordy.has(index.list) ? compoundEvidence(text, index, language) : []),
  ];
}
