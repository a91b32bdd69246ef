import { figure, inEach, intervalName, range, semicolon, type Text } from '@samenbeeld/schema';
import { headed } from './headed.ts';
import { perWord, rateSays } from './rate.ts';

/** What a sentence about a standardised rate may say. */
export interface StandardisedWords {
  readonly count: number;
  readonly estimate: number;
  readonly crude: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly per: number;
  readonly label: Text | undefined;
}

/** The sentence for a standardised rate. */
export function standardisedSays(w: StandardisedWords): Text {
  if (w.count === 0) return rateSays(w);
  const says = inEach((language) => {
    const per = w.per === 1 ? '' : ` ${perWord[language]} ${figure(w.per, language)}`;
    const rate = `${figure(w.estimate, language)}${per}`;
    const crude = figure(w.crude, language);
    const within = `${intervalName(w.interval.level, language)} ${range(w.interval, 0, language)}${semicolon[language]}`;
    const count = figure(w.count, language);
    return {
      nl: `Gestandaardiseerd: ${rate} (${within}geteld: ${count}); zonder standaardisatie ${crude}.`,
      fr: `Taux standardisé\u00a0: ${rate} (${within}cas comptés\u00a0: ${count})\u00a0; sans standardisation ${crude}.`,
      de: `Standardisiert: ${rate} (${within}gezählt: ${count}); ohne Standardisierung ${crude}.`,
      en: `Standardised rate: ${rate} (${within}counted: ${count}); without standardisation ${crude}.`,
    }[language];
  });
  return headed(w.label, null, says);
}
