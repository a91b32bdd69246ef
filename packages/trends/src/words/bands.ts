import {
  figure,
  fromTo,
  inEach,
  intervalName,
  paragraph,
  percent,
  type Text,
} from '@samenbeeld/schema';
import { headed } from './headed.ts';
import { unitAfter } from './unit-word.ts';

export interface BandWords {
  readonly n: number;
  readonly large: number;
  readonly edge: number;
  readonly unit: string;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly shareOfQuantity: number | null;
  readonly unknown: number;
  readonly label: Text | undefined;
}

function main(w: BandWords): Text {
  const { interval } = w;
  if (!interval) return noneKnown;
  return inEach((language) => {
    const share = percent(w.large / w.n, language);
    const within = `${intervalName(interval.level, language)} ${fromTo(percent(interval.low, language), percent(interval.high, language), language)}`;
    const edge = `${figure(w.edge, language)}${unitAfter(w.unit, w.edge, language)}`;
    const held =
      w.large === 0 || w.shareOfQuantity === null
        ? ''
        : {
            nl: `; samen ${percent(w.shareOfQuantity, language)} van de hoeveelheid`,
            fr: `\u00a0; ensemble ${percent(w.shareOfQuantity, language)} de la quantité`,
            de: `; zusammen ${percent(w.shareOfQuantity, language)} der Menge`,
            en: `; together ${percent(w.shareOfQuantity, language)} of the quantity`,
          }[language];
    return {
      nl: `Inbeslagnames van ${edge} of meer: ${w.large} van ${w.n}, dat is ${share} (${within})${held}.`,
      fr: `Saisies de ${edge} ou plus\u00a0: ${w.large} sur ${w.n}, soit ${share} (${within})${held}.`,
      de: `Sicherstellungen ab ${edge}: ${w.large} von ${w.n}, das sind ${share} (${within})${held}.`,
      en: `Seizures of ${edge} or more: ${w.large} of ${w.n}, which is ${share} (${within})${held}.`,
    }[language];
  });
}

export function bandSays(w: BandWords): Text {
  return headed(w.label, paragraph(main(w), w.unknown > 0 ? unknownQuantities(w.unknown) : null));
}

/** Where no seizure can be compared by its size. */
export const noneKnown: Text = {
  nl: 'Geen conclusie mogelijk: van geen enkele inbeslagname is de hoeveelheid bekend.',
  fr: 'Aucune conclusion possible\u00a0: la quantité n’est connue pour aucune saisie.',
  de: 'Keine Aussage möglich: Von keiner Sicherstellung ist die Menge bekannt.',
  en: 'No conclusion possible: no seizure has a known quantity.',
};

/** Where the total is zero. */
export const noneAboveZero: Text = {
  nl: 'Geen conclusie mogelijk: er is geen inbeslagname met een hoeveelheid boven nul.',
  fr: 'Aucune conclusion possible\u00a0: aucune saisie n’a une quantité supérieure à zéro.',
  de: 'Keine Aussage möglich: Keine Sicherstellung hat eine Menge über null.',
  en: 'No conclusion possible: no seizure has a quantity above zero.',
};

/** That some seizures have no quantity. */
export function unknownQuantities(count: number): Text {
  return {
    nl: `Zonder bekende hoeveelheid en niet meegeteld: ${count}.`,
    fr: `Sans quantité connue et non prises en compte\u00a0: ${count}.`,
    de: `Ohne bekannte Menge und nicht mitgezählt: ${count}.`,
    en: `Without a known quantity and not included: ${count}.`,
  };
}
