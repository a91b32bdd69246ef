import { type Decision, InputError, UsageError } from '@samenbeeld/schema';
import { decidedByRole, roleKey } from './standing-decisions.ts';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inForce(heads: readonly Decision[], subject: string): Decision | undefined {
  const [first, ...others] = heads;
  const rival = others.find(({ verdict }) => verdict !== first?.verdict);
  const isOneVoice = new Set(heads.map(({ role }) => roleKey(role))).size === 1;
  if (first && rival && decidedByRole.has(first.kind) && !isOneVoice) return undefined;
  if (first && rival)
    throw new InputError(
      `"${subject}" is decided twice: ${first.id} says "${first.verdict}", ${rival.id} says "${rival.verdict}"`,
      { repair: 'record a "reopen" that supersedes the one that no longer holds' },
    );
  return [...heads].sort((a, b) => compare(a.time, b.time) || compare(a.id, b.id)).at(-1);
}

/**
 * The decision in force for each subject: the one that none supersedes. A `reopen` leaves its subject without one. The
 * order of the list does not matter. Two that contradict each other (from files put together) are an InputError; where
 * each role decides for itself (`same-seizure`) and two roles differ, none is in force.
 *
 * Without a kind, a subject decided under two kinds is a UsageError.
 *
 * @example
 * ```ts
 * import { currentDecisions } from '@samenbeeld/store';
 * const first = { id: 'a', kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', time: '2026-01-01', reason: 'count', evidence: null, supersedes: null } as const;
 * const undo = { ...first, id: 'b', verdict: 'reopen', supersedes: 'a' };
 * currentDecisions([first]).get('COC NLVLI 2021')?.id // => 'a'
 * currentDecisions([undo, first]).size // => 0
 * ```
 */
export function currentDecisions(
  decisions: readonly Decision[],
  kind?: Decision['kind'],
): ReadonlyMap<string, Decision> {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  const heads = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const undone = decision.verdict === 'reopen' && decision.supersedes !== null;
    if (replaced.has(decision.id) || undone || (kind && decision.kind !== kind)) continue;
    heads.set(decision.subject, [...(heads.get(decision.subject) ?? []), decision]);
  }
  const current: [string, Decision][] = [];
  for (const [subject, found] of [...heads].sort(([a], [b]) => compare(a, b))) {
    const kinds = [...new Set(found.map((decision) => decision.kind))].sort();
    if (kinds.length > 1)
      throw new UsageError(
        `"${subject}" is decided as ${kinds.join(' and as ')}: ask for one kind.`,
      );
    const decision = inForce(found, subject);
    if (decision) current.push([subject, decision]);
  }
  return new Map(current);
}
