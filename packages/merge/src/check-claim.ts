import {
  type Decision,
  type Language,
  type Observation,
  places,
  type Text,
} from '@samenbeeld/schema';
import { warnings } from './check/do-not-say.ts';
import { findMatches, type Match } from './check/find-matches.ts';
import { judge, type Verdict } from './check/may-say.ts';
import { readQuestion } from './check/question.ts';
import { jointTotals } from './joint-totals.ts';

/** What may be said of a claim before it is said in public. */
export interface CheckedClaim {
  /** In `unit`, which is kg for any mass. */
  readonly value: number;
  readonly unit: string;
  readonly place: string;
  readonly substance: string;
  readonly year: number;
  /** Published claims with this very number. */
  readonly matches: readonly Match[];
  readonly verdict: Verdict;
  readonly mayBeSaid: readonly Text[];
  readonly doNotSay: readonly Text[];
}

/** The complex whose total must not be confused with a port's own. */
const complexes: readonly string[] = ['PC_NSP'];

/**
 * Checks a claim such as "4100 kg cocaine Vlissingen 2022" against a picture: which published claims it matches, in
 * which words it is true, and what must not be said. Without a language, words of all four are known and a figure with
 * two readings (4.100) is refused. Throws an InputError where no quantity is found, a UsageError where no place or year is.
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
  const question = readQuestion(text, language);
  const { place, substance, year, value, unit } = question;
  const totalsOf = (complex: string) =>
    jointTotals(observations, {
      complex,
      substance,
      basis: question.basis,
      metric: question.metric,
      unit,
      years: [year],
      agencies: question.agencies,
      decisions,
    });
  const { totals, claims, notAdded, conflicts } = totalsOf(place);
  const [total] = totals;
  const around = complexes.find(
    (code) => code !== place && places.get(code).members.includes(place),
  );
  const complex = around === undefined ? undefined : totalsOf(around).totals[0];
  const matches = findMatches(claims, question, total);
  const judgement = judge(question, total, claims, matches);
  return {
    value,
    unit,
    place,
    substance,
    year,
    matches,
    ...judgement,
    doNotSay: warnings(question, judgement, total, complex, claims, matches, {
      notAdded,
      conflicts,
    }),
  };
}
