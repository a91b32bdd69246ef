/** Counts of a base, with the season of each and its time before the count examined. */
export interface BaseCounts {
  readonly counts: readonly number[];
  readonly season: readonly number[];
  /** In periods, zero at the count examined. */
  readonly times: readonly number[];
  /** Logarithm of the population; zeros where it plays no part. */
  readonly offset: readonly number[];
}

/** A level per season, at the weighted mean time of the season, and one slope. */
export interface ArrowFit {
  /** Weight of each season, and of each count. */
  readonly sums: Float64Array;
  readonly working: Float64Array;
  readonly centres: Float64Array;
  readonly levels: Float64Array;
  readonly slope: number;
  /** Weighted sum of squared times within the seasons. */
  readonly spread: number;
}

export function seasonsWithEvents({ counts, season }: BaseCounts): readonly boolean[] {
  const found = Array.from({ length: Math.max(...season) + 1 }, () => false);
  for (const [i, count] of counts.entries()) if (count > 0) found[season[i] as number] = true;
  return found;
}

/**
 * One step of iteratively reweighted least squares. With a level per season and one slope the normal equations have the
 * shape of an arrow and are solved in closed form.
 */
export function arrowStep(
  { counts, season, times, offset }: BaseCounts,
  weights: readonly number[],
  means: Float64Array,
  linear: Float64Array,
  active: readonly boolean[],
  withTrend: boolean,
): ArrowFit {
  const n = counts.length;
  const sums = new Float64Array(active.length);
  const centres = new Float64Array(active.length);
  const levels = new Float64Array(active.length);
  const working = new Float64Array(n);
  const response = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const own = season[i] as number;
    if (!active[own]) continue;
    const mean = means[i] as number;
    const weight = (weights[i] as number) * mean;
    const value =
      (linear[i] as number) - (offset[i] as number) + ((counts[i] as number) - mean) / mean;
    working[i] = weight;
    response[i] = value;
    sums[own] = (sums[own] as number) + weight;
    centres[own] = (centres[own] as number) + weight * (times[i] as number);
    levels[own] = (levels[own] as number) + weight * value;
  }
  for (let own = 0; own < active.length; own++) {
    centres[own] = (centres[own] as number) / (sums[own] as number);
    levels[own] = (levels[own] as number) / (sums[own] as number);
  }
  let [spread, slope] = [0, 0];
  for (let i = 0; i < n && withTrend; i++) {
    const own = season[i] as number;
    if (!active[own]) continue;
    const weight = working[i] as number;
    const time = (times[i] as number) - (centres[own] as number);
    spread += weight * time * time;
    slope += weight * time * ((response[i] as number) - (levels[own] as number));
  }
  return { sums, working, centres, levels, slope: withTrend ? slope / spread : 0, spread };
}
