import { figure, headed, inEach, type Language, paragraph, type Text } from '@samenbeeld/schema';
import type { RevenueAtRate } from '../value/estimate-revenue.ts';
import type { MarketLevel } from '../value/price.ts';
import { atPricesOf } from './levels.ts';
import { eurosFromTo } from './millions.ts';

/** What a sentence about revenue may say. */
export interface RevenueWords {
  readonly lowest: RevenueAtRate;
  readonly highest: RevenueAtRate;
  readonly level: MarketLevel;
  readonly label: Text | undefined;
}

const unknown: Text = {
  nl: 'Welk deel werd onderschept, weet niemand; er is daarom geen enkel bedrag. Omzet is geen winst.',
  fr: 'Personne ne sait quelle part a été interceptée\u00a0; il n’y a donc pas de montant unique. Un chiffre d’affaires n’est pas un bénéfice.',
  de: 'Welcher Teil abgefangen wurde, weiß niemand; darum gibt es keinen einzelnen Betrag. Umsatz ist kein Gewinn.',
  en: 'Nobody knows which share was intercepted, so there is no single amount. Revenue is not profit.',
};

/** Revenue at the lowest and at the highest assumed rate; never one number. */
export function revenueSays({ lowest, highest, level, label }: RevenueWords): Text {
  const at = ({ rate, spread }: RevenueAtRate, language: Language): string => {
    const range = eurosFromTo(spread.p5, spread.p95, language);
    const share = `${figure(Number((rate * 100).toPrecision(3)), language)}${language === 'fr' || language === 'de' ? '\u00a0%' : '%'}`;
    return {
      nl: `als ${share} werd onderschept ${range}`,
      fr: `si ${share} ont été interceptés, ${range}`,
      de: `wenn ${share} abgefangen wurden, ${range}`,
      en: `if ${share} was intercepted, ${range}`,
    }[language];
  };
  const main = inEach((language) => {
    const prices = atPricesOf[level][language];
    const one = at(lowest, language);
    const other = lowest.rate === highest.rate ? null : at(highest, language);
    const both =
      other === null
        ? one
        : {
            nl: `${one}, en ${other}`,
            fr: `${one}\u00a0; ${other}`,
            de: `${one}; ${other}`,
            en: `${one}; ${other}`,
          }[language];
    return {
      nl: `De omzet van wat doorkwam, ${prices}: ${both} (90%-interval).`,
      fr: `Chiffre d’affaires de ce qui est passé, ${prices}\u00a0: ${both} (intervalle à 90\u00a0%).`,
      de: `Umsatz mit dem, was durchkam, ${prices}: ${both} (90-%-Intervall).`,
      en: `Revenue from what got through, ${prices}: ${both} (90% interval).`,
    }[language];
  });
  return headed(label, null, paragraph(main, unknown));
}
