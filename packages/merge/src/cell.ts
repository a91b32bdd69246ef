import {
  expandPlace,
  freqOf,
  placeContains,
  places,
  type Span,
  substanceContains,
  substances,
} from '@samenbeeld/schema';
import type { Relation } from './agency-relation.ts';
import { type Claim, preparedOnce } from './claim.ts';

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
  /** What sets it apart from other counts of the same place, drug and measure: "offence=ICCS0601". */
  readonly kinds: readonly string[];
}

/** How the place of a claim lies to a set of places, each named once. */
export function placeRelation(
  claim: Pick<Claim, 'place' | 'places'>,
  places: readonly string[],
): Relation {
  const isWithin = claim.places.every(
    (place) => places.includes(place) || places.some((port) => placeContains(port, place)),
  );
  if (isWithin) {
    return claim.places.length === places.length &&
      claim.places.every((place) => places.includes(place))
      ? 'same'
      : 'within';
  }
  const touches = places.some(
    (port) => claim.places.includes(port) || placeContains(claim.place, port),
  );
  return touches ? 'around' : 'apart';
}

/** How the substance of a claim lies to the one asked for. */
export function substanceRelation(claim: Pick<Claim, 'substance'>, substance: string): Relation {
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

/** The claims that touch the period of a cell. */
export function touching(
  claims: readonly Claim[],
  cell: Pick<Cell, 'periodStart' | 'periodEnd'>,
): readonly Claim[] {
  const key = `touching ${cell.periodStart}/${cell.periodEnd}`;
  return preparedOnce(claims, key, () =>
    claims.filter((claim) => periodRelation(claim, cell) !== 'apart'),
  );
}

/** What goes without saying in the name of a cell: kilograms, and seizures that are counted. */
const unsaid: ReadonlySet<string> = new Set(['quantity kg', 'seizures seizure']);

/**
 * Name of a cell, or of a set of places within it, under which a person decides. What is counted in another unit, or of another
 * kind, is another cell.
 */
export function subjectOf(cell: Cell, places: readonly string[]): string {
  const who = cell.agencies === null ? '' : ` ${cell.agencies.join('+')}`;
  // As conflicts name it, whose decisions hold for every door.
  const period = cell.period.replace('/', '..');
  const unit = unsaid.has(`${cell.metric} ${cell.unit}`) ? [] : [cell.unit];
  const scope = `${places.join('+')} ${cell.substance} ${cell.basis} ${cell.metric} ${period}${who}`;
  return [scope, ...unit, ...cell.kinds].join(' ');
}

/**
 * The places and the drug in the name of a cell, or of a check or ceiling within one; null for any other subject.
 *
 * @example
 * ```ts
 * import { scopeOfSubject } from '@samenbeeld/merge';
 * scopeOfSubject('check NLTNZ+NLVLI COC seized_in_port quantity 2023 within 078a') // => { place: 'NLTNZ+NLVLI', substance: 'COC' }
 * scopeOfSubject('sum across releases: 2023-01, 2024-01') // => null
 * ```
 */
export function scopeOfSubject(
  subject: string,
): { readonly place: string; readonly substance: string } | null {
  const [place = '', substance = ''] = subject.replace(/^(?:check|ceiling) /, '').split(' ');
  const isScope = place.split('+').every((code) => places.has(code)) && substances.has(substance);
  return isScope ? { place, substance } : null;
}

type Scope = Pick<Cell, 'substance' | 'basis' | 'metric' | 'unit'> & {
  readonly agencies?: readonly string[] | null;
  readonly kinds?: readonly string[];
};

/** A period of a cell; `period` is its name ("2022", "2023-01-01/2023-06-30"). */
export interface CellPeriod extends Span {
  readonly period: string;
}

/** The period under the name that cells know it by: a year by its number, any other by its ends. */
export function namedPeriod({ start, end }: Span): CellPeriod {
  return {
    period: freqOf({ start, end }) === 'A' ? start.slice(0, 4) : `${start}/${end}`,
    start,
    end,
  };
}

/** The periods asked for, years among them. */
export function periodsOf({
  years = [],
  periods,
}: {
  readonly years?: readonly number[];
  readonly periods?: readonly CellPeriod[];
}): readonly CellPeriod[] {
  return (
    periods ?? years.map((year) => namedPeriod({ start: `${year}-01-01`, end: `${year}-12-31` }))
  );
}

export function cellOf(complex: string, { period, start, end }: CellPeriod, scope: Scope): Cell {
  return {
    complex,
    members: expandPlace(complex),
    period,
    periodStart: start,
    periodEnd: end,
    substance: scope.substance,
    basis: scope.basis,
    metric: scope.metric,
    unit: scope.unit,
    agencies: scope.agencies ?? null,
    kinds: scope.kinds ?? [],
  };
}

export function yearCell(complex: string, year: number, scope: Scope): Cell {
  return cellOf(
    complex,
    { period: String(year), start: `${year}-01-01`, end: `${year}-12-31` },
    scope,
  );
}

/** Whether a drug is the one asked, or of the family asked. */
export function isOfDrug(substance: string | null, asked: string): boolean {
  if (substance === asked) return true;
  return (
    substance !== null &&
    substances.has(substance) &&
    substances.has(asked) &&
    substanceContains(asked, substance)
  );
}
