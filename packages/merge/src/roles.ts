import { groupBy, type Interval, type Observation, places as placeList } from '@samenbeeld/schema';
import { agencyRelation } from './agency-relation.ts';
import { type Cell, periodRelation, placeRelation, substanceRelation, touching } from './cell.ts';
import { type Claim, isProvisional, partOf } from './claim.ts';
import { isRevisedBy } from './superseded.ts';

/** The claims about a set of places, by the role they play. */
export interface Roles {
  /** Whole period, same scope: figures, and floors by wording. */
  readonly figures: readonly Claim[];
  /** Whole period, but one agency of several: a floor, or one of the services that count apart (rules 4 and 7). */
  readonly services: readonly Claim[];
  /** Part of the period, the place, the drug or of what is counted, single finds, provisional figures: floors only. */
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

const spanOf = ({ periodStart, periodEnd }: Claim): string => `${periodStart}/${periodEnd}`;

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
  for (const claim of touching(claims, cell)) {
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
  const samePeriod = groupBy(finds, spanOf);
  // The parts of which a table's family figure is the sum are in it already.
  const holding = new Map<Observation, Claim[]>();
  for (const figure of figures)
    for (const row of figure.rows) holding.set(row, [...(holding.get(row) ?? []), figure]);
  const isSummed = ({ rows: [first, ...more] }: Claim): boolean =>
    first !== undefined &&
    (holding.get(first) ?? []).some(({ rows }) => more.every((row) => rows.includes(row)));
  return {
    figures,
    services,
    finds: finds.filter(
      (find) =>
        !isSummed(find) && !samePeriod.get(spanOf(find))?.some((later) => isRevisedBy(find, later)),
    ),
    wholes,
    all: claims,
  };
}

/** Whether nothing of an interval reaches as high as the other begins. */
function endsBelow({ high, closed }: Interval, { low }: Interval): boolean {
  return high !== null && (high < low || (high === low && !closed));
}

function endsFirst(one: Interval, other: Interval): boolean {
  if (one.high === null || other.high === null) return one.high !== null;
  return one.high < other.high || (one.high === other.high && other.closed && !one.closed);
}

function scopeOfFloor(claim: Claim): string {
  const { extent, substance, places, agencies, periodStart, periodEnd } = claim;
  // Letter post and parcel post are each a part, and no rivals of each other.
  const part = extent === 'part' ? partOf(claim) : null;
  return JSON.stringify([extent, part, substance, places, agencies, periodStart, periodEnd]);
}

/**
 * Floors that no rival count of the very same scope contradicts; of those that contradict each other, only the smallest
 * lower end is sure. Single finds are never rivals of each other: there may be two on one day.
 */
export function sureFloors(floors: readonly Claim[]): readonly Claim[] {
  // What contradicts a floor and begins below it ends below it; so does then what ends first of all.
  const firstEnding = new Map<string, Interval>();
  for (const floor of floors) {
    const scope = scopeOfFloor(floor);
    const known = firstEnding.get(scope);
    if (!known || endsFirst(floor.interval, known)) firstEnding.set(scope, floor.interval);
  }
  return floors.filter((floor) => {
    const nearest = firstEnding.get(scopeOfFloor(floor));
    return floor.extent === 'one_find' || !nearest || !endsBelow(nearest, floor.interval);
  });
}
