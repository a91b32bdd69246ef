import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { JoinpointData } from './joinpoint-data.ts';
import { dispersionOfFit, type FittedModel } from './joinpoint-models.ts';
import { type LineSlopes, percent, percentEnds } from './line-slopes.ts';
import type { TimedSeries } from './read-series.ts';

/** First and last observation where a joinpoint may lie. */
interface KnotRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The places of joinpoint `j` whose best fit leaves at most `1 + F/(n − 2k − 2)` times the squares of the best of all,
 * F the quantile of the F distribution with 1 and n − 2k − 2 degrees of freedom (Lerman 1980). Of counts the deviance
 * exceeds the best by at most F times the dispersion. null without degrees of freedom.
 */
function knotRange(
  data: JoinpointData,
  model: FittedModel,
  j: number,
  level: number,
): KnotRange | null {
  const freedom = data.grid.n - 2 * model.joinpoints - 2;
  if (freedom < 1) return null;
  const quantile = tQuantile((1 + level) / 2, freedom) ** 2;
  const unit = data.counts ? dispersionOfFit(model.fit, freedom) : model.squares / freedom;
  const bound = model.squares + quantile * unit + 1e-9 * unit;
  const own = model.knots[j] as number;
  const places = model.profile[j] ?? new Float64Array();
  const inside = Array.from(places, (squares, at) => (squares <= bound ? at : own));
  return { low: Math.min(own, ...inside), high: Math.max(own, ...inside) };
}

/** An interval with its level. */
export interface LevelInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** A line between joinpoints. */
export interface TrendLine {
  /** First and last period, or time, or position; neighbouring lines share a joinpoint. */
  readonly from: string;
  readonly to: string;
  /** Fitted values at both ends. */
  readonly start: number;
  readonly end: number;
  /** Of the logarithm; null where nothing was counted along the line. */
  readonly slope: number | null;
  /** Per cent per unit of time, with its interval. */
  readonly apc: number | null;
  readonly interval: LevelInterval | null;
}

/** A place where the trend turns. */
export interface TurningPoint {
  readonly period: string;
  readonly time: number;
  /** Earliest and latest place that fits nearly as well (Lerman 1980); null without degrees of freedom. */
  readonly low: string | null;
  readonly high: string | null;
  /** `peak` and `trough` where the intervals of both slopes say so, else a mere `bend`. */
  readonly shape: 'peak' | 'trough' | 'bend';
}

export function trendLines(
  series: TimedSeries,
  model: FittedModel,
  slopes: LineSlopes,
  level: number,
): readonly TrendLine[] {
  const value = (at: number): number => Math.exp(model.fit.linear[at] as number);
  return slopes.lines.map(({ start, end, slope, error }) => {
    const ends = percentEnds(slope, error, level, slopes.freedom);
    return {
      from: series.names[start] as string,
      to: series.names[end] as string,
      start: value(start),
      end: value(end),
      slope,
      apc: slope === null ? null : percent(slope),
      interval: ends && { ...ends, level },
    };
  });
}

/** The joinpoints of a model, with the range of each and its shape. */
export function turningPoints(
  data: JoinpointData,
  series: TimedSeries,
  model: FittedModel,
  lines: readonly TrendLine[],
  level: number,
): readonly TurningPoint[] {
  return model.knots.map((knot, j) => {
    const range = knotRange(data, model, j, level);
    const [before, after] = [signOf(lines[j]), signOf(lines[j + 1])];
    return {
      period: series.names[knot] as string,
      time: series.times[knot] as number,
      low: range && (series.names[range.low] as string),
      high: range && (series.names[range.high] as string),
      shape: before * after !== -1 ? 'bend' : before > 0 ? 'peak' : 'trough',
    };
  });
}

/** The side of zero that an interval lies on, 0 where it holds zero or is unknown. */
function signOf(line: TrendLine | undefined): number {
  if (!line?.interval) return 0;
  if (line.interval.low > 0) return 1;
  return line.interval.high < 0 ? -1 : 0;
}
