import type { Language, Text } from './language.ts';
import { withheldText } from './personal-data/withheld-text.ts';
import { colonAfter, englishQuoted, inEach, inFour, joinWith } from './sentence.ts';

// A spreadsheet runs a cell that starts like this (OWASP, CSV injection); the second sign is its full-width form.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before it. Undone by `plainText`.
 *
 * @example
 * ```ts
 * import { safeText } from '@samenbeeld/schema';
 * safeText('=1+1') // => "'=1+1"
 * safeText('ruim 300') // => 'ruim 300'
 * ```
 */
export function safeText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * The text that `safeText` made safe.
 *
 * @example
 * ```ts
 * import { plainText } from '@samenbeeld/schema';
 * plainText("'=1+1") // => '=1+1'
 * ```
 */
export function plainText(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

// What a reader does not see, or what moves what they see: control and format characters, direction marks, line and
// paragraph separators, tags, fillers, private use and halves of pairs. Blanks of any width are text.
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const unseenInLines = new RegExp(`(?![\\n\\t])${unseen.source}`, 'gu');

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(sign: string): string {
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at));
  return short[sign] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/**
 * A text of a file, an argument or a person as one line of which a reader sees every sign: what is invisible, breaks the
 * line or turns its direction stands as JSON writes it. What is shown so is data to no one; the data keep the text itself.
 *
 * @example
 * ```ts
 * import { shownText } from '@samenbeeld/schema';
 * shownText('Vlissingen\n0 rejected') // => 'Vlissingen\\n0 rejected'
 * shownText('Terneuzen') // => 'Terneuzen'
 * ```
 */
export function shownText(text: string): string {
  return text.replace(unseen, escaped);
}

/**
 * The same for a text of several lines: its line breaks and tabs stay. JSON remains the JSON it was.
 *
 * @example
 * ```ts
 * import { shownLines } from '@samenbeeld/schema';
 * shownLines('haven\tkg\n\u{1b}[2JGent') // => 'haven\tkg\n\\u001b[2JGent'
 * ```
 */
export function shownLines(text: string): string {
  return text.replace(unseenInLines, escaped);
}

/** Where in a file something stands; every part that is known. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: string;
}

const placeWords = {
  sheet: inFour('blad "{sheet}"', 'feuille « {sheet} »', 'Blatt „{sheet}“', 'sheet "{sheet}"'),
  line: inFour('regel {line}', 'ligne {line}', 'Zeile {line}', 'line {line}'),
  column: inFour('kolom {column}', 'colonne {column}', 'Spalte {column}', 'column {column}'),
};

/** Nothing found where something was expected. */
export const foundNone: Text = inFour('niets', 'rien', 'nichts', 'none');

/**
 * What is wrong with a file, as every fault says it: what was expected and what was found.
 *
 * @example
 * ```ts
 * import { expectedFound, foundNone } from '@samenbeeld/schema';
 * expectedFound('YAML', foundNone).de // => 'erwartet: YAML; gefunden: nichts'
 * ```
 */
export function expectedFound(what: string | Text, found: string | Text): Text {
  return inFour(
    'verwacht: {what}; gevonden: {found}',
    'attendu : {what} ; trouvé : {found}',
    'erwartet: {what}; gefunden: {found}',
    'expected {what}, found {found}',
    { what, found },
  );
}

/** What stands before a repair. */
export const repairWord: Text = inFour('Herstel:', 'Correction :', 'Abhilfe:', 'Repair:');

/**
 * What is wrong, and how to repair it.
 *
 * @example
 * ```ts
 * import { foundNone, withRepair } from '@samenbeeld/schema';
 * const fill = { nl: 'vul het in', fr: 'remplissez-la', de: 'ausfüllen', en: 'fill it in' };
 * withRepair(foundNone, fill).de // => 'nichts. Abhilfe: ausfüllen'
 * ```
 */
export function withRepair(problem: Text, repair: Text): Text {
  return joinWith([problem, joinWith([repairWord, repair], ' ')], '. ');
}

