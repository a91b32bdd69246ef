import type { Language, Marker } from '@samenbeeld/schema';
import { says } from './acts.ts';
import type { Counted } from './counted.ts';
import {
  countsOfKinds,
  isAmongAges,
  isCountedBefore,
  isTaken,
  isUncounted,
  kindOf,
  type NoClaim,
} from './no-claim.ts';
import {
  ahead,
  anyoneWho,
  beforeSoMany,
  changedFrom,
  everyBefore,
  isConversion,
  isDenied,
  isDifference,
  isForecast,
  isOfEachPiece,
  isRevenue,
  isSetAside,
  isThreshold,
  notSo,
  ofEach,
  ofSize,
  ofSoMany,
  penaltyBefore,
  penaltyBehind,
  perThing,
  ratioBefore,
} from './not-counted.ts';
import {
  definite,
  isPluralBehind,
  nounBehind,
  otherYear,
  stops,
  unknownNoun,
  yearBefore,
} from './noun-beside.ts';
import {
  articles,
  candidates,
  currency,
  gluedLetter,
  isOfMetres,
  readDigits,
  scaleBehind,
  sharedScale,
} from './numbers.ts';
import { type Mention, timesIn } from './time.ts';
import { joining, unrealIn } from './told.ts';
import {
  behindMarks,
  broughtUpOver,
  estimatedBefore,
  markedBefore,
  severalBefore,
  totals,
} from './wording.ts';

/** A number of a sentence, with the words around it. */
export interface Figure {
  /** Where it stands in the sentence: from the words before it to the noun. */
  readonly start: number;
  readonly end: number;
  /** Where the number itself stands. */
  readonly at: number;
  readonly numberEnd: number;
  readonly value: number;
  /** The digits as printed, with a decimal point. */
  readonly printed: string;
  /** Another reading of the same digits. */
  readonly other: string | null;
  readonly marker: Marker | null;
  readonly markerWords: string | null;
  readonly counted: Counted | null;
  /** The noun beside it where no list knows it. */
  readonly unknown: string | null;
  readonly inWords: boolean;
  /** A bare negation right before it, with or without "but": "keine 2 Tonnen". */
  readonly negation: string | null;
  readonly noClaim: NoClaim | null;
}

/** A figure in its sentence: what each field of its claim is read from. */
export interface FigureIn {
  readonly text: string;
  readonly language: Language;
  readonly figure: Figure;
  /** The figures of the sentence that are claims, and of these the ones beside this. */
  readonly kept: readonly Figure[];
  readonly previous: Figure | undefined;
  readonly next: Figure | undefined;
  /** Those, and what has words of its own as they have: shares, ranges. */
  readonly speaking: readonly Figure[];
}

