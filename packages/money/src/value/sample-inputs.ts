import { textSeed } from '@samenbeeld/schema';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Assumed } from './assumed.ts';
import { quantileOf } from './distribution.ts';

/**
 * Draws of one input by Latin hypercube (McKay et al. 1979): one from each of `draws` equally likely slices, in an order of its
 * own. Inputs are drawn independently of each other.
 */
export function sampleInput(input: Assumed, draws: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(textSeed(`${seed} ${input.id}`));
  const values = new Float64Array(draws);
  if (input.distribution.kind === 'fixed') return values.fill(input.distribution.value);
  for (let slice = 0; slice < draws; slice++)
    values[slice] = quantileOf(
      input.distribution,
      Math.max(1e-12, (slice + uniformFloat64(generator)) / draws),
    );
  for (let at = draws - 1; at > 0; at -= 1) {
    const other = uniformInt(generator, 0, at);
    const kept = values[at] as number;
    values[at] = values[other] as number;
    values[other] = kept;
  }
  return values;
}
