import { memberStates, statuses, type Text } from '@samenbeeld/schema';

type Word =
  | 'undecided'
  | 'findsOnly'
  | 'notReported'
  | 'noFigure'
  | 'reported'
  | 'orMore'
  | 'provisional'
  | 'year'
  | 'period'
  | 'lowest'
  | 'likely'
  | 'highest'
  | 'atLeast'
  | 'atMost'
  | 'status'
  | 'complete'
  | 'partial'
  | 'none'
  | 'place'
  | 'port'
  | 'state'
  | 'source'
  | 'role'
  | 'governing'
  | 'absorbed'
  | 'rival'
  | 'floor'
  | 'check'
  | 'basis'
  | 'value'
  | 'count'
  | 'total'
  | 'share'
  | 'quantity'
  | 'date'
  | 'category'
  | 'sizeBand';

/** Words that several charts share; those of states are the house's own. */
export const words: Readonly<Record<Word, Text>> = {
  undecided: { nl: 'onbeslist', fr: 'non tranché', de: 'unentschieden', en: 'undecided' },
  findsOnly: memberStates.get('finds_only').label,
  notReported: memberStates.get('not_reported').label,
  noFigure: { nl: 'geen cijfer', fr: 'aucun chiffre', de: 'keine Zahl', en: 'no figure' },
  reported: memberStates.get('reported').label,
  orMore: { nl: 'of meer', fr: 'ou plus', de: 'oder mehr', en: 'or more' },
  provisional: { nl: 'voorlopig', fr: 'provisoire', de: 'vorläufig', en: 'provisional' },
  year: { nl: 'Jaar', fr: 'Année', de: 'Jahr', en: 'Year' },
  period: { nl: 'Periode', fr: 'Période', de: 'Zeitraum', en: 'Period' },
  lowest: { nl: 'Laagste', fr: 'Minimum', de: 'Niedrigster', en: 'Lowest' },
  likely: {
    nl: 'Waarschijnlijk',
    fr: 'Probable',
    de: 'Wahrscheinlich',
    en: 'Likely',
  },
  highest: { nl: 'Hoogste', fr: 'Maximum', de: 'Höchster', en: 'Highest' },
  atLeast: { nl: 'Ten minste', fr: 'Au moins', de: 'Mindestens', en: 'At least' },
  atMost: { nl: 'Ten hoogste', fr: 'Au plus', de: 'Höchstens', en: 'At most' },
  status: { nl: 'Status', fr: 'Statut', de: 'Status', en: 'Status' },
  complete: statuses.get('complete').label,
  partial: statuses.get('partial').label,
  none: statuses.get('none').label,
  place: { nl: 'Plaats', fr: 'Lieu', de: 'Ort', en: 'Place' },
  port: { nl: 'Haven', fr: 'Port', de: 'Hafen', en: 'Port' },
  state: { nl: 'Stand', fr: 'État', de: 'Stand', en: 'State' },
  source: { nl: 'Bron', fr: 'Source', de: 'Quelle', en: 'Source' },
  role: { nl: 'Rol', fr: 'Rôle', de: 'Rolle', en: 'Role' },
  governing: { nl: 'bepalend', fr: 'retenu', de: 'maßgeblich', en: 'governing' },
  absorbed: { nl: 'gaat op in', fr: 'absorbé', de: 'abgedeckt', en: 'absorbed' },
  rival: { nl: 'spreekt tegen', fr: 'contradictoire', de: 'widerspricht', en: 'disagrees' },
  floor: { nl: 'ondergrens', fr: 'plancher', de: 'Untergrenze', en: 'floor' },
  check: { nl: 'controle', fr: 'contrôle', de: 'Kontrolle', en: 'check' },
  basis: { nl: 'Grondslag', fr: 'Base', de: 'Grundlage', en: 'Basis' },
  value: { nl: 'Waarde', fr: 'Valeur', de: 'Wert', en: 'Value' },
  count: { nl: 'Aantal', fr: 'Nombre', de: 'Anzahl', en: 'Count' },
  total: { nl: 'Totaal', fr: 'Total', de: 'Gesamt', en: 'Total' },
  share: { nl: 'Aandeel', fr: 'Part', de: 'Anteil', en: 'Share' },
  quantity: { nl: 'Hoeveelheid', fr: 'Quantité', de: 'Menge', en: 'Quantity' },
  date: { nl: 'Datum', fr: 'Date', de: 'Datum', en: 'Date' },
  category: { nl: 'Soort', fr: 'Catégorie', de: 'Art', en: 'Kind' },
  sizeBand: { nl: 'Grootteklasse', fr: 'Tranche', de: 'Größenklasse', en: 'Size band' },
};
