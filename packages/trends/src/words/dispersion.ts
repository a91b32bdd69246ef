import {
  bound,
  figure,
  inEach,
  intervalName,
  type Language,
  range,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { JudgedRatio, RatioInterval } from '../dispersion.ts';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';

export interface DispersionWords {
  readonly verdict: 'over_dispersed' | 'not_shown' | 'no_conclusion';
  readonly because: 'too_few' | 'none_counted' | null;
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly n: number;
  readonly p: number | null;
  readonly label: Text | undefined;
}

/** Said of a change of which both sides counted nothing. */
export const noCounts: Text = {
  nl: 'Geen conclusie mogelijk: er is niets geteld.',
  fr: 'Aucune conclusion possible\u00a0: rien n’a été compté.',
  de: 'Keine Aussage möglich: Es wurde nichts gezählt.',
  en: 'No conclusion possible: nothing was counted.',
};

const nothing: Readonly<Record<'too_few' | 'none_counted', Text>> = {
  too_few: {
    nl: 'Geen conclusie mogelijk: er zijn minstens twee aantallen nodig.',
    fr: 'Aucune conclusion possible\u00a0: il faut au moins deux nombres.',
    de: 'Keine Aussage möglich: Es werden mindestens zwei Anzahlen gebraucht.',
    en: 'No conclusion possible: at least two counts are needed.',
  },
  none_counted: noCounts,
};

export function dispersionSays(w: DispersionWords): Text {
  const { estimate, interval, p } = w;
  if (estimate === null || !interval || p === null)
    return headed(w.label, nothing[w.because ?? 'too_few']);
  const says = inEach((language) => {
    const times = bound(estimate, 1, language);
    const numbers = `${intervalName(interval.level, language)} ${range(interval, 1, language)}${semicolon[language]}n\u00a0=\u00a0${w.n}${language === 'fr' ? semicolon.fr : ', '}${pValue(p, language)}`;
    if (w.verdict === 'over_dispersed')
      return {
        nl: `De aantallen schommelen meer dan bij onafhankelijke gebeurtenissen: hun variantie is ${times} keer zo groot (${numbers}). Intervallen die onafhankelijke gebeurtenissen veronderstellen, zijn hier te smal.`,
        fr: `Les nombres varient plus que s’il s’agissait d’événements indépendants\u00a0: leur variance vaut ${times} fois celle attendue (${numbers}). Les intervalles qui supposent des événements indépendants sont ici trop étroits.`,
        de: `Die Anzahlen schwanken stärker als bei unabhängigen Ereignissen: Ihre Varianz ist das ${times}-Fache (${numbers}). Intervalle, die unabhängige Ereignisse voraussetzen, sind hier zu schmal.`,
        en: `The counts vary more than independent events would: their variance is ${times} times as large (${numbers}). Intervals that suppose independent events are too narrow here.`,
      }[language];
    return {
      nl: `Niet aantoonbaar is dat de aantallen meer schommelen dan bij onafhankelijke gebeurtenissen (variantie ${times} keer zo groot, ${numbers}). Dat bewijst niet dat de gebeurtenissen onafhankelijk zijn.`,
      fr: `On ne peut pas démontrer que les nombres varient plus que s’il s’agissait d’événements indépendants (variance égale à ${times} fois celle attendue, ${numbers}). Cela ne prouve pas que les événements soient indépendants.`,
      de: `Es lässt sich nicht nachweisen, dass die Anzahlen stärker schwanken als bei unabhängigen Ereignissen (Varianz das ${times}-Fache, ${numbers}). Das beweist nicht, dass die Ereignisse unabhängig sind.`,
      en: `It cannot be shown that the counts vary more than independent events would (variance ${times} times as large, ${numbers}). That does not prove that the events are independent.`,
    }[language];
  });
  return headed(w.label, says);
}

/** A dispersion to a tenth, and from ten on to a whole. */
export function timesAs(factor: number, language: Language): string {
  return figure(factor < 10 ? Math.round(factor * 10) / 10 : Math.round(factor), language);
}

/** The interval in words, with what it supposes of the dispersion; at the usual and at no dispersion where none is known. */
export function intervalsSay(
  { interval, dispersion, usual }: Omit<JudgedRatio, 'verdict'>,
  print: (interval: NonNullable<RatioInterval>, language: Language) => string,
  language: Language,
): string {
  if (!interval) return '';
  const stated = print(interval, language);
  const name = intervalName(interval.level, language);
  if (usual)
    return `${name} ${supposing(print(usual.interval, language), usual.factor, stated, language)}`;
  return dispersion.factor === 1
    ? `${name} ${stated}`
    : `${name} ${stated}${semicolon[language]}${varianceOf(dispersion.factor, language)}`;
}

function supposing(wide: string, factor: number, narrow: string, language: Language): string {
  const times = timesAs(factor, language);
  return {
    nl: `${wide} als de variantie van zulke aantallen zoals gebruikelijk ${times} keer die van onafhankelijke gebeurtenissen is; ${narrow} als de gebeurtenissen onafhankelijk van elkaar zijn`,
    fr: `${wide} si la variance de tels nombres vaut, comme d’ordinaire, ${times} fois celle d’événements indépendants\u00a0; ${narrow} si les événements sont indépendants`,
    de: `${wide}, wenn die Varianz solcher Anzahlen wie üblich das ${times}-Fache der Varianz unabhängiger Ereignisse beträgt; ${narrow} bei voneinander unabhängigen Ereignissen`,
    en: `${wide} if the variance of such counts is, as usual, ${times} times that of independent events; ${narrow} if the events are independent of each other`,
  }[language];
}

function varianceOf(factor: number, language: Language): string {
  const times = timesAs(factor, language);
  return {
    nl: `variantie ${times} keer die van onafhankelijke gebeurtenissen`,
    fr: `variance égale à ${times} fois celle d’événements indépendants`,
    de: `Varianz das ${times}-Fache derjenigen unabhängiger Ereignisse`,
    en: `variance ${times} times that of independent events`,
  }[language];
}

/** What would be said of independent events, where the usual dispersion bears less; null where it bears the same. */
export function onlyIfIndependent({ interval, usual, verdict }: JudgedRatio): Text | null {
  if (!usual || verdict !== 'not_shown' || !interval) return null;
  return interval.low > 1 || interval.high < 1 ? differenceIfIndependent : null;
}

/** What holds of independent events only. */
export const differenceIfIndependent: Text = {
  nl: 'Alleen als de gebeurtenissen onafhankelijk van elkaar zijn, is er een verschil.',
  fr: 'Ce n’est que si les événements sont indépendants qu’il y a une différence.',
  de: 'Nur bei voneinander unabhängigen Ereignissen besteht ein Unterschied.',
  en: 'Only if the events are independent of each other is there a difference.',
};

/** p in words, with what it supposes of the dispersion; at the usual and at no dispersion where none is known. */
export function chancesSay(
  {
    usual,
    dispersion,
  }: {
    readonly usual: { readonly factor: number; readonly p: number } | null;
    readonly dispersion: number;
  },
  p: number,
  language: Language,
): string {
  if (usual)
    return supposing(pValue(usual.p, language), usual.factor, pValue(p, language), language);
  return dispersion === 1
    ? pValue(p, language)
    : `${pValue(p, language)}${semicolon[language]}${varianceOf(dispersion, language)}`;
}
