import { InputError, type Place, wrongUse } from './errors.ts';
import type { Language, Text } from './language.ts';
import { freqOf, isoDay, monthSpan, type Period, type Span, weekSpan } from './period.ts';
import { monthOf, ordinalOf, partOf } from './period-words.ts';
import { inFour } from './sentence.ts';

/** How the dates of a file are written, as far as it is declared. */
export interface PeriodHabit {
  /** First two-digit year that belongs to the 1900s: with 50, `49` is 2049 and `50` is 1950. */
  readonly pivot?: number;
  /** Order of day and month in all-figure dates. */
  readonly order?: 'd-m' | 'm-d';
  /** Where the text stands, for the error. */
  readonly place?: Place;
}

/** A text being read, with what is known about it. */
interface Reader extends PeriodHabit {
  readonly text: string;
  readonly language: Language | undefined;
}

/** Throws an InputError about the text. */
function refusePeriod(reader: Reader, problem: Text, repair: Text): never {
  throw new InputError(
    inFour(
      '"{text}": {problem}',
      '« {text} » : {problem}',
      '„{text}“: {problem}',
      '"{text}": {problem}',
      { text: reader.text, problem },
    ),
    {
      repair,
      ...(reader.place && { place: reader.place }),
    },
  );
}

/** A year of four digits, or of two with a pivot. */
function yearOf(reader: Reader, digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) {
    if (year >= 1800 && year <= 2199) return year;
    return refusePeriod(
      reader,
      inFour(
        'verwacht: een jaar van 1800 tot 2199; gevonden: {digits}',
        'attendu : une année de 1800 à 2199 ; trouvé : {digits}',
        'erwartet: ein Jahr von 1800 bis 2199; gefunden: {digits}',
        'expected a year from 1800 to 2199, found {digits}',
        { digits },
      ),
      inFour('ga de kolom na', 'vérifiez la colonne', 'die Spalte prüfen', 'check the column'),
    );
  }
  const { pivot } = reader;
  if (pivot === undefined) {
    return refusePeriod(
      reader,
      inFour(
        'het jaar {digits} is 19{digits} of 20{digits}',
        'l’année {digits} est 19{digits} ou 20{digits}',
        'das Jahr {digits} ist 19{digits} oder 20{digits}',
        'the year {digits} is either 19{digits} or 20{digits}',
        { digits },
      ),
      inFour(
        'geef het keerpunt op: met pivot: 50 is 49 2049 en 50 1950',
        'déclarez le pivot : avec pivot: 50, 49 est 2049 et 50 est 1950',
        'den Wendepunkt angeben: mit pivot: 50 ist 49 2049 und 50 1950',
        'declare the pivot: with pivot: 50, 49 is 2049 and 50 is 1950',
      ),
    );
  }
  return year < pivot ? 2000 + year : 1900 + year;
}

/** One day of the calendar. */
function dayOf(reader: Reader, year: number, month: number, day: number): Span {
  const iso = isoDay(year, month, day);
  if (iso) return { start: iso, end: iso };
  return refusePeriod(
    reader,
    inFour(
      'de kalender heeft zo’n dag niet',
      'le calendrier n’a pas ce jour',
      'der Kalender hat keinen solchen Tag',
      'the calendar has no such day',
    ),
    inFour('verbeter de datum', 'corrigez la date', 'das Datum berichtigen', 'correct the date'),
  );
}

const partNames = {
  12: inFour('jaar', 'année', 'Jahr', 'year'),
  6: inFour('halfjaar', 'semestre', 'Halbjahr', 'half'),
  3: inFour('kwartaal', 'trimestre', 'Quartal', 'quarter'),
  1: inFour('maand', 'mois', 'Monat', 'month'),
};

/** The `at`-th part of a year in parts of so many months. */
function partOfYear(reader: Reader, digits: string, months: number, at: number): Span {
  if (at >= 1 && at <= 12 / months)
    return monthSpan(yearOf(reader, digits), (at - 1) * months + 1, months);
  const name = partNames[months as keyof typeof partNames];
  return refusePeriod(
    reader,
    inFour(
      'er is geen {name} {at}',
      '{name} {at} n’existe pas',
      'es gibt {no} {name} {at}',
      'there is no {name} {at}',
      { name, at: String(at), no: months === 1 ? 'keinen' : 'kein' },
    ),
    inFour(
      'gebruik {name} 1 tot en met {last}',
      'utilisez {name} de 1 à {last}',
      '{name} 1 bis {last} verwenden',
      'use {name} 1 to {last}',
      { name, last: String(12 / months) },
    ),
  );
}

