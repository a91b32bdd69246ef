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
import { type CellName, parseCellName, usualBasis } from '../cell-name.ts';
import { periodIn } from '../figure-name.ts';

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
  /** What the figure would allow if it were said as a rounded one. */
  readonly asRounded: Interval;
}

const counted: ReadonlySet<string> = new Set(
  'seizure batch investigation action consignment parcel letter case'.split(' '),
);

const digits = String.raw`\d[\d.,'’]*(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d)[\d.,'’]*)*`;
const scale = 'duizend|miljoen|mille|millions?|tausend|millionen|thousand|million|mln\\.?|mio\\.?';
const between = '-|–|—|tot|en|to|and|à|et|bis|und';

/** Words, a figure, the other end of a range, a unit, and words behind it. */
const sentence = new RegExp(
  `^(?<before>[^\\d]*?)(?<first>${digits})(?:\\s*(?<unit1>\\p{L}+)??\\s*(?:${between})\\s*(?<last>${digits}))?\\s*(?<scale>(?:${scale})(?!\\p{L}))?\\s*(?<unit>\\p{L}+(?:['’]s)?\\.?)(?<rest>.*)$`,
  'isu',
);

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

/** Words behind the unit that mark the figure ("4,000 kg or more"), cut off. */
function behind(
  rest: string,
  known: readonly Language[],
): { readonly words: string; readonly rest: string } {
  const tokens = rest.trim().split(/\s+/u);
  for (const length of [2, 1]) {
    const words = tokens.slice(0, length).join(' ');
    const marker = words === '' ? null : markerOf(words, known);
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

function moved(interval: Interval, from: string, to: string): Interval {
  const end = (value: number) => convertQuantity(value, from, to).value;
  return {
    low: end(interval.low),
    high: interval.high === null ? null : end(interval.high),
    closed: interval.closed,
  };
}

/** The language in which words mark a figure: the only one, or one of those that write numbers alike. */
function spokenIn(words: string): Language | undefined {
  const [first, ...more] = words === '' ? [] : languages.filter((one) => markerOf(words, [one]));
  return more.includes('en') || (first === 'en' && more.length > 0) ? undefined : first;
}

/** The figure of a sentence, with what its words allow. */
function figureIn(text: string, asked: Language | undefined): Figure {
  const groups = sentence.exec(text)?.groups;
  if (!groups)
    throw new InputError(
      `"${text}": expected a quantity, a drug, a place and a year, found no quantity`,
      { repair: 'write it like "4100 kg cocaine Vlissingen 2022"' },
    );
  const known = asked ? [asked] : languages;
  const { before = '', first = '', last, scale: power = '', unit: name = '' } = groups;
  const late = before.trim() === '' ? behind(groups['rest'] ?? '', known) : null;
  const rest = late?.rest ?? groups['rest'] ?? '';
  const words = plain(before || (late?.words ?? ''));
  const language = asked ?? spokenIn(words);
  const read = (marks: string, figure: string, unit = name) =>
    parseQuantity([marks, figure, power, unitWord(unit)].filter(Boolean).join(' '), language);
  const marker = markerOf(words, known);
  if (last !== undefined) {
    const [from, to] = [read('', first, groups['unit1'] ?? name), read('', last)].map((one) =>
      inKilograms(one.value, one.unit),
    ) as [ReturnType<typeof inKilograms>, ReturnType<typeof inKilograms>];
    if ((marker !== 'range' && marker !== null) || from.value > to.value || from.unit !== to.unit)
      throw new InputError(`"${text}": expected a range from a smaller to a larger figure`, {
        repair: 'write it like "between 4000 and 4200 kg cocaine Vlissingen 2022"',
      });
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
    const { value, unit } = read('', first);
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
  const quantity = read(words, first);
  const figure = inKilograms(quantity.value, quantity.unit);
  const bare = quantity.wording === 'unmarked' || quantity.wording === 'exact';
  return {
    ...figure,
    upTo: null,
    wording: quantity.wording === 'floor' && inclusive.has(words) ? 'at_least' : quantity.wording,
    interval: bare
      ? { low: figure.value, high: figure.value, closed: true }
      : moved(quantity.interval, quantity.unit, figure.unit),
    asRounded: claimInterval({ ...quantity, wording: 'rounded', toUnit: figure.unit }),
    rest,
  };
}

/** Months joined by a hyphen ("januari-juni 2023") as a range. */
function spaced(text: string): string {
  return text.replace(/(\p{L}{3,})\s*-\s*(\p{L}{3,}\s+(?:19|20)\d\d)/gu, '$1 – $2');
}

/**
 * Reads "4100 kg cocaine Vlissingen 2022", "ruim 4 ton in de haven van Vlissingen, eerste halfjaar 2022", "entre 4 000 et
 * 4 200 kg …". Without a language, words of all four are known and a figure with two readings (4.100) is refused.
 */
export function readQuestion(text: string, language?: Language): Question {
  const { rest, ...figure } = figureIn(text, language);
  const words = spaced(rest.replace(/(^|\s)d['’](?=\p{L})/giu, '$1'))
    .split(/[\s,]+/u)
    .filter(Boolean);
  const found = periodIn(words);
  // The cell's name has a year; the period it is asked for may be a part of it, or several.
  const name = parseCellName(
    found ? [...found.rest, found.period.start.slice(0, 4)].join(' ') : words.join(' '),
  );
  return {
    ...name,
    ...figure,
    basis: name.basis ?? usualBasis(name.place),
    metric: counted.has(figure.unit) ? 'seizures' : 'quantity',
    period: found?.period ?? {
      start: `${name.year}-01-01`,
      end: `${name.year}-12-31`,
      freq: 'A',
    },
  };
}
