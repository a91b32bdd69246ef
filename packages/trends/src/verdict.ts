/** What may be said about a trend. "not_shown" is not "no trend". */
export type TrendVerdict = 'rising' | 'falling' | 'not_shown' | 'no_conclusion';

/** What may be said about one rate against another. */
export type RatioVerdict = 'higher' | 'lower' | 'not_shown' | 'no_conclusion';

/** From a test: its p, the sign of its statistic, and the smallest p that it could have given. */
export function verdictOfTest(
  p: number,
  sign: number,
  alpha: number,
  smallestP: number,
): TrendVerdict {
  if (smallestP > alpha) return 'no_conclusion';
  if (p > alpha || sign === 0) return 'not_shown';
  return sign > 0 ? 'rising' : 'falling';
}

/** From an interval of a slope, both ends included. */
export function verdictOfSlope(
  interval: { readonly low: number; readonly high: number } | null,
): TrendVerdict {
  if (!interval) return 'no_conclusion';
  if (interval.low > 0) return 'rising';
  return interval.high < 0 ? 'falling' : 'not_shown';
}

/** From an interval of a ratio, both ends included. */
export function verdictOfRatio(
  interval: { readonly low: number; readonly high: number } | null,
): RatioVerdict {
  if (!interval) return 'no_conclusion';
  if (interval.low > 1) return 'higher';
  return interval.high < 1 ? 'lower' : 'not_shown';
}

/** Whether another verdict came out: too few values to conclude anything from are not one. */
export function hasTurned(whole: TrendVerdict, without: TrendVerdict): boolean {
  return whole !== without && without !== 'no_conclusion';
}
