import {
  inEach,
  inSigns,
  intervalContains,
  intervalsOverlap,
  joinWith,
  type MemberTotal,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { placeRelation } from '../cell.ts';
import { type Claim, claimsNamed, isProvisional } from '../claim.ts';
import type { FindBounds } from '../claims-and-events.ts';
import { say, sayInFour } from '../words.ts';
import type { AskedWording } from './asked-figure.ts';
import { type Match, relationOf } from './find-matches.ts';
import {
  isBareRound,
  isToDecimals,
  quantityInWords,
  quoteWithin,
  withContestants,
  wordingOf,
} from './phrase.ts';
import type { Question } from './question.ts';
import { maySay, type Scopes, type Standing, type Stated } from './stated.ts';

/**
 * supported and worded: the sentence may be said as it stands; misworded: not as it stands, `mayBeSaid` says how; contested:
 * others say otherwise and nobody has decided; contradicted: the figures say otherwise; unknown: nobody says it.
 */
export type Verdict =
  | 'supported'
  | 'worded'
  | 'misworded'
  | 'contested'
  | 'contradicted'
  | 'unknown';

/** A sentence that may be said, and what it says. */
export interface MaySay {
  readonly text: Text;
  readonly wording: Exclude<AskedWording, 'unmarked'>;
  readonly value: number;
  /** The upper end of a range, else null. */
  readonly upTo: number | null;
  readonly unit: string;
  /** Whose figure is quoted; null where it is what the joint total of the place and period asked for states. */
  readonly claim: Claim | null;
  /** Who contradicts the figure that is quoted, undecided; each is named in the sentence. */
  readonly contestedBy: readonly Claim[];
}

/** How a sentence stands to what was published, and in which words it, or what is known instead, may be said. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly allowed: readonly MaySay[];
}

/** That a port whose finds files list is not in a figure. */
export const fromFinds: Text = {
  nl: '{place} staat in vangstbestanden en zit daar niet in',
  fr: '{place}, qui figure dans des fichiers de saisies, n’y est pas compris',
  de: '{place} steht in Funddateien und ist darin nicht enthalten',
  en: '{place} is counted from files of finds and is not in it',
};

/** What keeps a port's figure from completing a total. */
export function gapOf(
  member: MemberTotal,
  unit: string,
  { isInFinds }: Pick<Scopes, 'isInFinds'>,
): Text {
  const words = { place: { place: member.place }, low: { quantity: member.lowest ?? 0, unit } };
  switch (member.state) {
    case 'not_reported':
      if (isInFinds(member.place)) return say(fromFinds, words);
      return sayInFour(
        'voor {place} is niets gemeld',
        'rien n’est déclaré ({place})',
        'für {place} ist nichts gemeldet',
        '{place} is not reported',
        words,
      );
    case 'finds_only':
      return sayInFour(
        'van {place} is alleen een ondergrens bekend ({low})',
        'seul un minimum est connu ({place} : {low})',
        'für {place} ist nur eine Untergrenze bekannt ({low})',
        'of {place} only a lower limit is known ({low})',
        words,
      );
    case 'apart':
      return sayInFour(
        'voor {place} telde elke dienst apart (samen ten minste {low})',
        'chaque service a compté de son côté ({place} : au moins {low} ensemble)',
        'für {place} zählte jede Behörde für sich (zusammen mindestens {low})',
        'for {place} each service counted for itself (together at least {low})',
        words,
      );
    default:
      return sayInFour(
        'het cijfer van {place} is betwist (ten minste {low})',
        'le chiffre est contesté ({place} : au moins {low})',
        'die Zahl für {place} ist umstritten (mindestens {low})',
        'the figure of {place} is contested (at least {low})',
        words,
      );
  }
}

type Wording = MaySay['wording'];

const wordsOf = (wording: AskedWording): Wording => (wording === 'unmarked' ? 'exact' : wording);

/** What the total of the place states, in words: with what is missing from a sum that is only a floor. */
function ofThePlace(
  question: Question,
  asked: Pick<Stated, 'totals'> & Pick<Scopes, 'isInFinds'>,
  wording: Wording,
  value: number,
  upTo: number | null = null,
): MaySay {
  const { unit, place, what } = question;
  const gaps = asked.totals.flatMap(({ members }) =>
    members.length === 1 || wording !== 'at_least'
      ? []
      : members.filter(({ state }) => state !== 'reported'),
  );
  const named = say(inSigns('{place}: {q}'), {
    place: { place },
    q: quantityInWords({ value, upTo, unit, what }, wording),
  });
  const distinct = [...new Map(gaps.map((gap) => [gap.place, gap])).values()];
  const text =
    gaps.length === 0
      ? named
      : joinWith(
          [
            named,
            joinWith(
              distinct.map((gap) => gapOf(gap, unit, asked)),
              semicolon,
            ),
          ],
          semicolon,
        );
  return { text, wording, value, upTo, unit, claim: null, contestedBy: [] };
}

const same = (form: string): Text => inEach(() => form);

/**
 * An upper end with whose figure sets it, and who contests that: of claims that contend it is one's alone. What only follows
 * from how a figure is rounded nobody said.
 */
function ceilingBy(
  claims: readonly Claim[],
  atMost: number | null,
  ceiling: MaySay,
  standing: (claim: Claim) => Standing,
): MaySay {
  const own = claims.find(({ interval }) => interval.high !== null && interval.high === atMost);
  if (!own || wordingOf(own) === 'rounded' || isToDecimals(own)) return ceiling;
  const { agencies, publishedOn } = own;
  const words = { ceiling: ceiling.text, who: { agencies } };
  const text =
    publishedOn === null
      ? say(same('{ceiling} ({who})'), words)
      : say(same('{ceiling} ({who}, {on})'), { ...words, on: { date: publishedOn } });
  const { by, isApart } = standing(own);
  return { ...ceiling, text: withContestants(text, own, by, isApart) };
}

/** Whether every amount that the total of the place leaves possible makes the sentence true. */
function holds(
  { wording, value, interval }: Question,
  { atLeast, atMost }: Pick<Stated, 'atLeast' | 'atMost'>,
): boolean {
  switch (wording) {
    case 'floor':
      return value < atLeast;
    case 'at_least':
      return value <= atLeast;
    case 'at_most':
      return atMost !== null && atMost <= value;
    case 'below':
      return atMost !== null && atMost < value;
    default:
      return (
        atMost !== null && intervalContains(interval, { low: atLeast, high: atMost, closed: true })
      );
  }
}

/** Whether a sentence words a figure as its source does. */
function wordedAs({ wording }: Question, claim: Claim): boolean {
  const own = wordingOf(claim);
  if (wording === 'unmarked' || wording === 'exact') return own === 'exact';
  return wording === own || (wording === 'at_least' && own === 'floor');
}

/** The figures of exactly what is asked that are some agencies' own. */
function countedBy(
  source: readonly string[],
  question: Question,
  claims: readonly Claim[],
  here: readonly string[],
): readonly Claim[] {
  return claims.filter(
    (claim) =>
      claim.agencies.every((code) => source.includes(code)) &&
      ['same', 'other-agency'].includes(relationOf(claim, question, here)),
  );
}

/** Wordings that give a figure an upper end. */
const ends: readonly AskedWording[] = ['at_most', 'below', 'between'];

/** Whether a figure makes a sentence true that is said in its name. */
function tells(claim: Claim, question: Question): boolean {
  // What was published before its period was settled has no upper end yet.
  const isOpen = isProvisional(claim) && ends.includes(question.wording);
  return (
    (!isOpen && intervalContains(question.interval, claim.interval)) ||
    (claim.value === question.value &&
      question.upTo === null &&
      (wordedAs(question, claim) || (question.wording === 'unmarked' && isBareRound(claim))))
  );
}

/** Whether the upper end of an entry is that of figures of nobody who is named, as a newspaper's. */
function isSetByNobody(
  { highest, governing, rivals }: MemberTotal,
  claims: readonly Claim[],
): boolean {
  const figures = claimsNamed(claims, [...(governing === null ? [] : [governing]), ...rivals]);
  const setters = figures.filter(({ interval }) => highest !== null && interval.high === highest);
  return setters.length > 0 && !setters.some(maySay);
}

/**
 * Judges a question about what files of finds govern: what may be said are the bounds that they give, by no model; a figure
 * between the bounds is neither shown nor excluded. `isOfService` where they are of the finds of the services that it names.
 */
export function judgeByFinds(
  question: Question,
  { low, high, agencies }: FindBounds,
  isOfService: boolean,
): Judgement {
  const { unit, place, interval, value, wording } = question;
  const stated = (form: 'at_least' | 'at_most' | 'exact', amount: number): MaySay => ({
    text: say(inSigns(isOfService ? '{place}: {q} – {who}' : '{place}: {q}'), {
      place: { place },
      q: quantityInWords({ value: amount, upTo: null, unit }, form),
      who: { agencies },
    }),
    wording: form,
    value: amount,
    upTo: null,
    unit,
    claim: null,
    contestedBy: [],
  });
  const allowed =
    high === low
      ? [stated('exact', low)]
      : [
          ...(low === 0 ? [] : [stated('at_least', low)]),
          ...(high === null ? [] : [stated('at_most', high)]),
        ];
  const isTrue = holds(question, { atLeast: low, atMost: high });
  const isOut =
    (wording === 'floor' || wording === 'at_least'
      ? high !== null && value > high
      : !intervalsOverlap(interval, { low, high, closed: true })) && !isTrue;
  return { verdict: isTrue ? 'supported' : isOut ? 'contradicted' : 'misworded', allowed };
}

/** Judges a question against the joint total of its scope and the claims with the same number. */
export function judge(
  question: Question,
  asked: Stated,
  scopes: Scopes,
  matches: readonly Match[],
): Judgement {
  const { totals, atLeast, atMost, isUndecided } = asked;
  const [total] = totals;
  const of = { totals, isInFinds: scopes.isInFinds };
  const here = total?.members.map(({ place }) => place) ?? [];
  const isOne = totals.length === 1 && here.length === 1;
  const member = isOne ? total?.members[0] : undefined;
  const [governing] = claimsNamed(scopes.claims, member?.governing ? [member.governing] : []);
  const isReported = totals.some(({ status }) => status !== 'none');

  const said = (claim: Claim, { kind, by, isApart }: Standing): readonly MaySay[] => {
    if (kind === 'falls' || (kind === 'contested' && !maySay(claim))) return [];
    if (kind === 'contested' && by.length === 0) return [];
    const { interval, value, unit } = claim;
    const wording = wordingOf(claim);
    return [
      {
        text: quoteWithin(claim, { ...question, here }, by, isApart),
        wording,
        value: wording === 'at_least' ? interval.low : value,
        upTo: null,
        unit,
        claim,
        contestedBy: by,
      },
    ];
  };
  const quoted = (claim: Claim): readonly MaySay[] => said(claim, scopes.standing(claim, asked));

  // What does not fit in a wider figure is said as somebody's: of the figures within one another, the widest.
  const unfit = asked.opposed.flatMap(({ inside }) => inside);
  const carrying = unfit
    .filter(
      (claim) =>
        !unfit.some(
          (other) =>
            other.places.length > claim.places.length &&
            claim.places.every((place) => other.places.includes(place)),
        ),
    )
    .flatMap(quoted);
  const floor =
    atLeast > 0 && (atLeast === asked.unweighed || carrying.length === 0)
      ? [ofThePlace(question, of, 'at_least', atLeast)]
      : [];
  const counted = claimsNamed(
    scopes.claims,
    member ? [...(member.governing === null ? [] : [member.governing]), ...member.rivals] : [],
  );
  const withSetter = (end: MaySay): MaySay =>
    ceilingBy(counted, atMost, end, (claim) => scopes.standing(claim, asked));
  const ceiling =
    atMost !== null && atMost > atLeast
      ? [withSetter(ofThePlace(question, of, 'at_most', atMost))]
      : [];
  const point =
    atMost !== null && atMost === atLeast && isReported && !isUndecided
      ? [ofThePlace(question, of, 'exact', atLeast)]
      : [];
  const rivals = claimsNamed(scopes.claims, isOne ? (member?.rivals ?? []) : []);
  const known = isUndecided
    ? [...rivals.flatMap(quoted), ...carrying, ...floor, ...ceiling]
    : governing
      ? quoted(governing)
      : point.length > 0
        ? point
        : floor;
  // A ceiling that is asked for is answered with the one that is known.
  const top = ends.includes(question.wording) ? ceiling : [];
  const ceilingAbove = atMost !== null && question.interval.low > atMost ? ceiling : top;
  const ofMatches = matches.flatMap(({ claim, standing }) => said(claim, standing));
  const bare = ofThePlaceAsked(question);
  // Where figures contend, an upper end is said with whose it is.
  const asIs = isUndecided && ends.includes(question.wording) ? withSetter(bare) : bare;
  // Nor is an end said by itself that contested figures of nobody who is named alone set.
  const isUnnamed =
    isUndecided &&
    ends.includes(question.wording) &&
    totals.some(({ members, together }) =>
      [...members, ...together].some((entry) => isSetByNobody(entry, scopes.claims)),
    );
  const isBare = question.wording === 'unmarked' || question.wording === 'exact';
  const answer = (verdict: Verdict, allowed: readonly MaySay[]): Judgement => ({
    verdict,
    allowed: [...new Map(allowed.map((one) => [one.text.en, one])).values()],
  });

  if (question.source !== null) {
    const theirs = countedBy(question.source, question, scopes.claims, here);
    const told = theirs.filter((claim) => tells(claim, question)).flatMap(quoted);
    const others = told.length > 0 ? [] : [...theirs.flatMap(quoted), ...ofMatches];
    const answered = [...told, ...others, ...known];
    if (told.length > 0) return answer('worded', answered);
    return answer(answered.length > 0 ? 'misworded' : 'unknown', answered);
  }
  const own = matches.filter(
    ({ claim, relation, standing }) =>
      relation === 'same' && standing.kind === 'stands' && wordedAs(question, claim),
  );
  // Whoever else prints a number of the very same is named beside.
  const besides = scopes.claims.filter(
    (claim) =>
      ['exact', 'rounded'].includes(wordingOf(claim)) &&
      relationOf(claim, question, here) === 'same',
  );
  if (isReported && !isUnnamed && holds(question, asked)) {
    const isExact =
      isBare && intervalContains({ low: atLeast, high: atMost, closed: true }, question.interval);
    const figures = matches
      .filter(({ relation }) => relation === 'same')
      .flatMap(({ claim, standing }) => said(claim, standing));
    return isExact && question.upTo === null
      ? answer('supported', [
          ...(governing ? quoted(governing) : figures.length > 0 ? figures : [asIs]),
          ...besides.flatMap(quoted),
        ])
      : answer('worded', [
          // Somebody's figure in these very words is said as theirs.
          ...(figures.some((one) => one.wording === asIs.wording) ? [] : [asIs]),
          ...figures,
          ...known,
          ...top,
        ]);
  }
  if (own.length > 0 && !isUndecided)
    return answer('worded', [
      ...own.flatMap(({ claim, standing }) => said(claim, standing)),
      ...besides.flatMap(quoted),
      ...known,
    ]);
  const isOfSome =
    matches.some(
      ({ relation, standing }) => relation === 'same' && standing.kind === 'contested',
    ) ||
    rivals.some((claim) => intervalContains(question.interval, claim.interval)) ||
    (isReported && holds(question, { ...asked, atLeast: asked.unweighed }));
  if (isUndecided && isOfSome) return answer('contested', [...known, ...ofMatches]);
  // The figure of a wider area says nothing of a place in it.
  const isOfHere = matches.some(
    ({ claim, standing }) =>
      placeRelation(claim, here) !== 'around' && said(claim, standing).length > 0,
  );
  if (ofMatches.length > 0)
    return answer(isOfHere ? 'misworded' : 'contradicted', [
      ...ofMatches,
      ...(isOfHere ? besides.flatMap(quoted) : []),
      ...known,
      ...top,
    ]);
  // The number is right where the words are not: "4,200" for a figure of 4,157, or a floor said without "at least".
  const rounded = roundedOf(question);
  if (isBare && isReported && holds(rounded, asked))
    return answer('misworded', [ofThePlaceAsked(rounded), ...known]);
  const isEnd = ends.includes(question.wording);
  const isContrary =
    isReported &&
    !intervalsOverlap(question.interval, { low: asked.unweighed, high: atMost, closed: true });
  const isFloorItself = isBare && question.value === atLeast && atLeast > 0;
  if (isFloorItself) return answer('misworded', known);
  if (matches.length > 0 || (isContrary && isEnd))
    return answer('contradicted', [...known, ...top]);
  if (isContrary) return answer('misworded', [...known, ...ceilingAbove]);
  return answer('unknown', [...known, ...top]);
}

/** The sentence itself, in its own words. */
function ofThePlaceAsked({ value, upTo, unit, wording, what }: Question): MaySay {
  const words = wordsOf(wording);
  const text = quantityInWords({ value, upTo, unit, what }, words);
  return { text, wording: words, value, upTo, unit, claim: null, contestedBy: [] };
}

/** The same figure said as a rounded one. */
function roundedOf(question: Question): Question {
  return { ...question, wording: 'rounded', interval: question.asRounded };
}
