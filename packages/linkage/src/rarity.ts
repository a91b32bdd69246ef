/** How many values occur so many times. */
export interface CountOfCounts {
  readonly count: number;
  readonly values: number;
}

/** A value's share is never discounted below this part of what was counted, unless told otherwise. */
export const leastShare = 0.05;

/**
 * What to take off the count of each value, so that two records that are not the same agree by chance as often as `chance`
 * (u of exact agreement) says: sum over values of count/total * max(count - discount, leastShare * count)/total.
 *
 * A value that stands in three records of one thing was counted three times, though it is as rare as if once; without
 * this, duplicates make their own values look common. Without duplicates the discount is near 1: the record itself.
 */
export function discountFor(
  counts: readonly CountOfCounts[],
  chance: number,
  least: number = leastShare,
): number {
  const total = counts.reduce((sum, { count, values }) => sum + count * values, 0);
  if (total === 0) return 0;
  const agreement = (discount: number): number =>
    counts.reduce(
      (sum, { count, values }) =>
        sum + (values * count * Math.max(count - discount, least * count)) / total / total,
      0,
    );
  let low = 0;
  let high = Math.max(...counts.map(({ count }) => count));
  if (agreement(low) <= chance) return 0;
  if (agreement(high) >= chance) return high;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (agreement(middle) > chance) low = middle;
    else high = middle;
  }
  return Number(high.toFixed(6));
}
