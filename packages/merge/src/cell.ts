import {
  agencyContains,
  agencies as agencyList,
  expandPlace,
  placeContains,
  substanceContains,
  substances,
} from '@samenbeeld/schema';
import type { Claim } from './claim.ts';

/** What a figure is asked for: members × period × substance × basis × metric × agency coverage. */
export interface Cell {
  /** Code of the area asked for ("PC_NSP", "LU"). */
  readonly complex: string;
  readonly members: readonly string[];
  /** As printed ("2022"). */
  readonly period: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly substance: string;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  /** null asks for all agencies together. */
  readonly agencies: readonly string[] | null;
}

/** How one scope lies to another. */
export type Relation = 'same' | 'within' | 'around' | 'apart';

/** How the place of a claim lies to a set of places. */
export function placeRelation(claim: Claim, places: readonly string[]): Relation {
  const wanted = new Set(places);
  const isWithin = claim.places.every(
    (place) => wanted.has(place) || places.some((port) => placeContains(port, place)),
  );
  if (isWithin) {
    return claim.places.length === wanted.size && claim.places.every((place) => wanted.has(place))
      ? 'same'
      : 'within';
  }
  const touches = places.some(
    (port) => claim.places.includes(port) || placeContains(claim.place, port),
  );
  return touches ? 'around' : 'apart';
}

/** How the substance of a claim lies to the one asked for. */
export function substanceRelation(claim: Claim, substance: string): Relation {
  if (claim.substance === substance) return 'same';
  if (!substances.has(claim.substance) || !substances.has(substance)) return 'apart';
  if (substanceContains(claim.substance, substance)) return 'around';
  if (substanceContains(substance, claim.substance)) return 'within';
  return 'apart';
}

/** How the period of a claim lies to the one asked for. */
export function periodRelation(
  claim: Claim,
  cell: Pick<Cell, 'periodStart' | 'periodEnd'>,
): Relation {
  if (claim.periodStart === cell.periodStart && claim.periodEnd === cell.periodEnd) return 'same';
  if (claim.periodStart >= cell.periodStart && claim.periodEnd <= cell.periodEnd) return 'within';
  if (claim.periodStart <= cell.periodEnd && claim.periodEnd >= cell.periodStart) return 'around';
  return 'apart';
}

function kinds(codes: readonly string[]): ReadonlySet<string> {
  return new Set(
    codes.map((code) => (agencyList.has(code) ? agencyList.get(code).kind : 'unspecified')),
  );
}

/** A claim over the whole of a country's services: police and customs together, or an international office. */
function isNational(codes: readonly string[]): boolean {
  const found = kinds(codes);
  return found.has('international') || (found.has('police') && found.has('customs'));
}

function isService(codes: readonly string[]): boolean {
  return [...kinds(codes)].every(
    (kind) => kind === 'police' || kind === 'customs' || kind === 'team',
  );
}

/**
 * How the agencies of two claims lie to each other (rules 4, 5 and 7): `same` counts the same work or a rival
 * count of it, `within`/`around` a part or a whole, `apart` different services whose finds may or may not overlap.
 */
export function agencyRelation(a: readonly string[], b: readonly string[]): Relation {
  const [first, second] = [new Set(a), new Set(b)];
  if (a.length === b.length && a.every((code) => second.has(code))) return 'same';
  if (!isService(a) || !isService(b)) {
    if (isNational(a) && isService(b) && !isNational(b)) return 'around';
    if (isNational(b) && isService(a) && !isNational(a)) return 'within';
    return 'same';
  }
  if (a.every((code) => second.has(code))) return 'within';
  if (b.every((code) => first.has(code))) return 'around';
  const sameTeam = a.some((x) =>
    b.some((y) => x === y || agencyContains(x, y) || agencyContains(y, x)),
  );
  return sameTeam ? 'same' : 'apart';
}

/** A claim that a counting authority stands behind, rather than a newspaper's own count. */
export function isAuthority(claim: Claim): boolean {
  return claim.agencies.some((code) => agencyList.has(code) && agencyList.get(code).counts);
}

/** The subject under which a person decides about a set of places within a cell. */
export function subjectOf(cell: Cell, places: readonly string[]): string {
  const who = cell.agencies === null ? '' : ` ${cell.agencies.join('+')}`;
  return `${places.join('+')} ${cell.substance} ${cell.basis} ${cell.metric} ${cell.period}${who}`;
}

/** The cell of a whole year. */
export function yearCell(
  complex: string,
  year: number,
  scope: Pick<Cell, 'substance' | 'basis' | 'metric' | 'unit'> & {
    readonly agencies?: readonly string[] | null;
  },
): Cell {
  return {
    complex,
    members: expandPlace(complex),
    period: String(year),
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    substance: scope.substance,
    basis: scope.basis,
    metric: scope.metric,
    unit: scope.unit,
    agencies: scope.agencies ?? null,
  };
}
