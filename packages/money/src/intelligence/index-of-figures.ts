import type { SeriesFigure } from '../series/regimes.ts';

/** Ends of a ratio in per cent; `high: null` where a floor leaves it open. */
export interface PercentRange {
  readonly low: number;
  readonly high: number | null;
}

/** What a figure may be in per cent of another, by the wording of both. A figure of zero has no ratio to it. */
export function inPercentOf(figure: SeriesFigure, base: SeriesFigure): PercentRange | null {
  if (base.interval.high === 0) return null;
  const { low, high } = figure.interval;
  const least = base.interval.high === null ? 0 : (100 * low) / base.interval.high;
  const most = high === null || base.interval.low === 0 ? null : (100 * high) / base.interval.low;
  return { low: least, high: most };
}

/** The change from one figure to another in per cent, by the wording of both. */
export function changeFrom(figure: SeriesFigure, earlier: SeriesFigure): PercentRange | null {
  const ratio = inPercentOf(figure, earlier);
  return ratio && { low: ratio.low - 100, high: ratio.high === null ? null : ratio.high - 100 };
}
