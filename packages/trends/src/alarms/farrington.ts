import { shape, takes, UsageError } from '@samenbeeld/schema';
import { checkTogether, optionsShape } from '../about.ts';
import { checkExposure } from '../check-count.ts';
import { type AlarmChart, alarmChart } from './alarm-chart.ts';
import { type AlarmTime, notExamined } from './alarm-time.ts';
import { basePeriods, periodsInYear } from './base-periods.ts';
import { type CountSeries, countSeries, refuseShort } from './count-series.ts';
import { examineCount, settleModel } from './examine-count.ts';
import { baseCounts, type ExaminedCase, farringtonByChance, recentOf } from './false-alarms.ts';
import { aboutFarrington } from './farrington-about.ts';
import { type FarringtonOptions, farringtonSettings } from './farrington-settings.ts';

/** One count held against the model of its base. */
export interface FarringtonTime extends AlarmTime {
  /** Trend per period on the log scale; null where none was kept. */
  readonly trend: number | null;
  /** Variance over mean, at least 1. */
  readonly dispersion: number | null;
}

/** Counts held against the same time of year in earlier years. */
export type Farrington = AlarmChart<FarringtonTime>;

/**
 * Which counts lie above what earlier years let one expect?
 *
 * For weekly, monthly or daily counts with a season and a few years of history. Each count is held against a quasi-Poisson model
 * of the counts around the same time of year before it, in which past outbreaks count for less; above the bound is an alarm.
 * `farrington` is Farrington et al. 1996 (R surveillance `algo.farrington`), `noufaily` the improved method of Noufaily et al. 2012
 * (`farringtonFlexible`), with every option of either open. An alarm says "more than expected" and nothing of the cause.
 *
 * @param counts whole numbers in time order, one per period, null where missing
 * @throws InputError for negative, fractional or NaN counts, gaps, or a history of which no count can be examined
 * @throws RefusalError for mixed frequencies, and for yearly or half-yearly counts
 * @throws UsageError for options out of range
 * @example
 * ```ts
 * import { farrington } from '@samenbeeld/trends';
 * const months = Array.from({ length: 72 }, (_, i) => 10 + (i % 12) + (i === 71 ? 25 : 0));
 * farrington(months, { frequency: 12, examine: 6 }).details.alarmPeriods // => '72'
 * ```
 */
export function farrington(
  counts: ArrayLike<number | null>,
  options: FarringtonOptions = {},
): Farrington {
  takes('farrington', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const series = countSeries(counts, options);
  const perYear = periodsInYear(series, options.frequency);
  const settings = farringtonSettings(options, series.unit, perYear);
  const offsets = offsetsOf(series, options.population);
  const about = aboutFarrington(settings);
  const cases: ExaminedCase[] = [];
  const times = series.names.slice(series.from).map((period, i): FarringtonTime => {
    const at = series.from + i;
    const count = series.counts[at] as number | null;
    const none = (reason: NonNullable<AlarmTime['reason']>): FarringtonTime => ({
      ...notExamined(period, count, reason),
      trend: null,
      dispersion: null,
    });
    const reach = basePeriods(series, perYear, at, settings);
    if (!reach) return none('short_history');
    if (count === null) return none('missing');
    const base = baseCounts(series.counts, reach, at, offsets);
    if (base.counts.length * 2 < reach.at.length || !base.season.includes(0))
      return none('base_missing');
    const offset = offsets[at] as number;
    const model = settleModel(base, offset, settings);
    if (!model) return none('no_fit');
    const found = examineCount(
      count,
      recentOf(series.counts, at, settings),
      base,
      offset,
      model,
      settings,
    );
    if (found.reason === null) cases.push({ at, reach });
    return { period, count, ...found, trend: model.slope, dispersion: model.dispersion };
  });
  if (times.every(({ reason }) => reason === 'short_history'))
    refuseShort(
      `farrington with ${settings.yearsBack} years back`,
      settings.yearsBack * perYear + settings.halfWindow + 1,
      series.counts.length,
      'lower `yearsBack`, or use `ears`, which looks back a few periods only',
    );
  return alarmChart(
    series,
    whereReached(times, options.examine),
    {
      ...about,
      warnings: [...alike, ...about.warnings],
      byChance: () =>
        farringtonByChance({ series, perYear, offsets, cases, settings }, options.simulate),
    },
    options,
    options.population,
  );
}

/** Without `examine`, the beginning of the series is history and not something that was left out. */
function whereReached(
  times: readonly FarringtonTime[],
  examine: number | undefined,
): readonly FarringtonTime[] {
  if (examine !== undefined) return times;
  return times.slice(times.findIndex(({ reason }) => reason !== 'short_history'));
}

function offsetsOf(
  series: CountSeries,
  population: ArrayLike<number> | undefined,
): readonly number[] {
  if (!population) return series.counts.map(() => 0);
  if (population.length !== series.counts.length)
    throw new UsageError(
      `\`population\` must have one entry per count: got ${population.length} for ${series.counts.length} counts`,
    );
  return Array.from(population, (value, i) =>
    Math.log(checkExposure(`the population of ${series.names[i]}`, value)),
  );
}
