import { LuDecomposition, Matrix } from 'ml-matrix';
/** Bins of a histogram around a threshold. */
export interface Bins {
  /** How many amounts each bin holds. */
  readonly counts: readonly number[];
  /** Whether a bin lies in the window where amounts may have been moved, and does not inform the fit. */
  readonly isLeftOut: readonly boolean[];
  /** Indicators of bins that hold round amounts, one list a kind. */
  readonly round: readonly (readonly boolean[])[];
  readonly degree: number;
}

/** Chebyshev polynomials up to a degree at x from -1 to 1: powers of x would be nearly alike. */
function chebyshev(x: number, degree: number): readonly number[] {
  const values = [1, x];
  for (let at = 2; at <= degree; at += 1)
    values.push(2 * x * (values[at - 1] as number) - (values[at - 2] as number));
  return values.slice(0, degree + 1);
}

/** One row a bin: the polynomial and the indicators of round amounts that the fitted bins know. */
function designOf({ counts, isLeftOut, round, degree }: Bins): readonly (readonly number[])[] {
  const known = round.filter((is) => is.some((one, at) => one && !isLeftOut[at]));
  return counts.map((_, at) => [
    ...chebyshev((2 * at) / (counts.length - 1) - 1, degree),
    ...known.map((is) => (is[at] ? 1 : 0)),
  ]);
}

/** Solves a symmetric system; null where it has no one solution. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const factors = new LuDecomposition(new Matrix(matrix.map((row) => [...row])));
  const pivots = factors.upperTriangularMatrix.diagonal();
  return pivots.some((pivot) => Math.abs(pivot) < 1e-9)
    ? null
    : factors.solve(Matrix.columnVector(right as number[])).to1DArray();
}

/** What the bins outside the window lead to expect in each bin. */
export interface Counterfactual {
  readonly fitted: readonly number[];
  /** Fits other counts of the same bins. */
  refit(counts: readonly number[]): readonly number[];
}

/** Least squares over the bins that are not left out; null where they do not determine the fit. */
export function counterfactual(bins: Bins): Counterfactual | null {
  const design = designOf(bins);
  const used = design.flatMap((row, at) => (bins.isLeftOut[at] ? [] : [{ row, at }]));
  const size = design[0]?.length ?? 0;
  if (used.length <= size) return null;
  const normal = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      used.reduce((sum, { row }) => sum + (row[i] as number) * (row[j] as number), 0),
    ),
  );
  const refit = (counts: readonly number[]): number[] | null => {
    const right = Array.from({ length: size }, (_, i) =>
      used.reduce((sum, { row, at }) => sum + (row[i] as number) * (counts[at] as number), 0),
    );
    const weights = solve(normal, right);
    return (
      weights && design.map((row) => row.reduce((sum, x, i) => sum + x * (weights[i] as number), 0))
    );
  };
  const fitted = refit(bins.counts);
  if (!fitted) return null;
  return { fitted, refit: (counts) => refit(counts) as number[] };
}
