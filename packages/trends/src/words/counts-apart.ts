import { figure, inEach, paragraph, semicolon, type Text } from '@samenbeeld/schema';
import type { RatioVerdict } from '../verdict.ts';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';

/** What a sentence about a test of two counts may say. */
export interface CountsWords {
  readonly verdict: RatioVerdict;
  readonly first: number;
  readonly second: number;
  readonly p: number | null;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

function main(w: CountsWords): Text {
  const { p, verdict } = w;
  if (verdict === 'no_conclusion' || p === null)
    return {
      nl: 'Geen conclusie mogelijk: aan beide kanten is niets geteld.',
      fr: 'Aucune conclusion possible\u00a0: rien n’a été compté d’un côté ni de l’autre.',
      de: 'Keine Aussage möglich: Auf beiden Seiten wurde nichts gezählt.',
      en: 'No conclusion possible: nothing was counted on either side.',
    };
  return inEach((language) => {
    const [first, second] = [figure(w.first, language), figure(w.second, language)];
    const against = {
      nl: `${first} tegenover ${second}`,
      fr: `${first} contre ${second}`,
      de: `${first} gegenüber ${second}`,
      en: `${first} against ${second}`,
    }[language];
    const chance = `${against}${semicolon[language]}${pValue(p, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `Er is geen verschil aantoonbaar (${chance}). Dat bewijst niet dat beide gelijk zijn.`,
        fr: `Aucune différence ne peut être démontrée (${chance}). Cela ne prouve pas que les deux niveaux sont égaux.`,
        de: `Ein Unterschied lässt sich nicht nachweisen (${chance}). Das beweist nicht, dass beide gleich sind.`,
        en: `No difference can be shown (${chance}). That does not prove that the two are equal.`,
      }[language];
    const higher = verdict === 'higher';
    return {
      nl: `Het niveau ligt ${higher ? 'hoger' : 'lager'} (${chance}).`,
      fr: `Le niveau est ${higher ? 'plus élevé' : 'plus bas'} (${chance}).`,
      de: `Das Niveau liegt ${higher ? 'höher' : 'niedriger'} (${chance}).`,
      en: `The level is ${higher ? 'higher' : 'lower'} (${chance}).`,
    }[language];
  });
}

/** The sentence for a verdict about two counts. */
export function countsSay(w: CountsWords): Text {
  return headed(w.label, null, paragraph(main(w), w.controls ? null : effortUnknown));
}
