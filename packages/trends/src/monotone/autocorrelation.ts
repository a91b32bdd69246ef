/**
 * Autocorrelations of values on even places at lags 1, 2, … `lags`.
 *
 * `Σ (x_t − x̄)(x_{t+k} − x̄) / Σ (x_t − x̄)²`; over a gap the mean product of the pairs that are there is used,
 * shrunk by `1 − k/N` as a full series would be (after Parzen 1963). Zero where all values are equal.
 */
export function autocorrelations(
  places: readonly number[],
  values: readonly number[],
  lags: number,
): readonly number[] {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const first = places[0] ?? 0;
  const length = (places.at(-1) ?? 0) - first + 1;
  const deviations = new Float64Array(length).fill(Number.NaN);
  for (const [i, place] of places.entries())
    deviations[place - first] = (values[i] as number) - mean;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // A straight line less its slope leaves rounding errors, which follow no law.
  if (!(Math.sqrt(spread / n) > 1e-12 * scale)) return Array.from({ length: lags }, () => 0);
  return Array.from({ length: lags }, (_, i) => {
    const lag = i + 1;
    let sum = 0;
    let pairs = 0;
    for (let at = 0; at + lag < length; at++) {
      const product = (deviations[at] as number) * (deviations[at + lag] as number);
      if (Number.isNaN(product)) continue;
      sum += product;
      pairs++;
    }
    if (pairs === 0) return 0;
    const full = ((sum / pairs) * n * (length - lag)) / length / spread;
    return Math.max(-1, Math.min(1, full));
  });
}
