export type { About } from './about.ts';
export {
  type CochranArmitage,
  type CochranArmitageOptions,
  cochranArmitage,
} from './cochran-armitage.ts';
export {
  type AnnualQuantity,
  type LargestShare,
  largestShare,
  type Quantities,
  type QuantityEvent,
} from './largest-share.ts';
export {
  type LeaveLargestOut,
  type LeaveLargestOutOptions,
  leaveLargestOut,
} from './leave-largest-out.ts';
export { type MannKendall, type MannKendallOptions, mannKendall } from './mann-kendall.ts';
export { type PoissonRate, type PoissonRateOptions, poissonRate } from './poisson-rate.ts';
export { type RateRatio, type RateRatioOptions, rateRatio } from './rate-ratio.ts';
export { scopesByBreak } from './scopes-by-break.ts';
export { type SenSlope, type SenSlopeOptions, senSlope } from './sen-slope.ts';
export { type SizeBand, type SizeBands, type SizeBandsOptions, sizeBands } from './size-bands.ts';
export { type Trend, type TrendOfOptions, trendOf } from './trend-of.ts';
export type { SeriesPoint, TrendSeries } from './trend-series.ts';
export type { RatioVerdict, TrendVerdict } from './verdict.ts';
export type { NoConclusion } from './words/trend.ts';
