/**
 * Why a count was not examined:
 * - `missing`: the count itself is not known
 * - `short_history`: the series does not reach back far enough
 * - `base_missing`: too many of the counts before it are missing
 * - `few_recent`: too few events of late for an alarm to mean anything
 * - `flat_base`: the counts before it do not vary, so that nothing says what is usual
 * - `no_fit`: the model of the counts before it does not settle
 */
export type NotExamined =
  | 'missing'
  | 'short_history'
  | 'base_missing'
  | 'few_recent'
  | 'flat_base'
  | 'no_fit';

/** One count held against what was expected. */
export interface AlarmTime {
  readonly period: string;
  readonly count: number | null;
  readonly expected: number | null;
  /** What is usual goes up to here; above it is an alarm. */
  readonly upper: number | null;
  /** (count − expected) / (upper − expected): above 1 is an alarm; null where the bound does not lie above the expected. */
  readonly score: number | null;
  /** Chance of a count at least as high where nothing changed; null where the method has none. */
  readonly p: number | null;
  readonly alarm: boolean;
  readonly reason: NotExamined | null;
}

export function notExamined(period: string, count: number | null, reason: NotExamined): AlarmTime {
  return {
    period,
    count,
    expected: null,
    upper: null,
    score: null,
    p: null,
    alarm: false,
    reason,
  };
}

/** (count − expected) / (upper − expected), or null where that has no meaning. */
export function exceedance(count: number, expected: number, upper: number): number | null {
  return upper > expected ? (count - expected) / (upper - expected) : null;
}
