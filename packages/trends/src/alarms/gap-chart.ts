import { type Finding, InputError, shape, takes, UsageError } from '@samenbeeld/schema';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import type { PeriodUnit } from '../words/period-units.ts';
import { exponentialLaw, type GapBasis, geometricLaw } from './gap-law.ts';
import { gapSays } from './gap-words.ts';

/** Options of `gapChart`. */
export interface GapChartOptions extends About {
  /** What gaps are measured in; 'day'. */
  readonly gapUnit?: PeriodUnit;
  /** Name of the event that ends each gap (its date); positions where left out. */
  readonly names?: readonly string[];
  /** Mean gap where nothing changes; by default learned from the first gaps. */
  readonly expectedGap?: number;
  /** How many of the first gaps are learned from, and not examined; half of them. */
  readonly learnFrom?: number;
  /**
   * - `geometric` (default): whole days between events, zero where two fall on one day
   * - `exponential`: time measured finely
   */
  readonly law?: 'geometric' | 'exponential';
  /** How many gaps are judged together, the last ones at each event; 1. One gap alone is seldom short enough. */
  readonly gapsTogether?: number;
  /** Chance of a false alarm at each event; 0.005. */
  readonly alpha?: number;
  /** Time since the last event, without another. */
  readonly open?: number;
}

/** Refuses what are no gaps, and options that do not fit them. */
function checkGaps(gaps: readonly number[], options: GapChartOptions): void {
  const { law = 'geometric', gapsTogether: together = 1, names, open } = options;
  if (law !== 'geometric' && law !== 'exponential')
    throw new UsageError(`\`law\` must be geometric or exponential, got ${law}`);
  if (!Number.isSafeInteger(together) || together < 1)
    throw new UsageError(`\`gapsTogether\` must be a whole number above zero, got ${together}`);
  if (names && names.length !== gaps.length)
    throw new UsageError(
      `\`names\` must have one entry per gap: got ${names.length} for ${gaps.length} gaps`,
    );
  if (gaps.length === 0)
    throw new InputError('expected gaps between events, found none', {
      repair: 'pass the days between successive events; two events make one gap',
    });
  const fits = (gap: number): boolean =>
    gap >= 0 && (law === 'geometric' ? Number.isSafeInteger(gap) : Number.isFinite(gap));
  for (const [i, gap] of [...gaps, ...(open === undefined ? [] : [open])].entries())
    if (!fits(gap))
      throw new InputError(
        `expected ${i < gaps.length ? `gap ${i + 1}` : '`open`'} to be ${law === 'geometric' ? 'whole days' : 'a time'} at or above zero, found ${gap}`,
        {
          repair:
            'sort the events by time and take differences; for parts of a day use `law: exponential`',
        },
      );
}

/** How many of the first gaps are learned from. */
function learnedFrom(
  gaps: readonly number[],
  { learnFrom = Math.floor(gaps.length / 2), gapsTogether: together = 1 }: GapChartOptions,
): number {
  if (!Number.isSafeInteger(learnFrom) || learnFrom < 0)
    throw new UsageError(`\`learnFrom\` must be a whole number, got ${learnFrom}`);
  if (learnFrom < 3 || learnFrom + together > gaps.length)
    throw new InputError(
      `expected at least 3 gaps to learn from and ${together} to judge, found ${learnFrom} and ${gaps.length - learnFrom}`,
      { repair: 'wait for more events, or pass the usual gap as `expectedGap`' },
    );
  return learnFrom;
}

/** What is known of the gaps before. */
function basisOf(
  gaps: readonly number[],
  learned: number,
  { expectedGap }: GapChartOptions,
): GapBasis {
  if (expectedGap !== undefined) {
    if (Number.isFinite(expectedGap) && expectedGap > 0) return { mean: expectedGap };
    throw new InputError(`\`expectedGap\` must be above zero, found ${expectedGap}`, {
      repair: 'pass the mean gap of a time when nothing changed, or leave it out to learn it',
    });
  }
  const sum = gaps.slice(0, learned).reduce((total, gap) => total + gap, 0);
  if (sum === 0)
    throw new InputError(`the first ${learned} gaps are all zero, found no time between events`, {
      repair: 'learn from gaps of a time when events were apart, or measure more finely',
    });
  return { gaps: learned, sum };
}

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
