import { type Conservation, inFour, type Seizure, type Text } from '@samenbeeld/schema';
import type { Audience } from './audience.ts';
import type { Restriction } from './restrictions.ts';
import { sha256 } from './sha256.ts';

/** One seizure as far as it may be published. */
export type PublishedSeizure = Pick<Seizure, 'id' | 'publicationRestriction'> &
  Partial<Pick<Seizure, 'source'>>;

/**
 * Finds of which no record was made, though their cells stand among what is said of the files: under embargo or secret, or of
 * which it could not be read whether they are.
 */
export const rejectedRestricted = (
  files: readonly Pick<Conservation, 'file' | 'source' | 'restricted'>[],
): readonly PublishedSeizure[] =>
  files.flatMap(({ file, source, restricted = [] }) =>
    restricted.map(({ line, restriction: publicationRestriction }) => ({
      ...{ id: `${file}:${line}`, source, publicationRestriction },
    })),
  );

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

/** The mark in words: how many there are, and by a few letters which. */
function namedIn(kind: (typeof kinds)[number], n: number, which: string): Text {
  return kind === 'embargo'
    ? inFour(
        '{count} {n:vangst|vangsten} onder embargo ({which})',
        '{count} {n:saisie|saisies} sous embargo ({which})',
        '{count} {n:Fund|Funde} unter Sperrvermerk ({which})',
        'embargo on {count} {n:seizure|seizures} ({which})',
        { n, count: String(n), which },
      )
    : inFour(
        '{count} {n:geheime vangst|geheime vangsten} ({which})',
        '{count} {n:saisie secrète|saisies secrètes} ({which})',
        '{count} {n:geheimer Fund|geheime Funde} ({which})',
        '{count} {n:secret seizure|secret seizures} ({which})',
        { n, count: String(n), which },
      );
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
        named: namedIn(kind, ids.length, which),
        why: inFour(
          '{n:ze blijft|ze blijven} binnen de dienst',
          '{n:elle reste|elles restent} dans le service',
          '{n:er bleibt|sie bleiben} in der Dienststelle',
          '{n:it stays|they stay} within the office',
          { n: ids.length },
        ),
      },
    ];
  });
}
