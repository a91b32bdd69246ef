import {
  addDays,
  agencies,
  claimInterval,
  decimalText,
  InputError,
  type Interval,
  type Language,
  parsePeriod,
  placeContains,
  places,
  type Span,
  type Text,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { masked, withoutNames } from '../persons/names.ts';
import { isBeside, isOfOtherNoun, isPlainlySaid, type Words } from './certain.ts';
import {
  agencyOf,
  asked,
  basisOf,
  because,
  boundary,
  comparing,
  countedBy,
  isOfOtherStuff,
  ofFinds,
  type ProposedField,
  placeOf,
  proposed,
  segmentOf,
  substanceOf,
} from './claim-fields.ts';
import { type ClaimFieldName, noClaimText } from './claim-words.ts';
import {
  type Counted,
  type Measured,
  measuredOf,
  moved,
  rivalsOf,
  says,
  whereAlike,
} from './counted.ts';
import { disposedIn } from './disposed.ts';
import { type Figure, figuresIn, type NoClaim, ofThings, ofWhom } from './figures.ts';
import {
  agenciesIn,
  isAdjective,
  type NamedPlace,
  otherServiceIn,
  placesIn,
  substancesIn,
} from './scope.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Mention, timesIn } from './time.ts';
import { hearsayIn } from './told.ts';

/** A figure of a text, proposed as a row of the claim sheet. Nothing of it holds until a person has confirmed it. */
export interface ProposedClaim {
  readonly number: number;
  /** The figure as printed, with the words that mark it and its noun. */
  readonly figure: string;
  /** Offsets of the figure and of its sentence in the text: first character, and the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** The sentence as it stands, without what looks like data or the name of a person. */
  readonly sentence: string;
  readonly language: Language;
  readonly value: number;
  /** What the wording allows, in the unit; null where the unit is asked. */
  readonly interval: Interval | null;
  readonly fields: Readonly<Record<ClaimFieldName, ProposedField>>;
  /** Fields that the sentence does not say: to be asked. */
  readonly asks: readonly ClaimFieldName[];
  /** Whether the figure is of a period that went on when it was said. */
  readonly toDate: boolean;
}

/** A number of a text that is no claim, and why. */
export interface NoClaimNumber {
  readonly figure: string;
  readonly start: number;
  readonly end: number;
  readonly kind: NoClaim;
  readonly value: number;
  readonly why: Text;
}

/** What a text holds. */
export interface ProposedClaims {
  readonly claims: readonly ProposedClaim[];
  readonly noClaims: readonly NoClaimNumber[];
  /** Sentences in another language than the four, of which nothing is proposed. */
  readonly unread: readonly { readonly start: number; readonly end: number }[];
}

/** What is known of a text besides its words. */
export interface ClaimOptions {
  /** The language of the text; found sentence by sentence where absent. */
  readonly language?: Language;
  /** Day, month or year of publication (`2025-01`): only with it a relative time ("last year") is proposed, as not sure. */
  readonly publishedOn?: string;
  /** Code of the place that every figure shares where its sentence names none. */
  readonly place?: string;
  /** Code of the agency, in the same way; several joined by `+`. */
  readonly agency?: string;
}

/** The part of a sentence that speaks of one figure: from the figure before it to the one behind it. */
interface Around {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

function aroundOf(text: string, figure: Figure, all: readonly Figure[]): Around {
  const { from, to } = segmentOf(text, figure, all);
  return {
    text: text.slice(from, to),
    before: text.slice(from, figure.start),
    after: text.slice(figure.end, to),
  };
}

function conjunction(words: string): { readonly mark: RegExp; readonly last: RegExp } {
  const mark = `(?:[,;…]|(?<!\\p{L})(?:${words})(?!\\p{L}))`;
  return { mark: new RegExp(mark, 'u'), last: new RegExp(`${mark}\\s*(?:\\p{L}+\\s*){0,3}$`, 'u') };
}
/** Words that join two things; "en" joins in Dutch only. */
const conjunctions: Readonly<Record<Language, ReturnType<typeof conjunction>>> = {
  nl: conjunction('en|alsook|evenals'),
  fr: conjunction('et|ainsi que'),
  de: conjunction('und|sowie'),
  en: conjunction('and'),
};

/** The words of an act belong to the figure they stand beside: behind it up to the next, or before it in the same clause. */
function clauseOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  language: Language,
): string {
  const { mark, last } = conjunctions[language];
  const { before, after } = aroundOf(text, figure, all);
  const isFirst = all.indexOf(figure) === 0;
  const lead = isFirst ? before : (before.split(mark).at(-1) ?? '');
  const rest = after.replace(last, '');
  return `${text.slice(figure.at, figure.end)} ${rest} | ${lead}`;
}

/** Nouns of a count that stand before it: "le nombre de colis", "Het aantal onderschepte poststukken daalde naar". */
const countedBefore =
  /(?:aantal|hoeveelheid|nombre|quantité|zahl|anzahl|menge|number|quantity|amount)\s+(?:(?:de|des|d['’]|of|der|von)\s*)?/giu;
/** "Parmi les personnes contrôlées, 95 …": those of whom a figure is a part. */
const amongBefore =
  /(?<!\p{L})(?:parmi|d['’]entre|onder|unter|among|out of|(?<=^\s*)(?:of|van)|von)\s+(?:(?:toutes|tous|alle|all)\s+)?(?:(?:les|ces|de|deze|die|den|diesen|the|these)\s+)?/giu;
/** The label of an item of a list: "Armes : 11". */
const label = /^\s*(?:[-•*–]\s+)?([\p{L}][^:\d]{1,40}?)\s*:\s*$/u;

const changing =
  /^(?:(?:les|le|la|de|het|die|der|das|the)\s)?(\p{L}[^,;:\d]{2,60}?)\s(?:passe(?:nt)?|(?:est|sont) passée?s?|gingen|ging|ste(?:eg|gen)|daalden?|stieg(?:en)?|sank(?:en)?|rose|fell|grew|went)(?!\p{L})/iu;

interface Thing {
  readonly counted: Counted | null;
  readonly sure: boolean;
}

/** Another noun between a figure and its own: "400 sacks of pills", "40 zakken pillen", "60 Säcke Tabletten". */
const holder: Readonly<Record<Language, RegExp>> = {
  nl: /\p{L}(?:en|s)\s/u,
  fr: /\p{L}s\s+(?:de|d['’])/u,
  de: /^\s*\p{Lu}/u,
  en: /\p{L}s\s|\sof\s/u,
};

/** Whether what is counted may be something that holds the things of the noun, and not those. */
function isOfHolder(
  { numberEnd, end, counted }: Figure,
  text: string,
  language: Language,
): boolean {
  const between = text.slice(numberEnd, end - (counted?.words.length ?? 0));
  return holder[language].test(between.replace(/^[ \u00a0\u202f-]*(?:of|de|d['’])\s*/u, ''));
}

function thingOf(
  figure: Figure,
  text: string,
  language: Language,
  at: number,
  all: readonly Figure[],
  last: Counted | null,
  countedAhead: (text: string) => Counted | null,
  namesDrug: (words: string) => boolean,
): Thing {
  if (figure.counted) {
    // "xtc-pillen (1,9 miljoen stuks)": pieces of what stands before them.
    const [, named] = /^(?:stuks|stück|pièces|pieces)$/iu.test(figure.counted.words)
      ? (/(?<!\p{L})(\p{L}[\p{L}-]+)\s*[(:]\s*$/u.exec(text.slice(0, figure.start)) ?? [])
      : [];
    const pieces = named === undefined ? null : countedAhead(named);
    return pieces?.kind === 'pieces' && pieces.unit !== figure.counted.unit
      ? { counted: pieces, sure: false }
      : { counted: figure.counted, sure: !isOfHolder(figure, text, language) };
  }
  // "les joints (31)": what is counted is not the unit of the figure before.
  if (text.slice(0, figure.at).endsWith('(') && text.slice(figure.numberEnd).startsWith(')'))
    return { counted: null, sure: false };
  // "300 en 40 kilo", "121, 44 et 61 tonnes", "38 beziehungsweise 21 Tonnen", "12 of the 120 drivers"
  const next = all[at + 1];
  const shared = sharedBehind(text, at, all);
  if (shared) return { counted: shared, sure: false };
  const isPart = next !== undefined && isWholeOf(text, next, figure);
  if (isPart && next.counted) return { counted: next.counted, sure: false };
  const unknown = figure.unknown ?? (isPart ? next.unknown : null);
  if (unknown !== null)
    return {
      counted:
        // "2,318 parcels; 1,406 with MDMA, 519 ketamine": of those, and no unit of its own.
        (last?.kind === 'finds' && namesDrug(unknown) ? last : null) ?? {
          ...{ kind: 'other', unit: null, countUnit: null, words: unknown },
        },
      sure: figure.unknown !== null && !(last?.kind === 'finds' && namesDrug(unknown)),
    };
  const lead = text.slice(0, figure.at);
  // "Les armes saisies passent de 61 à 88": what changed stands before the verb.
  const [, subject] = changing.exec(lead) ?? [];
  const changed =
    subject !== undefined && all.every(({ counted }) => counted === null)
      ? countedAhead(subject)
      : null;
  if (changed) return { counted: changed, sure: false };
  const [, labelled] = label.exec(lead) ?? [];
  if (labelled !== undefined) return { counted: countedAhead(labelled), sure: false };
  const [number] = [...lead.matchAll(countedBefore)].slice(-1);
  if (number)
    return { counted: countedAhead(lead.slice(number.index + number[0].length)), sure: false };
  const [whole] = [...lead.matchAll(amongBefore)].slice(-1);
  const ofWhom = whole ? countedAhead(lead.slice(whole.index + whole[0].length)) : null;
  if (ofWhom) return { counted: ofWhom, sure: false };
  // "Parmi les interpellés, 170": of those, whoever they are, and not of the trains of the sentence before.
  if (whole && at === 0 && /^\P{L}*$/u.test(lead.slice(0, whole.index)))
    return {
      counted: says(lead.slice(whole.index), 'arrested')
        ? {
            kind: 'persons',
            unit: 'person',
            countUnit: null,
            words: lead.slice(whole.index).trim(),
          }
        : null,
      sure: false,
    };
  // "contre respectivement 1,7 kg et 2.890": the second is of another thing.
  if (respectively.test(lead)) return { counted: null, sure: false };
  const isOfThings = ofThings.test(text.slice(0, figure.start));
  const earlier = all
    .slice(0, at)
    .findLast(
      ({ counted, unknown }) =>
        (counted !== null || unknown !== null) && !(isOfThings && counted?.kind === 'mass'),
    );
  // "Straftaten gegen das Leben gab es zehn"
  const ahead = isOfThings && !earlier ? countedAhead(lead) : null;
  if (ahead) return { counted: ahead, sure: false };
  // "In 2015 waren dit er nog 312.160": a number by itself goes on with things, not with the euros or the kilos of the sentence before.
  const isNoThing = last?.kind === 'money' || (last?.kind === 'mass' && isOfThings);
  return { counted: earlier ? earlier.counted : isNoThing ? null : last, sure: false };
}

/** What the last of numbers in a row counts. */
function sharedBehind(text: string, at: number, all: readonly Figure[]): Counted | null {
  for (let from = at; ; from += 1) {
    const [one, next] = [all[from], all[from + 1]];
    if (!one || !next) return null;
    const gap = text.slice(one.numberEnd, next.start);
    if (
      !/^(?:,|\s*(?:en|et|und|and|beziehungsweise|bzw\.?|respectievelijk|à|naar|to|auf|zu))\s*$/iu.test(
        gap,
      )
    )
      return null;
    if (next.counted) return next.counted;
  }
}

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
function isApposed(text: string, { end, span }: Mention, named: Mention): boolean {
  return span === null && /^[\s,]+(?:\p{L}{1,3}\s+)*$/u.test(text.slice(end, named.start));
}

/** Words for a period that went on when it was told. */
const toDate =
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
function datedOf(
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
const tried =
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

/** Words that set what follows against what was said before. */
const contrast = /(?<!\p{L})(?:terwijl|tandis que|alors que|während|while|whereas)(?!\p{L})|;/giu;

const setOut = /(?<!\p{L})(?:van|from|de|von)\s+(?:\p{L}+\s+)?$/iu;
const arriving = /^\s*(?:naar|tot|to|à|auf|zu)\s+(?:\p{L}+\s+){0,2}$/iu;

/** Whether a figure is what a change set out from: "van 412 naar 390", "de 300 à 450 kg". A time beside it is its own. */
function isStartOfChange(text: string, figure: Figure, all: readonly Figure[]): boolean {
  const next = all[all.indexOf(figure) + 1];
  return (
    next !== undefined &&
    setOut.test(text.slice(0, figure.start)) &&
    arriving.test(text.slice(figure.end, next.start))
  );
}

/** Whether the time is of several figures, one after the other: "de 59 à 38 tonnes entre 2023 et 2024", "op 12 en 13 mei respectievelijk 300 en 40 kilo". */
function isOfEach(
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

/** "12 out of 120 drivers", "12 van de 120 bestuurders": the second is the whole. */
function isWholeOf(text: string, figure: Figure, part: Figure | undefined): boolean {
  return (
    part !== undefined &&
    part.counted === null &&
    /^\s*(?:out of|of|van|sur|des|von|der)\s+(?:(?:the|de|les|den|all|alle) )?$/iu.test(
      text.slice(part.numberEnd, figure.at),
    )
  );
}

/** A sentence up to a part of the figure, of which alone something may be told: "11 Tonnen, von denen 2 sichergestellt wurden". */
function wholeBefore(text: string, figure: Figure, all: readonly Figure[]): string {
  const part = [
    ...text.matchAll(
      /(?<!\p{L})(?:waarvan|van wie|dont|parmi lesquel\p{L}+|davon|von denen|wovon|of which|of whom)(?!\p{L})/giu,
    ),
  ].find(({ index }) => index >= figure.end);
  return part && all.some(({ start }) => start > part.index) ? text.slice(0, part.index) : text;
}

/** Where words stand in a text, also more than once. */
function whereIn(text: string, words: string): readonly Words[] {
  const found: Words[] = [];
  for (
    let start = text.indexOf(words);
    words !== '' && start >= 0;
    start = text.indexOf(words, start + 1)
  )
    found.push({ start, end: start + words.length });
  return found;
}

/** Whether words are within a figure, beside it, or joined to it by "of" or a colon: "12 kg of cocaine", "Cocaine: 12 kg". */
function isOfIt(text: string, { start, numberEnd, end }: Figure, words: Words): boolean {
  return words.end <= start
    ? /^\s*(?:(?:avec|met|mit|with)\s+(?:\p{L}+\s+){0,3}|\(|[:：=]\s*)$/iu.test(
        text.slice(words.end, start),
      )
    : words.start >= numberEnd &&
        (words.start < end ||
          /^\s*(?:(?:de(?: la)?|du|des|van|von|of)\s|d['’]|de l['’])?\s*$/iu.test(
            text.slice(end, words.start),
          ));
}

/** Whether the sentence says plainly of this figure the act that its measure rests on; of "seizures" the noun does. */
function isActPlain(
  text: string,
  figure: Figure,
  measured: Measured,
  all: readonly Figure[],
  language: Language,
): boolean {
  const own = { start: figure.at, end: figure.end };
  if (measured.act === null) return isPlainlySaid(text, figure, own, all, [], language, true);
  const said = [...whereIn(text, measured.act), ...whereAlike(text, measured.act)];
  const rivals = rivalsOf(text, measured);
  return said.some(
    (words) =>
      // "found drugs in 94 of the parcels": finds of them.
      !(
        isOfOtherNoun(text, figure, words, all) &&
        !(
          measured.metric === 'seizures' &&
          substancesIn(text, language).some(
            ({ start }) => start >= words.end && start < words.end + 9,
          )
        )
      ) && isPlainlySaid(text, figure, words, all, rivals, language, true),
  );
}

/** "opened 31,000 parcels and found drugs in 9,450": the act is of those behind it. */
function actIsOfNext(
  text: string,
  figure: Figure,
  next: Figure | undefined,
  act: string | null,
): boolean {
  const at = act === null ? -1 : text.indexOf(act, figure.end);
  return (
    act !== null &&
    next !== undefined &&
    at >= figure.end &&
    at + act.length <= next.start &&
    /(?<!\p{L})(?:en|et|und|and)\s+(?:(?:a|ont|then|later|also) )?$/iu.test(
      text.slice(figure.end, at),
    )
  );
}

/** "stopped 400 cars and searched 60": those that were checked are told behind, and are fewer. */
function isOnlyStopped(
  text: string,
  figure: Figure,
  { metric }: Measured,
  clause: string,
  all: readonly Figure[],
): boolean {
  const later = all.find(({ start }) => start >= figure.end);
  const rest = text.slice(figure.end, all[all.indexOf(figure) + 2]?.start);
  return (
    metric?.endsWith('_checked') === true &&
    says(clause, 'stopped') &&
    later !== undefined &&
    later.value < figure.value &&
    (later.counted === null || later.counted.kind === figure.counted?.kind) &&
    (says(rest, 'checked') || says(rest, 'searched'))
  );
}

/** Where a part of what was said begins. */
const partAhead =
  /(?<!\p{L})(?:waarvan|dont|davon|von denen|wovon|of which|of these|of whom)(?!\p{L})/iu;

/** Words behind which figures are told in the order of others. */
const respectively =
  /(?<!\p{L})(?:respectievelijk|respectivement|respectively|beziehungsweise|bzw)(?!\p{L})/iu;

/** "La cocaïne et l'héroïne …, respectivement 12 tonnes et 424 kg": the substance that stands where the figure does. */
function inOrder(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  language: Language,
): ProposedField {
  const [first] = all;
  const named = substancesIn(text.slice(0, first?.start), language);
  const own = named[all.indexOf(figure)];
  return own && own.code !== '' && named.length === all.length
    ? proposed(own.code, false, because('earlier', own.words))
    : asked(because('notSaid'));
}

/** The part of a sentence around a figure that no contrast divides. */
function partAround(
  text: string,
  { start, end }: Figure,
): { readonly from: number; readonly to: number } {
  const marks = [...text.matchAll(contrast)];
  const from = marks.findLast(({ index, 0: mark }) => index + mark.length <= start);
  const to = marks.find(({ index }) => index >= end);
  return {
    from: from ? from.index + from[0].length : 0,
    to: to ? to.index : text.length,
  };
}

/** The text with blanks outside a part, so that what stands in it keeps its place. */
function maskedTo(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return `${' '.repeat(from)}${text.slice(from, to)}${' '.repeat(text.length - to)}`;
}

function published(text: string | undefined): Span | null {
  if (text === undefined) return null;
  const { start, end } = parsePeriod(text);
  return { start, end };
}

/** What the sentence before leaves: a time, a thing, places. */
interface Carried {
  readonly mention: Mention | null;
  readonly span: Span | null;
  readonly counted: Counted | null;
  readonly place: ProposedField | null;
  readonly agency: ProposedField | null;
  /** The one substance whose seizures the sentence before counted. */
  readonly seized: ProposedField | null;
}

const nothingCarried: Carried = {
  mention: null,
  span: null,
  counted: null,
  place: null,
  agency: null,
  seized: null,
};

/** Words for another time than that of the sentence before: what had been, what is now, what came of an inquiry. */
const elsewhen =
  /(?<!\p{L})(?:had(?:den)?|eerder|later|daarna|nadien|voordien|voorheen|vroeger|destijds|sindsdien|inmiddels|intussen|ondertussen|tegenwoordig|momenteel|geleden|onderzoek(?:en)?|avai(?:t|ent)|ét(?:ait|aient) (?:déjà )?\p{L}+(?:é|i|is|u)e?s?|auparavant|plus t(?:ôt|ard)|ensuite|suivante?s?|déjà|désormais|actuellement|aujourd['’]hui|entre-temps|entretemps|enquêtes?|hatten?|war(?:en)? .{0,80}worden|zuvor|früher|vorher|später|danach|darauf|seitdem|seither|inzwischen|mittlerweile|derzeit|heute|ermittlungen|had|earlier|later|afterwards|previously|already|meanwhile|currently|today|ago|since|investigations?|inquiry)(?!\p{L})/iu;
/** A part of the land that has no name of its own: "en région parisienne", "aan Belgische kant". */
const otherSide =
  /(?<!\p{L})(?:(?:en|dans la|dans le|in der|im|in de|in het|in the|aan(?: de)?|aux?|à la|an (?:der|den)|at the|auf|côté|du côté)(?: [\p{L}-]+)? (?:région|département|regio|provincie|region|umland|großraum|raum|kant|zijde|seite|side|area|rest|grens|grenzen|frontières?|grenzen?|borders?)|elders|ailleurs|anderswo|elsewhere)(?!\p{L})/iu;

/** Whether a period is one that is reported on, a quarter or more, and not that of one event. */
function isLong({ start, end }: Span): boolean {
  return addDays(start, 84) <= end;
}

/** A sentence about a part of what the text goes on about: "Allein im Hafen". */
const partAlone =
  /^\W*(?:allein|alleen al|alone|rien qu|à lui seul|à elle seule)|(?<!\p{L})(?:alone|allein|alleen al|davon|daarvan|dont|of which|of these)(?!\p{L})/iu;
/** "La douane belge y a saisi": at a place that was spoken of. */
const there =
  /(?<!\p{L})(?:(?<!il )y (?:a|ont|avait|avaient|est|sont)|daar|aldaar|dort|there(?! (?:is|are|was|were|have|has)))(?!\p{L})/iu;

function isSpot(field: ProposedField | null): boolean {
  return (
    field?.value != null && !['country', 'region', 'area'].includes(places.get(field.value).kind)
  );
}

/**
 * Of what was said before, what goes on in a sentence. An event's day and spot do not where another time, service or land
 * comes in; a thing without a measure (staff, those on trial) takes neither, nor who found it; a sum of money may be of
 * anything, a budget or a value.
 */
function goingOn(
  carried: Carried,
  {
    text,
    language,
    isMeasured,
    isMoney,
    isOther,
    agency,
    times,
  }: {
    readonly text: string;
    readonly language: Language;
    readonly isMeasured: boolean;
    readonly isMoney: boolean;
    readonly isOther: boolean;
    readonly agency: ProposedField | null;
    readonly times: readonly Mention[];
  },
): Carried {
  if (isMoney && !isMeasured) return nothingCarried;
  const isEvent = carried.span !== null && !isLong(carried.span);
  const isOtherWho =
    otherServiceIn(text, language) !== null ||
    (agency !== null &&
      (agency.value === null ? agency.among.includes('ABROAD') : carried.agency?.value != null) &&
      agency.value !== carried.agency?.value);
  const isOtherWhen = elsewhen.test(text);
  const isOfLong = times.some(
    ({ span, needs, aside }) => !aside && (needs === 'start' || (span !== null && isLong(span))),
  );
  const isSpotLeft =
    isSpot(carried.place) && (!isMeasured || isOtherWho || (isEvent && (isOfLong || isOtherWhen)));
  return {
    ...carried,
    agency: isMeasured ? carried.agency : null,
    span:
      isOtherWhen ||
      isOther ||
      // Years of a crime, and no period that is reported on.
      (carried.span !== null && addDays(carried.span.start, 366) < carried.span.end) ||
      (isEvent && (!isMeasured || isOtherWho))
        ? null
        : carried.span,
    place: isSpotLeft || otherSide.test(text) ? null : carried.place,
  };
}

function periodOf(
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

/** A case of a report may be an offence, a report or a file; and a record without a measure is whatever its noun is used for. */
function isOpenRecord({ unit, metric }: Measured): boolean {
  return (
    unit === 'case' ||
    (metric === null &&
      ['investigation', 'procedure', 'file', 'report', 'action'].includes(unit ?? ''))
  );
}

function unitField(thing: Thing, measured: Measured, metric: ProposedField): ProposedField {
  const words = thing.counted?.words ?? '';
  if (!thing.counted) return asked(because('notSaid'));
  if (measured.unit === null) return asked(because('noneOfOurs', words));
  // "arrest" of persons, "consignment" of parcels: the unit of what is measured, and no noun of the text.
  const isNamed = measured.unit === thing.counted.unit && thing.counted.kind !== 'suspects';
  const sure = thing.sure && !isOpenRecord(measured) && (isNamed || metric.sure);
  return proposed(measured.unit, sure, because(thing.sure ? 'printed' : 'sentence', words));
}

/** A noun or a measure anywhere at the start of a text, past adjectives. */
function firstThing(text: string, language: Language): Counted | null {
  const { figures } = figuresIn(`2 ${text}`, language);
  return figures[0]?.counted ?? null;
}

/**
 * The figures of a text in Dutch, French, German or English, each as a row of the claim sheet to confirm: value and unit,
 * wording, metric, substance, place, agency, basis and period, with the words each rests on. What the sentence does not say
 * is asked and never filled; a time that depends on the day of publication is asked too, or with `publishedOn` proposed as
 * not sure. Shares, ages, dates, hours, articles of law, telephone numbers, ranges, upper ends, and what would have been,
 * is denied or only asked for are no claims, and are listed with the reason. By rules and the code lists, without network; the same text gives the same proposals.
 *
 * Throws an InputError where `publishedOn` is no date, and UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { proposeClaims } from '@samenbeeld/describe';
 * const { claims } = proposeClaims('In 2031 onderschepte de Belgische douane ruim 3.900 kilo cocaïne in de haven van Gent.');
 * const [{ fields, asks } = { fields: null, asks: [] }] = claims;
 * [fields?.value.value, fields?.unit.value, fields?.wording.value, fields?.substance.value] // => ['3900', 'kg', 'floor', 'COC']
 * [fields?.place.value, fields?.agency.value, fields?.basis.value] // => ['BEGNE', 'BE_CUST', 'seized_in_port']
 * [fields?.period.value, asks] // => ['2031-01-01/2031-12-31', []]
 * ```
 */
export function proposeClaims(text: string, options: ClaimOptions = {}): ProposedClaims {
  const day = published(options.publishedOn);
  if (options.place !== undefined) for (const place of options.place.split('+')) places.get(place);
  if (options.agency !== undefined)
    for (const agency of options.agency.split('+')) agencies.get(agency);
  const claims: ProposedClaim[] = [];
  const noClaims: NoClaimNumber[] = [];
  const unread: { start: number; end: number }[] = [];
  let carried = nothingCarried;
  // Data of persons are read neither as a figure nor as a day.
  for (const sentence of sentencesOf(masked(text), options.language)) {
    const { language } = sentence;
    if (language === null) {
      if (/\d/u.test(sentence.text)) unread.push({ start: sentence.start, end: sentence.end });
      continue;
    }
    carried = readSentence({ ...sentence, language }, carried, { options, day, claims, noClaims });
  }
  return { claims, noClaims, unread };
}

interface Gathering {
  readonly options: ClaimOptions;
  readonly day: Span | null;
  readonly claims: ProposedClaim[];
  readonly noClaims: NoClaimNumber[];
}

function readSentence(
  sentence: Sentence & { readonly language: Language },
  carried: Carried,
  { options, day, claims, noClaims }: Gathering,
): Carried {
  const { text, start, language } = sentence;
  const { figures: read, times } = figuresIn(text, language);
  const figures = read.map((figure) => asCylinder(figure, text, language));
  const kept = figures.filter(({ noClaim }) => noClaim === null);
  for (const figure of figures)
    if (figure.noClaim && !(figure.noClaim === 'nothing' && figure.value <= 1))
      noClaims.push({
        figure: withoutNames(text.slice(figure.start, figure.end), language),
        start: start + figure.start,
        end: start + figure.end,
        kind: figure.noClaim,
        value: figure.value,
        why: noClaimText[figure.noClaim],
      });
  const speaking = figures.filter(
    ({ noClaim }) =>
      noClaim === null || ['nothing', 'share', 'range', 'ceiling', 'several'].includes(noClaim),
  );
  const named = placesIn(text, language);
  const country =
    (severalLands.test(text) ? null : countryOf(named)) ??
    (options.place
      ? places.has(options.place)
        ? (places.get(options.place).country ?? options.place)
        : null
      : null);
  const agencyHere = agencyOf(text, language, country);
  const spans: Span[] = [];
  /** What a time that depends on another was taken for: the same for each figure of the sentence. */
  const settled = new Map<Mention, ProposedField>();
  let last: Counted | null = null;
  const placesHere: ProposedField[] = [];
  let isOfOtherThings = false;
  let befell: Measured | null = null;
  kept.forEach((figure, at) => {
    const thing = thingOf(
      ...([figure, text, language, at, kept, last ?? carried.counted] as const),
      (rest) => firstThing(rest, language),
      (words) => substancesIn(words, language).length > 0,
    );
    last = figure.unknown === null ? (thing.counted ?? last) : null;
    const following = kept[at + 1];
    const clause = isWholeOf(text, figure, kept[at - 1])
      ? text.slice(figure.at, figure.end)
      : following && isWholeOf(text, following, figure)
        ? clauseOf(text, following, speaking, language)
        : clauseOf(text, figure, speaking, language);
    const read: Measured = thing.counted
      ? measuredOf(thing.counted, clause, wholeBefore(text, figure, kept))
      : { metric: null, unit: null, countUnit: null, rests: '', act: null, sure: false };
    const isActOfNext =
      thing.counted?.kind === 'finds' && actIsOfNext(text, figure, following, read.act);
    // "19 interpellés, dont 4 mineurs": what befell them all befell those.
    const isOfWhom =
      befell !== null &&
      (read.metric === null || !read.sure || read.metric === 'staff') &&
      (ofWhom.test(text.slice(0, figure.start)) ||
        // "28 suspects were arrested: 16 in Spain and 12 in Belgium"
        (figure.counted === null && figure.unknown === null && read.act === null)) &&
      ['persons', 'staff', 'suspects'].includes(thing.counted?.kind ?? '');
    const continued = goesOn.exec(text)?.[0] ?? null;
    const isContinued =
      continued !== null &&
      carried.seized !== null &&
      read.metric === null &&
      thing.counted?.kind === 'mass';
    const measured: Measured =
      isActOfNext || isOnlyStopped(text, figure, read, clause, kept)
        ? { ...read, metric: null, sure: false }
        : isContinued
          ? { ...read, metric: 'quantity', rests: continued, act: continued, sure: false }
          : isOfWhom && befell
            ? { ...befell, unit: befell.unit ?? read.unit, sure: false }
            : read;
    befell = measured;
    const isOwn = (words: Words, rivals: readonly Words[], isMeasured: boolean): boolean =>
      isMeasured && isPlainlySaid(text, figure, words, speaking, rivals, language);
    const namedSubstance =
      respectively.test(text) && substancesIn(text.slice(figure.numberEnd), language).length === 0
        ? inOrder(text, figure, kept, language)
        : isContinued && substancesIn(text, language).length === 0
          ? (carriedField(carried.seized) ?? asked(because('notSaid')))
          : substanceOf(text, figure, kept, measured, language);
    const substance =
      namedSubstance.sure &&
      namedSubstance.rests !== '' &&
      !whereIn(text, namedSubstance.rests).some(
        (words) =>
          isOfIt(text, figure, words) ||
          isOwn(
            words,
            substancesIn(text, language).filter(
              ({ code: other }) => other !== namedSubstance.value,
            ),
            true,
          ),
      )
        ? { ...namedSubstance, sure: false }
        : namedSubstance;
    // "500 kilo explosieven": found, and surely no quantity of drugs.
    const isOfDrugs =
      substance.value !== null || substance.among.length > 0 || !isOfOtherStuff(text, figure);
    const untold = hearsayIn(text, figure.start, figure.end, language);
    const disposed =
      ofFinds.has(measured.metric ?? '') || measured.metric?.endsWith('_seized')
        ? disposedIn(text, figure.start, figure.end)
        : null;
    const isDone =
      measured.metric !== null &&
      measured.sure &&
      untold === null &&
      isActPlain(text, figure, measured, speaking, language);
    const metric =
      measured.metric === null
        ? // A known unit is no measure yet: what was done with it is not said.
          asked(
            thing.counted && measured.unit === null
              ? because('noneOfOurs', measured.rests)
              : because('notSaid'),
          )
        : untold !== null || disposed !== null
          ? asked(
              untold === null ? because('disposed', disposed ?? '') : because('hearsay', untold),
              [measured.metric],
            )
          : proposed(
              measured.metric,
              thing.sure && isOfDrugs && isDone,
              because('sentence', measured.rests),
            );
    const isStart = isStartOfChange(text, figure, kept);
    const isCompared = isStart || comparing.test(text.slice(0, figure.start));
    const own = datedOf(text, figure, kept, times, speaking);
    const dated =
      own &&
      ((isStart && own.how !== 'beside') ||
        (own.how === 'earlier' && thing.counted?.kind === 'money' && measured.metric === null) ||
        isOfTrial(text, figure, own) ||
        isOfEach(text, figure, kept, own))
        ? null
        : own;
    const earlier = goingOn(carried, {
      ...{ text, language, times, agency: agencyHere },
      isMeasured: measured.metric !== null || continued !== null,
      isMoney: thing.counted?.kind === 'money',
      // "Zijn parket telt 41 vacatures": another subject than what was told of that year.
      isOther:
        (measured.metric === null && figure.unknown !== null) ||
        (measured.metric === 'staff' && measured.act === null),
    });
    const found = periodOf(dated, spans, day, earlier, {
      isCompared,
      isToDate: toDate.test(text),
      times,
    });
    const before = dated?.mention.span === null ? settled.get(dated.mention) : undefined;
    const { field, running } = before === undefined ? found : { ...found, field: before };
    const period =
      field.sure &&
      dated?.mention.span &&
      // "2029 bis 2031 … 12, 14 und 19 Tonnen": of a year each, or of all.
      ((!thing.sure && addDays(dated.mention.span.start, 366) < dated.mention.span.end) ||
        !isOwn(
          dated.mention,
          times.filter((other) => !isApposed(text, other, dated.mention)),
          isDone ||
            (measured.metric !== null && continued !== null) ||
            (isBeside(text, figure, dated.mention) &&
              isLong(dated.mention.span) &&
              // "9 Kilogramm im Jahr 2023 sichergestelltes Kokain": of what was found, of which something else is told.
              whereIn(text, measured.act ?? '').every(
                ({ start: from }) =>
                  !/^\s+$/u.test(text.slice(dated.mention.end, Math.max(0, from))),
              )),
        ))
        ? { ...field, sure: false }
        : field;
    if (dated) settled.set(dated.mention, period);
    if (period.value !== null) {
      const [from = '', to = ''] = period.value.split('/');
      spans.push({ start: from, end: to });
    }
    const part = partAround(text, figure);
    const near = named.filter(({ start, end }) => start >= part.from && end <= part.to);
    const scoped = part.from === 0 && part.to === text.length ? text : maskedTo(text, part);
    const footing = basisOf(measured, scoped, near, figure, kept, language);
    const isBound = footing.value?.startsWith('destined') === true;
    // What was found in another country was found by a service of that country.
    const isAbroad = isBound || footing.among.includes('seized_abroad');
    const settledPlace = placeOf(scoped, figure, kept, near, isBound, language);
    // "Bundespolizei, Zoll und niederländische Marechaussee": whose service it is, not where it was.
    const isOfWhoOnly =
      settledPlace?.value != null && near.every(({ role }) => role !== 'at' && role !== 'bound');
    const spoken = carried.place?.value ?? null;
    // "225 of the 234 arrests were made in Turkey": of the part.
    const isOfPart = isWholeOf(text, figure, kept[at - 1]);
    const placeHere =
      isOfPart && settledPlace?.value != null
        ? asked(because('ofPart', settledPlace.rests), [settledPlace.value])
        : settledPlace === null &&
            near.length < named.length &&
            named.some(({ role }) => role === 'at')
          ? asked(because('earlier', named.map(({ words }) => words).join(', ')), [
              ...new Set(named.flatMap(({ code: other }) => other || [])),
            ])
          : isOfWhoOnly && settledPlace?.value != null && isOfServices(scoped, language, country)
            ? asked(because('several', settledPlace.rests), [settledPlace.value])
            : // "Belgian customs", of whom a port was told before: there, or in all of the land.
              isOfWhoOnly &&
                settledPlace?.value != null &&
                (there.test(scoped) ||
                  measured.metric === null ||
                  (spoken !== null &&
                    spoken !== settledPlace.value &&
                    placeContains(settledPlace.value, spoken))) &&
                near.some(({ words, code }) => code === settledPlace.value && isAdjective(words))
              ? asked(because('several', settledPlace.rests), [
                  ...(spoken === null ? [] : [spoken]),
                  settledPlace.value,
                ])
              : settledPlace;
    if (placeHere) placesHere.push(placeHere);
    const isPlaced = (one: NamedPlace): boolean =>
      one.code === placeHere?.value &&
      isOwn(
        one,
        named.filter(
          ({ code: other }) =>
            other === '' || !(placeContains(other, one.code) || placeContains(one.code, other)),
        ),
        isDone,
      );
    const place =
      (placeHere?.sure && !near.some(isPlaced) ? { ...placeHere, sure: false } : placeHere) ??
      (options.place
        ? proposed(options.place, true, because('given'))
        : ((isAbroad ? null : carriedPlace(earlier.place, scoped, language)) ??
          asked(because('notSaid'))));
    // Nothing known of the thing tells who counted it, and a service of no list was not named before.
    const isOfOther = (thing.counted?.unit ?? null) === null || service.test(text);
    // A court takes for good what others took.
    const isOfCourt = measured.metric === 'assets_confiscated';
    const carriedOn =
      isAbroad || isOfOther || isOfCourt ? null : carriedAgency(earlier.agency, place);
    // Where a port is only "the port", it is of our lands if that is said beside it.
    const basis =
      footing.sure &&
      footing.rests !== '' &&
      !(
        isOwn(wordsIn(text, footing), [], isDone) &&
        (place.value !== null || footing.value === 'seized_in_post' || footing.value === 'at_sea')
      )
        ? { ...footing, sure: false }
        : footing;
    const unlistedHere = [...text.matchAll(services)].filter(
      ({ index }) => !alongside.test(text.slice(0, index)),
    );
    const unlisted = unlistedHere[0]?.[0];
    const otherServices = unlistedHere.map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
    // "police", taken by the place: not of a thing without a measure, nor of the whole of which it found a part.
    const isGuess =
      agencyHere?.value != null &&
      !agencyHere.value.includes('+') &&
      agencies.get(agencyHere.value).kind === 'police' &&
      agencyHere.among.length > 0 &&
      (measured.metric === null ||
        partAhead.test(text.slice(figure.end, Math.max(0, text.lastIndexOf(agencyHere.rests)))));
    const agency = agencyHere
      ? isAbroad ||
        untold !== null ||
        isGuess ||
        isOfAnother(text, figure, kept, agencyHere) ||
        isOfEarlier(text, figure, kept, agencyHere) ||
        isOfLater(text, figure, agencyHere)
        ? asked(because('notSaid'), [...(agencyHere.value ? [agencyHere.value] : []), 'ABROAD'])
        : countedBy(
            ofThatLand(
              agencyHere.sure && !isOwn(wordsIn(text, agencyHere), otherServices, true)
                ? { ...agencyHere, sure: false }
                : agencyHere,
              place,
            ),
            measured,
            thing.counted?.kind,
          )
      : options.agency && !isAbroad
        ? proposed(options.agency, true, because('given'))
        : carriedOn
          ? countedBy(carriedOn, measured, thing.counted?.kind)
          : unlisted
            ? asked(because('noneOfOurs', unlisted))
            : asked(because('notSaid'), isAbroad ? ['ABROAD'] : []);
    const wording = wordingOf(figure);
    // "over three years they shipped 4 tonnes": not the time of what was found.
    if (untold !== null || (measured.metric === null && moved.test(text))) isOfOtherThings = true;
    const valueText = decimalText(figure.value);
    const printed = text.slice(figure.at, figure.numberEnd);
    const isPlain = figure.value === Number(figure.printed);
    // "4 957 kilos": the fourth item of a list, or so many thousands.
    const [, behindItem] =
      figure.at === 0 ? (/^[1-9]\d?[ \u00a0\u202f\u2009]([1-9]\d\d)$/u.exec(printed) ?? []) : [];
    const other = behindItem ?? figure.other;
    const isUncertain =
      behindItem !== undefined ||
      (figure.other !== null &&
        (/\d\p{L}{1,2}$/u.test(printed) ||
          (!/\.000$/u.test(figure.other) &&
            (measured.unit === null ||
              !['count', 'currency'].includes(units.get(measured.unit).dimension)))));
    const fields: Record<ClaimFieldName, ProposedField> = {
      value: proposed(
        isPlain ? figure.printed : valueText,
        !isUncertain,
        isUncertain ? because('habit', printed) : because('printed', printed),
        other ? [other] : [],
      ),
      unit: unitField(thing, measured, metric),
      wording,
      metric,
      count_unit:
        measured.countUnit === null
          ? thing.counted && !(measured.metric === null && thing.counted.kind === 'finds')
            ? proposed(
                '',
                metric.sure || ['mass', 'money'].includes(thing.counted.kind),
                because('counts'),
              )
            : asked(because('notSaid'), thing.counted?.countUnit ? [thing.counted.countUnit] : [])
          : proposed(
              measured.countUnit,
              thing.sure && !isOpenRecord(measured) && (measured.metric === null || metric.sure),
              because('printed', thing.counted?.words),
            ),
      substance,
      place,
      agency,
      basis,
      period:
        disposed !== null && period.value !== null
          ? asked(because('disposed', disposed), [period.value])
          : period,
    };
    claims.push({
      number: claims.length + 1,
      figure: withoutNames(text.slice(figure.start, figure.end), language),
      start: start + figure.start,
      end: start + figure.end,
      sentenceStart: start,
      sentenceEnd: sentence.end,
      sentence: withoutNames(text, language),
      language,
      value: figure.value,
      interval:
        measured.unit === null || wording.value === null
          ? null
          : intervalOf(figure, measured.unit, wording),
      fields,
      asks: (Object.keys(fields) as ClaimFieldName[]).filter((name) => fields[name].value === null),
      toDate: running,
    });
  });
  // "38.120 kg (2023: 59.080 kg)": what stands in a bracket is not what the text goes on about.
  const open = times.filter(({ start: from }) => !/\(\s*$/u.test(text.slice(0, from)));
  const absolute = open.filter(({ span, aside }) => span !== null && !aside);
  const [only, ...others] = absolute;
  const keeps = open.length === 0;
  // "En 2017, seuls 170 kg": a year to compare with is not the one that the text goes on about.
  const isCompared =
    comparison.test(text) || isOfOtherThings || elsewhen.test(text) || tried.test(text);
  const isOfPart = partAlone.test(text);
  return {
    mention: only && others.length === 0 && !isCompared ? only : keeps ? carried.mention : null,
    span: only && others.length === 0 && !isCompared ? only.span : keeps ? carried.span : null,
    counted: last,
    // "Belgium (44 tonnes), Spain (123 tonnes)": none of them is the place of what follows.
    place:
      !isOfPart &&
      (placesHere.length > 0 || !otherSide.test(text)) &&
      // "In België werd 116 ton gevonden, meer dan": a land that is held beside what the text is about.
      (!comparison.test(text) || carried.place?.value === placesHere[0]?.value || !placesHere[0]) &&
      placesHere.every(({ value }) => value === placesHere[0]?.value) &&
      !named.some(({ end }) => besideUnlisted.test(text.slice(end)))
        ? (placesHere[0] ?? carried.place)
        : null,
    agency: agencyHere ?? carried.agency,
    seized: seizedIn(claims.filter(({ sentenceStart }) => sentenceStart === start)),
  };
}

/** Where the words stand that a field rests on. */
function wordsIn(text: string, { rests }: ProposedField): Words {
  const start = text.indexOf(rests);
  return { start, end: start + rests.length };
}

const engineBefore =
  /(?<!\p{L})(?:\p{L}*motor(?:en|s)?|moteurs?|engines?)\s+(?:met|van|mit|von|à|avec|de|with|of)\s*$/iu;
const engineBehind = /^[- ](?:motor(?:en|s)?|engines?)(?!\p{L})/iu;

/** A cylinder holds laughing gas where the sentence names the gas; else it may be of a car: "einen Wagen mit 8 Zylindern". */
function asCylinder(figure: Figure, text: string, language: Language): Figure {
  const { counted, noClaim, start, end } = figure;
  if (counted?.unit !== 'cylinder' || noClaim !== null) return figure;
  const gas = substancesIn('lachgas', 'nl').map(({ code }) => code);
  if (
    substancesIn(text, language).some(({ code, among }) =>
      [code, ...among].some((one) => gas.includes(one)),
    )
  )
    return figure;
  return engineBefore.test(text.slice(0, start)) || engineBehind.test(text.slice(end))
    ? { ...figure, noClaim: 'nothing' }
    : { ...figure, counted: { ...counted, unit: null, kind: 'other' } };
}

/** Somebody who finds or counts, by a name that no list holds. */
const service =
  /(?<!\p{L})(?:\p{L}*(?:behörden?|verwaltung|fahnder)|autoriteiten|speurdersteam|autorités|authorities|navy|coast ?guards?|(?:bundes|landes)polizei|finanzkontrolle schwarzarbeit|financial intelligence unit|\p{Lu}{2}-?FIU|national crime agency|HMRC|gardaí?|marine(?: nationale)?|kustwacht|küstenwache|garde-côtes|guardia \p{L}+)(?!\p{L})/iu;
const services = new RegExp(service, 'giu');

const comparison =
  /(?<!\p{L})(?:tegenover|ten opzichte van|vergeleken|contre|tegen(?= (?:\p{L}+ ){0,2}\d)|nach(?= \p{L}+ im jahr)|par rapport|comparaison|comparé\p{L}*|gegenüber|(?:im|zum) vergleich|vergelijking|comparison|compared|against|versus|up from|down from|(?:was|waren|ging|bedroeg|telde)(?: \p{L}+){0,3} nog|(?:was|waren) (?:dat|dit|het) er|waren es|(?:ils|elles) étaient|c['’]étai(?:t|ent)|étai(?:t|ent) encore|(?:war|waren) (?:es |das )?(?:\p{L}+ )?noch|(?:was|were) still|slechts|seuls?|seules?|seulement|only|lediglich|(?:minder|meer|lager|hoger|fewer|less|more|lower|higher|weniger|mehr|niedriger|höher) (?:dan|than|als)|(?:inférieur|supérieur)\p{L}* (?:à|aux?)|(?:plus|moins) qu(?:e|['’]en))(?!\p{L})/iu;

/** Words that go on with what was counted before: "In Vlissingen ging het om 9 ton". */
const goesOn =
  /(?<!\p{L})(?:(?:ging|gaat) het om|het ging om|betrof het|(?:was|waren) (?:dat|dit|het)|(?:dat|dit) (?:was|waren)|(?:waren|sind) es|es (?:waren|sind)|handelte es sich um|il s['’]agi(?:t|ssait) de|(?:il|elle)s? étai(?:t|ent)|c['’]étai(?:t|ent)|(?:it|that|this) was)(?!\p{L})/iu;

/** The one substance of the quantities that were seized, else null. */
function seizedIn(claims: readonly ProposedClaim[]): ProposedField | null {
  const substances = claims
    .filter(({ fields }) => fields.metric.value === 'quantity')
    .map(({ fields }) => fields.substance);
  const [first] = substances;
  return first?.value && substances.every(({ value }) => value === first.value) ? first : null;
}

/** What the sentence before said, as a proposal that is not sure. */
function carriedField(field: ProposedField | null): ProposedField | null {
  return field?.value ? { ...field, sure: false, ...because('before', field.rests) } : null;
}

/** Where a sentence says that something happened, by a name that no list holds: "Het ging in Brabant om". */
const elsewhere: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:in|te|bij|nabij|rond) (\p{Lu}[\p{L}-]{3,})/u,
  fr: /(?<!\p{L})(?:(?:à|au|en|près de|dans le|dans la) |(?:gendarmerie|police|préfecture|département)s? (?:de l['’]|du |de la |des |de |d['’]))(\p{Lu}[\p{L}-]{3,})/u,
  // Any noun has a capital.
  de: /(?<!\p{L})(?:Stadt|Landkreis|Kreis|Raum|Großraum|Flughafen|Region|Bezirk|Provinz) (\p{Lu}[\p{L}-]{3,})/u,
  en: /(?<!\p{L})(?:in|at|near|off) (\p{Lu}[\p{L}-]{3,})/u,
};

/** "in NRW und der Provinz Limburg": another place beside it, which no list holds. */
const besideUnlisted =
  /^\s*(?:,|en|et|und|and)\s+(?:(?:in|à|en|dans|at)\s+)?(?:(?:de|het|la|le|der|dem|the)\s+)?(?:provin\p{L}+|regi?on|région|regio|stadt|stad|ville|raum|kreis|department|département)\s+(?:(?:of|van|de|du)\s+|d['’])?\p{Lu}/iu;

function isElsewhere(text: string, language: Language): string | null {
  const [where, name = ''] = elsewhere[language].exec(text) ?? [];
  return where === undefined ||
    timesIn(where, language, () => false).length > 0 ||
    places.lookup(name).kind !== 'none'
    ? null
    : where;
}

/** The place of the sentence before, asked where this one names another that no list holds. */
function carriedPlace(
  field: ProposedField | null,
  text: string,
  language: Language,
): ProposedField | null {
  const where = isElsewhere(text, language);
  return where === null
    ? carriedField(field)
    : asked(because('noneOfOurs', where), field?.value ? [field.value] : []);
}

/** Who counted before, asked where that is a service of another country than the place. */
function carriedAgency(field: ProposedField | null, place: ProposedField): ProposedField | null {
  const carried = carriedField(field);
  return carried && ofThatLand(carried, place);
}

/** Who counted, asked where that is a service of another country than the place. */
function ofThatLand(agency: ProposedField, place: ProposedField): ProposedField {
  if (agency.value === null || place.value === null || !places.has(place.value)) return agency;
  const here = places.get(place.value);
  const land = here.kind === 'country' ? here.code : here.country;
  const lands = agency.value.split('+').map((code) => agencies.get(code).country);
  if (land === null || lands.includes(null) || lands.includes(land)) return agency;
  return asked(because('otherCountry', agency.rests), [agency.value]);
}

/** Whoever worked along did not count: "backed by US authorities", "samen met de lokale autoriteiten". */
const alongside =
  /(?<!\p{L})(?:met|bijgestaan door|gesteund door|geholpen door|naast|avec|aux côtés|(?:appuyée?|soutenue?|aidée?|assistée?)s? par|en collaboration|mit|neben|unterstützt von|with|alongside|(?:backed|supported|assisted|aided|helped) by)\s+(?:[\p{L}-]+['’]?\s*){0,4}$/iu;

/** Whether a service that no list holds stands nearer before a figure: "Belgian customs found 12 kilos, Ecuadorian authorities 30". */
function isOfAnother(
  text: string,
  { start }: Figure,
  all: readonly Figure[],
  { rests }: ProposedField,
): boolean {
  const lead = text.slice(0, start);
  const named = Math.max(...rests.split(', ').map((words) => lead.lastIndexOf(words)));
  return [...lead.matchAll(services)].some(
    ({ index }) =>
      index > named &&
      // "…, with Ecuadorian authorities finding 30": behind a figure nobody only worked along.
      (named < 0 ||
        all.some(({ at }) => at > named && at < index) ||
        !alongside.test(lead.slice(named, index))),
  );
}

/** Whether a service is named behind a figure in another part of the sentence: "19 people were held; the Dutch police took 8". */
function isOfLater(text: string, { end }: Figure, { rests }: ProposedField): boolean {
  const at = text.indexOf(rests, end);
  return at >= end && !text.slice(0, end).includes(rests) && /[;]/u.test(text.slice(end, at));
}

/** Whether a service is named at another item of a list before: "4 kg found by the Belgian police; 2 guns". */
function isOfEarlier(
  text: string,
  { start }: Figure,
  all: readonly Figure[],
  { rests }: ProposedField,
): boolean {
  const at = text.indexOf(rests);
  return (
    at >= 0 && /;/u.test(text.slice(at, start)) && all.some(({ end }) => end <= at && end < start)
  );
}

/** Whether services of several lands, or a place that no list holds, stand in a sentence beside the adjective of a land. */
function isOfServices(text: string, language: Language, country: string | null): boolean {
  return isElsewhere(text, language) !== null || agenciesIn(text, language, country).length > 1;
}

/** Lands that have no name in the list, whose services are meant as well. */
const severalLands =
  /benelux|(?<!\p{L})(?:buurlanden|pays (?:voisins|limitrophes)|nachbarländern?|neighbou?ring countries)(?!\p{L})/iu;

function countryOf(named: readonly NamedPlace[]): string | null {
  const countries = new Set(
    named
      .filter(({ role, code: place }) => place !== '' && ['at', 'named', 'seat'].includes(role))
      .map(({ code: place }) => places.get(place).country ?? place),
  );
  const [only] = countries;
  return countries.size === 1 ? (only ?? null) : null;
}

const noLess =
  /^(?:(?:niet|geen) minder dan|pas moins d|nicht weniger als|(?:no|not) (?:fewer|less) than)/iu;

function wordingOf({ marker, markerWords, negation }: Figure): ProposedField {
  if (negation !== null) return asked(because('several', negation));
  if (marker === null || marker === 'range' || marker === 'ceiling')
    return proposed('unmarked', true, because('unmarked'));
  // "Pas moins de 17": a lower limit, or so many and no fewer.
  return noLess.test(markerWords ?? '')
    ? proposed(marker, false, because('printed', markerWords ?? ''), ['unmarked'])
    : proposed(marker, true, because('printed', markerWords ?? ''));
}

function intervalOf(figure: Figure, unit: string, { value }: ProposedField): Interval | null {
  try {
    return claimInterval({
      value: figure.value,
      printed: figure.printed,
      wording: (value ?? 'unmarked') as Wording,
      unit,
    });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
