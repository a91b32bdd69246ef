import {
  type Decision,
  decisionsShape,
  type Language,
  type Observation,
  observationShape,
  type Period,
  places,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { warnings } from './check/do-not-say.ts';
import { findMatches, type Match } from './check/find-matches.ts';
import { judge, type MaySay, type Verdict } from './check/may-say.ts';
import { readQuestion } from './check/question.ts';
import { standsBy } from './check/stands-by.ts';
import { scopesOf } from './check/stated.ts';
import { toClaims } from './to-claims.ts';

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

/** The complex whose total must not be confused with a port's own. */
const complexes: readonly string[] = ['PC_NSP'];

/**
 * Checks a claim such as "4100 kg cocaine Vlissingen 2022" against a picture: which published claims it matches, in
 * which words it is true, and what must not be said. What may be said lies within what the joint total of its scope states; of a
 * contested figure that is the bound that every rival satisfies, or a named agency's figure with those who contest it (joint
 * total, rule 5). Without a language, words of all four are known and a figure with two readings (4.100) is refused.
 * Throws an InputError where no quantity is found, a UsageError where no place or year is.
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
): CheckedClaim {
  takes(
    'checkClaim',
    ['text', text, shape.text],
    ['observations', observations, shape.list(observationShape, 'a list of observations')],
    ['decisions', decisions, decisionsShape],
  );
  const question = readQuestion(text, language);
  const { place, substance, year, value, unit, metric, period } = question;
  const scopes = scopesOf(toClaims(observations, { metric, unit }), decisions);
  const asked = scopes.stated(question);
  const around = complexes.find(
    (code) => code !== place && places.get(code).members.includes(place),
  );
  const matches = findMatches(scopes, question, asked);
  const judgement = judge(question, asked, scopes, matches);
  return {
    value,
    unit,
    place,
    substance,
    year,
    period,
    matches,
    ...judgement,
    says: verdicts[judgement.verdict],
    asItStands: judgement.verdict === 'supported' || judgement.verdict === 'worded',
    mayBeSaid: judgement.allowed.map(({ text: sentence }) => sentence),
    standsBy: standsBy(asked, scopes.claims, decisions),
    doNotSay: warnings(question, judgement, asked, scopes, matches, {
      complex: around === undefined ? null : scopes.stated(question, around),
    }),
  };
}
