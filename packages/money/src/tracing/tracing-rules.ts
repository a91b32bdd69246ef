import type { Text } from '@samenbeeld/schema';
import type { Holding } from './holding.ts';
import { inProportion } from './in-proportion.ts';
import { inTurn } from './in-turn.ts';
import { lowestBalance } from './lowest-balance.ts';

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
