import { logChoose } from '../log-choose.ts';
import { randomOf } from '../sampling/random.ts';

/** Which units could have been the treated ones. */
export interface Relabellings {
  /** Each the positions of the units taken as treated; the first are those that were. */
  readonly sets: readonly (readonly number[])[];
  /** True where every choice is listed. */
  readonly exact: boolean;
}

/** Every choice of `k` of `n` units, or, where there are more than `limit`, that many drawn at random beside the real one. */
export function relabellings(n: number, k: number, limit: number, seed: number): Relabellings {
  const real = Array.from({ length: k }, (_, i) => i);
  if (logChoose(n, k) <= Math.log(limit) + 1e-9) return { sets: choices(n, k), exact: true };
  const random = randomOf(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  const sets = [real];
  while (sets.length < limit) {
    random.shuffle(order);
    sets.push(order.slice(0, k));
  }
  return { sets, exact: false };
}

/** In lexical order, so that 0, 1, …, k − 1 comes first. */
function choices(n: number, k: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const extend = (chosen: readonly number[], next: number): void => {
    if (chosen.length === k) {
      found.push([...chosen]);
      return;
    }
    for (let i = next; i <= n - (k - chosen.length); i += 1) extend([...chosen, i], i + 1);
  };
  extend([], 0);
  return found;
}
