import type { Language } from '@samenbeeld/schema';
import { currencyNamed } from '../columns/unit-words.ts';
import { says } from './acts.ts';
import { type Counted, countedTimes } from './counted.ts';
import type { Figure, NumberIn } from './figure.ts';
import { countsOfKinds, isUncounted, whyNoClaim } from './no-claim.ts';
import { notSo } from './not-counted.ts';
import { isCount, nounBehind, stops, unknownNoun } from './noun-beside.ts';
import { amountOf, numbersIn, withHalf } from './numbers.ts';
import { type Mention, timesIn } from './time.ts';
import { joining } from './told.ts';
import { markedAround } from './wording.ts';

/** The numbers of a sentence: figures, and what is none with the reason; and the times it names. */
export function figuresIn(
  text: string,
  language: Language,
): { readonly figures: readonly Figure[]; readonly times: readonly Mention[] } {
  const times = timesIn(text, language, (start, end) => isCount(text, start, end, language));
  const ofKinds = countsOfKinds(text, language);
  const figures: Figure[] = [];
  for (const candidate of numbersIn(text, language)) {
    const { at, end } = candidate;
    const previous = figures.at(-1);
    if (times.some((time) => at < time.end && end > time.start)) continue;
    if ((previous?.numberEnd ?? 0) > at) continue;
    const isOfKind = ofKinds.has(at);
    const figure = figureOf({ text, language, times, previous, isOfKind, candidate });
    if (figure) figures.push(figure);
  }
  return { figures: figures.map((figure, at) => asOfList(figure, at, figures, text)), times };
}

function figureOf(number: NumberIn): Figure | null {
  const { text, language, previous, candidate } = number;
  const { at } = candidate;
  const amount = amountOf(candidate, text, language);
  if (!amount) return null;
  const { sign, end: numberEnd, factor } = amount;
  const found = countedTimes(text.slice(0, at), text.slice(numberEnd), language);
  const noun = found
    ? { counted: found, end: found.words.length + 1 }
    : nounBehind(text.slice(numberEnd), language);
  const isNobody = candidate.value === 0 && !/^(?:nul|zéro|null|zero)$/iu.test(candidate.text);
  if (isNobody && !(['drugs', 'arrested', 'influence'] as const).some((act) => says(text, act)))
    return null;
  const counted: Counted | null = isNobody
    ? { kind: 'persons', unit: 'person', countUnit: null, words: candidate.text }
    : sign === null
      ? (noun?.counted ?? null)
      : moneyOf(sign);
  // "EUR 14,000 a kilo": the price of each.
  if (
    candidate.value === 1 &&
    counted?.kind === 'mass' &&
    previous?.counted?.kind === 'money' &&
    /^\s+$/u.test(text.slice(previous.end, at))
  )
    return null;
  const nounEnd = sign === null && !isNobody && noun ? numberEnd + noun.end : numberEnd;
  const { value, printed, end } = withHalf({ ...amount, end: nounEnd }, text);
  const start = at - (sign?.length ?? 0);
  const marked = markedAround(text, language, { candidate, start, numberEnd, end, counted });
  const unknown = counted ? null : unknownNoun(text.slice(numberEnd), language);
  const unmarked = text.slice(0, marked.start ?? at);
  const lead = text.slice(0, start);
  const halved = { ...amount, value, printed };
  // How often a drug was found is no multiple.
  const isOfKind = number.isOfKind || found !== null;
  const read = {
    ...number,
    isOfKind,
    amount: halved,
    counted,
    unknown,
    end,
    lead,
    unmarked,
    marked,
  };
  const { marker } = marked;
  return {
    start: marked.start ?? start,
    end,
    at,
    numberEnd,
    value: factor === 1 ? value : Number((value * factor).toPrecision(15)),
    printed,
    // "34m": of what a letter says, or so many.
    other: amount.isOfLetter ? printed : amount.other,
    marker: marker === 'range' || marker === 'ceiling' ? null : marker,
    markerWords: marker === null ? null : marked.words,
    counted,
    unknown,
    inWords: candidate.value !== null,
    negation: notSo[language].exec(unmarked)?.[0] ?? null,
    noClaim: whyNoClaim(read),
  };
}

function moneyOf(sign: string): Counted {
  return { kind: 'money', unit: currencyNamed(sign), countUnit: null, words: sign.trim() };
}

/** "318 cars, 46 boats and 12 horses": few of a thing that no list knows are told of where they stand among others. */
function asOfList(figure: Figure, at: number, all: readonly Figure[], text: string): Figure {
  const [previous, next] = [all[at - 1], all[at + 1]];
  // "11 on marketplaces and five on the dark web"
  const [, place = ''] = /^ (\p{L}+) /u.exec(text.slice(figure.numberEnd)) ?? [];
  if (
    figure.noClaim === 'nothing' &&
    figure.inWords &&
    previous?.noClaim === null &&
    previous.counted === null &&
    previous.unknown === null &&
    stops.test(`${place} `) &&
    text.startsWith(` ${place} `, previous.numberEnd) &&
    /(?:,|\s(?:en|et|und|and))\s+$/iu.test(text.slice(previous.end, figure.start))
  )
    return { ...figure, noClaim: null };
  if (
    figure.noClaim !== 'nothing' ||
    figure.unknown === null ||
    figure.value < 2 ||
    isUncounted(text.slice(0, figure.start), text.slice(figure.numberEnd), null, figure.value)
  )
    return figure;
  const isTold = (one: Figure | undefined): one is Figure =>
    one?.noClaim === null && (one.counted !== null || one.unknown !== null);
  return (isTold(previous) && joining.test(text.slice(previous.end, figure.start))) ||
    (isTold(next) && joining.test(text.slice(figure.end, next.start)))
    ? { ...figure, noClaim: null }
    : figure;
}
