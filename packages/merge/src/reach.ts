import {
  drugs as drugList,
  expandPlace,
  type Observation,
  placeContains,
  places as placeList,
  substances,
} from '@samenbeeld/schema';
import { isOfDrug, placeRelation, substanceRelation } from './cell.ts';
import { drugOf } from './to-claims.ts';

/** What is asked for, as far as it tells which records may speak about it; what is left out may be anything. */
export interface Asked {
  /** A place, an area, or several places joined by `+`. */
  readonly place: string;
  /** A drug or a family; null for what is counted of no drug. */
  readonly substance?: string | null;
  readonly basis?: string;
  readonly metric?: string;
}

/** Records of any of some places, drugs, bases and measures; null stands for every one. */
export interface Reached {
  readonly places: readonly string[] | null;
  /** As `drugOf` gives them. */
  readonly drugs: readonly (string | null)[] | null;
  readonly basis: string | null;
  readonly metric: string | null;
}

/** The records that may speak about a question: those of any of the parts. */
export interface Reach {
  readonly observations: readonly Reached[];
  readonly seizures: readonly Reached[];
}

/** The places and drugs that the observations of a picture name, each once. */
export interface Named {
  readonly places: readonly string[];
  readonly drugs: readonly (string | null)[];
}

const familyOf = (drug: string): string | null =>
  drugList.has(drug) ? drugList.get(drug).parent : null;

/** How a place lies to those asked for. One that cannot be understood is reached, so that whoever reads it says so. */
function lies(place: string, members: readonly string[]) {
  try {
    return placeRelation({ place, places: expandPlace(place) }, members);
  } catch {
    return 'around';
  }
}

function isInside(place: string, whole: string): boolean {
  try {
    return expandPlace(place).every((part) => placeContains(whole, part));
  } catch {
    return true;
  }
}

/** Whether some area names both among its members, so that a figure for one may silently include the other. */
function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [expandPlace(one), expandPlace(other)];
  return placeList.some(
    ({ members }) => members.length > 0 && [...a, ...b].every((place) => members.includes(place)),
  );
}

/**
 * Which records may speak about a question, so that only these need be read: an answer from them is the answer from all.
 * Figures of the places and drugs asked, of what lies in them and of what they lie in; beside these, on the same basis, of the
 * same drug elsewhere in such a wider place or in a port next to it, and of other drugs at the same place, by which ceilings
 * and contradictions are explained. Finds of the drug and basis wherever they are, for what is usual is seen from all of them; at
 * the places asked those on other bases too, which are told as left out.
 *
 * @param named what the observations to choose from name
 * @example
 * ```ts
 * import { reachOf } from '@samenbeeld/merge';
 * const named = { places: ['NLVLI', 'NL', 'BEANR'], drugs: ['COC', 'HER'] };
 * reachOf({ place: 'NLVLI', substance: 'COC' }, named).observations[0] // => { places: ['NLVLI', 'NL'], drugs: ['COC'], basis: null, metric: null }
 * ```
 */
export function reachOf(
  { place, substance, basis = undefined, metric = undefined }: Asked,
  named: Named,
): Reach {
  const members = expandPlace(place);
  const relations = new Map(named.places.map((one) => [one, lies(one, members)]));
  const placesThat = (is: (relation: string, place: string) => boolean): readonly string[] =>
    [...relations].filter(([one, relation]) => is(relation, one)).map(([one]) => one);
  const touching = placesThat((relation) => relation !== 'apart');
  const around = placesThat((relation) => relation === 'around');
  const within = placesThat((relation) => relation === 'same' || relation === 'within');
  const beside = placesThat(
    (relation, one) =>
      relation !== 'apart' ||
      around.some((whole) => isInside(one, whole)) ||
      [...members, ...within].some((own) => areNeighbours(own, one)),
  );
  const drugsThat = (
    is: (drug: string, asked: string) => boolean,
  ): readonly (string | null)[] | null => {
    // What is counted of no drug may have a label, which `drugOf` takes for one.
    if (substance === undefined || substance === null) return null;
    return named.drugs.filter((drug) => drug !== null && is(drug, substance));
  };
  const isNear = (drug: string | null, asked: string): boolean =>
    drug !== null && substanceRelation({ substance: drug }, asked) !== 'apart';
  // A table may give a family as its parts only.
  const related = drugsThat((drug, asked) => isNear(drug, asked) || isNear(familyOf(drug), asked));
  const same = drugsThat((drug, asked) => drug === asked || familyOf(drug) === asked);
  const scope = { basis: basis ?? null, metric: metric ?? null };
  const drugs = substance === undefined || substance === null ? null : drugsOf(substance);
  const isOfFinds = metric === undefined || metric === 'quantity' || metric === 'seizures';
  return {
    observations: [
      { places: touching, drugs: related, ...scope, basis: null },
      { places: beside, drugs: same, ...scope },
      { places: within, drugs: null, ...scope },
    ],
    seizures:
      isOfFinds && substance !== null
        ? [
            { places: null, drugs, ...scope, metric: null },
            ...(basis === undefined ? [] : [{ places: members, drugs, basis: null, metric: null }]),
          ]
        : [],
  };
}

/**
 * Whether figures speak about what is asked: of its places and drug, of what lies in these or around them, on any basis. Where
 * none does, single finds are answered as if there were no other figures, whatever these say of elsewhere.
 */
export function speakOf(asked: Asked, observations: readonly Observation[]): boolean {
  const told = observations.filter(
    ({ value, metric }) => value !== null && metric === (asked.metric ?? metric),
  );
  const [touching] = reachOf(asked, {
    places: [...new Set(told.map(({ place }) => place))],
    drugs: [...new Set(told.map(drugOf))],
  }).observations;
  return told.some(
    (row) =>
      touching?.places?.includes(row.place) && (touching.drugs?.includes(drugOf(row)) ?? true),
  );
}

/** A drug with what belongs to it. */
function drugsOf(asked: string): readonly string[] {
  return [...new Set([asked, ...substances.map(({ code }) => code)])].filter((code) =>
    isOfDrug(code, asked),
  );
}
