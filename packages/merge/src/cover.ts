import { hasFigure, type Likely, sumExact, unknownPlace } from '@samenbeeld/schema';
import { floorWithin, isDisjoint, subsets } from './floor-within.ts';
import type { Resolution } from './resolution.ts';

/** Which reports make the total: single members, or sets that report together, never both. */
export interface Cover {
  readonly units: readonly Resolution[];
  /** Members that no figure covers. */
  readonly missing: readonly string[];
  readonly lowest: number;
  readonly likely: Likely;
  readonly highest: number | null;
}

/** The sum of upper ends, or null where one is open. */
export function sumOfHighest(units: readonly Resolution[]): number | null {
  const highs = units.map((unit) => unit.highest);
  return highs.includes(null) ? null : sumExact(highs as readonly number[]);
}

/**
 * Chooses the reports that cover the members, and sums them: a set's figure where not each of its members is reported
 * alone (joint total, rule 4: completeness is a cover of place sets). Floors without a figure make likely and highest
 * none (rule 11), also the floor of a set that exceeds what its reported members can hold; a report that
 * nobody decided, be it contested or of services that count apart, makes likely undecided.
 */
export function coverOf(members: readonly Resolution[], together: readonly Resolution[]): Cover {
  const inside = (set: Resolution) =>
    members.filter((member) => member.places.every((place) => set.places.includes(place)));
  const useful = together.filter((set) => hasFigure(set) && !inside(set).every(hasFigure));
  const size = (sets: readonly Resolution[]) => sets.flatMap((set) => set.places).length;
  const chosen = subsets(useful)
    .filter(isDisjoint)
    .reduce<readonly Resolution[]>((best, sets) => (size(sets) > size(best) ? sets : best), []);
  const taken = new Set(chosen.flatMap((set) => set.places));
  const rest = members.filter((member) => !member.places.some((place) => taken.has(place)));
  const units = [...chosen, ...rest];
  const figures = units.filter(hasFigure);
  const covered = new Set(figures.flatMap((unit) => unit.places));
  const area = members.flatMap((member) => member.places);
  const lowest = floorWithin(area, members, together);
  const top = figures.length === 0 ? null : sumOfHighest(figures);
  const isOpen =
    rest.some((member) => member.state === 'finds_only') || (top !== null && lowest > top);
  const highest = isOpen ? null : top;
  const isUndecided = figures.some((unit) => unit.likely === 'undecided');
  const likely =
    isOpen || figures.length === 0 || isUndecided
      ? null
      : Math.max(lowest, sumExact(figures.map((unit) => unit.likely as number)));
  return {
    units,
    missing: area.filter((place) => !covered.has(place) || place === unknownPlace),
    lowest,
    likely: isUndecided ? 'undecided' : likely,
    highest,
  };
}
