import { shareCents } from '../amount/cents.ts';
import { type Holding, inOrder, type Part } from './holding.ts';

/** Every withdrawal takes of each claim, and of what nobody claims, in proportion to what the account then holds. */
export function inProportion(): Holding {
  // In order, each claim once, so that nothing is sorted again where there are many claims and many withdrawals.
  let held: Part[] = [];
  return {
    put(part) {
      const at = placeOf(held, part.claim);
      const found = held[at];
      if (found?.claim === part.claim)
        held[at] = { claim: part.claim, cents: found.cents + part.cents };
      else held.splice(at, 0, part);
    },
    take(cents) {
      if (cents === 0) return [];
      const shares = shareCents(
        cents,
        held.map((part) => part.cents),
      );
      const taken: Part[] = [];
      const left: Part[] = [];
      for (let at = 0; at < held.length; at++) {
        const part = held[at] as Part;
        const share = shares[at] as number;
        if (share > 0) taken.push({ claim: part.claim, cents: share });
        if (share === 0) left.push(part);
        else if (part.cents > share) left.push({ claim: part.claim, cents: part.cents - share });
      }
      held = left;
      return taken;
    },
    left: () => [...held],
  };
}

/** Where a claim stands in an ordered list, or would. */
function placeOf(held: readonly Part[], claim: string | null): number {
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder((held[middle] as Part).claim, claim) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
