import { periodsPerYear, stepOf, wrongUse } from '@samenbeeld/schema';
import type { Period } from '../period.ts';

/**
 * How the season enters a model.
 * - `auto`: each month, quarter or half where three years are known; one wave for two years of months or quarters,
 *   two waves for two years of weeks; otherwise none
 * - `each`: a level for each month, quarter or half
 * - `none`
 * - `{ waves }`: that many pairs of sine and cosine a year
 */
export type SeasonModel = 'auto' | 'each' | 'none' | { readonly waves: number };

/** The columns that stand for the season, and what they are called. */
export interface SeasonTerms {
  readonly name: string;
  readonly rows: readonly (readonly number[])[];
  /** True where a season is likely but too few years are known to tell. */
  readonly unknown: boolean;
}

/** The season of some periods as columns of a design. */
export function seasonTerms(periods: readonly Period[], season: SeasonModel): SeasonTerms {
  const freq = periods[0]?.freq ?? 'A';
  const wanted = season === 'auto' ? seasonFor(freq, periods.length) : season;
  if (wanted === 'none')
    return {
      name: 'none',
      rows: periods.map(() => []),
      unknown: season === 'auto' && freq !== 'A',
    };
  const perYear = periodsPerYear[freq];
  const steps = periods.map(stepOf);
  if (wanted === 'each') {
    if (!['S', 'Q', 'M'].includes(freq))
      throw wrongUse(
        "`season: 'each'` neemt halfjaren, kwartalen of maanden; gebruik `season.waves`",
        "`season: 'each'` prend des semestres, des trimestres ou des mois ; utilisez `season.waves`",
        "`season: 'each'` nimmt Halbjahre, Quartale oder Monate; `season.waves` verwenden",
        "`season: 'each'` takes halves, quarters or months; use `season.waves`",
      );
    const rows = steps.map((step) => {
      const place = ((step % perYear) + perYear) % perYear;
      return Array.from({ length: perYear - 1 }, (_, i) => (place === i + 1 ? 1 : 0));
    });
    return { name: { S: 'halves', Q: 'quarters', M: 'months' }[freq as 'M'], rows, unknown: false };
  }
  const { waves } = wanted;
  if (!Number.isSafeInteger(waves) || waves < 1 || 2 * waves >= perYear)
    throw wrongUse(
      '`season.waves` is een geheel getal van 1 tot {a} voor deze perioden, niet {waves}',
      '`season.waves` est un nombre entier de 1 à {a} pour ces périodes, et non {waves}',
      '`season.waves` ist eine ganze Zahl von 1 bis {a} für diese Zeiträume, nicht {waves}',
      '`season.waves` must be a whole number from 1 to {a} for these periods, got {waves}',
      { a: String(Math.max(0, Math.ceil(perYear / 2) - 1)), waves: String(waves) },
    );
  const rows = steps.map((step) =>
    Array.from({ length: waves }, (_, i) => (2 * Math.PI * (i + 1) * step) / perYear).flatMap(
      (angle) => [Math.sin(angle), Math.cos(angle)],
    ),
  );
  return { name: `${waves} wave${waves > 1 ? 's' : ''}`, rows, unknown: false };
}

function seasonFor(freq: Period['freq'], n: number): Exclude<SeasonModel, 'auto'> {
  const years = n / periodsPerYear[freq];
  if (freq === 'A' || freq === 'D') return 'none';
  if (freq === 'W') return years >= 2 ? { waves: 2 } : 'none';
  if (years >= 3) return 'each';
  return years >= 2 && freq !== 'S' ? { waves: 1 } : 'none';
}

/** The design of an interrupted series: level, yearly course, step at the change, change of course after it, season. */
export function interruptionDesign(
  periods: readonly Period[],
  change: Period,
  course: boolean,
  season: SeasonTerms,
): readonly (readonly number[])[] {
  const perYear = periodsPerYear[change.freq];
  const at = stepOf(change);
  return periods.map((period, i) => {
    const years = (stepOf(period) - at) / perYear;
    const after = years >= 0 ? 1 : 0;
    return [1, years, after, ...(course ? [after * years] : []), ...(season.rows[i] ?? [])];
  });
}
