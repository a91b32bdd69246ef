import { expectedFound, InputError, type Place } from './errors.ts';
import type { Language, Text } from './language.ts';
import { inFour, quoted } from './sentence.ts';

/** How the number is written, as far as it is known. */
export interface NumberHabit {
  /** The declared decimal mark; settles every reading. */
  readonly decimal?: 'comma' | 'point';
  /** Language of the text: a habit, named in the refusal, never a declaration. */
  readonly language?: Language;
  /** Where the text stands, for the error. */
  readonly place?: Place;
}

/** A number as read. */
export interface ParsedNumber {
  readonly value: number;
  /** The digits as printed, without groups, with a decimal point: "1.70" for `1,70`. */
  readonly printed: string;
}

const mantissa = /^([+\-−])?([\d.,'’\s]+?)(?:e([+-]?\d{1,2}))?$/iu;

/** The two ways `1.234` and `1,234` can be read: as a group of three and as three decimals. */
export interface Readings {
  readonly grouped: string;
  readonly decimal: string;
  readonly mark: '.' | ',';
}

/** Both readings, where a text has two and nothing in it decides; otherwise null. */
export function readingsOf(text: string): Readings | null {
  const match = /^[+\-−]?([1-9]\d{0,2})([.,])(\d{3})$/u.exec(text.trim());
  if (!match) return null;
  const [, head = '', mark, tail = ''] = match;
  return { grouped: head + tail, decimal: `${head}.${tail}`, mark: mark as '.' | ',' };
}

/** The decimal mark a number shows by its shape, or null where it has none. */
function markOf(body: string): '.' | ',' | null {
  const marks = body.replace(/[^.,]/g, '');
  const last = marks.at(-1) as '.' | ',' | undefined;
  if (!last || (marks.length > 1 && new Set(marks).size === 1)) return null;
  return last;
}

/** Digits with a decimal point, or null where the groups are not of three. */
function canonical(body: string, mark: '.' | ',' | null): string | null {
  const at = mark ? body.lastIndexOf(mark) : -1;
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  const grouped = /^[1-9]\d{0,2}(?:([.,'’]|\s)\d{3})(?:\1\d{3})*$/u.test(whole);
  const separator = /\D/u.exec(whole)?.[0];
  if (!/^\d*$/.test(whole) && (!grouped || separator === mark)) return null;
  if (!/^\d*$/.test(fraction) || (at >= 0 && fraction === '')) return null;
  const digits = whole.replace(/\D/gu, '');
  return `${digits || '0'}${fraction && `.${fraction}`}`;
}

function shifted(digits: string, exponent: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const point = whole.length + exponent;
  const all = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`;
  const at = Math.max(1, point);
  const head = all
    .slice(0, at)
    .padEnd(at, '0')
    .replace(/^0+(?=\d)/, '');
  return all.length > at ? `${head}.${all.slice(at)}` : head;
}

function refuse(problem: Text, repair: Text, place: Place | undefined): never {
  throw new InputError(problem, { repair, ...(place && { place }) });
}

const aNumber = inFour('een getal', 'un nombre', 'eine Zahl', 'a number');
const withMark: Readonly<Record<NonNullable<NumberHabit['decimal']>, Text>> = {
  comma: inFour(
    'een getal met een decimale komma',
    'un nombre à virgule décimale',
    'eine Zahl mit Dezimalkomma',
    'a number with a decimal comma',
  ),
  point: inFour(
    'een getal met een decimale punt',
    'un nombre à point décimal',
    'eine Zahl mit Dezimalpunkt',
    'a number with a decimal point',
  ),
};
const correctCell = inFour(
  'verbeter de cel, of beschrijf wat erin staat (een teken voor ontbrekend, een eenheid, woorden)',
  'corrigez la cellule, ou décrivez ce qu’elle contient (une marque d’absence, une unité, des mots)',
  'die Zelle berichtigen oder beschreiben, was darin steht (ein Zeichen für fehlend, eine Einheit, Wörter)',
  'correct the cell, or describe what it holds (a missing mark, a unit, words)',
);

const habits: Readonly<Record<Language, Text>> = {
  nl: inFour('Nederlandse tekst', 'un texte néerlandais', 'niederländischer Text', 'Dutch text'),
  fr: inFour('Franse tekst', 'un texte français', 'französischer Text', 'French text'),
  de: inFour('Duitse tekst', 'un texte allemand', 'deutscher Text', 'German text'),
  en: inFour('Engelse tekst', 'un texte anglais', 'englischer Text', 'English text'),
};

function refuseAmbiguous(text: string, readings: Readings, habit: NumberHabit): never {
  const { language } = habit;
  const usual = (readings.mark === ',') === (language === 'en') ? 'grouped' : 'decimal';
  const hint = language
    ? inFour(
        ' ({text} bedoelt meestal {usual})',
        ' ({text} veut dire d’ordinaire {usual})',
        ' ({text} meint meist {usual})',
        ' ({text} usually means {usual})',
        { text: habits[language], usual: readings[usual] },
      )
    : '';
  refuse(
    inFour(
      '"{text}" is {grouped} of {decimal}{hint}',
      '« {text} » est {grouped} ou {decimal}{hint}',
      '„{text}“ ist {grouped} oder {decimal}{hint}',
      '"{text}" is either {grouped} or {decimal}{hint}',
      { text, grouped: readings.grouped, decimal: readings.decimal, hint },
    ),
    inFour(
      "geef het decimaalteken op: decimal: 'comma' of decimal: 'point'",
      "déclarez le signe décimal : decimal: 'comma' ou decimal: 'point'",
      "das Dezimalzeichen angeben: decimal: 'comma' oder decimal: 'point'",
      "declare the decimal mark: decimal: 'comma' or decimal: 'point'",
    ),
    habit.place,
  );
}

function read(text: string, body: string, habit: NumberHabit, exponent: boolean): string {
  const readings = exponent ? null : readingsOf(body);
  if (readings && !habit.decimal) refuseAmbiguous(text, readings, habit);
  const declared = habit.decimal && (habit.decimal === 'comma' ? ',' : '.');
  const mark = declared ? (body.includes(declared) ? declared : null) : markOf(body);
  const digits = canonical(body, mark);
  if (digits !== null) return digits;
  const expected = habit.decimal ? withMark[habit.decimal] : aNumber;
  return refuse(
    inFour(
      'verwacht: {expected} en groepen van drie; gevonden: "{text}"',
      'attendu : {expected} et des groupes de trois ; trouvé : « {text} »',
      'erwartet: {expected} und Dreiergruppen; gefunden: „{text}“',
      'expected {expected} and groups of three, found "{text}"',
      { expected, text },
    ),
    correctCell,
    habit.place,
  );
}

/**
 * A number as people of four languages print it: `1.234,5`, `1 234,5` (also with no-break spaces), `1'234.5`,
 * `1,234.5`, `7,83e-03`. Groups are of three digits. `1.234` and `1,234` have two readings and are refused
 * unless the decimal mark is declared; the language of a file does not declare it (German police print
 * `365,753` for thousands). Nothing is ever read as NaN; whole numbers keep every digit or are refused, and
 * decimals beyond a double's precision stay in `printed`.
 * Throws an InputError with both readings, or with what was expected.
 *
 * @example
 * ```ts
 * import { parseNumber } from '@samenbeeld/schema';
 * parseNumber('1.234,50') // => { value: 1234.5, printed: '1234.50' }
 * parseNumber('1.234', { decimal: 'comma' }) // => { value: 1234, printed: '1234' }
 * parseNumber('7,83e-03') // => { value: 0.00783, printed: '0.00783' }
 * ```
 */
export function parseNumber(text: string, habit: NumberHabit = {}): ParsedNumber {
  const match = mantissa.exec(text.trim());
  const body = match?.[2]?.trim().replace(/\s/gu, ' ') ?? '';
  if (!match || !/\d/.test(body)) {
    refuse(expectedFound(aNumber, quoted(text)), correctCell, habit.place);
  }
  const [, sign, , exponent] = match;
  const digits = read(text, body, habit, exponent !== undefined);
  const printed = `${sign && sign !== '+' ? '-' : ''}${shifted(digits, Number(exponent ?? 0))}`;
  const [whole = ''] = printed.replace('-', '').split('.');
  if (whole.length > 15) {
    refuse(
      inFour(
        '"{text}" heeft {n} cijfers voor het decimaalteken; 15 blijven exact bewaard',
        '« {text} » a {n} chiffres avant le signe décimal ; 15 sont conservés exactement',
        '„{text}“ hat {n} Ziffern vor dem Dezimalzeichen; 15 bleiben genau erhalten',
        '"{text}" has {n} digits before the decimal mark; 15 are kept exactly',
        { text, n: whole.length },
      ),
      inFour(
        'lees het als tekst: zo’n lang getal is een code, geen hoeveelheid',
        'lisez-le comme texte : un nombre aussi long est un code, non une quantité',
        'als Text lesen: eine so lange Zahl ist ein Code, keine Menge',
        'read it as text: so long a number is a code, not a quantity',
      ),
      habit.place,
    );
  }
  return { value: Number(printed), printed };
}

/**
 * All that a number may mean that a person types to name one they were shown, as a file has it or as a language prints it:
 * `1.234` and `1,234` have two meanings, any other number one, and what is none has none. Which is meant is told by the
 * numbers there are to choose from, never by a habit.
 *
 * @example
 * ```ts
 * import { numbersMeant } from '@samenbeeld/schema';
 * numbersMeant('26,085') // => [26085, 26.085]
 * numbersMeant('14.000,5') // => [14000.5]
 * numbersMeant('C086') // => []
 * ```
 */
export function numbersMeant(text: string): readonly number[] {
  const readings = readingsOf(text);
  if (readings) return [Number(readings.grouped), Number(readings.decimal)];
  try {
    return [parseNumber(text).value];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
