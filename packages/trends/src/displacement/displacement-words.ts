import {
  bound,
  figure,
  inEach,
  intervalName,
  type Language,
  range,
  type Text,
} from '@samenbeeld/schema';
import type { About } from '../about.ts';
import { noCounts, timesAs } from '../words/dispersion.ts';
import { changeSays } from '../words/effort.ts';

/** What may be said of a number of events relative to a control. */
export type ChangeVerdict = 'up' | 'down' | 'not_shown' | 'no_conclusion';

export interface ChangeWords {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: ChangeVerdict;
}

export interface DisplacementWords {
  readonly total: ChangeWords;
  readonly local: ChangeWords;
  readonly displacement: ChangeWords | null;
  /** The usual dispersion that the intervals suppose, and the total of independent events, where none is declared. */
  readonly usual: { readonly factor: number; readonly independent: ChangeWords } | null;
  readonly level: number;
}

function size(
  change: ChangeWords,
  level: number,
  language: Language,
): { readonly by: string; readonly within: string } {
  const down = change.verdict === 'down';
  const ends = down ? { low: -change.high, high: -change.low } : change;
  const value = down ? -change.value : change.value;
  return {
    by: Number.isInteger(value) ? figure(value, language) : bound(value, 0, language),
    within: `${intervalName(level, language)} ${range(ends, 0, language)}`,
  };
}

const estimate: Text = { nl: 'schatting', fr: 'estimation', de: 'Schätzung', en: 'estimate' };

function main(w: DisplacementWords): Text {
  const { total, level, displacement } = w;
  if (total.verdict === 'no_conclusion') return noCounts;
  return inEach((language) => {
    const { by, within } = size(total, level, language);
    const around = `${estimate[language]} ${by}, ${within}`;
    const area = {
      nl: displacement
        ? 'het onderzochte gebied en het gebied ernaast samen'
        : 'het onderzochte gebied',
      fr: displacement ? 'la zone étudiée et la zone voisine réunies' : 'la zone étudiée',
      de: displacement
        ? 'das untersuchte Gebiet und das Nachbargebiet zusammen'
        : 'das untersuchte Gebiet',
      en: displacement ? 'the area studied and the one next to it together' : 'the area studied',
    }[language];
    if (total.verdict === 'not_shown')
      return {
        nl: `Afgezet tegen vergelijkbare gebieden is voor ${area} geen verandering aantoonbaar (${around}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `Par rapport à des zones comparables, aucun changement ne peut être démontré pour ${area} (${around}). Cela ne prouve pas que rien n’a changé.`,
        de: `Im Verhältnis zu vergleichbaren Gebieten lässt sich für ${area} keine Veränderung nachweisen (${around}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `Relative to comparable areas, no change can be shown for ${area} (${around}). That does not prove that nothing changed.`,
      }[language];
    const up = total.verdict === 'up';
    return {
      nl: `Afgezet tegen vergelijkbare gebieden ligt het aantal voor ${area} ${by} ${up ? 'hoger' : 'lager'} dan ervoor (${within}).`,
      fr: `Par rapport à des zones comparables, le nombre pour ${area} est ${up ? 'supérieur' : 'inférieur'} de ${by} à celui d’avant (${within}).`,
      de: `Im Verhältnis zu vergleichbaren Gebieten liegt die Anzahl für ${area} um ${by} ${up ? 'höher' : 'niedriger'} als davor (${within}).`,
      en: `Relative to comparable areas, the number for ${area} is ${by} ${up ? 'higher' : 'lower'} than before (${within}).`,
    }[language];
  });
}

function nextTo(w: DisplacementWords): Text | null {
  const { displacement, level } = w;
  if (!displacement || w.total.verdict === 'no_conclusion') return null;
  return inEach((language) => {
    const { by, within } = size(displacement, level, language);
    const around = `${estimate[language]} ${by}, ${within}`;
    const most = figure(Math.max(0, displacement.high), language);
    switch (displacement.verdict) {
      case 'up':
        return {
          nl: `Ernaast alleen ligt het ${by} hoger (${within}); dat bewijst niet dat er iets is verschoven.`,
          fr: `Dans la seule zone voisine, il est supérieur de ${by} (${within})\u00a0; cela ne prouve pas un déplacement.`,
          de: `Im Nachbargebiet allein liegt sie um ${by} höher (${within}); das beweist keine Verlagerung.`,
          en: `Next to it alone it is ${by} higher (${within}); that does not prove that anything moved there.`,
        }[language];
      case 'down':
        return {
          nl: `Ernaast alleen ligt het ${by} lager (${within}).`,
          fr: `Dans la seule zone voisine, il est inférieur de ${by} (${within}).`,
          de: `Im Nachbargebiet allein liegt sie um ${by} niedriger (${within}).`,
          en: `Next to it alone it is ${by} lower (${within}).`,
        }[language];
      case 'not_shown':
        return {
          nl: `Ernaast is geen verandering aantoonbaar (${around}): een stijging tot ${most} blijft mogelijk.`,
          fr: `Dans la zone voisine, aucun changement ne peut être démontré (${around})\u00a0: une hausse allant jusqu’à ${most} reste possible.`,
          de: `Im Nachbargebiet lässt sich keine Veränderung nachweisen (${around}): Ein Anstieg um bis zu ${most} bleibt möglich.`,
          en: `Next to it no change can be shown (${around}): a rise of up to ${most} remains possible.`,
        }[language];
      default:
        return {
          nl: 'Ernaast is niets geteld.',
          fr: 'Dans la zone voisine, rien n’a été compté.',
          de: 'Im Nachbargebiet wurde nichts gezählt.',
          en: 'Next to it nothing was counted.',
        }[language];
    }
  });
}

function suppose({ usual, total, level }: DisplacementWords): Text | null {
  if (!usual || total.verdict === 'no_conclusion') return null;
  const { independent } = usual;
  return inEach((language) => {
    const times = timesAs(usual.factor, language);
    const ends = range(independent, 0, language);
    const name = intervalName(level, language);
    return {
      nl: `Dit geldt als de variantie van zulke aantallen, zoals gebruikelijk, ${times} keer die van onafhankelijke gebeurtenissen is; bij onafhankelijke gebeurtenissen: ${name} ${ends}.`,
      fr: `Cela vaut si la variance de tels nombres est, comme d’ordinaire, ${times} fois celle d’événements indépendants\u00a0; pour des événements indépendants\u00a0: ${name} ${ends}.`,
      de: `Das gilt, wenn die Varianz solcher Anzahlen wie üblich das ${times}-Fache der Varianz unabhängiger Ereignisse beträgt; bei voneinander unabhängigen Ereignissen: ${name} ${ends}.`,
      en: `This holds if the variance of such counts is, as usual, ${times} times that of independent events; for independent events: ${name} ${ends}.`,
    }[language];
  });
}

export function displacementSays(about: About, w: DisplacementWords): Text {
  return changeSays(about, main(w), nextTo(w), suppose(w));
}
