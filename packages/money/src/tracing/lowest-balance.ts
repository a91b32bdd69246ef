import type { Holding } from './holding.ts';
import { inProportion } from './in-proportion.ts';

/**
 * What nobody claims leaves first, so that of claimed money no more is left than the lowest balance since it came in (Re
 * Hallett's Estate 1880; Roscoe v Winder 1915). Money that comes in later never replenishes a claim. Where claimed money
 * must go, the claims bear it in proportion.
 */
export function lowestBalance(): Holding {
  let free = 0;
  const claimed = inProportion();
  const withFree = (parts: ReturnType<Holding['left']>, cents: number): typeof parts =>
    cents > 0 ? [...parts, { claim: null, cents }] : parts;
  return {
    put: (part) => {
      if (part.claim === null) free += part.cents;
      else claimed.put(part);
    },
    take(cents) {
      const own = Math.min(cents, free);
      free -= own;
      return withFree(claimed.take(cents - own), own);
    },
    left: () => withFree(claimed.left(), free),
  };
}
