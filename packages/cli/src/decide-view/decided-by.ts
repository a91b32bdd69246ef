import { agencyNames } from '@samenbeeld/answers';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import { type Decision, formatPeriod, type Language, parsePeriod } from '@samenbeeld/schema';
import { standingDecisions } from '@samenbeeld/store';
import { decideWords } from './decide-words.ts';

/** What is shown of a decision that stands on a matter. */
export type Decided = Pick<
  Decision,
  'id' | 'verdict' | 'role' | 'agency' | 'time' | 'reason' | 'evidence'
> & {
  /** Whether it is followed; one may stand that has lapsed, or of which others say otherwise. */
  readonly applies: boolean;
};

/** The role that decided, with its service; never a person. */
export function whoDecided(
  { role, agency }: Pick<Decision, 'role' | 'agency'>,
  language: Language,
): string {
  return agency ? `${role}, ${agencyNames([agency], language)}` : role;
}

/** The day of a decision in words; a time that is none as it stands. */
export function decidedOn({ time }: Pick<Decision, 'time'>, language: Language): string {
  const day = time.slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) ? formatPeriod(parsePeriod(day), language) : time;
}

/** The decisions that stand on a matter, in the order they were taken. */
export function decidedOf(
  kind: Decision['kind'],
  subject: string,
  { decisions, inForce, stale, judged }: BuiltAnalysis,
): readonly Decided[] {
  const followed = new Set([
    inForce.get(subject)?.id,
    ...judged.judged
      .filter((one) => one.subject === subject && one.because === 'agreed')
      .flatMap(({ by }) => by.map(({ id }) => id)),
  ]);
  const lapsed = new Set(stale.map(({ id }) => id));
  return standingDecisions(decisions, kind, subject).map(
    ({ id, verdict, role, agency = null, time, reason, evidence }) => ({
      ...{ id, verdict, role, agency, time, reason, evidence },
      applies: followed.has(id) && !lapsed.has(id),
    }),
  );
}

/** A decision as the list of matters shows it: what, by whom, when and why. */
export function decidedLine(decided: Decided, verdict: string, language: Language): string {
  const { applies, id, reason } = decided;
  const word = decideWords[applies ? 'decidedBy' : 'saidNotFollowed'][language];
  return `    ${word} (${id}): ${verdict}, ${whoDecided(decided, language)}, ${decidedOn(decided, language)}: ${reason}`;
}
