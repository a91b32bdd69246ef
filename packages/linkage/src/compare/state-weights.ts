import type { Comparison } from '../comparison.ts';

/** Probabilities in the order of the levels, then "else"; undefined where nothing is stated. */
export interface Stated {
  readonly m?: readonly (number | undefined)[];
  readonly u?: readonly (number | undefined)[];
}

function check(comparison: Comparison, kind: 'm' | 'u', given: Stated['m']): void {
  if (!given) return;
  const wanted = comparison.levels.length + 1;
  const sound = given.every((one) => one === undefined || (one > 0 && one < 1));
  const sum = given.reduce<number>((total, one) => total + (one ?? 0), 0);
  const whole = given.every((one) => one !== undefined);
  if (given.length === wanted && sound && (whole ? Math.abs(sum - 1) < 1e-6 : sum < 1)) return;
  throw new RangeError(
    `comparison "${comparison.name}": ${kind} needs ${wanted} probabilities between 0 and 1 (${[...comparison.levels.map(({ name }) => name), 'else'].join(', ')}) that add up to 1, or to less where some are left open; found ${given.map(String).join(', ')}`,
  );
}

/**
 * A comparison with probabilities that are known or declared: how often reports of one event agree to each degree (m),
 * and how often two others do (u).
 *
 * Throws a RangeError where they are no probabilities, or too few.
 *
 * @example
 * ```ts
 * import { exact, stateWeights } from '@samenbeeld/linkage';
 * stateWeights(exact('port'), { m: [0.98, 0.02] }).otherwise // => { m: 0.02 }
 * ```
 */
export function stateWeights(comparison: Comparison, { m, u }: Stated): Comparison {
  check(comparison, 'm', m);
  check(comparison, 'u', u);
  const at = (place: number): { readonly m?: number; readonly u?: number } => ({
    ...(m?.[place] === undefined ? {} : { m: m[place] }),
    ...(u?.[place] === undefined ? {} : { u: u[place] }),
  });
  return {
    ...comparison,
    levels: comparison.levels.map((level, place) => ({ ...level, ...at(place) })),
    otherwise: at(comparison.levels.length),
  };
}
