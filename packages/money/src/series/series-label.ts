import { countries, inEach, metrics, places, type Text } from '@samenbeeld/schema';
import type { Regime } from './regimes.ts';

/** The name of a country or another place. */
export function placeLabel(code: string): Text {
  if (places.has(code)) return places.get(code).label;
  return countries.has(code) ? countries.get(code).label : inEach(() => code);
}

/** "Belgium, reports received by the FIU (RECEIVED)": whose series it is, and of what. */
export function seriesLabel({ country, metric, nationalCode }: Regime): Text {
  return inEach((language) => {
    const what = metrics.label(metric, language);
    const which = nationalCode === null ? '' : ` (${nationalCode})`;
    return `${placeLabel(country)[language]}, ${what}${which}`;
  });
}
