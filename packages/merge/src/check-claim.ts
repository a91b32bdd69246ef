import {
  agencyContains,
  type Decision,
  decisionsShape,
  expandPlace,
  freqOf,
  type Interval,
  inSigns,
  intervalsOverlap,
  joinWith,
  type Language,
  type Observation,
  observationsShape,
  type Period,
  places,
  type Seizure,
  semicolon,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { isService } from './agency-relation.ts';
import { type AskedOf, onlyDrug } from './cell-name.ts';
import { type CountQuestion, countQuestions, rowsOfKind } from './check/count-question.ts';
import { sayNotReported, sayRound, warnings } from './check/do-not-say.ts';
import { findMatches, type Match } from './check/find-matches.ts';
import { type Judgement, judge, judgeByFinds, type MaySay, type Verdict } from './check/may-say.ts';
import { isBareRound, quote, wordingOf } from './check/phrase.ts';
import { type Question, readQuestion, type Unplaced } from './check/question.ts';
import { type Stated, scopesOf, yearsWithin } from './check/stated.ts';
import type { Claim } from './claim.ts';
import { claimsNamed } from './claim.ts';
import { type FindBounds, saysOtherThanFinds } from './claims-and-events.ts';
import { keptClaim } from './kept-claim.ts';
import { type FilesAside, uncountedOf } from './put-aside.ts';
import { floorsBeside, governingFinds, standInFinds } from './settle.ts';
import { toClaims } from './to-claims.ts';
import type { Records } from './total-question.ts';
import { countOfFinds, say, sayInFour } from './words.ts';

/** By which decisions the figures asked for stand: who decided, when, for what and against what. */
function standsBy(
  { conflicts }: Stated,
  claims: readonly Claim[],
  decisions: ReadonlyMap<string, Decision>,
): readonly Text[] {
  const decided = conflicts.filter(({ state }) => state === 'decided');
  const subjects = [...new Set(decided.map(({ subject }) => subject))];
  return subjects.flatMap((subject) => {
    const decision = decisions.get(subject);
    if (!decision) return [];
    const ids = decided.flatMap((one) => (one.subject === subject ? one.claims : []));
    const named = claimsNamed(claims, [...new Set(ids)]);
    const kept = keptClaim(decision, claims);
    const others = named.filter((claim) => claim !== kept);
    const by = { role: decision.role, on: { on: decision.time.slice(0, 10) } };
    const against = joinWith(others.map(quote), semicolon);
    return [
      kept
        ? sayInFour(
            '{q}, zo beslist door {role} {on}; niet gevolgd: {against}',
            '{q}, selon la décision de {role} {on} ; non retenu : {against}',
            '{q}, so entschieden von {role} {on}; nicht gefolgt: {against}',
            '{q}, as decided by {role} {on}; not followed: {against}',
            { ...by, q: quote(kept), against },
          )
        : sayInFour(
            'beslist door {role} {on}: {against}',
            'décidé par {role} {on} : {against}',
            'entschieden von {role} {on}: {against}',
            'decided by {role} {on}: {against}',
            { ...by, against },
          ),
    ];
  });
}

/** What may be said of a claim before it is said in public. */
export interface CheckedClaim {
  /** In `unit`, which is kg for any mass. */
  readonly value: number;
  readonly unit: string;
  readonly place: string;
  readonly substance: string;
  /** The year in which the period asked for begins. */
  readonly year: number;
  readonly period: Period;
  /** Published claims with this very number, and how each stands. */
  readonly matches: readonly Match[];
  readonly verdict: Verdict;
  /** The verdict in words. */
  readonly says: Text;
  /** Whether the sentence may be said as it stands. */
  readonly asItStands: boolean;
  /** What may be said, with what each sentence states. */
  readonly allowed: readonly MaySay[];
  /** The sentences of `allowed`. */
  readonly mayBeSaid: readonly Text[];
  /** By which decisions the figures asked for stand. */
  readonly standsBy: readonly Text[];
  readonly doNotSay: readonly Text[];
  /** What was checked of a sentence about a count: the thing, the place and the period; null of an amount of a drug. */
  readonly readAs: Text | null;
  /** What is to be known besides: that nothing is reported. */
  readonly advice: readonly Text[];
}

const verdicts: Readonly<Record<Verdict, Text>> = {
  supported: { nl: 'Klopt.', fr: 'Exact.', de: 'Stimmt.', en: 'True.' },
  worded: {
    nl: 'Waar in deze woorden.',
    fr: 'Vrai dans ces termes.',
    de: 'Wahr in diesen Worten.',
    en: 'True in these words.',
  },
  misworded: {
    nl: 'Niet zoals het er staat.',
    fr: 'Pas tel quel.',
    de: 'So, wie es dasteht, nicht.',
    en: 'Not as it stands.',
  },
  contested: {
    nl: 'Betwist: noem de bron.',
    fr: 'Contesté : citez la source.',
    de: 'Umstritten: Quelle nennen.',
    en: 'Contested: name the source.',
  },
  contradicted: {
    nl: 'Zo niet te zeggen.',
    fr: 'Ne peut se dire ainsi.',
    de: 'So nicht zu sagen.',
    en: 'Not to be said like this.',
  },
  unknown: {
    nl: 'Geen gepubliceerd cijfer zegt dit.',
    fr: 'Aucun chiffre publié ne le dit.',
    de: 'Keine veröffentlichte Zahl sagt das.',
    en: 'No published figure says this.',
  },
};

const countedApart: Text = {
  nl: 'Apart geteld: noem de dienst.',
  fr: 'Compté à part : citez le service.',
  de: 'Getrennt gezählt: Dienststelle nennen.',
  en: 'Counted apart: name the service.',
};

/** A verdict in words; services that each counted for themselves contest nothing. */
function verdictSays(verdict: Verdict, { conflicts }: Stated): Text {
  const open = conflicts.filter(({ state }) => state === 'undecided' || state === 'apart');
  const isApart = open.length > 0 && open.every(({ state }) => state === 'apart');
  return verdict === 'contested' && isApart ? countedApart : verdicts[verdict];
}

/** The first complex of the code list that a place is a member of: its total must not be confused with the place's own. */
function complexAround(place: string): string | null {
  const around = places.find(
    ({ kind, open, members }) => kind === 'complex' && !open && members.includes(place),
  );
  return around?.code ?? null;
}

/** The scope of the only figure that was published like this; a line of `mayBeSaid` names neither place nor period. */
function scopeOf(
  { value, wording, source, published, place: named, period }: Unplaced,
  claims: readonly Claim[],
): Pick<Question, 'place' | 'substance' | 'basis' | 'period'> | null {
  const found = claims.filter(
    (claim) =>
      claim.agencies.every((code) => source?.includes(code)) &&
      (named === null || claim.place === named) &&
      (period === null || (claim.periodStart === period.start && claim.periodEnd === period.end)) &&
      (claim.value === value || claim.interval.low === value) &&
      (wordingOf(claim) === (wording === 'unmarked' ? 'exact' : wording) ||
        (wording === 'unmarked' && isBareRound(claim))) &&
      (published === null || isWithin(claim.publishedOn, published)),
  );
  const scopes = found.map(({ place, substance, basis, periodStart: start, periodEnd: end }) => ({
    place,
    substance,
    basis,
    period: { start, end, freq: freqOf({ start, end }) },
  }));
  const distinct = new Map(scopes.map((scope) => [JSON.stringify(scope), scope]));
  return distinct.size === 1 ? ([...distinct.values()][0] ?? null) : null;
}

function isWithin(day: string | null, { start, end }: Period): boolean {
  return day !== null && (start.startsWith(day) || (day >= start && day <= end));
}

const closed = ({ low, high }: FindBounds): Interval => ({ low, high, closed: true });

/** Whose finds go first, and what their bounds are. */
function sayFinds({ place, unit }: Question, { low, high, agencies, isLeftOut }: FindBounds): Text {
  const least = { quantity: low, unit };
  const most = { quantity: high ?? low, unit };
  const range =
    high === null
      ? sayInFour('{low} of meer', '{low} ou plus', '{low} oder mehr', '{low} or more', {
          low: least,
        })
      : high === low
        ? least
        : sayInFour('{low} tot {high}', '{low} à {high}', '{low} bis {high}', '{low} to {high}', {
            ...{ low: least, high: most },
          });
  const words = { who: { agencies }, here: { place }, range };
  return isLeftOut
    ? sayInFour(
        'vangstbestanden ({who}) geven voor {here} {range}, zonder model',
        'des fichiers de saisies ({who}) donnent {range} ({here}), sans modèle',
        'Funddateien ({who}) ergeben für {here} {range}, ohne Modell',
        'files of finds ({who}) give {range} for {here}, by no model',
        words,
      )
    : sayInFour(
        'vangstbestanden ({who}) dekken {here} volledig en gaan voor; zij geven {range}, zonder model',
        'des fichiers de saisies ({who}) couvrent ce lieu entièrement ({here}) et l’emportent ; ils donnent {range}, sans modèle',
        'Funddateien ({who}) decken {here} vollständig ab und gehen vor; sie ergeben {range}, ohne Modell',
        'files of finds ({who}) cover {here} in full and go first; they give {range}, by no model',
        words,
      );
}

/**
 * What the finds of the services that a sentence names give: from those that are theirs alone to those that others may have had a
 * part in. null where it names none, or what they found is not declared to be listed in full.
 */
function findsOfService(
  records: Records,
  question: Question,
  years: ReturnType<typeof yearsWithin>,
): FindBounds | null {
  const source = question.source ?? [];
  if (source.length === 0 || !isService(source)) return null;
  const holds = (whole: string, part: string) => whole === part || agencyContains(whole, part);
  const isTheirs = (code: string) => source.some((one) => holds(one, code));
  const mayBeTheirs = (code: string) =>
    isTheirs(code) || code === 'UNSPECIFIED' || source.some((one) => holds(code, one));
  const coverage = (records.coverage ?? []).filter(({ agency }) =>
    source.some((one) => holds(agency, one)),
  );
  if (!source.every((one) => coverage.some(({ agency }) => holds(agency, one)))) return null;
  const given = (isOf: (find: Seizure) => boolean) => {
    const seizures = (records.seizures ?? []).filter(isOf);
    return governingFinds({ ...records, coverage, seizures }, question, years);
  };
  const most = given(({ agencies: own }) => own.length === 0 || own.some(mayBeTheirs));
  if (most === null) return null;
  const least = given(({ agencies: own }) => own.length > 0 && own.every(isTheirs));
  return { ...most, low: least?.low ?? 0, agencies: source };
}

/** What finds show of a sentence about a service whose own finds are not told: that it seized them only a figure of its own says. */
function unlessTold(byFinds: Judgement, ofClaims: Judgement): Judgement {
  const isTold = ofClaims.verdict === 'worded' && byFinds.verdict !== 'contradicted';
  return {
    verdict: isTold || byFinds.verdict !== 'supported' ? byFinds.verdict : 'misworded',
    allowed: isTold ? [...ofClaims.allowed, ...byFinds.allowed] : byFinds.allowed,
  };
}

/** That finds of what is asked were left out, so that a figure with them is not refuted. */
function sayLeftOut(
  { place, basis, substance, period: { start, end } }: Question,
  { coverage = [] }: Pick<Records, 'coverage'>,
): readonly Text[] {
  const cell = { basis, substance, periodStart: start, periodEnd: end };
  const isOpen = expandPlace(place).some(
    (member) => uncountedOf(member, cell, coverage) === 'left_out',
  );
  return isOpen
    ? [
        sayInFour(
          'de bronbeschrijving laat vangsten weg die hierbij kunnen horen ({here}): een cijfer dat ze meetelt, kan kloppen',
          'la description de source laisse de côté des saisies qui peuvent en relever ({here}) : un chiffre qui les compte peut être exact',
          'die Quellenbeschreibung lässt Funde weg, die hierzu gehören können ({here}): eine Zahl, die sie mitzählt, kann stimmen',
          'the source description leaves out finds that may belong here ({here}): a figure that counts them may be right',
          { here: { place } },
        ),
      ]
    : [];
}

/** What a sentence is checked against, beside claims. */
export interface CheckOptions {
  /**
   * The single finds that the picture counts, with the pairs that may be one and what its sources cover in full: beside figures
   * they are a floor, and where no count is published they are counted.
   */
  readonly finds?: Pick<Records, 'seizures' | 'pairs' | 'coverage'>;
  /** What the picture asks: a sentence that names no drug is about the one that is asked. */
  readonly asks?: readonly AskedOf[];
  /** What became of the files of the picture: a figure that was put aside may be a part of a family. */
  readonly files?: FilesAside;
}

/**
 * Checks a claim such as "4100 kg cocaine Vlissingen 2022" against a picture: which published claims it matches, in
 * which words it is true, and what must not be said. What may be said lies within what the joint total of its scope states; of a
 * contested figure that is the bound that every rival satisfies, or a named agency's figure with those who contest it (joint
 * total, rule 5). Without a language, words of all four are known and a figure with two readings (4.100) is refused.
 * "Volgens HARC", "– HARC team, January 2023" and the like make it that agency's figure, which may be said though others contest it.
 * Finds are a floor where they are in the total of `settle`; where files of them govern beside claims, the bounds that they give by no
 * model are what may be said, and a published figure that does not fit is never called the figure. Where the picture counts events, what a model makes of them is never allowed, and the advice says so.
 * A sentence about offences, suspects, reports, money, prices and the like is checked against the figures of that kind alone, and
 * may not be said as it stands where it names more than they are of.
 * Throws a UsageError where a sentence is not understood: no quantity, place or year, a drug that is not named and could be one
 * of several, or a word that is not known.
 *
 * @example
 * ```ts
 * import { checkClaim } from '@samenbeeld/merge';
 * checkClaim('4100 kg cocaine Vlissingen 2022', []).verdict // => 'unknown'
 * ```
 */
export function checkClaim(
  text: string,
  observations: readonly Observation[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
  language?: Language,
  { finds = {}, asks = [], files = [] }: CheckOptions = {},
): CheckedClaim {
  takes(
    'checkClaim',
    ['text', text, shape.text],
    ['observations', observations, observationsShape],
    ['decisions', decisions, decisionsShape],
  );
  const counts = countQuestions(text, { language, rows: observations });
  if (counts) {
    const of = (question: CountQuestion): Picture => ({
      claims: toClaims(rowsOfKind(question, observations), {
        ...{ metric: question.metric, unit: question.unit, files },
        stat: question.kind.stat,
      }),
      ...{ records: { observations: [] }, decisions, countsEvents: false },
    });
    return bestOf(counts.map((question) => counted(question, judged(question, of(question)))));
  }
  const question = readQuestion(text, {
    language,
    placed: (figure) => scopeOf(figure, toClaims(observations, { ...figure, files })),
    drug: (name) => onlyDrug(name, observations, asks),
    held: [...observations, ...(finds.seizures ?? [])],
  });
  const { metric, unit, period } = question;
  const records = { observations, ...finds };
  const floors = floorsBeside(records, question, yearsWithin(period));
  const claims = [...toClaims(observations, { metric, unit, files }), ...floors];
  return judged(question, {
    ...{ claims, records, decisions, countsEvents: finds.seizures !== undefined },
  });
}

/** What a sentence is judged against. */
interface Picture {
  readonly claims: readonly Claim[];
  readonly records: Records;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly countsEvents: boolean;
}

function judged(
  question: Question,
  { claims, records, decisions, countsEvents }: Picture,
): CheckedClaim {
  const { place, substance, year, value, unit, period } = question;
  const years = yearsWithin(period);
  const scopes = scopesOf(claims, decisions, {
    ...(question.kinds && { kinds: question.kinds }),
    isInFinds: (of) => standInFinds(records, { ...question, place: of }, years),
  });
  const asked = scopes.stated(question);
  const around = complexAround(place);
  const matches = findMatches(scopes, question, asked);
  // Where nothing is published what finds weigh is a model's; how many there are, no model is asked.
  const isAsked = records.observations.length > 0 || question.metric === 'seizures';
  const ofAll = isAsked ? governingFinds(records, question, years) : null;
  const ofService = ofAll && findsOfService(records, question, years);
  const governing = ofService ?? ofAll;
  const byFinds = governing && judgeByFinds(question, governing, ofService !== null);
  const judgement =
    byFinds === null
      ? judge(question, asked, scopes, matches)
      : ofService || question.source === null
        ? byFinds
        : unlessTold(byFinds, judge(question, asked, scopes, matches));
  const unfit = matches.filter(
    ({ claim, relation }) =>
      governing && relation === 'same' && !intervalsOverlap(claim.interval, closed(governing)),
  );
  return {
    ...{ value, unit, place, substance, year, period, readAs: null },
    matches,
    ...judgement,
    says: verdictSays(judgement.verdict, asked),
    asItStands: judgement.verdict === 'supported' || judgement.verdict === 'worded',
    mayBeSaid: judgement.allowed.map(({ text: sentence }) => sentence),
    standsBy: standsBy(asked, scopes.claims, decisions),
    advice: [
      ...(governing ? [sayFinds(question, governing)] : []),
      ...(governing && question.metric === 'seizures' ? [countOfFinds] : []),
      ...(governing ? [] : sayNotReported(question, asked, countsEvents)),
      ...sayLeftOut(question, records),
      ...sayRound(
        judgement.allowed.flatMap(({ claim, contestedBy }) => [
          ...(claim ? [claim] : []),
          ...contestedBy,
        ]),
      ),
    ],
    doNotSay: governing
      ? unfit.map(({ claim }) => saysOtherThanFinds({ ...claim, unit }, governing))
      : warnings(question, judgement, asked, scopes, matches, () =>
          around === null ? null : scopes.stated(question, around),
        ),
  };
}

/** What was checked of a sentence about a count; one that names more than the figures are of may not be said as it stands. */
function counted(question: CountQuestion, checked: CheckedClaim): CheckedClaim {
  const { place, value, unit, isWider, period } = question;
  const of = {
    here: { place },
    what: question.what,
    when: { date: `${period.start}..${period.end}` },
  };
  const readAs = say(inSigns('{what} · {here} · {when}'), of);
  if (!isWider || !checked.asItStands) return { ...checked, readAs };
  const narrower = sayInFour(
    '"{v}" zonder meer: dit beeld telt {what}.',
    '« {v} » sans précision : ce que compte ce tableau : {what}.',
    '„{v}“ ohne Zusatz: Dieses Lagebild zählt {what}.',
    '"{v}" without qualification: this picture counts {what}.',
    { ...of, v: { quantity: value, unit } },
  );
  return {
    ...{ ...checked, readAs, verdict: 'misworded', says: verdicts.misworded, asItStands: false },
    doNotSay: [narrower, ...checked.doNotSay],
  };
}

const fromBest: readonly Verdict[] = [
  ...(['supported', 'worded', 'contested', 'misworded', 'contradicted', 'unknown'] as const),
];

/** Sentences that may be said where a sentence may be about several things. */
const saidOfSeveral = 6;

/** Of the things that a sentence may be about, the one that it is truest of; where it is true of none, what may be said of each. */
function bestOf(all: readonly CheckedClaim[]): CheckedClaim {
  const sorted = all.toSorted(
    (one, other) =>
      fromBest.indexOf(one.verdict) - fromBest.indexOf(other.verdict) ||
      other.matches.length - one.matches.length,
  );
  const [best, ...others] = sorted as [CheckedClaim, ...CheckedClaim[]];
  const told = others.filter(({ allowed }) => allowed.length > 0);
  if (best.asItStands || told.length === 0) return best;
  const each = sorted.flatMap(({ allowed }) => allowed);
  const allowed = [...new Map(each.map((may) => [may.text.en, may])).values()].slice(
    0,
    saidOfSeveral,
  );
  const read = [best, ...told].flatMap(({ readAs }) => readAs ?? []);
  return {
    ...{ ...best, allowed, mayBeSaid: allowed.map(({ text: sentence }) => sentence) },
    readAs: joinWith(read.slice(0, saidOfSeveral), semicolon),
    // What the figure is of one of them is no word against the others.
    ...(best.matches.length === 0 && { doNotSay: [], advice: [] }),
  };
}
