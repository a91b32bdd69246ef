import {
  formatNumber,
  inEach,
  type Language,
  paragraph,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { RecoveryCohort, StageFlow } from '../recovery/recovery-flows.ts';
import { recoveryStages } from '../recovery/stages.ts';
import { placeLabel } from '../series/series-label.ts';
import { moneyIn } from './money-words.ts';

const notAdded: Text = {
  nl: 'Elk bedrag is een stroom van dezelfde zaken; ze worden nooit opgeteld, en in beslag genomen is niet verbeurdverklaard.',
  fr: 'Chaque montant est un flux des mêmes affaires\u00a0; ils ne s’additionnent jamais, et saisi ne veut pas dire confisqué.',
  de: 'Jeder Betrag ist ein Strom derselben Fälle; sie werden nie addiert, und sichergestellt heißt nicht eingezogen.',
  en: 'Each amount is a flow of the same cases; they are never added, and seized is not confiscated.',
};

const none: Text = {
  nl: 'Er zijn geen zaken waarvan het verloop bekend is.',
  fr: 'Il n’y a pas d’affaires dont le déroulement est connu.',
  de: 'Es gibt keine Fälle, deren Verlauf bekannt ist.',
  en: 'There are no cases whose course is known.',
};

/** "12 cases". */
export function casesInWords(count: number, language: Language): string {
  const number = formatNumber(count, language);
  if (count === 1) return { nl: '1 zaak', fr: '1 affaire', de: '1 Fall', en: '1 case' }[language];
  return {
    nl: `${number} zaken`,
    fr: `${number} affaires`,
    de: `${number} Fälle`,
    en: `${number} cases`,
  }[language];
}

const isSaid = ({ stage, cases }: StageFlow): boolean =>
  cases > 0 || stage === 'confiscation_ordered' || stage === 'executed';

function cohortSays({ country, year, cases, stages }: RecoveryCohort): Text {
  const place = placeLabel(country);
  return inEach((language) => {
    const parts = stages.filter(isSaid).map((flow) => {
      const amount = moneyIn(flow.amount, 'EUR', language);
      return `${recoveryStages[flow.stage][language]} ${amount} (${casesInWords(flow.cases, language)})`;
    });
    const all = casesInWords(cases, language);
    const colon = language === 'fr' ? '\u00a0:' : ':';
    const which = {
      nl: `${place.nl}, ${all} van ${year}`,
      fr: `${place.fr}, ${all} de ${year}`,
      de: `${place.de}, ${all} von ${year}`,
      en: `${place.en}, ${all} of ${year}`,
    }[language];
    return `${which}${colon} ${parts.join(semicolon[language])}.`;
  });
}

/** The sentence for flows: each cohort by itself, and that stages never add. */
export function recoverySays(cohorts: readonly RecoveryCohort[]): Text {
  const dated = cohorts.filter(({ year }) => year !== null);
  return dated.length === 0 ? none : paragraph(...dated.map(cohortSays), notAdded);
}
