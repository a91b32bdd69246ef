import { inFour, type Seizure } from '@samenbeeld/schema';
import type { Audience } from './audience.ts';
import type { Restriction } from './restrictions.ts';
import { sha256 } from './sha256.ts';

/** One seizure as far as it may be published. */
export type PublishedSeizure = Pick<Seizure, 'id' | 'publicationRestriction'> &
  Partial<Pick<Seizure, 'source'>>;

const kinds = ['embargo', 'secret'] as const;

/** Ids of seizures that may not be passed on as they are, sorted. */
export function restrictedIds(
  seizures: readonly PublishedSeizure[],
  kind: PublishedSeizure['publicationRestriction'],
): readonly string[] {
  return seizures
    .filter(({ publicationRestriction }) => publicationRestriction === kind)
    .map(({ id }) => id)
    .sort();
}

/**
 * What keeps single seizures from an audience: one under embargo, or kept secret, stays within the office. The mark tells how
 * many there are and, by a few letters, which, so that a release never covers one that came later.
 */
export function embargoRestrictions(
  seizures: readonly PublishedSeizure[],
  { passesOn }: Audience,
): readonly Restriction[] {
  if (!passesOn) return [];
  return kinds.flatMap((kind): readonly Restriction[] => {
    const ids = restrictedIds(seizures, kind);
    if (ids.length === 0) return [];
    const which = sha256(new TextEncoder().encode(ids.join(' '))).slice(0, 8);
    return [
      {
        axis: 'publication',
        mark: `${kind} on ${ids.length} ${ids.length === 1 ? 'seizure' : 'seizures'} (${which})`,
        why: inFour(
          'ze blijven binnen de dienst',
          'elles restent dans le service',
          'sie bleiben in der Dienststelle',
          'they stay within the office',
        ),
      },
    ];
  });
}
