import { InputError, UsageError } from '@samenbeeld/schema';

/** Values in time order, without the missing ones. */
export interface CleanSeries {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/**
 * Leaves the missing values out and refuses what is no series: no values, NaN or infinite values, times
 * that do not increase.
 */
export function cleanSeries(
  values: ArrayLike<number | null>,
  times?: ArrayLike<number>,
): CleanSeries {
  if (values.length === 0)
    throw new InputError('a series needs at least one value, found none', {
      repair: 'pass the values in time order, null where a period is missing',
    });
  if (times && times.length !== values.length)
    throw new UsageError(
      `\`times\` must have one entry per value: got ${times.length} times for ${values.length} values`,
    );
  const kept: { times: number[]; values: number[] } = { times: [], values: [] };
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number | null;
    const time = times ? (times[i] as number) : i;
    if (!Number.isFinite(time) || time <= before)
      throw new InputError(
        `times must increase, found ${time}${i > 0 ? ` after ${before}` : ''} at position ${i + 1}`,
        { repair: 'sort the series by time and keep one value per time' },
      );
    before = time;
    if (value === null) continue;
    if (!Number.isFinite(value))
      throw new InputError(
        `expected a finite number or null, found ${value} at position ${i + 1}`,
        {
          repair: 'use null where a period is missing, and say why in the source',
        },
      );
    kept.values.push(value);
    kept.times.push(time);
  }
  return kept;
}
