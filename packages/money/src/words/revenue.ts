import {
  figure,
  formatNumber,
  headed,
  inEach,
  type Language,
  paragraph,
  type Text,
} from '@samenbeeld/schema';
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
  /** How many times more at the lowest rate than at the highest. */
  readonly rateFactor: number;
  /** The number other than the rate that changes the result most; null where all are fixed. */
  readonly widest: { readonly label: Text; readonly factor: number } | null;
}

const unknown: Text = {
  nl: 'Welk deel werd onderschept, weet niemand; er is daarom geen enkel bedrag. Omzet is geen winst.',
  fr: 'Personne ne sait quelle part a été interceptée\u00a0; il n’y a donc pas de montant unique. Un chiffre d’affaires n’est pas un bénéfice.',
  de: 'Welcher Teil abgefangen wurde, weiß niemand; darum gibt es keinen einzelnen Betrag. Umsatz ist kein Gewinn.',
  en: 'Nobody knows which share was intercepted, so there is no single amount. Revenue is not profit.',
};

const interval: Text = {
  nl: ' (90%-interval)',
  fr: ' (intervalle à 90\u00a0%)',
  de: ' (90-%-Intervall)',
  en: ' (90% interval)',
};

/** What the spread comes from: the rate over what was assumed of it, and the next number. */
function dominance({ rateFactor, widest }: RevenueWords): Text | null {
  if (!(rateFactor > 1)) return null;
  return inEach((language) => {
    const [rate, next] = [rateFactor, widest?.factor ?? 1].map((value) =>
      formatNumber(Number(value.toPrecision(2)), language),
    ) as [string, string];
    const alone = {
      nl: `Het aangenomen onderschepte deel maakt een factor ${rate} uit`,
      fr: `La part interceptée supposée compte pour un facteur ${rate}`,
      de: `Der angenommene abgefangene Anteil macht einen Faktor ${rate} aus`,
      en: `The share assumed to be intercepted makes a factor of ${rate}`,
    }[language];
    if (!widest) return `${alone}.`;
    const other = widest.label[language];
    return {
      nl: `${alone}; van de andere getallen telt dit het zwaarst: ${other}, een factor ${next}.`,
      fr: `${alone}\u00a0; parmi les autres nombres, celui qui compte le plus est\u00a0: ${other}, facteur ${next}.`,
      de: `${alone}; von den übrigen Zahlen zählt am meisten: ${other}, ein Faktor ${next}.`,
      en: `${alone}; of the other numbers this one matters most: ${other}, a factor of ${next}.`,
    }[language];
  });
}

/** Revenue at the lowest and at the highest assumed rate, never one number; and what its spread comes from. */
export function revenueSays(words: RevenueWords): Text {
  const { lowest, highest, level, label } = words;
  const isRange = lowest.spread.p5 < lowest.spread.p95;
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
    const spread = isRange ? interval[language] : '';
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
      nl: `De omzet van wat doorkwam, ${prices}: ${both}${spread}.`,
      fr: `Chiffre d’affaires de ce qui est passé, ${prices}\u00a0: ${both}${spread}.`,
      de: `Umsatz mit dem, was durchkam, ${prices}: ${both}${spread}.`,
      en: `Revenue from what got through, ${prices}: ${both}${spread}.`,
    }[language];
  });
  return headed(label, null, paragraph(main, dominance(words), unknown));
}
