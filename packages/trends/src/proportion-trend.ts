import { UsageError } from '@samenbeeld/schema';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { exactIsFeasible, exactProportionTrend } from './proportion-trend-exact.ts';
import { type TrendVerdict, verdictOfTest } from './verdict.ts';

/** A tested trend in proportions; all null where there is nothing to compare. */
export interface ProportionTrend {
  readonly slope: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly pAsymptotic: number | null;
  readonly exact: boolean;
  readonly verdict: TrendVerdict;
}

/** The Cochran-Armitage test of counts already checked. */
export function proportionTrend(
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[],
  method: 'auto' | 'exact' | 'asymptotic',
  alpha: number,
): ProportionTrend {
  const sum = (f: (i: number) => number): number => totals.reduce((s, _, i) => s + f(i), 0);
  const [r, n, t] = [successes, totals, scores].map((list) => (i: number) => list[i] as number) as [
    (i: number) => number,
    (i: number) => number,
    (i: number) => number,
  ];
  const size = sum(n);
  const all = sum(r);
  const p = all / size;
  const mean = sum((i) => n(i) * t(i)) / size;
  const spread = sum((i) => n(i) * (t(i) - mean) ** 2);
  if (!(size > 0 && all > 0 && all < size && spread > 0))
    return {
      slope: null,
      interval: null,
      z: null,
      p: null,
      pAsymptotic: null,
      exact: false,
      verdict: 'no_conclusion',
    };
  const score = sum((i) => (t(i) - mean) * (r(i) - n(i) * p));
  const error = Math.sqrt((p * (1 - p)) / spread);
  const slope = score / spread;
  const z = slope / error;
  const pAsymptotic = Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
  const sparse = totals.some((total) => total > 0 && total * Math.min(p, 1 - p) < 5);
  const feasible = exactIsFeasible(totals, all, scores);
  if (method === 'exact' && !feasible)
    throw new UsageError(
      "`method: 'exact'` takes whole-number scores and small tables; use 'asymptotic', which is accurate for large ones",
    );
  if (method === 'exact' || (method === 'auto' && sparse && feasible)) {
    const exact = exactProportionTrend(successes, totals, scores);
    const verdict = verdictOfTest(exact.p, Math.sign(score), alpha, exact.smallestP);
    return { slope, interval: null, z, p: exact.p, pAsymptotic, exact: true, verdict };
  }
  const reach = normalQuantile(1 - alpha / 2, 0, 1) * error;
  return {
    slope,
    interval: { low: slope - reach, high: slope + reach, level: 1 - alpha },
    z,
    p: pAsymptotic,
    pAsymptotic,
    exact: false,
    verdict: verdictOfTest(pAsymptotic, Math.sign(score), alpha, 0),
  };
}
