import type { Language } from '@samenbeeld/schema';
import { comparing } from './claim-fields.ts';
import type { Figure } from './figures.ts';
import { inserted, partsClauses } from './told.ts';

/** A stretch of a sentence. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

/** Whoever says or writes something: what stands beyond is not of the same act. */
const saying =
  /(?<!\p{L})(?:zegt|zei(?:den)?|meld(?:de|den|t)|vertelt|vertelde|schrijft|schreef|noemt|noemde|volgens|dit|disent|affirm(?:e|ent|ait)|écri(?:t|vent)|rappelle|explique|annonc(?:e|ent|ait)|selon|d['’]après|sagt|sagte|sagten|schreibt|teilte|meldete|berichtete|laut|zufolge|says?|said|told|wrote|writes|reported|announced|stated|estimates?|according to)(?!\p{L})/iu;
const denying =
  /(?<!\p{L})(?:niet|geen|noch|nooit|pas(?= )|aucune?|jamais|ni|nicht|keine?[nrms]?|nie|weder|not|no|never|neither|nor|without)(?!\p{L})|n['’]t(?!\p{L})/iu;
/** A part of what was named. */
const part =
  /(?<!\p{L})(?:daarvan|hiervan|waarvan|waaronder|onder wie|dont|parmi|davon|darunter|hiervon|von denen|unter ihnen|of which|of those|of these|of whom|of them|among them|including)(?!\p{L})/iu;

/** Whether nothing but a bracket stands between words and a figure: "45 tonnes in 2031". */
export function isBeside(text: string, figure: Words, words: Words): boolean {
  return /^[\s(]*$/u.test(between(text, figure, words));
}

function between(text: string, figure: Words, words: Words): string {
  return words.end <= figure.start
    ? text.slice(words.end, figure.start)
    : text.slice(figure.end, Math.max(words.start, figure.end));
}

/** Whether what words say of a figure is denied between them. */
function isDenied(text: string, figure: Words, words: Words): boolean {
  return denying.test(between(text, figure, words));
}

/** What a sentence, or what it tells, begins with: "Du lundi", "declared that". */
const atStart =
  /^(?:\P{L}|(?<!\p{L})\p{L}{1,3}(?!\p{L})|\p{L}*(?:dag|di|tag|day)(?!\p{L}))*$|(?<!\p{L})(?:dat|que|dass|that) $|(?<!\p{L})qu['’]$/iu;

/** What joins a figure to the next of a list: "12 kg of cocaine, " and "3 kg of heroin and ". */
const joining =
  /^[^,;:.…()–—]{0,40}?(?:,|,?\s(?:en|et|und|and|ainsi que|sowie|evenals|alsook|as well as))\s+$/u;

/** Of the figures of a list, the one nearest to words: what is said of it is said of all, unless a verb comes between. */
function nearestOfList(text: string, figure: Words, words: Words, all: readonly Words[]): Words {
  const isBehind = words.start >= figure.end;
  const others = all
    .filter(({ start, end }) =>
      isBehind
        ? start >= figure.end && end <= words.start
        : end <= figure.start && start >= words.end,
    )
    .sort((one, other) => (isBehind ? one.start - other.start : other.start - one.start));
  let nearest = figure;
  for (const other of others) {
    const [first, second] = isBehind ? [nearest, other] : [other, nearest];
    if (!joining.test(text.slice(first.end, second.start))) break;
    nearest = other;
  }
  return nearest;
}

/** Whether words stand in the clause of a figure: nothing parts them but the comma behind what that begins with. */
function isOfClause(text: string, figure: Words, words: Words, language: Language): boolean {
  const gap = between(text, figure, words).replace(inserted, ' ');
  const isFirst = words.end <= figure.start && atStart.test(text.slice(0, words.start));
  return !partsClauses(isFirst ? gap.replace(/^\s*,/u, '') : gap, language);
}

/** Whether words are of another figure: beside it, beyond it, or after "and" before it. */
function isOfAnother(
  text: string,
  figure: Words,
  words: Words,
  all: readonly Words[],
  language: Language,
): boolean {
  return all.some(
    (other) =>
      other !== figure &&
      (isBeside(text, other, words) ||
        (words.end <= other.start && other.end <= figure.start) ||
        (figure.end <= other.start && other.end <= words.start) ||
        (isOfClause(text, other, words, language) &&
          (!isOfClause(text, figure, words, language) ||
            /^\s*(?:en|et|und|and)\s/iu.test(text.slice(figure.end, words.end))))),
  );
}

/**
 * Whether the sentence says of this figure what the words say: in its own clause, with nothing of the same kind that is not of
 * another figure, and no comparison, denial, part or voice between; an act is also said of a part alone. Only then may a value
 * stand as certain.
 */
export function isPlainlySaid(
  text: string,
  figure: Figure,
  words: Words,
  all: readonly Figure[],
  rivals: readonly Words[],
  language: Language,
  isAct = false,
): boolean {
  const gap = between(text, figure, words);
  return (
    isOfClause(text, nearestOfList(text, figure, words, all), words, language) &&
    !saying.test(gap) &&
    !isDenied(text, figure, words) &&
    !part.test(isAct ? gap : text.slice(0, figure.end)) &&
    !(comparing.test(text.slice(0, figure.start)) && !isBeside(text, figure, words)) &&
    rivals.every(
      (rival) =>
        (rival.start < words.end && rival.end > words.start) ||
        isOfAnother(text, figure, rival, all, language),
    )
  );
}
