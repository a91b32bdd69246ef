import { InputError, UsageError } from '@samenbeeld/schema';
import { type Period, readPeriod } from './period.ts';
import { stepOf } from './period-step.ts';
import { refuseMixedFrequencies } from './trend-series.ts';

/** Reads calendar periods that follow each other without a gap, one for each count or value. */
export function consecutivePeriods(
  codes: readonly string[],
  length: number,
  words: { readonly option: string; readonly one: string; readonly repair: string },
): readonly Period[] {
  if (codes.length !== length)
    throw new UsageError(
      `\`${words.option}\` must have one entry per ${words.one}: got ${codes.length} periods for ${length} ${words.one}s`,
    );
  const periods = codes.map(readPeriod);
  refuseMixedFrequencies(periods);
  for (const [i, period] of periods.entries()) {
    const before = periods[i - 1];
    if (before && stepOf(period) !== stepOf(before) + 1)
      throw new InputError(
        `expected the period after ${before.code}, found ${period.code} at position ${i + 1}`,
        { repair: words.repair },
      );
  }
  return periods;
}
