import { verdictText } from '@samenbeeld/merge';
import type { PictureFileDescription } from '@samenbeeld/recipes';
import { type Decision, inFour, type Language, wrongUse } from '@samenbeeld/schema';
import { mayDecide, recordDecisions as record } from '@samenbeeld/store';
import { type Options, textOption } from './options.ts';
import { told } from './terminal.ts';

/** Who decides and why, as the command line says it. */
export type Deciding = Pick<
  Decision,
  'role' | 'agency' | 'programme' | 'reason' | 'time' | 'evidence'
>;

/** Who decides and why; the time is now unless said otherwise. Throws UsageError without role and reason. */
export function decidingOf(options: Options): Deciding {
  const [role, reason] = [textOption(options, 'role'), textOption(options, 'reason')];
  if (!role || !reason)
    throw wrongUse(
      'Een beslissing vraagt --role (nooit een naam) en --reason.',
      'Une décision demande --role (jamais un nom) et --reason.',
      'Eine Entscheidung verlangt --role (nie einen Namen) und --reason.',
      'A decision needs --role (never a name) and --reason.',
    );
  const time = textOption(options, 'time') ?? new Date().toISOString();
  const [agency, programme] = [textOption(options, 'agency'), textOption(options, 'programme')];
  return {
    role,
    ...(agency === null ? {} : { agency }),
    ...(programme === null ? {} : { programme }),
    reason,
    time,
    evidence: textOption(options, 'evidence'),
  };
}

const recordedWords = inFour(
  'Vastgelegd {id}: {verdict} voor {subject}',
  'Enregistré {id} : {verdict} pour {subject}',
  'Festgehalten {id}: {verdict} zu {subject}',
  'Recorded {id}: {verdict} on {subject}',
);

/** That a decision was recorded, with its id. */
export function recordedLine(
  { id, verdict, subject }: Pick<Decision, 'id' | 'verdict' | 'subject'>,
  language: Language,
): string {
  return told(recordedWords, language, { id, verdict: verdictText(verdict)[language], subject });
}

/** Throws UsageError where the picture file names who decides, and not this role. */
export function checkMayDecide(
  { deciding, path }: Pick<PictureFileDescription, 'deciding' | 'path'>,
  voice: Pick<Decision, 'kind' | 'role' | 'agency'>,
): void {
  if (!mayDecide(deciding, voice))
    throw wrongUse(
      'De rol "{role}" beslist niet in dit beeld; {path} noemt: {deciding}.',
      'Le rôle « {role} » ne décide pas dans ce tableau ; {path} nomme : {deciding}.',
      'Die Rolle „{role}“ entscheidet in diesem Lagebild nicht; {path} nennt: {deciding}.',
      'The role "{role}" does not decide in this picture; {path} names: {deciding}.',
      { role: voice.role, path, deciding: deciding.join('; ') },
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
  throw wrongUse(
    '"{id}" is de aanduiding van {n:geen enkele beslissing|# beslissing|# beslissingen} in het bestand.',
    '« {id} » {n:ne désigne aucune décision|désigne # décision|désigne # décisions} dans le fichier.',
    '„{id}“ bezeichnet {n:keine Entscheidung|# Entscheidung|# Entscheidungen} in der Datei.',
    '"{id}" is the id of {n:no decision|# decision|# decisions} in the file.',
    { id, n: found.length },
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
