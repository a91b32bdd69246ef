import type { PictureFileDescription } from '@samenbeeld/recipes';
import { type Decision, UsageError } from '@samenbeeld/schema';
import { mayDecide, recordDecisions as record } from '@samenbeeld/store';
import { type Options, textOption } from './options.ts';

/** Who decides and why, as the command line says it. */
export type Deciding = Pick<Decision, 'role' | 'agency' | 'reason' | 'time' | 'evidence'>;

/** Who decides and why; the time is now unless said otherwise. Throws UsageError without role and reason. */
export function decidingOf(options: Options): Deciding {
  const [role, reason] = [textOption(options, 'role'), textOption(options, 'reason')];
  if (!role || !reason)
    throw new UsageError('A decision needs --role (never a name) and --reason.');
  const time = textOption(options, 'time') ?? new Date().toISOString();
  const agency = textOption(options, 'agency');
  return {
    role,
    ...(agency === null ? {} : { agency }),
    reason,
    time,
    evidence: textOption(options, 'evidence'),
  };
}

/** Throws UsageError where the picture file names who decides, and not this role. */
export function checkMayDecide(
  { deciding, path }: Pick<PictureFileDescription, 'deciding' | 'path'>,
  voice: Pick<Decision, 'kind' | 'role' | 'agency'>,
): void {
  if (!mayDecide(deciding, voice))
    throw new UsageError(
      `The role "${voice.role}" does not decide in this picture; ${path} names: ${deciding.join('; ')}.`,
    );
}

/** A decision to record; role, reason and time come from the command line, and so do the others where they are not given. */
export type Drafted = Pick<Decision, 'kind' | 'subject' | 'verdict'> &
  Partial<Pick<Decision, 'evidence' | 'supersedes' | 'takenOn'>>;

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
  const deciding = decidingOf(options);
  return record(
    path,
    drafts.map((draft) => ({
      ...draft,
      ...deciding,
      evidence: draft.evidence ?? deciding.evidence,
    })),
  );
}
