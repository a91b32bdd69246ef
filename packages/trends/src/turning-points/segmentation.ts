/** Where the segments of a series end. */
export interface Segmentation {
  /** For each change, how many values lie before it, increasing. */
  readonly changes: readonly number[];
  /** Cost of the segments plus the penalty of each change. */
  readonly cost: number;
}

/** The changes, from the last change before each place. */
export function traceBack(before: ArrayLike<number>): readonly number[] {
  const changes: number[] = [];
  for (let t = before[before.length - 1] as number; t > 0; t = before[t] as number) changes.push(t);
  return changes.reverse();
}
