import { inFour, type Language, quoted, type Text } from '@samenbeeld/schema';
import { escaped } from '../escaped.ts';
import { alike } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { anyTimes, cellsAre, daysAs } from './content-evidence.ts';
import { measureOf } from './measures.ts';
import { type ColumnProfile, shareOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import {
  excelDays,
  firstDays,
  isOfMonths,
  isPartOfYear,
  monthsIn,
  mostlyTimes,
  periodOrNull,
  provisionalYear,
  type TimeReading,
} from './time-shape.ts';

/** How a column of times is written down, and what a person must settle. */
export interface TimeWriting {
  readonly written:
    | Readonly<Record<string, unknown>>
    | readonly Readonly<Record<string, unknown>>[];
  readonly decide: readonly Text[];
  readonly reason: Text;
}

/** Meanings of days. */
const ofDays: ReadonlySet<string> = new Set([
  'date',
  'registeredOn',
  'periodStart',
  'periodEnd',
  'publishedOn',
]);

/** Days as Excel counts them, from 1990 to 2049. */
const firstDay = 32_874;
const lastDay = 54_788;
const serial = /^\d{5}(?:[.,]\d+)?$/u;

/** A quarter or half that is numbered, beside its year: `I/2023`, `2023/4`. */
const numbered =
  /^(?:(?<first>I{1,3}|IV|[1-4])(?<mark>\s?[./ -]\s?)(?<year>(?:19|20)\d\d)|(?<year2>(?:19|20)\d\d)(?<mark2>\s?[./ -]\s?)(?<last>I{1,3}|IV|[1-4]))$/u;

/** A whole word of a part of a year; in Dutch and German it may end a longer one ("Berichtsquartal") or bear a number. */
const wordOf = (words: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words})(?:s?nummer)?(?!\\p{L})`, 'iu');
const ofHalves: RegExp = wordOf(
  '\\p{L}*(?:halbjahre?|halfja(?:ar|ren)|semester)|semestres?|half(?: ?years?)?',
);
const ofQuarters: RegExp = wordOf(
  '\\p{L}*(?:kwartaal|kwartalen|quartale?)|quarters?|trimestres?|trimester|trim|qtr',
);
const ofMonths: RegExp = wordOf('\\p{L}*(?:maand|monat)|mois|month|mnd');

/** Whether a heading names a part of a year, and counts or measures none ("Peine (mois)", "par trimestre"). */
export function headsPartOfYear(heading: string, words: readonly RegExp[] = parts): boolean {
  return words.some((word) => {
    const found = word.exec(heading);
    return found !== null && !countsParts.test(heading.slice(0, found.index));
  });
}
const parts: readonly RegExp[] = [ofQuarters, ofHalves, ofMonths];
const countsParts = /(?:(?<!\p{L})(?:in|en|par|per|pro|by|nombre de|aantal|anzahl)[\s_]+|\(\s*)$/iu;

/** A year that ends in the next, as budgets and schools count. */
const season = /^((?:19|20)(\d\d))(?:\/|–)(?:(?:19|20)(\d\d)|(\d\d))$/u;

/** How many months a number beside a year counts, by the heading or by a third or fourth in Roman figures; null where they are no parts of a year. */
function monthsCounted(heading: string, labels: readonly string[]): 3 | 6 | null {
  const found = labels.map((text) => numbered.exec(text)?.groups);
  if (found.length === 0 || !found.every(Boolean)) return null;
  const parts = found.map((groups) => groups?.['first'] ?? groups?.['last'] ?? '');
  if (ofHalves.test(heading))
    return parts.every((part) => /^(?:I{1,2}|[12])$/u.test(part)) ? 6 : null;
  return ofQuarters.test(heading) || parts.some((part) => /^(?:III|IV)$/u.test(part)) ? 3 : null;
}

const ofTimes = /p[ée]riod|zeitraum|tijdvak|(?<!\p{L})(?:time|tijd|zeit|temps)(?!\p{L})/iu;
const roman: readonly string[] = ['I', 'II', 'III', 'IV'];

/**
 * What the cells of a column mean as months, quarters or halves whose year stands elsewhere, where each is one: by its words, or
 * as a number (or Roman figure) under a heading that names such a part. Null where they are none; nothing but words in the map.
 */
function partsOfYear(
  heading: string,
  labels: readonly string[],
  language: Language,
): Readonly<Record<string, string>> | null {
  if (labels.length < 2) return null;
  // "T1" and "S2" may be terminals or sections: such codes need a heading of times.
  const isTimed = [...parts, ofTimes].some((words) => words.test(heading));
  const worded = labels.every(
    (text) =>
      (isTimed ? /\p{L}/u : /\p{L}{3}/u).test(text) &&
      text.length <= 20 &&
      isPartOfYear(`${text} 2000`, language, false),
  );
  if (worded && !labels.every((text) => roman.includes(text))) return {};
  const numbers = labels.map((text) =>
    roman.includes(text) ? roman.indexOf(text) + 1 : /^\d{1,2}$/u.test(text) ? Number(text) : 0,
  );
  const upTo = (most: number): boolean => numbers.every((each) => each >= 1 && each <= most);
  const as = (letter: string): Readonly<Record<string, string>> =>
    Object.fromEntries(labels.map((text, at) => [text, `${letter}${numbers[at]}`]));
  if (headsPartOfYear(heading, [ofQuarters]) && upTo(4)) return as('Q');
  if (headsPartOfYear(heading, [ofHalves]) && upTo(2)) return as('S');
  return headsPartOfYear(heading, [ofMonths]) &&
    upTo(12) &&
    labels.every((text) => /^\d/u.test(text))
    ? {}
    : null;
}

/** The texts of a column that are neither marks nor total rows. */
function timesOf({ values, marks }: ColumnProfile): readonly string[] {
  return [...values.keys()].filter((text) => !marks.has(text) && !saysTotal(text));
}

/** A heading that is the word for a part of a year, and no more. */
const theWord =
  /^(?:maand|mois|monat|month|kwartaal|trimestre|quartal|quarter|halfjaar|semestre|halbjahr|half[- ]?year|semester)(?:s?nummer)?$/iu;

/** What is asked of bare numbers as parts of a year: none where the heading is the word itself, and they run on from the first. */
function partsAsked(heading: string, labels: readonly string[]): readonly Text[] {
  const isBare = (text: string): boolean => /^\d{1,2}$/u.test(text) || roman.includes(text);
  if (!labels.every(isBare)) return [];
  const numbers = new Set(
    labels.map((text) => (/^\d/u.test(text) ? Number(text) : roman.indexOf(text) + 1)),
  );
  if (theWord.test(heading.trim()) && Math.max(...numbers) === numbers.size) return [];
  const asked = { heading: quoted(heading), one: quoted(labels[0] ?? '') };
  return [
    inFour(
      'Is {one} onder {heading} een deel van het jaar (een maand, kwartaal of halfjaar), en geen aantal, duur of rang?',
      '{one} sous {heading} est-il une partie de l’année (un mois, un trimestre ou un semestre), et non un nombre, une durée ou un rang ?',
      'Ist {one} unter {heading} ein Teil des Jahres (ein Monat, Quartal oder Halbjahr) und keine Anzahl, keine Dauer und kein Rang?',
      'Is {one} under {heading} a part of the year (a month, quarter or half), and no count, duration or rank?',
      asked,
    ),
  ];
}

/** A heading of days at which something stood so ("Peildatum"): a stock, of no month. */
const ofStock =
  /(?<!\p{L})(?:stichtag\p{L}*|\p{L}*stand|peil(?:datum|data|dag)|toestand|situati(?:on|e)|as[ _](?:of|at|on)|(?:reference|census)[ _]date|date de r[ée]f[ée]rence|referentiedatum)(?!\p{L})/iu;

/** How many first days, all different, show that they stand for their months: of single days one in thirty is. */
const enoughFirstDays = 3;

/** Whether a heading counts something within a time ("seizures this week", "aangiften per maand"): no part of a year, however small its figures. */
export function countsWithin(heading: string): boolean {
  return (
    measureOf(heading)?.set['metric'] !== undefined &&
    /(?<!\p{L})(?:this|per|each|last|deze|dit|afgelopen|cette?|ce|par|diese[mnrs]?|pro|je)[ _](?:week|month|quarter|year|maand|kwartaal|jaar|semaine|mois|trimestre|année|woche|monat|quartal|jahr)(?!\p{L})/iu.test(
      heading,
    )
  );
}

/**
 * A column of times that only its heading, or all its cells together, tell from other things: days as Excel counts them, where a
 * table was copied or saved without the format of its cells; quarters and halves that are numbered; years that end in the next.
 */
export function asTimes(
  profile: ColumnProfile,
  heading: readonly { readonly concept: string; readonly score: number }[],
  language: Language,
): ColumnProfile {
  const labels = timesOf(profile);
  const as = (reading: TimeReading): ColumnProfile => ({
    ...profile,
    times: new Map([[reading, profile.said]]),
  });
  if (!countsWithin(profile.heading) && partsOfYear(profile.heading, labels, language) !== null)
    return as('part');
  const [days = ''] = ranked(profile)[0] ?? [];
  // In English `01/03/2024` may as well be the third of January.
  const isPlain =
    days.includes('%d') &&
    !ofStock.test(profile.heading) &&
    (language !== 'en' || days.startsWith('%Y'));
  const first =
    isPlain && labels.length >= enoughFirstDays ? firstDays(labels, days as TimeReading) : null;
  if (first !== null) return as(first);
  if (monthsCounted(profile.heading, labels) !== null) return as('numbered');
  const endsInNext = (text: string): boolean => {
    const [, , from = '', long, short] = season.exec(text) ?? [];
    return from !== '' && Number(long ?? short) === (Number(from) + 1) % 100;
  };
  // "2019-20" is a month where it may be one, unless others of its column are none or the heading says that its years are no calendar's.
  const dashed = labels.map((text) => /^(?:19|20)(\d\d)-(\d\d)$/u.exec(text));
  const areDashed =
    dashed.every((found) => Number(found?.[2]) === (Number(found?.[1]) + 1) % 100) &&
    (headsOtherYears(profile.heading) || dashed.some((found) => Number(found?.[2]) > 12));
  // "2019-2020" may be two years, unless another year begins where it ends.
  const whole = labels.map((text) => /^((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)$/u.exec(text));
  const areWhole =
    whole.every((found) => Number(found?.[2]) === Number(found?.[1]) + 1) &&
    (headsOtherYears(profile.heading) ||
      whole.some((found) => whole.some((other) => other?.[1] === found?.[2])));
  if (labels.length > 0 && (areDashed || areWhole || labels.every(endsInNext))) return as('season');
  const isDays = heading.some(
    ({ concept, score }) => ofDays.has(concept) && score >= thresholds.headingTells,
  );
  const isSerial = (text: string): boolean => {
    const days = Number(text.replace(/[.,].*$/u, ''));
    return serial.test(text) && days >= firstDay && days <= lastDay;
  };
  return isDays && labels.length > 0 && labels.every(isSerial) ? as(excelDays) : profile;
}

/** First and last day of quarters and halves that are numbered beside their year. */
function numberedParts(profile: ColumnProfile): TimeWriting | null {
  const labels = timesOf(profile);
  const months = monthsCounted(profile.heading, labels);
  if (months === null) return null;
  const forms = new Map<string, number>();
  for (const text of labels) {
    const { first, mark, mark2, last } = numbered.exec(text)?.groups ?? {};
    const part = first ?? last ?? '';
    const year = '((?:19|20)\\d\\d)';
    const form = first
      ? `^${part}${escaped(mark ?? '')}${year}$`
      : `^${year}${escaped(mark2 ?? '')}${part}$`;
    forms.set(form, /\d/u.test(part) ? Number(part) : part === 'IV' ? 4 : part.length);
  }
  const two = (month: number): string => String(month).padStart(2, '0');
  const lastDay = (month: number): number => (month === 6 || month === 9 ? 30 : 31);
  const rules = [...forms].sort(([, one], [, other]) => one - other);
  return {
    written: [
      {
        to: 'periodStart',
        rules: rules.map(([match, at]) => ({ match, to: `$1-${two((at - 1) * months + 1)}-01` })),
      },
      {
        to: 'periodEnd',
        rules: rules.map(([match, at]) => ({
          match,
          to: `$1-${two(at * months)}-${lastDay(at * months)}`,
        })),
      },
    ],
    decide: [],
    reason:
      months === 3
        ? inFour(
            'kwartalen, genummerd naast hun jaar',
            'trimestres, numérotés à côté de leur année',
            'Quartale, neben ihrem Jahr nummeriert',
            'quarters, numbered beside their year',
          )
        : inFour(
            'halfjaren, genummerd naast hun jaar',
            'semestres, numérotés à côté de leur année',
            'Halbjahre, neben ihrem Jahr nummeriert',
            'halves, numbered beside their year',
          ),
  };
}

/** Years of schools and universities. */
const schoolYears =
  /schul ?jahr|studien ?jahr|akademisches jahr|school ?jaa?r|(?:academie|studie) ?jaa?r|academisch jaa?r|ann[ée]es? (?:scolaire|universitaire|acad[ée]mique)|(?<!\p{L})(?:school|academic)[ _]?year/iu;

/**
 * The months in which years that end in the next begin and end: those of schools in August in Germany and the Netherlands and
 * in September elsewhere, others in April as in the United Kingdom.
 */
function seasonOf(
  heading: string,
  country: string | null,
  language: Language,
): readonly [first: 4 | 8 | 9, lastDay: string] {
  if (!schoolYears.test(heading)) return [4, '03-31'];
  const isAugust =
    country === null ? language === 'de' || language === 'nl' : ['DE', 'NL'].includes(country);
  return isAugust && /schul|school/iu.test(heading) ? [8, '07-31'] : [9, '08-31'];
}

const seasonNames = {
  4: inFour(
    'van 1 april tot en met 31 maart',
    'du 1er avril au 31 mars',
    'vom 1. April bis zum 31. März',
    'from 1 April to 31 March',
  ),
  8: inFour(
    'van 1 augustus tot en met 31 juli',
    'du 1er août au 31 juillet',
    'vom 1. August bis zum 31. Juli',
    'from 1 August to 31 July',
  ),
  9: inFour(
    'van 1 september tot en met 31 augustus',
    'du 1er septembre au 31 août',
    'vom 1. September bis zum 31. August',
    'from 1 September to 31 August',
  ),
};

/** First and last day of years that end in the next, which is asked unless heading and country say that they are of the United Kingdom's budget. */
function seasons(profile: ColumnProfile, country: string | null, language: Language): TimeWriting {
  const labels = timesOf(profile);
  const turns = labels.filter((text) => /^\d{4}\D00$/u.test(text));
  const fiscal = country === 'GB' && /financ|fiscal/iu.test(profile.heading);
  const [first, last] = seasonOf(profile.heading, country, language);
  return {
    written: [
      { to: 'periodStart', rules: [{ match: '^(\\d{4})\\D+\\d+$', to: `$1-0${first}-01` }] },
      {
        to: 'periodEnd',
        rules: [
          ...turns.map((text) => ({ is: text, to: `${Number(text.slice(0, 4)) + 1}-${last}` })),
          { match: '^\\d{4}\\D+(\\d{4})$', to: `$1-${last}` },
          { match: '^(\\d{2})\\d{2}\\D(\\d{2})$', to: `$1$2-${last}` },
        ],
      },
    ],
    decide: fiscal
      ? []
      : [
          inFour(
            'Loopt een jaar als {year} {span}? Begint het op een andere dag, wijzig dan beide dagen.',
            'Une année comme {year} va-t-elle {span} ? Si elle commence un autre jour, changez les deux jours.',
            'Läuft ein Jahr wie {year} {span}? Beginnt es an einem anderen Tag, beide Tage ändern.',
            'Does a year such as {year} run {span}? Where it begins on another day, change both days.',
            { year: quoted(labels[0] ?? ''), span: seasonNames[first] },
          ),
        ],
    reason: inFour(
      '{n} {n:jaar dat in het volgende eindigt|jaren die in het volgende eindigen}',
      '{n} {n:année qui finit dans la suivante|années qui finissent dans la suivante}',
      '{n} {n:Jahr, das im nächsten endet|Jahre, die im nächsten enden}',
      '{n} years that end in the next',
      { n: labels.length },
    ),
  };
}

/** Years that need not be those of the calendar: of schools, of budgets, of courts. */
const otherYears =
  /boek ?jaa?r|begrotings ?jaa?r|school ?jaa?r|(?:academie|studie) ?jaa?r|academisch jaa?r|gebroken jaa?r|(?<!\p{L})exercice|ann[ée]es? (?:scolaire|universitaire|acad[ée]mique|judiciaire|fiscale|budg[ée]taire)|(?:haushalts|gesch[äa]e?fts|wirtschafts|rechnungs|schul|studien|steuer) ?jahr|(?<!\p{L})(?:financial|fiscal|school|academic|tax|budget|accounting)[ _]?year|(?<!\p{L})FY(?!\p{L})|(?<!\p{L})(?:year|(?:12|twelve) months)[ _](?:end(?:ing|ed|s)?(?!\p{L})|to[ _][\p{L}\d])/iu;

/** Whether a heading says that its years need not be those of the calendar. */
export function headsOtherYears(heading: string): boolean {
  return otherYears.test(heading);
}

/** What is asked of a bare year under such a heading. */
export function whichYear(heading: string, year: string): Text {
  return inFour(
    'Is {year} onder {heading} het kalenderjaar? Begint of eindigt het in een andere maand, geef dan de eerste en de laatste dag (periodStart, periodEnd).',
    '{year} sous {heading} est-il l’année civile ? Si elle commence ou finit un autre mois, donnez le premier et le dernier jour (periodStart, periodEnd).',
    'Ist {year} unter {heading} das Kalenderjahr? Beginnt oder endet es in einem anderen Monat, den ersten und den letzten Tag angeben (periodStart, periodEnd).',
    'Is {year} under {heading} the calendar year? Where it begins or ends in another month, give its first and last day (periodStart, periodEnd).',
    { year: quoted(year), heading: quoted(heading) },
  );
}

/** First and last day of years that the heading ends in a month ("Year ending March"); null where it names none. */
function endingIn(profile: ColumnProfile): TimeWriting | null {
  const { heading } = profile;
  const [, named = ''] = /(?<!\p{L})(?:end(?:ing|ed|s)?|to)[ _](.+)$/iu.exec(heading.trim()) ?? [];
  const last = named.replace(/_/gu, ' ').replace(/(?<!\p{L})(?:in|the|of) /giu, '');
  const labels = timesOf(profile).toSorted();
  const years = labels.flatMap((text) => {
    const isYear = /^(?:19|20)\d\d$/u.test(text);
    // Null where the heading names no last day of a month.
    const period = isYear ? periodOrNull(`year ending ${last} ${text}`, 'en') : null;
    return period ? [{ is: text, ...period }] : [];
  });
  if (years.length < labels.length || years.length === 0) return null;
  return {
    written: [
      { to: 'periodStart', rules: years.map(({ is, start }) => ({ is, to: start })) },
      { to: 'periodEnd', rules: years.map(({ is, end }) => ({ is, to: end })) },
    ],
    decide: [],
    reason: inFour(
      '{n} {n:jaar|jaren} tot en met de maand in de kop {heading}',
      '{n} {n:année|années} jusqu’à la fin du mois que dit l’en-tête {heading}',
      '{n} {n:Jahr|Jahre} bis zum Ende des Monats in der Überschrift {heading}',
      '{n} years that end in the month of the heading {heading}',
      { n: labels.length, heading: quoted(heading) },
    ),
  };
}

/** Readings that a share of the cells allows, most first; a day's before the month's where both fit alike. */
function ranked(profile: ColumnProfile): readonly (readonly [TimeReading, number])[] {
  const dayFirst = (reading: string): number =>
    reading.startsWith('%d') || reading.startsWith('%Y') ? 0 : 1;
  return [...profile.times].sort((a, b) => b[1] - a[1] || dayFirst(a[0]) - dayFirst(b[0]));
}

/** Years of which some are marked as provisional: first and last day by rule, and the mark as a status. */
function marked(profile: ColumnProfile): TimeWriting | null {
  const labels = timesOf(profile);
  const stars = labels.filter((text) => provisionalYear.test(text));
  if (stars.length === 0 || !labels.every((text) => /^\d{4}\*{0,2}$/.test(text))) return null;
  const year = '^(\\d{4})\\*{0,2}$';
  const otherwise = {
    to: null,
    reason: inFour(
      'cijfers zonder sterretje zijn definitief',
      'les chiffres sans astérisque sont définitifs',
      'Zahlen ohne Stern sind endgültig',
      'figures without a star are final',
    ),
  };
  return {
    written: [
      { to: 'periodStart', rules: [{ match: year, to: '$1-01-01' }] },
      { to: 'periodEnd', rules: [{ match: year, to: '$1-12-31' }] },
      { to: 'status', rules: [{ match: '^\\d{4}\\*{1,2}$', to: 'P' }], otherwise },
    ],
    decide: [],
    reason: inFour(
      'jaren, waarvan {n} met een sterretje voor voorlopig',
      'années, dont {n} avec un astérisque pour provisoire',
      'Jahre, davon {n} mit einem Stern für vorläufig',
      'years, of which {n} have a star for provisional',
      { n: stars.length },
    ),
  };
}

/** Cells that the parser of periods reads, whatever their precision. */
function mixedPeriods({ times, said }: ColumnProfile): number {
  const readings: readonly TimeReading[] = ['year', 'yearmonth', 'period', '%Y-%m-%d'];
  return Math.min(
    said,
    readings.reduce((sum, reading) => sum + (times.get(reading) ?? 0), 0),
  );
}

/** Years of two digits that all lie early in a century: no crime statistics of 1900 to 1949 are written so. */
function sameCentury(profile: ColumnProfile): boolean {
  return timesOf(profile).every((text) => Number(text) < 50);
}

/** What is asked of cells that are no time of the kind that the others are. */
const noSuch = (cells: number, what: Text): Text =>
  inFour(
    '{cells} {cells:cel is|cellen zijn} geen {what}: wat {cells:betekent die|betekenen die}?',
    '{cells} {cells:cellule n’est|cellules ne sont} pas {what} : que {cells:signifie-t-elle|signifient-elles} ?',
    '{cells} {cells:Zelle ist|Zellen sind} kein {what}: was {cells:bedeutet|bedeuten} sie?',
    '{cells} cells are no {what}: what do they mean?',
    { cells, what },
  );

/** What the parsers of times read, as a reader is told it; days in the notation of the file. */
const readings: Readonly<Partial<Record<TimeReading, Text>>> = {
  year: inFour('jaar', 'une année', 'Jahr', 'year'),
  year2: inFour(
    'jaar van twee cijfers',
    'une année à deux chiffres',
    'zweistelliges Jahr',
    'year2',
  ),
  yearmonth: inFour('jaar en maand', 'une année et un mois', 'Jahr und Monat', 'yearmonth'),
  period: inFour('periode', 'une période', 'Zeitraum', 'period'),
};

const readingWords = (reading: TimeReading): Text => readings[reading] ?? alike(reading);

const twoDigits = inFour(
  'Jaren van twee cijfers: is 23 het jaar 2023 (`century: 2000`)?',
  'Années à deux chiffres : 23 est-il l’année 2023 (`century: 2000`) ?',
  'Zweistellige Jahre: ist 23 das Jahr 2023 (`century: 2000`)?',
  'Years of two digits: is 23 the year 2023 (century: 2000)?',
);

/** Whether years of two digits behind the name of a month may be its days: of one month, running on, or far from the years in the file's name. */
function mayBeDays(labels: readonly string[], years: readonly number[]): boolean {
  const parts = labels.map((text) => ({
    month: text.replace(/\P{L}.*$/u, ''),
    number: Number(/\d\d$/u.exec(text)?.[0] ?? 0),
  }));
  if (parts.some(({ number }) => number < 1 || number > 31)) return false;
  const numbers = new Set(parts.map(({ number }) => number));
  const runsOn = numbers.size === labels.length && labels.length > 2;
  // A file of a year may be published in the next.
  const isOf = (year: number): boolean => numbers.has(year % 100) || numbers.has((year - 1) % 100);
  return (
    (new Set(parts.map(({ month }) => month)).size === 1 && labels.length > 1) ||
    runsOn ||
    (years.length > 0 && !years.some(isOf))
  );
}

/** What is asked of months with a year of two digits ("jan-98", "May 14"): the century, and whether it is a day. */
export function shortYearsAsked(
  labels: readonly string[],
  years: readonly number[],
): readonly Text[] {
  const late = labels.some((text) => Number(/\d\d$/u.exec(text)?.[0] ?? 0) >= 50);
  const [one = ''] = labels;
  const number = /\d\d$/u.exec(one)?.[0] ?? '';
  return [
    ...(late ? [twoDigits] : []),
    ...(mayBeDays(labels, years)
      ? [
          inFour(
            'Is {number} in {one} het jaar {year}, of de dag? Is het de dag, schrijf dan in het bestand het jaar erbij.',
            '{number} dans {one} est-il l’année {year} ou le jour ? Si c’est le jour, ajoutez l’année dans le fichier.',
            'Ist {number} in {one} das Jahr {year} oder der Tag? Ist es der Tag, in der Datei das Jahr ergänzen.',
            'Is {number} in {one} the year {year}, or the day? Where it is the day, write its year beside it in the file.',
            { number, one: quoted(one), year: `20${number}` },
          ),
        ]
      : []),
  ];
}

/** How to read a column as times, or null where its cells are none. */
export function writeTime(
  profile: ColumnProfile,
  field: string,
  { country, language, years }: Pick<TableView, 'country' | 'language' | 'years'>,
): TimeWriting | null {
  if (profile.times.has('part')) {
    const codes = partsOfYear(profile.heading, timesOf(profile), language);
    if (field !== 'period' || codes === null) return null;
    return {
      written: { to: 'periodPart', ...(Object.keys(codes).length > 0 && { codes }) },
      decide: partsAsked(profile.heading, timesOf(profile)),
      reason: inFour(
        'delen van een jaar, waarvan het jaar elders staat',
        'des parties d’une année, dite ailleurs',
        'Teile eines Jahres, das anderswo steht',
        'parts of a year, which stands elsewhere',
      ),
    };
  }
  if (profile.times.has('numbered') || profile.times.has('season')) {
    if (field !== 'period') return null;
    return profile.times.has('season')
      ? seasons(profile, country?.country ?? null, language)
      : numberedParts(profile);
  }
  const isOther = headsOtherYears(profile.heading);
  const ending = isOther && field === 'period' ? endingIn(profile) : null;
  if (ending) return ending;
  if (isOther && [...profile.times.keys()].some((as) => as === 'year' || as === 'year2')) {
    const [year = ''] = timesOf(profile);
    const plain = asCellsSay(profile, field, years);
    return plain && { ...plain, decide: [...plain.decide, whichYear(profile.heading, year)] };
  }
  return asCellsSay(profile, field, years);
}

/** The question whether the first day of a month stands for itself. */
export const monthOrDay = (day: string): Text =>
  inFour(
    'Staat {one} voor de hele maand, of voor die dag (een stand)?',
    '{one} désigne-t-il tout le mois, ou ce jour (une situation) ?',
    'Steht {one} für den ganzen Monat oder für diesen Tag (einen Stand)?',
    'Does {one} stand for the whole month, or for that day (a stock)?',
    { one: quoted(day) },
  );

/** What is asked of months that no heading says and that may be quarters (by number, or by first day), and of years that stand as their first day. */
function monthsAsked(profile: ColumnProfile, reading: TimeReading): readonly Text[] {
  const isSaid = ofMonths.test(profile.heading) && reading.includes('%m');
  if (isSaid || reading.includes('%b')) return [];
  const labels = timesOf(profile);
  const found = monthsIn(labels, reading);
  const months = [...(found ?? [])];
  const isFirst = /(?<!\d)0?1(?!\d)/u.test(reading);
  const byNumber = reading.startsWith('%m') && /[-/.]%Y$/u.test(reading);
  const quarters =
    found !== null && months.every((month) => (byNumber ? month <= 4 : month % 3 === 1));
  const one = quoted(labels[0] ?? '');
  if (!quarters) return isFirst ? [monthOrDay(labels[0] ?? '')] : [];
  return [
    reading.includes('%m')
      ? inFour(
          'Staat {one} voor een maand, of voor een kwartaal{day}?',
          '{one} désigne-t-il un mois ou un trimestre{day} ?',
          'Steht {one} für einen Monat oder für ein Quartal{day}?',
          'Does {one} stand for a month or for a quarter{day}?',
          {
            one,
            day: isFirst
              ? inFour(
                  ', of voor die dag (een stand)',
                  ', ou ce jour (une situation)',
                  ' oder für diesen Tag (einen Stand)',
                  ', or for that day (a stock)',
                )
              : '',
          },
        )
      : inFour(
          'Staat {one} voor het hele jaar, of voor die dag (een stand)?',
          '{one} désigne-t-il toute l’année, ou ce jour (une situation) ?',
          'Steht {one} für das ganze Jahr oder für diesen Tag (einen Stand)?',
          'Does {one} stand for the whole year, or for that day (a stock)?',
          { one },
        ),
  ];
}

/** Whether a format has its day before its month, in figures; null where the year leads, or a word stands for the month. */
function isDayFirst(format: string): boolean | null {
  const [day, month] = [format.indexOf('%d'), format.indexOf('%m')];
  return day < 0 || month < 0 || format.startsWith('%Y') ? null : day < month;
}

/** Formats that one hand may have written, the likeliest first: day or month first, and never both. Between dots the day is first, but where most say otherwise. */
function oneHabit(formats: readonly string[]): readonly string[] {
  const found = [...new Set(formats)].filter(
    (format, at) => at === 0 || isDayFirst(format) !== false || !format.includes('.'),
  );
  const [first = null] = found.map(isDayFirst).filter((each) => each !== null);
  return found.filter((format) => [null, first].includes(isDayFirst(format)));
}

/** Times that their cells alone say how to read. */
function asCellsSay(
  profile: ColumnProfile,
  field: string,
  years: readonly number[],
): TimeWriting | null {
  const stars = field === 'period' ? marked(profile) : null;
  if (stars) return stars;
  const [first, second] = ranked(profile);
  const mixed = mixedPeriods(profile);
  // The row of a total is of no time, and is told as a total.
  const totals = [...profile.values].reduce(
    (sum, [text, count]) => sum + (profile.marks.has(text) || !saysTotal(text) ? 0 : count),
    0,
  );
  const said = profile.said - totals;
  if (first && mixed > first[1] && mixed >= profile.said * mostlyTimes && field !== 'date')
    return {
      written: { to: field, as: 'period' },
      decide: mixed < said ? [noSuch(said - mixed, readingWords('period'))] : [],
      reason: cellsAre(mixed, profile.said, anyTimes),
    };
  if (!first || shareOf(profile, first[1]) < 0.5) return null;
  const [reading, cells] = first;
  const rest = said - cells;
  const decide: Text[] = [];
  const reason = inFour(
    '{cells} van de {of} {of:cel|cellen} {cells:is|zijn} te lezen als {reading}',
    '{cells} {cells:cellule|cellules} sur {of} se {cells:lit|lisent} comme {reading}',
    '{cells} von {of} {of:Zelle|Zellen} {cells:ist|sind} als {reading} zu lesen',
    '{cells} of {of} cells read as {reading}',
    { cells, of: profile.said, reading: readingWords(reading) },
  );
  if (reading === excelDays)
    return {
      written: { to: field, as: 'date', format: 'excel' },
      decide: [],
      reason: cellsAre(cells, profile.said, daysAs(reading)),
    };
  if (isOfMonths(reading) && second === undefined)
    return {
      written: { to: field, as: 'date', format: reading },
      decide: [
        ...monthsAsked(profile, reading),
        ...(reading.endsWith('%y') ? shortYearsAsked(timesOf(profile), years) : []),
        ...(rest > 0 ? [noSuch(rest, inFour('maand', 'un mois', 'Monat', 'month'))] : []),
      ],
      reason: cellsAre(
        cells,
        profile.said,
        inFour('maanden als {as}', 'des mois écrits {as}', 'Monate als {as}', 'months as {as}', {
          as: reading,
        }),
      ),
    };
  if (!reading.startsWith('%')) {
    const others = [...profile.times].filter(
      ([other]) => other !== reading && !other.startsWith('%'),
    );
    const several = others.some(([, count]) => count > 0) || reading === 'period';
    const as = several ? 'period' : reading;
    if (reading === 'year2' && !sameCentury(profile)) decide.push(twoDigits);
    const read = several ? cells + others.reduce((sum, [, count]) => sum + count, 0) : cells;
    if (read < said) decide.push(noSuch(said - read, readingWords(as)));
    return { written: { to: field, as }, decide, reason };
  }
  const swapped = reading.startsWith('%d')
    ? reading.replace('%d', '%#').replace('%m', '%d').replace('%#', '%m')
    : null;
  if (second && second[0] === swapped && second[1] === cells)
    decide.push(
      inFour(
        'Elke datum is te lezen met de dag of met de maand eerst: welke is het?',
        'Chaque date peut se lire avec le jour ou avec le mois en premier : lequel ?',
        'Jedes Datum lässt sich mit dem Tag oder mit dem Monat zuerst lesen: welches ist es?',
        'Every date can be read with the day or with the month first: which is it?',
      ),
    );
  const late = (text: string): boolean => Number(/\d\d$/u.exec(text)?.[0] ?? 0) >= 50;
  if (reading.endsWith('%y') && [...profile.values.keys()].some(late)) decide.push(twoDigits);
  const formats = oneHabit(
    [first, ...ranked(profile)].flatMap(([other, count]) =>
      other.startsWith('%') && other !== swapped && count > 0 ? other : [],
    ),
  );
  const periods = ['year', 'yearmonth', 'period'].some(
    (other) => (profile.times.get(other as TimeReading) ?? 0) > 0,
  );
  if (!periods && rest > 0 && formats.length === 1)
    decide.push(
      noSuch(
        rest,
        inFour(
          'dag als {reading}',
          'un jour écrit {reading}',
          'Tag als {reading}',
          'day as {reading}',
          { reading },
        ),
      ),
    );
  if (formats.length > 1)
    decide.push(
      inFour(
        'De datums zijn op meer dan één manier geschreven: wordt elke goed gelezen?',
        'Les dates sont écrites de plus d’une façon : chacune est-elle bien lue ?',
        'Die Daten sind auf mehr als eine Art geschrieben: wird jedes richtig gelesen?',
        'The dates are written in more than one way: is each read as it should be?',
      ),
    );
  const all = periods ? [...formats, 'any'] : formats;
  const format = all.length > 1 ? all : reading === '%Y-%m-%d' ? null : reading;
  return {
    written: { to: field, as: 'date', ...(format && { format }) },
    decide,
    reason,
  };
}
