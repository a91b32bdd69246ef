import { shareCents } from '../amount/cents.ts';
import { type Holding, type Part, together } from './holding.ts';

/** Every withdrawal takes of each claim, and of what nobody claims, in proportion to what the account then holds. */
export function inProportion(): Holding {
  let held: readonly Part[] = [];
  return {
    put: (part) => {
      held = together([...held, part]);
    },
    take(cents) {
      const shares = shareCents(
        cents,
        held.map((part) => part.cents),
      );
      const taken = held.map(({ claim }, at) => ({ claim, cents: shares[at] as number }));
      held = held.map((part, at) => ({ ...part, cents: part.cents - (shares[at] as number) }));
      held = together(held);
      return together(taken);
    },
    left: () => held,
  };
}
