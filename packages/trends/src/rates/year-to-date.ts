import {
  InputError,
  inFour,
  RefusalError,
  shape,
  sumExact,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { nullWhereMissing } from '../clean-series.ts';
import { type Period, readPeriod } from '../period.ts';
import { pointShape, refuseMixedFrequencies, type SeriesPoint } from '../trend-series.ts';

/** What was counted in a year up to the end of one of its months, quarters or halves. */
export interface YearToDate {
  /** "2025-01..2025-08", as `likePeriods` and `growth` take it. */
  readonly period: string;
  /** null where a part is missing: a sum without it would be of another period. */
  readonly value: number | null;
  readonly missing: readonly string[];
}

const parts: Readonly<Record<string, number>> = { S: 2, Q: 4, M: 12 };

/**
 * The year up to a month, quarter or half, for every year of a series: the only totals that a running year may be
 * compared with.
 *
 * @param points one value per month, quarter or half, in any order
 * @param upTo the last part that counts ("2025-08")
 * @throws RefusalError for points of another frequency than `upTo`, or partial periods
 * @throws InputError for a period that stands twice, NaN or infinite values
 * @throws UsageError where `upTo` is no month, quarter or half
 * @example
 * ```ts
 * import { yearToDate } from '@samenbeeld/trends';
 * const points = ['2024-Q1', '2024-Q2', '2025-Q1', '2025-Q2'].map((period, i) => ({ period, value: i + 1 }));
 * yearToDate(points, '2025-Q2').map(({ period, value }) => [period, value]) // => [['2024-01..2024-06', 3], ['2025-01..2025-06', 7]]
 * ```
 */
export function yearToDate(points: readonly SeriesPoint[], upTo: string): readonly YearToDate[] {
  takes('yearToDate', ['points', points, shape.list(pointShape)], ['upTo', upTo, shape.text]);

  const last = readPeriod(upTo);
  const count = parts[last.freq];
  if (!count)
    throw wrongUse(
      '`upTo` is een maand, kwartaal of halfjaar, niet {upTo}',
      '`upTo` est un mois, un trimestre ou un semestre, et non {upTo}',
      '`upTo` ist ein Monat, Quartal oder Halbjahr, nicht {upTo}',
      '`upTo` must be a month, quarter or half, got {upTo}',
      { upTo },
    );
  const values = new Map<string, number | null>();
  for (const point of points) {
    const period = readPeriod(point.period);
    refuseOther(period, last, point);
    if (values.has(placeOf(period, count)))
      throw new InputError(
        inFour(
          'verwacht: één waarde voor {code}; gevonden: twee',
          'attendu : une valeur pour {code} ; trouvé : deux',
          'erwartet: ein Wert für {code}; gefunden: zwei',
          'expected one value for {code}, found two',
          { code: period.code },
        ),
        inFour(
          'houd één waarde per periode over',
          'gardez une valeur par période',
          'einen Wert je Zeitraum behalten',
          'keep one value per period',
        ),
      );
    values.set(placeOf(period, count), checkValue(point));
  }
  const wanted = Number(placeOf(last, count).split(' ')[1]);
  const years = [...new Set([...values.keys()].map((place) => place.split(' ')[0] as string))];
  return years.sort().map((year) => {
    const places = Array.from({ length: wanted }, (_, i) => `${year} ${i + 1}`);
    const missing = places.filter((place) => (values.get(place) ?? null) === null);
    const end = last.end.slice(5, 7);
    return {
      period: `${year}-01..${year}-${end}`,
      value:
        missing.length > 0 ? null : sumExact(places.map((place) => values.get(place) as number)),
      missing: missing.map((place) => codeOf(place, last.freq)),
    };
  });
}

function refuseOther(period: Period, last: Period, point: SeriesPoint): void {
  refuseMixedFrequencies(
    [period, last],
    inFour(
      'Geef perioden van één lengte, en eindig met een ervan.',
      'Donnez des périodes d’une même longueur, et terminez par l’une d’elles.',
      'Geben Sie Zeiträume einer Länge, und enden Sie mit einem davon.',
      'Pass periods of one length, and end with one of them.',
    ),
  );
  if (point.partial && point.value !== null)
    throw new RefusalError(
      inFour(
        'De reeks bevat een onvolledige periode: {code}.',
        'La série contient une période incomplète : {code}.',
        'Die Reihe enthält einen unvollständigen Zeitraum: {code}.',
        'The series holds a partial period: {code}.',
        { code: period.code },
      ),
      {
        dimension: 'period',
        remedy: inFour(
          'Eindig met de laatste volledige periode.',
          'Terminez par la dernière période complète.',
          'Enden Sie mit dem letzten vollständigen Zeitraum.',
          'End with the last period that is complete.',
        ),
      },
    );
}

function checkValue({ period, value }: SeriesPoint): number | null {
  if (value === null || Number.isFinite(value)) return value;
  throw new InputError(
    inFour(
      'verwacht: een eindig getal of null in {period}; gevonden: {value}',
      'attendu : un nombre fini ou null en {period} ; trouvé : {value}',
      'erwartet: eine endliche Zahl oder null in {period}; gefunden: {value}',
      'expected a finite number or null in {period}, found {value}',
      { period, value: String(value) },
    ),
    nullWhereMissing,
  );
}

/** Year and number of the part: "2025 8". */
function placeOf({ start }: Period, count: number): string {
  const [year = '', month = '1'] = start.split('-');
  return `${year} ${Math.floor(((Number(month) - 1) * count) / 12) + 1}`;
}

function codeOf(place: string, freq: string): string {
  const [year = '', part = ''] = place.split(' ');
  return freq === 'M' ? `${year}-${part.padStart(2, '0')}` : `${year}-${freq}${part}`;
}
