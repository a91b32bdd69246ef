import { addDays, isDay, type Language, parsePeriod, type Span } from '@samenbeeld/schema';
import {
  about,
  annual,
  arrivedBefore,
  arrivedBehind,
  asides,
  beforeClause,
  dateline,
  elseBefore,
  elseBehind,
  fiscalBefore,
  fiscalBehind,
  heldAgainst,
  isTelling,
  partOfBoth,
  reportBefore,
  reportBehind,
  since,
  sinceStart,
  toldOf,
  weekOf,
} from './time-aside.ts';

/** A stretch of time that a sentence names. */
export interface Mention {
  /** Where it stands in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** First and last day; null where the words give none by themselves ("last year", "3 June"). */
  readonly span: Span | null;
  /** What is to be known to say which days are meant; null where nothing is. */
  readonly needs: 'publication' | 'neighbour' | 'year' | 'days' | 'start' | null;
  /** Days by the date of publication ("this year"), or by another period of the text ("a year later"). */
  readonly from: ((anchor: Span) => Span | null) | null;
  /** Whether it goes on: "this year", "since 2020", so that the figure is of a part. */
  readonly running: boolean;
  /** A moment at which something else was (founded, a law, told): never the period of a figure. */
  readonly aside: boolean;
  /** Of an annual report or a thing that came then ("arrived in 2024"): not surely the period of a figure. */
  readonly loose: boolean;
}

const month =
  '(?:januari|januar|january|janvier|jänner|jan|februari|februar|february|février|fevrier|feber|févr|feb|maart|märz|march|mars|mrt|april|avril|avr|apr|mei|mai|may|juni|june|juin|jun|juli|july|juillet|juil|jul|augustus|august|août|aout|aug|september|septembre|sept|sep|oktober|october|octobre|okt|oct|november|novembre|nov|december|dezember|décembre|decembre|dec|déc|dez)\\.?';
const wholeMonth =
  '(?:januari|januar|january|janvier|februari|februar|february|février|maart|märz|march|mars|april|avril|mei|mai|may|juni|june|juin|juli|july|juillet|augustus|august|août|september|septembre|oktober|october|octobre|november|novembre|december|dezember|décembre)';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const nth = '(?:er|e|ste|de|st|nd|rd|th|\\.)?';
