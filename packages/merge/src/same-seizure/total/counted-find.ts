import type { Seizure } from '@samenbeeld/schema';
import { inKilograms } from '../../event-quantity.ts';
import { type FindTime, findTimeOf } from '../find-time.ts';
import { learntHabits } from '../weight/habits.ts';
import { reconcile } from '../weight/reconcile.ts';
import { sizeDensity } from '../weight/size-density.ts';
import { statementsOf } from '../weight/statement.ts';
import { type WeightReadings, weightReadings, withOwnPacking } from '../weight/weight-readings.ts';

/** Where and when a find was made. */
export interface FoundAt {
  readonly place: string;
  readonly time: FindTime;
}

/** One find, made of the records that are held to be it: where and when it counts, and what it may weigh. */
export interface CountedFind extends FoundAt {
  readonly records: readonly string[];
  readonly weight: WeightReadings;
  /** How likely a cell counts it, where that is not certain (`countedIn`). */
  readonly share?: number;
}

/** How likely it is that a cell counts a find: 0 or 1, unless its day is not known but that of its registration, say, or a week. */
export type InCell = (find: FoundAt) => number;

const parts = new WeakMap<CountedFind, Map<number, CountedFind>>();

/** The weight of a find that a cell counts with a probability, and as nothing else. */
function partly(whole: WeightReadings, share: number): WeightReadings {
  const weight = withOwnPacking(whole);
  const { leading, readings } = weight;
  const counted = readings.map(({ kg, probability }) => ({ kg, probability: probability * share }));
  return {
    ...weight,
    leading: leading === null ? null : leading * share,
    // Of a find that nobody weighed nothing is known in either case.
    readings: counted.length === 0 ? [] : [{ kg: 0, probability: 1 - share }, ...counted],
    low: 0,
  };
}

/** A find as a cell counts it: with its share of the probability; null where it lies elsewhere. */
export function countedIn(find: CountedFind, inCell: InCell): CountedFind | null {
  const share = inCell(find);
  if (share === 0) return null;
  if (share === 1) return find;
  const known = parts.get(find) ?? new Map<number, CountedFind>();
  parts.set(find, known);
  const found = known.get(share) ?? { ...find, share, weight: partly(find.weight, share) };
  known.set(share, found);
  return found;
}

/** Probability that a cell counts a find of which the weight has no upper end. */
export function openShare({ weight, share = 1 }: CountedFind): number {
  return weight.high === null ? share : 0;
}

/** How usual weights are among some records, and how their offices write them. */
function learntOf(seizures: readonly Seizure[]) {
  const usual = sizeDensity(
    seizures.flatMap((seizure) => {
      const kg = inKilograms(seizure);
      return kg === null ? [] : [{ id: seizure.id, kg }];
    }),
  );
  return { usual, habits: learntHabits(seizures, usual) };
}

/**
 * Weighs finds as the totals of some records do: the one weight of a find that counts once, whoever asks for it.
 *
 * @param among all records on the footing of a total, wherever they were made
 * @example
 * ```ts
 * import { weighsAmong } from '@samenbeeld/merge';
 * weighsAmong([])([]).leading // => null
 * ```
 */
export function weighsAmong(
  among: readonly Seizure[],
): (members: readonly Seizure[]) => WeightReadings {
  let learnt: ReturnType<typeof learntOf> | null = null;
  return (members) => {
    learnt ??= learntOf(among);
    return weightReadings(statementsOf(members), learnt.usual, learnt.habits);
  };
}

/** What a find adds where finds are counted, not weighed. */
export const oneFind: WeightReadings = {
  ...{ leading: 1, told: [], readings: [{ kg: 1, probability: 1 }], packed: null },
  ...{ low: 1, high: 1, by: { low: null, high: null }, causes: [] },
};

/** Where and when the find of some records was made. */
export function foundAt(records: readonly Seizure[]): FoundAt {
  const [place] = reconcile(records, ['place']);
  return { time: findTimeOf(records), place: String(place?.value ?? '') };
}

/** Makes finds of records, each set of records once. */
export function countFinds(
  seizures: readonly Seizure[],
  weigh: (members: readonly Seizure[]) => WeightReadings = weighsAmong(seizures),
): (ids: readonly string[]) => CountedFind {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const made = new Map<string, CountedFind>();
  return (ids) => {
    const key = ids.join('+');
    const known = made.get(key);
    if (known) return known;
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const find = {
      records: ids,
      ...foundAt(members),
      weight: weigh(members),
    };
    made.set(key, find);
    return find;
  };
}
