import { foundNone, UsageError, wrongUse } from './errors.ts';
import { foldText } from './fold-text.ts';
import { type Language, languages, type Text } from './language.ts';
import { ownValue } from './own-value.ts';
import { inEach, inFour, joinWith, listed, quoted } from './sentence.ts';

/**
 * Number of letters to insert, delete, replace or swap with their neighbour to turn one text into another
 * (Damerau-Levenshtein, restricted to one edit per substring). Where more than `most` are no use, any number above it stands for more.
 *
 * @example
 * ```ts
 * import { editDistance } from '@samenbeeld/schema';
 * editDistance('NLVIL', 'NLVLI') // => 1
 * editDistance('coke', 'cocaine') // => 4
 * ```
 */
export function editDistance(
  a: string,
  b: string,
  most: number = Number.POSITIVE_INFINITY,
): number {
  // What both begin or end with changes nothing.
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const width = endB - start;
  if (Math.abs(endA - start - width) > most) return most + 1;
  if (endA === start || width === 0) return endA - start + width;
  let before: number[] = [];
  let above: number[] = [];
  for (let column = 0; column <= width; column += 1) above.push(column);
  for (let row = start; row < endA; row += 1) {
    const sign = a.charCodeAt(row);
    let left = row - start + 1;
    const line = [left];
    let least = left;
    for (let column = 0; column < width; column += 1) {
      const other = b.charCodeAt(start + column);
      const replaced = (above[column] as number) + (sign === other ? 0 : 1);
      let best = Math.min((above[column + 1] as number) + 1, left + 1, replaced);
      if (
        column > 0 &&
        row > start &&
        sign === b.charCodeAt(start + column - 1) &&
        a.charCodeAt(row - 1) === other
      )
        best = Math.min(best, (before[column - 1] as number) + 1);
      line.push(best);
      left = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    before = above;
    above = line;
  }
  return above[width] as number;
}

/** So many codes at most are shown where none is near. */
const shownAtMost = 12;

/** Letters of a text that are compared: no name in a list is longer. */
const compared = 200;

/**
 * The names that a word may be a slip of, nearest first: those that hold it or stand in it, and those of which at most two
 * letters, or a third of the word, are others. None where nothing is near.
 *
 * @example
 * ```ts
 * import { nearNames } from '@samenbeeld/schema';
 * nearNames('inptus', ['picture', 'inputs', 'asOf']) // => ['inputs']
 * ```
 */
export function nearNames(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.slice(0, compared).toLowerCase();
  const most = Math.max(2, wanted.length / 3);
  return names
    .map((other) => {
      const known = other.toLowerCase();
      const isWithin = wanted.length > 2 && (known.includes(wanted) || wanted.includes(known));
      return { other, isWithin, distance: editDistance(wanted, known) };
    })
    .filter(
      ({ other, isWithin, distance }) => isWithin || (distance <= most && distance < other.length),
    )
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .map(({ other }) => other);
}

/**
 * The error of a name that nothing has: `none` says so, then which of the names that there are may be meant, those near or all.
 *
 * @example
 * ```ts
 * import { noneNamed } from '@samenbeeld/schema';
 * const none = { nl: 'Er is geen blad "a".', fr: 'Il n’y a pas de feuille « a ».', de: 'Es gibt kein Blatt „a“.', en: 'There is no sheet "a".' };
 * noneNamed(none, 'a', ['lot', 'count']).message // => 'There is no sheet "a". There are lot, count.'
 * noneNamed(none, 'lots', ['lot', 'count']).says?.nl // => 'Er is geen blad "a". Bedoelt u lot?'
 * ```
 */
export function noneNamed(none: Text, name: string, names: readonly string[]): UsageError {
  const near = nearNames(name, names);
  return new UsageError(
    near.length > 0
      ? inFour(
          '{none} Bedoelt u {near}?',
          '{none} Voulez-vous dire {near} ?',
          '{none} Meinen Sie {near}?',
          '{none} Do you mean {near}?',
          { none, near: near.slice(0, 3).join(', ') },
        )
      : inFour(
          '{none} Er zijn {names}.',
          '{none} Il y a {names}.',
          '{none} Es gibt {names}.',
          '{none} There are {names}.',
          { none, names: names.join(', ') },
        ),
  );
}

/** One code: what it is called in each language, and which other words mean it. */
export interface CodeEntry<Code extends string = string> {
  readonly code: Code;
  readonly label: Text;
  readonly synonyms: readonly string[];
  /** Other codes in use for the same thing, which `get` turns into this one ("NLTER" → NLTNZ). */
  readonly aliases?: readonly string[];
}

/** What a word means in a code list. An ambiguous word is for a person to decide, never for the machine. */
export type Match<E> =
  | { readonly kind: 'exact'; readonly entry: E }
  | { readonly kind: 'ambiguous'; readonly entries: readonly E[] }
  | { readonly kind: 'none'; readonly nearest: readonly E[] };

/** A frozen array of entries that can also be asked by code and by name. */
export type CodeList<E extends CodeEntry> = readonly E[] & {
  /** The entry of a code or alias; a UsageError names the nearest codes. */
  get(code: string): E;
  has(code: string): boolean;
  label(code: string, language: Language): string;
  /** The entry a label, synonym or code means, whatever its case, accents, punctuation and blanks; also one in two languages ("Gent/Gand"). */
  lookup(name: string, language?: Language): Match<E>;
};

/**
 * A code with what it is called: "COC (cocaine)".
 *
 * @example
 * ```ts
 * import { codeWords, drugs } from '@samenbeeld/schema';
 * codeWords(drugs.get('COC')).fr // => 'COC (cocaïne)'
 * ```
 */
export const codeWords = ({ code, label }: Pick<CodeEntry, 'code' | 'label'>): Text =>
  inEach((language) => `${code} (${label[language]})`);

/** Names that several entries share, and the code each means in a language where it means only one. */
export type SharedNames = Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;

/** Codes of up to three letters count only as written: "in" and "de" are words before they are India and Germany. */
function namesOf(entry: CodeEntry): readonly string[] {
  const codes = [entry.code, ...(entry.aliases ?? [])].filter(({ length }) => length > 3);
  return [...codes, ...Object.values(entry.label), ...entry.synonyms];
}

const counts = new Int16Array(32);

function countLetters(text: string, step: 1 | -1): void {
  for (let at = 0; at < text.length; at += 1) {
    const kind = text.charCodeAt(at) & 31;
    counts[kind] = (counts[kind] as number) + step;
  }
}

/** Letters that one of two texts has more than the other, of the one with more of them: fewer edits turn none into the other. */
function lettersApart(a: string, b: string): number {
  counts.fill(0);
  countLetters(a, 1);
  countLetters(b, -1);
  let more = 0;
  for (const count of counts) if (count > 0) more += count;
  return more + Math.max(0, b.length - a.length);
}

/** From here on a name is not like a word. */
export const unlike = 0.55;

/**
 * How far a name is from a word, both as `foldText` gives them: 0 for the word itself to 1 for nothing alike. One that begins
 * with the word, or holds it, is nearer than one of other letters.
 *
 * @example
 * ```ts
 * import { nameDistance, unlike } from '@samenbeeld/schema';
 * nameDistance('cocaine', 'cocaine') // => 0
 * nameDistance('indehaven', 'indehaveninbeslaggenomen') < unlike // => true
 * ```
 */
export function nameDistance(wanted: string, name: string): number {
  if (name === wanted) return 0;
  const longest = Math.max(wanted.length, name.length, 1);
  const atLeast = (edits: number): number => 0.1 + (0.9 * edits) / longest;
  const byLength = atLeast(Math.abs(wanted.length - name.length));
  const least = byLength < unlike ? atLeast(lettersApart(wanted, name)) : byLength;
  const apart = least < unlike ? atLeast(editDistance(wanted, name)) : Math.min(least, 1);
  if (wanted.length < 3) return apart;
  const rest = (longest - wanted.length) / longest;
  if (name.startsWith(wanted)) return Math.min(apart, 0.05 + 0.2 * rest);
  return name.includes(wanted) ? Math.min(apart, 0.15 + 0.2 * rest) : apart;
}

/** An entry, with its code and all its names as `foldText` gives them. */
interface Spelled<E> {
  readonly entry: E;
  readonly names: readonly string[];
}

/**
 * Whether a word may be a slip of a name, both as `foldText` gives them: one begins with the other or holds it, its letters are in
 * another order, or few are others. A word of four letters ("Genk") is another name than one of other letters ("Gent").
 */
function isSlip(wanted: string, name: string): boolean {
  const { length } = wanted;
  if (length > 2 && (name.startsWith(wanted) || (length > 4 && name.includes(wanted)))) return true;
  if (name.length > 4 && wanted.includes(name)) return true;
  if (name.length > 2 && wanted.startsWith(name) && length - name.length < 3) return true;
  const apart = lettersApart(wanted, name);
  const most = length < 5 ? 0 : length < 7 ? 1 : Math.ceil(length / 5);
  // Two letters that changed places are two edits.
  return apart <= most && editDistance(wanted, name) <= Math.max(most, apart === 0 ? 2 : 0);
}

/** At most three entries of which a name may be meant by the word, nearest first. */
function nearest<E extends CodeEntry>(spelled: readonly Spelled<E>[], name: string): readonly E[] {
  const wanted = foldText(name.slice(0, compared));
  return spelled
    .map(({ entry, names }) => ({
      entry,
      distance: Math.min(
        ...names
          .filter((other) => isSlip(wanted, other))
          .map((other) => nameDistance(wanted, other)),
      ),
    }))
    .filter(({ distance }) => distance < unlike)
    .sort((a, b) => a.distance - b.distance || (a.entry.code < b.entry.code ? -1 : 1))
    .slice(0, 3)
    .map(({ entry }) => entry);
}

function byCode<E extends CodeEntry>(name: string, entries: readonly E[]): ReadonlyMap<string, E> {
  const found = new Map<string, E>();
  for (const entry of entries) {
    for (const code of [entry.code, ...(entry.aliases ?? [])]) {
      if (found.has(code))
        throw wrongUse(
          '{name} noemt de code "{code}" twee keer.',
          '{name} donne deux fois le code « {code} ».',
          '{name} nennt den Code „{code}“ zweimal.',
          '{name} lists the code "{code}" twice.',
          { name, code },
        );
      found.set(code, entry);
    }
    const missing = languages.filter((language) => !entry.label[language]);
    if (missing.length > 0)
      throw wrongUse(
        '{name} heeft geen label voor {code} in {missing}.',
        '{name} n’a pas de libellé pour {code} en {missing}.',
        '{name} hat keine Bezeichnung für {code} in {missing}.',
        '{name} has no label for {code} in {missing}.',
        { name, code: entry.code, missing: missing.join(', ') },
      );
  }
  return found;
}

/** A letter that is a word by itself beside others. */
const letterApart = /[\s-]\p{L}(?:[\s-]|$)|^\p{L}[\s-]/u;

/** Whether a label is a word of its own that holds a name only with its letter run together: "liquide" is no "Liquid E". */
function runsTogether(label: string, key: string, entry: CodeEntry): boolean {
  if (/[\s-]/u.test(label.trim())) return false;
  const names = namesOf(entry).filter((name) => foldText(name) === key);
  return names.length > 0 && names.every((name) => letterApart.test(name));
}

function byName<E extends CodeEntry>(
  name: string,
  entries: readonly E[],
  shared: SharedNames,
): ReadonlyMap<string, readonly E[]> {
  const found = new Map<string, E[]>();
  for (const entry of entries) {
    for (const key of new Set(namesOf(entry).map(foldText))) {
      const others = found.get(key);
      if (others) others.push(entry);
      else found.set(key, [entry]);
    }
  }
  for (const key of new Set([...found.keys(), ...Object.keys(shared)])) {
    const codes = (found.get(key) ?? []).map(({ code }) => code);
    const isShared = Object.hasOwn(shared, key);
    if (codes.length > 1 && !isShared)
      throw wrongUse(
        '{name}: "{key}" betekent {codes}. Verklaar het gedeeld, of verwijder het.',
        '{name} : « {key} » désigne {codes}. Déclarez-le partagé, ou retirez-le.',
        '{name}: „{key}“ bedeutet {codes}. Erklären Sie es für geteilt, oder entfernen Sie es.',
        '{name}: "{key}" means {codes}. Declare it as shared, or remove it.',
        { name, key, codes: inEach((language) => listed(codes, language)) },
      );
    if (codes.length < 2 && isShared)
      throw wrongUse(
        '{name}: "{key}" is als gedeeld verklaard, maar betekent {code}.',
        '{name} : « {key} » est déclaré partagé mais désigne {code}.',
        '{name}: „{key}“ ist für geteilt erklärt, bedeutet aber {code}.',
        '{name}: "{key}" is declared as shared but means {code}.',
        { name, key, code: codes[0] ?? foundNone },
      );
  }
  return found;
}

/** A name in two languages, as Belgian and European offices write it: "Gent/Gand", "Héroïne - Heroïne", "Antwerpen (Anvers)". */
function namesWithin(label: string): readonly string[] {
  const [, first, second] = /^([^()]+)\(([^()]+)\)$/u.exec(label.trim()) ?? [];
  const parts = first && second ? [first, second] : label.split(/\s*[/|]\s*|\s[-–]\s/u);
  return parts.length > 1 && parts.length <= languages.length ? parts : [];
}

/**
 * Makes a code list. Refuses duplicate codes and missing labels, so that a list which exists is complete in four languages,
 * and once a name is looked up any that mean two entries without being declared in `shared` (keys as `foldText` gives them).
 * Throws UsageError.
 *
 * @example
 * ```ts
 * import { codeList } from '@samenbeeld/schema';
 * const label = { nl: 'stuk', fr: 'pièce', de: 'Stück', en: 'piece' };
 * const list = codeList('things', [{ code: 'piece', label, synonyms: ['st', 'pcs'] }]);
 * list.label('piece', 'de') // => 'Stück'
 * list.lookup('PIECE ').kind // => 'exact'
 * ```
 */
export function codeList<E extends CodeEntry>(
  name: string,
  rows: readonly E[],
  shared: SharedNames = {},
): CodeList<E> {
  const entries: readonly E[] = rows.map((row) => Object.freeze({ ...row }));
  const codes = byCode(name, entries);
  // Most commands look no name up.
  let named: ReadonlyMap<string, readonly E[]> | undefined;
  const names = (): ReadonlyMap<string, readonly E[]> => {
    named ??= byName(name, entries, shared);
    return named;
  };
  let spelled: readonly Spelled<E>[] | undefined;
  const near = (word: string): readonly E[] => {
    spelled ??= entries.map((entry) => ({
      entry,
      names: [entry.code, ...namesOf(entry)].map(foldText),
    }));
    return nearest(spelled, word);
  };
  const get = (code: string): E => {
    const entry = codes.get(code);
    if (entry) return entry;
    const alike = near(code);
    const said = {
      name,
      code: quoted(code),
      codes:
        alike.length > 0 || entries.length <= shownAtMost
          ? joinWith((alike.length > 0 ? alike : entries).map(codeWords), ', ')
          : inEach(() => `\`samenbeeld codes ${name}\``),
    };
    throw new UsageError(
      alike.length > 0
        ? inFour(
            '{name} heeft geen code {code}. Het dichtst bij: {codes}.',
            '{name} n’a pas de code {code}. Les plus proches : {codes}.',
            '{name} hat keinen Code {code}. Am nächsten: {codes}.',
            '{name} has no code {code}. Nearest: {codes}.',
            said,
          )
        : inFour(
            '{name} heeft geen code {code}. Alle codes: {codes}.',
            '{name} n’a pas de code {code}. Tous les codes : {codes}.',
            '{name} hat keinen Code {code}. Alle Codes: {codes}.',
            '{name} has no code {code}. All codes: {codes}.',
            said,
          ),
    );
  };
  const lookup = (label: string, language?: Language): Match<E> => {
    const key = foldText(label);
    const found = codes.has(label.trim())
      ? [get(label.trim())]
      : (names().get(key) ?? []).filter((entry) => !runsTogether(label, key, entry));
    const meant = found.length > 1 && language ? ownValue(shared, key)?.[language] : undefined;
    if (meant !== undefined) return { kind: 'exact', entry: get(meant) };
    const [entry] = found;
    const [twice, ...others] = entry
      ? []
      : namesWithin(label).map((part) => lookup(part, language));
    if (
      twice?.kind === 'exact' &&
      others.every((other) => other.kind === 'exact' && other.entry === twice.entry)
    )
      return twice;
    if (!entry)
      return {
        kind: 'none',
        // Looked for only when asked: a file may hold thousands of unknown words.
        get nearest(): readonly E[] {
          return near(label);
        },
      };
    return found.length > 1 ? { kind: 'ambiguous', entries: found } : { kind: 'exact', entry };
  };
  const methods = {
    get,
    has: (code: string): boolean => codes.has(code),
    label: (code: string, language: Language): string => get(code).label[language],
    lookup,
  };
  for (const [key, value] of Object.entries(methods))
    Object.defineProperty(entries, key, { value });
  return Object.freeze(entries) as unknown as CodeList<E>;
}