const year = '(?:19|20)\\d{2}(?![\\d%]|[.,]\\d)';
const weekday =
  '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const till = `\\s*(?:-|–|—|tot en met|t\\/m|tot|et le|et|en|und|and|jusqu[’']au|au|à|op|auf|bis zum|bis|until|through|to)\\s*(?:inclusief |including |einschließlich |inclus )?(?:the |le |den |dem |de |het |zum )?(?:${weekday},? (?:den |dem |the )?)?`;
const before =
  "(?:(?:in|im|en|op|am|le|du|dem|den|vom|von|van|de|d[’']|des|on|of|for|over|pour|für|during|tijdens|pendant|tussen|entre|zwischen|between|from|au cours de|au|aux|l[’']|het|de|heel|gans|ganz|the|whole of|jaar|jahr|jahre|année|year|mois de|maand|monat|month)\\s*)*";
const beforeAlone = new RegExp(`^${before}$`, 'iu');
const ordinals: readonly (readonly [string, number])[] = [
  ['eerste|1e|1ste|premiers?|première|1er|1re|ersten?|erstes|1\\.|first|1st', 1],
  ['tweede|2e|2de|deuxième|second|seconde|zweiten?|zweites|2\\.|second|2nd', 2],
  ['derde|3e|3de|troisième|dritten?|drittes|3\\.|third|3rd', 3],
  ['vierde|4e|4de|quatrième|vierten?|viertes|4\\.|fourth|4th', 4],
];
const ordinal = `(?:${ordinals.map(([words]) => words).join('|')}|laatste|derniers?|letzten?|last)`;
const counts =
  'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2}';
const part = `(?:helft|jaarhelft|half[ -]?jaar|halben? jahres?|semestre|moitié|halbjahre?s?|jahreshälfte|hälfte|half|kwartaal|trimestre|quartals?|quarter|(?:${counts}) (?:maanden|mois|monaten?|months)|(?:premiers )?mois)`;
const link =
  "(?:\\s*(?:van het jaar|de l[’']année|des jahres|of the year|van|de|du|des|d[’']|of|in|im|en|,))?\\s*";

const countOf: Readonly<Record<string, number>> = Object.fromEntries(
  [
    '|',
    'twee|deux|zwei|two',
    'drie|trois|drei|three',
    'vier|quatre|vier|four',
    'vijf|cinq|fünf|five',
    'zes|six|sechs|six',
    'zeven|sept|sieben|seven',
    'acht|huit|acht|eight',
    'negen|neuf|neun|nine',
    'tien|dix|zehn|ten',
    'elf|onze|elf|eleven',
  ].flatMap((words, at) => words.split('|').map((word) => [word, at + 1])),
);

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function lastDay(inYear: number, ofMonth: number): string {
  const next = ofMonth === 12 ? `${inYear + 1}-01-01` : `${inYear}-${two(ofMonth + 1)}-01`;
  return addDays(next, -1);
}

/** The first, second … part of a year, as words name it. */
function partOf(words: string, inYear: number): Span | null {
  const text = words.toLowerCase();
  const at = ordinals.find(([list]) =>
    new RegExp(`(?:^|[^\\p{L}\\d])(?:${list})(?![\\p{L}\\d])`, 'u').test(text),
  )?.[1];
  if (at === undefined) return null;
  const [, counted] =
    new RegExp(
      `(${counts})(?: premiers| eerste| ersten| first)? (?:premiers )?(?:maanden|mois|monaten?|months)`,
      'u',
    ).exec(text) ?? [];
  const [from, months] = counted
    ? [1, countOf[counted] ?? Number(counted)]
    : /helft|half[ -]?jaar|semestre|moitié|halbjahr|hälfte|half/u.test(text)
      ? [(at - 1) * 6 + 1, 6]
      : [(at - 1) * 3 + 1, 3];
  const to = from + months - 1;
  if (!(months >= 1) || to > 12) return null;
  return { start: `${inYear}-${two(from)}-01`, end: lastDay(inYear, to) };
}

function spanOf(text: string, language: Language): Span | null {
  try {
    const { start, end } = parsePeriod(text, language);
    return { start, end };
  } catch {
    return null;
  }
}

function joined(first: Span | null, last: Span | null): Span | null {
  return first && last && first.start <= last.end ? { start: first.start, end: last.end } : null;
}

/** From one time of a year to another; the first may be of the year before: "van 20 december tot 5 januari 2023". */
function acrossYears(
  from: (inYear: string) => Span | null,
  first: string,
  last: Span | null,
): Span | null {
  if (first !== '' || !last) return joined(from(first), last);
  const inYear = Number(last.start.slice(0, 4));
  return joined(from(String(inYear)), last) ?? joined(from(String(inYear - 1)), last);
}

const wholeYear = (of: number): Span => ({ start: `${of}-01-01`, end: `${of}-12-31` });
const yearOf = (span: Span): number => Number(span.start.slice(0, 4));
/** The same days of another year. */
function moved({ start, end }: Span, by: number): Span | null {
  const shift = (date: string): string => `${Number(date.slice(0, 4)) + by}${date.slice(4)}`;
  const isMonthEnd = addDays(end, 1).endsWith('-01');
  const [from, to] = [
    shift(start),
    isMonthEnd ? lastDay(Number(end.slice(0, 4)) + by, Number(end.slice(5, 7))) : shift(end),
  ];
  return isDay(from) && isDay(to) ? { start: from, end: to } : null;
}

type Reading = Omit<Mention, 'start' | 'end' | 'words' | 'aside' | 'loose'>;

const said = (span: Span | null): Reading | null =>
  span && { span, needs: null, from: null, running: false };

/** Words that name a time by the day of publication or by another period; none gives days by itself. */
const relatives: readonly (readonly [pattern: string, reading: Reading])[] = [
  [
    "dit jaar|cette année|l[’']année en cours|dieses jahre?s?|in diesem jahr|(?:im )?laufenden jahr|heuer|this year|lopende jaar|so far this year|year to date",
    { span: null, needs: 'publication', from: (day) => wholeYear(yearOf(day)), running: true },
  ],
  [
    "vorig jaar|vorige jaar|l[’']an dernier|l[’']an passé|l[’']année dernière|l[’']année passée|(?:letzte|vergangene|vorige)[nsr]? jahre?s?|verleden jaar|last year",
    { span: null, needs: 'publication', from: (day) => wholeYear(yearOf(day) - 1), running: false },
  ],
  [
    "(?:een|één) jaar later|un an plus tard|l[’']année suivante|ein jahr später|(?:a|one) year later|the following year|het jaar (?:erop|daarop|nadien)|im jahr darauf",
    { span: null, needs: 'neighbour', from: (other) => moved(other, 1), running: false },
  ],
  [
    "(?:een|één) jaar (?:eerder|ervoor|geleden)|het jaar (?:ervoor|voordien|daarvoor)|het voorgaande jaar|un an (?:plus tôt|auparavant|avant)|l[’']année précédente|l[’']année d[’']avant|(?:ein|im|das) jahr (?:zuvor|davor|früher)|(?:im )?vorjahre?s?|(?:a|one) year (?:earlier|before)|the (?:previous|preceding) year|the year before|the prior year",
    { span: null, needs: 'neighbour', from: (other) => moved(other, -1), running: false },
  ],
  [
    '(?:het |de )?(?:afgelopen|voorbije) (?:jaar|jaren|maanden|weken|week|maand|weekend)|(?:une|een|één) jaar tijd|in (?:een|één) jaar tijd|en un an|(?:ces|les) derni(?:ers|ères) (?:mois|années|semaines)|(?:im )?(?:vergangenen|letzten) (?:jahren|monaten?|wochen?)|(?:in|over) the (?:past|last) (?:year|months|\\w+ years)|past year|binnen eines jahres',
    { span: null, needs: 'publication', from: null, running: false },
  ],
  [
    "(?:dezelfde|zelfde|diezelfde) periode(?: (?:van )?(?:vorig jaar|het jaar ervoor))?|(?:la|le) même période(?: de l[’']an(?:née)? (?:dernière?|passée?|précédente))?|(?:im )?(?:gleichen|selben) zeitraum(?: des vorjahres)?|the same period(?: (?:of )?(?:last year|the year before|a year earlier))?",
    { span: null, needs: 'neighbour', from: null, running: false },
  ],
  [
    `(?:(?:en|au mois de) )?${month} (?:dernier|passé)|(?:(?:in|im|en) )?(?:afgelopen|vorige|voorbije|letzten|vergangenen|last) ${month}`,
    { span: null, needs: 'publication', from: null, running: false },
  ],
  [
    'il y a (?:\\p{L}+|\\d+) ans?|(?:\\p{L}+|\\d+) jaar geleden|vor (?:\\p{L}+|\\d+) jahren?|(?:\\p{L}+|\\d+) years? ago',
    { span: null, needs: 'publication', from: null, running: false },
  ],
  [
    `gisteren|vandaag|vanmiddag|vanochtend|vanmorgen|vanavond|vannacht|(?:afgelopen|voorbije|vorige) (?:nacht|zomer|winter|herfst|lente|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|cet après-midi|ce matin|cette nuit|(?:la nuit|l[’']été|l[’']hiver) derni(?:ère|er)|heute (?:früh|morgen|nacht)|this (?:morning|afternoon|evening)|tonight|last (?:night|summer|winter)|hier(?= (?:soir|matin))|aujourd[’']hui|gestern|heute|yesterday|today|(?:dit|vorig|afgelopen) weekend|ce week-end|le week-end dernier|(?:letztes|am) wochenende|last weekend|this weekend|(?:vorige|deze) (?:week|maand)|(?:la semaine|le mois) derni(?:ère|er)|cette semaine|ce mois(?:-ci)?|(?:letzte|diese) woche|(?:letzten|diesen) monat|last (?:week|month)|this (?:week|month)|(?:op |le |am |on )?${weekday}(?: (?:laatstleden|jongstleden|dernier|last))?(?!\\s+\\d)`,
    { span: null, needs: 'publication', from: null, running: false },
  ],
];

