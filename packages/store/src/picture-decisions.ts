import type { Decision, Ground } from '@samenbeeld/schema';
import type { Picture } from './picture.ts';
import { roleKey } from './standing-decisions.ts';

/**
 * Whether a decision is one of a role that may decide in a picture: its role, or the code of its service, is named. Where no role is
 * named every role may. Releases are bound to their originators instead, and settling a damaged file decides on no figure.
 *
 * @param deciding roles, and codes of services, as the picture file names them
 * @example
 * ```ts
 * import { mayDecide } from '@samenbeeld/store';
 * const said = { kind: 'conflict', role: 'Analyst,  port desk', agency: 'NL_CUST' } as const;
 * mayDecide(['analyst, port desk'], said) // => true
 * mayDecide(['NL_CUST'], said) // => true
 * mayDecide(['magistrate', 'NL_OM'], said) // => false
 * ```
 */
export function mayDecide(
  deciding: readonly string[],
  { kind, role, agency }: Pick<Decision, 'kind' | 'role' | 'agency'>,
): boolean {
  if (deciding.length === 0 || kind === 'release' || kind === 'repair') return true;
  return deciding.some((one) => one === agency || roleKey(one) === roleKey(role));
}

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
      ...(row.programme && { programme: row.programme }),
      ...((takenOn ?? row.takenOn) && { takenOn: takenOn ?? row.takenOn }),
    };
  });
  const named = picture.metadata?.details?.['deciding'];
  const deciding = Array.isArray(named) ? named.map(String) : [];
  return { all, allowed: all.filter((one) => mayDecide(deciding, one)), deciding };
}