/** Where something stands, as it stands before what is said of it: "a.csv, line 3: ". */
export function placeIn({ file, sheet, line, column }: Place, language: Language): string {
  const named = (words: Text, name: string, what: string | number): string =>
    words[language].replace(`{${name}}`, () => String(what));
  const parts = [
    file,
    sheet && named(placeWords.sheet, 'sheet', sheet),
    line !== undefined && named(placeWords.line, 'line', line),
    column !== undefined && named(placeWords.column, 'column', column),
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}${colonAfter[language]} ` : '';
}

/** A file, a sheet or a column may be named after a person. */
function withheldPlace({ file, sheet, column, ...place }: Place): Place {
  return {
    ...(file !== undefined && { file: withheldText(file) }),
    ...(sheet !== undefined && { sheet: withheldText(sheet) }),
    ...place,
    ...(column !== undefined && { column: withheldText(column) }),
  };
}

/** Words in a language, or the English that there is of them, without data of a person. */
const told = (words: string | Text, language: Language): string =>
  withheldText(typeof words === 'string' ? words : words[language]);

/** How an input is repaired, where it stands, and its faults where it has several. */
interface Remedy {
  readonly place?: Place;
  readonly repair: string | Text;
  readonly faults?: readonly (string | Text)[];
}

/**
 * The data are not what was expected: what was expected, what was found, where, and how to repair it.
 * The command exits with 1. Like the other two it tells no data of a person, whatever it quotes.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** What was expected and found, in English, without the place and the repair. */
  readonly problem: string;
  /** Where there is more than one: each on a line of its own, in English. */
  readonly faults: readonly string[];
  readonly place: Place;
  /** In English. */
  readonly repair: string;
  /** The problem and the repair in four languages, for an error that says more of the same; English in each where `says` is null. */
  readonly words: {
    readonly problem: Text;
    readonly repair: Text;
    readonly faults: readonly Text[];
  };
  /** The whole for a reader, in four languages; null where it is told in English only. */
  readonly says: Text | null;
  /** `about` is the repair, or the repair with what else is known. */
  constructor(problem: string | Text, about: string | Text | Remedy) {
    const options: Remedy = typeof about === 'string' || 'nl' in about ? { repair: about } : about;
    const place = withheldPlace(options.place ?? {});
    const faults = options.faults ?? [];
    const whole = (language: Language): string => {
      const found = shownText(`${placeIn(place, language)}${told(problem, language)}`);
      const end = `${repairWord[language]} ${shownText(told(options.repair, language))}`;
      return faults.length === 0
        ? `${found}. ${end}`
        : [found, ...faults.map((fault) => `  ${shownText(told(fault, language))}`), end].join(
            '\n',
          );
    };
    super(whole('en'));
    this.words = {
      problem: inEach((language) => told(problem, language)),
      repair: inEach((language) => told(options.repair, language)),
      faults: faults.map((fault) => inEach((language) => told(fault, language))),
    };
    this.problem = this.words.problem.en;
    this.faults = this.words.faults.map(({ en }) => en);
    this.place = place;
    this.repair = this.words.repair.en;
    const parts = [problem, options.repair, ...faults];
    this.says = parts.every((part) => typeof part !== 'string') ? inEach(whole) : null;
  }
}

/** Words for a reader, where they are told in four languages. */
const safeWords = (words: string | Text): Text | null =>
  typeof words === 'string' ? null : inEach((language) => shownText(told(words, language)));

/** The call itself is wrong: an unknown code, option or file name. The command exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The same for a reader, in four languages; null where only whoever makes the call is told. */
  readonly says: Text | null;
  constructor(message: string | Text, options?: ErrorOptions) {
    super(shownText(told(message, 'en')), options);
    this.says = safeWords(message);
  }
}

/**
 * The error of a call that is wrong, in the order nl, fr, de, en, with what stands in its words as {@link inFour} fills it in.
 *
 * @example
 * ```ts
 * import { wrongUse } from '@samenbeeld/schema';
 * wrongUse('geen {x}', 'pas de {x}', 'kein {x}', 'no {x}', { x: 'kg' }).message // => 'no kg'
 * ```
 */
export function wrongUse(...words: Parameters<typeof inFour>): UsageError {
  return new UsageError(inFour(...words));
}

/** An error of use with the place of the words that it is about before it; any other as it is. */
export function usedAt(place: Place, error: unknown): unknown {
  if (!(error instanceof UsageError)) return error;
  const { message, says } = error;
  return new UsageError(
    inEach((language) => `${placeIn(place, language)}${says?.[language] ?? message}`),
    { cause: error },
  );
}

/**
 * The call is well formed but must not be answered: a sum over things that are not alike, a trend across a
 * declared break, an export to an audience that is not cleared. Names the dimension and what would make it
 * legal. The command exits with 1.
 */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  /** What must not be done and why, without the remedy. */
  readonly reason: string;
  readonly dimension: string;
  readonly remedy: string;
  /** Subject of the `override` decision that would make it legal; null where none can. */
  readonly subject: string | null;
  /** The reason for a reader of a picture, in four languages; null where only whoever makes the call is told. */
  readonly says: Text | null;
  /** The remedy in four languages; null where it is told in English only. */
  readonly remedySays: Text | null;
  constructor(
    reason: string | Text,
    options: {
      readonly dimension: string;
      readonly remedy: string | Text;
      readonly subject?: string | null;
      readonly says?: Text | null;
    },
  ) {
    const [says, remedy] = [told(reason, 'en'), told(options.remedy, 'en')];
    super(shownText(`${says} ${remedy}`));
    this.reason = says;
    this.dimension = options.dimension;
    this.remedy = remedy;
    this.subject = options.subject ?? null;
    const { says: also } = options;
    this.says =
      safeWords(reason) ?? (also ? inEach((language) => shownText(also[language])) : null);
    this.remedySays = safeWords(options.remedy);
  }
}

/**
 * What is expected where one of some words is: the word itself where there is one.
 *
 * @example
 * ```ts
 * import { oneOf } from '@samenbeeld/schema';
 * oneOf(['kg', 'g']).nl // => 'een van kg, g'
 * ```
 */
export function oneOf(words: readonly string[]): Text {
  return words.length === 1
    ? inEach(() => words.join(''))
    : inFour('een van {list}', 'l’un de {list}', 'eines von {list}', 'one of {list}', {
        list: words.join(', '),
      });
}

/**
 * What an error says to a reader: our own words in their language, with the remedy; what only another program says, quoted.
 *
 * @example
 * ```ts
 * import { errorWords, UsageError } from '@samenbeeld/schema';
 * errorWords(new UsageError({ nl: 'nee', fr: 'non', de: 'nein', en: 'no' })).fr // => 'non'
 * errorWords(new Error('ENOENT')).nl // => '"ENOENT"'
 * ```
 */
export function errorWords(error: unknown): Text {
  const isOwn =
    error instanceof InputError || error instanceof UsageError || error instanceof RefusalError;
  const says = isOwn ? error.says : null;
  if (!isOwn || !says) return englishQuoted(error instanceof Error ? error.message : String(error));
  const remedy = error instanceof RefusalError ? error.remedySays : null;
  return inEach((language) =>
    language === 'en'
      ? error.message
      : [says[language], remedy?.[language]].filter(Boolean).join(' '),
  );
}
