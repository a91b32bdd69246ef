import { formatPeriod, inEach, parsePeriod, type Text } from '@samenbeeld/schema';
import { consecutivePeriods } from '../consecutive-periods.ts';
import type { Period } from '../period.ts';
import { stepOf } from '../period-step.ts';
import { type PeriodUnit, unitOf } from '../words/period-units.ts';

/** What the calendar says of the values of a series: what each is, and the cycle whose positions have names. */
export interface SeasonCalendar {
  readonly codes: readonly string[];
  readonly unit: PeriodUnit;
  /** Length of the cycle with names: 12 months, 4 quarters, 2 halves, 7 days; null where there is none. */
  readonly cycle: number | null;
  /** Position in that cycle of the first value. */
  readonly startsAt: number;
  readonly names: readonly Text[];
}

/** Monday first. */
const weekdays: readonly Text[] = [
  { nl: 'maandag', fr: 'lundi', de: 'Montag', en: 'Monday' },
  { nl: 'dinsdag', fr: 'mardi', de: 'Dienstag', en: 'Tuesday' },
  { nl: 'woensdag', fr: 'mercredi', de: 'Mittwoch', en: 'Wednesday' },
  { nl: 'donderdag', fr: 'jeudi', de: 'Donnerstag', en: 'Thursday' },
  { nl: 'vrijdag', fr: 'vendredi', de: 'Freitag', en: 'Friday' },
  { nl: 'zaterdag', fr: 'samedi', de: 'Samstag', en: 'Saturday' },
  { nl: 'zondag', fr: 'dimanche', de: 'Sonntag', en: 'Sunday' },
];

/** Months, quarters or halves of a year, without the year. */
function partsOfYear(codes: readonly string[]): readonly Text[] {
  return codes.map((code) =>
    inEach((language) =>
      formatPeriod(parsePeriod(`2021-${code}`), language).replace(/(?: of)? 2021$/, ''),
    ),
  );
}

const cycles: Readonly<Record<Period['freq'], (() => readonly Text[]) | null>> = {
  M: () => partsOfYear(Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))),
  Q: () => partsOfYear(['Q1', 'Q2', 'Q3', 'Q4']),
  S: () => partsOfYear(['S1', 'S2']),
  D: () => weekdays,
  W: null,
  A: null,
};

/** Reads the calendar of a series without gaps. */
export function seasonCalendar(codes: readonly string[], length: number): SeasonCalendar {
  const periods = consecutivePeriods(codes, length, {
    option: 'calendar',
    one: 'value',
    repair: 'sort by period; a decomposition takes no gaps',
  });
  const [first] = periods;
  const names = first ? (cycles[first.freq]?.() ?? []) : [];
  const cycle = names.length > 0 ? names.length : null;
  // The first of January 1970, day 0, was a Thursday.
  const step = first ? stepOf(first) + (first.freq === 'D' ? 3 : 0) : 0;
  return {
    codes,
    unit: first ? unitOf(first.freq) : 'period',
    cycle,
    startsAt: cycle === null ? 1 : (((step % cycle) + cycle) % cycle) + 1,
    names,
  };
}
