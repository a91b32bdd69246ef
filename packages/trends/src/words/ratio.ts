import { bound, figure, inEach, paragraph, range, semicolon, type Text } from '@samenbeeld/schema';
import type { JudgedRatio } from '../dispersion.ts';
import { intervalsSay, onlyIfIndependent } from './dispersion.ts';
import { headed } from './headed.ts';

export interface RatioWords extends JudgedRatio {
  readonly first: number;
  readonly second: number;
  readonly estimate: number | null;
  readonly label: Text | undefined;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

/** That nothing was counted on either side. */
export const nothingCounted: Text = {
  nl: 'Geen conclusie mogelijk: aan beide kanten is niets geteld.',
  fr: 'Aucune conclusion possible\u00a0: rien n’a été compté d’un côté ni de l’autre.',
  de: 'Keine Aussage möglich: Auf beiden Seiten wurde nichts gezählt.',
  en: 'No conclusion possible: nothing was counted on either side.',
};

function main(w: RatioWords): Text {
  const { interval } = w;
  if (w.verdict === 'no_conclusion' || !interval) return nothingCounted;
  return inEach((language) => {
    const against = {
      nl: `${figure(w.first, language)} tegenover ${figure(w.second, language)}`,
      fr: `${figure(w.first, language)} contre ${figure(w.second, language)}`,
      de: `${figure(w.first, language)} gegenüber ${figure(w.second, language)}`,
      en: `${figure(w.first, language)} against ${figure(w.second, language)}`,
    }[language];
    const within = `${intervalsSay(w, (ends) => range(ends, 1, language), language)}${semicolon[language]}${against}`;
    const times = w.estimate === null ? null : bound(w.estimate, 1, language);
    if (w.verdict === 'not_shown')
      return {
        nl: `Er is geen verschil aantoonbaar (${times ? `verhouding ${times}, ` : ''}${within}).`,
        fr: `Aucune différence ne peut être démontrée (${times ? `rapport ${times}, ` : ''}${within}).`,
        de: `Ein Unterschied lässt sich nicht nachweisen (${times ? `Verhältnis ${times}, ` : ''}${within}).`,
        en: `No difference can be shown (${times ? `ratio ${times}, ` : ''}${within}).`,
      }[language];
    const higher = w.verdict === 'higher';
    const factor =
      times === null
        ? ''
        : {
            nl: `: ${times} keer het vergeleken niveau`,
            fr: `\u00a0: ${times} fois le niveau comparé`,
            de: `: das ${times}-Fache des Vergleichswerts`,
            en: `: ${times} times the level compared with`,
          }[language];
    return {
      nl: `Het niveau ligt ${higher ? 'hoger' : 'lager'}${factor} (${within}).`,
      fr: `Le niveau est ${higher ? 'plus élevé' : 'plus bas'}${factor} (${within}).`,
      de: `Das Niveau liegt ${higher ? 'höher' : 'niedriger'}${factor} (${within}).`,
      en: `The level is ${higher ? 'higher' : 'lower'}${factor} (${within}).`,
    }[language];
  });
}

/** That no difference shown is not none. */
export const notEqual: Text = {
  nl: 'Dat bewijst niet dat beide gelijk zijn.',
  fr: 'Cela ne prouve pas que les deux niveaux sont égaux.',
  de: 'Das beweist nicht, dass beide gleich sind.',
  en: 'That does not prove that the two are equal.',
};

export function ratioSays(w: RatioWords): Text {
  return headed(
    w.label,
    paragraph(main(w), onlyIfIndependent(w), w.verdict === 'not_shown' ? notEqual : null, w.effort),
  );
}
