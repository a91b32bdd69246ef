import { RefusalError, UsageError } from '@samenbeeld/schema';
import type { CountSeries } from './count-series.ts';

/** Which earlier counts a count is compared with. */
export interface BaseRules {
  readonly yearsBack: number;
  readonly halfWindow: number;
  readonly seasons: number;
  readonly recentLeftOut: number;
}

/** Positions of the earlier counts, and the season of each; season 0 is that of the count examined. */
export interface BasePeriods {
  readonly at: readonly number[];
  readonly season: readonly number[];
}

const dayLength = 86_400_000;

/** How many periods a year has. */
export function periodsInYear(series: CountSeries, frequency: number | undefined): number {
  const perYear = { day: 365, week: 52, month: 12, quarter: 4, half: 2, year: 1, period: null }[
    series.unit
  ];
  if (perYear !== null && frequency !== undefined && frequency !== perYear)
    throw new UsageError(
      `\`frequency\` must be ${perYear} for these \`periods\`, got ${frequency}: leave it out`,
    );
  const found = perYear ?? frequency;
  if (found === undefined || !Number.isSafeInteger(found) || found < 1)
    throw new UsageError(
      `\`periods\` must be given, or \`frequency\` as a whole number of periods a year, got ${frequency}`,
    );
  if (found < 4)
    throw new RefusalError('Yearly and half-yearly counts have no season to compare within.', {
      dimension: 'frequency',
      remedy: 'Compare years with `rateRatio`, or pass quarterly, monthly, weekly or daily counts.',
    });
  return found;
}

/**
 * The same time of year so many years before. Weeks and days go by the calendar: the week or day nearest to the
 * anniversary, since some years have 53 weeks.
 */
function sameTime(series: CountSeries, perYear: number, at: number, years: number): number {
  const { periods, unit } = series;
  if (!periods || (unit !== 'week' && unit !== 'day')) return at - perYear * years;
  const start = (periods[at] as { readonly start: string }).start;
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const days = (Date.parse(start) - Date.UTC(year - years, month - 1, day)) / dayLength;
  return at - Math.round(unit === 'week' ? days / 7 : days);
}

/** The counts that one is compared with; null where the series does not reach back so far. */
export function basePeriods(
  series: CountSeries,
  perYear: number,
  at: number,
  rules: BaseRules,
): BasePeriods | null {
  const { yearsBack, halfWindow, seasons } = rules;
  const centres = Array.from({ length: yearsBack + 1 }, (_, i) =>
    sameTime(series, perYear, at, yearsBack - i),
  );
  if ((centres[0] as number) - halfWindow < 0) return null;
  const end = at - rules.recentLeftOut;
  const found: { at: number[]; season: number[] } = { at: [], season: [] };
  const add = (from: number, to: number, season: number): void => {
    for (let i = from; i < Math.min(to, end); i++) {
      found.at.push(i);
      found.season.push(season);
    }
  };
  for (const [i, centre] of centres.entries()) {
    if (i < yearsBack || seasons > 1) add(centre - halfWindow, centre + halfWindow + 1, 0);
    const next = centres[i + 1];
    if (seasons === 1 || next === undefined) continue;
    let from = centre + halfWindow + 1;
    const rest = next - halfWindow - from;
    const groups = seasons - 1;
    for (let group = 0; group < groups; group++) {
      const length = Math.floor(rest / groups) + (group < rest % groups ? 1 : 0);
      add(from, from + length, group + 1);
      from += length;
    }
  }
  return found;
}
