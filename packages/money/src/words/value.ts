import { headed, inEach, type Text } from '@samenbeeld/schema';
import type { MarketLevel } from '../value/price.ts';
import { atPricesOf } from './levels.ts';
import { eurosFromTo } from './millions.ts';

/** What a sentence about the value of a seizure may say. */
export interface ValueWords {
  readonly interval: { readonly low: number; readonly high: number };
  readonly level: MarketLevel;
  readonly label: Text | undefined;
}

/** The range, the level of its prices, and what it is not. */
export function valueSays({ interval, level, label }: ValueWords): Text {
  return headed(
    label,
    null,
    inEach((language) => {
      const range = eurosFromTo(interval.low, interval.high, language);
      const prices = atPricesOf[level][language];
      return {
        nl: `Wat in beslag werd genomen, was ${range} waard ${prices} (90%-interval). Dat is geen omzet en geen winst.`,
        fr: `Ce qui a été saisi valait ${range} ${prices} (intervalle à 90\u00a0%). Ce n’est ni un chiffre d’affaires ni un bénéfice.`,
        de: `Das Sichergestellte war ${prices} ${range} wert (90-%-Intervall). Das ist weder Umsatz noch Gewinn.`,
        en: `What was seized was worth ${range} ${prices} (90% interval). That is neither turnover nor profit.`,
      }[language];
    }),
  );
}
