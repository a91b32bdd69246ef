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
interface ArrowFit {
  /** Weight of each season, and of each count. */
  readonly sums: Float64Array;
  readonly working: Float64Array;
  readonly centres: Float64Array;
  readonly levels: Float64Array;
  readonly slope: number;
  /** Weighted sum of squared times within the seasons. */
  readonly spread: number;
}

function seasonsWithEvents({ counts, season }: BaseCounts): readonly boolean[] {
  const found = Array.from({ length: Math.max(...season) + 1 }, () => false);
  for (const [i, count] of counts.entries()) if (count > 0) found[season[i] as number] = true;
  return found;
}

/**
 * One step of iteratively reweighted least squares. With a level per season and one slope the normal equations have the
 * shape of an arrow and are solved in closed form.
 */
function arrowStep(
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

/** A log-linear model of the base: a level per season, and a trend or none. */
export interface BaseModel {
  /** Logarithm of the expected count at offset zero, in the season and at the time examined. */
  readonly level: number;
  /** Variances of `level` and of `slope`, at dispersion one. */
  readonly levelVariance: number;
  readonly slope: number;
  readonly slopeVariance: number;
  readonly means: ArrayLike<number>;
  readonly leverages: readonly number[];
  /** Pearson's χ² over the degrees of freedom. */
  readonly dispersion: number;
  /** The same without the weight that the mean has in a Poisson model. */
  readonly relativeDispersion: number;
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
}

/**
 * A quasi-Poisson model by iteratively reweighted least squares, in the closed form that a level per season allows: that makes
 * simulations over many models cheap. `fitCounts` is for any design.
 *
 * Start, stopping rule (relative change of the deviance below 1e-8) and the weights of the last step are those of R `glm`,
 * because published bounds hold its rounding in their sixth digit. A season without events has mean zero.
 *
 * @param weights one per count, above zero
 */
export function fitBase(
  base: BaseCounts,
  weights: readonly number[],
  withTrend: boolean,
): BaseModel {
  const { counts, season, times, offset } = base;
  const active = seasonsWithEvents(base);
  const means = new Float64Array(counts.length);
  const linear = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i++) {
    means[i] = (counts[i] as number) + 0.1;
    linear[i] = Math.log(means[i] as number);
  }
  let deviance = devianceOf(counts, means, weights);
  let converged = false;
  let fit: ArrowFit | null = null;
  for (let step = 0; step < 25 && !converged; step++) {
    fit = arrowStep(base, weights, means, linear, active, withTrend);
    for (let i = 0; i < counts.length; i++) {
      const own = season[i] as number;
      const time = (times[i] as number) - (fit.centres[own] as number);
      linear[i] = active[own]
        ? (fit.levels[own] as number) + fit.slope * time + (offset[i] as number)
        : Number.NEGATIVE_INFINITY;
      means[i] = Math.exp(linear[i] as number);
    }
    const next = devianceOf(counts, means, weights);
    converged = Math.abs(next - deviance) / (Math.abs(next) + 0.1) < 1e-8;
    deviance = next;
  }
  const { sums, working, centres, levels, slope, spread } = fit as ArrowFit;
  const centre = centres[0] as number;
  const variance = (own: number, time: number): number =>
    1 / (sums[own] as number) + (withTrend ? (time - (centres[own] as number)) ** 2 / spread : 0);
  const degreesOfFreedom = counts.length - new Set(season).size - (withTrend ? 1 : 0);
  return {
    level: active[0] ? (levels[0] as number) - slope * centre : Number.NEGATIVE_INFINITY,
    levelVariance: variance(0, 0),
    slope,
    slopeVariance: 1 / spread,
    means,
    leverages: counts.map((_, i) => {
      const own = season[i] as number;
      return active[own] ? (working[i] as number) * variance(own, times[i] as number) : 0;
    }),
    ...dispersionOf(counts, means, working, weights, degreesOfFreedom),
    degreesOfFreedom,
    converged: converged && Number.isFinite(deviance),
  };
}

function devianceOf(
  counts: readonly number[],
  means: Float64Array,
  weights: readonly number[],
): number {
  let sum = 0;
  for (let i = 0; i < means.length; i++) {
    const count = counts[i] as number;
    const mean = means[i] as number;
    const log = count === 0 ? 0 : count * Math.log(count / mean);
    sum += 2 * (weights[i] as number) * (log - (count - mean));
  }
  return sum;
}

function dispersionOf(
  counts: readonly number[],
  means: Float64Array,
  working: Float64Array,
  weights: readonly number[],
  degreesOfFreedom: number,
): { readonly dispersion: number; readonly relativeDispersion: number } {
  let [pearson, relative] = [0, 0];
  for (let i = 0; i < means.length; i++) {
    const mean = means[i] as number;
    const residual = mean === 0 ? -1 : ((counts[i] as number) - mean) / mean;
    pearson += (working[i] as number) * residual * residual;
    relative += (weights[i] as number) * residual * residual;
  }
  return {
    dispersion: pearson / degreesOfFreedom,
    relativeDispersion: relative / degreesOfFreedom,
  };
}
