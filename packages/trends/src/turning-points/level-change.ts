import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { CostModel } from './cost-model.ts';
import type { SizedJump } from './judge-changes.ts';
import type { TimedSeries } from './read-series.ts';
import { type Sums, squaresAbout, sumsOf } from './sums.ts';

/** Between which places a change lies, as numbers of values before it. */
interface PositionRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of the place of a change of mean (Bai 1997), the scatter before and after it allowed to differ; the
 * interval of R `strucchange::confint`. null where a side has fewer than three values or does not scatter.
 */
function positionRange(
  sums: Sums,
  start: number,
  place: number,
  end: number,
  level: number,
): PositionRange | null {
  const [before, after] = [place - start, end - place];
  if (before < 3 || after < 3) return null;
  const mean = (from: number, to: number): number =>
    ((sums.first[to] as number) - (sums.first[from] as number)) / (to - from);
  const step = mean(place, end) - mean(start, place);
  const left = squaresAbout(sums, start, place) / before;
  const right = squaresAbout(sums, place, end) / after;
  if (!(left > 0 && right > 0 && step !== 0)) return null;
  const scale = (step * step) / left;
  const upper = argmaxQuantile((1 + level) / 2, right / left);
  const lower = argmaxQuantile((1 - level) / 2, right / left);
  return {
    low: Math.max(start + 1, place - Math.trunc(upper / scale) - 1),
    high: Math.min(end - 1, place - Math.trunc(lower / scale) + 1),
  };
}

/** Where the distribution of the place of the maximum reaches `p`, by bisection. */
function argmaxQuantile(p: number, ratio: number): number {
  let [low, high] = [-1, 1];
  while (argmaxCdf(low, ratio) > p) low *= 2;
  while (argmaxCdf(high, ratio) < p) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-9; step++) {
    const middle = (low + high) / 2;
    if (argmaxCdf(middle, ratio) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The distribution of where W₁(−x) − |x|/2 left of zero and √ratio W₂(x) − x/2 right of it, two Brownian motions, are
 * largest together (Bai 1997, appendix B). Right of zero it is the mirror image with the ratio turned round.
 */
function argmaxCdf(x: number, ratio: number): number {
  if (x > 0) return 1 - argmaxCdf(-x / ratio, 1 / ratio);
  const size = -x;
  const root = Math.sqrt(size);
  const b = 1 / 2 + 1 / ratio;
  const c = (ratio * (ratio + 2)) / (ratio + 1);
  const d = (ratio + 2) ** 2 / (ratio + 1);
  return (
    -Math.sqrt(size / (2 * Math.PI)) * Math.exp(-size / 8) -
    c * Math.exp(-size / 8) * scaledTail(b * root) +
    (d - 2 + size / 2) * normalCdf(-root / 2, 0, 1)
  );
}

/** The upper tail of the normal distribution times exp(z²/2), by its asymptotic series where that would overflow. */
function scaledTail(z: number): number {
  if (z < 12) return normalCdf(-z, 0, 1) * Math.exp((z * z) / 2);
  return (1 - 1 / z ** 2 + 3 / z ** 4) / (z * Math.sqrt(2 * Math.PI));
}

export interface LevelSegment {
  /** First and last period, or time, or position. */
  readonly from: string;
  readonly to: string;
  readonly n: number;
  /** Mean, geometric mean (`log_mean`), rate (`poisson`) or standard deviation (`variance`). */
  readonly level: number;
}

/** A change in the optimal segmentation. */
export interface LevelChange {
  /** First period, time or position of what follows. */
  readonly period: string;
  /** How many values lie before it. */
  readonly place: number;
  /** Fewest and most values before it (Bai 1997), and the periods that follow them; null where a side is too short. */
  readonly range: PositionRange | null;
  readonly low: string | null;
  readonly high: string | null;
  /** How much cost it saves against one segment instead of its two. */
  readonly gain: number;
  /** Whether it stands out from gradual movement. Only a suggestion: a declared break alone blocks a trend. */
  readonly suggested: boolean;
  /** Of a suggested one: by how much, or by what factor, the level jumps there, with its interval, and p. */
  readonly jump: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly p: number | null;
}

/** The stretches between changes. */
export function levelSegments(
  model: CostModel,
  series: TimedSeries,
  changes: readonly number[],
): readonly LevelSegment[] {
  const ends = [0, ...changes, series.values.length];
  const all = series.values.reduce((sum, value) => sum + value, 0) / series.values.length;
  return ends.slice(1).map((end, i) => {
    const start = ends[i] as number;
    const values = series.values.slice(start, end);
    const mean = (list: readonly number[]): number =>
      list.reduce((sum, value) => sum + value, 0) / list.length;
    const level = {
      mean: () => mean(values),
      mean_variance: () => mean(values),
      log_mean: () => Math.exp(mean(values.map(Math.log))),
      poisson: () => rateOf(model, start, end),
      variance: () => Math.sqrt(mean(values.map((value) => (value - all) ** 2))),
    }[model.kind]();
    const [from, to] = [series.names[start], series.names[end - 1]] as [string, string];
    return { from, to, n: end - start, level };
  });
}

function rateOf({ events, noise }: CostModel, start: number, end: number): number {
  const found = events?.(start, end);
  return found ? (found.count * (noise ?? 1)) / found.base : Number.NaN;
}

export function levelChanges(
  model: CostModel,
  series: TimedSeries,
  changes: readonly number[],
  jumps: readonly SizedJump[],
  level: number,
): readonly LevelChange[] {
  const sums = sumsOf(model.even);
  const located = model.kind !== 'variance' && model.kind !== 'mean_variance';
  const n = series.values.length;
  const suggested = jumps.map(({ place }) => place);
  const name = (at: number): string => series.names[at] as string;
  return changes.map((place, i) => {
    const [start, end] = [changes[i - 1] ?? 0, changes[i + 1] ?? n];
    // A suggested break lies between other suggested ones, whatever else the segmentation has there.
    const [from, to] = suggested.includes(place) ? beside(suggested, place, n) : [start, end];
    const range = located ? positionRange(sums, from, place, to, level) : null;
    const found = jumps.find((one) => one.place === place);
    return {
      period: name(place),
      place,
      range,
      low: range && name(range.low),
      high: range && name(range.high),
      gain: model.cost(start, end) - model.cost(start, place) - model.cost(place, end),
      suggested: found !== undefined,
      jump: found?.jump ?? null,
      interval: found ? { low: found.low, high: found.high, level } : null,
      p: found?.p ?? null,
    };
  });
}

function beside(places: readonly number[], place: number, n: number): readonly [number, number] {
  const at = places.indexOf(place);
  return [places[at - 1] ?? 0, places[at + 1] ?? n];
}
