import {
  bases,
  type Interval,
  intervalContains,
  type JointTotal,
  type MemberTotal,
  type Text,
} from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { joinWith, say, semicolon } from '../words.ts';
import { claimsNamed, type Match } from './find-matches.ts';
import { quantityInWords, quote } from './phrase.ts';
import type { Question } from './question.ts';

/** supported: say it as is; worded: true with the words given; contested, contradicted, unknown: as `mayBeSaid` says. */
export type Verdict = 'supported' | 'worded' | 'contested' | 'contradicted' | 'unknown';

/** How a claim stands to what was published, and in which words it, or what is known instead, may be said. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly mayBeSaid: readonly Text[];
}

function atLeast(total: JointTotal): Text {
  const missing =
    total.members.length === 1 ? [] : total.members.filter(({ state }) => state !== 'reported');
  const low = say(
    {
      nl: '{place}: "ten minste {v}"',
      fr: '{place} : « au moins {v} »',
      de: '{place}: „mindestens {v}“',
      en: '{place}: "at least {v}"',
    },
    { v: { quantity: total.total.atLeast, unit: total.unit }, place: { place: total.complex } },
  );
  return missing.length === 0
    ? low
    : joinWith(
        [
          low,
          joinWith(
            missing.map((member) => gapOf(member, total.unit)),
            semicolon,
          ),
        ],
        semicolon,
      );
}

/** What keeps a port's figure from completing a total. */
export function gapOf(member: MemberTotal, unit: string): Text {
  const words = { place: { place: member.place }, low: { quantity: member.lowest, unit } };
  switch (member.state) {
    case 'not_reported':
      return say(
        {
          nl: '{place} is niet gerapporteerd',
          fr: '{place} n’est pas communiqué',
          de: '{place} ist nicht gemeldet',
          en: '{place} is not reported',
        },
        words,
      );
    case 'finds_only':
      return say(
        {
          nl: 'van {place} is alleen een ondergrens bekend ({low})',
          fr: 'de {place}, seul un minimum est connu ({low})',
          de: 'für {place} ist nur eine Untergrenze bekannt ({low})',
          en: 'of {place} only a lower limit is known ({low})',
        },
        words,
      );
    default:
      return say(
        {
          nl: 'het cijfer van {place} is betwist (ten minste {low})',
          fr: 'le chiffre de {place} est contesté (au moins {low})',
          de: 'die Zahl für {place} ist umstritten (mindestens {low})',
          en: 'the figure of {place} is contested (at least {low})',
        },
        words,
      );
  }
}

function onAnotherBasis(claim: Claim): Text {
  return say(
    {
      nl: '{q}: uitsluitend als "{basis}"',
      fr: '{q} : uniquement comme « {basis} »',
      de: '{q}: nur als „{basis}“',
      en: '{q}: only as "{basis}"',
    },
    { q: quote(claim), basis: bases.get(claim.basis).label },
  );
}

function inPartOfTheYear(claim: Claim): Text {
  const isFind = claim.extent === 'one_find' || claim.extent === 'some_finds';
  return say(
    isFind
      ? {
          nl: '{q}: uitsluitend als losse vangst ({period})',
          fr: '{q} : uniquement comme saisie isolée ({period})',
          de: '{q}: nur als einzelner Fund ({period})',
          en: '{q}: only as a single find ({period})',
        }
      : {
          nl: '{q}: uitsluitend over {period}',
          fr: '{q} : uniquement pour {period}',
          de: '{q}: nur für {period}',
          en: '{q}: only for {period}',
        },
    { q: quote(claim), period: { date: `${claim.periodStart}..${claim.periodEnd}` } },
  );
}

/** What the figures allow for the total of the place: nothing above it is excluded where members are missing. */
function range(total: JointTotal): Interval {
  const { atMost, atLeast: low } = total.total;
  return { low, high: atMost, closed: atMost !== null };
}

function known(total: JointTotal | undefined, governing: Claim | undefined): readonly Text[] {
  if (governing) return [quote(governing)];
  return total && total.total.atLeast > 0 ? [atLeast(total)] : [];
}

/** Judges a question against the joint total of its place, the claims behind it and those with the same number. */
export function judge(
  question: Question,
  total: JointTotal | undefined,
  claims: readonly Claim[],
  matches: readonly Match[],
): Judgement {
  const member = total?.members.length === 1 ? total.members[0] : undefined;
  const [governing] = claimsNamed(claims, member?.governing ? [member.governing] : []);
  const of = (relation: Match['relation']) =>
    matches.filter((match) => match.relation === relation).map(({ claim }) => claim);
  const own = of('same');
  const isTrueFloor =
    question.interval.high === null && total !== undefined && question.value <= total.total.atLeast;
  const asked = quantityInWords(question.value, question.unit, question.interval, question.wording);

  if (total?.reported.likely === 'undecided') {
    const rivals = claimsNamed(
      claims,
      total.members.flatMap((entry) => entry.rivals),
    );
    const floor = total.total.atLeast > 0 ? [atLeast(total)] : [];
    if (isTrueFloor) return { verdict: 'worded', mayBeSaid: [asked, ...rivals.map(quote)] };
    const isRival = own.length > 0 || rivals.some(({ value }) => value === question.value);
    const parts = [
      ...of('part-of-year').map(inPartOfTheYear),
      ...of('other-basis').map(onAnotherBasis),
    ];
    if (!isRival && parts.length > 0) return { verdict: 'worded', mayBeSaid: parts };
    return {
      verdict: isRival ? 'contested' : matches.length > 0 ? 'contradicted' : 'unknown',
      mayBeSaid: member ? [...rivals.map(quote), ...floor] : floor,
    };
  }
  if (governing?.value === question.value)
    return {
      verdict: governing.interval.closed ? 'supported' : 'worded',
      mayBeSaid: [quote(governing)],
    };
  if (own.length > 0) {
    const agreeing = own.filter(
      (claim) => !governing || intervalContains(claim.interval, governing.interval),
    );
    if (agreeing.length > 0)
      return {
        verdict: 'worded',
        mayBeSaid: [...agreeing.map(quote), ...(governing ? [quote(governing)] : [])],
      };
    return { verdict: 'contradicted', mayBeSaid: known(total, governing) };
  }
  if (total && !member && total.status !== 'none' && question.value === total.reported.lowest) {
    const isSure = total.status === 'complete' && total.total.atMost === total.total.atLeast;
    return {
      verdict: isSure ? 'supported' : 'worded',
      mayBeSaid: [isSure ? asked : atLeast(total)],
    };
  }
  const narrower = [
    ...of('other-basis').map(onAnotherBasis),
    ...of('part-of-year').map(inPartOfTheYear),
  ];
  if (narrower.length > 0) return { verdict: 'worded', mayBeSaid: narrower };
  const isTrue =
    total !== undefined &&
    total.status !== 'none' &&
    (isTrueFloor ||
      (member?.state === 'reported' && intervalContains(question.interval, range(total))));
  if (isTrue) return { verdict: 'worded', mayBeSaid: [asked, ...known(total, governing)] };
  return {
    verdict: matches.length > 0 ? 'contradicted' : 'unknown',
    mayBeSaid: known(total, governing),
  };
}
