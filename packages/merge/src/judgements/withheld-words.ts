import { joinWith, ownValue, type Text } from '@samenbeeld/schema';
import { levelAsCompared } from '../same-seizure/compare/seizure-comparisons.ts';

const comparisons: Readonly<Record<string, Text>> = {
  named: {
    nl: 'wie wie noemt',
    fr: 'qui cite qui',
    de: 'wer wen nennt',
    en: 'who names whom',
  },
  seldom: {
    nl: 'hoe zeldzaam',
    fr: 'rareté',
    de: 'Seltenheit',
    en: 'how seldom',
  },
  date: { nl: 'dag', fr: 'jour', de: 'Tag', en: 'day' },
  quantity: { nl: 'gewicht', fr: 'poids', de: 'Gewicht', en: 'weight' },
  container: { nl: 'container', fr: 'conteneur', de: 'Container', en: 'container' },
  place: { nl: 'plaats', fr: 'lieu', de: 'Ort', en: 'place' },
  load: {
    nl: 'lading en vertrek',
    fr: 'chargement et départ',
    de: 'Ladung und Abgang',
    en: 'load and departure',
  },
  hidden: { nl: 'verstopplaats', fr: 'cache', de: 'Versteck', en: 'way of hiding' },
  transport: { nl: 'vervoer', fr: 'transport', de: 'Beförderung', en: 'transport' },
};

const apart = (days: string): Text => ({
  nl: `${days} dagen verschil`,
  fr: `${days} jours d’écart`,
  de: `${days} Tage Abstand`,
  en: `${days} days apart`,
});
const later = (days: string): Text => ({
  nl: `${days} dagen later`,
  fr: `${days} jours plus tard`,
  de: `${days} Tage später`,
  en: `${days} days later`,
});

const longer: Text = {
  nl: 'verder uiteen',
  fr: 'plus éloigné',
  de: 'weiter auseinander',
  en: 'further apart',
};

const levels: Readonly<Record<string, Text>> = {
  equal: { nl: 'gelijk', fr: 'identique', de: 'gleich', en: 'equal' },
  else: { nl: 'anders', fr: 'différent', de: 'anders', en: 'different' },
  null: { nl: 'niet vermeld', fr: 'non indiqué', de: 'nicht angegeben', en: 'not stated' },
  'left out by declaration': {
    nl: 'weggelaten volgens opgave',
    fr: 'écarté selon déclaration',
    de: 'laut Erklärung weggelassen',
    en: 'left out by declaration',
  },
  declared: {
    nl: 'meegeteld volgens opgave',
    fr: 'compté selon déclaration',
    de: 'laut Erklärung mitgezählt',
    en: 'counted too by declaration',
  },
  'the other country’s find': {
    nl: 'vangst van het andere land',
    fr: 'saisie de l’autre pays',
    de: 'Fund des anderen Landes',
    en: 'the other country’s find',
  },
  credited: { nl: 'medebetrokken', fr: 'associé', de: 'beteiligt', en: 'involved' },
  'same day': { nl: 'dezelfde', fr: 'le même', de: 'derselbe', en: 'the same' },
  'next day': { nl: 'de volgende', fr: 'le lendemain', de: 'der nächste', en: 'the next' },
  'one day apart': {
    nl: 'één dag verschil',
    fr: 'un jour d’écart',
    de: 'ein Tag Abstand',
    en: 'one day apart',
  },
  '2-3 days later': later('2–3'),
  '4-7 days later': later('4–7'),
  '2-3 days apart': apart('2–3'),
  '4-7 days apart': apart('4–7'),
  '8-30 days apart': apart('8–30'),
  'longer apart': longer,
  'registered 8-14 days apart': apart('8–14'),
  'registered 15-30 days apart': apart('15–30'),
  'registered 31-60 days apart': apart('31–60'),
  'registered longer apart': longer,
  'closed 8-120 days apart': apart('8–120'),
  'closed 121-730 days apart': apart('121–730'),
  'closed longer apart': longer,
  'gross and net': {
    nl: 'bruto en netto',
    fr: 'brut et net',
    de: 'brutto und netto',
    en: 'gross and net',
  },
  rounded: { nl: 'afgerond', fr: 'arrondi', de: 'gerundet', en: 'rounded' },
  'within 1 %': { nl: 'binnen 1 %', fr: 'à 1 % près', de: 'bis 1 %', en: 'within 1 %' },
  'within 5 %': { nl: 'binnen 5 %', fr: 'à 5 % près', de: 'bis 5 %', en: 'within 5 %' },
  'swapped digits': {
    nl: 'cijfers verwisseld',
    fr: 'chiffres intervertis',
    de: 'Zahlendreher',
    en: 'digits swapped',
  },
  'ten times': { nl: 'factor tien', fr: 'facteur dix', de: 'Zehnfaches', en: 'tenfold' },
  'a thousand times': {
    nl: 'factor duizend',
    fr: 'facteur mille',
    de: 'Tausendfaches',
    en: 'thousandfold',
  },
  'same cover load': {
    nl: 'zelfde deklading',
    fr: 'même chargement',
    de: 'gleiche Tarnladung',
    en: 'same cover load',
  },
  'same departure, another cover load': {
    nl: 'zelfde vertrek, andere deklading',
    fr: 'même départ, autre chargement',
    de: 'gleicher Abgang, andere Tarnladung',
    en: 'same departure, another cover load',
  },
  'same departure': {
    nl: 'zelfde vertrek',
    fr: 'même départ',
    de: 'gleicher Abgang',
    en: 'same departure',
  },
};

/** What is said of a level that has no words here: that it counts, not what it is. */
const untold: Text = {
  nl: 'niveau afgeschermd',
  fr: 'niveau masqué',
  de: 'Stufe verdeckt',
  en: 'level withheld',
};

const everyDays = /^every (\d+) days$/u;

function levelText(level: string): Text {
  const days = everyDays.exec(level)?.[1];
  if (days)
    return {
      nl: `minder dan eens in ${days} dagen`,
      fr: `moins d’une fois en ${days} jours`,
      de: `seltener als einmal in ${days} Tagen`,
      en: `less than once in ${days} days`,
    };
  return ownValue(levels, levelAsCompared(level)) ?? untold;
}

/** A reason without any value of the records: what was compared, and which level it reached. */
export function withheldText(comparison: string, level: string): Text {
  const name = ownValue(comparisons, comparison);
  return name ? joinWith([name, levelText(level)], ': ') : levelText(level);
}
