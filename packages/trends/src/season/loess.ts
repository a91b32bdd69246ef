/** How a loess curve is drawn. */
export interface Smoother {
  /** Points that take part in one local fit, an odd number; above the length of the series it widens the kernel. */
  readonly window: number;
  /** Local constant or local line. */
  readonly degree: 0 | 1;
  /** Every how many points the fit is computed; straight lines in between. */
  readonly jump: number;
}

/** Locally weighted regression at every point of an evenly spaced series, tricube kernel (Cleveland 1979). */
export function loess(
  values: Float64Array,
  smoother: Smoother,
  weights: Float64Array | null = null,
): Float64Array {
  const n = values.length;
  const smooth = new Float64Array(n);
  if (n < 2) {
    smooth.set(values);
    return smooth;
  }
  const { window } = smoother;
  const jump = Math.min(smoother.jump, n - 1);
  const half = (window + 1) >> 1;
  const at = (i: number): void => {
    const left = window >= n ? 0 : Math.min(Math.max(i + 1 - half, 0), n - window);
    const right = window >= n ? n - 1 : left + window - 1;
    const fit = localFit(values, i, left, right, smoother, weights);
    smooth[i] = Number.isNaN(fit) ? (values[i] as number) : fit;
  };
  let last = 0;
  at(0);
  for (let i = jump; i < n; i += jump) {
    at(i);
    draw(smooth, last, i);
    last = i;
  }
  if (last < n - 1) {
    at(n - 1);
    draw(smooth, last, n - 1);
  }
  return smooth;
}

/**
 * The local fit at one position, which may lie outside the series; NaN where every weight is zero.
 *
 * @param left first position that takes part
 * @param right last position that takes part
 */
export function localFit(
  values: Float64Array,
  at: number,
  left: number,
  right: number,
  { window, degree }: Smoother,
  weights: Float64Array | null,
): number {
  const n = values.length;
  const reach = Math.max(at - left, right - at) + (window > n ? (window - n) >> 1 : 0);
  const [near, far] = [0.001 * reach, 0.999 * reach];
  let total = 0;
  let first = 0;
  let second = 0;
  let level = 0;
  let product = 0;
  for (let j = left; j <= right; j++) {
    const x = j - at;
    const distance = Math.abs(x);
    if (distance > far) continue;
    const share = distance / reach;
    const rest = distance <= near ? 1 : 1 - share * share * share;
    const kernel = rest * rest * rest;
    const weight = weights === null ? kernel : kernel * (weights[j] as number);
    const weighted = weight * (values[j] as number);
    total += weight;
    first += weight * x;
    second += weight * x * x;
    level += weighted;
    product += weighted * x;
  }
  if (!(total > 0)) return Number.NaN;
  const mean = level / total;
  if (degree === 0 || reach === 0) return mean;
  const centre = first / total;
  const spread = second / total - centre * centre;
  // As in Cleveland's program: points all but in one place bear no slope.
  if (!(Math.sqrt(Math.max(spread, 0)) > 0.001 * (n - 1))) return mean;
  return mean - (centre * (product / total - centre * mean)) / spread;
}

function draw(smooth: Float64Array, from: number, to: number): void {
  const step = ((smooth[to] as number) - (smooth[from] as number)) / (to - from);
  for (let i = from + 1; i < to; i++) smooth[i] = (smooth[from] as number) + step * (i - from);
}
