import { sumExact } from '@samenbeeld/schema';
import type { Resolution } from './resolve-claims.ts';

/** Which reports make the total: single members, or sets that report together, never both. */
export interface Cover {
  readonly units: readonly Resolution[];
  /** Members that no report covers. */
  readonly missing: readonly string[];
  readonly lowest: number;
}

function hasFigure(resolution: Resolution): boolean {
  return resolution.state === 'reported' || resolution.state === 'undecided';
}

function isDisjoint(sets: readonly Resolution[]): boolean {
  const places = sets.flatMap((set) => set.places);
  return new Set(places).size === places.length;
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>(
    (found, item) => [...found, ...found.map((set) => [...set, item])],
    [[]],
  );
}

/** The largest floor: for each set that reports together, the larger of its own floor and its members' floors. */
function largestFloor(members: readonly Resolution[], together: readonly Resolution[]): number {
  const candidates = subsets(together)
    .filter(isDisjoint)
    .map((sets) => {
      const inside = new Set(sets.flatMap((set) => set.places));
      const alone = members.filter((member) => !member.places.some((place) => inside.has(place)));
      return sumExact([...sets, ...alone].map((part) => part.lowest));
    });
  return Math.max(...candidates);
}

/**
 * Chooses the reports that cover the members: a set's figure where not each of its members is reported alone
 * (joint total, rule 4: completeness is a cover of place sets).
 */
export function coverOf(members: readonly Resolution[], together: readonly Resolution[]): Cover {
  const alone = (set: Resolution) =>
    members.filter((member) => set.places.includes(member.places[0] as string));
  const useful = together.filter((set) => hasFigure(set) && !alone(set).every(hasFigure));
  const chosen = [...subsets(useful)]
    .filter(isDisjoint)
    .reduce<readonly Resolution[]>((best, sets) => {
      const size = (list: readonly Resolution[]) => list.flatMap((set) => set.places).length;
      return size(sets) > size(best) ? sets : best;
    }, []);
  const inside = new Set(chosen.flatMap((set) => set.places));
  const rest = members.filter((member) => !inside.has(member.places[0] as string));
  return {
    units: [...chosen, ...rest],
    missing: rest.filter((member) => !hasFigure(member)).flatMap((member) => member.places),
    lowest: largestFloor(members, together),
  };
}