/** Two times as one: "from 3 to 5 May". */
const joinedWords = /\s(?:-|–|—|tot|t\/m|et|en|und|and|au|à|bis|until|through|to)\s|\d[-–]\d/iu;

/** "On 3 May and 4 June": two days, and not all between them; unless they follow each other. */
function fromTo(words: string, span: Span | null): Reading | null {
  const areTwo =
    span !== null &&
    addDays(span.start, 1) < span.end &&
    /\d\p{L}*\.?(?: \p{L}+\.?)?(?: \d{4})?,? (?:en(?! met)|et|und|and) /u.test(words) &&
    !/(?:tussen|entre|zwischen|between) /iu.test(words);
  return areTwo ? { span: null, needs: 'days', from: null, running: false } : said(span);
}

/** "16 October to 8 December 2022", in whatever order a language has day and month. */
function daysOfTwoMonths(isMonthFirst: boolean): (typeof forms)[number][1] {
  return ([whole = '', a = '', b = '', first = '', c = '', d = '', y = ''], language) => {
    const [from, to] = isMonthFirst ? [`${b} ${a}`, `${d} ${c}`] : [`${a} ${b}`, `${c} ${d}`];
    const on = (days: string) => (inYear: string | number) => spanOf(`${days} ${inYear}`, language);
    return y === ''
      ? withoutYear((inYear) => acrossYears(on(from), first, on(to)(inYear)))
      : fromTo(whole, acrossYears(on(from), first, on(to)(y)));
  };
}

