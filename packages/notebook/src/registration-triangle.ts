import type { RevisionTriangle, TriangleRow } from '@samenbeeld/merge';
import { addDays, parsePeriod, type Seizure, type Span, wrongUse } from '@samenbeeld/schema';
import type { SeizureSelection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import type { Triangle } from './revision-triangle.ts';
import { triangleOutputs } from './revision-triangle.ts';
import { checkAsOf } from './selection.ts';
import { view } from './view.ts';
import { words } from './words.ts';

/** Options of `registrationTriangle`. */
export interface RegistrationTriangleOptions {
  /** Quarters by default. */
  readonly by?: 'month' | 'quarter' | 'year';
  /** As if it were this day; the picture's date. */
  readonly asOf?: string;
  /** How many months after the end of a period are looked at; 6. */
  readonly ages?: number;
}

const lengths = { month: 1, quarter: 3, year: 12 } as const;

/** The calendar period that holds a day. */
function periodOf(day: string, months: number): Span {
  const [year = '', month = ''] = day.split('-');
  if (months === 12) return parsePeriod(year);
  return parsePeriod(
    months === 1 ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`,
  );
}

/** The last day of the month so many months after a day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const place = year * 12 + month - 1 + months;
  return parsePeriod(`${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`).end;
}

function spans(first: string, last: string, months: number): readonly Span[] {
  const found: Span[] = [];
  for (let day = first; day <= last; ) {
    const span = periodOf(day, months);
    found.push(span);
    day = addDays(span.end, 1);
  }
  return found;
}

function rowOf(
  { start, end }: Span,
  seizures: readonly Seizure[],
  ages: readonly number[],
  asOf: string,
): TriangleRow {
  const registered = seizures
    .filter(({ date }) => date >= start && date <= end)
    .map(({ registeredOn, date }) => registeredOn ?? date);
  const values = ages.map((age) => {
    const day = monthsLater(end, age);
    return day > asOf ? null : registered.filter((on) => on <= day).length;
  });
  const known = values.filter((value) => value !== null);
  const [first = 0, last = first] = [known[0], known.at(-1)];
  return {
    periodStart: start,
    periodEnd: end,
    values,
    first,
    last,
    revision: last - first,
    percent: first === 0 ? null : (100 * (last - first)) / first,
  };
}

/**
 * How the number of records of each period grew as offices registered them: a row a period, a column a number of months
 * after its end, from the first record to the last that was known. What `methods.nowcast` develops. Records are counted as they are
 * registered, double reports included.
 *
 * @throws UsageError for a selection without rows, or an unknown length of period
 */
export function registrationTriangle(
  selection: SeizureSelection,
  { by = 'quarter', asOf, ages = 6 }: RegistrationTriangleOptions = {},
): Triangle | Refused {
  const { picture, rows } = selection;
  return answer(picture, () => {
    const day = asOf ?? picture.metadata.asOf;
    if (asOf !== undefined) checkAsOf(asOf);
    const months = Object.hasOwn(lengths, by) ? lengths[by] : undefined;
    if (!months)
      throw wrongUse(
        '`by` is month, quarter of year, niet {by}.',
        '`by` est month, quarter ou year, et non {by}.',
        '`by` ist month, quarter oder year, nicht {by}.',
        '`by` must be month, quarter or year, got {by}.',
        { by },
      );
    const known = rows.filter(({ registeredOn, date }) => !day || (registeredOn ?? date) <= day);
    const dates = known.map(({ date }) => date).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined)
      throw wrongUse(
        'Hier zijn geen records waarvan de registratie te laat kan zijn.',
        'Il n’y a ici aucun enregistrement dont l’inscription pourrait être tardive.',
        'Hier gibt es keine Datensätze, deren Eintragung verspätet sein könnte.',
        'There are no records here whose registration could be late.',
      );
    const columns = Array.from({ length: ages + 1 }, (_, age) => age);
    const end = day ?? monthsLater(last, ages);
    const triangle: RevisionTriangle = {
      unit: 'seizure',
      by: 'lag',
      columns,
      rows: spans(first, last, months)
        .map((span) => rowOf(span, known, columns, end))
        .filter(({ values }) => values.some((value) => value !== null)),
    };
    return view<Triangle>({ kind: 'triangle', picture, triangle }, (own) =>
      triangleOutputs(own, words.byRegistration),
    );
  });
}
