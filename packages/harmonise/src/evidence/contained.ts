import {
  codeWords,
  editDistance,
  inFour,
  type Language,
  listedTexts,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import { jaroWinkler } from '@skyra/jaro-winkler';
import { isFamily, setOf, takesIn } from '../code-relations.ts';
import type { KnownName, NameIndex } from '../name-index.ts';
import { type Qualifier, qualifierOf, qualifiersIn, reversing } from '../qualifiers.ts';
import { digitsOf, isProductOf, stemOf, wordsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';
import { splitRemark } from './split-remark.ts';

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
interface Term {
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
function findTerms(
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

function countryOf(index: NameIndex, code: string): string | null {
  return (index.codes.get(code) as { readonly country?: string | null }).country ?? null;
}

/** The codes of each word or group of words; those of several meanings that share a country with the others are kept. */
function grouped(index: NameIndex, terms: readonly Term[]): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const { at, code } of terms) {
    const key = [...at].sort().join(' ');
    groups.set(key, (groups.get(key) ?? new Set()).add(code));
  }
  const all = [...groups.values()].map((codes) => [...codes]);
  const clear = all.flatMap((codes) => (codes.length === 1 ? codes : []));
  const countries = new Set(clear.map((code) => countryOf(index, code)));
  return all.map((codes) => {
    const near = codes.filter((code) => countries.has(countryOf(index, code)));
    return codes.length > 1 && near.length === 1 ? near : codes;
  });
}

/** A label that names several codes: a set of exactly these, several agencies or places together, or a row to split. */
function severalEvidence(
  index: NameIndex,
  terms: readonly Term[],
  extra: readonly string[],
): readonly Evidence[] {
  const groups = grouped(index, terms);
  const codes = [...new Set(groups.flat())];
  const names = listedTexts(codes.map((code) => codeWords(index.codes.get(code))));
  const clear = groups.every(({ length }) => length === 1) && extra.length === 0;
  const set = clear ? setOf(index, codes) : null;
  if (set)
    return [
      {
        to: set,
        match: 'exact',
        confidence: 0.8,
        reason: inFour(
          'noemt {names}, de leden ervan',
          'nomme {names}, ses membres',
          'nennt {names}, seine Mitglieder',
          'names {names}, its members',
          { names },
        ),
      },
    ];
  if (clear && (index.list === 'agencies' || index.list === 'places'))
    return [
      {
        to: codes.join('+'),
        match: 'exact',
        confidence: 0.7,
        reason: inFour(
          'noemt {names} samen',
          'nomme {names} ensemble',
          'nennt {names} zusammen',
          'names {names} together',
          { names },
        ),
      },
    ];
  const share = groups.every(({ length }) => length === 1) ? 0.6 : 0.45;
  return codes.map((to, position) => ({
    to,
    match: 'overlap',
    confidence: share - 0.01 * position,
    reason: inFour(
      'noemt {names}: splits het, of kies er een',
      'nomme {names} : séparez-les, ou choisissez-en un',
      'nennt {names}: aufteilen oder sich für eines entscheiden',
      'names {names}: split it, or decide for one',
      { names },
    ),
  }));
}

const relations: Readonly<Partial<Record<Qualifier, readonly [Evidence['match'], number, Text]>>> =
  {
    without: [
      'narrower',
      0.7,
      inFour(
        'iets ervan is weggelaten',
        'une part en est exclue',
        'etwas davon ist ausgenommen',
        'something is left out of it',
      ),
    ],
    other: [
      'narrower',
      0.7,
      inFour(
        'alleen wat nergens anders staat',
        'seulement ce qui n’est cité nulle part ailleurs',
        'nur was sonst nirgends aufgeführt ist',
        'only what is listed nowhere else',
      ),
    ],
    type: [
      'broader',
      0.6,
      inFour(
        'ook wat erop lijkt',
        'aussi ce qui y ressemble',
        'auch was ihm ähnelt',
        'also what is like it',
      ),
    ],
    with: [
      'broader',
      0.6,
      inFour(
        'er telt meer mee',
        'davantage y est compté',
        'mehr ist mitgezählt',
        'more is counted with it',
      ),
    ],
    unspecified: [
      'narrower',
      0.65,
      inFour(
        'alleen wat niet nader is aangeduid',
        'seulement ce qui n’est pas précisé',
        'nur was nicht näher bezeichnet ist',
        'only what is not specified',
      ),
    ],
    kind: [
      'narrower',
      0.6,
      inFour('één soort ervan', 'une sorte de cela', 'eine Art davon', 'one kind of it'),
    ],
  };

/** Exact, narrower or broader, by the words around the term. */
function related(
  index: NameIndex,
  { name, code: to, likeness }: Term,
  qualifiers: ReadonlySet<Qualifier>,
  extra: readonly string[],
): Evidence {
  const { text } = name;
  const own = qualifiersIn(text);
  const strange = likeness * Math.max(0.6, 1 - 0.12 * extra.length);
  const total = qualifiers.has('total') || own.has('total');
  const apply = (Object.keys(relations) as Qualifier[]).find(
    (qualifier) =>
      qualifiers.has(qualifier) &&
      !own.has(qualifier) &&
      // A total says what it includes: that makes it no broader.
      !(total && (qualifier === 'with' || qualifier === 'unspecified' || qualifier === 'other')),
  );
  const [match, confidence, words] = (apply && relations[apply]) ?? [];
  if (match && confidence !== undefined && words)
    return {
      to,
      match,
      confidence: confidence * strange,
      reason: inFour(
        '{text}, en {words}',
        '{text}, et {words}',
        '{text}, und {words}',
        '{text}, and {words}',
        { text: quoted(text), words },
      ),
    };
  if (extra.length > 0)
    return {
      to,
      match: 'narrower',
      confidence: Math.max(0.36, 0.6 - 0.06 * (extra.length - 1)) * likeness,
      reason: inFour(
        '{text} met {extra}',
        '{text} avec {extra}',
        '{text} mit {extra}',
        '{text} with {extra}',
        {
          text: quoted(text),
          extra: listedTexts(extra.map(quoted)),
        },
      ),
    };
  if (total)
    return isFamily(index, to)
      ? {
          to,
          match: 'exact',
          confidence: 0.8 * likeness,
          reason: inFour(
            'totaal van {text}',
            'total de {text}',
            'Summe von {text}',
            'total of {text}',
            { text: quoted(text) },
          ),
        }
      : {
          to,
          match: 'broader',
          confidence: 0.55,
          reason: inFour(
            'een totaal dat {text} noemt',
            'un total qui nomme {text}',
            'eine Summe, die {text} nennt',
            'a total that names {text}',
            { text: quoted(text) },
          ),
        };
  return {
    to,
    match: name.match,
    confidence: (name.match === 'exact' ? 0.85 : 0.65) * likeness,
    reason:
      likeness === 1
        ? inFour(
            'de woorden van {text}',
            'les mots de {text}',
            'die Worte von {text}',
            'the words of {text}',
            {
              text: quoted(text),
            },
          )
        : inFour(
            'de woorden van {text}, anders gespeld',
            'les mots de {text}, écrits autrement',
            'die Worte von {text}, anders geschrieben',
            'the words of {text}, spelt otherwise',
            { text: quoted(text) },
          ),
  };
}

/** One word that is like a country's name is no sign of it in the long name of something else. */
function isStray(index: NameIndex, { code, at }: Term, words: readonly string[]): boolean {
  const entry = index.codes.has(code) ? index.codes.get(code) : null;
  const country =
    index.list === 'countries' || (entry as { readonly kind?: string } | null)?.kind === 'country';
  if (!country) return false;
  const telling = words.filter((word, position) => at.includes(position) || !qualifierOf(word));
  const own = words.filter((_, position) => at.includes(position));
  return own.join('').length * 2 < telling.join('').length;
}

/** Listed terms within a text, and what the words around them make of them. */
export function containedEvidence(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  const { main } = splitRemark(text);
  const words = wordsOf(main);
  if (words.length > 24) return [];
  const { terms, covered } = findTerms(words, index, language, qualifiersIn(main).has('and'));
  const [first] = terms;
  if (!first) return [];
  const extra = words.filter((word, at) => !covered.has(at) && qualifierOf(word) === null);
  const codes = new Set(terms.map(({ code }) => code));
  const homonyms =
    codes.size > 1 && terms.every(({ at }) => at.every((position) => first.at.includes(position)));
  if (codes.size > 1 && !homonyms) return severalEvidence(index, terms, extra);
  const qualifiers = qualifiersIn(text);
  if (!qualifiers.has('unspecified') && extra.some((word) => reversing.has(word))) return [];
  return terms.map((term) => {
    const stray = isStray(index, term, words) ? { stray: true } : {};
    const found = { ...related(index, term, qualifiers, extra), ...stray };
    return homonyms ? { ...found, confidence: found.confidence * 0.6, homonym: true } : found;
  });
}
