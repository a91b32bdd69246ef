import { countries, inEach, metrics, places, type Text } from '@samenbeeld/schema';
import { className, ownMeasure } from '../words/class-names.ts';
import type { Regime } from './regimes.ts';

/** The name of a country or another place. */
export function placeLabel(code: string): Text {
  if (places.has(code)) return places.get(code).label;
  return countries.has(code) ? countries.get(code).label : inEach(() => code);
}

/** "Belgium, reports received by the FIU (that opened a new matter)": whose series it is, and of what. */
export function seriesLabel({ country, metric, nationalCode }: Regime): Text {
  const own = nationalCode === null ? null : ownMeasure(nationalCode);
  return inEach((language) => {
    const where = placeLabel(country)[language];
    if (own) return `${where}, ${own[language]}`;
    const what = metrics.label(metric, language);
    const which = nationalCode === null ? '' : ` (${className(country, nationalCode)[language]})`;
    return `${where}, ${what}${which}`;
  });
}