/** Each form of a time, with what its groups say; earlier forms win. */
const forms: readonly (readonly [
  pattern: string,
  read: (groups: readonly string[], language: Language) => Reading | null,
])[] = [
  [
    `(?:(?:12|twelve|twaalf|douze|zwölf)\\s+(?:months|maanden|mois|monate[n]?)|years?)\\s+(?:to|ending|ended|until|up to|tot(?: en met)?|jusqu['’](?:à|en|au)|bis)\\s+(?:(?:the )?end of |eind |fin |ende )?(?:(?:28|29|30|31)(?:st|th)?\\s+)?(${month})\\s+(${year})`,
    ([whole = '', m = '', y = ''], language) => {
      const end = spanOf(`${m} ${y}`, language);
      if (!end || /(?:fiscal|financial|tax) year/iu.test(whole)) return null;
      return said({ start: addDays(moved(end, -1)?.end ?? end.start, 1), end: end.end });
    },
  ],
  [
    `(${day})${nth}${till}(${day})${nth}\\s+(${month})(?:\\s+(${year}))?`,
    ([whole = '', a = '', b = '', m = '', y = ''], language) => {
      if (y === '')
        return withoutYear((on) =>
          joined(spanOf(`${a} ${m} ${on}`, language), spanOf(`${b} ${m} ${on}`, language)),
        );
      return fromTo(
        whole,
        joined(spanOf(`${a} ${m} ${y}`, language), spanOf(`${b} ${m} ${y}`, language)),
      );
    },
  ],
  [
    `(${day})${nth}\\s+(?:of )?(${month})(?:\\s+(${year}))?(?: inclus)?,?${till}(${day})${nth}\\s+(?:of )?(${month})(?:\\s+(${year}))?`,
    daysOfTwoMonths(false),
  ],
  [
    `(${month})\\s+(${day})(?:st|nd|rd|th)?(?:,?\\s+(${year}))?,?${till}(${month})\\s+(${day})(?:st|nd|rd|th)?(?:,?\\s+(${year}))?`,
    daysOfTwoMonths(true),
  ],
  [
    `(${month})\\s+(${day})(?:st|nd|rd|th)?(?:\\s*(?:-|–|to)\\s*(${day})(?:st|nd|rd|th)?)?(?:,?\\s+(${year}))?`,
    ([, m = '', a = '', b = '', y = ''], language) => {
      if (language !== 'en') return null;
      if (y === '')
        return withoutYear((on) =>
          joined(spanOf(`${a} ${m} ${on}`, language), spanOf(`${b || a} ${m} ${on}`, language)),
        );
      return said(
        joined(spanOf(`${a} ${m} ${y}`, language), spanOf(`${b || a} ${m} ${y}`, language)),
      );
    },
  ],
  [
    `(${day})${nth}\\s+(?:of\\s+)?(${month})(?:,?\\s+(${year}))?`,
    ([, a = '', m = '', y = ''], language) => {
      if (y === '') return withoutYear((on) => spanOf(`${a} ${m} ${on}`, language));
      return said(spanOf(`${a} ${m} ${y}`, language));
    },
  ],
  [
    `(${month})(?:\\s+(${year}))?${till}(?:eind |fin |ende |end of )?(${month})\\s+(${year})`,
    ([, m = '', first = '', n = '', y = ''], language) =>
      said(
        acrossYears(
          (inYear) => spanOf(`${m} ${inYear}`, language),
          first,
          spanOf(`${n} ${y}`, language),
        ),
      ),
  ],
  [
    `(${month})\\s+(?:de |of |van )?(${year})`,
    ([, m = '', y = ''], language) => said(spanOf(`${m} ${y}`, language)),
  ],
  [
    `(?:(?:${counts})\\s+)?${ordinal}\\s+${part}${link}(${year})`,
    ([whole = '', y = '']) => said(partOf(whole, Number(y))),
  ],
  [
    `(?:(?:${counts})\\s+)?${ordinal}\\s+${part}(?:${link}(?:dit jaar|cette année|dieses jahres|this year|het jaar|de l[’']année|des jahres|the year))?`,
    ([whole = '']) => ({
      span: null,
      needs: 'publication',
      from: /(?:dit jaar|cette année|dieses jahres|this year)$/iu.test(whole)
        ? (published) => partOf(whole, yearOf(published))
        : null,
      running: false,
    }),
  ],
  [
    `(?:(Q|K|T|H|S|HJ)\\s?([1-4])|([1-4])\\.?(?:e|er|ère|de|ste|ème|st|nd|rd|th)?\\s*(q|kw|trim|quart|kwart|hj|sem)\\.?)\\s*[-/,]?\\s*(?:de |van |of )?(${year})`,
    ([, sign = '', a = '', b = '', word = '', y = '']) => {
      const isHalf = /^(?:h|s|hj|sem)$/iu.test(sign || word);
      const at = Number(a || b);
      const months = isHalf ? 6 : 3;
      if (at * months > 12) return null;
      const from = (at - 1) * months + 1;
      return said({
        start: `${y}-${two(from)}-01`,
        end: lastDay(Number(y), from + months - 1),
      });
    },
  ],
  [
    `(\\d{4}-\\d{2}-\\d{2})|(${day}[-/.]${day}[-/.]${year})`,
    ([, iso = '', date = ''], language) => said(spanOf(iso || date, language)),
  ],
  [
    `(?:(?:dezelfde|zelfde|diezelfde) periode|(?:la |le )?même période|(?:gleichen|selben) zeitraum(?:e?s)?|the same period)\\s*(?:van|in|de|en|of|des jahres|von)?\\s*(${year})`,
    ([, y = '']) => ({
      span: null,
      needs: 'neighbour',
      from: (other) => moved(other, Number(y) - yearOf(other)),
      running: false,
    }),
  ],
  [
    `(?:periode|période|zeitraum|period|jaren|années|jahren?|years)\\s+(?:van |de |von |of |from )?(${year})\\s+[-–—]\\s+(${year})(?![\\d.,]\\d|\\d)`,
    ([, a = '', b = '']) => said(joined(wholeYear(Number(a)), wholeYear(Number(b)))),
  ],
  [
    // Two digits are a year behind a stroke only: "from 45 tonnes in 2023 to 81 tonnes".
    `(${year})(?:\\s*[-–/]\\s*((?:19|20)?\\d{2})|\\s+(?:tot en met|tot|à|bis|to|through|t\\/m)\\s+(${year}))(?![\\d.,]\\d|\\d)`,
    ([, a = '', stroke = '', spoken = '']) => {
      const b = stroke || spoken;
      const last = b.length === 2 ? Number(`${a.slice(0, 2)}${b}`) : Number(b);
      const isSpan = last > Number(a) && (b.length === 4 || last <= Number(a) + 10);
      // "2023/24" and "2022-23" may be one year that begins in the first.
      if (stroke !== '' && last === Number(a) + 1)
        return { span: null, needs: 'days', from: null, running: false };
      return isSpan ? said({ start: `${a}-01-01`, end: `${last}-12-31` }) : null;
    },
  ],
  [
    `(?:tussen|entre|zwischen|between)\\s+(${year})\\s+(?:en|et|und|and)\\s+(${year})`,
    ([, a = '', b = '']) => said(joined(wholeYear(Number(a)), wholeYear(Number(b)))),
  ],
  [`(${year})`, ([, y = '']) => said(wholeYear(Number(y)))],
  [
    // "in mei", "fin mars": a month of a year that is not said.
    `(?<=(?:in|en|im|late|early|mid|begin|eind|fin|début|mi|ende|anfang|mitte|sinds|depuis|seit|since|de|d[’']|of)[ -]|d[’'])(${wholeMonth})(?!\\s+(?:\\d|en \\d))`,
    ([, m = ''], language) => withoutYear((on) => spanOf(`${m} ${on}`, language)),
  ],
];

