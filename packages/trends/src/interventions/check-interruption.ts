import { InputError, UsageError } from '@samenbeeld/schema';
import { checkExposure } from '../check-count.ts';
import { type Period, readPeriod } from '../period.ts';
import type { KnownPoint, TrendSeries } from '../trend-series.ts';
import type { NoInterruption } from './interruption-words.ts';

/** Values that an earlier and a later course each need. */
export const neededOnEachSide = 8;

/** The first period after the change, which must be like those of the series. */
export function changeOf(code: string, points: readonly KnownPoint[]): Period {
  const from = readPeriod(code);
  const other = points[0]?.period;
  if (other && other.freq !== from.freq)
    throw new UsageError(
      `\`from\` must be a period like those of the series (${other.code}), got ${code}`,
    );
  return from;
}

/** The logarithm of what each known value stands against. */
export function offsetsOf(
  series: TrendSeries,
  points: readonly KnownPoint[],
  exposures: readonly number[] | undefined,
): readonly number[] {
  if (!exposures) return points.map(() => 0);
  if (exposures.length !== series.points.length)
    throw new UsageError(
      `\`exposures\` must have one entry per point: got ${exposures.length} for ${series.points.length}`,
    );
  const byPeriod = new Map(series.points.map(({ period }, i) => [period, exposures[i] as number]));
  return points.map(({ period }) =>
    Math.log(checkExposure(`the exposure of ${period.code}`, byPeriod.get(period.code) as number)),
  );
}

/** What stands in the way of a conclusion before anything is fitted. */
export function hindrance(
  points: readonly KnownPoint[],
  from: Period,
  before: number,
  after: number,
  model: 'counts' | 'logarithms',
): NoInterruption | null {
  if (points.some(({ value }) => value === null)) return 'undecided';
  if (model === 'counts') {
    const wrong = points.find(({ value }) => !Number.isSafeInteger(value) || (value as number) < 0);
    if (wrong)
      throw new InputError(
        `expected a whole number of events in ${wrong.period.code}, found ${wrong.value}`,
        { repair: "count events; use `model: 'logarithms'` for quantities" },
      );
  }
  if (Math.min(before, after) < neededOnEachSide) return 'too_few';
  if (model === 'logarithms') return null;
  const some = (late: boolean): boolean =>
    points.some(({ period, value }) => period.time >= from.time === late && (value as number) > 0);
  if (!some(false) || !some(true)) return 'nothing_counted';
  return null;
}
