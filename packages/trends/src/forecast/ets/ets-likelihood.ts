import { type EtsState, etsFilter } from './ets-filter.ts';
import { type EtsForm, type EtsParameters, initialCount } from './ets-form.ts';
import { solveNormal } from './solve-normal.ts';

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
