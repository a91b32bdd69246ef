import { shape, takes } from '@samenbeeld/schema';
import { checkTogether, optionsShape } from '../about.ts';
import { type AlarmChart, alarmChart } from './alarm-chart.ts';
import { type CountSeriesOptions, countSeries, refuseShort } from './count-series.ts';
import { earsByChance, earsRate } from './ears-false-alarms.ts';
import { type EarsChoice, earsRule, earsTime, firstExamined } from './ears-rule.ts';

/** Options of `ears`. */
export interface EarsOptions extends CountSeriesOptions, EarsChoice {
  /** How many series without change are drawn to count the alarms that chance alone gives; by default some hundreds. */
  readonly simulate?: { readonly runs: number; readonly seed: number };
}

/** Counts held against the few before them. */
export type Ears = AlarmChart;

/**
 * Which counts lie above the few just before them? EARS C1, C2 and C3 of the CDC.
 *
 * For series without years of history. `C = (y − ȳ) / s` over a baseline of 7 counts, just before (C1) or two periods
 * earlier (C2, where an outbreak does not raise its own bound so soon; the finding warns where the base of the latest count holds
 * an alarm); C3 sums `max(0, C2 − 1)` over three periods. There is no season in it, and a mean of seven counts is
 * nervous: for normal counts false alarms have the rate `P(t₆ > z √(7/8))`, eleven times the normal tail at z = 3, and counts that
 * scatter have more. The number of false alarms stated is simulated with the level and the scatter of the series.
 * Hutwagner et al. 2003; Fricker et al. 2008; reference implementation R `surveillance::earsC`.
 *
 * @param counts whole numbers in time order, one per period, null where missing
 * @throws InputError for negative, fractional or NaN counts, gaps, or fewer counts than the baseline needs
 * @throws UsageError for a threshold and an alpha at once, or options out of range
 * @example
 * ```ts
 * import { ears } from '@samenbeeld/trends';
 * ears([3, 4, 2, 3, 5, 4, 3, 12], { method: 'C1' }).details.alarms // => 1
 * ```
 */
export function ears(counts: ArrayLike<number | null>, options: EarsOptions = {}): Ears {
  takes('ears', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const series = countSeries(counts, options);
  const rule = earsRule(options);
  const first = firstExamined(rule);
  if (series.counts.length <= first)
    refuseShort(
      `ears ${rule.name}`,
      first + 1,
      series.counts.length,
      'shorten the baseline, or use `gapChart` for rare events',
    );
  const from = options.examine === undefined ? first : series.from;
  const times = series.names
    .slice(from)
    .map((period, i) => earsTime(series.counts, from + i, period, rule));
  const flat = times.filter(
    ({ expected, upper, reason }) => reason === null && expected === upper,
  ).length;
  return alarmChart(
    series,
    times,
    {
      kind: 'ears',
      method: `EARS ${rule.name}, baseline of ${rule.baseline}`,
      definition: `${definitions[rule.name]}; above ${rule.threshold} (Hutwagner et al. 2003)`,
      assumptions: ['no season and no trend within the baseline', 'counts are close to normal'],
      warnings: [
        ...alike,
        ...(flat > 0
          ? [
              `the baseline does not vary, so that any count above it is an alarm: ${flat}; set \`minSigma\` (0.5 or 1), or use \`gapChart\``,
            ]
          : []),
      ],
      together: rule.name === 'C3',
      justBefore: rule,
      nominalRate: earsRate(rule),
      byChance: (examined) => earsByChance(series.counts, from, rule, examined, options.simulate),
    },
    options,
  );
}

const definitions = {
  C1: '(count - mean) / standard deviation of the counts just before',
  C2: '(count - mean) / standard deviation of the counts up to three periods before',
  C3: 'sum over three periods of what C2 exceeds 1 by',
} as const;
