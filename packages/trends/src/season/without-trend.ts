/**
 * Values less a centred moving average over one cycle, which no season can bend; its line is carried on at both ends by its
 * slope next to them.
 *
 * STL's own trend would not do for a test: it is drawn after the season was taken out, which favours a season.
 */
export function withoutTrend(values: Float64Array, period: number): Float64Array {
  const n = values.length;
  const half = period >> 1;
  const trend = new Float64Array(n);
  for (let t = half; t < n - half; t++) {
    let sum = 0;
    for (let j = -half; j <= half; j++) {
      const share = period % 2 === 0 && Math.abs(j) === half ? 0.5 : 1;
      sum += share * (values[t + j] as number);
    }
    trend[t] = sum / period;
  }
  const [first, last] = [half, n - 1 - half];
  const span = Math.min(half, last - first);
  const rise = (from: number, to: number): number =>
    span > 0 ? ((trend[to] as number) - (trend[from] as number)) / span : 0;
  const [early, late] = [rise(first, first + span), rise(last - span, last)];
  for (let i = 1; i <= half; i++) {
    trend[first - i] = (trend[first] as number) - early * i;
    trend[last + i] = (trend[last] as number) + late * i;
  }
  return values.map((value, t) => value - (trend[t] as number));
}
