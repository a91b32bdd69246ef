import {
  type CalendarPeriod,
  calendarPeriod,
  InputError,
  inEach,
  inFour,
  type Language,
  listed,
  parsePeriod,
  shortPeriod,
  stepOf,
  wrongUse,
} from '@samenbeeld/schema';

/** How often a series has a value: years, halves, quarters, months, weeks or days. */
export type Frequency = CalendarPeriod['freq'];

/** A period counted in its own frequency, so that the next one is one more. */
export interface PeriodStep {
  readonly frequency: Frequency;
  readonly step: number;
}

const lengths = {
  A: 'years',
  S: 'halves',
  Q: 'quarters',
  M: 'months',
  W: 'weeks',
  D: 'days',
} as const;

/** Reads a period; throws an InputError for a text that is no whole year, half, quarter, month, week or day. */
export function periodStep(code: string): PeriodStep {
  const period = calendarPeriod(code);
  return { frequency: period.freq, step: stepOf(period) };
}

/**
 * Where a period or day begins among steps of a frequency: halfway between two steps where it begins with a step, part
 * of a step further where it begins within one.
 */
export function boundaryOf(code: string, frequency: Frequency): number {
  return stepOf({ start: parsePeriod(code).start, freq: frequency }) - 0.5;
}

/** A period in few letters, with its year ("2021", "Apr 2021", "Q2 2021", "wk 5 2021"). */
export function periodName(code: string, language: Language): string {
  return shortPeriod(parsePeriod(code), language);
}

/** The one frequency of several periods; throws where they mix, or where there is none. */
export function frequencyOf(codes: readonly string[]): Frequency {
  const found = [...new Set(codes.map((code) => periodStep(code).frequency))];
  const [first] = found;
  if (first === undefined)
    throw wrongUse(
      'een grafiek over de tijd vraagt ten minste één periode',
      'un graphique dans le temps demande au moins une période',
      'ein Diagramm über die Zeit braucht mindestens einen Zeitraum',
      'a chart over time needs at least one period',
    );
  if (found.length === 1) return first;
  const names = found.map((one) => lengths[one]);
  throw new InputError(
    inFour(
      'verwacht: perioden van één lengte; gevonden: {names}',
      'attendu : des périodes d’une même longueur ; trouvé : {names}',
      'erwartet: Zeiträume einer Länge; gefunden: {names}',
      'expected periods of one length, found {names}',
      { names: inEach((language) => listed(names, language)) },
    ),
    inFour(
      'teken jaren, maanden en weken in eigen grafieken',
      'dessinez années, mois et semaines dans des graphiques à part',
      'Jahre, Monate und Wochen in eigenen Diagrammen zeichnen',
      'draw years, months and weeks in charts of their own',
    ),
  );
}
