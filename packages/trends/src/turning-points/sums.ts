/** Running sums of values and of their squares, from which any segment's follow. */
export interface Sums {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function sumsOf(values: ArrayLike<number>): Sums {
  const first = new Float64Array(values.length + 1);
  const second = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    first[i + 1] = (first[i] as number) + value;
    second[i + 1] = (second[i] as number) + value * value;
  }
  return { first, second };
}

/** Sum of squares about the mean of the values from `start` up to, not including, `end`. */
export function squaresAbout(sums: Sums, start: number, end: number): number {
  const sum = (sums.first[end] as number) - (sums.first[start] as number);
  const square = (sums.second[end] as number) - (sums.second[start] as number);
  return Math.max(0, square - (sum * sum) / (end - start));
}
