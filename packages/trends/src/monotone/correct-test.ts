import { asymptoticNull } from '../kendall-null.ts';
import { kendallScore } from '../kendall-score.ts';
import { type KendallTest, kendallTest } from '../kendall-test.ts';
import { slopeInterval } from '../slope-interval.ts';
import { verdictOfTest } from '../verdict.ts';
import { autocorrelations } from './autocorrelation.ts';
import type { SerialCorrection } from './corrections.ts';
import type { EvenGrid } from './even-grid.ts';
import { preWhiten, trendFreePreWhiten, type Whitened } from './pre-whiten.ts';
import { detrended, hamedRao, yueWang } from './serial-correction.ts';

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
