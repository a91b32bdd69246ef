import type { Text } from '@samenbeeld/schema';
import { shareCents } from '../amount/cents.ts';

/** Part of a sum of money that belongs to a claim; null is money that nobody claims. */
export interface Part {
  readonly claim: string | null;
  readonly cents: number;
}

/** What an account holds under a rule: money comes in, and the rule says whose money goes out. */
interface Holding {
  put(part: Part): void;
  /** The parts of what is taken out; their sum is `cents`. */
  take(cents: number): readonly Part[];
  /** The parts of what is left. */
  left(): readonly Part[];
}

/** Parts with equal claims put together, claims in order, money that nobody claims last. */
function together(parts: readonly Part[]): readonly Part[] {
  const sums = new Map<string | null, number>();
  for (const { claim, cents } of parts) sums.set(claim, (sums.get(claim) ?? 0) + cents);
  return [...sums]
    .filter(([, cents]) => cents > 0)
    .map(([claim, cents]) => ({ claim, cents }))
    .sort((a, b) => inOrder(a.claim, b.claim));
}

/** Below zero where one claim stands before another: in order of name, money that nobody claims last. */
function inOrder(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Every withdrawal takes of each claim, and of what nobody claims, in proportion to what the account then holds. */
function inProportion(): Holding {
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

/**
 * Money leaves in turn: the first that came in goes first (FIFO, Clayton's case 1816), or the last that came in (LIFO).
 */
function inTurn(which: 'first' | 'last'): Holding {
  const lots: Part[] = [];
  return {
    put: (part) => {
      lots.push(part);
    },
    take(cents) {
      const taken: Part[] = [];
      for (let open = cents; open > 0; ) {
        const at = which === 'first' ? 0 : lots.length - 1;
        const lot = lots[at] as Part;
        const part = Math.min(open, lot.cents);
        taken.push({ claim: lot.claim, cents: part });
        open -= part;
        if (part === lot.cents) lots.splice(at, 1);
        else lots[at] = { claim: lot.claim, cents: lot.cents - part };
      }
      return together(taken);
    },
    left: () => together(lots),
  };
}

/**
 * What nobody claims leaves first, so that of claimed money no more is left than the lowest balance since it came in (Re
 * Hallett's Estate 1880; Roscoe v Winder 1915). Money that comes in later never replenishes a claim. Where claimed money
 * must go, the claims bear it in proportion.
 */
function lowestBalance(): Holding {
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

/** Which money leaves a mixed account. No rule is standard; courts of different countries use different ones. */
export type TracingRule = 'fifo' | 'lifo' | 'pro_rata' | 'lowest_intermediate_balance';

/** The rules, in the order in which they are shown. */
export const tracingRules: Readonly<
  Record<TracingRule, { readonly label: Text; readonly open: () => Holding }>
> = {
  fifo: {
    label: {
      nl: 'eerst in, eerst uit (FIFO)',
      fr: 'premier entré, premier sorti (FIFO)',
      de: 'zuerst hinein, zuerst hinaus (FIFO)',
      en: 'first in, first out (FIFO)',
    },
    open: () => inTurn('first'),
  },
  lifo: {
    label: {
      nl: 'laatst in, eerst uit (LIFO)',
      fr: 'dernier entré, premier sorti (LIFO)',
      de: 'zuletzt hinein, zuerst hinaus (LIFO)',
      en: 'last in, first out (LIFO)',
    },
    open: () => inTurn('last'),
  },
  pro_rata: {
    label: { nl: 'naar rato', fr: 'au prorata', de: 'anteilig', en: 'pro rata' },
    open: inProportion,
  },
  lowest_intermediate_balance: {
    label: {
      nl: 'laagste tussentijdse saldo',
      fr: 'solde intermédiaire le plus bas',
      de: 'niedrigster Zwischensaldo',
      en: 'lowest intermediate balance',
    },
    open: lowestBalance,
  },
};
