import { inFour, RefusalError, shape, type Text, takes, wrongUse } from '@samenbeeld/schema';
import { checkTogether, optionsShape } from '../about.ts';
import { checkOneEach } from '../check-argument.ts';
import { checkExposure } from '../check-count.ts';
import { listWarnings } from '../warnings.ts';
import { type AlarmChart, type AlarmMethod, alarmChart } from './alarm-chart.ts';
import { type AlarmTime, notExamined } from './alarm-time.ts';
import { type BaseCounts, fitBase } from './base-model.ts';
import { type AlarmsByChance, alarmsByChance, type Simulate } from './by-chance.ts';
import { type CountSeries, countSeries, refuseShort } from './count-series.ts';
import { examineCount, settleModel } from './examine-count.ts';
import {
  type FarringtonOptions,
  type FarringtonSettings,
  farringtonSettings,
} from './farrington-settings.ts';

/** Which earlier counts a count is compared with. */
interface BaseRules {
  readonly yearsBack: number;
  readonly halfWindow: number;
  readonly seasons: number;
  readonly recentLeftOut: number;
}

/** Positions of the earlier counts, and the season of each; season 0 is that of the count examined. */
interface BasePeriods {
  readonly at: readonly number[];
  readonly season: readonly number[];
}

const dayLength = 86_400_000;

