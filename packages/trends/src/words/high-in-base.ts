import { paragraph, type Text } from '@samenbeeld/schema';
import { manyOf, type PeriodUnit } from './period-units.ts';

/** That the bound of the latest count is taken from counts with a high one among them, and what leaves it out. */
export function highInBase(unit: PeriodUnit, high: readonly string[], lagged: boolean): Text {
  const many = manyOf(unit);
  const list = high.join(', ');
  const one = high.length === 1;
  const raised: Text = {
    nl: `Die grens is berekend uit de ${many.nl} ervoor, met daarbij ${one ? 'een hoge telling' : 'hoge tellingen'} (${list}), en kan daardoor te hoog liggen.`,
    fr: `Cette borne est tirée des ${many.fr} qui précèdent, dont ${one ? 'un nombre élevé' : 'des nombres élevés'} (${list})\u00a0; elle peut donc être trop haute.`,
    de: `In diese Grenze gehen die ${many.de} davor ein, darunter ${one ? 'eine hohe Zahl' : 'hohe Zahlen'} (${list}): Sie kann daher zu hoch liegen.`,
    en: `That bound is taken from the ${many.en} before, ${one ? 'a high count' : 'high counts'} among them (${list}), and may therefore lie too high.`,
  };
  const remedy: Text = {
    nl: `De methoden C2 en C3 laten de twee ${many.nl} ervoor buiten beschouwing.`,
    fr: `Les méthodes C2 et C3 laissent de côté les deux ${many.fr} qui précèdent.`,
    de: `Die Verfahren C2 und C3 lassen die zwei ${many.de} davor außer Betracht.`,
    en: `The methods C2 and C3 leave the two ${many.en} before out of it.`,
  };
  return paragraph(raised, lagged ? null : remedy);
}