/** The numbers of a sentence: figures, and what is none with the reason; and the times it names. */
export function figuresIn(
  text: string,
  language: Language,
): { readonly figures: readonly Figure[]; readonly times: readonly Mention[] } {
  const isFigure = (start: number, end: number): boolean | null => {
    const [lead = ''] = /\p{L}+(?=\s*$)/u.exec(text.slice(0, start).toLowerCase()) ?? [];
    if (yearBefore[language].has(lead) || otherYear.test(text.slice(0, start))) return false;
    // "the 2031 seizures": of that year, or so many; in French so many.
    if (language !== 'fr' && definite.has(lead)) return null;
    // "die 2021 begonnenen Ermittlungen"
    if (language === 'de' && /^ \p{Ll}+(?:t|en)e[nrs]? \p{Lu}/u.test(text.slice(end))) return false;
    const noun = nounBehind(text.slice(end), language);
    if (noun !== null && /^[ \u00a0]/u.test(text.slice(end))) return true;
    return isPluralBehind(text.slice(end), lead === '', language);
  };
  const times = timesIn(text, language, isFigure);
  const isTime = (start: number, end: number): boolean =>
    times.some((time) => start < time.end && end > time.start);
  const all = [...candidates(text, language), ...articles(text, language)].sort(
    (a, b) => a.at - b.at,
  );
  const figures: Figure[] = [];
  const ofKinds = countsOfKinds(text, language);
  for (const candidate of all) {
    if (isTime(candidate.at, candidate.end)) continue;
    if ((figures.at(-1)?.numberEnd ?? 0) > candidate.at) continue;
    const read =
      candidate.value === null
        ? readDigits(candidate.text, language)
        : { value: candidate.value, printed: String(candidate.value), other: null };
    if (!read) continue;
    const hasSign = currency.exec(text.slice(0, candidate.at));
    const isOfLetter =
      candidate.value === null &&
      hasSign === null &&
      gluedLetter[language].test(text.slice(candidate.end)) &&
      !isOfMetres(text.slice(0, candidate.at), text.slice(candidate.end), language);
    const scale =
      scaleBehind(text.slice(candidate.end), isOfLetter || hasSign !== null) ??
      sharedScale(text.slice(candidate.end));
    const isScaled = scale !== null && !Number.isNaN(scale.factor);
    let factor = scale?.factor ?? 1;
    if (scale && Number.isNaN(scale.factor)) factor = language === 'en' ? 1e9 : Number.NaN;
    if (Number.isNaN(factor)) continue;
    let end = candidate.end + (scale?.length ?? 0);
    const halfBehind = (at: number): string =>
      /^ (?:et demie?|en (?:een )?hal(?:f|ve)|and a half|und (?:eine )?halben?)(?!\p{L})/iu.exec(
        text.slice(at),
      )?.[0] ?? '';
    let { value, printed } = read;
    const addHalf = (): void => {
      const half = halfBehind(end);
      if (half === '' || printed.includes('.')) return;
      value += 0.5;
      printed = `${printed}.5`;
      end += half.length;
    };
    addHalf();
    const noun = nounBehind(text.slice(end), language);
    const signed: Counted | null = hasSign
      ? {
          kind: 'money',
          unit: /\$|USD/u.test(hasSign[0]) ? 'USD' : /€|EUR/u.test(hasSign[0]) ? 'EUR' : null,
          countUnit: null,
          words: hasSign[0].trim(),
        }
      : null;
    const isNobody = candidate.value === 0 && !/^(?:nul|zéro|null|zero)$/iu.test(candidate.text);
    if (isNobody && !(says(text, 'drugs') || says(text, 'arrested') || says(text, 'influence')))
      continue;
    const counted: Counted | null = isNobody
      ? { kind: 'persons', unit: 'person', countUnit: null, words: candidate.text }
      : (signed ?? noun?.counted ?? null);
    // "EUR 14,000 a kilo": the price of each.
    const previous = figures.at(-1);
    if (
      candidate.value === 1 &&
      counted?.kind === 'mass' &&
      previous?.counted?.kind === 'money' &&
      /^\s+$/u.test(text.slice(previous.end, candidate.at))
    )
      continue;
    const numberEnd = end;
    if (!signed && !isNobody && noun) end += noun.end;
    addHalf();
    const lead = text.slice(0, candidate.at - (hasSign?.[0].length ?? 0));
    const own = candidate.value === 1 ? markedBefore(candidate.text, language) : null;
    const before = own
      ? { ...own, start: candidate.at }
      : (markedBefore(lead, language) ?? estimatedBefore(lead));
    const [late, lateMarker] = behindMarks.flatMap(([pattern, marker]) => {
      const [words] = pattern.exec(text.slice(end)) ?? pattern.exec(text.slice(numberEnd)) ?? [];
      return words === undefined ? [] : ([[words.trim(), marker]] as const);
    })[0] ?? [null, null];
    const isTotal = before !== null && before.marker === 'exact' && totals.test(before.words);
    let marker: Marker | null = isTotal ? null : (before?.marker ?? lateMarker ?? null);
    // "gestegen tot 47": where a change arrives, and no upper end.
    if (
      marker === 'ceiling' &&
      /^(?:tot|bis)$/iu.test(before?.words ?? '') &&
      /(?:van|von|leidde|leiden|leidt|geleid|stijg|gesteg|daal|liep(?:en)? op|loopt op|oplop|opliep|steeg|verdubbel|verdrie|toegenomen|groeide|gedaald|stieg|gestiegen|sank|gesunken|opgelopen)/iu.test(
        lead,
      )
    )
      marker = null;
    // "liep dat vorig jaar op tot 50 ton"
    if (
      marker === 'ceiling' &&
      /^tot$/iu.test(before?.words ?? '') &&
      /(?<!\p{L})op\s*$/iu.test(text.slice(0, before?.start ?? candidate.at))
    )
      marker = null;
    // "jailed for 15 years over 1,050 kg": about them, and not more than so many.
    if (
      language === 'en' &&
      /^over$/iu.test(before?.words ?? '') &&
      (counted?.kind === 'mass' || counted?.kind === 'money') &&
      broughtUpOver.test(lead.slice(0, before?.start))
    )
      marker = null;
    if (candidate.about && (marker === null || marker === 'exact')) marker = 'rounded';
    const isRange =
      before?.marker === 'range' ||
      (figures.at(-1)?.noClaim === 'range' &&
        /^\s*(?:\p{L}+ )?(?:en|et|und|and|à|tot|bis|to|-|–)\s*(?:EUR|USD|GBP|CHF|[€$£])?\s*$/iu.test(
          text.slice(figures.at(-1)?.numberEnd ?? 0, candidate.at),
        )) ||
      (/^\s*(?:-|–)\s*\d/u.test(text.slice(numberEnd)) && /^\d/u.test(candidate.text)) ||
      // "7 bis 13 Kilogramm"
      (counted === null &&
        /^\s*(?:tot|à|bis|to)\s+\d/u.test(text.slice(numberEnd)) &&
        !changedFrom.test(lead));
    const unknown = counted ? null : unknownNoun(text.slice(numberEnd), language);
    const isOfKind = ofKinds.has(candidate.at);
    const what = isOfKind
      ? null
      : kindOf(
          text,
          {
            at: candidate.at,
            end: isScaled ? numberEnd : candidate.end,
            text: candidate.text,
            counted,
          },
          language,
        );
    figures.push({
      start: before?.start ?? candidate.at - (hasSign?.[0].length ?? 0),
      end,
      at: candidate.at,
      numberEnd,
      value: factor === 1 ? value : Number((value * factor).toPrecision(15)),
      printed,
      // "34m": of what a letter says, or so many.
      other: isOfLetter ? printed : read.other,
      marker: marker === 'range' || marker === 'ceiling' ? null : marker,
      markerWords:
        marker === null
          ? null
          : candidate.about && !before
            ? candidate.text
            : (before?.words ?? late ?? candidate.text),
      counted,
      unknown,
      inWords: candidate.value !== null,
      negation: notSo[language].exec(text.slice(0, before?.start ?? candidate.at))?.[0] ?? null,
      noClaim:
        (/^10+$/u.test(String(read.value)) && severalBefore[language].test(lead)
          ? 'several'
          : null) ??
        // "six millions de messages": a unit is asked for, as of digits.
        (what === 'nothing' && (value * factor >= 1000 || (unknown !== null && value >= 20))
          ? null
          : what) ??
        // "(34)" behind a name, and no figure of the year before it.
        (counted === null &&
        unknown === null &&
        factor === 1 &&
        value <= 120 &&
        !isOfKind &&
        text.slice(0, candidate.at).endsWith('(') &&
        !times.some(({ end: till }) => /^\s*\($/u.test(text.slice(till, candidate.at))) &&
        !isCountedBefore(text.slice(0, candidate.at - 1), language) &&
        text.slice(numberEnd).startsWith(')')
          ? 'age'
          : null) ??
        (isAmongAges(text, candidate.at) ? 'age' : null) ??
        // "The driver, 47, was handed over"
        (counted === null &&
        candidate.value === null &&
        /^[1-9]\d$/u.test(candidate.text) &&
        /\p{L},\s$/u.test(text.slice(0, candidate.at)) &&
        /^,\s(?!\d)/u.test(text.slice(numberEnd)) &&
        !/\d/u.test(text.slice(0, candidate.at).split(/[;.]/u).at(-1) ?? '')
          ? 'age'
          : null) ??
        (isDenied(text.slice(0, before?.start ?? candidate.at), text.slice(end), language)
          ? 'denied'
          : null) ??
        unrealIn(text, before?.start ?? candidate.at, end, language) ??
        (/(?<!\p{L})(?:censée?s?|supposed to)(?: ne)? \p{L}+(?: que)?\s+$/iu.test(lead)
          ? 'supposed'
          : null) ??
        (counted?.kind === 'money' &&
        (penaltyBefore.test(lead) || penaltyBehind.test(text.slice(end)))
          ? 'penalty'
          : null) ??
        (counted?.kind === 'money' && isRevenue(text, candidate.at, end) ? 'nothing' : null) ??
        (isDifference(text.slice(0, before?.start ?? candidate.at), text.slice(end))
          ? 'difference'
          : null) ??
        (isForecast(lead, text.slice(end), counted?.kind === 'money') ||
        ahead.test(text.slice(end)) ||
        (counted?.kind === 'money' && isSetAside(text, candidate.at, end))
          ? 'forecast'
          : null) ??
        (candidate.isPriced ||
        ofEach.test(text.slice(end)) ||
        ofSoMany.test(text.slice(numberEnd)) ||
        everyBefore.test(text.slice(0, before?.start ?? candidate.at)) ||
        ((counted?.kind === 'money' || counted?.kind === 'mass') &&
          perThing.test(text.slice(end))) ||
        (previous?.noClaim === 'rate' &&
          (beforeSoMany.test(lead) ||
            (ratioBefore.test(text.slice(0, previous.at)) &&
              !/[;:]/u.test(text.slice(previous.end, candidate.at))))) ||
        (/^10{2,}$/u.test(String(value * factor)) &&
          counted?.kind !== 'money' &&
          ratioBefore.test(lead)) ||
        isOfEachPiece(figures.at(-1), text, { at: candidate.at, end, counted })
          ? 'rate'
          : null) ??
        (anyoneWho[language].test(lead) ||
        (counted?.kind === 'mass' && ofSize(lead, language)) ||
        isThreshold(figures.at(-1), { text, at: candidate.at, end, counted })
          ? 'threshold'
          : null) ??
        (isConversion(figures.at(-1), {
          text,
          start: candidate.at - (hasSign?.[0].length ?? 0),
          counted,
        })
          ? 'conversion'
          : null) ??
        (unknown !== null &&
        value * factor < 20 &&
        marker === null &&
        !isTaken(lead, text.slice(numberEnd))
          ? 'nothing'
          : null) ??
        (isUncounted(lead, text.slice(numberEnd), counted, value * factor) ? 'nothing' : null) ??
        (isRange ? 'range' : marker === 'ceiling' ? 'ceiling' : null),
    });
  }
  return { figures: figures.map((figure, at) => asOfList(figure, at, figures, text)), times };
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
