import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { type Sums, squaresAbout } from './sums.ts';

/** Between which places a change lies, as numbers of values before it. */
export interface PositionRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of the place of a change of mean (Bai 1997), the scatter before and after it allowed to differ; the
 * interval of R `strucchange::confint`. null where a side has fewer than three values or does not scatter.
 */
export function positionRange(
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
export function argmaxCdf(x: number, ratio: number): number {
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
