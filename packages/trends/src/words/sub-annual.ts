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

/** Least and greatest distance in years between neighbours of each frequency; calendars make them uneven. */
const gaps: readonly (readonly [SubAnnual, number, number])[] = [
  ['S', 0.49, 0.51],
  ['Q', 0.24, 0.26],
  ['M', 0.076, 0.086],
  ['W', 0.019, 0.0195],
  ['D', 0.0027, 0.0028],
];

/** The frequency of times in years, by the nearest neighbours among them; null from a year apart on. */
export function freqOfTimes(times: ArrayLike<number>): SubAnnual | null {
  const apart = Array.from(times, (time, i) => (i === 0 ? 1 : time - (times[i - 1] as number)));
  const least = apart.reduce((smallest, gap) => Math.min(smallest, gap), 1);
  if (least > 0.99) return null;
  return gaps.find(([, from, to]) => least >= from && least <= to)?.[0] ?? 'other';
}

/** The frequency of a year parted into so many seasons. */
export function freqOfSeasons(seasons: number): SubAnnual {
  const named: Readonly<Record<number, SubAnnual>> = {
    2: 'S',
    4: 'Q',
    12: 'M',
    52: 'W',
    53: 'W',
    365: 'D',
    366: 'D',
  };
  return named[seasons] ?? 'other';
}
