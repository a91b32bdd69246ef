import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { JoinpointData } from './joinpoint-data.ts';
import { dispersionOfFit, type FittedModel } from './joinpoint-models.ts';

/** First and last observation where a joinpoint may lie. */
export interface KnotRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The places of joinpoint `j` whose best fit leaves at most `1 + F/(n − 2k − 2)` times the squares of the best of all,
 * F the quantile of the F distribution with 1 and n − 2k − 2 degrees of freedom (Lerman 1980). Of counts the deviance
 * exceeds the best by at most F times the dispersion. null without degrees of freedom.
 */
export function knotRange(
  data: JoinpointData,
  model: FittedModel,
  j: number,
  level: number,
): KnotRange | null {
  const freedom = data.grid.n - 2 * model.joinpoints - 2;
  if (freedom < 1) return null;
  const quantile = tQuantile((1 + level) / 2, freedom) ** 2;
  const unit = data.counts ? dispersionOfFit(model.fit, freedom) : model.squares / freedom;
  const bound = model.squares + quantile * unit + 1e-9 * unit;
  const own = model.knots[j] as number;
  const places = model.profile[j] ?? new Float64Array();
  const inside = Array.from(places, (squares, at) => (squares <= bound ? at : own));
  return { low: Math.min(own, ...inside), high: Math.max(own, ...inside) };
}