/** Days of which the year is not said: the latest before the publication. */
const withoutYear = (on: (inYear: number) => Span | null): Reading => ({
  ...{ span: null, needs: 'year', running: false },
  from: (published) => latest(on, published),
});

/** The latest such days that are not after the day of publication. */
function latest(on: (inYear: number) => Span | null, published: Span): Span | null {
  const found = on(yearOf(published));
  return found && found.start <= published.end ? found : on(yearOf(published) - 1);
}

const formExpressions = forms.map(([pattern, read]) => ({
  expression: new RegExp(
    `(?<![\\p{L}\\d.,€$-])${before}(?<!\\d[.,]?\\s?(?<!(?<![\\d.,])(?:19|20)\\d{2}, ?))${pattern}(?![\\p{L}\\d])`,
    'giu',
  ),
  read,
}));
const relativeExpressions = relatives.map(([pattern, reading]) => ({
  expression: new RegExp(
    `(?<![\\p{L}\\d])(?:(?:in|im|en|van|de|d[’']|du|of|des|over|het|the)\\s*)*(?:${pattern})(?![\\p{L}\\d])`,
    'giu',
  ),
  reading,
}));

/**
 * The times that a sentence names, in order. `isFigure` says whether four digits without a mark are counted things
 * ("1991 personnes") and no year; null where they may be either.
 */
