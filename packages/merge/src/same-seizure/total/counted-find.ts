import type { Seizure } from '@samenbeeld/schema';
import { reconcile } from '../weight/reconcile.ts';
import type { SizeDensity } from '../weight/size-density.ts';
import { statementsOf } from '../weight/statement.ts';
import { type WeightReadings, weightReadings } from '../weight/weight-readings.ts';

/** One find, made of the records that are held to be it: where and when it counts, and what it may weigh. */
export interface CountedFind {
  readonly records: readonly string[];
  readonly place: string;
  readonly date: string;
  readonly weight: WeightReadings;
}

/** Makes finds of records, each set of records once. */
export function countFinds(
  seizures: readonly Seizure[],
  usual: SizeDensity,
): (ids: readonly string[]) => CountedFind {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const made = new Map<string, CountedFind>();
  return (ids) => {
    const key = ids.join('+');
    const known = made.get(key);
    if (known) return known;
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const [date, place] = reconcile(members, ['date', 'place']);
    const find = {
      records: ids,
      date: String(date?.value ?? ''),
      place: String(place?.value ?? ''),
      weight: weightReadings(statementsOf(members), usual),
    };
    made.set(key, find);
    return find;
  };
}