/** An ISO week. */
function weekOfYear(reader: Reader, digits: string, number: number): Span {
  const span = weekSpan(yearOf(reader, digits), number);
  return (
    span ??
    refusePeriod(
      reader,
      inFour(
        '{digits} heeft geen ISO-week {number}',
        '{digits} n’a pas de semaine ISO {number}',
        '{digits} hat keine ISO-Woche {number}',
        '{digits} has no ISO week {number}',
        { digits, number: String(number) },
      ),
      inFour(
        'verbeter de week',
        'corrigez la semaine',
        'die Woche berichtigen',
        'correct the week',
      ),
    )
  );
}

function orderOf(reader: Reader, mark: string, first: number, second: number): 'd-m' | 'm-d' {
  if (reader.order) return reader.order;
  if (first > 12 || first === second || mark === '.') return 'd-m';
  if (second > 12) return reader.language && reader.language !== 'en' ? 'd-m' : 'm-d';
  if (reader.language && reader.language !== 'en') return 'd-m';
  return refusePeriod(
    reader,
    inFour(
      'dag en maand kunnen omgekeerd staan',
      'le jour et le mois peuvent être inversés',
      'Tag und Monat können vertauscht sein',
      'day and month can be either way round',
    ),
    inFour(
      "geef de volgorde op: order: 'd-m' of order: 'm-d', of noem de taal als die nl, fr of de is",
      "déclarez l’ordre : order: 'd-m' ou order: 'm-d', ou nommez la langue si c’est nl, fr ou de",
      "die Reihenfolge angeben: order: 'd-m' oder order: 'm-d', oder die Sprache nennen, wenn sie nl, fr oder de ist",
      "declare the order: order: 'd-m' or order: 'm-d', or name the language if it is nl, fr or de",
    ),
  );
}

/** All-figure dates. */
function readDate(reader: Reader, text: string): Span | null {
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text) ??
    /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(text);
  if (iso) return dayOf(reader, yearOf(reader, iso[1] ?? ''), Number(iso[2]), Number(iso[3]));
  const date = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text.replace(/(?<=\.) /g, ''));
  if (!date) return null;
  const [, a = '', mark = '', b = '', digits = ''] = date;
  const [first, second] = [Number(a), Number(b)];
  const dayFirst = orderOf(reader, mark, first, second) === 'd-m';
  const year = yearOf(reader, digits);
  return dayFirst ? dayOf(reader, year, second, first) : dayOf(reader, year, first, second);
}

