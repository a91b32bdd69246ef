import type { Decision } from '@samenbeeld/schema';
import { agencyRelation, isAuthority, isService } from './agency-relation.ts';
import { type Cell, subjectOf } from './cell.ts';
import type { Claim } from './claim.ts';
import { keptClaim } from './kept-claim.ts';
import type { Resolution } from './resolution.ts';
import { resolveClaims } from './resolve-claims.ts';
import { isCountry, type Roles, rolesOf, sureFloors } from './roles.ts';
import { servicesApart } from './services-apart.ts';

/** Groups of services' claims that count the same work or rival counts of it. */
function countingTogether(
  claims: readonly Claim[],
  national: boolean,
): readonly (readonly Claim[])[] {
  const groups: Claim[][] = [];
  for (const claim of claims) {
    const isKin = (other: Claim) =>
      agencyRelation(claim.agencies, other.agencies, national) === 'same';
    const kin = groups.filter((group) => group.some(isKin));
    const joined = [...kin.flat(), claim];
    groups.splice(0, groups.length, ...groups.filter((group) => !kin.includes(group)), joined);
  }
  return groups;
}

interface Split {
  /** Counts of everything: several services together, a prosecution service, an office, a newspaper. */
  readonly overall: readonly Claim[];
  /** Services that count apart from each other; a single group where only one counts. */
  readonly groups: readonly (readonly Claim[])[];
  /** Claims of a service that a wider count includes: floors. */
  readonly parts: readonly Claim[];
}

/** Tells the counts of all services from those of single ones (rules 4, 5 and 7). */
function splitByService({ figures, services }: Roles, national: boolean): Split {
  const isPart = (claim: Claim) =>
    figures.some((other) => agencyRelation(claim.agencies, other.agencies, national) === 'within');
  const parts = [...figures, ...services].filter(isPart);
  const own = figures.filter((claim) => !isPart(claim));
  const single = services.filter((claim) => !isPart(claim));
  const overall = own.filter((claim) => !isService(claim.agencies));
  const counting = [...own.filter((claim) => isService(claim.agencies)), ...single];
  const groups = countingTogether(counting, national);
  if (groups.length > 1) return { overall, groups, parts };
  // One agency of several, alone: a floor.
  const whole = own.filter((claim) => isService(claim.agencies));
  return { overall, groups: whole.length > 0 ? [whole] : [], parts: [...parts, ...single] };
}

function agenciesOf(group: readonly Claim[]): readonly string[] {
  return [...new Set(group.flatMap((claim) => claim.agencies))].sort();
}

/**
 * Resolves a set of places within a cell over all agencies: services that are part of a wider count are floors,
 * rival counts contend, and services that count apart are bounded, never summed unasked (joint total, rules 4, 5 and 7).
 */
export function resolvePlaces(
  claims: readonly Claim[],
  places: readonly string[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
  { membersCount }: { readonly membersCount: boolean },
): Resolution {
  const roles = rolesOf(claims, places, cell, { membersCount });
  const resolve = (figures: readonly Claim[], floors: readonly Claim[], of = cell): Resolution =>
    resolveClaims({ ...roles, figures, finds: sureFloors(floors) }, places, of, decisions);
  if (cell.agencies !== null) return resolve(roles.figures, roles.finds);
  const { overall, groups, parts } = splitByService(roles, isCountry(places));
  const floors = [...roles.finds, ...parts];
  if (groups.length <= 1) return resolve([...overall, ...groups.flat()], floors);
  const counts = [...overall, ...groups.flat()];
  if (keptClaim(decisions.get(subjectOf(cell, places)), counts)) return resolve(counts, floors);
  // An authority's count of everything makes floors of the services' own.
  if (overall.some((claim) => isAuthority(claim.agencies) && claim.interval.high !== null))
    return resolve(overall, [...floors, ...groups.flat()]);
  const each = groups.map((group) => resolve(group, [], { ...cell, agencies: agenciesOf(group) }));
  return servicesApart(
    each,
    { ...roles, figures: overall, finds: sureFloors(floors) },
    places,
    cell,
    decisions.get(subjectOf(cell, places)),
  );
}
