import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state | 0;
}

/** Numbers in [0, 1) that follow from a text alone, so that the same records are sampled alike everywhere. */
export function seeded(text: string): () => number {
  const generator = xoroshiro128plus(hash(text));
  return () => uniformFloat64(generator);
}
