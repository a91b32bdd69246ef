import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Bins, Counterfactual } from './counterfactual.ts';

/** 95 % intervals of the excess in amounts and in bins, and the one-sided p of none. */
export interface BunchingInterval {
  readonly low: number;
  readonly high: number;
  readonly bLow: number;
  readonly bHigh: number;
  readonly p: number;
}

/** The interval of the excess: residuals of the fitted bins are drawn anew and the polynomial is fitted to them again. */
export function bunchingInterval(given: {
  readonly bins: Bins;
  readonly fit: Counterfactual;
  /** Sum over the window below the threshold. */
  readonly sumOf: (values: readonly number[]) => number;
  readonly draws: number;
  readonly seed: number;
  /** Bins of that window. */
  readonly below: number;
}): BunchingInterval {
  const { bins, sumOf, draws, below } = given;
  const { fitted, refit } = given.fit;
  const generator = xoroshiro128plus(given.seed);
  const residuals = fitted.flatMap((mean, at) =>
    bins.isLeftOut[at] ? [] : [((bins.counts[at] as number) - mean) / Math.sqrt(mean)],
  );
  const samples = Array.from({ length: draws }, () => {
    const counts = fitted.map((mean, at) => {
      const centre = bins.isLeftOut[at] ? (bins.counts[at] as number) : mean;
      const drawn = residuals[uniformInt(generator, 0, residuals.length - 1)] as number;
      return centre + drawn * Math.sqrt(mean);
    });
    const expected = sumOf(refit(counts));
    const excess = sumOf(counts) - expected;
    return { excess, b: (excess * below) / expected };
  });
  const quantile = (key: 'excess' | 'b', share: number): number => {
    const sorted = samples.map((sample) => sample[key]).sort((a, b) => a - b);
    return sorted[Math.round(share * (draws - 1))] as number;
  };
  return {
    low: quantile('excess', 0.025),
    high: quantile('excess', 0.975),
    bLow: quantile('b', 0.025),
    bHigh: quantile('b', 0.975),
    p: (samples.filter(({ excess }) => excess <= 0).length + 1) / (draws + 1),
  };
}
