import type { EtsForm, EtsParameters } from './ets-form.ts';

/**
 * Whether old values matter less and less: the roots of the model's moving average lie within the unit circle (Hyndman,
 * Koehler, Ord and Snyder 2008, chapter 10). Without a season the usual region is within; with one it is not.
 */
export function isAdmissible(
  { trend, period }: EtsForm,
  { alpha, beta, gamma, phi }: EtsParameters,
): boolean {
  if (period < 2) return true;
  if (trend === 'none')
    return isStable([1, ...new Array<number>(period - 1).fill(alpha), alpha + gamma - 1]);
  const gain = alpha + phi * beta;
  const between = gain - alpha * phi;
  return isStable([
    1,
    gain - phi,
    ...new Array<number>(period - 2).fill(between),
    between + gamma - 1,
    phi * (1 - alpha - gamma),
  ]);
}

/** Jury's test: every reflection of the polynomial is below one in size. Coefficients from the highest power down. */
function isStable(coefficients: readonly number[]): boolean {
  let now = coefficients;
  while (now.length > 1) {
    const [first, last] = [now[0] as number, now.at(-1) as number];
    const reflection = last / first;
    if (Math.abs(reflection) >= 1) return false;
    now = now
      .map((value, i) => value - reflection * (now[now.length - 1 - i] as number))
      .slice(0, -1);
  }
  return true;
}
