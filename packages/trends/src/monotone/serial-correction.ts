import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { autocorrelations, averageRanks } from './autocorrelation.ts';
import type { EvenGrid } from './even-grid.ts';

/** How much the variance of the score grows because values depend on each other: n/n*. */
export interface SerialFactor {
  readonly factor: number;
  /** Lags whose autocorrelation entered. */
  readonly lags: number;
}

/** The values less a line of the given slope a place. */
export function detrended({ places, values }: EvenGrid, slope: number): readonly number[] {
  return values.map((value, i) => value - ((places[i] as number) + 1) * slope);
}

/**
 * `n/n* = 1 + 2/(n(n−1)(n−2)) · Σ (n−k)(n−k−1)(n−k−2) ρ_k`, over the lags whose rank autocorrelation lies outside `±z/√n`
 * (Hamed and Rao 1998).
 */
export function hamedRao(grid: EvenGrid, slope: number, lags: number, alpha: number): SerialFactor {
  const n = grid.values.length;
  const ranks = averageRanks(detrended(grid, slope));
  const limit = normalQuantile(1 - alpha / 2, 0, 1) / Math.sqrt(n);
  let sum = 0;
  let used = 0;
  for (const [i, rho] of autocorrelations(grid.places, ranks, lags).entries()) {
    const k = i + 1;
    if (Math.abs(rho) <= limit) continue;
    sum += (n - k) * (n - k - 1) * (n - k - 2) * rho;
    used++;
  }
  return { factor: 1 + (2 / (n * (n - 1) * (n - 2))) * sum, lags: used };
}

/** `n/n* = 1 + 2 Σ (1 − k/n) ρ_k` over the first lags, ρ of the values less their trend (Yue and Wang 2004). */
export function yueWang(grid: EvenGrid, slope: number, lags: number): SerialFactor {
  const n = grid.values.length;
  const rho = autocorrelations(grid.places, detrended(grid, slope), lags);
  return {
    factor: 1 + 2 * rho.reduce((sum, value, i) => sum + (1 - (i + 1) / n) * value, 0),
    lags,
  };
}
