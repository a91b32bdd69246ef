import { wrongUse } from '@samenbeeld/schema';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type CountDispersion, lowerTail, reachOf, usualDispersion } from './dispersion.ts';
import { logChoose } from './log-choose.ts';
import { type TrendVerdict, verdictOfTest } from './verdict.ts';

/** Two-sided p values of the exact test. */
interface ExactProportionTrend {
  readonly p: number;
  readonly smallestP: number;
}

/** Whether the exact distribution is small enough to work out. */
function exactIsFeasible(
  totals: readonly number[],
  successes: number,
  scores: readonly number[],
): boolean {
  const span = Math.max(...scores) - Math.min(...scores);
  return (
    scores.every(Number.isInteger) &&
    totals.reduce((sum, total) => sum + total, 0) <= 2000 &&
    (successes + 1) * (successes * span + 1) <= 500_000
  );
}

/**
 * The distribution of Σ score × successes given all totals (multivariate hypergeometric), by convolution over
 * the groups; p is the chance of a sum at least as far from its mean.
 */
function exactProportionTrend(
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[],
): ExactProportionTrend {
  const lowest = Math.min(...scores);
  const steps = scores.map((score) => score - lowest);
  const all = successes.reduce((sum, count) => sum + count, 0);
  const size = totals.reduce((sum, total) => sum + total, 0);
  const width = all * Math.max(...steps) + 1;
  let mass = new Float64Array((all + 1) * width);
  mass[0] = 1;
  for (const [g, total] of totals.entries()) {
    const next = new Float64Array(mass.length);
    const typical = logChoose(total, Math.round((total * all) / size));
    for (let r = 0; r <= Math.min(total, all); r++) {
      const weight = Math.exp(logChoose(total, r) - typical);
      const shift = r * (steps[g] as number);
      for (let used = 0; used + r <= all; used++)
        for (let t = 0; t + shift < width; t++) {
          const before = mass[used * width + t] as number;
          if (before > 0) {
            const to = (used + r) * width + t + shift;
            next[to] = (next[to] as number) + before * weight;
          }
        }
    }
    mass = next;
  }
  const chances = mass.subarray(all * width);
  const whole = chances.reduce((sum, chance) => sum + chance, 0);
  const mean =
    (all * totals.reduce((sum, total, g) => sum + total * (steps[g] as number), 0)) / size;
  const observed = successes.reduce((sum, count, g) => sum + count * (steps[g] as number), 0);
  let furthest = 0;
  for (const [t, chance] of chances.entries())
    if (chance > 0) furthest = Math.max(furthest, Math.abs(t - mean));
  const beyond = (distance: number): number =>
    Math.min(
      1,
      chances.reduce(
        (sum, chance, t) => (Math.abs(t - mean) >= distance - 1e-9 ? sum + chance : sum),
        0,
      ) / whole,
    );
  return { p: beyond(Math.abs(observed - mean)), smallestP: beyond(furthest) };
}

/** A tested trend in proportions; all null where there is nothing to compare. */
export interface ProportionTrend {
  readonly slope: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly pAsymptotic: number | null;
  readonly exact: boolean;
  /** By how much the shares vary about the trend, and what holds at that; null where events are declared independent. */
  readonly dispersed: DispersedTrend | null;
  /** At `dispersed` where that is given. */
  readonly verdict: TrendVerdict;
}

/** A trend in shares that also differ from group to group beyond chance. */
export interface DispersedTrend {
  readonly dispersion: CountDispersion;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  /** The larger of p at the dispersion and p of independent events. */
  readonly p: number;
}

/**
 * The Cochran-Armitage test of counts already checked, and what it bears where shares differ from group to group beyond chance:
 * Pearson's χ² about the trend over its degrees of freedom (McCullagh and Nelder 1989, section 4.5), or the usual dispersion with
 * fewer than four groups.
 */
export function proportionTrend(
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[],
  method: 'auto' | 'exact' | 'asymptotic',
  alpha: number,
  declared: CountDispersion | null = null,
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
      dispersed: null,
      verdict: 'no_conclusion',
    };
  const score = sum((i) => (t(i) - mean) * (r(i) - n(i) * p));
  const error = Math.sqrt((p * (1 - p)) / spread);
  const slope = score / spread;
  const z = slope / error;
  const pAsymptotic = Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
  const counted = totals.filter((total) => total > 0).length;
  const departure = sum((i) =>
    n(i) > 0 ? (n(i) * (r(i) / n(i) - p - slope * (t(i) - mean)) ** 2) / (p * (1 - p)) : 0,
  );
  const known = declared ?? {
    ...(counted - 2 >= 2
      ? {
          factor: Math.max(1, departure / (counted - 2)),
          degreesOfFreedom: counted - 2,
          from: 'series' as const,
        }
      : usualDispersion(Math.min(all, size - all) / counted)),
  };
  const judged = (own: number): DispersedTrend | null => {
    if (known.factor === 1 && known.degreesOfFreedom === null) return null;
    const wide = error * Math.sqrt(known.factor);
    const reach = reachOf(1 - alpha, known) * wide;
    return {
      dispersion: known,
      interval: { low: slope - reach, high: slope + reach, level: 1 - alpha },
      p: Math.max(own, 2 * lowerTail(-Math.abs(slope) / wide, known)),
    };
  };
  const sparse = totals.some((total) => total > 0 && total * Math.min(p, 1 - p) < 5);
  const feasible = exactIsFeasible(totals, all, scores);
  if (method === 'exact' && !feasible)
    throw wrongUse(
      "`method: 'exact'` neemt scores in gehele getallen en kleine tabellen; gebruik 'asymptotic', dat voor grote nauwkeurig is",
      "`method: 'exact'` prend des scores entiers et de petits tableaux ; utilisez 'asymptotic', précis pour les grands",
      "`method: 'exact'` nimmt ganzzahlige Werte und kleine Tabellen; 'asymptotic' verwenden, das für große genau ist",
      "`method: 'exact'` takes whole-number scores and small tables; use 'asymptotic', which is accurate for large ones",
    );
  if (method === 'exact' || (method === 'auto' && sparse && feasible)) {
    const exact = exactProportionTrend(successes, totals, scores);
    const dispersed = judged(exact.p);
    const verdict = verdictOfTest(
      dispersed?.p ?? exact.p,
      Math.sign(score),
      alpha,
      exact.smallestP,
    );
    return { slope, interval: null, z, p: exact.p, pAsymptotic, exact: true, dispersed, verdict };
  }
  const reach = normalQuantile(1 - alpha / 2, 0, 1) * error;
  const dispersed = judged(pAsymptotic);
  return {
    slope,
    interval: { low: slope - reach, high: slope + reach, level: 1 - alpha },
    z,
    p: pAsymptotic,
    pAsymptotic,
    exact: false,
    dispersed,
    verdict: verdictOfTest(dispersed?.p ?? pAsymptotic, Math.sign(score), alpha, 0),
  };
}
