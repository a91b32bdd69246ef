import { type Holding, type Part, together } from './holding.ts';

/**
 * Money leaves in turn: the first that came in goes first (FIFO, Clayton's case 1816), or the last that came in (LIFO).
 */
export function inTurn(which: 'first' | 'last'): Holding {
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
