import type { Text } from '@samenbeeld/schema';
import type { Period } from '../period.ts';

/** A frequency below a year; `other` where it has no name. */
export type SubAnnual = Exclude<Period['freq'], 'A'> | 'other';

/** "from one year to the next": a change of monthly figures over a year is not one of a year's total. */
export const yearOnYear: Text = {
  nl: 'van jaar op jaar',
  fr: 'd’une année à l’autre',
  de: 'von Jahr zu Jahr',
  en: 'from one year to the next',
};

const figures: Readonly<Record<SubAnnual, Text>> = {
  S: {
    nl: 'halfjaarcijfers',
    fr: 'chiffres semestriels',
    de: 'Halbjahreszahlen',
    en: 'half-yearly figures',
  },
  Q: {
    nl: 'kwartaalcijfers',
    fr: 'chiffres trimestriels',
    de: 'Quartalszahlen',
    en: 'quarterly figures',
  },
  M: { nl: 'maandcijfers', fr: 'chiffres mensuels', de: 'Monatszahlen', en: 'monthly figures' },
  W: { nl: 'weekcijfers', fr: 'chiffres hebdomadaires', de: 'Wochenzahlen', en: 'weekly figures' },
  D: { nl: 'dagcijfers', fr: 'chiffres quotidiens', de: 'Tageszahlen', en: 'daily figures' },
  other: {
    nl: 'cijfers per periode',
    fr: 'chiffres par période',
    de: 'Zahlen je Zeitabschnitt',
    en: 'figures of each period',
  },
};

/** "monthly figures", without an article; "figures" of years. */
export function figuresOf(freq: SubAnnual | null | undefined): Text {
  return freq ? figures[freq] : { nl: 'cijfers', fr: 'chiffres', de: 'Zahlen', en: 'figures' };
}
