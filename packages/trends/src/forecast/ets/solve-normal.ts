/**
 * The multiples of columns that, added to a target, leave the least squares; by the Cholesky factor of the normal equations.
 * A column that depends on the ones before it gets none.
 */
export function solveNormal(
  columns: readonly Float64Array[],
  target: Float64Array,
): readonly number[] {
  const k = columns.length;
  const factor = new Float64Array(k * k);
  const half = new Float64Array(k);
  const used = new Uint8Array(k);
  for (let i = 0; i < k; i++) {
    const column = columns[i] as Float64Array;
    let pivot = product(column, column);
    const size = pivot;
    for (let j = 0; j < i; j++) {
      if (used[j] === 0) continue;
      let sum = product(column, columns[j] as Float64Array);
      for (let l = 0; l < j; l++) sum -= at(factor, i * k + l) * at(factor, j * k + l);
      factor[i * k + j] = sum / at(factor, j * k + j);
      pivot -= at(factor, i * k + j) ** 2;
    }
    if (!(pivot > 1e-12 * size)) {
      factor.fill(0, i * k, i * k + i);
      continue;
    }
    used[i] = 1;
    factor[i * k + i] = Math.sqrt(pivot);
    let rest = -product(column, target);
    for (let j = 0; j < i; j++) rest -= at(factor, i * k + j) * at(half, j);
    half[i] = rest / at(factor, i * k + i);
  }
  const found = new Array<number>(k).fill(0);
  for (let i = k - 1; i >= 0; i--) {
    if (used[i] === 0) continue;
    let rest = at(half, i);
    for (let j = i + 1; j < k; j++) rest -= at(factor, j * k + i) * (found[j] as number);
    found[i] = rest / at(factor, i * k + i);
  }
  return found;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < left.length; t++) sum += at(left, t) * at(right, t);
  return sum;
}

function at(list: Float64Array, i: number): number {
  return list[i] as number;
}
