import type { Seizure } from '@samenbeeld/schema';
import { recordsOf } from '../partition/record-pair.ts';
import { pairKey } from '../partition/said-together.ts';
import type { ListedPair } from '../to-record-pairs.ts';
import { netEnds } from '../weight/explained-weight.ts';
import { statementsOf } from '../weight/statement.ts';
import { mayBeWith } from './component-total.ts';
import { type FoundAt, foundAt } from './counted-find.ts';

/** A record as the file tells it, as far as it makes a floor or a bound. */
export interface ToldFind {
  readonly find: Seizure;
  /** What it weighs net at least, in kilograms, whichever report that may be of its find is right; 0 where it is not weighed. */
  readonly low: number;
  /** What it weighs at most by itself; null where it is not weighed, or only "over". */
  readonly high: number | null;
  /** Where and when its find may have been made, by itself and with each report that may be of it. */
  readonly at: readonly FoundAt[];
  /** The reports that may be of its find. */
  readonly others: readonly string[];
}

type EndsOf = (seizure: Seizure) => readonly [number, number | null] | null;

const weightEnds: EndsOf = (seizure) => {
  const [told] = statementsOf([seizure]);
  return told ? netEnds(told) : null;
};

/** A find counts as one, whatever is said of its weight. */
export const asOne: EndsOf = () => [1, 1];

/** A share of a weight, to the milligram below it. */
const milligramBelow = (kg: number): number => Math.floor(Number((kg * 1e6).toFixed(3))) / 1e6;

/** Takes rows that weigh more together than `most` down to it, each by its share. */
function holdTo(rows: readonly string[], lows: Map<string, number>, most: number): void {
  const sum = rows.reduce((all, id) => all + (lows.get(id) ?? 0), 0);
  if (sum <= most) return;
  for (const id of rows)
    lows.set(id, rows.length === 1 ? most : milligramBelow(((lows.get(id) ?? 0) * most) / sum));
}

/**
 * What each record weighs net at least by what is printed: the least of all reports that may be of its find. No model of weights
 * is asked, so that the records of one file, which are finds of their own, surely weigh this together.
 *
 * @param seizures records, with those that a pair ties to them
 * @param pairs what was compared; a pair that is held to be two finds ties nothing
 * @param endsOf what a record says at least and at most; null where it says nothing
 */
export function toldFinds(
  seizures: readonly Seizure[],
  pairs: readonly Pick<ListedPair, 'a' | 'b' | 'verdict'>[],
  endsOf: EndsOf = weightEnds,
): readonly ToldFind[] {
  const place = new Map(seizures.map(({ id }, at) => [id, at]));
  const ends = new Map(
    seizures.flatMap((seizure) => {
      const own = endsOf(seizure);
      return own ? [[seizure.id, own] as const] : [];
    }),
  );
  const lows = new Map([...ends].map(([id, [low]]) => [id, low]));
  const ties = pairs
    .filter(({ verdict }) => verdict !== 'different')
    .toSorted((one, other) => (pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1))
    .map(({ a, b }) => [recordsOf(a), recordsOf(b)] as const)
    .filter((sides) => sides.flat().every((id) => place.has(id)));
  const near = seizures.map((): number[] => []);
  for (const [a, b] of ties)
    for (const i of a.map((id) => place.get(id) as number))
      for (const j of b.map((id) => place.get(id) as number)) {
        near[i]?.push(j);
        near[j]?.push(i);
      }
  // A find has at most one unit a file: what one report says reaches another by so many steps.
  const files = new Set(seizures.map(({ source }) => source)).size;
  const sumOf = (side: readonly string[]): number =>
    side.reduce((sum, id) => sum + (lows.get(id) ?? 0), 0);
  for (let step = 1; step < files; step += 1)
    for (const [a, b] of ties) {
      if (![...a, ...b].every((id) => lows.has(id))) continue;
      const [one, other] = [sumOf(a), sumOf(b)];
      holdTo(a, lows, other);
      holdTo(b, lows, one);
    }
  return seizures.map((find, i): ToldFind => {
    const others = mayBeWith(i, near, files)
      .slice(1)
      .flatMap((j) => seizures[j] ?? []);
    return {
      find,
      low: lows.get(find.id) ?? 0,
      high: ends.get(find.id)?.[1] ?? null,
      at: [[find], ...others.map((other) => [find, other])].map(foundAt),
      others: others.map(({ id }) => id),
    };
  });
}
