import { UsageError } from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { checkProbability } from '../about.ts';
import { type AlarmTime, exceedance, notExamined } from './alarm-time.ts';

/** Which of the three methods, and its numbers. */
export interface EarsChoice {
  /**
   * - `C1` (default): against the 7 counts just before
   * - `C2`: against 7 counts with the last two left out, so that a slow rise does not hide itself
   * - `C3`: what C2 finds above one standard deviation, summed over three periods
   */
  readonly method?: 'C1' | 'C2' | 'C3';
  /** How many counts form the baseline; 7. */
  readonly baseline?: number;
  /** Standard deviations above which is an alarm; 3 for C1 and C2, 2 for C3, as at the CDC. */
  readonly threshold?: number;
  /** Instead of `threshold`: its normal tail, as R `surveillance::earsC` takes it (0.001, and 0.025 for C3). */
  readonly alpha?: number;
  /** Least standard deviation; 0. For sparse counts 0.5 or 1 (Burkom), else one case after seven zeros is an alarm. */
  readonly minSigma?: number;
  /**
   * What C3 is an alarm for. `published` (default): the excess of the three periods together. `surveillance`: what R `earsC` 1.20.3 computes,
   * where the excess of the two periods before decides and the count of the period itself has no part.
   */
  readonly sum?: 'published' | 'surveillance';
}

/** A method with every choice made. */
export interface EarsRule {
  readonly name: 'C1' | 'C2' | 'C3';
  readonly lag: number;
  readonly baseline: number;
  readonly threshold: number;
  readonly minSigma: number;
  readonly sum: 'published' | 'surveillance';
}

const lags = { C1: 0, C2: 2, C3: 2 } as const;

/** The choices of the caller, checked. */
export function earsRule(options: EarsChoice): EarsRule {
  const name = options.method ?? 'C1';
  const lag = lags[name];
  if (lag === undefined) throw new UsageError(`\`method\` must be C1, C2 or C3, got ${name}`);
  const { baseline = 7, minSigma = 0, alpha, sum = 'published' } = options;
  if (!Number.isSafeInteger(baseline) || baseline < 3)
    throw new UsageError(`\`baseline\` must be a whole number of at least 3, got ${baseline}`);
  if (alpha !== undefined && options.threshold !== undefined)
    throw new UsageError('`threshold` and `alpha` say the same: pass one of them');
  if (sum !== 'surveillance' && sum !== 'published')
    throw new UsageError(`\`sum\` must be published or surveillance, got ${sum}`);
  const threshold =
    alpha === undefined
      ? (options.threshold ?? (name === 'C3' ? 2 : 3))
      : normalQuantile(1 - checkProbability('alpha', alpha), 0, 1);
  if (!(threshold > 0 && threshold < 100) || !(minSigma >= 0 && minSigma < 1e9))
    throw new UsageError(
      `\`threshold\` must be above zero and \`minSigma\` not below, got ${threshold} and ${minSigma}`,
    );
  return { name, lag, baseline, threshold, minSigma, sum };
}

/** Position of the first count that a method can examine. */
export function firstExamined({ name, lag, baseline }: EarsRule): number {
  return baseline + lag + (name === 'C3' ? 2 : 0);
}

/** Mean and standard deviation of the baseline of a position; null where one of its counts is missing. */
function baselineOf(
  counts: ArrayLike<number | null>,
  at: number,
  { lag, baseline, minSigma }: EarsRule,
): { readonly mean: number; readonly sigma: number } | null {
  let sum = 0;
  for (let i = at - lag - baseline; i < at - lag; i++) {
    if (counts[i] === null) return null;
    sum += counts[i] as number;
  }
  const mean = sum / baseline;
  let squares = 0;
  for (let i = at - lag - baseline; i < at - lag; i++)
    squares += ((counts[i] as number) - mean) ** 2;
  return { mean, sigma: Math.max(Math.sqrt(squares / (baseline - 1)), minSigma) };
}

/** What C2 exceeds 1 by, or why that is not known. */
function excess(
  counts: ArrayLike<number | null>,
  at: number,
  rule: EarsRule,
): number | 'base_missing' | 'flat_base' {
  const base = baselineOf(counts, at, rule);
  if (!base || counts[at] === null) return 'base_missing';
  const above = (counts[at] as number) - base.mean;
  return above === 0 && base.sigma === 0 ? 'flat_base' : Math.max(0, above / base.sigma - 1);
}

/** One count held against its baseline. */
export function earsTime(
  counts: ArrayLike<number | null>,
  at: number,
  period: string,
  rule: EarsRule,
): AlarmTime {
  const count = counts[at] as number | null;
  if (at < firstExamined(rule)) return notExamined(period, count, 'short_history');
  if (count === null) return notExamined(period, count, 'missing');
  const base = baselineOf(counts, at, rule);
  if (!base) return notExamined(period, count, 'base_missing');
  const { mean: expected, sigma } = base;
  if (rule.name !== 'C3') {
    const upper = expected + rule.threshold * sigma;
    return judged(period, count, expected, upper, exceedance(count, expected, upper));
  }
  let room = rule.threshold;
  for (let back = 1; back <= 2; back++) {
    const found = excess(counts, at - back, rule);
    if (typeof found === 'string') return notExamined(period, count, found);
    room -= found;
  }
  if (sigma === 0 && (rule.sum === 'published' || room < 0))
    return notExamined(period, count, 'flat_base');
  if (rule.sum === 'surveillance')
    return judged(period, count, expected, Math.max(0, count + room * sigma), null);
  // Where the two periods before are enough by themselves no count is low enough.
  const upper = room < 0 ? null : expected + (1 + room) * sigma;
  const score = upper === null ? null : exceedance(count, expected, upper);
  return judged(period, count, expected, upper, score);
}

function judged(
  period: string,
  count: number,
  expected: number,
  upper: number | null,
  score: number | null,
): AlarmTime {
  const alarm = upper === null || count > upper;
  return { period, count, expected, upper, score, p: null, alarm, reason: null };
}
