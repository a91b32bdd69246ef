import type { Text } from '@samenbeeld/schema';
import type { NoTurnConclusion } from '../turning-points/judge-joinpoints.ts';

/** The sentence where nothing can be said about turning points. */
export function noTurnConclusion(because: NoTurnConclusion | null, count: number): Text {
  const n = `n\u00a0=\u00a0${count}`;
  if (because === 'constant')
    return {
      nl: `Geen conclusie mogelijk: alle waarden zijn gelijk (${n}).`,
      fr: `Aucune conclusion possible\u00a0: toutes les valeurs sont égales (${n}).`,
      de: `Keine Aussage möglich: Alle Werte sind gleich (${n}).`,
      en: `No conclusion possible: all values are equal (${n}).`,
    };
  if (because === 'few_events')
    return {
      nl: `Geen conclusie mogelijk (${n}): in totaal zijn er minder dan 10 geteld, te weinig voor een percentage.`,
      fr: `Aucune conclusion possible (${n})\u00a0: moins de 10 cas ont été comptés en tout, trop peu pour un pourcentage.`,
      de: `Keine Aussage möglich (${n}): Insgesamt wurden weniger als 10 Fälle gezählt, zu wenige für einen Prozentsatz.`,
      en: `No conclusion possible (${n}): fewer than 10 were counted in all, too few for a percentage.`,
    };
  return {
    nl: `Geen conclusie mogelijk (${n}): met zo weinig waarden is niet na te gaan of de trend verandert.`,
    fr: `Aucune conclusion possible (${n})\u00a0: avec si peu de valeurs, on ne peut pas vérifier si la tendance change.`,
    de: `Keine Aussage möglich (${n}): Bei so wenigen Werten lässt sich nicht prüfen, ob sich der Trend ändert.`,
    en: `No conclusion possible (${n}): with so few values it cannot be examined whether the trend changes.`,
  };
}
