import { sumExact } from '@samenbeeld/schema';
import { byContent, type Claim } from './claim.ts';
import { width } from './govern.ts';

/** The finds that make the largest floor, and that floor. */
export interface Floor {
  readonly low: number;
  readonly claims: readonly Claim[];
}

/** How many of finds in the order of their ends end before a day. */
function countBefore(byEnd: readonly Claim[], day: string): number {
  let [from, to] = [0, byEnd.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((byEnd[middle] as Claim).periodEnd < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The largest floor that single finds and part-period figures give: the lower ends of finds whose periods do not
 * overlap add up, overlapping ones do not (joint total, rule 3). Weighted interval scheduling over days.
 */
export function floorOfFinds(finds: readonly Claim[]): Floor {
  const byEnd = [...finds].sort(
    (a, b) =>
      (a.periodEnd < b.periodEnd ? -1 : a.periodEnd > b.periodEnd ? 1 : 0) ||
      (width(a) === width(b) ? 0 : width(a) - width(b)) ||
      byContent(a, b),
  );
  const best: Floor[] = [{ low: 0, claims: [] }];
  byEnd.forEach((find, index) => {
    const earlier = best[countBefore(byEnd, find.periodStart)] as Floor;
    const taken = {
      low: sumExact([earlier.low, find.interval.low]),
      claims: [...earlier.claims, find],
    };
    const left = best[index] as Floor;
    // A reported zero adds nothing, and is a figure of its part all the same.
    const isMore =
      taken.low > left.low || (taken.low === left.low && taken.claims.length > left.claims.length);
    best.push(isMore ? taken : left);
  });
  return best.at(-1) as Floor;
}
