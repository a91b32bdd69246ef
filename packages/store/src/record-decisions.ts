import type { Decision } from '@samenbeeld/schema';
import { appendDecisions } from './append-decision.ts';
import type { DecisionDraft } from './decision-line.ts';
import { readDecisions } from './read-decisions.ts';

/** A decision to record; without `supersedes` it replaces what was said last on its subject. */
export type ReplacingDraft = Omit<DecisionDraft, 'supersedes'> &
  Partial<Pick<DecisionDraft, 'supersedes'>>;

/** The decision on each subject that no other supersedes, a `reopen` too. */
function lastOn(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  return new Map(
    decisions
      .filter(({ id }) => !replaced.has(id))
      .map(({ kind, subject, id }) => [`${kind} ${subject}`, id]),
  );
}

/**
 * Records decisions as `appendDecisions` does, each in the place of what was said last on its subject. Not for kinds of
 * which each role decides for itself: these name what they replace.
 *
 * @example
 * ```ts
 * import { readDecisions, recordDecisions } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const path = `${await mkdtemp('/tmp/decisions-')}/decisions.jsonl`;
 * const draft = { kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', time: '2026-01-01T09:00:00Z', reason: 'counting authority', evidence: null } as const;
 * const [first] = await recordDecisions(path, [draft]);
 * const [second] = await recordDecisions(path, [{ ...draft, verdict: 'keep c2', reason: 'corrected' }]);
 * second?.supersedes === first?.id // => true
 * ```
 */
export async function recordDecisions(
  path: string,
  drafts: readonly ReplacingDraft[],
): Promise<readonly Decision[]> {
  const former = lastOn(await readDecisions(path));
  return appendDecisions(
    path,
    drafts.map((draft) => ({
      ...draft,
      supersedes: draft.supersedes ?? former.get(`${draft.kind} ${draft.subject}`) ?? null,
    })),
  );
}
