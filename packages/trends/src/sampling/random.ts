import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and follow from a seed, so that a figure can be made again. */
export interface Random {
  /** At or above 0, below 1. */
  uniform(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** Standard normal (Box and Muller 1958). */
  normal(): number;
  /** Puts a list in another order, in place (Fisher and Yates). */
  shuffle(list: number[] | Float64Array): void;
}

/** The stream of a seed. */
export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  const uniform = (): number => uniformFloat64(generator);
  const int = (low: number, high: number): number => uniformInt(generator, low, high);
  return {
    uniform,
    int,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    shuffle: (list) => {
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        const kept = list[at] as number;
        list[at] = list[other] as number;
        list[other] = kept;
      }
    },
  };
}
