import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** A case: how many days it was followed, and whether it reached the stage on the last of them. */
export interface Followed {
  readonly days: number;
  readonly reached: boolean;
}

/** The curve at one day on which cases reached the stage. */
export interface SurvivalStep {
  readonly days: number;
  readonly atRisk: number;
  readonly reached: number;
  /** Share of cases that has not reached the stage by the end of this day. */
  readonly open: number;
  /** Null once no case is left open: the variance is not defined. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Share of cases still open after each day (Kaplan and Meier 1958), cases that are still open censored. Interval: Greenwood's
 * variance on the scale log(−log S), which stays within 0 and 1 (Kalbfleisch and Prentice 1980); none once no case is left.
 */
export function kaplanMeier(cases: readonly Followed[], level: number): readonly SurvivalStep[] {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const days = [...new Set(cases.filter(({ reached }) => reached).map((one) => one.days))].toSorted(
    (a, b) => a - b,
  );
  let open = 1;
  let variance = 0;
  return days.map((day) => {
    const atRisk = cases.filter((one) => one.days >= day).length;
    const reached = cases.filter((one) => one.reached && one.days === day).length;
    open *= 1 - reached / atRisk;
    variance += reached / (atRisk * (atRisk - reached));
    const spread = Math.exp((z * Math.sqrt(variance)) / Math.log(open));
    const bounded = open > 0 && open < 1;
    return {
      days: day,
      atRisk,
      reached,
      open,
      low: bounded ? open ** (1 / spread) : null,
      high: bounded ? open ** spread : null,
    };
  });
}

/** First day on which the curve, or an end of its interval, lies at or below a share; null where it never does. */
export function firstBelow(
  steps: readonly SurvivalStep[],
  share: number,
  of: 'open' | 'low' | 'high',
): number | null {
  // Products of fractions miss a half by their last bit.
  return steps.find((step) => (step[of] ?? 1) <= share + 1e-12)?.days ?? null;
}
