import { sumExact } from '@samenbeeld/schema';
import type { Resolution } from './resolution.ts';

/** Whether no place lies in two of the reports. */
export function isDisjoint(reports: readonly { readonly places: readonly string[] }[]): boolean {
  const places = reports.flatMap((report) => report.places);
  return new Set(places).size === places.length;
}

/** Every selection of the items, the empty one first. */
export function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  let found: readonly (readonly T[])[] = [[]];
  for (const item of items) found = [...found, ...found.map((set) => [...set, item])];
  return found;
}

/**
 * The largest floor that reports inside an area make: for each set of ports that reports together, the larger of its own
 * floor and its members' floors (joint total, rule 4).
 */
export function floorWithin(
  area: readonly string[],
  members: readonly Resolution[],
  together: readonly Resolution[],
): number {
  const isInside = (report: Resolution) => report.places.every((place) => area.includes(place));
  const [singles, sets] = [members.filter(isInside), together.filter(isInside)];
  const floors = subsets(sets)
    .filter(isDisjoint)
    .map((chosen) => {
      const covered = new Set(chosen.flatMap((set) => set.places));
      const alone = singles.filter((member) => !member.places.some((place) => covered.has(place)));
      return sumExact([...chosen, ...alone].map((report) => report.lowest));
    });
  return Math.max(...floors);
}
