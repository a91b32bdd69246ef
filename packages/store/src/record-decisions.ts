import { type Decision, UsageError } from '@samenbeeld/schema';
import { appendDecisions } from './append-decision.ts';
import type { DecisionDraft } from './decision-line.ts';
import { ownHeads } from './standing-decisions.ts';

/** A decision to record; without `supersedes` it replaces what was said last on its subject. */
export type ReplacingDraft = Omit<DecisionDraft, 'supersedes'> &
  Partial<Pick<DecisionDraft, 'supersedes'>>;

/** A draft with what it replaces of its own voice: the last it said; what it said besides, in files put together, is reopened. */
function replacing(draft: ReplacingDraft, recorded: readonly Decision[]): readonly DecisionDraft[] {
  const own = ownHeads(recorded, draft);
  const last = own.at(-1) ?? null;
  const standing = recorded.filter(
    ({ kind, subject }) => kind === draft.kind && subject === draft.subject,
  );
  if (draft.verdict === 'reopen' && (draft.supersedes ?? last) === null)
    throw new UsageError(
      standing.length === 0
        ? `Nothing is decided on "${draft.subject}": there is nothing to reopen.`
        : `The role "${draft.role}" has decided nothing on "${draft.subject}"; each service reopens what it decided itself (${standing.map((one) => `${one.id} by "${one.role}"${one.agency ? ` of ${one.agency}` : ''}`).join(', ')}).`,
    );
  const besides = own.filter((one) => one !== last && one.verdict !== 'reopen');
  return [
    ...besides.map(({ id }) => ({ ...draft, takenOn: null, verdict: 'reopen', supersedes: id })),
    { ...draft, supersedes: draft.supersedes ?? last?.id ?? null },
  ];
}

/**
 * Records decisions as `appendDecisions` does, each in the place of what the same service said last on its subject;
 * what another service said stays beside it. Only the decisions asked for are returned.
 *
 * @example
 * ```ts
 * import { readDecisions, recordDecisions } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const path = `${await mkdtemp(`${tmpdir()}/decisions-`)}/decisions.jsonl`;
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
  const recorded = await appendDecisions(path, (file) =>
    drafts.flatMap((draft) => replacing(draft, file.decisions)),
  );
  return recorded.filter(({ subject, verdict }) =>
    drafts.some((draft) => draft.subject === subject && draft.verdict === verdict),
  );
}
