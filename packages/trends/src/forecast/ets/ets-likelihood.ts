import { type EtsState, etsFilter } from './ets-filter.ts';
import { type EtsForm, type EtsParameters, initialCount } from './ets-form.ts';

/**
 * The multiples of columns that, added to a target, leave the least squares; by the Cholesky factor of the normal equations.
 * A column that depends on the ones before it gets none.
 */
function solveNormal(columns: readonly Float64Array[], target: Float64Array): readonly number[] {
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

/** The best initial state for given parameters, and the squared errors it leaves. */
export interface EtsErrors {
  readonly initial: EtsState;
  readonly squared: number;
}

/**
 * The initial state of greatest likelihood for given parameters. Errors are linear in it, so that it is a least-squares
 * solution, and only the smoothing parameters need a search.
 */
export function initialSearch(
  form: EtsForm,
  values: Float64Array,
): (parameters: EtsParameters) => EtsErrors {
  const n = values.length;
  const free = new Float64Array(n);
  const effects = Array.from({ length: initialCount(form) }, () => new Float64Array(n));
  const units = effects.map((_, i) =>
    stateOf(
      form,
      effects.map((_, j) => (i === j ? 1 : 0)),
    ),
  );
  const state: EtsState = new Float64Array(2 + form.period);
  return (parameters) => {
    state.fill(0);
    etsFilter(form, parameters, state, values, free);
    for (const [i, effect] of effects.entries()) {
      state.set(units[i] as EtsState);
      etsFilter(form, parameters, state, null, effect);
    }
    const found = solveNormal(effects, free);
    let squared = 0;
    for (let t = 0; t < n; t++) {
      let error = free[t] as number;
      for (let i = 0; i < found.length; i++)
        error += (found[i] as number) * ((effects[i] as Float64Array)[t] as number);
      squared += error * error;
    }
    return { initial: stateOf(form, found), squared };
  };
}

/** From the numbers that are free: a level, a slope where there is one, and a season whose values add up to zero. */
function stateOf({ trend, period }: EtsForm, free: readonly number[]): EtsState {
  const state = new Float64Array(2 + period);
  const positions = free.slice(trend === 'none' ? 1 : 2);
  state[0] = free[0] as number;
  if (trend !== 'none') state[1] = free[1] as number;
  state.set(positions, 2);
  state[1 + period] = -positions.reduce((sum, value) => sum + value, 0);
  return state;
}
