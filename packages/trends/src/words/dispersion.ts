import { bound, inEach, intervalName, range, semicolon, type Text } from '@samenbeeld/schema';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';

/** What a sentence about the dispersion of counts may say. */
export interface DispersionWords {
  readonly verdict: 'over_dispersed' | 'not_shown' | 'no_conclusion';
  readonly because: 'too_few' | 'none_counted' | null;
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly n: number;
  readonly p: number | null;
  readonly label: Text | undefined;
}

const nothing: Readonly<Record<'too_few' | 'none_counted', Text>> = {
  too_few: {
    nl: 'Geen conclusie mogelijk: er zijn minstens twee aantallen nodig.',
    fr: 'Aucune conclusion possible\u00a0: il faut au moins deux nombres.',
    de: 'Keine Aussage möglich: Es werden mindestens zwei Anzahlen gebraucht.',
    en: 'No conclusion possible: at least two counts are needed.',
  },
  none_counted: {
    nl: 'Geen conclusie mogelijk: er is niets geteld.',
    fr: 'Aucune conclusion possible\u00a0: rien n’a été compté.',
    de: 'Keine Aussage möglich: Es wurde nichts gezählt.',
    en: 'No conclusion possible: nothing was counted.',
  },
};

/** The sentence for a verdict about dispersion. */
export function dispersionSays(w: DispersionWords): Text {
  const { estimate, interval, p } = w;
  if (estimate === null || !interval || p === null)
    return headed(w.label, null, nothing[w.because ?? 'too_few']);
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
  return headed(w.label, null, says);
}
