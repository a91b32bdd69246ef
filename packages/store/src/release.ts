import type { Decision, Handling } from '@samenbeeld/schema';
import { audiences } from './audience.ts';
import { currentDecisions } from './current-decisions.ts';
import { embargoRestrictions, type PublishedSeizure } from './embargo.ts';
import { type Restriction, restrictionsFor } from './restrictions.ts';

/**
 * The subject of the decision of kind `release` by which an originator frees its markings for an audience. It names the
 * markings, so that a release never covers a stricter one that came later.
 *
 * @param seizures single seizures that are written, of which some may be under embargo
 * @example
 * ```ts
 * import { releaseSubject } from '@samenbeeld/store';
 * const handling = { h: ['H2'], h3Text: [], tlp: 'AMBER', classification: 'none', purposes: [], audiences: [], originators: ['NL_HARC'] } as const;
 * releaseSubject(handling, 'NL_HARC', 'public') // => 'NL_HARC to public: TLP:AMBER, H2'
 * ```
 */
export function releaseSubject(
  handling: Handling,
  originator: string,
  audience: string,
  seizures: readonly PublishedSeizure[] = [],
): string {
  const readers = audiences.get(audience);
  const restrictions = [
    ...restrictionsFor(handling, readers),
    ...embargoRestrictions(seizures, readers),
  ];
  return subjectOf(restrictions, originator, audience);
}

function subjectOf(
  restrictions: readonly Restriction[],
  originator: string,
  audience: string,
): string {
  return `${originator} to ${audience}: ${restrictions.map(({ mark }) => mark).join(', ')}`;
}

/** The releases that free these markings, and the subjects of those that are lacking or were refused. */
export interface Releases {
  readonly given: readonly Decision[];
  readonly lacking: readonly string[];
  readonly refused: readonly Decision[];
}

/** Looks for a release by each originator; one that is missing keeps everything shut. */
export function findReleases(
  restrictions: readonly Restriction[],
  originators: readonly string[],
  audience: string,
  decisions: readonly Decision[],
): Releases {
  const current = currentDecisions(decisions, 'release');
  const subjects = originators.map((originator) => subjectOf(restrictions, originator, audience));
  const found = subjects.map((subject) => current.get(subject));
  return {
    given: found.filter((decision) => decision?.verdict === 'accept') as Decision[],
    lacking: subjects.filter((_, index) => found[index] === undefined),
    refused: found.filter((decision) => decision && decision.verdict !== 'accept') as Decision[],
  };
}
