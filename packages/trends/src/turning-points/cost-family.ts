/**
 * A cost of one level `x` on a segment, `A u(x) − B v(x) + C`, whose best level is `B / A` and whose coefficients add
 * up over the values. Two families of this shape serve the mean, the rate of counts and the variance.
 */
export interface CostFamily {
  u(x: number): number;
  v(x: number): number;
  /**
   * Where `a u(x) − b v(x) + c`, concave, becomes positive between `low` and `high` (`rising`), or negative. It may be
   * zero at an end too, where it does neither.
   */
  root(a: number, b: number, c: number, low: number, high: number, rising: boolean): number;
}

/** Coefficients of each value, and the levels to consider. */
export interface CostTerms {
  readonly family: CostFamily;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** Squares: `A x² − 2 B x + C`. */
export const squares: CostFamily = {
  u: (x) => x * x,
  v: (x) => 2 * x,
  root: (a, b, c, low, high, rising) => {
    const square = Math.sqrt(Math.max(0, b * b - a * c));
    // The form without cancellation first, the other root from the product of both.
    const sum = b >= 0 ? b + square : b - square;
    if (a === 0) return clamp(c / (2 * b), low, high);
    const first = sum / a;
    const other = sum === 0 ? first : c / sum;
    // Concave, it rises through the smaller root and falls through the larger.
    return clamp(rising ? Math.min(first, other) : Math.max(first, other), low, high);
  },
};

/** Log-linear: `A x − B ln x + C`, twice the negative log-likelihood of counts at rate x, or of squares at precision x. */
export const logLinear: CostFamily = {
  u: (x) => x,
  v: Math.log,
  root: (a, b, c, low, high, rising) => {
    let [left, right] = [low, high];
    let x = (left + right) / 2;
    for (let step = 0; step < 60; step++) {
      const value = a * x - b * Math.log(x) + c;
      if (value > 0 === rising) right = x;
      else left = x;
      const next = x - value / (a - b / x);
      const before = x;
      x = next > left && next < right ? next : (left + right) / 2;
      if (Math.abs(x - before) <= 1e-13 * x) break;
    }
    return x;
  },
};

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
