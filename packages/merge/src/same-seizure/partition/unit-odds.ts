import { type RecordPair, recordsOf } from './record-pair.ts';
import { pairKey } from './said-together.ts';

/** What one file brings to a seizure, as the side of a pair names it: a record, or batches. */
function sideOf(ids: readonly string[]): string {
  return [...ids].sort().join('+');
}

/** What each file brings to a seizure. */
export function unitsOf<T>(
  group: readonly T[],
  file: (record: T) => string,
): readonly (readonly T[])[] {
  const units = new Map<string, T[]>();
  for (const record of group) {
    const unit = units.get(file(record));
    if (unit) unit.push(record);
    else units.set(file(record), [record]);
  }
  return [...units.values()];
}

/**
 * What is known of two units by comparing: the odds of the two as they stand, or where they were not compared as such, what
 * their rows show: the odds of whatever part of them is likeliest the same. null where no part of one was compared with a
 * part of the other. What persons decided changes none of it.
 */
export function unitOdds(
  pairs: readonly RecordPair[],
): (one: readonly string[], other: readonly string[]) => number | null {
  const odds = new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair.odds]));
  const parts = pairs.map((pair) => ({ ...pair, a: recordsOf(pair.a), b: recordsOf(pair.b) }));
  const known = new Map<string, number | null>();
  const partly = (one: readonly string[], other: readonly string[]): number | null => {
    const holds = (unit: readonly string[], side: readonly string[]): boolean =>
      side.every((id) => unit.includes(id));
    const found = parts
      .filter(
        ({ a, b }) => (holds(one, a) && holds(other, b)) || (holds(one, b) && holds(other, a)),
      )
      .map((pair) => pair.odds);
    return found.length > 0 ? Math.max(...found) : null;
  };
  return (one, other) => {
    const key = pairKey(sideOf(one), sideOf(other));
    const whole = odds.get(key);
    if (whole !== undefined) return whole;
    if (one.length + other.length === 2) return null;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const found = partly(one, other);
    known.set(key, found);
    return found;
  };
}
