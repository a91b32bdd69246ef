import { shareCents } from '../amount/cents.ts';
import { type Holding, type Part, together } from './holding.ts';

/**
 * What nobody claims leaves first, so that of claimed money no more is left than the lowest balance since it came in (Re
 * Hallett's Estate 1880; Roscoe v Winder 1915). Money that comes in later never replenishes a claim. Where claimed money
 * must go, the claims bear it in proportion.
 */
export function lowestBalance(): Holding {
  let free = 0;
  let claimed: readonly Part[] = [];
  return {
    put: (part) => {
      if (part.claim === null) free += part.cents;
      else claimed = together([...claimed, part]);
    },
    take(cents) {
      const own = Math.min(cents, free);
      free -= own;
      const shares = shareCents(
        cents - own,
        claimed.map((part) => part.cents),
      );
      const taken = claimed.map(({ claim }, at) => ({ claim, cents: shares[at] as number }));
      claimed = together(
        claimed.map((part, at) => ({ ...part, cents: part.cents - (shares[at] as number) })),
      );
      return together([...taken, { claim: null, cents: own }]);
    },
    left: () => together([...claimed, { claim: null, cents: free }]),
  };
}
