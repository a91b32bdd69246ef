import { type SuddenJump, suddenJump } from './sudden-jump.ts';

/** A change that a level which merely moves does not explain. */
export interface ConfirmedChange extends SuddenJump {
  /** How many values lie before it. */
  readonly place: number;
  /** p times the number of places where a change could have been. */
  readonly adjusted: number;
}

/**
 * Keeps the changes that stand out from gradual movement. Each is tested between its neighbours; those that fail, and
 * fail more clearly than the neighbours, are dropped, and what stood between two of them is tested as one, until all
 * that is left stands.
 */
export function confirmChanges(
  values: ArrayLike<number>,
  changes: readonly number[],
  level: number,
): readonly ConfirmedChange[] {
  const n = values.length;
  const known = new Map<string, ConfirmedChange | null>();
  const test = (start: number, place: number, end: number): ConfirmedChange | null => {
    const key = `${start} ${place} ${end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const jump = suddenJump(values, start, place, end, level);
    const found = jump && { ...jump, place, adjusted: Math.min(1, jump.p * (n - 1)) };
    known.set(key, found);
    return found;
  };
  let kept = changes;
  for (;;) {
    const ends = [0, ...kept, n];
    const tests = kept.map((place, i) => test(ends[i] as number, place, ends[i + 2] as number));
    const doubts = tests.map((one) => (one ? one.p : 1));
    const left = kept.filter((_, i) => {
      const one = tests[i] ?? null;
      if (one && one.adjusted <= 1 - level) return true;
      const own = doubts[i] as number;
      return own < (doubts[i - 1] ?? -1) || own <= (doubts[i + 1] ?? -1);
    });
    if (left.length === kept.length) return tests.filter((one) => one !== null);
    kept = left;
  }
}
