import { addDays, parsePeriod, type Span } from '@samenbeeld/schema';
import { says } from './acts.ts';
import type { Carried } from './carried.ts';
import { asked, because, type ProposedField, proposed } from './claim-fields.ts';
import type { Figure } from './figures.ts';
import {
  arriving,
  boundary,
  comparing,
  isStartOfChange,
  respectively,
  setOut,
} from './parts-of-sentence.ts';
import type { Mention } from './time.ts';

/** A time for a figure, and whether it stands by it. */
interface Dated {
  readonly mention: Mention;
  readonly sure: boolean;
  readonly how: 'beside' | 'sentence' | 'earlier';
}

/** The words that a time begins with: of "ten opzichte van 2022" the time has the last two. */
function leadOf({ words }: Mention): string {
  return /^(?:\p{L}+ )*/u.exec(words)?.[0] ?? '';
}

/** "Donnerstag, den 2. Juni 2031": the day by another name. */
export function isApposed(text: string, { end, span }: Mention, named: Mention): boolean {
  return span === null && /^[\s,]+(?:\p{L}{1,3}\s+)*$/u.test(text.slice(end, named.start));
}

/** Words for a period that went on when it was told. */
export const toDate: RegExp =
  /(?<!\p{L})(?:tot nu toe|tot nog toe|tot dusver|tot op heden|tot vandaag|jusqu['’]à présent|jusqu['’]ici|à ce jour|bisher|bislang|bis heute|so far|to date|thus far|up to now)(?!\p{L})/iu;

function behindOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  times: readonly Mention[],
): Mention | null {
  const next = all[all.indexOf(figure) + 1];
  const mention = times.find(({ start }) => start >= figure.end && (!next || start < next.start));
  if (!mention || mention.aside) return null;
  const gap = text.slice(figure.end, mention.start);
  // "14 (2022: 9)": the year is of the figure behind it.
  if (next && /^\s*[:=]\s*(?:\p{L}+\.?\s*)?$/u.test(text.slice(mention.end, next.start)))
    return null;
  if (/^\s*\($/u.test(gap)) return mention;
  if (boundary.test(`${gap}${leadOf(mention)}`)) return null;
  // "110 ton en in 2021 41 ton": the year is of what follows.
  if (
    next &&
    (/(?:^|\s)(?:en|et|und|and)\s*$/iu.test(gap) ||
      // "59 ton en in 2022 47 ton": the conjunction is taken for a part of the time.
      /^\s*(?:en|et|und|and)\s+(?:\p{L}+\s+)+$/iu.test(`${gap}${leadOf(mention)}`)) &&
    !boundary.test(text.slice(mention.end, next.start))
  )
    return null;
  return mention;
}

/** Words behind a figure at which another one begins that it is held against. */
const heldBehind =
  /(?<!\p{L})(?:ten opzichte van|vergeleken met|in vergelijking met|tegenover|par rapport à|comparé\p{L}* à|gegenüber|im vergleich zu|verglichen mit|compared (?:to|with)|against)(?!\p{L})/iu;

/** Which of the times that a sentence names is the figure's. */
export function datedOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  times: readonly Mention[],
  speaking: readonly Figure[],
): Dated | null {
  const behind = behindOf(text, figure, all, times);
  if (behind) {
    const gap = text.slice(figure.end, behind.start);
    return {
      mention: behind,
      sure:
        !behind.loose &&
        gap.length < 90 &&
        !/(?<!\p{L})(?:die|dat|qui|que|which|that|who)(?!\p{L})/iu.test(gap),
      how: 'beside',
    };
  }
  // "46.789 kilo (2022: 39.000)": what stands in a bracket is not of what follows it.
  const isClosed = ({ start, end }: Mention): boolean =>
    /\(\s*$/u.test(text.slice(0, start)) && text.slice(end, figure.start).includes(')');
  const usable = times.filter((mention) => !mention.aside && !isClosed(mention));
  const before = usable.filter(({ end }) => end <= figure.start);
  const earlier = speaking.filter(({ end }) => end <= figure.start);
  const takenBy = (others: readonly Figure[]): ReadonlySet<Mention | null> =>
    new Set(others.map((other) => behindOf(text, other, speaking, times)));
  const taken = takenBy(earlier);
  const compared = takenBy(earlier.filter(({ start }) => comparing.test(text.slice(0, start))));
  const free = before.filter((mention) => !taken.has(mention));
  // "four in 2024, against nine in 2023, and 690 litres"
  const mention = free.at(-1) ?? before.findLast((one) => !compared.has(one)) ?? before.at(-1);
  if (!mention) {
    const [only, ...others] = usable;
    const between = text.slice(figure.end, only?.start);
    // "12 kilo cocaïne, 3 kilo hasj en 593.941 euro op 3 maart": the day is of each.
    const isShared = all
      .filter(({ start }) => start >= figure.end && start < (only?.start ?? 0))
      .every(({ at, start }) =>
        /(?:,|(?<!\p{L})(?:en|et|und|and|ainsi que|sowie|alsook))\s*$/iu.test(
          text.slice(figure.end, Math.min(at, start)),
        ),
      );
    return only &&
      others.length === 0 &&
      isShared &&
      all.every(({ start }) => start < only.start) &&
      only.start >= figure.end &&
      !/[;:…(]/u.test(between) &&
      !heldBehind.test(`${between}${leadOf(only)}`)
      ? { mention: only, sure: false, how: 'sentence' }
      : null;
  }
  const previous = all[all.indexOf(figure) - 1];
  // "von 14 im Jahr 2008 auf 85": the year is that of what the change set out from.
  if (
    previous &&
    mention.start >= previous.end &&
    setOut.test(text.slice(0, previous.start)) &&
    arriving.test(
      `${text.slice(previous.end, mention.start)}${text.slice(mention.end, figure.start)}`,
    )
  )
    return null;
  const gap = text.slice(mention.end, figure.start);
  const between = all.filter(
    ({ start, end }) => start >= mention.end && end <= figure.start,
  ).length;
  if (
    comparing.test(text.slice(0, figure.start)) &&
    (between > 0 || !free.includes(mention) || boundary.test(gap))
  )
    return null;
  // "En 2030 et 2031, respectivement 812 et 944": which year is whose is for a person.
  const other = before.at(before.indexOf(mention) - 1);
  if (
    before.length > 1 &&
    other &&
    other.end <= mention.start &&
    /^\s*(?:,|en|et|und|and|,? (?:en|et|und|and))?\s*$/iu.test(text.slice(other.end, mention.start))
  )
    return null;
  const isOnly = usable.length === 1 && times.length === 1;
  const governs =
    free.includes(mention) &&
    between === 0 &&
    !/[;:…(]|(?<!\p{L})(?:terwijl|tandis que|alors que|während|while|whereas)(?!\p{L})/iu.test(gap);
  return {
    mention,
    sure: governs && !mention.loose && gap.length < 140 && (isOnly || gap.length < 60),
    how: governs ? 'sentence' : 'earlier',
  };
}

/** What is told in a courtroom: its day is not the one on which the drugs were found. */
export const tried: RegExp =
  /(?<!\p{L})(?:veroordeel\p{L}*|strafeis|eist(?:e|en)?|terecht|aangeklaagd|vonnis|rechtbank|beklaagden?|condamn\p{L}*|requis|poursuivi\p{L}*|tribunal|procès|prévenus?|verurteil\p{L}*|angeklagt\p{L}*|landgericht\p{L}*|amtsgericht|prozess|urteil|sentenced|jailed|convicted|charged|on trial|prosecuted|court)(?!\p{L})/iu;

export function isOfTrial(text: string, figure: Figure, { mention }: Dated): boolean {
  return (
    ['mass', 'pieces'].includes(figure.counted?.kind ?? '') &&
    mention.end <= figure.start &&
    !/\s(?:en|et|und|and|tot|bis|to|à|au)\s/iu.test(mention.words) &&
    tried.test(text.slice(0, figure.start)) &&
    !says(text.slice(mention.end, figure.start), 'seized')
  );
}

function code({ start, end }: Span): string {
  return `${start}/${end}`;
}

/** Whether the time is of several figures, one after the other: "de 59 à 38 tonnes entre 2023 et 2024", "op 12 en 13 mei respectievelijk 300 en 40 kilo". */
export function isOfEach(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  { mention: { words } }: Dated,
): boolean {
  const previous = all[all.indexOf(figure) - 1];
  const isArrival = previous !== undefined && isStartOfChange(text, previous, all);
  return (
    (isArrival && /(?:tussen|entre|zwischen|between)/iu.test(words)) ||
    (respectively.test(text) && /\s(?:en|et|und|and)\s/iu.test(words))
  );
}

export function published(text: string | undefined): Span | null {
  if (text === undefined) return null;
  const { start, end } = parsePeriod(text);
  return { start, end };
}

/** Whether a period is one that is reported on, a quarter or more, and not that of one event. */
export function isLong({ start, end }: Span): boolean {
  return addDays(start, 84) <= end;
}

export function periodOf(
  dated: Dated | null,
  spans: readonly Span[],
  day: Span | null,
  carried: Carried,
  {
    isCompared,
    isToDate,
    times,
  }: {
    readonly isCompared: boolean;
    readonly isToDate: boolean;
    readonly times: readonly Mention[];
  },
): { readonly field: ProposedField; readonly running: boolean } {
  if (!dated) {
    if (isCompared) return { field: asked(because('compared')), running: false };
    // What the sentence itself says of time is not overruled by the one before.
    const open = times.filter(({ aside }) => !aside);
    if (open[0])
      return {
        field: asked(
          open.length > 1
            ? because('several', open.map(({ words }) => words).join(', '))
            : because('earlier', open[0].words),
        ),
        running: false,
      };
    if (carried.span && carried.mention)
      return {
        field: proposed(code(carried.span), false, because('before', carried.mention.words)),
        running: carried.mention.running,
      };
    return { field: asked(because('notSaid')), running: false };
  }
  const { mention, sure, how } = dated;
  const { span, needs, from, running, words } = mention;
  if (span)
    return {
      field: proposed(code(span), sure && !isToDate, because(how, words)),
      running: running || isToDate,
    };
  const anchor = needs === 'neighbour' ? (spans.at(-1) ?? carried.span) : day;
  const counted = anchor && from ? from(anchor) : null;
  // "En 2031 …, contre … l'an dernier", published in 2032: the year before which year?
  const isTaken =
    counted !== null &&
    spans.some(({ start, end }) => start === counted.start && end === counted.end);
  if (counted && !isTaken)
    return {
      field: proposed(
        code(counted),
        false,
        because(needs === 'neighbour' ? 'neighbour' : 'published', words),
      ),
      running,
    };
  return {
    field: asked(
      because(
        needs === 'days' ? 'days' : needs === 'year' || needs === 'start' ? 'open' : 'relative',
        words,
      ),
    ),
    running,
  };
}
