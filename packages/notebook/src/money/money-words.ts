import type { Text } from '@samenbeeld/schema';

/** What stands in the tables of money. */
export const moneyWords: Readonly<
  Record<
    | 'assumption'
    | 'value'
    | 'source'
    | 'rate'
    | 'range'
    | 'matters'
    | 'explanation'
    | 'rank'
    | 'against'
    | 'refutedBy'
    | 'changes'
    | 'series'
    | 'years'
    | 'index'
    | 'axis'
    | 'lackBase'
    | 'oneFigure',
    Text
  >
> = {
  assumption: { nl: 'getal', fr: 'nombre', de: 'Zahl', en: 'number' },
  value: { nl: 'waarde', fr: 'valeur', de: 'Wert', en: 'value' },
  source: { nl: 'bron', fr: 'source', de: 'Quelle', en: 'source' },
  rate: {
    nl: 'onderschept deel',
    fr: 'part interceptée',
    de: 'abgefangener Anteil',
    en: 'share intercepted',
  },
  range: {
    nl: 'omzet (90%-interval)',
    fr: 'chiffre d’affaires (intervalle à 90\u00a0%)',
    de: 'Umsatz (90-%-Intervall)',
    en: 'revenue (90% interval)',
  },
  matters: {
    nl: 'Wat het meest uitmaakt',
    fr: 'Ce qui compte le plus',
    de: 'Was am meisten ausmacht',
    en: 'What matters most',
  },
  explanation: { nl: 'verklaring', fr: 'explication', de: 'Erklärung', en: 'explanation' },
  rank: { nl: 'rang', fr: 'rang', de: 'Rang', en: 'rank' },
  against: { nl: 'ertegen', fr: 'contre', de: 'dagegen', en: 'against' },
  refutedBy: {
    nl: 'weerlegd door',
    fr: 'réfutée par',
    de: 'widerlegt durch',
    en: 'refuted by',
  },
  changes: {
    nl: 'Wat de volgorde zou veranderen',
    fr: 'Ce qui changerait l’ordre',
    de: 'Was die Reihenfolge ändern würde',
    en: 'What would change the order',
  },
  series: { nl: 'reeks', fr: 'série', de: 'Reihe', en: 'series' },
  years: { nl: 'jaren', fr: 'années', de: 'Jahre', en: 'years' },
  index: { nl: 'laatste index', fr: 'dernier indice', de: 'letzter Index', en: 'last index' },
  axis: {
    nl: 'mogen één as delen',
    fr: 'peuvent partager un axe',
    de: 'dürfen eine Achse teilen',
    en: 'may share an axis',
  },
  lackBase: {
    nl: 'Niet getekend, zonder cijfer voor {base}: {}.',
    fr: 'Non dessinées, faute de chiffre pour {base}\u00a0: {}.',
    de: 'Nicht gezeichnet, ohne Zahl für {base}: {}.',
    en: 'Not drawn, without a figure of {base}: {}.',
  },
  oneFigure: {
    nl: 'Niet getekend, met één cijfer: {}.',
    fr: 'Non dessinées, avec un seul chiffre\u00a0: {}.',
    de: 'Nicht gezeichnet, mit nur einer Zahl: {}.',
    en: 'Not drawn, with one figure alone: {}.',
  },
};
