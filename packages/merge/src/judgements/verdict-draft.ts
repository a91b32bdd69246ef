import { type Decision, inFour, joinWith, type Seizure, UsageError } from '@samenbeeld/schema';
import { type DecisionDraft, standingDecisions } from '@samenbeeld/store';
import { recordsOf } from '../same-seizure/partition/record-pair.ts';
import { parsePairSubject } from './pair-subject.ts';
import { withSeen } from './replay-decisions.ts';

/** What somebody says of two records. */
export interface GivenVerdict {
  /** Key of the pair. */
  readonly subject: string;
  readonly verdict: 'same' | 'different' | 'unsure' | 'reopen';
  /** A role, never a name. */
  readonly role: string;
  /** Code of the service the role belongs to. */
  readonly agency?: string | null;
  readonly reason: string;
  readonly evidence: string | null;
  /** ISO time. */
  readonly time: string;
}

/** What the verdict stands beside. */
export interface VerdictContext {
  readonly decisions: readonly Decision[];
  readonly seizures: ReadonlyMap<string, Seizure>;
}

/** The decision that a verdict replaces: the role's own, never that of another role. */
function replaced(
  { subject, role, verdict }: GivenVerdict,
  { decisions }: VerdictContext,
): string | null {
  const own = standingDecisions(decisions, 'same-seizure', subject, role).at(-1);
  if (own || verdict !== 'reopen') return own?.id ?? null;
  const standing = standingDecisions(decisions, 'same-seizure', subject);
  throw new UsageError(
    standing.length === 0
      ? inFour(
          'Over "{subject}" is niets beslist: er is niets te herroepen.',
          'Rien n’est décidé sur « {subject} » : il n’y a rien à annuler.',
          'Über „{subject}“ ist nichts entschieden: Es gibt nichts zurückzunehmen.',
          'Nothing is decided on "{subject}": there is nothing to reopen.',
          { subject },
        )
      : inFour(
          'De rol "{role}" heeft over "{subject}" niets beslist; elke rol herroept wat ze zelf zei ({standing}).',
          'Le rôle « {role} » n’a rien décidé sur « {subject} » ; chaque rôle annule ce qu’il a dit lui-même ({standing}).',
          'Die Rolle „{role}“ hat über „{subject}“ nichts entschieden; jede Rolle nimmt zurück, was sie selbst gesagt hat ({standing}).',
          'The role "{role}" has decided nothing on "{subject}"; each role reopens what it said itself ({standing}).',
          {
            role,
            subject,
            standing: joinWith(
              standing.map((one) =>
                inFour(
                  '{id} door "{by}"',
                  '{id} par « {by} »',
                  '{id} von „{by}“',
                  '{id} by "{by}"',
                  { id: one.id, by: one.role },
                ),
              ),
              ', ',
            ),
          },
        ),
  );
}

/**
 * A verdict on two records as the decision to record: what it supersedes, and with what the records say now as part of its
 * evidence, so that it lapses once they say something else.
 *
 * A role only ever replaces or reopens its own word: words of two roles stand beside each other, and where they differ
 * decide nothing (`judgeSeizures`). Throws UsageError where the role has nothing to reopen.
 */
export function verdictDraft(given: GivenVerdict, context: VerdictContext): DecisionDraft {
  const pair = parsePairSubject(given.subject);
  const rows = (side: string): readonly Seizure[] =>
    recordsOf(side).flatMap((id) => context.seizures.get(id) ?? []);
  const isHere =
    pair !== null && [pair.a, pair.b].every((side) => rows(side).length === recordsOf(side).length);
  return {
    kind: 'same-seizure',
    subject: given.subject,
    verdict: given.verdict,
    role: given.role,
    agency: given.agency ?? null,
    time: given.time,
    reason: given.reason,
    evidence:
      isHere && given.verdict !== 'reopen'
        ? withSeen(given.evidence, rows(pair.a), rows(pair.b))
        : given.evidence,
    supersedes: replaced(given, context),
  };
}
