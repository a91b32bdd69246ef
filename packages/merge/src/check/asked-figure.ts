import {
  claimInterval,
  convertQuantity,
  InputError,
  type Interval,
  type Language,
  languages,
  markerOf,
  parseQuantity,
  substances,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { notUnderstood } from './not-understood.ts';

/** How a sentence words its figure: as sources do, or as an upper end or a range, which no source is recorded with. */
export type AskedWording = Wording | 'at_least' | 'at_most' | 'below' | 'between';

const blank = String.raw`[\u0020\u00a0\u202f\u2009]`;
/** A number with blanks between its thousands, or without. */
const digits = String.raw`(?:\d{1,3}(?:${blank}\d{3}(?!\d))+(?:[.,]\d+)?|\d[\d.,'’]*)`;
const scale =
  'duizend|miljoen|mille|millions?|tausend|millionen|thousand|million|mln\\.?|mio\\.?|miljard|milliards?|milliarden?|mrd\\.?|mld\\.?|billion';
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
  `minstens|ten minste|tenminste|minimaal|minimum|op zijn minst|niet minder dan|of meer|en meer|au moins|au minimum
|pas moins de|pas moins d'|ou plus|et plus|mindestens|wenigstens|nicht weniger als|oder mehr|und mehr|at least|no less than
|not less than|or more|and more|a minimum of|≥|>=|+`
    .split('|')
    .map((word) => word.trim()),
);

/** Words that leave the number itself out: "less than", unlike "at most". */
const below: ReadonlySet<string> = new Set(
  "minder dan|onder de|moins de|moins d'|inférieur à|inférieure à|weniger als|unter|less than|under|below|fewer than|<".split(
    '|',
  ),
);

/** Upper ends that a figure follows; behind one they begin something else: "4,100 kg tot 31 december". */
const opening: ReadonlySet<string> = new Set(
  "tot|tot wel|tot aan|onder de|minder dan|jusqu'à|moins de|bis|bis zu|unter|weniger als|up to|under|below|less than".split(
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
  for (const length of [3, 2, 1]) {
    const words = tokens
      .slice(0, length)
      .join(' ')
      .replace(/[,;:]$/u, '');
    const marker = words === '' ? null : meaningOf(words, asked);
    if (marker === 'floor' || marker === 'rounded' || (marker === 'ceiling' && !opening.has(words)))
      return { words, rest: tokens.slice(length).join(' ') };
  }
  return { words: '', rest };
}

/** The figure of a sentence, with what its words allow. */
export interface AskedFigure {
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

type Figure = AskedFigure & { readonly rest: string };

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

/** A drug before the pieces it is counted in, or in one word with them: "30.000 xtc-pillen", "200 Hanfpflanzen". */
const drugOfPieces =
  /(\d)\s+(\p{L}+)[\s-]?(pil(?:len|ls|ules)|tabletten?|tablets|comprimés|planten|plants|pflanzen|plantes|pieds)(?!\p{L})/giu;

/** Reads the figure of a sentence, wherever it stands, and what is left of the sentence without it. */
export function figureIn(sentence: string, asked: Language | undefined): Figure {
  const text = sentence.replace(drugOfPieces, (given, digit, drug, pieces) =>
    substances.lookup(drug).kind === 'exact' ? `${digit} ${pieces} ${drug}` : given,
  );
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
