/**
 * A function of a text that remembers what it said of each, until it knows `most` of them and begins anew: tables repeat themselves, and
 * what is asked of a text is asked in many places.
 *
 * @example
 * ```ts
 * import { remembered } from '@samenbeeld/read';
 * const letters = remembered((text) => text.replace(/\P{L}/gu, '').length);
 * [letters('2031 kg'), letters('2031 kg')] // => [2, 2]
 * ```
 */
export function remembered<Said>(
  of: (text: string) => Said,
  most = 20_000,
): (text: string) => Said {
  const known = new Map<string, Said>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = of(text);
    if (known.size >= most) known.clear();
    known.set(text, said);
    return said;
  };
}
