import {
  capital,
  inEach,
  type MemberTotal,
  memberStates,
  openState,
  statuses,
  type Term,
  type Text,
  terms,
} from '@samenbeeld/schema';

/** A word that all doors share, as it heads a column. */
function heading(term: Term): Text {
  return inEach((language) => capital(terms[term][language]));
}

/** Words that several charts share; those of states are the house's own. */
export const words = {
  undecided: terms.undecided as Text,
  apart: terms.apart as Text,
  floorOnly: memberStates.get('finds_only').label as Text,
  notReported: memberStates.get('not_reported').label as Text,
  notKnown: { nl: 'niet bekend', fr: 'inconnu', de: 'nicht bekannt', en: 'not known' },
  noFigure: { nl: 'geen cijfer', fr: 'aucun chiffre', de: 'keine Zahl', en: 'no figure' },
  reportedTogether: terms.reportedTogether as Text,
  reported: memberStates.get('reported').label as Text,
  orMore: { nl: 'of meer', fr: 'ou plus', de: 'oder mehr', en: 'or more' },
  provisional: { nl: 'voorlopig', fr: 'provisoire', de: 'vorläufig', en: 'provisional' },
  year: heading('year') as Text,
  period: heading('period') as Text,
  lowest: heading('lowest') as Text,
  likely: heading('likely') as Text,
  highest: heading('highest') as Text,
  atLeast: heading('atLeast') as Text,
  atMost: heading('atMost') as Text,
  status: heading('status') as Text,
  complete: statuses.get('complete').label as Text,
  partial: statuses.get('partial').label as Text,
  none: statuses.get('none').label as Text,
  place: { nl: 'Plaats', fr: 'Lieu', de: 'Ort', en: 'Place' },
  port: { nl: 'Haven', fr: 'Port', de: 'Hafen', en: 'Port' },
  state: { nl: 'Stand', fr: 'État', de: 'Stand', en: 'State' },
  source: { nl: 'Bron', fr: 'Source', de: 'Quelle', en: 'Source' },
  role: { nl: 'Rol', fr: 'Rôle', de: 'Rolle', en: 'Role' },
  governing: { nl: 'bepalend', fr: 'retenu', de: 'maßgeblich', en: 'governing' },
  absorbed: { nl: 'gedekt', fr: 'couvert', de: 'abgedeckt', en: 'covered' },
  rival: { nl: 'spreekt tegen', fr: 'contradictoire', de: 'widerspricht', en: 'disagrees' },
  floor: { nl: 'ondergrens', fr: 'plancher', de: 'Untergrenze', en: 'floor' },
  basis: { nl: 'Grondslag', fr: 'Base', de: 'Grundlage', en: 'Basis' },
  value: { nl: 'Waarde', fr: 'Valeur', de: 'Wert', en: 'Value' },
  count: { nl: 'Aantal', fr: 'Nombre', de: 'Anzahl', en: 'Count' },
  share: { nl: 'Aandeel', fr: 'Part', de: 'Anteil', en: 'Share' },
  quantity: { nl: 'Hoeveelheid', fr: 'Quantité', de: 'Menge', en: 'Quantity' },
  category: { nl: 'Soort', fr: 'Catégorie', de: 'Art', en: 'Kind' },
  sizeBand: { nl: 'Grootteklasse', fr: 'Tranche', de: 'Größenklasse', en: 'Size band' },
  suggested: { nl: 'voorgesteld', fr: 'suggérée', de: 'vorgeschlagen', en: 'suggested' },
  break: { nl: 'Breuk', fr: 'Rupture', de: 'Bruch', en: 'Break' },
  breaks: { nl: 'Breuken', fr: 'Ruptures', de: 'Brüche', en: 'Breaks' },
  from: { nl: 'Van', fr: 'De', de: 'Von', en: 'From' },
  until: { nl: 'Tot en met', fr: 'À', de: 'Bis', en: 'To' },
  note: { nl: 'Toelichting', fr: 'Note', de: 'Anmerkung', en: 'Note' },
  expected: { nl: 'Verwacht', fr: 'Attendu', de: 'Erwartet', en: 'Expected' },
  upperBound: { nl: 'Bovengrens', fr: 'Borne supérieure', de: 'Obergrenze', en: 'Upper bound' },
  alarm: { nl: 'Signaal', fr: 'Alerte', de: 'Alarm', en: 'Alarm' },
  notEvaluated: {
    nl: 'niet beoordeeld',
    fr: 'non évalué',
    de: 'nicht bewertet',
    en: 'not evaluated',
  },
  yes: { nl: 'ja', fr: 'oui', de: 'ja', en: 'yes' },
  series: { nl: 'Reeks', fr: 'Série', de: 'Reihe', en: 'Series' },
  level: { nl: 'Niveau', fr: 'Niveau', de: 'Niveau', en: 'Level' },
  before: { nl: 'Ervoor', fr: 'Avant', de: 'Vorher', en: 'Before' },
  after: { nl: 'Erna', fr: 'Après', de: 'Nachher', en: 'After' },
  to: { nl: 'Naar', fr: 'Vers', de: 'Nach', en: 'To' },
};

/** The likeliest figure as a table shows it: a number, or in a word why there is none. */
export function shownLikely(
  total: Pick<MemberTotal, 'likely'>,
  members: readonly Pick<MemberTotal, 'state'>[],
): number | Text | null {
  const open = openState(total, members);
  return open ? words[open] : typeof total.likely === 'string' ? null : total.likely;
}
