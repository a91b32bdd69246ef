import { InputError, UsageError } from '@samenbeeld/schema';
import type { About } from '../about.ts';
import { checkCount } from '../check-count.ts';
import { consecutivePeriods } from '../consecutive-periods.ts';
import type { Period } from '../period.ts';
import { type PeriodUnit, unitOf } from '../words/period-units.ts';

/** What is known about counts besides the counts. */
export interface CountSeriesOptions extends About {
  /** Calendar periods ("2024-W05"), one per count, following each other without a gap. */
  readonly periods?: readonly string[];
  /** How many of the last counts are examined; by default all that have enough history. */
  readonly examine?: number;
}

/** Counts that are counts, one per period. */
export interface CountSeries {
  readonly counts: readonly (number | null)[];
  /** null where only the order is known. */
  readonly periods: readonly Period[] | null;
  readonly names: readonly string[];
  readonly unit: PeriodUnit;
  /** Position of the first count that is examined. */
  readonly from: number;
}

/** Refuses what is no series of counts: fractions, negative values, NaN, gaps, mixed frequencies. */
export function countSeries(
  values: ArrayLike<number | null>,
  options: CountSeriesOptions,
): CountSeries {
  const counts = Array.from(values);
  if (counts.length === 0)
    throw new InputError('expected counts, found none', {
      repair: 'pass one count per period in time order, zero where nothing was counted',
    });
  const periods = options.periods
    ? consecutivePeriods(options.periods, counts.length, {
        option: 'periods',
        one: 'count',
        repair:
          'sort by period and give every period an entry: zero where nothing was counted, null where the count is missing',
      })
    : null;
  const names = counts.map((_, i) => periods?.[i]?.code ?? String(i + 1));
  for (const [i, count] of counts.entries())
    if (count !== null)
      checkCount(periods ? `the count of ${names[i]}` : `count ${names[i]}`, count);
  const examine = options.examine ?? counts.length;
  if (!Number.isSafeInteger(examine) || examine < 1 || examine > counts.length)
    throw new UsageError(
      `\`examine\` must be a number of counts from 1 to ${counts.length}, got ${examine}`,
    );
  const unit = periods ? unitOf((periods[0] as Period).freq) : 'period';
  return { counts, periods, names, unit, from: counts.length - examine };
}

/** Refuses a history of which nothing can be examined. */
export function refuseShort(method: string, needed: number, found: number, remedy: string): never {
  throw new InputError(`${method} needs at least ${needed} counts, found ${found}`, {
    repair: remedy,
  });
}
