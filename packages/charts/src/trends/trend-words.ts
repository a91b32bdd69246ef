import type { Text } from '@samenbeeld/schema';

type Word =
  | 'suggested'
  | 'declared'
  | 'break'
  | 'breaks'
  | 'from'
  | 'to'
  | 'kind'
  | 'note'
  | 'expected'
  | 'upperBound'
  | 'alarm'
  | 'notEvaluated'
  | 'yes'
  | 'series'
  | 'level'
  | 'before'
  | 'after';

/** Words that the charts over time share. */
export const trendWords: Readonly<Record<Word, Text>> = {
  suggested: { nl: 'voorgesteld', fr: 'suggérée', de: 'vorgeschlagen', en: 'suggested' },
  declared: { nl: 'vastgelegd', fr: 'déclarée', de: 'erklärt', en: 'declared' },
  break: { nl: 'Breuk', fr: 'Rupture', de: 'Bruch', en: 'Break' },
  breaks: { nl: 'Breuken', fr: 'Ruptures', de: 'Brüche', en: 'Breaks' },
  from: { nl: 'Van', fr: 'De', de: 'Von', en: 'From' },
  to: { nl: 'Tot en met', fr: 'À', de: 'Bis', en: 'To' },
  kind: { nl: 'Soort', fr: 'Nature', de: 'Art', en: 'Kind' },
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
};
