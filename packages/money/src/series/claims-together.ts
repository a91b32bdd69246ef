import {
  claimInterval,
  type Interval,
  intersectIntervals,
  type Observation,
} from '@samenbeeld/schema';

/** What several claims of one figure allow together. */
export interface TogetherClaimed {
  /** What all of them allow; where they contradict each other, from the lowest to the highest. */
  readonly interval: Interval;
  readonly contested: boolean;
}

/** The interval of one claim by its wording. */
export function intervalOf(claim: Observation): Interval {
  const { value, printed, wording, unit } = claim;
  return claimInterval({ value: value ?? 0, printed, wording, unit });
}

/** Claims of one figure: a finer one governs, a floor stays a floor, and rivals widen the range instead of being picked from. */
export function claimsTogether(claims: readonly Observation[]): TogetherClaimed {
  const intervals = claims.map(intervalOf);
  const [first, ...others] = intervals as [Interval, ...Interval[]];
  const common = others.reduce<Interval | null>(
    (sofar, one) => sofar && intersectIntervals(sofar, one),
    first,
  );
  if (common) return { interval: common, contested: false };
  const highs = intervals.map(({ high }) => high);
  const bounded = highs.filter((high) => high !== null);
  return {
    interval: {
      low: Math.min(...intervals.map(({ low }) => low)),
      high: bounded.length < highs.length ? null : Math.max(...bounded),
      closed: true,
    },
    contested: true,
  };
}
