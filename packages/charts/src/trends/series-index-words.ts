import type { Text } from '@samenbeeld/schema';
import { sentences } from '../drawing/sentences.ts';
import { markSentences } from './mark-sentences.ts';

/** What a chart of indices shows. */
export function indexTitle(base: string): Text {
  return {
    nl: `Het verloop van elke reeks, ${base}`,
    fr: `L’évolution de chaque série, ${base}`,
    de: `Der Verlauf jeder Reihe, ${base}`,
    en: `How each series developed, ${base}`,
  };
}

/** Words of the chart of indices. */
export const indexWords: Readonly<Record<'index', Text>> = {
  index: { nl: 'Index', fr: 'Indice', de: 'Index', en: 'Index' },
};

const marks: Text = {
  nl: 'In de basisperiode staat elke lijn op 100; de hoogte zegt niets over de omvang.',
  fr: 'Chaque ligne vaut 100 dans la période de base\u00a0; sa hauteur ne dit rien du volume.',
  de: 'Im Basiszeitraum steht jede Linie bei 100; ihre Höhe sagt nichts über den Umfang.',
  en: 'Every line stands at 100 in the base; its height says nothing of its size.',
};

const cut: Text = {
  nl: 'Waar een lijn onderbroken is, veranderde de telregel: beide kanten zijn niet te vergelijken.',
  fr: 'Là où une ligne est coupée, la règle de comptage a changé\u00a0: les deux côtés ne se comparent pas.',
  de: 'Wo eine Linie unterbrochen ist, änderte sich die Zählregel: Beide Seiten sind nicht vergleichbar.',
  en: 'Where a line is cut the counting rule changed: its two sides do not compare.',
};

const notFromZero: Text = {
  nl: 'De as begint niet bij nul.',
  fr: 'L’axe ne commence pas à zéro.',
  de: 'Die Achse beginnt nicht bei null.',
  en: 'The axis does not begin at zero.',
};

/** Explains the marks that are there. */
export function indexCaption(there: {
  readonly breaks: boolean;
  readonly log: boolean;
  readonly cutAxis: boolean;
  readonly hollow: boolean;
}): Text {
  return sentences(
    marks,
    there.breaks && cut,
    there.hollow && markSentences.hollowDot,
    there.log && markSentences.logScale,
    there.cutAxis && notFromZero,
  );
}