/** Dates and parts of a year in words. */
function readDateInWords(reader: Reader, text: string): Span | null {
  const words = text
    .replace(/,/g, ' ')
    .split(/[\s\u00a0-]+/u)
    .filter((word) => !/^(?:van|de|du|d['’]|des|von|of|in|het|le|la|the|im|den|en)$/i.test(word));
  const digits = words.at(-1) ?? '';
  if (!/^(?:\d{4}|['’]?\d{2})$/.test(digits) || words.length < 2 || words.length > 3) return null;
  const year = digits.replace(/\D/g, '');
  const [first = '', second = ''] = words;
  if (words.length === 2) {
    const month = monthOf(first);
    return month === null ? null : partOfYear(reader, year, 1, month);
  }
  const [months, numeral] =
    partOf(second) === null ? [partOf(first), second] : [partOf(second), first];
  const ordinal = ordinalOf(numeral.replace(/\.$/, ''));
  if (months !== null && ordinal !== null) return partOfYear(reader, year, months, ordinal);
  const [day, month] = /^\d/.test(second) ? [second, monthOf(first)] : [first, monthOf(second)];
  const number = /^(\d{1,2})(?:er|e|\.|st|nd|rd|th)?$/.exec(day)?.[1];
  if (month === null || number === undefined) return null;
  return dayOf(reader, yearOf(reader, year), month, Number(number));
}

const letters: Readonly<Record<string, number>> = {
  S: 6,
  H: 6,
  HJ: 6,
  Q: 3,
  T: 3,
  K: 3,
  M: 1,
  MM: 1,
};

/** `KW` is a quarter in Dutch codes and a week in German text. */
function kwOf(reader: Reader, at: number): 'Q' | 'W' {
  if (reader.language === 'nl') return 'Q';
  if (reader.language === 'de' || at > 4) return 'W';
  return refusePeriod(
    reader,
    inFour(
      'KW is een kwartaal in het Nederlands en een week in het Duits',
      'KW est un trimestre en néerlandais et une semaine en allemand',
      'KW ist im Niederländischen ein Quartal und im Deutschen eine Woche',
      'KW is a quarter in Dutch and a week in German',
    ),
    inFour('noem de taal', 'nommez la langue', 'die Sprache nennen', 'name the language'),
  );
}

/** The first half or quarter by its months, as a code: `eerste zes maanden 2024`, `trois premiers mois 2024`; any other text as it is. */
function firstMonths(text: string): string {
  const [, one, other, year] =
    /^(?:(?:de|die|the|les) )?(?:(?:eerste|ersten|first) (zes|drie|sechs|drei|six|three|[63]) (?:maanden|monate|months)|(six|trois|[63]) premiers mois)(?: (?:van|de|of))? (\d{4})$/iu.exec(
      text,
    ) ?? [];
  const number = one ?? other;
  return number === undefined ? text : `${/^[6sz]/iu.test(number) ? 'H1' : 'Q1'} ${year}`;
}

/** Codes: `2024`, `2024-S1`, `2024-07`, `2024-W05`, `2023KW01`, `2023K1`, `2023JJ00`, `Q3 2024`, `K1 2023`. */
function readPeriodCode(reader: Reader, written: string): Span | null {
  const text = firstMonths(yearLast(written));
  const year = /^(\d{4})(?:JJ00|-?A1?)?$/i.exec(text) ?? /^(\d{2})$/.exec(text);
  if (year) return partOfYear(reader, year[1] ?? '', 12, 1);
  const month = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (month) return partOfYear(reader, month[1] ?? '', 1, Number(month[2]));
  const code =
    /^(?<year>\d{4})[- ]?(?<kind>[SHQTMWK]|HJ|KW|MM)[- ]?0?(?<at>\d{1,2})$/i.exec(text) ??
    /^(?<year>\d{4})\/(?<kind>[SHQTK]|HJ)(?<at>\d)$/i.exec(text) ??
    /^(?<kind>[SHQTMWK]|HJ|KW|MM)[- ]?0?(?<at>\d{1,2})[- /](?<year>\d{4})$/i.exec(text) ??
    /^(?<at>\d)(?<kind>[SHQTK])[- ]?(?<year>\d{4})$/i.exec(text);
  if (!code?.groups) return null;
  const { year: digits = '', kind = '', at } = code.groups;
  const letter = kind.toUpperCase() === 'KW' ? kwOf(reader, Number(at)) : kind.toUpperCase();
  if (letter === 'W') return weekOfYear(reader, digits, Number(at));
  return partOfYear(reader, digits, letters[letter] ?? 1, Number(at));
}

/** Statistics Netherlands writes the year first: `2022 1e kwartaal`, `2022 januari`. */
function yearLast(text: string): string {
  const [, year, words] = /^(\d{4})[ -](.*\p{L}{3}.*)$/u.exec(text) ?? [];
  return year && words ? `${words} ${year}` : text;
}

/** Twelve months by the last of them: `year ending March 2023`, `12 months to 30 June 2022`. */
function readYearEnding(reader: Reader, text: string): Span | null {
  const [, day, month = '', digits = ''] =
    /^(?:(?:year|twelve months|12 months)(?: end(?:ing|ed)| to)|ye)(?: (\d{1,2})(?:st|nd|rd|th)?)? (\p{L}+)\.? (\d{4})$/iu.exec(
      text,
    ) ?? [];
  const at = monthOf(month);
  if (at === null) return null;
  const year = yearOf(reader, digits);
  const { end } = monthSpan(year, at, 1);
  if (day !== undefined && dayOf(reader, year, at, Number(day)).end !== end)
    return refusePeriod(
      reader,
      inFour(
        'verwacht: de laatste dag van de maand, {end}; gevonden: dag {day}',
        'attendu : le dernier jour du mois, {end} ; trouvé : le jour {day}',
        'erwartet: der letzte Tag des Monats, {end}; gefunden: Tag {day}',
        'expected the last day of the month, {end}, found day {day}',
        { end, day: String(Number(day)) },
      ),
      inFour(
        'geef de eerste en de laatste dag als bereik',
        'donnez le premier et le dernier jour comme intervalle',
        'den ersten und den letzten Tag als Spanne angeben',
        'give the first and the last day as a range',
      ),
    );
  const { start } = at === 12 ? monthSpan(year, 1, 1) : monthSpan(year - 1, at + 1, 1);
  return { start, end };
}

function read(reader: Reader, text: string): Span {
  const found =
    readYearEnding(reader, text) ??
    readPeriodCode(reader, text) ??
    readDate(reader, text) ??
    readDateInWords(reader, yearLast(text));
  if (found) return found;
  return refusePeriod(
    reader,
    inFour(
      'verwacht: een jaar, halfjaar, kwartaal, maand, week, dag of bereik',
      'attendu : une année, un semestre, un trimestre, un mois, une semaine, un jour ou un intervalle',
      'erwartet: ein Jahr, Halbjahr, Quartal, Monat, eine Woche, ein Tag oder eine Spanne',
      'expected a year, half, quarter, month, week, day or range',
    ),
    inFour(
      'verbeter de cel, of beschrijf hoe het bestand zijn perioden schrijft',
      'corrigez la cellule, ou décrivez comment le fichier écrit ses périodes',
      'die Zelle berichtigen oder beschreiben, wie die Datei ihre Zeiträume schreibt',
      'correct the cell, or describe how the file writes its periods',
    ),
  );
}

/** A part of a year without it: its months, and which of such parts it is; `months` null where no word or letter says them. */
function partNamed(text: string): { readonly months: number | null; readonly at: number } | null {
  const month = monthOf(text);
  if (month !== null) return { months: 1, at: month };
  const [, letter, number] = /^([SHQTKM])0?(\d{1,2})$/i.exec(text) ?? [];
  if (letter !== undefined)
    return { months: letters[letter.toUpperCase()] ?? 1, at: Number(number) };
  const words = text.split(' ');
  const months = words.flatMap((word) => partOf(word) ?? []);
  const at = words.flatMap((word) => ordinalOf(word.replace(/\.$/, '')) ?? []);
  return at.length === 1 && months.length === words.length - 1
    ? { months: months[0] ?? null, at: at[0] ?? 0 }
    : null;
}

/** Several months, quarters or halves of one year: `2024 TRIM 1-3`, `T1-T3 2024`, `1.-3. Quartal 2024`, `jan.-sept. 2024`. */
function readPartsOfYear(reader: Reader, text: string): Span | null {
  const [, before = '', digits = '', after = ''] =
    /^(.*?[ (])??(\d{4})(?:[ ,:]+\(?(.+?)\)?)?$/u.exec(text) ?? [];
  if ((before === '') === (after === '')) return null;
  const parts = (before || after).trim().replace(/^(?:de|du|from|von|van|vanaf) (?=\D)/iu, '');
  const [, first = '', last = ''] =
    /^(.+?)(?: ?[-\u2013\u2014] ?| (?:t\/m|tot(?: en met)?|bis(?: zum)?|à|au|to|through) )(.+?)(?: (?:van|de|of))?$/iu.exec(
      parts,
    ) ?? [];
  const [from, to] = [partNamed(first), partNamed(last)];
  if (!from || !to) return null;
  const months = from.months ?? to.months;
  if (months === null || (to.months ?? months) !== months || from.at >= to.at) return null;
  return {
    start: partOfYear(reader, digits, months, from.at).start,
    end: partOfYear(reader, digits, months, to.at).end,
  };
}

/** What stands between a year and its part in words: `2024, eerste halfjaar`, `2024 – 1. Halbjahr`. */
const besideYear =
  /^(\d{4}) ?[,:–—-] ?(?!.*\d{4})(?=(?:\d{1,2}\p{L}{0,3}\.? )?\p{L}{3}|[SHQTKM]\d{1,2}$)/u;

/** Letters of a period, with words around its parts. */
const longest = 200;

function rangeOf(text: string): readonly [string, string] | null {
  const dots =
    /^(.+?)\s*(?:\.\.|\u2013|\u2014| t\/m | tot en met | bis | à | au | to )\s*(.+)$/u.exec(text);
  const years = /^(\d{4})\s*[-/]\s*(\d{4})$/.exec(text);
  const days = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(text);
  const [, first = '', last = ''] = dots ?? years ?? days ?? [];
  if (last === '') return null;
  const year = /\d{4}$/.exec(last)?.[0];
  return [monthOf(first) !== null && year ? `${first} ${year}` : first, last];
}

/**
 * A period as offices and reports write it: `2024`, `2024-S1`, `2024H1`, `2024-Q3`, `2024-07`, `2024-W05` (ISO weeks),
 * `2018-05..2022-05`, `2023JJ00` and its like (Statistics Netherlands), `21-8-2018`, `23 août 2018`, `1 mrt 2022`,
 * `Januar 2020`, `2022 1e kwartaal`, `2022 TRIM 1`, `2023 (1e semester)`, `2023, 1e semester`, `premier semestre 2023`, `first half of 2023`, `2024 TRIM 1-3`, `1.-3. Quartal 2024`, `year ending 31 March 2023` (the last day of its month or none). Month names are read in any of the four languages.
 *
 * In all-figure dates the day comes first in nl, fr and de and behind dots; otherwise the order must be declared unless
 * a number above 12 shows it. Two-digit years need `pivot`. Both ends of the result are days included; `freq` follows
 * from them. Throws an InputError for what cannot be read, has two readings, or is not in the calendar.
 *
 * @example
 * ```ts
 * import { parsePeriod } from '@samenbeeld/schema';
 * parsePeriod('2024-S1') // => { start: '2024-01-01', end: '2024-06-30', freq: 'S' }
 * parsePeriod('21-8-2018', 'nl') // => { start: '2018-08-21', end: '2018-08-21', freq: 'D' }
 * parsePeriod('2018-05..2022-05') // => { start: '2018-05-01', end: '2022-05-31', freq: 'O' }
 * ```
 */
export function parsePeriod(text: string, language?: Language, habit: PeriodHabit = {}): Period {
  if (habit.pivot !== undefined && !(habit.pivot >= 0 && habit.pivot <= 100))
    throw wrongUse(
      'pivot ligt tussen 0 en 100; gevonden: {pivot}',
      'pivot est de 0 à 100 ; trouvé : {pivot}',
      'pivot liegt von 0 bis 100; gefunden: {pivot}',
      'pivot must be from 0 to 100, found {pivot}',
      { pivot: String(habit.pivot) },
    );
  const reader: Reader = { ...habit, text, language };
  if (text.length > longest)
    refusePeriod(
      reader,
      inFour(
        'verwacht: een periode; gevonden: een lange tekst',
        'attendu : une période ; trouvé : un long texte',
        'erwartet: ein Zeitraum; gefunden: ein langer Text',
        'expected a period, found a long text',
      ),
      inFour(
        'geef alleen de periode, zoals 2024-Q3',
        'donnez la période seule, comme 2024-Q3',
        'nur den Zeitraum angeben, etwa 2024-Q3',
        'give the period alone, such as 2024-Q3',
      ),
    );
  // "2023 (1e semester)"; a number alone in brackets is a footnote.
  const plain = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^(\d{4}) ?\((?=[^()]*\p{L})([^()]+)\)$/u, '$2 $1')
    .replace(/^([^()]*\p{L}[^()]*) \((\d{4})\)$/u, '$1 $2')
    .replace(besideYear, '$1 ')
    .replace(/(?<=[\p{L}\d.]) ?, ?(?=\d{4}$)/u, ' ');
  const whole = readYearEnding(reader, plain) ?? readPartsOfYear(reader, plain);
  const range = whole ? null : rangeOf(plain);
  const [first, last] = range
    ? range.map((end) => read(reader, end))
    : [whole ?? read(reader, plain)];
  const span = { start: first?.start ?? '', end: (last ?? first)?.end ?? '' };
  if (span.start > span.end)
    refusePeriod(
      reader,
      inFour(
        'het bereik eindigt voor het begint',
        'l’intervalle finit avant de commencer',
        'die Spanne endet, bevor sie beginnt',
        'the range ends before it starts',
      ),
      inFour(
        'wissel de uiteinden om',
        'échangez ses bornes',
        'die Enden vertauschen',
        'swap its ends',
      ),
    );
  return { ...span, freq: freqOf(span) };
}
