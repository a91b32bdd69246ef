import { addDays, parsePeriod, type Span } from '@samenbeeld/schema';
import { untilNow } from '../columns/heading-time.ts';
import { says } from './acts.ts';
import { isBeside, isPlainlySaid } from './certain.ts';
import { asked, because, type ProposedField, proposed, sureIf } from './claim-fields.ts';
import type { Figure, FigureIn } from './figure.ts';
import type { Carried, Dated, FigureRead, Measured, Thing } from './figure-read.ts';
import { continuedBy } from './metric.ts';
import {
  arriving,
  boundary,
  comparing,
  isStartOfChange,
  respectively,
  setOut,
  whereIn,
} from './parts-of-sentence.ts';
import type { Mention } from './time.ts';

/** The words that a time begins with: of "ten opzichte van 2022" the time has the last two. */
function leadOf({ words }: Mention): string {
  return /^(?:\p{L}+ )*/u.exec(words)?.[0] ?? '';
}

/** "Donnerstag, den 2. Juni 2031": the day by another name. */
function isApposed(text: string, { end, span }: Mention, named: Mention): boolean {
  return span === null && /^[\s,]+(?:\p{L}{1,3}\s+)*$/u.test(text.slice(end, named.start));
}

/** Words for a period that went on when it was told. */
const toDate = new RegExp(`(?<!\\p{L})(?:${untilNow})(?!\\p{L})`, 'iu');

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

/** Twelve months, or the calendar year before. */
const pastYear = /(?<!\p{L})(?:(?:afgelopen|voorbije) jaar|(?:past|last) year)(?!\p{L})/iu;

