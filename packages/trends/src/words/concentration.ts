import { figure, inEach, intervalName, range, type Text } from '@samenbeeld/schema';
import { headed } from './headed.ts';

/** What may be said of a concentration. */
export type ConcentrationVerdict = 'uneven' | 'even_possible' | 'described' | 'no_conclusion';

/** What a sentence about concentration may say. */
export interface ConcentrationWords {
  readonly verdict: ConcentrationVerdict;
  readonly index: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly holders: number;
  readonly label: Text | undefined;
}

/** The sentence for a verdict about concentration. */
export function concentrationSays(w: ConcentrationWords): Text {
  const { index, interval, holders, verdict } = w;
  if (verdict === 'no_conclusion' || index === null)
    return headed(w.label, null, {
      nl: 'Geen conclusie mogelijk: er is niets te verdelen, of er is maar één plaats.',
      fr: 'Aucune conclusion possible\u00a0: il n’y a rien à répartir, ou il n’y a qu’un seul site.',
      de: 'Keine Aussage möglich: Es gibt nichts zu verteilen oder nur einen Ort.',
      en: 'No conclusion possible: there is nothing to divide, or there is only one site.',
    });
  const main = inEach((language) => {
    const like = figure(1 / index, language);
    const within = interval
      ? `, ${intervalName(interval.level, language)} ${range(interval, 1 / holders, language)}`
      : '';
    const hhi = `HHI\u00a0${figure(index, language)}${within}`;
    const end = {
      uneven: {
        nl: 'Een gelijke verdeling is uitgesloten.',
        fr: 'Une répartition égale est exclue.',
        de: 'Eine gleichmäßige Verteilung ist ausgeschlossen.',
        en: 'An even division is ruled out.',
      },
      even_possible: {
        nl: 'Een gelijke verdeling is niet uit te sluiten.',
        fr: 'Une répartition égale ne peut être exclue.',
        de: 'Eine gleichmäßige Verteilung lässt sich nicht ausschließen.',
        en: 'An even division cannot be ruled out.',
      },
      described: {
        nl: 'Alleen beschreven, zonder interval.',
        fr: 'À titre descriptif seulement, sans intervalle.',
        de: 'Nur beschrieben, ohne Intervall.',
        en: 'Described only, without an interval.',
      },
    }[verdict][language];
    return {
      nl: `De verdeling over ${holders} plaatsen is zo geconcentreerd als bij ${like} even grote (${hhi}). ${end}`,
      fr: `La répartition sur ${holders} sites est aussi concentrée qu’avec ${like} sites de même taille (${hhi}). ${end}`,
      de: `Die Verteilung auf ${holders} Orte ist so konzentriert wie bei ${like} gleich großen (${hhi}). ${end}`,
      en: `The division over ${holders} sites is as concentrated as with ${like} of equal size (${hhi}). ${end}`,
    }[language];
  });
  return headed(w.label, null, main);
}
