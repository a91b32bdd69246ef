import type { Decision } from '@samenbeeld/schema';

/** The decisions of one subject that none supersedes; more than one where files were put together. */
export interface Head {
  readonly decision: Decision;
  /** Others in force on the same subject that say something else. */
  readonly rivals: readonly Decision[];
}

function compare(a: Decision, b: Decision): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The decisions of a kind that are in force, by subject, with those that contradict them, whatever their order. */
export function headsOf(decisions: readonly Decision[], kind: Decision['kind']): readonly Head[] {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  const bySubject = new Map<string, Decision[]>();
  for (const decision of [...decisions].sort(compare)) {
    const undone = decision.verdict === 'reopen' && decision.supersedes !== null;
    if (decision.kind !== kind || replaced.has(decision.id) || undone) continue;
    bySubject.set(decision.subject, [...(bySubject.get(decision.subject) ?? []), decision]);
  }
  return [...bySubject]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => {
      const verdicts = new Set(found.map(({ verdict }) => verdict));
      // Said twice alike it is one decision, the later.
      const last = found.at(-1);
      if (verdicts.size === 1) return last ? [{ decision: last, rivals: [] }] : [];
      return found.map((decision) => ({
        decision,
        rivals: found.filter(({ verdict }) => verdict !== decision.verdict),
      }));
    });
}
