import { wrongUse } from '@samenbeeld/schema';
import type { About } from '../about.ts';
import { checkOneEach } from '../check-argument.ts';
import { cleanSeries } from '../clean-series.ts';
import { readPeriod } from '../period.ts';
import { refuseUnsquarable } from '../refuse-unsquarable.ts';
import { refuseMixedFrequencies } from '../trend-series.ts';
import type { TimeNaming } from './turning-time.ts';

/** When the values were observed. */
export interface TimedOptions extends About {
  /** Calendar periods ("2016", "2024-07"), one per value, increasing; times are then in years. */
  readonly periods?: readonly string[];
  /** Times, one per value, increasing; positions 1, 2, 3, … where both are left out. */
  readonly times?: ArrayLike<number>;
}

/** Values in time order, without the missing ones, and what to call their times. */
export interface TimedSeries {
  readonly values: readonly number[];
  readonly times: readonly number[];
  readonly names: readonly string[];
  /** How a refusal points at each value: "2016", "position 3". */
  readonly told: readonly string[];
  /** Where each kept value stood, to find what belongs to it. */
  readonly places: readonly number[];
  readonly per: 'year' | 'period';
  readonly naming: TimeNaming;
  /** Whether the periods are parts of a year. */
  readonly seasonal: boolean;
}

export function readSeries(
  values: ArrayLike<number | null>,
  { periods, times }: TimedOptions,
): TimedSeries {
  if (periods && times)
    throw wrongUse(
      'geef `periods` of `times`, niet beide: een periode zegt haar tijd',
      'donnez `periods` ou `times`, pas les deux : une période dit son temps',
      '`periods` oder `times` angeben, nicht beide: ein Zeitraum sagt seine Zeit',
      'pass `periods` or `times`, not both: a period says its time',
    );
  checkOneEach('periods', periods, 'value', values.length);
  const read = periods?.map(readPeriod);
  if (read) refuseMixedFrequencies(read);
  const all = read ? read.map(({ time }) => time) : times;
  const known = cleanSeries(values, all);
  const places = Array.from(values, (_, i) => i).filter((i) => values[i] !== null);
  refuseUnsquarable(known.values);
  const names = places.map((place) => periods?.[place] ?? String(times ? times[place] : place + 1));
  return {
    values: known.values,
    times: all ? known.times : places.map((place) => place + 1),
    names,
    told: all ? names : names.map((name) => `position ${name}`),
    places,
    per: read ? 'year' : 'period',
    naming: all ? 'time' : 'position',
    seasonal: read !== undefined && read[0]?.freq !== 'A',
  };
}
