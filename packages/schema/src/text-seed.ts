/**
 * A whole number of 32 bits that follows from a text alone, to seed a generator of chance with: FNV-1a (Fowler, Noll and Vo)
 * over UTF-16 code units.
 *
 * @example
 * ```ts
 * import { textSeed } from '@samenbeeld/schema';
 * [textSeed(''), textSeed('a'), textSeed('foobar')] // => [-2128831035, -468965076, -1080231576]
 * ```
 */
export function textSeed(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state | 0;
}
