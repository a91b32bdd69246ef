/** Which parts an exponential smoothing model has; its error is additive. */
export interface EtsForm {
  readonly trend: 'none' | 'additive' | 'damped';
  /** 1 without a season. */
  readonly period: number;
}

/** How fast each part follows the errors, and how much of the slope is kept. */
export interface EtsParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** "ETS(A,Ad,A)", after error, trend and season. */
export function etsName({ trend, period }: EtsForm): string {
  const letter = { none: 'N', additive: 'A', damped: 'Ad' }[trend];
  return `ETS(A,${letter},${period > 1 ? 'A' : 'N'})`;
}

/** Initial values that are estimated: a level, a slope, and one a position of the cycle but the last. */
export function initialCount({ trend, period }: EtsForm): number {
  return 1 + (trend === 'none' ? 0 : 1) + (period - 1);
}

/** Smoothing parameters that are estimated. */
export function smoothingCount({ trend, period }: EtsForm): number {
  return 1 + { none: 0, additive: 1, damped: 2 }[trend] + (period > 1 ? 1 : 0);
}

const bend = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Parameters from numbers without bounds, one a smoothing parameter, within the usual region: 0 < β < α < 1, 0 < γ < 1 − α,
 * 0.8 < φ < 0.98, each end kept clear of.
 */
export function parametersAt(form: EtsForm, at: readonly number[]): EtsParameters {
  const least = 1e-4;
  const within = (low: number, high: number, x: number): number =>
    low + Math.max(0, high - low) * bend(x);
  let next = 0;
  const take = (): number => at[next++] as number;
  const alpha = within(least, 1 - least, take());
  const beta = form.trend === 'none' ? 0 : within(least, alpha, take());
  const gamma = form.period > 1 ? within(least, 1 - alpha, take()) : 0;
  const phi = form.trend === 'damped' ? within(0.8, 0.98, take()) : 1;
  return { alpha, beta, gamma, phi };
}
