import { type Design, dot } from '../regression/least-squares.ts';

/** The lag of Newey and West (1994) for a Bartlett kernel: ⌊4 (n/100)^(2/9)⌋. */
export function neweyWestLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Covariance of coefficients that holds where errors depend on those shortly before (Newey and West 1987).
 *
 * `n/(n−k) · (X'WX)⁻¹ [Σ_l (1 − l/(q+1)) Σ_t (s_t s'_{t−l} + s_{t−l} s'_t)] (X'WX)⁻¹`, s the scores. Observations are
 * paired by their time, so that a missing period is a gap and not a neighbour. Equals R sandwich
 * `NeweyWest(lag = q, prewhite = FALSE, adjust = TRUE)` where none is missing.
 *
 * @param errors what is left of each observation on the scale of its score: residual times weight
 */
export function neweyWest(
  design: Design,
  errors: readonly number[],
  unscaled: readonly (readonly number[])[],
  times: readonly number[],
  lag: number,
): readonly (readonly number[])[] {
  const n = design.length;
  const width = unscaled.length;
  const scores = design.map((row, i) => row.map((x) => x * (errors[i] as number)));
  const at = new Map(times.map((time, i) => [time, i]));
  const meat = Array.from({ length: width }, () => new Float64Array(width));
  const add = (left: readonly number[], right: readonly number[], weight: number): void => {
    for (const [a, row] of meat.entries())
      for (let b = 0; b < width; b += 1)
        row[b] = (row[b] as number) + weight * (left[a] as number) * (right[b] as number);
  };
  for (const [i, score] of scores.entries()) {
    add(score, score, 1);
    for (let l = 1; l <= lag; l += 1) {
      const before = scores[at.get((times[i] as number) - l) ?? -1];
      if (!before) continue;
      add(score, before, 1 - l / (lag + 1));
      add(before, score, 1 - l / (lag + 1));
    }
  }
  const middle = unscaled.map((row) =>
    meat.map((_, b) =>
      dot(
        row,
        meat.map((line) => line[b] as number),
      ),
    ),
  );
  const scale = n / (n - width);
  return middle.map((row) => unscaled.map((other) => scale * dot(row, other)));
}
