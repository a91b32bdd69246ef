/** Moving averages over a period, a period and three points, one after another: what is slower than the season. */
export function lowPass(values: Float64Array, period: number): Float64Array {
  return movingAverage(movingAverage(movingAverage(values, period), period), 3);
}

/** Means of every `width` values in a row; shorter than the series by `width - 1`. */
function movingAverage(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] as number;
    if (i >= width) sum -= values[i - width] as number;
    if (i >= width - 1) means[i - width + 1] = sum / width;
  }
  return means;
}
