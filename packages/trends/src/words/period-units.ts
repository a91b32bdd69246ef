import { inEach, type Text } from '@samenbeeld/schema';
import type { Period } from '../period.ts';

/** How long one period lasts. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'period';

/** One period in the phrases that sentences about alarms need; German and French by gender. */
interface UnitWords {
  /** "the latest week", as the start of a sentence. */
  readonly latest: Text;
  /** "weeks". */
  readonly many: Text;
  /** "weeks examined", after a number and its article. */
  readonly examined: Text;
  /** "in none of the 31 weeks examined" up to the number: German inflects by gender. */
  readonly none: Text;
}

type Row = readonly [nl: string, fr: string, de: string, en: string];

function unit(
  latest: Row,
  many: Row,
  examined: Row,
  feminine: readonly [fr: boolean, de: boolean],
): UnitWords {
  const text = ([nl, fr, de, en]: Row): Text => ({ nl, fr, de, en });
  const none: Row = [
    'In geen van de',
    feminine[0] ? 'Dans aucune des' : 'Dans aucun des',
    feminine[1] ? 'In keiner der' : 'In keinem der',
    'In none of the',
  ];
  return { latest: text(latest), many: text(many), examined: text(examined), none: text(none) };
}

const units: Readonly<Record<PeriodUnit, UnitWords>> = {
  day: unit(
    ['De laatste dag', 'Le dernier jour', 'Der letzte Tag', 'The latest day'],
    ['dagen', 'jours', 'Tage', 'days'],
    ['onderzochte dagen', 'jours examinés', 'untersuchten Tage', 'days examined'],
    [false, false],
  ),
  week: unit(
    ['De laatste week', 'La dernière semaine', 'Die letzte Woche', 'The latest week'],
    ['weken', 'semaines', 'Wochen', 'weeks'],
    ['onderzochte weken', 'semaines examinées', 'untersuchten Wochen', 'weeks examined'],
    [true, true],
  ),
  month: unit(
    ['De laatste maand', 'Le dernier mois', 'Der letzte Monat', 'The latest month'],
    ['maanden', 'mois', 'Monate', 'months'],
    ['onderzochte maanden', 'mois examinés', 'untersuchten Monate', 'months examined'],
    [false, false],
  ),
  quarter: unit(
    ['Het laatste kwartaal', 'Le dernier trimestre', 'Das letzte Quartal', 'The latest quarter'],
    ['kwartalen', 'trimestres', 'Quartale', 'quarters'],
    ['onderzochte kwartalen', 'trimestres examinés', 'untersuchten Quartale', 'quarters examined'],
    [false, false],
  ),
  half: unit(
    ['Het laatste halfjaar', 'Le dernier semestre', 'Das letzte Halbjahr', 'The latest half-year'],
    ['halfjaren', 'semestres', 'Halbjahre', 'half-years'],
    [
      'onderzochte halfjaren',
      'semestres examinés',
      'untersuchten Halbjahre',
      'half-years examined',
    ],
    [false, false],
  ),
  year: unit(
    ['Het laatste jaar', 'La dernière année', 'Das letzte Jahr', 'The latest year'],
    ['jaren', 'années', 'Jahre', 'years'],
    ['onderzochte jaren', 'années examinées', 'untersuchten Jahre', 'years examined'],
    [true, false],
  ),
  period: unit(
    ['De laatste periode', 'La dernière période', 'Der letzte Zeitabschnitt', 'The latest period'],
    ['perioden', 'périodes', 'Zeitabschnitte', 'periods'],
    [
      'onderzochte perioden',
      'périodes examinées',
      'untersuchten Zeitabschnitte',
      'periods examined',
    ],
    [true, false],
  ),
};

const ofFrequency: Readonly<Record<Period['freq'], PeriodUnit>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  S: 'half',
  A: 'year',
};

/** How long the periods of a frequency last. */
export function unitOf(freq: Period['freq']): PeriodUnit {
  return ofFrequency[freq];
}

/** "The latest week", "Le dernier mois". */
export function latestOf(unit: PeriodUnit): Text {
  return units[unit].latest;
}

/** "weeks". */
export function manyOf(unit: PeriodUnit): Text {
  return units[unit].many;
}

/** "Wochen", "Tagen": German behind "von". */
export function germanDative(plural: string): string {
  return plural.endsWith('n') ? plural : `${plural}n`;
}

/** "weeks examined", "untersuchten Wochen". */
export function examinedOf(unit: PeriodUnit): Text {
  return units[unit].examined;
}

/** "In none of the 31 weeks examined". */
export function noneOf(unit: PeriodUnit, examined: number): Text {
  return inEach(
    (language) => `${units[unit].none[language]} ${examined} ${units[unit].examined[language]}`,
  );
}
