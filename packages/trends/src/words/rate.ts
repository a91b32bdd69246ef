import { bound, figure, inEach, intervalName, range, type Text } from '@samenbeeld/schema';
import { headed } from './headed.ts';

export interface RateWords {
  readonly count: number;
  /** Of how many it is a part; of none where left out. */
  readonly of?: number;
  readonly estimate: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly per: number;
  readonly label: Text | undefined;
}

export function rateSays(w: RateWords): Text {
  const says = inEach((language) => {
    const name = intervalName(w.interval.level, language);
    const per = w.per === 1 ? '' : ` ${perWord[language]} ${figure(w.per, language)}`;
    if (w.count === 0) {
      const high = bound(w.interval.high, 0, language);
      return {
        nl: `Er is er geen geteld. Dat sluit een werkelijke omvang tot ${high}${per} niet uit (bovengrens van het ${name}).`,
        fr: `Aucun cas n’a été compté. Cela n’exclut pas un niveau réel allant jusqu’à ${high}${per} (borne supérieure de l’${name}).`,
        de: `Es wurde kein Fall gezählt. Das schließt ein tatsächliches Niveau von bis zu ${high}${per} nicht aus (Obergrenze des ${name.replace(/l$/, 'ls')}).`,
        en: `None was counted. That does not rule out a true level of up to ${high}${per} (upper end of the ${name}).`,
      }[language];
    }
    const of = w.of === undefined ? '' : ` ${ofWord[language]} ${figure(w.of, language)}`;
    const count = `${figure(w.count, language)}${of}`;
    const rate = figure(w.estimate, language);
    const within = `${name} ${range(w.interval, 0, language)}`;
    const is = {
      nl: `, dat is ${rate}${per}`,
      fr: `, soit ${rate}${per}`,
      de: `, das sind ${rate}${per}`,
      en: `, which is ${rate}${per}`,
    }[language];
    const counted = {
      nl: `Geteld: ${count}`,
      fr: `Cas comptés\u00a0: ${count}`,
      de: `Gezählt: ${count}`,
      en: `Counted: ${count}`,
    }[language];
    return `${counted}${w.estimate === w.count && w.per === 1 ? '' : is} (${within}).`;
  });
  return headed(w.label, says);
}

const ofWord: Text = { nl: 'van de', fr: 'sur', de: 'von', en: 'of' };

/** "per" before an exposure. */
export const perWord: Text = { nl: 'per', fr: 'pour', de: 'je', en: 'per' };
