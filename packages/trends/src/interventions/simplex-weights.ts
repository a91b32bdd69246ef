import { inFour, shape, takes, wrongUse } from '@samenbeeld/schema';
import { Matrix, SVD } from 'ml-matrix';
import { refuseNotFinite } from '../refuse-unsquarable.ts';
import { designShape, dot } from '../regression/least-squares.ts';

/** Weights at or above zero that sum to one, and the sum of squares that they leave. */
export interface SimplexWeights {
  readonly weights: readonly number[];
  readonly squares: number;
}

/**
 * The mixture of `columns` nearest to `target`: w ≥ 0, Σw = 1, least `Σ_t (target_t − Σ w_j column_jt)²`.
 *
 * For a synthetic control, or any series as a blend of others. Wolfe's (1976) finite method for the point of least norm
 * in a polytope, here that of the columns less the target. Where more columns than periods make several mixtures
 * equally near, it keeps few of them. Reference implementation R `quadprog::solve.QP`.
 *
 * @throws UsageError for no column, or columns of another length than the target
 * @throws InputError for values that are not finite
 * @example
 * ```ts
 * import { simplexWeights } from '@samenbeeld/trends';
 * simplexWeights([[0, 0], [4, 0], [0, 4]], [1, 2]).weights.map((weight) => weight.toFixed(4)) // => ['0.2500', '0.2500', '0.5000']
 * ```
 */
export function simplexWeights(
  columns: readonly (readonly number[])[],
  target: readonly number[],
): SimplexWeights {
  takes('simplexWeights', ['columns', columns, designShape], ['target', target, shape.numbers]);

  checkColumns(columns, target);
  const points = columns.map((column) => column.map((value, t) => value - (target[t] as number)));
  const norms = points.map((point) => dot(point, point));
  const grain = 1e-14 * Math.max(...norms, 0);
  let active = [norms.indexOf(Math.min(...norms))];
  let weights = [1];
  let nearest: readonly number[] = points[active[0] as number] as readonly number[];
  // Each round lowers the norm, so that no active set comes back; the bound only guards against rounding.
  for (let round = 0; round < 100 * points.length + 100; round += 1) {
    const products = points.map((point) => dot(point, nearest));
    const next = products.indexOf(Math.min(...products));
    if (dot(nearest, nearest) - (products[next] as number) <= grain || active.includes(next)) break;
    active = [...active, next];
    weights = [...weights, 0];
    for (;;) {
      const wanted = affineWeights(active.map((j) => points[j] as readonly number[]));
      if (wanted.every((weight) => weight > 1e-12)) {
        weights = wanted;
        break;
      }
      const step = wanted.reduce((least, weight, i) => {
        const now = weights[i] as number;
        return weight <= 1e-12
          ? Math.min(least, now - weight > 0 ? now / (now - weight) : 0)
          : least;
      }, 1);
      const moved = weights.map((now, i) => now + step * ((wanted[i] as number) - now));
      const least = Math.min(...moved);
      const kept = moved.map((weight) => weight > Math.max(1e-12, least));
      active = active.filter((_, i) => kept[i]);
      weights = moved.filter((_, i) => kept[i]);
    }
    nearest = target.map((_, t) =>
      active.reduce((sum, j, i) => sum + (weights[i] as number) * (points[j]?.[t] as number), 0),
    );
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const all = points.map((_, j) => (weights[active.indexOf(j)] ?? 0) / sum);
  return { weights: all, squares: dot(nearest, nearest) };
}

/** Weights of any sign that sum to one and give the point of least norm in the plane through some points. */
function affineWeights(points: readonly (readonly number[])[]): number[] {
  const [first, ...others] = points as [readonly number[], ...(readonly number[])[]];
  if (others.length === 0) return [1];
  const sides = new Matrix(
    first.map((value, t) => others.map((point) => (point[t] as number) - value)),
  );
  const rest = new SVD(sides, { autoTranspose: true })
    .solve(Matrix.columnVector(first.map((value) => -value)))
    .to1DArray();
  return [1 - rest.reduce((sum, weight) => sum + weight, 0), ...rest];
}

function checkColumns(columns: readonly (readonly number[])[], target: readonly number[]): void {
  const other = columns.find((column) => column.length !== target.length);
  if (columns.length === 0 || other)
    throw wrongUse(
      'een mengsel vraagt kolommen van {n} waarden, niet {got}',
      'un mélange demande des colonnes de {n} valeurs, et non {got}',
      'eine Mischung braucht Spalten von {n} Werten, nicht {got}',
      'a mixture needs columns of {n} values, got {got}',
      {
        n: String(target.length),
        got: other
          ? inFour('een van {n}', 'une de {n}', 'eine von {n}', 'one of {n}', {
              n: String(other.length),
            })
          : inFour('geen', 'aucune', 'keine', 'none'),
      },
    );
  refuseNotFinite(
    [...target, ...columns.flat()],
    inFour(
      'laat de perioden weg waarin een waarde ontbreekt',
      'laissez de côté les périodes où une valeur manque',
      'die Zeiträume weglassen, in denen ein Wert fehlt',
      'leave out the periods in which a value is missing',
    ),
  );
}
