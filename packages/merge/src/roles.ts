import { type Interval, intervalsOverlap, places as placeList } from '@samenbeeld/schema';
import { agencyRelation } from './agency-relation.ts';
import { type Cell, periodRelation, placeRelation, substanceRelation } from './cell.ts';
import { type Claim, isProvisional } from './claim.ts';

/** The claims about a set of places, by the role they play. */
export interface Roles {
  /** Whole period, same scope: figures, and floors by wording. */
  readonly figures: readonly Claim[];
  /** Whole period, but one agency of several: a floor, or one of the services that count apart (rules 4 and 7). */
  readonly services: readonly Claim[];
  /** Part of the period, the place or the drug, single finds, provisional figures: floors only. */
  readonly finds: readonly Claim[];
  /** Wider scopes: checks only. */
  readonly wholes: readonly Claim[];
  /** Everything, for explanations. */
  readonly all: readonly Claim[];
}

/** Whether places are countries, where an international office speaks for all services together. */
export function isCountry(places: readonly string[]): boolean {
  return places.every((code) => placeList.has(code) && placeList.get(code).kind === 'country');
}

/** Sorts the claims about a set of places within a cell by role (joint total, rules 1, 3 and 4). */
export function rolesOf(
  claims: readonly Claim[],
  places: readonly string[],
  cell: Cell,
  { membersCount }: { readonly membersCount: boolean },
): Roles {
  const figures: Claim[] = [];
  const services: Claim[] = [];
  const finds: Claim[] = [];
  const wholes: Claim[] = [];
  for (const claim of claims) {
    if (claim.basis !== cell.basis || claim.metric !== cell.metric) continue;
    const place = placeRelation(claim, places);
    const substance = substanceRelation(claim, cell.substance);
    const period = periodRelation(claim, cell);
    const agency =
      cell.agencies === null
        ? 'same'
        : agencyRelation(claim.agencies, cell.agencies, isCountry(places));
    const relations = [place, substance, agency];
    if (relations.includes('apart') || period === 'apart' || period === 'around') continue;
    if (relations.includes('around')) {
      const isCheck =
        period === 'same' && claim.extent === 'whole' && !relations.includes('within');
      if (isCheck) wholes.push(claim);
      continue;
    }
    if (place === 'within' && !membersCount) continue;
    const isWhole = period === 'same' && !relations.includes('within') && !isProvisional(claim);
    const isOneAgency = claim.extent === 'one_agency';
    if (isWhole && isOneAgency && cell.agencies === null) services.push(claim);
    else if (isWhole && (claim.extent === 'whole' || isOneAgency)) figures.push(claim);
    else finds.push(claim);
  }
  // The parts of which a table's family figure is the sum are in it already.
  const isSummed = (find: Claim) =>
    figures.some(
      (figure) => figure.rows.length > 0 && find.rows.every((row) => figure.rows.includes(row)),
    );
  return {
    figures,
    services,
    finds: finds.filter((find) => !isSummed(find)),
    wholes,
    all: claims,
  };
}

function contradicts(a: Interval, b: Interval): boolean {
  return !intervalsOverlap(a, b);
}

/**
 * Floors that no rival count of the very same scope contradicts; of those that contradict each other, only the smallest
 * lower end is sure. Single finds are never rivals of each other: there may be two on one day.
 */
export function sureFloors(floors: readonly Claim[]): readonly Claim[] {
  return floors.filter(
    (floor) =>
      floor.extent === 'one_find' ||
      !floors.some(
        (other) =>
          other !== floor &&
          other.extent === floor.extent &&
          other.substance === floor.substance &&
          other.places.join() === floor.places.join() &&
          other.agencies.join() === floor.agencies.join() &&
          other.periodStart === floor.periodStart &&
          other.periodEnd === floor.periodEnd &&
          contradicts(other.interval, floor.interval) &&
          other.interval.low < floor.interval.low,
      ),
  );
}
