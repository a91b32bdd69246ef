/**
 * Share of what varies besides a remainder: `max(0, 1 − Var(R) / Var(part + R))` (Wang, Smith and Hyndman 2006; Hyndman and
 * Athanasopoulos 2021, 4.3); values that were set aside as outliers count by their weight.
 */
export function strengthOf(
  part: Float64Array,
  remainder: Float64Array,
  weights: Float64Array,
): number {
  const both = variance(
    part.map((value, t) => value + (remainder[t] as number)),
    weights,
  );
  return both > 0 ? Math.max(0, 1 - variance(remainder, weights) / both) : 0;
}

function variance(values: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, t) => sum + (weights[t] as number) * value, 0) / total;
  return (
    values.reduce((sum, value, t) => sum + (weights[t] as number) * (value - mean) ** 2, 0) / total
  );
}
