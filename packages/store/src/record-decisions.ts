import { type Decision, inFour, joinWith, quoted, type Text, UsageError } from '@samenbeeld/schema';
import { appendDecisions } from './append-decision.ts';
import type { DecisionDraft } from './decision-line.ts';
import { ownHeads } from './standing-decisions.ts';

/** A decision to record; without `supersedes` it replaces what was said last on its subject. */
export type ReplacingDraft = Omit<DecisionDraft, 'supersedes'> &
  Partial<Pick<DecisionDraft, 'supersedes'>>;

/** A decision by its id and who took it. */
const decidedBy = ({ id, role, agency = null }: Decision): Text =>
  inFour(
    '{id} door {role}{agency}',
    '{id} par {role}{agency}',
    '{id} von {role}{agency}',
    '{id} by {role}{agency}',
    { id, role: quoted(role), agency: agency === null ? '' : `, ${agency}` },
  );

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
        ? inFour(
            'Over {subject} is niets beslist: er valt niets te heropenen.',
            'Rien n’est tranché sur {subject} : il n’y a rien à rouvrir.',
            'Über {subject} ist nichts entschieden: Es gibt nichts wieder zu öffnen.',
            'Nothing is decided on {subject}: there is nothing to reopen.',
            { subject: quoted(draft.subject) },
          )
        : inFour(
            'De functie {role} heeft over {subject} niets beslist; elke dienst heropent wat zij zelf besliste ({standing}).',
            'La fonction {role} n’a rien tranché sur {subject} ; chaque service rouvre ce qu’il a tranché lui-même ({standing}).',
            'Die Funktion {role} hat über {subject} nichts entschieden; jede Stelle öffnet wieder, was sie selbst entschieden hat ({standing}).',
            'The role {role} has decided nothing on {subject}; each service reopens what it decided itself ({standing}).',
            {
              role: quoted(draft.role),
              subject: quoted(draft.subject),
              standing: joinWith(standing.map(decidedBy), ', '),
            },
          ),
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