export function timesIn(
  text: string,
  language: Language,
  isFigure: (start: number, end: number) => boolean | null,
): readonly Mention[] {
  const found: Mention[] = [];
  const isFree = (start: number, end: number): boolean =>
    found.every((one) => end <= one.start || start >= one.end);
  const add = (start: number, words: string, reading: Reading, isLoose = false): void => {
    const lead = text.slice(0, start);
    const isSince =
      since.test(lead) ||
      sinceStart.test(lead) ||
      /^(?:vanaf|ab)\b/iu.test(words) ||
      (/^(?:from|dès)\b/iu.test(words) &&
        !/^from (?:19|20)\d{2}$/iu.test(words) &&
        !joinedWords.test(words));
    const own = words.replace(
      /^(?:(?:in|im|en|op|on|over|le|du|vom|von|van|de|d[’']|of|l[’']|het|the)\s+)+/iu,
      '',
    );
    const beforeOwn = text.slice(0, start + words.length - own.length);
    const rest = text.slice(start + words.length);
    const vague = about.exec(beforeOwn);
    const isPart =
      weekOf.test(beforeOwn) ||
      partOfBoth.test(beforeOwn) ||
      fiscalBefore.test(beforeOwn) ||
      fiscalBehind.test(rest) ||
      endsEarlier.test(rest);
    const isReport = reportBefore.test(beforeOwn) || reportBehind.test(rest);
    const isAnnual =
      isReport &&
      annual.test(`${/\p{L}+(?: \p{L}+){0,2}\s*$/u.exec(beforeOwn)?.[0]} ${rest.slice(0, 20)}`);
    found.push({
      start: vague ? vague.index : start,
      end: start + words.length,
      words: vague ? text.slice(vague.index, start + words.length) : words,
      ...((vague || isPart) && !isSince
        ? { span: null, needs: 'days' as const, from: null, running: false }
        : isSince
          ? { span: null, needs: 'start' as const, from: null, running: true }
          : reading),
      aside:
        asides.test(lead) ||
        beforeClause.test(beforeOwn) ||
        isTelling(lead, words, rest) ||
        elseBefore.test(lead) ||
        elseBehind.test(rest) ||
        (isReport && !isAnnual) ||
        (dateline.test(lead) && /^\s*[–—-]\s/u.test(rest) && /\d{4}$/u.test(words)) ||
        (heldAgainst.test(beforeOwn) && !toldOf.test(rest)),
      loose: isLoose || isAnnual || arrivedBefore.test(lead) || arrivedBehind.test(rest),
    });
  };
  for (const { expression, read } of formExpressions)
    for (const match of text.matchAll(expression)) {
      const [words] = match;
      const digits = /\d{4}$/u.exec(words);
      const start = match.index;
      if (!isFree(start, start + words.length)) continue;
      // "les 2012 agents", "et 2019 véhicules": an article or "and" makes no year.
      const at = start + words.length - 4;
      const figure = digits && beforeAlone.test(words.slice(0, -4)) ? isFigure(at, at + 4) : false;
      if (figure === true) continue;
      const reading = read(
        [...match].map((group, at) => (at === 0 ? words : (group ?? ''))),
        language,
      );
      if (reading) add(start, words, reading, figure === null);
    }
  for (const { expression, reading } of relativeExpressions)
    for (const { index, 0: words } of text.matchAll(expression))
      if (isFree(index, index + words.length)) add(index, words, reading);
  found.sort((a, b) => a.start - b.start);
  // "Een jaar eerder, in 2022", "l'an dernier (2023)": the year is said.
  return found.filter(
    ({ end, span, needs }, at) =>
      span !== null ||
      (needs !== 'neighbour' && needs !== 'publication') ||
      !/^\d{4}$/u.test(found[at + 1]?.words.slice(-4) ?? '') ||
      !/^\s*[,(]?\s*$/u.test(text.slice(end, found[at + 1]?.start)),
  );
}

/** "In 2024, tot en met september": not all of it. */
const endsEarlier = new RegExp(
  `^\\s*,?\\s*\\(?(?:tot en met|t\\/m|tot|until|till|through|up to|bis|jusqu['’](?:à|en|au)|as of|per)\\s+(?:(?:eind|end of|fin|ende|le|the|zum)\\s+)?(?:\\d{1,2}\\.?(?:er|st|nd|rd|th)?\\s+)?${month}(?![\\p{L}])(?!\\s+\\d{4})`,
  'iu',
);
