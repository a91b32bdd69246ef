import { InputError, UsageError } from '@samenbeeld/schema';
import { type Period, readPeriod } from '../period.ts';
import { refuseMixedFrequencies } from '../trend-series.ts';

/** The columns of a table of sites by period: calendar periods of one frequency, increasing. */
export function periodColumns(codes: readonly string[], from: string): readonly Period[] {
  const periods = codes.map(readPeriod);
  refuseMixedFrequencies([...periods, readPeriod(from)]);
  for (const [i, period] of periods.entries()) {
    const earlier = periods[i - 1];
    if (earlier && period.time <= earlier.time)
      throw new InputError(`periods must increase, found ${period.code} after ${earlier.code}`, {
        repair: 'sort the table by period and keep one value per period',
      });
  }
  return periods;
}

/** One finite value or null per period. */
export function checkRow(
  name: string,
  values: readonly (number | null)[],
  periods: readonly string[],
): void {
  if (values.length !== periods.length)
    throw new UsageError(
      `${name} must have one value per period: got ${values.length} for ${periods.length}`,
    );
  const at = values.findIndex((value) => value !== null && !Number.isFinite(value));
  if (at >= 0)
    throw new InputError(
      `expected a finite number or null for ${name} in ${periods[at]}, found ${values[at]}`,
      { repair: 'use null where a period is missing, and say why in the source' },
    );
}

/** Each name once. */
export function checkNames(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new UsageError(`each site must be named once, got ${twice} twice`);
}
