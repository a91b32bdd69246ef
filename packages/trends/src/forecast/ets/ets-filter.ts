import type { EtsForm, EtsParameters } from './ets-form.ts';

/** Level, slope and one value a position of the cycle, that of the first value of the series first. */
export type EtsState = Float64Array;

/**
 * Runs a series through a model, one step ahead at a time, and fills `errors`; `state` is the state before the first value
 * and becomes the state after the last.
 *
 * `e = y − l − φb − s`; `l ← l + φb + αe`; `b ← φb + βe`; `s ← s + γe` (Hyndman, Koehler, Ord and Snyder 2008, table 2.2).
 *
 * @param values null for a series of zeros, to see what the initial state alone does
 */
export function etsFilter(
  { trend, period }: EtsForm,
  { alpha, beta, gamma, phi }: EtsParameters,
  state: EtsState,
  values: Float64Array | null,
  errors: Float64Array,
): void {
  const damping = trend === 'none' ? 0 : phi;
  const seasonal = period > 1;
  let level = state[0] as number;
  let slope = state[1] as number;
  let place = 2;
  for (let t = 0; t < errors.length; t++) {
    const kept = damping * slope;
    const own = seasonal ? (state[place] as number) : 0;
    const error = (values === null ? 0 : (values[t] as number)) - level - kept - own;
    errors[t] = error;
    level += kept + alpha * error;
    slope = kept + beta * error;
    if (!seasonal) continue;
    state[place] = own + gamma * error;
    place = place === period + 1 ? 2 : place + 1;
  }
  state[0] = level;
  state[1] = slope;
}
