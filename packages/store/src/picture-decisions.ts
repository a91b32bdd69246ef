import type { Decision, Ground } from '@samenbeeld/schema';
import { mayDecide } from './may-decide.ts';
import type { Picture } from './picture.ts';

interface DecisionRow extends Decision {
  readonly taken_on?: string | null;
}

/** The decisions that a picture was built with. */
export interface PictureDecisions {
  /** In the order they were taken. */
  readonly all: readonly Decision[];
  /** Those of roles that may decide in the picture. */
  readonly allowed: readonly Decision[];
  /** The roles, and codes of services, that may; every role where none is named. */
  readonly deciding: readonly string[];
}

/** The decisions in a picture, as they were recorded. */
export async function pictureDecisions(
  picture: Pick<Picture, 'has' | 'rows' | 'metadata'>,
): Promise<PictureDecisions> {
  const rows = picture.has('decision') ? await picture.rows<DecisionRow>('decision') : [];
  const all = rows.map((row): Decision => {
    const { id, kind, subject, verdict, role, time, reason, evidence, supersedes } = row;
    const said = { id, kind, subject, verdict, role, time, reason, evidence, supersedes };
    const takenOn = row.taken_on ? (JSON.parse(row.taken_on) as readonly Ground[]) : null;
    return {
      ...said,
      ...(row.agency && { agency: row.agency }),
      ...((takenOn ?? row.takenOn) && { takenOn: takenOn ?? row.takenOn }),
    };
  });
  const named = picture.metadata?.details?.['deciding'];
  const deciding = Array.isArray(named) ? named.map(String) : [];
  return { all, allowed: all.filter((one) => mayDecide(deciding, one)), deciding };
}
