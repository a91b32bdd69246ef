import { type Finding, shape, takes, UsageError } from '@samenbeeld/schema';
import { groupBy } from '../series/group-by.ts';
import { timeToStageSays } from '../words/time-to-stage.ts';
import { type Followed, firstBelow, kaplanMeier, type SurvivalStep } from './kaplan-meier.ts';
import {
  checkRecovery,
  dayNumber,
  type RecoveryEvent,
  recoveryEventShape,
} from './recovery-event.ts';
import { type RecoveryStage, recoveryStages } from './stages.ts';

/** Options of `timeToStage`. */
export interface TimeToStageOptions {
  /** Stage that is waited for. */
  readonly stage: 'confiscation_ordered' | 'final' | 'executed';
  /** ISO day up to which cases were followed. */
  readonly asOf: string;
  /** Level of the interval; 0.95. */
  readonly level?: number;
}

/** A finding whose estimate is the median number of days, or null where fewer than half have come so far. */
export interface TimeToStage extends Finding {
  readonly steps: readonly SurvivalStep[];
  /**
   * Share that had reached the stage after so many years; null where no case was followed so long. Without an interval where
   * it is 0 or 1: Greenwood's variance says nothing there.
   */
  readonly afterYears: readonly {
    readonly years: number;
    readonly reached: {
      readonly share: number;
      readonly low: number | null;
      readonly high: number | null;
    } | null;
  }[];
}

/**
 * How long it takes from the first freezing or seizure to a later stage, cases that are still open counted as open.
 *
 * A mean over finished cases would be too short: the slow ones are not finished. Kaplan and Meier (1958), each case followed to
 * `asOf`; interval by Greenwood's variance on log(−log S). Cases that ended otherwise (assets returned) stay among those that
 * have not reached the stage, so that the curve is the share of all cases (subdistribution, Fine and Gray 1999). Cases
 * without a freezing, or with the stage before it, are left out and counted.
 *
 * @throws InputError as `recoveryFlows`
 * @throws UsageError for a stage that is not waited for, a level that is none
 * @example
 * ```ts
 * import { timeToStage } from '@samenbeeld/money';
 * const of = (caseRef, stage, date) => ({ caseRef, country: 'XX', route: 'conviction', currency: 'EUR', valueBasis: 'claimed', amount: 1, stage, date });
 * const events = [of('a', 'seized', '2020-01-01'), of('a', 'executed', '2020-01-31'), of('b', 'seized', '2020-01-01')];
 * timeToStage(events, { stage: 'executed', asOf: '2020-12-31' }).estimate // => 30
 * ```
 */
export function timeToStage(
  events: readonly RecoveryEvent[],
  options: TimeToStageOptions,
): TimeToStage {
  takes(
    'timeToStage',
    ['events', events, shape.list(recoveryEventShape)],
    ['options', options, shape.options],
  );
  const { stage, asOf, level = 0.95 } = options;
  const waited: readonly RecoveryStage[] = ['confiscation_ordered', 'final', 'executed'];
  if (!waited.includes(stage))
    throw new UsageError(`\`stage\` must be one of ${waited.join(', ')}, got ${stage}`);
  if (!(level > 0 && level < 1))
    throw new UsageError(`\`level\` must lie between 0 and 1, got ${level}`);
  const end = dayNumber(asOf);
  const known = checkRecovery(events).filter(({ date }) => date <= asOf);
  const cases = [...groupBy(known, (one) => JSON.stringify([one.country, one.caseRef])).values()];
  const followed: Followed[] = [];
  let left = 0;
  for (const rows of cases) {
    const first = (named: readonly string[]): number | null =>
      rows
        .filter((event) => named.includes(event.stage))
        .map(({ date }) => dayNumber(date))
        .toSorted((a, b) => a - b)[0] ?? null;
    const [start, reached] = [first(['frozen', 'seized']), first([stage])];
    if (start === null || (reached !== null && reached < start)) left += 1;
    else followed.push({ days: (reached ?? end) - start, reached: reached !== null });
  }
  const steps = kaplanMeier(followed, level);
  const median = firstBelow(steps, 0.5, 'open');
  const [low, high] = [firstBelow(steps, 0.5, 'low'), firstBelow(steps, 0.5, 'high')];
  const count = followed.filter(({ reached }) => reached).length;
  return {
    kind: 'time_to_stage',
    subject: stage,
    estimate: median,
    unit: 'day',
    interval: median !== null && low !== null && high !== null ? { low, high, level } : null,
    n: followed.length,
    p: null,
    method: 'Kaplan-Meier, Greenwood variance on log(-log)',
    definition:
      'days from the first freezing or seizure of a case to the stage, open cases censored at asOf',
    assumptions: [
      'cases that are still open take as long as those of their time that went on',
      'a case in which assets were returned has not reached the stage',
    ],
    warnings: [
      ...(left > 0 ? [`${left} cases without a freezing before the stage are left out`] : []),
      ...(followed.length > 0 && count < 10 ? ['fewer than 10 cases have reached the stage'] : []),
    ],
    confidence: median === null || count < 10 ? 'low' : 'medium',
    details: { stage, reached: count, open: followed.length - count, low, high, asOf },
    says: timeToStageSays({
      stage: recoveryStages[stage],
      median,
      low,
      high,
      level,
      reached: count,
      cases: followed.length,
    }),
    steps,
    afterYears: [1, 2, 3, 5].map((years) => ({
      years,
      reached: afterYears(followed, steps, years),
    })),
  };
}

function afterYears(
  followed: readonly Followed[],
  steps: readonly SurvivalStep[],
  years: number,
): TimeToStage['afterYears'][number]['reached'] {
  const day = Math.round(years * 365.25);
  // Beyond the longest follow-up nothing is known, unless every case has reached the stage.
  if (!followed.some(({ days }) => days >= day) && followed.some(({ reached }) => !reached))
    return null;
  const step = steps.findLast(({ days }) => days <= day);
  if (followed.length === 0) return null;
  const { open, low, high } = step ?? { open: 1, low: null, high: null };
  return low === null || high === null
    ? { share: 1 - open, low: null, high: null }
    : { share: 1 - open, low: 1 - high, high: 1 - low };
}
