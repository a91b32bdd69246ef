import { figure, inEach, intervalName, paragraph, range, type Text } from '@samenbeeld/schema';
import type { QuantityStatistic } from '../rates/quantity-statistic.ts';
import { unknownQuantities } from './bands.ts';
import { headed } from './headed.ts';
import { unitAfter } from './unit-word.ts';

/** What a sentence about a bootstrapped quantity may say. */
export interface BootstrapWords {
  readonly statistic: QuantityStatistic;
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly n: number;
  readonly unit: string;
  /** Whether one seizure is half of a total or more. */
  readonly dominated: boolean;
  /** Whether few large seizures carry a total. */
  readonly carried: boolean;
  readonly unknown: number;
  readonly label: Text | undefined;
}

const names: Readonly<Record<QuantityStatistic, Text>> = {
  median: {
    nl: 'Mediaan per inbeslagname',
    fr: 'Médiane par saisie',
    de: 'Median je Sicherstellung',
    en: 'Median per seizure',
  },
  geometric_mean: {
    nl: 'Meetkundig gemiddelde per inbeslagname',
    fr: 'Moyenne géométrique par saisie',
    de: 'Geometrisches Mittel je Sicherstellung',
    en: 'Geometric mean per seizure',
  },
  total: {
    nl: 'Totaal van de bekende inbeslagnames',
    fr: 'Total des saisies connues',
    de: 'Summe der bekannten Sicherstellungen',
    en: 'Total of the known seizures',
  },
};

const nothing: Text = {
  nl: 'Geen conclusie mogelijk: van geen enkele inbeslagname is de hoeveelheid bekend.',
  fr: 'Aucune conclusion possible\u00a0: la quantité n’est connue pour aucune saisie.',
  de: 'Keine Aussage möglich: Von keiner Sicherstellung ist die Menge bekannt.',
  en: 'No conclusion possible: no seizure has a known quantity.',
};

const noInterval: Text = {
  nl: 'Een interval is niet te geven: daarvoor zijn verschillende hoeveelheden nodig.',
  fr: 'Aucun intervalle ne peut être donné\u00a0: il faudrait des quantités différentes.',
  de: 'Ein Intervall lässt sich nicht angeben: Dafür werden unterschiedliche Mengen gebraucht.',
  en: 'No interval can be given: that needs quantities that differ.',
};

const asMany: Text = {
  nl: 'Het interval geldt voor het te verwachten totaal van evenveel inbeslagnames uit dezelfde bron; wat een andere reeks van zoveel inbeslagnames weegt, loopt verder uiteen.',
  fr: 'L’intervalle porte sur le total attendu pour autant de saisies de même origine\u00a0; ce que pèse une autre série de ce nombre varie davantage.',
  de: 'Das Intervall gilt für die zu erwartende Summe ebenso vieler Sicherstellungen gleicher Herkunft; was eine andere solche Reihe wiegt, streut stärker.',
  en: 'The interval is that of the total to be expected of as many seizures from the same source; what another set of as many weighs varies more.',
};

const fewLarge: Text = {
  nl: 'Enkele grote vangsten dragen dit totaal: zo’n interval bevat de werkelijke waarde dan minder vaak dan zijn percentage zegt.',
  fr: 'Quelques grosses saisies portent ce total\u00a0: un tel intervalle contient alors la vraie valeur moins souvent que son niveau ne l’indique.',
  de: 'Wenige große Funde tragen diese Summe: Ein solches Intervall enthält den wahren Wert dann seltener, als sein Niveau angibt.',
  en: 'A few large finds carry this total: such an interval then holds the true value less often than its level says.',
};

const oneFind: Text = {
  nl: 'Eén vangst maakt de helft of meer van het totaal uit; op dit interval valt niet te bouwen.',
  fr: 'Une seule saisie représente la moitié du total ou plus\u00a0; cet intervalle n’est pas fiable.',
  de: 'Ein einziger Fund macht die Hälfte der Summe oder mehr aus; auf dieses Intervall ist kein Verlass.',
  en: 'One find is half of the total or more; this interval cannot be relied on.',
};

/** The sentence for a bootstrapped quantity. */
export function bootstrapSays(w: BootstrapWords): Text {
  const { estimate, interval } = w;
  const unknown = w.unknown > 0 ? unknownQuantities(w.unknown) : null;
  if (estimate === null) return headed(w.label, null, paragraph(nothing, unknown));
  const main = inEach((language) => {
    const colon = language === 'fr' ? '\u00a0:' : ':';
    const gap = language === 'fr' ? '\u00a0; ' : '; ';
    const within = interval
      ? `${intervalName(interval.level, language)} ${range(interval, 0, language)}${gap}`
      : '';
    return `${names[w.statistic][language]}${colon} ${figure(estimate, language)}${unitAfter(w.unit, estimate, language)} (${within}n\u00a0=\u00a0${w.n}).`;
  });
  const total = interval && w.statistic === 'total';
  return headed(
    w.label,
    null,
    paragraph(
      main,
      interval ? null : noInterval,
      total ? (w.dominated ? oneFind : asMany) : null,
      total && w.carried && !w.dominated ? fewLarge : null,
      unknown,
    ),
  );
}
