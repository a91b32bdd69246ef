import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** Exact interval of a proportion of `successes` in `trials` (Clopper and Pearson 1934). */
export function clopperPearson(
  successes: number,
  trials: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  };
}
