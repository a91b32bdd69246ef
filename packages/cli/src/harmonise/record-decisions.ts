import { type Decision, UsageError } from '@samenbeeld/schema';
import { appendDecisions, readDecisions } from '@samenbeeld/store';
import { type Options, textOption } from './options.ts';

/** A decision to record; role, reason and time come from the command line, and so do the others where they are not given. */
export type Drafted = Pick<Decision, 'kind' | 'subject' | 'verdict'> &
  Partial<Pick<Decision, 'evidence' | 'supersedes'>>;

/** The decision on each subject that is in the file already, for a new one to supersede. */
function lastOn(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  return new Map(
    decisions.filter(({ id }) => !replaced.has(id)).map(({ subject, id }) => [subject, id]),
  );
}

/** The decision that undoes one, by its id. Throws UsageError where it is not there. */
export function reopened(id: string, decisions: readonly Decision[]): Drafted {
  const found = decisions.filter((decision) => decision.id.startsWith(id));
  const [only] = found;
  if (only && found.length === 1)
    return { kind: only.kind, subject: only.subject, verdict: 'reopen', supersedes: only.id };
  throw new UsageError(
    `"${id}" is the id of ${found.length === 0 ? 'no decision' : `${found.length} decisions`} in the file.`,
  );
}

/**
 * Records decisions, each with role, reason and time; what it replaces is superseded. Throws UsageError without them, and
 * records none where one is refused.
 */
export async function recordDecisions(
  path: string,
  drafts: readonly Drafted[],
  options: Options,
): Promise<readonly Decision[]> {
  if (drafts.length === 0) return [];
  const [role, reason] = [textOption(options, 'role'), textOption(options, 'reason')];
  if (!role || !reason)
    throw new UsageError('A decision needs --role (never a name) and --reason.');
  const time = textOption(options, 'time') ?? new Date().toISOString();
  const former = lastOn(await readDecisions(path));
  return appendDecisions(
    path,
    drafts.map((draft) => ({
      ...draft,
      role,
      reason,
      time,
      evidence: draft.evidence ?? textOption(options, 'evidence'),
      supersedes: draft.supersedes ?? former.get(draft.subject) ?? null,
    })),
  );
}
