import type { Text } from '@samenbeeld/schema';
import { sentences } from '../drawing/sentences.ts';
import type { SuggestedBreak } from './break-marks.ts';
import { markSentences } from './mark-sentences.ts';

/** What a chart of segments is called. */
export function segmentTitle(turns: boolean, suggested: number): Text {
  if (suggested === 0)
    return {
      nl: 'Geen breuk voorgesteld in deze reeks',
      fr: 'Aucune rupture suggérée dans cette série',
      de: 'Kein Bruch in dieser Reihe vorgeschlagen',
      en: 'No break suggested in this series',
    };
  return turns
    ? {
        nl: 'Waar de reeks van richting lijkt te veranderen',
        fr: 'Où la série semble changer de direction',
        de: 'Wo die Reihe die Richtung zu ändern scheint',
        en: 'Where the series seems to turn',
      }
    : {
        nl: 'Waar het niveau lijkt te veranderen',
        fr: 'Où le niveau semble changer',
        de: 'Wo sich das Niveau zu ändern scheint',
        en: 'Where the level seems to change',
      };
}

const levels: Text = {
  nl: 'Blauw: gemeld. Zwart: het niveau van elk stuk.',
  fr: 'Bleu\u00a0: chiffres déclarés. Noir\u00a0: niveau de chaque segment.',
  de: 'Blau: gemeldet. Schwarz: das Niveau jedes Abschnitts.',
  en: 'Blue: reported. Black: the level of each stretch.',
};

const lines: Text = {
  nl: 'Blauw: gemeld. Zwart: de aangepaste lijn.',
  fr: 'Bleu\u00a0: chiffres déclarés. Noir\u00a0: ligne ajustée.',
  de: 'Blau: gemeldet. Schwarz: die angepasste Linie.',
  en: 'Blue: reported. Black: the fitted line.',
};

/** Explains the marks that are there. */
export function segmentCaption(there: {
  readonly turns: boolean;
  readonly log: boolean;
  readonly suggested: readonly SuggestedBreak[];
  readonly declared: boolean;
  readonly ranged: boolean;
  readonly hollow: boolean;
  readonly ranges: boolean;
  readonly zeros: boolean;
}): Text {
  return sentences(
    there.turns ? lines : levels,
    there.suggested.length > 0 && markSentences.dashed,
    there.ranged && markSentences.band,
    there.declared && markSentences.solid,
    there.hollow && markSentences.hollowDot,
    there.ranges && markSentences.rangeBar,
    there.log && markSentences.logScale,
    there.zeros && markSentences.zeroMark,
  );
}
