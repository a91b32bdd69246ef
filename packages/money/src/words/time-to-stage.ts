import {
  figure,
  formatNumber,
  fromTo,
  inEach,
  intervalName,
  type Language,
  type Text,
} from '@samenbeeld/schema';

/** What a sentence about the time to a stage may say. */
export interface TimeToStageWords {
  readonly stage: Text;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly reached: number;
  readonly cases: number;
}

const units: Readonly<Record<'days' | 'years', Text>> = {
  days: { nl: 'dagen', fr: 'jours', de: 'Tagen', en: 'days' },
  years: { nl: 'jaar', fr: 'ans', de: 'Jahren', en: 'years' },
};

/** "within 23 days (95% interval 13 to 40)"; years from two years on. */
function within({ median, low, high, level }: TimeToStageWords, language: Language): string {
  const days = median ?? 0;
  const unit = days >= 730 ? 'years' : 'days';
  const print = (value: number): string =>
    figure(Number((unit === 'years' ? value / 365.25 : value).toFixed(1)), language);
  const time = `${print(days)}\u00a0${units[unit][language]}`;
  if (low === null) return time;
  const open = { nl: 'vanaf', fr: 'à partir de', de: 'ab', en: 'from' }[language];
  const ends = high === null ? `${open} ${print(low)}` : fromTo(print(low), print(high), language);
  return `${time} (${intervalName(level, language)} ${ends})`;
}

/** The sentence for the time to a stage; open cases are part of it. */
export function timeToStageSays(words: TimeToStageWords): Text {
  const { stage, median, reached, cases } = words;
  return inEach((language) => {
    const [done, all] = [reached, cases].map((count) => formatNumber(count, language));
    const name = stage[language];
    if (cases === 0)
      return {
        nl: `Geen conclusie mogelijk over de tijd tot "${name}": er zijn geen zaken.`,
        fr: `Aucune conclusion possible sur le délai jusqu’au stade «\u00a0${name}\u00a0»\u00a0: il n’y a pas d’affaires.`,
        de: `Keine Aussage über die Zeit bis „${name}“ möglich: Es gibt keine Fälle.`,
        en: `No conclusion possible on the time to "${name}": there are no cases.`,
      }[language];
    if (median === null)
      return {
        nl: `"${name}" is in ${done} van ${all} zaken bereikt: minder dan de helft, dus een mediane duur is nog niet te noemen.`,
        fr: `Le stade «\u00a0${name}\u00a0» est atteint dans ${done} cas sur ${all}\u00a0: moins de la moitié, si bien qu’un délai médian ne peut encore être indiqué.`,
        de: `„${name}“ ist in ${done} von ${all} Fällen erreicht: weniger als die Hälfte, daher lässt sich noch keine Mediandauer nennen.`,
        en: `"${name}" was reached in ${done} of ${all} cases: fewer than half, so no median time can be stated yet.`,
      }[language];
    const time = within(words, language);
    return {
      nl: `De helft van de zaken bereikt "${name}" binnen ${time}; bereikt is dat in ${done} van ${all}, en de open zaken tellen mee.`,
      fr: `La moitié des affaires atteignent le stade «\u00a0${name}\u00a0» en ${time}\u00a0; c’est le cas de ${done} sur ${all}, les affaires en cours étant comptées.`,
      de: `Die Hälfte der Fälle erreicht „${name}“ innerhalb von ${time}; erreicht ist es in ${done} von ${all}, und die offenen Fälle zählen mit.`,
      en: `Half the cases reach "${name}" within ${time}; it was reached in ${done} of ${all}, and open cases are counted in.`,
    }[language];
  });
}