function periodsInYear(series: CountSeries, frequency: number | undefined): number {
  const perYear = { day: 365, week: 52, month: 12, quarter: 4, half: 2, year: 1, period: null }[
    series.unit
  ];
  if (perYear !== null && frequency !== undefined && frequency !== perYear)
    throw wrongUse(
      '`frequency` is {perYear} voor deze `periods`, niet {frequency}: laat het weg',
      '`frequency` est {perYear} pour ces `periods`, et non {frequency} : laissez-le de côté',
      '`frequency` ist {perYear} für diese `periods`, nicht {frequency}: es weglassen',
      '`frequency` must be {perYear} for these `periods`, got {frequency}: leave it out',
      { perYear: String(perYear), frequency: String(frequency) },
    );
  const found = perYear ?? frequency;
  if (found === undefined || !Number.isSafeInteger(found) || found < 1)
    throw wrongUse(
      'geef `periods`, of `frequency` als geheel aantal perioden per jaar, niet {frequency}',
      'donnez `periods`, ou `frequency` comme nombre entier de périodes par an, et non {frequency}',
      '`periods` angeben, oder `frequency` als ganze Zahl von Zeiträumen je Jahr, nicht {frequency}',
      '`periods` must be given, or `frequency` as a whole number of periods a year, got {frequency}',
      { frequency: String(frequency) },
    );
  if (found < 4)
    throw new RefusalError(
      inFour(
        'Jaar- en halfjaarcijfers hebben geen seizoen om binnen te vergelijken.',
        'Des nombres annuels ou semestriels n’ont pas de saison où comparer.',
        'Jährliche und halbjährliche Anzahlen haben keine Saison, innerhalb derer sich vergleichen lässt.',
        'Yearly and half-yearly counts have no season to compare within.',
      ),
      {
        dimension: 'frequency',
        remedy: inFour(
          'Vergelijk jaren met `rateRatio`, of geef aantallen per kwartaal, maand, week of dag.',
          'Comparez les années avec `rateRatio`, ou donnez des nombres par trimestre, mois, semaine ou jour.',
          'Vergleichen Sie Jahre mit `rateRatio`, oder geben Sie Anzahlen je Quartal, Monat, Woche oder Tag.',
          'Compare years with `rateRatio`, or pass quarterly, monthly, weekly or daily counts.',
        ),
      },
    );
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
function basePeriods(
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

/** One examined count, and the periods it is compared with. */
interface ExaminedCase {
  readonly at: number;
  readonly reach: BasePeriods;
}

/** A series with what was examined in it. */
interface ExaminedCounts {
  readonly series: CountSeries;
  readonly perYear: number;
  readonly offsets: readonly number[];
  readonly cases: readonly ExaminedCase[];
  readonly settings: FarringtonSettings;
}

function baseCounts(
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
function recentOf(
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
function farringtonByChance(
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

const bounds: Readonly<Record<FarringtonSettings['thresholdMethod'], string>> = {
  delta: 'normal quantile of the transformed count',
  nbPlugin: 'quantile of the negative binomial around the estimate',
  muan: 'quantile of the negative binomial around the upper bound of the estimate',
};

/** What the method says of itself under these settings. */
function aboutFarrington(settings: FarringtonSettings): Omit<AlarmMethod, 'byChance'> {
  const { method, yearsBack, halfWindow, seasons, recentLeftOut, thresholdMethod } = settings;
  const transformed = thresholdMethod === 'delta' ? `, power ${settings.powerTransform}` : '';
  const base = seasons === 1 ? `same time of year ±${halfWindow}` : `${seasons} seasons`;
  return {
    kind: 'farrington',
    method:
      method === 'farrington'
        ? 'Farrington, quasi-Poisson regression on earlier years'
        : 'Farrington as improved by Noufaily, quasi-Poisson regression on earlier years',
    definition: `${yearsBack} years back, ${base}, last ${recentLeftOut} left out; ${bounds[thresholdMethod]}${transformed} (Farrington et al. 1996${method === 'farrington' ? '' : ', Noufaily et al. 2012'})`,
    assumptions: [
      inFour(
        'wat geteld is, en hoe, is in alle jaren van de basis hetzelfde',
        'ce qui est compté, et comment, est le même toutes les années de la base',
        'was gezählt wurde und wie, ist in allen Jahren der Basis gleich',
        'what was counted, and how, is the same in all years of the base',
      ),
      inFour(
        'aantallen van verschillende perioden hangen, afgezien van seizoen en trend, niet van elkaar af',
        'les nombres de périodes différentes ne dépendent pas les uns des autres, saison et tendance mises à part',
        'Anzahlen verschiedener Zeiträume hängen, abgesehen von Saison und Trend, nicht voneinander ab',
        'counts of different periods do not depend on each other, given season and trend',
      ),
    ],
    together: false,
    nominalRate: settings.alpha / settings.sides,
    warnings: warningsOf(settings),
  };
}

function warningsOf(settings: FarringtonSettings): readonly Text[] {
  const { standardError, reweight, thresholdMethod, trend, pThresholdTrend } = settings;
  const matters =
    thresholdMethod !== 'nbPlugin' || (trend && pThresholdTrend > 0 && pThresholdTrend < 1);
  return listWarnings(
    standardError === 'surveillance' &&
      reweight &&
      matters &&
      inFour(
        "de standaardfouten zijn die van R surveillance, waarin het gemiddelde na herweging buiten de spreiding blijft; met `standardError: 'published'` zijn het de gepubliceerde",
        "les erreurs types sont celles de R surveillance, qui laissent la moyenne hors de la dispersion après repondération\u00a0; `standardError: 'published'` donne celles qui ont été publiées",
        "die Standardfehler sind die von R surveillance, die den Mittelwert nach der Neugewichtung aus der Streuung lassen; `standardError: 'published'` gibt die veröffentlichten",
        "standard errors are those of R surveillance, which leave the mean out of the dispersion after reweighting; `standardError: 'published'` has the published ones",
      ),
  );
}

/** One count held against the model of its base. */
export interface FarringtonTime extends AlarmTime {
  /** Trend per period on the log scale; null where none was kept. */
  readonly trend: number | null;
  /** Variance over mean, at least 1. */
  readonly dispersion: number | null;
}

/** Counts held against the same time of year in earlier years. */
export type Farrington = AlarmChart<FarringtonTime>;

/**
 * Which counts lie above what earlier years let one expect?
 *
 * For weekly, monthly or daily counts with a season and a few years of history. Each count is held against a quasi-Poisson model
 * of the counts around the same time of year before it, in which past outbreaks count for less; above the bound is an alarm.
 * `farrington` is Farrington et al. 1996 (R surveillance `algo.farrington`), `noufaily` the improved method of Noufaily et al. 2012
 * (`farringtonFlexible`), with every option of either open. An alarm says "more than expected" and nothing of the cause.
 *
 * @param counts whole numbers in time order, one per period, null where missing
 * @throws InputError for negative, fractional or NaN counts, gaps, or a history of which no count can be examined
 * @throws RefusalError for mixed frequencies, and for yearly or half-yearly counts
 * @throws UsageError for options out of range
 * @example
 * ```ts
 * import { farrington } from '@samenbeeld/trends';
 * const months = Array.from({ length: 72 }, (_, i) => 10 + (i % 12) + (i === 71 ? 25 : 0));
 * farrington(months, { frequency: 12, examine: 6 }).details.alarmPeriods // => '72'
 * ```
 */
export function farrington(
  counts: ArrayLike<number | null>,
  options: FarringtonOptions = {},
): Farrington {
  takes('farrington', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const series = countSeries(counts, options);
  const perYear = periodsInYear(series, options.frequency);
  const settings = farringtonSettings(options, series.unit, perYear);
  const offsets = offsetsOf(series, options.population);
  const about = aboutFarrington(settings);
  const cases: ExaminedCase[] = [];
  const times = series.names.slice(series.from).map((period, i): FarringtonTime => {
    const at = series.from + i;
    const count = series.counts[at] as number | null;
    const none = (reason: NonNullable<AlarmTime['reason']>): FarringtonTime => ({
      ...notExamined(period, count, reason),
      trend: null,
      dispersion: null,
    });
    const reach = basePeriods(series, perYear, at, settings);
    if (!reach) return none('short_history');
    if (count === null) return none('missing');
    const base = baseCounts(series.counts, reach, at, offsets);
    if (base.counts.length * 2 < reach.at.length || !base.season.includes(0))
      return none('base_missing');
    const offset = offsets[at] as number;
    const model = settleModel(base, offset, settings);
    if (!model) return none('no_fit');
    const found = examineCount(
      count,
      recentOf(series.counts, at, settings),
      base,
      offset,
      model,
      settings,
    );
    if (found.reason === null) cases.push({ at, reach });
    return { period, count, ...found, trend: model.slope, dispersion: model.dispersion };
  });
  if (times.every(({ reason }) => reason === 'short_history'))
    refuseShort(
      inFour(
        'farrington met {n} jaar terug',
        'farrington avec {n} ans en arrière',
        'farrington mit {n} Jahren zurück',
        'farrington with {n} years back',
        { n: String(settings.yearsBack) },
      ),
      settings.yearsBack * perYear + settings.halfWindow + 1,
      series.counts.length,
      inFour(
        'verlaag `yearsBack`, of gebruik `ears`, dat maar enkele perioden terugkijkt',
        'baissez `yearsBack`, ou utilisez `ears`, qui ne regarde que quelques périodes en arrière',
        '`yearsBack` senken oder `ears` verwenden, das nur wenige Zeiträume zurückblickt',
        'lower `yearsBack`, or use `ears`, which looks back a few periods only',
      ),
    );
  return alarmChart(
    series,
    whereReached(times, options.examine),
    {
      ...about,
      warnings: [...alike, ...about.warnings],
      byChance: () =>
        farringtonByChance({ series, perYear, offsets, cases, settings }, options.simulate),
    },
    options,
    options.population,
  );
}

/** Without `examine`, the beginning of the series is history and not something that was left out. */
function whereReached(
  times: readonly FarringtonTime[],
  examine: number | undefined,
): readonly FarringtonTime[] {
  if (examine !== undefined) return times;
  return times.slice(times.findIndex(({ reason }) => reason !== 'short_history'));
}

function offsetsOf(
  series: CountSeries,
  population: ArrayLike<number> | undefined,
): readonly number[] {
  if (!population) return series.counts.map(() => 0);
  checkOneEach('population', population, 'count', series.counts.length);
  return Array.from(population, (value, i) =>
    Math.log(
      checkExposure(
        inFour(
          'de bevolking van {name}',
          'la population de {name}',
          'die Bevölkerung von {name}',
          'the population of {name}',
          { name: series.names[i] ?? '' },
        ),
        value,
      ),
    ),
  );
}
