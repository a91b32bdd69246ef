import { inEach, metrics, placeLabel as nameOf, type Text } from '@samenbeeld/schema';
import { className, ownMeasure } from '../intelligence/class-names.ts';
import type { Regime } from './regimes.ts';

/** The name of a country or another place. */
export function placeLabel(code: string): Text {
  return inEach((language) => nameOf(code, language));
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
