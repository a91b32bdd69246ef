import type { AlarmPoint } from '@samenbeeld/charts';
import type { CusumTime, PoissonCusum } from '@samenbeeld/trends';

function after({ sum, alarm }: CusumTime, next: CusumTime | undefined): number {
  if (!alarm || !next || next.count === null) return alarm ? 0 : sum;
  const goesOn = Math.max(0, sum + next.count - next.reference);
  return Math.abs(goesOn - next.sum) < 1e-9 ? sum : 0;
}

/**
 * The counts of a cumulative sum with the least count that would have raised an alarm at each: the limit, plus what is taken
 * off a count, less what had been summed before it.
 */
export function cusumPoints({ times, details }: PoissonCusum): readonly AlarmPoint[] {
  let summed = 0;
  return times.map((time, i) => {
    const { period, count, expected, alarm, reference } = time;
    const upper = count === null ? null : details.threshold + reference - summed;
    summed = after(time, times[i + 1]);
    return { period, count, expected, upper, alarm };
  });
}
