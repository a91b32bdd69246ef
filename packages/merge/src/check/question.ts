import {
  claimInterval,
  convertQuantity,
  InputError,
  type Interval,
  type Language,
  languages,
  markerOf,
  type Period,
  parseQuantity,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { type CellName, cellNameIn, usualBasis } from '../cell-name.ts';
import { periodIn } from '../figure-name.ts';
import { attributionIn } from './attribution.ts';
import { notUnderstood } from './not-understood.ts';

/** How a sentence words its figure: as sources do, or as an upper end or a range, which no source is recorded with. */
export type AskedWording = Wording | 'at_least' | 'at_most' | 'below' | 'between';

/** A sentence someone wants to say, read as a claim about a cell. */
export interface Question extends CellName {
  readonly metric: 'quantity' | 'seizures';
  readonly basis: string;
  readonly period: Period;
  /** In `unit`, which is kg for any mass; the lower end of a range. */
  readonly value: number;
  /** The upper end of a range, else null. */
  readonly upTo: number | null;
  readonly unit: string;
  readonly wording: AskedWording;
  /** What the words allow: "more than 4,000" is [4000, ∞), and a bare number the number itself. */
  readonly interval: Interval;
  /** Codes of the agencies whose figure the sentence says it is; null where it names nobody. */
  readonly source: readonly string[] | null;
  /** What the figure would allow if it were said as a rounded one. */
  readonly asRounded: Interval;
}

const counted: ReadonlySet<string> = new Set(
  'seizure batch investigation action consignment parcel letter case'.split(' '),
);

const blank = String.raw`[\u0020\u00a0\u202f\u2009]`;
/** A number with blanks between its thousands, or without. */
const digits = String.raw`(?:\d{1,3}(?:${blank}\d{3}(?!\d))+(?:[.,]\d+)?|\d[\d.,'’]*)`;
const scale = 'duizend|miljoen|mille|millions?|tausend|millionen|thousand|million|mln\\.?|mio\\.?';
const between = '-|–|—|tot|en|to|and|à|et|bis|und';

/** A figure, the other end of a range, and a unit. */
const quantity = new RegExp(
  `(?<first>${digits})(?:\\s*(?<unit1>\\p{L}+)??\\s*(?<!\\p{L})(?:${between})(?!\\p{L})\\s*(?<last>${digits}))?\\s*(?<scale>(?:${scale})(?!\\p{L}))?\\s*(?<unit>\\p{L}+(?:['’]s)?\\.?)`,
  'isuy',
);
/** Where a number begins, which is not at its second group of thousands; a year has none. */
const start = new RegExp(
  String.raw`(?<![\d.,'’]|(?<!\d)\d{1,3}(?:${blank}\d{3})*${blank}(?=\d{3}(?!\d)))\d`,
  'gu',
);
const yearOnly = /^(?:19|20)\d\d$/u;

/** A quantity as it stands in a sentence. */
interface Found {
  readonly at: number;
  readonly end: number;
  readonly first: string;
  readonly last: string | undefined;
  readonly power: string;
  readonly unit1: string | undefined;
  readonly unit: string;
}

/** Every number of a sentence that a unit follows: "in 2022 4.157 kilo" has one. */
function quantitiesIn(text: string, language: Language | undefined): readonly Found[] {
  const found: Found[] = [];
  for (const { index } of text.matchAll(start)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    quantity.lastIndex = index;
    const match = quantity.exec(text);
    const { first = '', last, scale: power = '', unit = '', unit1 } = match?.groups ?? {};
    if (!match) continue;
    const isOrdinal = /^st$/iu.test(unit) && /\dst$/iu.test(match[0]);
    if (isOrdinal || units.lookup(unitWord(unit), language).kind === 'none') continue;
    // "2022 – 4157 kg" is a year and a quantity, unless another year is named.
    const isYear = last !== undefined && unit1 === undefined && yearOnly.test(first);
    const around = text.slice(0, index) + text.slice(index + match[0].length);
    if (isYear && !/(?<!\d)(?:19|20)\d\d(?!\d)/u.test(around)) continue;
    found.push({ at: index, end: index + match[0].length, first, last, power, unit1, unit });
  }
  return found;
}

/** Words that leave the number itself in: "at least", unlike "more than". */
const inclusive: ReadonlySet<string> = new Set(
  `minstens|ten minste|tenminste|minimaal|minimum|op zijn minst|of meer|en meer|au moins|au minimum|pas moins de|ou plus
|et plus|mindestens|wenigstens|nicht weniger als|oder mehr|und mehr|at least|no less than|or more|and more|a minimum of|≥|>=|+`
    .split('|')
    .map((word) => word.trim()),
);

/** Words that leave the number itself out: "less than", unlike "at most". */
const below: ReadonlySet<string> = new Set(
  "minder dan|onder de|onder|moins de|moins d'|weniger als|unter|less than|under|below|fewer than|<".split(
    '|',
  ),
);

/** A ton is 1,000 kg in the Benelux, whatever the language of the sentence. */
function unitWord(word: string): string {
  return /^(?:ton|tons)$/iu.test(word) ? 't' : word;
}

const plain = (words: string): string =>
  words.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim();

/** What words mean in the language asked for, else in any. */
function meaningOf(words: string, asked: Language | undefined): ReturnType<typeof markerOf> {
  return (asked && markerOf(words, [asked])) || markerOf(words, languages);
}

/** Words behind the unit that mark the figure ("4,000 kg or more"), cut off. */
function behind(
  rest: string,
  asked: Language | undefined,
): { readonly words: string; readonly rest: string } {
  const tokens = rest.trim().split(/\s+/u);
  for (const length of [2, 1]) {
    const words = tokens.slice(0, length).join(' ');
    const marker = words === '' ? null : meaningOf(words, asked);
    if (marker === 'floor' || marker === 'rounded')
      return { words, rest: tokens.slice(length).join(' ') };
  }
  return { words: '', rest };
}

interface Figure
  extends Pick<Question, 'value' | 'upTo' | 'unit' | 'wording' | 'interval' | 'asRounded'> {
  readonly rest: string;
}

function inKilograms(
  value: number,
  unit: string,
): { readonly value: number; readonly unit: string } {
  const to = units.get(unit).dimension === 'mass' ? 'kg' : unit;
  return { value: convertQuantity(value, unit, to).value, unit: to };
}

/** The language in which words mark a figure: the only one, or one of those that write numbers alike. */
function spokenIn(words: string): Language | undefined {
  const [first, ...more] = words === '' ? [] : languages.filter((one) => markerOf(words, [one]));
  return more.includes('en') || (first === 'en' && more.length > 0) ? undefined : first;
}

/** The words right before a figure that mark it, and the words before these. */
function marking(
  before: string,
  isRange: boolean,
  asked: Language | undefined,
): { readonly words: string; readonly rest: string } {
  const tokens = before.trim().split(/\s+/u).filter(Boolean);
  for (let length = Math.min(5, tokens.length); length > 0; length -= 1) {
    const words = plain(tokens.slice(-length).join(' '));
    const marker = meaningOf(words, asked);
    // "Een vangst van 4.157 kg" is no range.
    if (marker && (marker !== 'range' || isRange))
      return { words, rest: tokens.slice(0, -length).join(' ') };
  }
  return { words: '', rest: before };
}

/** The figure of a sentence, wherever it stands, with what its words allow. */
function figureIn(text: string, asked: Language | undefined): Figure {
  const [found, ...others] = quantitiesIn(text, asked);
  if (!found) throw notUnderstood(text, 'quantity');
  if (others.length > 0)
    throw notUnderstood(
      text,
      'quantities',
      [found, ...others].map(({ at, end }) => text.slice(at, end)).join(', '),
    );
  const { first, last, power, unit: name } = found;
  const front = marking(text.slice(0, found.at), last !== undefined, asked);
  const after = text.slice(found.end);
  const late = front.words === '' ? behind(after, asked) : null;
  const rest = `${front.rest} ${late?.rest ?? after}`;
  const words = front.words || plain(late?.words ?? '');
  const language = asked ?? spokenIn(words);
  const read = (figure: string, unit = name) => {
    const written = [figure.replace(/[.,'’]+$/u, ''), power, unitWord(unit)];
    try {
      return parseQuantity(written.filter(Boolean).join(' '), language);
    } catch (error) {
      if (error instanceof InputError)
        throw notUnderstood(text, 'figure', written.filter(Boolean).join(' '));
      throw error;
    }
  };
  const marker = meaningOf(words, asked);
  if (last !== undefined) {
    const [from, to] = [read(first, found.unit1 ?? name), read(last)].map((one) =>
      inKilograms(one.value, one.unit),
    ) as [ReturnType<typeof inKilograms>, ReturnType<typeof inKilograms>];
    if ((marker !== 'range' && marker !== null) || from.value > to.value || from.unit !== to.unit)
      throw notUnderstood(text, 'range');
    const interval = { low: from.value, high: to.value, closed: true };
    return {
      value: from.value,
      upTo: to.value,
      unit: from.unit,
      wording: 'between',
      interval,
      asRounded: interval,
      rest,
    };
  }
  if (marker === 'ceiling') {
    const { value, unit } = read(first);
    const high = inKilograms(value, unit);
    const interval = { low: 0, high: high.value, closed: !below.has(words) };
    return {
      ...high,
      upTo: null,
      wording: below.has(words) ? 'below' : 'at_most',
      interval,
      asRounded: interval,
      rest,
    };
  }
  const printed = read(first);
  const wording: Wording = marker === 'range' ? 'unmarked' : (marker ?? 'unmarked');
  const figure = inKilograms(printed.value, printed.unit);
  const bare = wording === 'unmarked' || wording === 'exact';
  return {
    ...figure,
    upTo: null,
    wording: wording === 'floor' && inclusive.has(words) ? 'at_least' : wording,
    interval: bare
      ? { low: figure.value, high: figure.value, closed: true }
      : claimInterval({ ...printed, wording, toUnit: figure.unit }),
    asRounded: claimInterval({ ...printed, wording: 'rounded', toUnit: figure.unit }),
    rest,
  };
}

/** Words of a sentence that tell nothing of its place, drug or period. */
const passed: ReadonlySet<string> = new Set(
  `is zijn was waren werd werden wordt worden er onderschept onderschepte onderschepten aangetroffen gevonden ontdekt
inbeslaggenomen beslag genomen nam namen jaar een uitsluitend over als voor
a ont été est sont était étaient saisi saisis saisie saisies intercepté interceptés interceptée interceptées découvert découverts
trouvé trouvés on il y l' l’ année uniquement pour comme une un
wurde wurden ist sind worden sichergestellt beschlagnahmt abgefangen gefunden entdeckt es jahr jahre nur für als eine ein
losse vangst voorlopig cijfer telling deze dienst alleen saisie isolée chiffre provisoire décompte ce seul service einzelner fund vorläufige
zahl zählung dieser stelle allein single find provisional figure count this agency alone a the
were has have been are seized intercepted found confiscated discovered there year only as kilos – — -`.split(
    /\s+/u,
  ),
);

const halves: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})half[ -](?:jaar|year)(?!\p{L})/giu, 'halfjaar'],
  [/(?<!\p{L})halbjahre?s(?!\p{L})/giu, 'Halbjahr'],
  [
    /(?<!\p{L})(?:eerste|ersten?|first) (?:zes|6|sechs|six) (?:maanden|monaten?|months)(?!\p{L})/giu,
    'eerste halfjaar',
  ],
  [
    /(?<!\p{L})(?:laatste|tweede|letzten?|last) (?:zes|6|sechs|six) (?:maanden|monaten?|months)(?!\p{L})/giu,
    'tweede halfjaar',
  ],
  [/(?<!\p{L})(?:six|6) premiers mois(?!\p{L})/giu, 'premier semestre'],
  [/(?<!\p{L})(?:six|6) derniers mois(?!\p{L})/giu, 'second semestre'],
  [/(?<!\p{L})première moitié(?!\p{L})/giu, 'premier semestre'],
  [/(?<!\p{L})(?:seconde|deuxième) moitié(?!\p{L})/giu, 'second semestre'],
  [/(?<!\p{L})(semestre|halfjaar|halbjahr|half) ([12])(?=[\s,]+(?:19|20)\d\d)/giu, '$2e $1'],
  [
    /(semestre|halfjaar|helft|halbjahr|hälfte|half)\s+(?:van het jaar|de l['’]année|des jahres|of the year)/giu,
    '$1',
  ],
  [/(?<=\d)\s*(?:er|ère|re)(?=\s+semestre)/giu, 'er'],
];

/** Months joined by a hyphen ("januari-juni 2023") as a range, and half-years in the words that periods are read in. */
function spaced(text: string): string {
  const months = text.replace(/(\p{L}{3,})\s*-\s*(\p{L}{3,}\s+(?:19|20)\d\d)/gu, '$1 – $2');
  return halves.reduce((words, [pattern, by]) => words.replace(pattern, by), months);
}

/** The place, drug and period that words name, or what they lack. */
function scopeIn(rest: string): {
  readonly name: ReturnType<typeof cellNameIn>;
  readonly period: Period | null;
  readonly words: readonly string[];
} {
  const plainly = rest
    .replace(/\((\d[^()]*)\)/gu, ' $1 ')
    .replace(/(^|\s)[dl]['’](?=\p{L})/giu, '$1');
  const split = (text: string) => text.split(/[\s,]+/u).filter(Boolean);
  const words = split(spaced(plainly))
    .map((word) => word.replace(/[:;!?]+$|(?<=\p{L}{5,}|\d{4})\.$/u, ''))
    .filter((word) => /[\p{L}\d–—]/u.test(word));
  const found = periodIn(words);
  // The cell's name has a year; the period it is asked for may be a part of it, or several.
  const named = found ? [...found.rest, found.period.start.slice(0, 4)] : words;
  return { name: cellNameIn(named, passed), period: found?.period ?? null, words: named };
}

/** A figure as a sentence gives it without saying of what: whose it is, and when they published it. */
export type Unplaced = Pick<Question, 'value' | 'unit' | 'wording' | 'metric' | 'source'> & {
  readonly published: Period | null;
  /** The place and the period, where the sentence names them. */
  readonly place: string | null;
  readonly period: Period | null;
};

type Scope = Pick<Question, 'place' | 'substance' | 'basis' | 'period'>;

/**
 * Reads "4100 kg cocaine Vlissingen 2022", "ruim 4 ton in de haven van Vlissingen, eerste halfjaar 2022", "In Vlissingen werd in
 * 2022 4157 kilo cocaïne onderschept", "… volgens HARC". Without a language, words of all four are known and a figure with two
 * readings (4.100) is not understood. Throws a UsageError for whatever is not understood, with the words for a reader.
 *
 * @param placed the scope of a figure that is named by its source and publication alone, as `check` offers it
 */
export function readQuestion(
  text: string,
  language?: Language,
  placed: (figure: Unplaced) => Scope | null = () => null,
): Question {
  const bare = text.replace(/["“”„«»]/gu, ' ').replace(/\+\/[-−]/gu, '±');
  const named = attributionIn(bare);
  const { rest, ...figure } = figureIn(named?.rest ?? bare, language);
  const metric = counted.has(figure.unit) ? 'seizures' : 'quantity';
  const source = named && named.source.length > 0 ? named.source : null;
  const { name, period, words } = scopeIn(rest);
  if ('lacks' in name) {
    // A line that `check` itself offers names its period by nothing but its source and publication.
    const inAYear = name.lacks === 'year' ? cellNameIn([...words, '2000'], passed) : name;
    const isPlaced = !('lacks' in inAYear);
    const isBare = !isPlaced && inAYear.lacks === 'place' && inAYear.left === '';
    const published = named?.published ?? null;
    const scope =
      source && (isPlaced || isBare)
        ? placed({
            ...figure,
            metric,
            source,
            published,
            period,
            place: isPlaced ? inAYear.place : null,
          })
        : null;
    if (scope) {
      const year = Number(scope.period.start.slice(0, 4));
      return { ...figure, ...scope, metric, source, agencies: null, year };
    }
    if (named && source && named.dated !== named.rest) {
      const again = figureIn(named.dated, language);
      const dated = scopeIn(again.rest);
      if (!('lacks' in dated.name)) return asked(dated.name, dated.period, figure, metric, source);
    }
    throw notUnderstood(text, name.lacks, name.left);
  }
  return asked(name, period, figure, metric, source);
}

function asked(
  name: CellName,
  period: Period | null,
  figure: Omit<Figure, 'rest'>,
  metric: Question['metric'],
  source: Question['source'],
): Question {
  return {
    ...name,
    ...figure,
    basis: name.basis ?? usualBasis(name.place),
    metric,
    source,
    period: period ?? {
      start: `${name.year}-01-01`,
      end: `${name.year}-12-31`,
      freq: 'A',
    },
  };
}
