import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/** How much residuals depend on those before. */
export interface ResidualAutocorrelation {
  /** Correlation with the residual one period before; null where it cannot be known. */
  readonly first: number | null;
  /** Ljung and Box's test over `lags`. */
  readonly p: number | null;
  readonly lags: number;
}

/**
 * Autocorrelation of residuals, paired by time, with the test of Ljung and Box (1978):
 * `Q = n(n+2) Σ r_l²/(n−l)`, χ² with as many degrees of freedom as lags (10, or a fifth of the values if fewer).
 */
export function residualAutocorrelation(
  residuals: readonly number[],
  times: readonly number[],
): ResidualAutocorrelation {
  const n = residuals.length;
  const lags = Math.max(1, Math.min(10, Math.floor(n / 5)));
  const mean = residuals.reduce((sum, value) => sum + value, 0) / n;
  const centred = residuals.map((value) => value - mean);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  if (!(squares > 0)) return { first: null, p: null, lags };
  const at = new Map(times.map((time, i) => [time, centred[i] as number]));
  const correlation = (lag: number): number =>
    centred.reduce((sum, value, i) => sum + value * (at.get((times[i] as number) - lag) ?? 0), 0) /
    squares;
  const all = Array.from({ length: lags }, (_, i) => correlation(i + 1));
  const statistic =
    n * (n + 2) * all.reduce((sum, value, i) => sum + (value * value) / (n - i - 1), 0);
  return { first: all[0] ?? null, p: 1 - chisquareCdf(statistic, lags), lags };
}
