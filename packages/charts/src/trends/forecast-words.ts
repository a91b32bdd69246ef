import { figure, type Language, percent, type Text } from '@samenbeeld/schema';
import { fill, sentences } from '../drawing/sentences.ts';
import type { BackTestResult } from './forecast-chart.ts';
import { markSentences } from './mark-sentences.ts';

/** What a fan shows. */
export const forecastTitle: Text = {
  nl: 'Wat te verwachten is als het verloop doorgaat',
  fr: 'Ce à quoi s’attendre si l’évolution se poursuit',
  de: 'Was zu erwarten ist, wenn sich der Verlauf fortsetzt',
  en: 'What to expect if the pattern goes on',
};

const ends: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['ondergrens', 'bovengrens'],
  fr: ['borne inférieure', 'borne supérieure'],
  de: ['Untergrenze', 'Obergrenze'],
  en: ['lower bound', 'upper bound'],
};

/** Words of the chart of a forecast. */
export const forecastWords: {
  readonly forecast: Text;
  readonly benchmark: Text;
  readonly ends: (level: number, language: Language) => readonly string[];
} = {
  forecast: { nl: 'prognose', fr: 'prévision', de: 'Prognose', en: 'forecast' },
  benchmark: {
    nl: 'eenvoudigste',
    fr: 'la plus simple',
    de: 'einfachste',
    en: 'simplest',
  },
  ends: (level, language) => ends[language].map((end) => `${percent(level, language)}, ${end}`),
};

const marks: Text = {
  nl: 'Streeplijn: het midden van de prognose. Donker vlak: daarin valt naar verwachting {level} van de uitkomsten; licht vlak: {outer}.',
  fr: 'Trait tireté\u00a0: milieu de la prévision. Surface foncée\u00a0: {level} des résultats devraient s’y trouver\u00a0; surface claire\u00a0: {outer}.',
  de: 'Gestrichelt: die Mitte der Prognose. Dunkle Fläche: darin liegen voraussichtlich {level} der Ergebnisse; helle Fläche: {outer}.',
  en: 'Dashed line: the middle of the forecast. Dark area: {level} of outcomes are expected in it; light area: {outer}.',
};

const simplest: Text = {
  nl: 'Dunne lijn: de eenvoudigste prognose, om mee te vergelijken.',
  fr: 'Trait fin\u00a0: la prévision la plus simple, pour comparer.',
  de: 'Dünne Linie: die einfachste Prognose zum Vergleich.',
  en: 'Thin line: the simplest forecast, to compare.',
};

const tested: Text = {
  nl: 'Getoetst aan het verleden vanaf {origins} momenten: van {tested} uitkomsten vielen er {held} ({share}) in het vlak van {level}.',
  fr: 'Testée sur le passé à partir de {origins} moments\u00a0: sur {tested} résultats, {held} ({share}) se trouvaient dans la surface de {level}.',
  de: 'An der Vergangenheit von {origins} Zeitpunkten aus geprüft: Von {tested} Ergebnissen lagen {held} ({share}) in der Fläche von {level}.',
  en: 'Tested on the past from {origins} moments: of {tested} outcomes {held} ({share}) lay in the {level} area.',
};

const off: Text = {
  nl: 'Gemiddeld zat het midden er {error} naast.',
  fr: 'En moyenne, le milieu s’écartait de {error}.',
  de: 'Im Mittel lag die Mitte um {error} daneben.',
  en: 'On average the middle was off by {error}.',
};

const untested: Text = {
  nl: 'Niet getoetst aan het verleden.',
  fr: 'Non testée sur le passé.',
  de: 'Nicht an der Vergangenheit geprüft.',
  en: 'Not tested on the past.',
};

/** Explains the marks, and how the method did on the past. */
export function forecastCaption(there: {
  readonly level: number;
  readonly benchmark: boolean;
  readonly backTest: BackTestResult | undefined;
  readonly hollow: boolean;
  readonly breaks: boolean;
}): Text {
  const { level, backTest: test } = there;
  const share = (value: number) => (language: Language) => percent(value, language);
  const count = (value: number) => (language: Language) => figure(value, language);
  const { error } = test ?? {};
  return sentences(
    fill(marks, { level: share(level), outer: share(0.95) }),
    there.benchmark && simplest,
    there.hollow && markSentences.hollowDot,
    there.breaks && markSentences.solid,
    test && test.tested > 0
      ? fill(tested, {
          origins: count(test.origins),
          tested: count(test.tested),
          held: count(test.held),
          share: share(test.held / test.tested),
          level: share(level),
        })
      : untested,
    error !== undefined && fill(off, { error: count(error) }),
  );
}
