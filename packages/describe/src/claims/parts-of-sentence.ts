import type { Language } from '@samenbeeld/schema';
import type { ProposedField } from './claim-fields.ts';
import type { Figure, Words } from './figure.ts';

/** Marks at which a clause ends, and words that set a comparison apart. */
const marks = /[,;:…–—]|\((?!\p{Lu}{2,6}\))/u;
const turns =
  /(?<!\p{L})(?:suivie?s?|gevolgd|gefolgt|followed|terwijl|tandis que|alors que|während|while|whereas|tegenover|ten opzichte van|contre|gegenüber|compared|against|up from|down from|waarvan|dont|davon|of which|(?<!nog )maar(?!\s*$)|mais|aber|but)(?!\p{L})/iu;
export const boundary: { readonly test: (text: string) => boolean } = {
  test: (text) => marks.test(text) || turns.test(text),
};
export const comparing: RegExp =
  /(?:tegenover|ten opzichte van|vergeleken met|tegen(?=\s*(?:\p{L}+\s*)?$)|contre|par rapport à|comparé à|gegenüber|im vergleich zu|verglichen mit|compared (?:to|with)|against|up from|down from|versus|vs\.?)\s*(?:\p{L}+\s+){0,2}$/iu;

export function segmentOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
): { readonly from: number; readonly to: number } {
  const at = all.indexOf(figure);
  return { from: all[at - 1]?.end ?? 0, to: all[at + 1]?.start ?? text.length };
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
export function clauseOf(
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

/** Words behind which a part is named of the figure before them. */
export const ofWhich: RegExp =
  /(?<!\p{L})(?:dont|waarvan|waaronder|davon|darunter|of which|including|het meeste|de meeste|vooral|met name|voornamelijk|hoofdzakelijk|notamment|surtout|principalement|essentiellement|la plupart|das meiste|die meisten|vor allem|hauptsächlich|überwiegend|insbesondere|mainly|mostly|most of|chiefly|especially|notably|particularly|onder meer|onder andere|entre autres|unter anderem|among others|such as|of them|of whom|onder wie|van wie|van hen|ervan|d['’]entre (?:eux|elles)|parmi (?:eux|elles)|unter ihnen|von ihnen|von denen)(?!\p{L})/giu;

/**
 * Whether words at `at` are said of a part ("54 tonnes, dont 1 642 kg au port du Havre et 13,5 tonnes …") and the figure is the
 * whole of which it is one, or another part.
 */
export function isOfAnotherPart(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  at: number,
): boolean {
  const mark = [...text.matchAll(ofWhich)].findLast(({ index }) => index < at);
  if (!mark) return false;
  // "225 of them in Turkey": of the figure before the mark.
  const isBefore = (one: Figure): boolean =>
    one.end <= mark.index && /^\s*$/u.test(text.slice(one.end, mark.index));
  if (figure.end <= mark.index) return !isBefore(figure);
  const hasOwner = all.some(({ start, end }) => start > mark.index && end <= at);
  return figure.start > at && hasOwner;
}

/** "Belgium (123 tonnes": the place before the bracket is that of the figure in it. */
export function isInBracket(text: string, end: number, figure: number): boolean {
  return end < figure && /^\s*\((?:met |avec |mit |with )?$/iu.test(text.slice(end, figure));
}

/** "12 out of 120 drivers", "12 van de 120 bestuurders": the second is the whole. */
export function isWholeOf(text: string, figure: Figure, part: Figure | undefined): boolean {
  return (
    part !== undefined &&
    part.counted === null &&
    /^\s*(?:out of|of|van|sur|des|von|der)\s+(?:(?:the|de|les|den|all|alle) )?$/iu.test(
      text.slice(part.numberEnd, figure.at),
    )
  );
}

/** A sentence up to a part of the figure, of which alone something may be told: "11 Tonnen, von denen 2 sichergestellt wurden". */
export function wholeBefore(text: string, figure: Figure, all: readonly Figure[]): string {
  const part = [
    ...text.matchAll(
      /(?<!\p{L})(?:waarvan|van wie|dont|parmi lesquel\p{L}+|davon|von denen|wovon|of which|of whom)(?!\p{L})/giu,
    ),
  ].find(({ index }) => index >= figure.end);
  return part && all.some(({ start }) => start > part.index) ? text.slice(0, part.index) : text;
}

/** Where a part of what was said begins. */
export const partAhead: RegExp =
  /(?<!\p{L})(?:waarvan|dont|davon|von denen|wovon|of which|of these|of whom)(?!\p{L})/iu;

/** Words behind which figures are told in the order of others. */
export const respectively: RegExp =
  /(?<!\p{L})(?:respectievelijk|respectivement|respectively|beziehungsweise|bzw)(?!\p{L})/iu;

export const setOut: RegExp = /(?<!\p{L})(?:van|from|de|von)\s+(?:\p{L}+\s+)?$/iu;
export const arriving: RegExp = /^\s*(?:naar|tot|to|à|auf|zu)\s+(?:\p{L}+\s+){0,2}$/iu;

/** Whether a figure is what a change set out from: "van 412 naar 390", "de 300 à 450 kg". A time beside it is its own. */
export function isStartOfChange(text: string, figure: Figure, all: readonly Figure[]): boolean {
  const next = all[all.indexOf(figure) + 1];
  return (
    next !== undefined &&
    setOut.test(text.slice(0, figure.start)) &&
    arriving.test(text.slice(figure.end, next.start))
  );
}

/** Words that set what follows against what was said before. */
const contrast = /(?<!\p{L})(?:terwijl|tandis que|alors que|während|while|whereas)(?!\p{L})|;/giu;

/** The part of a sentence around a figure that no contrast divides. */
export function partAround(
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
export function maskedTo(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return `${' '.repeat(from)}${text.slice(from, to)}${' '.repeat(text.length - to)}`;
}

/** Where words stand in a text, also more than once. */
export function whereIn(text: string, words: string): readonly Words[] {
  const found: Words[] = [];
  for (
    let start = text.indexOf(words);
    words !== '' && start >= 0;
    start = text.indexOf(words, start + 1)
  )
    found.push({ start, end: start + words.length });
  return found;
}

/** Where the words stand that a field rests on. */
export function wordsIn(text: string, { rests }: ProposedField): Words {
  const start = text.indexOf(rests);
  return { start, end: start + rests.length };
}