/** Which of the times that a sentence names is the figure's. */
function datedOf(at: FigureIn, times: readonly Mention[]): Dated | null {
  const { text, figure, kept, speaking } = at;
  // "van zowel 2018 (42) als 2019 (44)"
  const around = /^\s*\)/u.test(text.slice(figure.end))
    ? times.find(({ end }) => end <= figure.start && /^\s*\($/u.test(text.slice(end, figure.start)))
    : undefined;
  if (around && !around.aside) return { mention: around, sure: !around.loose, how: 'beside' };
  // "halb so viel wie 2023 mit 33 Tonnen": what a figure is held against is the other's.
  const heldWith = times.find(
    ({ aside, end }) =>
      aside && /^\s*(?:mit|met|avec|with)\s+$/iu.test(text.slice(end, figure.start)),
  );
  if (heldWith?.span) return { mention: heldWith, sure: false, how: 'beside' };
  const behind = behindOf(text, figure, kept, times);
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
  if (!mention) return datedAhead(at, usable);
  const isFree = free.includes(mention);
  const gap = text.slice(mention.end, figure.start);
  const isFirst = !kept.some(({ start, end }) => start >= mention.end && end <= figure.start);
  if (
    isSetOutFrom(at, mention) ||
    (comparing.test(text.slice(0, figure.start)) && !(isFirst && isFree && !boundary.test(gap))) ||
    isOneOfTwo(text, mention, before)
  )
    return null;
  const isOnly = usable.length === 1 && times.length === 1;
  const governs =
    isFree &&
    isFirst &&
    !/[;:…(]|(?<!\p{L})(?:terwijl|tandis que|alors que|während|while|whereas)(?!\p{L})/iu.test(gap);
  return {
    mention,
    sure: governs && !mention.loose && gap.length < 140 && (isOnly || gap.length < 60),
    how: governs ? 'sentence' : 'earlier',
  };
}

/** The only time of a sentence, behind all its figures: "12 kilo cocaïne, 3 kilo hasj en 593.941 euro op 3 maart". */
function datedAhead({ text, figure, kept }: FigureIn, usable: readonly Mention[]): Dated | null {
  const [only, ...others] = usable;
  if (!only || others.length > 0 || only.start < figure.end) return null;
  const between = text.slice(figure.end, only.start);
  const isShared = kept
    .filter(({ start }) => start >= figure.end && start < only.start)
    .every(({ at, start }) =>
      /(?:,|(?<!\p{L})(?:en|et|und|and|ainsi que|sowie|alsook))\s*$/iu.test(
        text.slice(figure.end, Math.min(at, start)),
      ),
    );
  return isShared &&
    kept.every(({ start }) => start < only.start) &&
    !/[;:…(]/u.test(between) &&
    !heldBehind.test(`${between}${leadOf(only)}`)
    ? { mention: only, sure: false, how: 'sentence' }
    : null;
}

/** "von 14 im Jahr 2008 auf 85": the year is that of what the change set out from. */
function isSetOutFrom({ text, figure, previous }: FigureIn, { start, end }: Mention): boolean {
  return (
    previous !== undefined &&
    start >= previous.end &&
    setOut.test(text.slice(0, previous.start)) &&
    arriving.test(`${text.slice(previous.end, start)}${text.slice(end, figure.start)}`)
  );
}

/** "En 2030 et 2031, respectivement 812 et 944": which year is whose is for a person. */
function isOneOfTwo(text: string, mention: Mention, before: readonly Mention[]): boolean {
  const other = before.at(before.indexOf(mention) - 1);
  return (
    before.length > 1 &&
    other !== undefined &&
    other.end <= mention.start &&
    /^\s*(?:,|en|et|und|and|,? (?:en|et|und|and))?\s*$/iu.test(text.slice(other.end, mention.start))
  );
}

/** What is told in a courtroom: its day is not the one on which the drugs were found. */
export const tried: RegExp =
  /(?<!\p{L})(?:veroordeel\p{L}*|strafeis|eist(?:e|en)?|terecht|aangeklaagd|vonnis|rechtbank|beklaagden?|condamn\p{L}*|requis|poursuivi\p{L}*|tribunal|procès|prévenus?|verurteil\p{L}*|angeklagt\p{L}*|landgericht\p{L}*|amtsgericht|prozess|urteil|sentenced|jailed|convicted|charged|on trial|prosecuted|court)(?!\p{L})/iu;

function isOfTrial(text: string, figure: Figure, { mention }: Dated): boolean {
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
function isOfEach({ text, previous, kept }: FigureIn, { mention: { words } }: Dated): boolean {
  const isArrival = previous !== undefined && isStartOfChange(text, previous, kept);
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

/** What a period is read from, besides the figure in its sentence. */
interface Timing {
  readonly times: readonly Mention[];
  /** The day of publication. */
  readonly day: Span | null;
  /** What goes on of the sentence before. */
  readonly goingOn: Carried;
  readonly thing: Thing;
  readonly measured: Measured;
  readonly isDone: boolean;
  /** The figures of the sentence that were read before. */
  readonly earlier: readonly Pick<FigureRead, 'dated' | 'period'>[];
}

/** For which period: by the time that is the figure's, else by what the sentence before leaves. */
export function periodField(
  at: FigureIn,
  timing: Timing,
): { readonly dated: Dated | null; readonly field: ProposedField; readonly running: boolean } {
  const { text, figure, kept } = at;
  const { times, thing, measured, earlier } = timing;
  const isStart = isStartOfChange(text, figure, kept);
  const own = datedOf(at, times);
  const dated =
    own &&
    ((isStart && own.how !== 'beside') ||
      (own.how === 'earlier' && thing.counted?.kind === 'money' && measured.metric === null) ||
      isOfTrial(text, figure, own) ||
      isOfEach(at, own))
      ? null
      : own;
  if (!dated)
    return { dated, ...undated(isStart || comparing.test(text.slice(0, figure.start)), timing) };
  const found = periodOf(dated, toDate.test(text), timing);
  // What a time that depends on another was taken for: the same for each figure of the sentence.
  const settled =
    dated.mention.span === null
      ? earlier.findLast((one) => one.dated?.mention === dated.mention)?.period
      : undefined;
  const { span } = dated.mention;
  const field = settled ?? found.field;
  return {
    dated,
    running: found.running,
    field: span ? sureIf(field, () => isOwnPeriod(at, dated.mention, span, timing)) : field,
  };
}

/** Whether the days are plainly said of the figure. */
function isOwnPeriod(
  at: FigureIn,
  mention: Mention,
  span: Span,
  { times, thing, measured, isDone }: Timing,
): boolean {
  const { text, figure } = at;
  // "2029 bis 2031 … 12, 14 und 19 Tonnen": of a year each, or of all.
  if (!thing.sure && addDays(span.start, 366) < span.end) return false;
  const isMeasured =
    isDone ||
    (measured.metric !== null && continuedBy(text) !== null) ||
    (isBeside(text, figure, mention) &&
      isLong(span) &&
      // "9 Kilogramm im Jahr 2023 sichergestelltes Kokain": of what was found, of which something else is told.
      whereIn(text, measured.act ?? '').every(
        ({ start }) => !/^\s+$/u.test(text.slice(mention.end, Math.max(0, start))),
      ));
  const rivals = times.filter((other) => !isApposed(text, other, mention));
  return isMeasured && isPlainlySaid(at, mention, rivals);
}

/** The days of a figure that no time of its sentence is of. */
function undated(
  isCompared: boolean,
  { times, goingOn: { span, mention } }: Timing,
): { readonly field: ProposedField; readonly running: boolean } {
  if (isCompared) return { field: asked(because('compared')), running: false };
  // What the sentence itself says of time is not overruled by the one before.
  const open = times.filter(({ aside }) => !aside);
  if (open[0]) {
    const words = open.map((one) => one.words).join(', ');
    return {
      field: asked(because(open.length > 1 ? 'several' : 'earlier', words)),
      running: false,
    };
  }
  return span && mention
    ? {
        field: proposed(code(span), false, because('before', mention.words)),
        running: mention.running,
      }
    : { field: asked(because('notSaid')), running: false };
}

function periodOf(
  { mention, sure, how }: Dated,
  isToDate: boolean,
  { day, goingOn, earlier }: Timing,
): { readonly field: ProposedField; readonly running: boolean } {
  const { span, needs, from, running, words } = mention;
  if (span)
    return {
      field: proposed(code(span), sure && !isToDate, because(how, words)),
      running: running || isToDate,
    };
  const codes = earlier.flatMap(({ period }) => period.value ?? []);
  const [start = '', end = ''] = codes.at(-1)?.split('/') ?? [];
  const anchor = needs === 'neighbour' ? (codes.length > 0 ? { start, end } : goingOn.span) : day;
  const counted = anchor && from ? from(anchor) : null;
  // "En 2031 …, contre … l'an dernier", published in 2032: the year before which year?
  if (counted && !codes.includes(code(counted))) {
    const why = needs === 'neighbour' ? 'neighbour' : 'published';
    return { field: proposed(code(counted), false, because(why, words)), running };
  }
  // With the day of publication it is not asked for again: the year before is one reading of "the past year".
  if (needs === 'publication' && day !== null) {
    const lastYear = Number(day.start.slice(0, 4)) - 1;
    const among = pastYear.test(words) ? [`${lastYear}-01-01/${lastYear}-12-31`] : [];
    return { field: asked(because('rolling', words), among), running };
  }
  const why =
    needs === 'days' ? 'days' : needs === 'year' || needs === 'start' ? 'open' : 'relative';
  return { field: asked(because(why, words)), running };
}
