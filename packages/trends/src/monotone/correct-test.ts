import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { asymptoticNull } from '../kendall-null.ts';
import { kendallScore } from '../kendall-score.ts';
import { type KendallTest, kendallTest } from '../kendall-test.ts';
import { slopeInterval } from '../slope-interval.ts';
import { verdictOfTest } from '../verdict.ts';
import { autocorrelations, averageRanks } from './autocorrelation.ts';
import type { SerialCorrection } from './corrections.ts';
import type { EvenGrid } from './even-grid.ts';

/** How much the variance of the score grows because values depend on each other: n/n*. */
interface SerialFactor {
  readonly factor: number;
  /** Lags whose autocorrelation entered. */
  readonly lags: number;
}

/** The values less a line of the given slope a place. */
function detrended({ places, values }: EvenGrid, slope: number): readonly number[] {
  return values.map((value, i) => value - ((places[i] as number) + 1) * slope);
}

/**
 * `n/n* = 1 + 2/(n(n−1)(n−2)) · Σ (n−k)(n−k−1)(n−k−2) ρ_k`, over the lags whose rank autocorrelation lies outside `±z/√n`
 * (Hamed and Rao 1998).
 */
function hamedRao(grid: EvenGrid, slope: number, lags: number, alpha: number): SerialFactor {
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
function yueWang(grid: EvenGrid, slope: number, lags: number): SerialFactor {
  const n = grid.values.length;
  const rho = autocorrelations(grid.places, detrended(grid, slope), lags);
  return {
    factor: 1 + 2 * rho.reduce((sum, value, i) => sum + (1 - (i + 1) / n) * value, 0),
    lags,
  };
}

/** Values freed of their dependence on the one before; the first after each gap is lost. */
interface Whitened {
  readonly values: readonly number[];
  /** The autocorrelation that was taken out. */
  readonly r1: number;
}

/** `x_t − r₁ x_{t−1}` (von Storch 1995). */
function preWhiten({ places, values }: EvenGrid): Whitened {
  const [r1 = 0] = autocorrelations(places, values, 1);
  return { values: whiten(places, values, r1).map(({ value }) => value), r1 };
}

/** As `preWhiten`, the trend taken out before and put back after (Yue, Pilon, Phinney and Cavadias 2002). */
function trendFreePreWhiten(grid: EvenGrid, slope: number): Whitened {
  const rest = detrended(grid, slope);
  const [r1 = 0] = autocorrelations(grid.places, rest, 1);
  return {
    values: whiten(grid.places, rest, r1).map(({ place, value }) => value + place * slope),
    r1,
  };
}

function whiten(
  places: readonly number[],
  values: readonly number[],
  r1: number,
): readonly { readonly place: number; readonly value: number }[] {
  return values.flatMap((value, i) => {
    const place = places[i] as number;
    if (i === 0 || places[i - 1] !== place - 1) return [];
    return [{ place, value: value - r1 * (values[i - 1] as number) }];
  });
}

/** A test with its correction. */
export interface CorrectedTest {
  readonly test: KendallTest;
  /** Of the score, as used. */
  readonly variance: number;
  readonly factor: number | null;
  readonly lags: number;
  readonly r1: number | null;
  readonly slope: number | null;
}

/** How to correct. */
export interface Correction {
  readonly correction: SerialCorrection;
  readonly lags: number;
  readonly floor: number;
  readonly gaps: 'kept' | 'closed';
  readonly alpha: number;
}

/** Corrects the plain test of a series on even places. */
export function correctTest(placed: EvenGrid, plain: KendallTest, how: Correction): CorrectedTest {
  const line = slopeInterval({ times: placed.places, values: placed.values }, 0.95, 'gilbert');
  const slope = line.estimate ?? 0;
  const grid = how.gaps === 'kept' ? placed : { ...placed, places: placed.values.map((_, i) => i) };
  switch (how.correction) {
    case 'pre_whitening':
      return whitenedTest(preWhiten(grid), slope / grid.step, how.alpha);
    case 'trend_free_pre_whitening':
      return whitenedTest(trendFreePreWhiten(grid, slope), slope / grid.step, how.alpha);
    default:
      return widenedTest(grid, plain, slope, how);
  }
}

function whitenedTest({ values, r1 }: Whitened, slope: number, alpha: number): CorrectedTest {
  const test = kendallTest(values, values.length <= 10 ? 'exact' : 'asymptotic', alpha);
  return { test, variance: test.variance, factor: null, lags: 1, r1, slope };
}

function widenedTest(
  grid: EvenGrid,
  plain: KendallTest,
  slope: number,
  { correction, lags, floor, alpha }: Correction,
): CorrectedTest {
  const found =
    correction === 'hamed_rao' ? hamedRao(grid, slope, lags, alpha) : yueWang(grid, slope, lags);
  const variance = plain.variance * Math.max(found.factor, floor);
  const { pairs } = kendallScore(grid.values);
  const distribution = asymptoticNull(variance, pairs);
  const p = distribution.p(plain.s);
  const smallestP = distribution.p(pairs);
  const verdict = verdictOfTest(p, Math.sign(plain.s), alpha, smallestP);
  const [r1 = 0] = autocorrelations(grid.places, detrended(grid, slope), 1);
  return {
    test: {
      ...plain,
      method: 'asymptotic',
      p,
      pAsymptotic: p,
      smallestP,
      verdict,
      because: verdict === 'no_conclusion' ? 'too_few' : null,
    },
    variance,
    ...found,
    r1,
    slope: slope / grid.step,
  };
}
