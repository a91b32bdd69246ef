import {
  type Decision,
  type Handling,
  RefusalError,
  type Text,
  UsageError,
} from '@samenbeeld/schema';
import { type Audience, audiences } from './audience.ts';
import { bannerOf } from './banner.ts';
import { embargoRestrictions, type PublishedSeizure, restrictedIds } from './embargo.ts';
import { findReleases, type Releases } from './release.ts';
import {
  checkHandling,
  type Restriction,
  restrictionsFor,
  withoutRestrictions,
} from './restrictions.ts';

declare const cleared: unique symbol;

/** Proof that data of this handling may be written for this audience. Only `clearance` makes one. */
export interface Clearance {
  readonly [cleared]: true;
  readonly audience: Audience;
  /** What the output carries: the handling of the data, without what was released. */
  readonly handling: Handling;
  /** The handling of the data themselves. */
  readonly original: Handling;
  readonly synthetic: boolean;
  /** The releases it rests on. */
  readonly releases: readonly Decision[];
  /** The marking every output shows: TLP, handling codes, classification, audience; two lines for an exercise. */
  readonly banner: Text;
}

/** What else is known about the data. */
export interface ClearanceOptions {
  /** Whether the data are made up; the banner then starts with EXERCISE. */
  readonly synthetic?: boolean;
  /** Decisions among which releases of the originators are looked for. */
  readonly releases?: readonly Decision[];
  /** The single seizures that are written. One under embargo stays within the office unless its originators release it. */
  readonly seizures?: readonly PublishedSeizure[];
}

/** What was issued, each with the seizures under embargo that it frees. */
const issued = new WeakMap<object, ReadonlySet<string>>();

function restrictionsOf(
  handling: Handling,
  seizures: readonly PublishedSeizure[],
  audience: Audience,
): readonly Restriction[] {
  return [...restrictionsFor(handling, audience), ...embargoRestrictions(seizures, audience)];
}

function open(handling: Handling, seizures: readonly PublishedSeizure[]): string {
  const codes = audiences.filter(
    (audience) => restrictionsOf(handling, seizures, audience).length === 0,
  );
  return codes.map(({ code }) => code).join(', ');
}

function refusal(
  handling: Handling,
  audience: Audience,
  {
    restrictions,
    seizures,
  }: { restrictions: readonly Restriction[]; seizures: readonly PublishedSeizure[] },
  { lacking, refused }: Releases,
): RefusalError {
  const reasons = restrictions.map(({ mark, why }) => `${mark}: ${why}`).join('; ');
  const no = refused.map(({ id, subject }) => ` Refused by decision ${id}: "${subject}".`).join('');
  const needed =
    handling.originators.length === 0
      ? 'No originator is named, so no one can release it: name them in the source description.'
      : lacking.length > 0
        ? `What would free it: a decision of kind release with the verdict accept on ${lacking.map((subject) => `"${subject}"`).join(' and ')}.`
        : 'What would free it: a new decision of the originator that supersedes the refusal.';
  const others = open(handling, seizures);
  return new RefusalError(
    `This may not be written for "${audience.code}" (${audience.label.en}). ${reasons}.${no}`,
    {
      dimension: restrictions[0]?.axis ?? 'tlp',
      remedy: others === '' ? needed : `${needed} Without a release it may go to: ${others}.`,
    },
  );
}

/**
 * Whether data of this handling may go to this audience, as a token that every writer asks for. The axes (TLP 2.0,
 * FIRST 2022; Europol handling codes; classification; purposes) are checked apart, and what is not known to be allowed is
 * refused. Audiences that the originators named may read it whatever its TLP, and H2 does not keep it from them; for the
 * public only a release counts. Single seizures under embargo stay within the office; the writers refuse any that the
 * clearance was not asked for.
 *
 * A RefusalError says which marking stands in the way and whose recorded release would free it; an audience that does
 * not exist is a UsageError, an unknown marking an InputError.
 *
 * @example
 * ```ts
 * import { clearance } from '@samenbeeld/store';
 * const handling = { h: [], h3Text: [], tlp: 'CLEAR', classification: 'none', purposes: [], audiences: [], originators: [] } as const;
 * clearance(handling, 'public').banner.nl // => 'TLP:CLEAR · niet gerubriceerd · voor: openbaar'
 * clearance(handling, 'public', { synthetic: true }).banner.en.split('\n')[0] // => 'EXERCISE – synthetic data, no real seizures'
 * ```
 */
export function clearance(
  handling: Handling,
  audience: string,
  { synthetic = false, releases = [], seizures = [] }: ClearanceOptions = {},
): Clearance {
  const readers = audiences.get(audience);
  checkHandling(handling);
  const restrictions = restrictionsOf(handling, seizures, readers);
  const found = findReleases(restrictions, handling.originators, audience, releases);
  const free =
    handling.originators.length > 0 && found.given.length === handling.originators.length;
  if (restrictions.length > 0 && !free)
    throw refusal(handling, readers, { restrictions, seizures }, found);
  const carried = withoutRestrictions(handling, readers, restrictions);
  const token = Object.freeze({
    audience: readers,
    handling: carried,
    original: handling,
    synthetic,
    releases: restrictions.length > 0 ? found.given : [],
    banner: bannerOf(carried, readers, synthetic),
  }) as unknown as Clearance;
  const freed = [...restrictedIds(seizures, 'embargo'), ...restrictedIds(seizures, 'secret')];
  issued.set(token, new Set(freed));
  return token;
}

/** Refuses anything that `clearance` did not make. */
export function checkClearance(token: Clearance): void {
  if (!issued.has(token))
    throw new UsageError('Writing needs a clearance: call clearance(handling, audience) first.');
}

/** Refuses a seizure under embargo that is to be passed on, unless the clearance was asked for it. */
export function checkEmbargo(
  token: Clearance,
  { id, publicationRestriction }: PublishedSeizure,
): void {
  if (publicationRestriction === 'none' || !token.audience.passesOn) return;
  if (issued.get(token)?.has(id)) return;
  throw new RefusalError(
    `A seizure under "${publicationRestriction}" may not be written for "${token.audience.code}" (${token.audience.label.en}): it stays within the office.`,
    {
      dimension: 'publication',
      remedy:
        'Leave it out in the source description, write for "internal", or give `clearance` the seizures, so that a release of its originators can free it.',
    },
  );
}
