import { type Finding, shape, takes } from '@samenbeeld/schema';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { checkProbability, checkTogether, optionsShape } from '../about.ts';
import { gapSays } from '../words/gaps.ts';

import { exponentialLaw, geometricLaw } from './gap-law.ts';
import { basisOf, checkGaps, type GapChartOptions, learnedFrom } from './gap-options.ts';

/** Some gaps held against what was expected, at the event that ends them. */
export interface GapTime {
  readonly event: string;
  /** Sum of the gaps judged together. */
  readonly gap: number;
  readonly expected: number;
  /** Chance of a sum at most, and at least, as long where nothing changed. */
  readonly pSooner: number;
  readonly pLater: number;
  /** Sooner than expected. */
  readonly alarm: boolean;
  /** Later than expected. */
  readonly lull: boolean;
}

/** A finding whose estimate is the expected sum of the gaps judged together, its interval what is usual. */
export interface GapChart extends Finding {
  readonly times: readonly GapTime[];
  readonly details: {
    readonly verdict: 'alarms' | 'none' | 'no_conclusion';
    readonly latest: 'sooner' | 'later' | 'usual' | 'not_examined';
    readonly examined: number;
    readonly alarms: number;
    readonly lulls: number;
    readonly alarmEvents: string;
    readonly expectedGap: number;
    /** At most this is sooner than expected; null where no sum is short enough. */
    readonly short: number | null;
    /** At least this is later than expected. */
    readonly long: number;
    readonly falseAlarmRate: number;
    readonly falseAlarmsExpected: number;
    /** Chance of the time since the last event being at least as long; null where it was not given. */
    readonly pOpen: number | null;
    /** Chance of at least so many alarms where nothing changed, gaps taken as independent. */
    readonly chance: number | null;
  };
}

/**
 * Do rare events follow each other faster than expected? A g-chart, or chart of the time between events.
 *
 * For ports with a handful of seizures a year, where monthly counts are nearly all zero. Each gap, or the last few together, is held against the
 * exact law of gaps at a constant rate: geometric in whole days, exponential in finer time. A rate learned from the first gaps enters with its
 * own uncertainty, exactly (beta-binomial and beta laws). Kaminsky et al. 1992; Benneyan 2001; Xie, Goh and Ranjan 2002.
 *
 * @param gaps days between events that follow each other, in time order
 * @throws InputError for negative, NaN or, with the geometric law, fractional gaps; for too few gaps to learn from
 * @throws UsageError for options out of range
 * @example
 * ```ts
 * import { gapChart } from '@samenbeeld/trends';
 * const { details } = gapChart([41, 63, 28, 55, 70, 39, 44, 61, 2, 1, 3], { learnFrom: 8, gapsTogether: 3 });
 * [details.latest, details.alarms] // => ['sooner', 1]
 * ```
 */
export function gapChart(gaps: readonly number[], options: GapChartOptions = {}): GapChart {
  takes('gapChart', ['gaps', gaps, shape.numbers], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const { law = 'geometric', gapsTogether: together = 1, open } = options;
  const alpha = checkProbability('alpha', options.alpha ?? 0.005);
  checkGaps(gaps, options);
  const learned = options.expectedGap === undefined ? learnedFrom(gaps, options) : 0;
  const basis = basisOf(gaps, learned, options);
  const lawOf = law === 'geometric' ? geometricLaw : exponentialLaw;
  const chances = lawOf(basis, together);
  const mean = 'mean' in basis ? basis.mean : basis.sum / basis.gaps;
  const times: GapTime[] = [];
  for (let last = learned + together - 1; last < gaps.length; last++) {
    const gap = gaps.slice(last - together + 1, last + 1).reduce((sum, one) => sum + one, 0);
    const [pSooner, pLater] = [chances.atMost(gap), chances.atLeast(gap)];
    times.push({
      event: options.names?.[last] ?? String(last + 1),
      gap,
      expected: mean * together,
      pSooner,
      pLater,
      alarm: pSooner <= alpha,
      lull: pLater <= alpha,
    });
  }
  const limits = chances.limits(alpha);
  // Both limits are themselves unusual; in whole days the usual begins a day later.
  const step = law === 'geometric' ? 1 : 0;
  const pOpen = open === undefined ? null : lawOf(basis, 1).atLeast(open);
  const alarms = times.filter(({ alarm }) => alarm);
  const [n, last] = [times.length, times.at(-1)];
  const falseAlarmRate =
    law === 'exponential' ? alpha : geometricLaw({ mean }, together).atMost(limits.short ?? -1);
  const chance =
    n === 0
      ? null
      : alarms.length === 0
        ? 1
        : 1 - binomialCdf(alarms.length - 1, n, falseAlarmRate);
  return {
    kind: 'gap_chart',
    subject: options.subject ?? '',
    estimate: mean * together,
    unit: options.gapUnit ?? 'day',
    interval: {
      low: limits.short === null ? 0 : limits.short + step,
      high: limits.long - step,
      level: 1 - 2 * alpha,
    },
    n,
    p: last?.pSooner ?? null,
    method: `Chart of ${together === 1 ? 'the gap' : `${together} gaps`} between events, ${law}`,
    definition:
      'chance of a sum of gaps at most as long at a constant rate; a learned rate by the beta-binomial or beta law (Kaminsky et al. 1992, Benneyan 2001)',
    assumptions: [
      'events are independent of each other',
      'the rate is constant while it is learned',
    ],
    warnings: [
      ...alike,
      ...(limits.short === null ? [cannotSignal(mean, alpha)] : []),
      ...(n > 1 && together > 1 ? ['sums of gaps overlap, so that alarms come in runs'] : []),
    ],
    confidence: 'mean' in basis ? 'medium' : learned < 10 ? 'low' : 'medium',
    times,
    details: {
      verdict:
        n === 0 || limits.short === null ? 'no_conclusion' : alarms.length > 0 ? 'alarms' : 'none',
      latest: !last ? 'not_examined' : last.alarm ? 'sooner' : last.lull ? 'later' : 'usual',
      examined: n,
      alarms: alarms.length,
      lulls: times.filter(({ lull }) => lull).length,
      alarmEvents: alarms.map(({ event }) => event).join(' '),
      expectedGap: mean,
      ...limits,
      falseAlarmRate,
      falseAlarmsExpected: falseAlarmRate * n,
      pOpen,
      chance,
    },
    says: gapSays({
      unit: options.gapUnit ?? 'day',
      examined: n,
      alarms: alarms.map(({ event }) => event),
      byChance: falseAlarmRate * n,
      mayBeChance: alarms.length > 0 && (chance ?? 1) > 0.05,
      together,
      short: limits.short,
      latest: last ?? null,
      open: open === undefined || pOpen === null ? null : { length: open, long: pOpen <= alpha },
      label: options.label,
      controls: options.controls ?? false,
    }),
  };
}

/** Two events on one day have chance p; so many in a row are needed for an alarm at all. */
function cannotSignal(mean: number, alpha: number): string {
  const needed = Math.ceil(Math.log(alpha) / -Math.log(1 + mean));
  return `no sum of gaps is short enough for an alarm at this level: judge ${needed} or more at once, by \`gapsTogether\``;
}
