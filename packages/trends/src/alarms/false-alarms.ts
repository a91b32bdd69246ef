import type { BaseCounts } from './arrow-step.ts';
import { fitBase } from './base-model.ts';
import type { BasePeriods } from './base-periods.ts';
import { type AlarmsByChance, alarmsByChance, type Simulate } from './by-chance.ts';
import type { CountSeries } from './count-series.ts';
import { examineCount, settleModel } from './examine-count.ts';
import type { FarringtonSettings } from './farrington-settings.ts';

/** One examined count, and the periods it is compared with. */
export interface ExaminedCase {
  readonly at: number;
  readonly reach: BasePeriods;
}

/** A series with what was examined in it. */
export interface ExaminedCounts {
  readonly series: CountSeries;
  readonly perYear: number;
  readonly offsets: readonly number[];
  readonly cases: readonly ExaminedCase[];
  readonly settings: FarringtonSettings;
}

/** The known counts of a base. */
export function baseCounts(
  counts: readonly (number | null)[],
  reach: BasePeriods,
  at: number,
  offsets: readonly number[],
): BaseCounts {
  const known = [...reach.at.keys()].filter((i) => counts[reach.at[i] as number] !== null);
  return {
    counts: known.map((i) => counts[reach.at[i] as number] as number),
    season: known.map((i) => reach.season[i] as number),
    times: known.map((i) => (reach.at[i] as number) - at),
    offset: known.map((i) => offsets[reach.at[i] as number] as number),
  };
}

/** Events in the last few periods. */
export function recentOf(
  counts: readonly (number | null)[],
  at: number,
  { limit54 }: FarringtonSettings,
): number {
  return counts
    .slice(Math.max(0, at - limit54[1] + 1), at + 1)
    .reduce((sum: number, count) => sum + (count ?? 0), 0);
}

/** Counts of bases that are fitted anew, in all runs together: some tenths of a second. */
const work = 100_000;
const fewestRuns = 60;
const mostPicked = 24;

/**
 * How many alarms the method gives where nothing changes: whole series with the season, the trend and the scatter of this one are
 * drawn, and as many counts of each examined anew as time allows, picked at random, so that counts which share a base are among them.
 */
export function farringtonByChance(
  { series, perYear, offsets, cases, settings }: ExaminedCounts,
  simulate: Simulate | undefined,
): AlarmsByChance {
  const { means, parameters } = nullMeans(series, perYear, offsets);
  const before = [...means.keys()].filter((i) => means[i] !== null);
  const history = before.filter((i) => i < (cases[0] as ExaminedCase).at);
  const learnt = series.from > 0 ? history : before;
  const size = (cases[0] as ExaminedCase).reach.at.length;
  const affordable = Math.max(4, Math.floor(work / (size * fewestRuns)));
  const picked = Math.min(mostPicked, affordable, cases.length);
  const runs = Math.max(fewestRuns, Math.min(2000, Math.ceil(work / (size * picked))));
  return alarmsByChance({
    method: `farrington ${JSON.stringify([settings, offsets.some(Boolean) ? offsets : 0, cases.map(({ at }) => at)])}`,
    means,
    learnt: {
      counts: learnt.map((i) => series.counts[i] as number),
      means: learnt.map((i) => means[i] as number),
    },
    parameters,
    levelKnown: false,
    examined: cases.length,
    alarmsIn: (drawn, random) => {
      const order = cases.slice();
      let alarms = 0;
      for (let i = 0; i < picked; i++) {
        const other = random.int(i, order.length - 1);
        const one = order[other] as ExaminedCase;
        order[other] = order[i] as ExaminedCase;
        if (isAlarm(drawn, one, offsets, settings)) alarms += 1;
      }
      return { alarms, of: picked };
    },
    simulate: simulate ?? { runs, seed: 1 },
  });
}

function isAlarm(
  drawn: readonly (number | null)[],
  { at, reach }: ExaminedCase,
  offsets: readonly number[],
  settings: FarringtonSettings,
): boolean {
  const base = baseCounts(drawn, reach, at, offsets);
  const offset = offsets[at] as number;
  const model = settleModel(base, offset, settings);
  if (!model) return false;
  const recent = recentOf(drawn, at, settings);
  return examineCount(drawn[at] as number, recent, base, offset, model, settings).alarm;
}

/** Mean of each known count by a season and a trend: a level per month, or per four weeks or days of the year. */
function nullMeans(
  { counts }: CountSeries,
  perYear: number,
  offsets: readonly number[],
): { readonly means: readonly (number | null)[]; readonly parameters: number } {
  const seasons = Math.min(13, perYear);
  const known = [...counts.keys()].filter((i) => counts[i] !== null);
  const seasonOf = (i: number): number => Math.floor(((i % perYear) * seasons) / perYear);
  const names = [...new Set(known.map(seasonOf))];
  const base: BaseCounts = {
    counts: known.map((i) => counts[i] as number),
    season: known.map((i) => names.indexOf(seasonOf(i))),
    times: known.map((i) => i - counts.length),
    offset: known.map((i) => offsets[i] as number),
  };
  const even = known.map(() => 1);
  const sloped = fitBase(base, even, true);
  const fit = sloped.converged ? sloped : fitBase(base, even, false);
  const means: (number | null)[] = counts.map(() => null);
  for (const [i, at] of known.entries()) means[at] = fit.means[i] as number;
  return { means, parameters: names.length + 1 };
}
