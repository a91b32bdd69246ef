import type { PlaceEntry } from '../codes/place-entry.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(
  places: readonly Pick<PlaceEntry, 'code' | 'aliases' | 'members' | 'open'>[],
): Iterable<Found> {
  const sets = new Map<string, string>();
  const owners = new Map(places.map(({ code }) => [code, code]));
  for (const { code, aliases = [], members, open } of places) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined) yield [code, `${code} and ${owner} are both called ${alias}`];
      owners.set(alias, code);
    }
    if (members.length === 0 || open) continue;
    const set = [...members].sort().join('+');
    const twin = sets.get(set);
    if (twin !== undefined) yield [code, `${code} and ${twin} have the same members, ${set}`];
    sets.set(set, code);
  }
}

/** Invariant 6, places: no two places share a code or alias, and no two closed sets are the same ports. */
export const placesStayApart: Invariant<
  readonly Pick<PlaceEntry, 'code' | 'aliases' | 'members' | 'open'>[]
> = invariant(6, 'places-stay-apart', find);
