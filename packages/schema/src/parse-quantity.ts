import { claimInterval } from './claim-interval.ts';
import { units } from './codes/units.ts';
import { multiplyExact } from './decimal.ts';
import { InputError } from './errors.ts';
import type { Interval } from './interval.ts';
import { type Language, languages, type Text } from './language.ts';
import { numeralOf, scaleOf } from './number-words.ts';
import type { Wording } from './observation.ts';
import { type ParsedNumber, parseNumber, type Readings, readingsOf } from './parse-number.ts';
import { inEach, inFour, listed } from './sentence.ts';
import { isWhole } from './unit-power.ts';
import { knownWords, type Marker, markerOf } from './wording-words.ts';

/** What stands before a figure, the figure, and what stands behind it. */
interface Parts {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

const figure = /[-−]?\d[\d.,'’]*(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d)[\d.,'’]*)*/u;

/** The text cut at its figure, or at a numeral in words. */
function quantityParts(text: string, known: readonly Language[]): Parts {
  const match = figure.exec(text);
  if (match) {
    const [found] = match;
    const digits = found.replace(/[.,'’]+$/, '');
    const end = match.index + digits.length;
    return { before: text.slice(0, match.index), figure: digits, after: text.slice(end) };
  }
  const tokens = text.split(/\s+/u);
  for (const [at, token] of tokens.entries()) {
    const elided = /^(d['’])?(.+)$/iu.exec(token);
    const values = known.map((language) => numeralOf(elided?.[2] ?? '', language));
    const value = values.find((numeral) => numeral !== null);
    if (value === undefined || value === null) continue;
    const before = [...tokens.slice(0, at), elided?.[1] ?? ''].join(' ');
    return { before, figure: String(value), after: tokens.slice(at + 1).join(' ') };
  }
  return refuseQuantity(
    text,
    () =>
      inFour(
        'verwacht: een getal en een eenheid; gevonden: geen getal',
        'attendu : un nombre et une unité ; trouvé : aucun nombre',
        'erwartet: eine Zahl und eine Einheit; gefunden: keine Zahl',
        'expected a number and a unit, found no number',
      ),
    repairs.digits,
  );
}

/** A currency sign or code that stands before the figure, cut off. */
function currencyBefore(before: string): { readonly words: string; readonly unit: string } {
  const match = /^(.*?)(€|\$|eur|usd)\s*$/iu.exec(before.trim());
  return match ? { words: match[1] ?? '', unit: match[2] ?? '' } : { words: before, unit: '' };
}

/** Why a text is no quantity. Words for people, in which nothing of a person stands, are made only where someone is told. */
class Refused {
  readonly problem: () => Text;
  readonly repair: Text;
  constructor(problem: () => Text, repair: Text) {
    this.problem = problem;
    this.repair = repair;
  }
}

function refuseQuantity(text: string, problem: () => Text, repair: Text): never {
  throw new Refused(
    () =>
      inFour(
        '"{text}": {problem}',
        '« {text} » : {problem}',
        '„{text}“: {problem}',
        '"{text}": {problem}',
        { text, problem: problem() },
      ),
    repair,
  );
}

const repairs = {
  digits: inFour(
    'schrijf het cijfer in cijfers',
    'écrivez le chiffre en chiffres',
    'die Zahl in Ziffern schreiben',
    'write the figure in digits',
  ),
  noThousands: inFour(
    'schrijf het getal zonder teken voor duizendtallen',
    'écrivez le nombre sans signe de milliers',
    'die Zahl ohne Zeichen für Tausender schreiben',
    'write the number without a mark for thousands',
  ),
  language: inFour(
    'noem de taal van de tekst, of schrijf het getal zonder teken voor duizendtallen',
    'nommez la langue du texte, ou écrivez le nombre sans signe de milliers',
    'die Sprache des Textes nennen oder die Zahl ohne Zeichen für Tausender schreiben',
    'name the language of the text, or write the number without a mark for thousands',
  ),
  marks: inFour(
    'geef decimalChar of groupChar op voor de kolom, of schrijf het getal zonder teken voor duizendtallen',
    'déclarez decimalChar ou groupChar pour la colonne, ou écrivez le nombre sans signe de milliers',
    'decimalChar oder groupChar für die Spalte angeben oder die Zahl ohne Zeichen für Tausender schreiben',
    'declare decimalChar or groupChar for the column, or write the number without a mark for thousands',
  ),
  code: inFour(
    'schrijf de code van de bedoelde eenheid',
    'écrivez le code de l’unité voulue',
    'den Code der gemeinten Einheit schreiben',
    'write the unit code that is meant',
  ),
  only: inFour(
    'laat alleen een getal en een eenheid staan, of voeg het woord toe aan de lijst van eenheden',
    'ne laissez qu’un nombre et une unité, ou ajoutez le mot à la liste des unités',
    'nur eine Zahl und eine Einheit stehen lassen oder das Wort in die Liste der Einheiten aufnehmen',
    'leave a number and a unit only, or add the word to the unit list',
  ),
  note: inFour(
    'zet het in de opmerking',
    'notez-le en remarque',
    'in der Anmerkung festhalten',
    'record it in the note',
  ),
  word: inFour(
    'gebruik een bekend woord, of noem de taal',
    'utilisez un mot connu, ou nommez la langue',
    'ein bekanntes Wort verwenden oder die Sprache nennen',
    'use a known word, or name the language',
  ),
  unit: inFour(
    'voeg de eenheid toe, zoals kg',
    'ajoutez l’unité, comme kg',
    'die Einheit ergänzen, etwa kg',
    'add the unit, such as kg',
  ),
  alone: inFour(
    'geef alleen de hoeveelheid, zoals 16 kg',
    'donnez la quantité seule, comme 16 kg',
    'nur die Menge angeben, etwa 16 kg',
    'give the quantity alone, such as 16 kg',
  ),
  oneUnit: inFour(
    'houd één eenheid over',
    'gardez une seule unité',
    'eine Einheit behalten',
    'keep one unit',
  ),
  sign: inFour(
    'een hoeveelheid is niet negatief: ga het teken na',
    'une quantité n’est pas négative : vérifiez le signe',
    'eine Menge ist nicht negativ: das Vorzeichen prüfen',
    'a quantity is not negative: check the sign',
  ),
};

/** A number that has two readings. */
const either =
  ({ grouped, decimal }: Readings) =>
  (): Text =>
    inFour(
      'het getal is {grouped} of {decimal}',
      'le nombre est {grouped} ou {decimal}',
      'die Zahl ist {grouped} oder {decimal}',
      'the number is either {grouped} or {decimal}',
      { grouped, decimal },
    );

/** What `read` gives; an InputError where it refuses. */
function told<Figure>(read: () => Figure): Figure {
  try {
    return read();
  } catch (error) {
    throw error instanceof Refused
      ? new InputError(error.problem(), { repair: error.repair })
      : error;
  }
}

/** A point groups thousands in nl, fr and de, a comma in en. */
function habitual(readings: Readings, language: Language): 'grouped' | 'decimal' {
  return (readings.mark === ',') === (language === 'en') ? 'grouped' : 'decimal';
}

/** A figure with two readings, settled by what is counted or by habit, never for tonnes or millions by habit. */
function settleReading(
  text: string,
  readings: Readings,
  language: Language | undefined,
  unit: string,
  scaled: boolean,
): { readonly number: ParsedNumber; readonly ambiguous: string | null } {
  const take = (reading: 'grouped' | 'decimal'): ParsedNumber => ({
    value: Number(readings[reading]),
    printed: readings[reading],
  });
  if (!scaled && unit !== 'kg' && isWhole(unit))
    return { number: take('grouped'), ambiguous: null };
  const usual = language && habitual(readings, language);
  if (!usual || (usual === 'grouped' && (scaled || unit === 't'))) {
    return refuseQuantity(
      text,
      either(readings),
      language ? repairs.noThousands : repairs.language,
    );
  }
  const other = usual === 'grouped' ? readings.decimal : readings.grouped;
  return {
    number: take(usual),
    ambiguous: `"${text}" read as ${readings[usual]} ${unit}; in another habit it is ${other} ${unit}`,
  };
}

/** A quantity as a report words it. */
export interface ParsedQuantity {
  readonly value: number;
  /** Unit code. */
  readonly unit: string;
  readonly wording: Wording;
  /** The words before the figure ("ruim"), or null. */
  readonly wordingPrinted: string | null;
  /** The digits as printed, in canonical form: "1.7" for `1,7 miljoen`. */
  readonly printed: string;
  /** What the claim allows, in `unit` (joint total, rule 1). */
  readonly interval: Interval;
  /** The reading that was not chosen, where only the habit of the language chose; otherwise null. */
  readonly ambiguous: string | null;
}

/** A figure as a report words it, with the unit where one stands beside it. */
export interface WordedFigure extends Omit<ParsedQuantity, 'unit' | 'interval'> {
  /** Unit code, or null where the text names none: it stands in a column of its own. */
  readonly unit: string | null;
}

/** How a figure may be written, as far as it is known. */
export interface FigureHabit {
  readonly language?: Language;
  /** Declared marks; they settle every reading. */
  readonly decimalChar?: '.' | ',' | null;
  readonly groupChar?: string | null;
}

function unitOf(text: string, name: string, language: Language | undefined): string {
  const match = units.lookup(name, language);
  if (match.kind === 'exact') return match.entry.code;
  if (match.kind === 'ambiguous') {
    const meant = match.entries.map(({ code }) => code);
    refuseQuantity(
      text,
      () =>
        inFour(
          'de eenheid "{name}" betekent {meant}',
          'l’unité « {name} » désigne {meant}',
          'die Einheit „{name}“ bedeutet {meant}',
          'the unit "{name}" means {meant}',
          { name, meant: inEach((one) => listed(meant, one, 'or')) },
        ),
      repairs.code,
    );
  }
  return refuseQuantity(
    text,
    () =>
      inFour(
        'verwacht: een eenheid na het getal; gevonden: "{name}"',
        'attendu : une unité après le nombre ; trouvé : « {name} »',
        'erwartet: eine Einheit hinter der Zahl; gefunden: „{name}“',
        'expected a unit after the number, found "{name}"',
        { name },
      ),
    repairs.only,
  );
}

/** What stands behind a figure: a unit, words that mark the figure ("300 environ", "300+", "300 kg (ca.)"), or both. */
function behind(
  name: string,
  language: Language | undefined,
  known: readonly Language[],
): { readonly unit: string; readonly words: string } {
  const tokens = name.split(/\s+/u);
  for (const [at] of tokens.entries()) {
    const unit = tokens.slice(0, at).join(' ');
    const words = tokens
      .slice(at)
      .join(' ')
      .replace(/^\((.*)\)$/u, '$1');
    if (!markerOf(words, known)) continue;
    if (unit === '' || units.lookup(unit, language).kind !== 'none') return { unit, words };
  }
  return { unit: name, words: '' };
}

function wordingOf(text: string, words: string, known: readonly Language[]): Wording {
  const marker: Marker | null | undefined = markerOf(words, known);
  if (marker === null) return 'unmarked';
  if (marker === 'ceiling' || marker === 'range') {
    const what =
      marker === 'ceiling'
        ? inFour(
            'alleen een bovengrens',
            'seulement une borne supérieure',
            'nur eine Obergrenze',
            'only an upper end',
          )
        : inFour('een bereik', 'un intervalle', 'eine Spanne', 'a range');
    return refuseQuantity(
      text,
      () =>
        inFour(
          '"{words}" geeft {what}, en dat is geen uitspraak over een waarde',
          '« {words} » donne {what}, ce qui n’est pas un énoncé sur une valeur',
          '„{words}“ gibt {what} an, und das ist keine Aussage über einen Wert',
          '"{words}" gives {what}, which is no claim about a value',
          { words: words.trim(), what },
        ),
      repairs.note,
    );
  }
  if (marker) return marker;
  const [language] = known;
  const list = known.length === 1 && language ? knownWords(language) : null;
  return refuseQuantity(
    text,
    () => {
      const said = { words: words.trim(), list: list ?? '' };
      return list === null
        ? inFour(
            'onbekende bewoording "{words}"',
            'formulation inconnue « {words} »',
            'unbekannter Wortlaut „{words}“',
            'unknown wording "{words}"',
            said,
          )
        : inFour(
            'onbekende bewoording "{words}" (bekend: {list})',
            'formulation inconnue « {words} » (connues : {list})',
            'unbekannter Wortlaut „{words}“ (bekannt: {list})',
            'unknown wording "{words}" (known: {list})',
            said,
          );
    },
    repairs.word,
  );
}

/**
 * A quantity as a report words it, with the interval its wording allows. Words are those of `language`, or of
 * all four where it is not given.
 *
 * A figure with one mark and three digits behind it (`3.900`, `9,580`) has two readings. A count of things or
 * euros takes the whole number. Otherwise the habit of the language decides and `ambiguous` holds the other
 * reading: in nl, fr and de a point groups and a comma is decimal, in en the reverse ("9,580 kg" in a
 * Luxembourg answer, 9.58 kg, was reported in English as almost a kilogram). Refused are: such a figure
 * without a language, and thousands of tonnes or of millions, which nobody writes.
 *
 * Upper ends ("minder dan", "up to") and ranges ("entre") are refused too: no wording expresses them. So are unknown
 * words and units, and `ton` in English (long, short or metric). Throws an InputError that says which.
 *
 * @example
 * ```ts
 * import { parseQuantity } from '@samenbeeld/schema';
 * parseQuantity('ruim 3.900 kilo', 'nl').interval // => { low: 3900, high: null, closed: false }
 * parseQuantity('knapp 2 Tonnen', 'de').wording // => 'just_under'
 * parseQuantity('79 000 comprimés', 'fr').value // => 79000
 * ```
 */
export function parseQuantity(text: string, language?: Language): ParsedQuantity {
  const figure = told(() =>
    figureIn(text, language ? { language } : {}, (found) =>
      found === null
        ? refuseQuantity(
            text,
            () =>
              inFour(
                'verwacht: een eenheid; gevonden: geen',
                'attendu : une unité ; trouvé : aucune',
                'erwartet: eine Einheit; gefunden: keine',
                'expected a unit, found none',
              ),
            repairs.unit,
          )
        : found,
    ),
  );
  const { value, printed, wording, unit } = figure;
  return { ...figure, interval: claimInterval({ value, printed, wording, unit }) };
}

function decimalOf({ decimalChar, groupChar }: FigureHabit): '.' | ',' | null {
  if (decimalChar) return decimalChar;
  if (groupChar === '.') return ',';
  return groupChar === ',' ? '.' : null;
}

/**
 * A figure as a report words it, where the unit may stand elsewhere: `ruim 300`, `> 300`, `300 environ`, `mehr als
 * 1.250,5 kg`. Words are read as by `parseQuantity`; declared marks settle a figure with two readings, and without a unit
 * or a mark it is refused. Throws an InputError that says what was expected.
 *
 * @example
 * ```ts
 * import { parseFigure } from '@samenbeeld/schema';
 * const { value, wording, wordingPrinted, unit } = parseFigure('plus de 300', { language: 'fr' });
 * [value, wording, wordingPrinted, unit] // => [300, 'floor', 'plus de', null]
 * parseFigure('ca. 1.250', { language: 'nl', groupChar: '.' }).value // => 1250
 * ```
 */
export function parseFigure(text: string, habit: FigureHabit = {}): WordedFigure {
  return told(() => figureIn(text, habit, (unit) => unit));
}

/**
 * The figure that `parseFigure` reads, or null where it would refuse the text: for whoever looks which cells hold one.
 *
 * @example
 * ```ts
 * import { figureOrNull } from '@samenbeeld/schema';
 * figureOrNull('plus de 300', { language: 'fr' })?.value // => 300
 * figureOrNull('moins de 300', { language: 'fr' }) // => null
 * ```
 */
export function figureOrNull(text: string, habit: FigureHabit = {}): WordedFigure | null {
  try {
    return figureIn(text, habit, (unit) => unit);
  } catch (error) {
    if (error instanceof Refused || error instanceof InputError) return null;
    throw error;
  }
}

/** Letters of a quantity with the words around it. */
const longest = 1000;

function figureIn<Unit extends string | null>(
  text: string,
  habit: FigureHabit,
  wanted: (unit: string | null) => Unit,
): WordedFigure & { readonly unit: Unit } {
  if (text.length > longest)
    refuseQuantity(
      `${text.slice(0, 40)}…`,
      () =>
        inFour(
          'verwacht: een hoeveelheid; gevonden: een lange tekst',
          'attendu : une quantité ; trouvé : un long texte',
          'erwartet: eine Menge; gefunden: ein langer Text',
          'expected a quantity, found a long text',
        ),
      repairs.alone,
    );
  const { language } = habit;
  const known = language ? [language] : languages;
  const parts = quantityParts(text.trim().replace(/^\+\/[-−]\s*/u, '± '), known);
  const { words: before, unit: currency } = currencyBefore(parts.before);
  const [first = '', ...others] = parts.after.trim().split(/\s+/u);
  const power = scaleOf(first, known);
  const after = (power === null ? parts.after : others.join(' ')).trim();
  const { unit: named, words: late } =
    before.trim() === '' ? behind(after, language, known) : { unit: after, words: '' };
  const words = late || before;
  const wording = wordingOf(text, words, known);
  const name = named.replace(/^(?:de |d['’]|of )/iu, '');
  if (currency && name)
    refuseQuantity(
      text,
      () =>
        inFour(
          'een munt voor en "{name}" achter het getal',
          'une monnaie avant et « {name} » après le nombre',
          'eine Währung vor und „{name}“ hinter der Zahl',
          'a currency before and "{name}" after the number',
          { name },
        ),
      repairs.oneUnit,
    );
  const unit = wanted(currency || name ? unitOf(text, currency || name, language) : null);
  const readings = readingsOf(parts.figure);
  const decimal = decimalOf(habit);
  const { number, ambiguous } =
    !readings || decimal
      ? {
          number: parseNumber(
            parts.figure,
            decimal ? { decimal: decimal === ',' ? 'comma' : 'point' } : {},
          ),
          ambiguous: null,
        }
      : unit === null
        ? refuseQuantity(text, either(readings), repairs.marks)
        : settleReading(text, readings, language, unit, power !== null);
  const { printed } = number;
  const value = power === null ? number.value : multiplyExact(number.value, 10 ** power);
  if (value < 0)
    refuseQuantity(
      text,
      () =>
        inFour(
          'verwacht: nul of meer',
          'attendu : zéro ou plus',
          'erwartet: null oder mehr',
          'expected zero or more',
        ),
      repairs.sign,
    );
  return { value, unit, wording, wordingPrinted: words.trim() || null, printed, ambiguous };
}
