import type { Text } from '@samenbeeld/schema';
import { sentences } from '../drawing/sentences.ts';
import { markSentences } from './mark-sentences.ts';

/** What a decomposition shows. */
export const decompositionTitle: Text = {
  nl: 'De reeks, en waaruit zij bestaat',
  fr: 'La série et ses composantes',
  de: 'Die Reihe und woraus sie besteht',
  en: 'The series and what it is made of',
};

type Word = 'observed' | 'trend' | 'season' | 'remainder' | 'outlier';

/** Words of the chart of a decomposition. */
export const decompositionWords: Readonly<Record<Word, Text>> = {
  observed: { nl: 'Waargenomen', fr: 'Observé', de: 'Beobachtet', en: 'Observed' },
  trend: { nl: 'Trend', fr: 'Tendance', de: 'Trend', en: 'Trend' },
  season: { nl: 'Seizoen', fr: 'Saison', de: 'Saison', en: 'Season' },
  remainder: { nl: 'Rest', fr: 'Reste', de: 'Rest', en: 'Remainder' },
  outlier: { nl: 'Uitschieter', fr: 'Valeur aberrante', de: 'Ausreißer', en: 'Outlier' },
};

const marks: Text = {
  nl: 'Trend, seizoen en rest tellen samen op tot het waargenomen cijfer. Elk vlak heeft zijn eigen schaal: de grijze balk rechts is overal even lang in eenheden.',
  fr: 'Tendance, saison et reste s’additionnent pour donner le chiffre observé. Chaque panneau a sa propre échelle\u00a0: la barre grise à droite représente partout la même longueur en unités.',
  de: 'Trend, Saison und Rest ergeben zusammen die beobachtete Zahl. Jedes Feld hat seine eigene Skala: Der graue Balken rechts ist überall gleich lang in Einheiten.',
  en: 'Trend, season and remainder add up to the observed figure. Each panel has its own scale: the grey bar on the right is equally long in units everywhere.',
};

const outlierMark: Text = {
  nl: 'Oranje ruit: uitschieter.',
  fr: 'Losange orange\u00a0: valeur aberrante.',
  de: 'Orange Raute: Ausreißer.',
  en: 'Orange diamond: outlier.',
};

/** Explains the marks that are there. */
export function decompositionCaption(there: {
  readonly outliers: boolean;
  readonly breaks: boolean;
}): Text {
  return sentences(marks, there.outliers && outlierMark, there.breaks && markSentences.solid);
}
