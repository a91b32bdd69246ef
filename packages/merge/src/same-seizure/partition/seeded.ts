import { textSeed } from '@samenbeeld/schema';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers in [0, 1) that follow from a text alone, so that the same records are sampled alike everywhere. */
export function seeded(text: string): () => number {
  const generator = xoroshiro128plus(textSeed(text));
  return () => uniformFloat64(generator);
}
