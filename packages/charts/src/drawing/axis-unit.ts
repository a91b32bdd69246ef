import { type Language, type Text, units } from '@samenbeeld/schema';

/** Spans of time that figures are counted in. */
const spans: Readonly<Record<string, Text>> = {
  day: { nl: 'dagen', fr: 'jours', de: 'Tage', en: 'days' },
  week: { nl: 'weken', fr: 'semaines', de: 'Wochen', en: 'weeks' },
  month: { nl: 'maanden', fr: 'mois', de: 'Monate', en: 'months' },
  year: { nl: 'jaren', fr: 'années', de: 'Jahre', en: 'years' },
};

/** What an axis calls a unit: a code or a singular name in the plural, or its symbol; any other name as it was given. */
export function axisUnit(unit: string | undefined, language: Language): string {
  if (!unit) return '';
  const span = spans[unit];
  if (span) return span[language];
  const found = units.has(unit)
    ? units.get(unit)
    : units.find(({ label }) => label[language] === unit);
  return found ? (found.symbol ?? found.plural[language]) : unit;
}
