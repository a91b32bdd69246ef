import { type Decision, UsageError } from '@samenbeeld/schema';
import { appendDecision, readDecisions } from '@samenbeeld/store';
import { type Options, textOption } from './options.ts';

/** A decision to record; role, reason and time come from the command line, and so do the others where they are not given. */
export type Drafted = Pick<Decision, 'kind' | 'subject' | 'verdict'> &
  Partial<Pick<Decision, 'evidence' | 'supersedes'>>;

/** The decision on the subject that is in the file already, for the new one to supersede. */
function former(subject: string, decisions: readonly Decision[]): string | null {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  const found = decisions.filter((item) => item.subject === subject && !replaced.has(item.id));
  return found.at(-1)?.id ?? null;
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

/** Records decisions, each with role, reason and time; what it replaces is superseded. Throws UsageError without them. */
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
  const before = await readDecisions(path);
  const recorded: Decision[] = [];
  for (const draft of drafts)
    recorded.push(
      await appendDecision(path, {
        ...draft,
        role,
        reason,
        time,
        evidence: draft.evidence ?? textOption(options, 'evidence'),
        supersedes: draft.supersedes ?? former(draft.subject, before),
      }),
    );
  return recorded;
}
