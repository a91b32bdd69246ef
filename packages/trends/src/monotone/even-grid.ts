import { inFour, RefusalError } from '@samenbeeld/schema';
import type { CleanSeries } from '../clean-series.ts';

/** A series on evenly spaced places, some of which may be missing. */
export interface EvenGrid {
  /** Whole numbers from 0. */
  readonly places: readonly number[];
  readonly values: readonly number[];
  /** From one place to the next, in the unit of the times. */
  readonly step: number;
}

/** A series on even places, missing periods leaving a gap; null where the times are unevenly spaced. */
export function findGrid({ times, values }: CleanSeries): EvenGrid | null {
  const first = times[0] ?? 0;
  const distances = times.slice(1).map((time, i) => time - (times[i] as number));
  const step = distances.length > 0 ? distances.reduce((a, b) => Math.min(a, b)) : 1;
  const places = times.map((time) => Math.round((time - first) / step));
  const even = times.every(
    (time, i) => Math.abs((time - first) / step - (places[i] as number)) <= 0.01,
  );
  return even ? { places, values, step } : null;
}

/** As `findGrid`; uneven spacing is refused. */
export function evenGrid(series: CleanSeries): EvenGrid {
  const grid = findGrid(series);
  if (grid) return grid;
  throw new RefusalError(
    inFour(
      'De tijden liggen ongelijk uit elkaar.',
      'Les temps sont inégalement espacés.',
      'Die Zeiten liegen ungleich auseinander.',
      'The times are unevenly spaced.',
    ),
    {
      dimension: 'spacing',
      remedy: inFour(
        'Nummer de perioden één voor één, null waar er een ontbreekt, of gebruik mannKendall, dat alleen hun volgorde vraagt.',
        'Numérotez les périodes une à une, null là où il en manque, ou prenez mannKendall, qui ne demande que leur ordre.',
        'Nummerieren Sie die Zeiträume der Reihe nach, null, wo einer fehlt, oder nehmen Sie mannKendall, das nur ihre Reihenfolge braucht.',
        'Number the periods one by one, null where one is missing, or use mannKendall, which needs only their order.',
      ),
    },
  );
}
