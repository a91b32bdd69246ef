import type { Anomaly } from '@samenbeeld/ingest';
import {
  correctionSubject,
  correctionVerdict,
  type Decision,
  UsageError,
} from '@samenbeeld/schema';
import { appendDecision, currentDecisions, readDecisions } from '@samenbeeld/store';

/** Who accepts, and why. */
export interface Acceptance {
  readonly role: string;
  readonly reason: string;
  readonly time: string;
}

/** The anomalies that `--accept` names: numbers and ranges of the list ("1,4-6"), or all of a kind ("lost_zeros"). */
export function chosen(text: string, found: readonly Anomaly[]): readonly Anomaly[] {
  const ofKind = found.filter(({ kind, correction }) => kind === text && correction !== null);
  if (ofKind.length > 0) return ofKind;
  return text.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().split('-');
    const [from, to] = [Number(first), Number(last)];
    const named = found.slice(from - 1, to);
    if (!/^\d+$/u.test(first) || !/^\d+$/u.test(last) || from < 1 || named.length !== to - from + 1)
      throw new UsageError(
        found.length === 0
          ? 'There is nothing to accept: no anomaly was found.'
          : `--accept takes numbers of the list (1 to ${found.length}), ranges, or a kind with proposals, not "${part.trim()}".`,
      );
    return named;
  });
}

/** Records the corrections of anomalies as decisions of kind `correction`; nothing is changed in any file. */
export async function acceptCorrections(
  path: string,
  anomalies: readonly Anomaly[],
  { role, reason, time }: Acceptance,
): Promise<readonly Decision[]> {
  const open = anomalies.find(({ correction }) => correction === null);
  if (open)
    throw new UsageError(
      `There is no correction to accept for ${open.where.file}, line ${open.where.line}, column ${open.where.column}: ${open.open}.`,
    );
  const standing = currentDecisions(await readDecisions(path), 'correction');
  const recorded: Decision[] = [];
  for (const { correction, where, evidence } of anomalies) {
    if (!correction) continue;
    const conditions = Object.fromEntries(
      Object.entries(correction.where).map(([heading, condition]) => [
        heading,
        'match' in condition
          ? { match: condition.match }
          : condition.texts.length === 1
            ? (condition.texts[0] ?? '')
            : condition.texts,
      ]),
    );
    const { column, from } = correction;
    const subject = correctionSubject({ source: where.source, column, from, where: conditions });
    recorded.push(
      await appendDecision(path, {
        kind: 'correction',
        subject,
        verdict: correctionVerdict(correction),
        role,
        reason,
        time,
        evidence: evidence.join('; '),
        supersedes: standing.get(subject)?.id ?? null,
      }),
    );
  }
  return recorded;
}
