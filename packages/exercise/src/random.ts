import { textSeed } from '@samenbeeld/schema';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and follow from a seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, in proportion to its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[];
  /** Standard normal (Box and Muller 1958). */
  normal(): number;
  /** Poisson with this mean (Knuth 1969, by multiplication; for means below 100). */
  poisson(mean: number): number;
}

/**
 * The stream of a seed that a name stands for: drawing more from one stream leaves the others as they are.
 *
 * @example
 * ```ts
 * import { randomOf } from '@samenbeeld/exercise';
 * randomOf(1, 'ports').int(1, 6) === randomOf(1, 'ports').int(1, 6) // => true
 * ```
 */
export function randomOf(seed: number, stream: string): Random {
  const generator = xoroshiro128plus(textSeed(`${seed} ${stream}`));
  const float = (): number => uniformFloat64(generator);
  const int = (low: number, high: number): number => uniformInt(generator, low, high);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[int(0, list.length - 1)] as T;
  };
  return {
    int,
    pick,
    chance: (probability) => float() < probability,
    weighted: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const entries = Object.entries(weights) as [T, number][];
      let rest = float() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? (entries[0] as [T, number]))[0];
    },
    shuffle: (list) => {
      const rest = [...list];
      for (let at = rest.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        [rest[at], rest[other]] = [rest[other] as never, rest[at] as never];
      }
      return rest;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float()),
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = float(); product > limit; product *= float()) count += 1;
      return count;
    },
  };
}
