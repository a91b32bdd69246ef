import {
  eachOf,
  type Finding,
  figure,
  formatPeriod,
  inEach,
  inFour,
  parsePeriod,
  semicolon,
  shape,
  stepOf,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { firstFew } from '../alarms/alarm-words.ts';
import { checkAnyOf, checkOneEach, checkWhole } from '../check-argument.ts';
import { consecutivePeriods } from '../consecutive-periods.ts';
import type { Period } from '../period.ts';
import { listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { pValue } from '../words/p-value.ts';
import { germanDative, manyOf, type PeriodUnit, unitOf } from '../words/period-units.ts';
import { unitAfter } from '../words/unit-word.ts';
import { completeSeries, refuseConstant } from './complete-series.ts';
import { describeSeason, type Season, type SeasonVerdict } from './season.ts';
import { type SeasonTestMethod, seasonTest } from './season-test.ts';
import { type StlParts, stl } from './stl.ts';
import { type StlOptions, type StlSettings, stlSettings } from './stl-settings.ts';

interface SeasonWords {
  readonly seasons: readonly Season[];
  readonly n: number;
  /** Values set aside, and whether they are named by their periods. */
  readonly outliers: readonly string[];
  readonly dated: boolean;
  readonly unit: string | null;
  /** Names of the positions of one cycle; empty where there are none. */
  readonly names: readonly Text[];
  /** What the periods of a cycle are. */
  readonly cycleUnit: PeriodUnit;
}

function one(season: Season, w: SeasonWords): Text {
  const { period, verdict } = season;
  const many = manyOf(w.cycleUnit);
  const dative = germanDative(many.de);
  return inEach((language) => {
    const counted = `n\u00a0=\u00a0${w.n}`;
    const p = `${counted}${language === 'fr' ? semicolon.fr : ', '}${pValue(season.p, language)}`;
    const place = (position: number): string =>
      (w.names.length === period ? w.names[position - 1]?.[language] : undefined) ??
      {
        nl: `positie ${position}`,
        fr: `position ${position}`,
        de: `Position ${position}`,
        en: `position ${position}`,
      }[language];
    const apart = `${figure(season.amplitude, language)}${unitAfter(w.unit, season.amplitude, language)}`;
    const strength = figure(season.strength, language);
    const text: Readonly<Record<typeof verdict, Text>> = {
      shown: {
        nl: `Een seizoenspatroon van ${period} ${many.nl} is aantoonbaar (hoogste punt: ${place(season.highest)}; laagste: ${place(season.lowest)}; verschil ${apart}; sterkte ${strength} op een schaal van 0 tot 1; ${p}).`,
        fr: `Une variation saisonnière de ${period} ${many.fr} peut être démontrée (maximum\u00a0: ${place(season.highest)}\u00a0; minimum\u00a0: ${place(season.lowest)}\u00a0; écart ${apart}\u00a0; intensité ${strength} sur une échelle de 0 à 1\u00a0; ${p}).`,
        de: `Ein Saisonmuster von ${period} ${dative} lässt sich nachweisen (Höchststand: ${place(season.highest)}; Tiefststand: ${place(season.lowest)}; Abstand ${apart}; Stärke ${strength} auf einer Skala von 0 bis 1; ${p}).`,
        en: `A seasonal pattern of ${period} ${many.en} can be shown (highest: ${place(season.highest)}; lowest: ${place(season.lowest)}; ${apart} apart; strength ${strength} on a scale from 0 to 1; ${p}).`,
      },
      not_shown: {
        nl: `Er is geen seizoenspatroon van ${period} ${many.nl} aantoonbaar (${p}). Dat bewijst niet dat er geen is.`,
        fr: `Aucune variation saisonnière de ${period} ${many.fr} ne peut être démontrée (${p}). Cela ne prouve pas qu’il n’y en a pas.`,
        de: `Ein Saisonmuster von ${period} ${dative} lässt sich nicht nachweisen (${p}). Das beweist nicht, dass es keines gibt.`,
        en: `No seasonal pattern of ${period} ${many.en} can be shown (${p}). That does not prove that there is none.`,
      },
      no_conclusion: {
        nl: `Geen conclusie mogelijk over een seizoenspatroon van ${period} ${many.nl} (${counted}): met zo weinig cycli kan elk patroon toeval zijn.`,
        fr: `Aucune conclusion possible sur une variation saisonnière de ${period} ${many.fr} (${counted})\u00a0: avec si peu de cycles, tout motif peut être dû au hasard.`,
        de: `Keine Aussage über ein Saisonmuster von ${period} ${dative} möglich (${counted}): Bei so wenigen Zyklen kann jedes Muster Zufall sein.`,
        en: `No conclusion possible about a seasonal pattern of ${period} ${many.en} (${counted}): with so few cycles any pattern may be chance.`,
      },
    };
    return text[verdict][language];
  });
}

function setAside({ outliers, dated }: SeasonWords): Text | null {
  if (outliers.length === 0) return null;
  return inEach((language) => {
    const list = dated ? ` (${firstFew(outliers, language)})` : '';
    return {
      nl: `Als uitschieter buiten trend en seizoen gehouden: ${outliers.length}${list}.`,
      fr: `Valeurs atypiques tenues à l’écart de la tendance et de la saison\u00a0: ${outliers.length}${list}.`,
      de: `Als Ausreißer aus Trend und Saison herausgehalten: ${outliers.length}${list}.`,
      en: `Kept out of trend and season as outliers: ${outliers.length}${list}.`,
    }[language];
  });
}

function seasonSays(about: About, w: SeasonWords): Text {
  return changeSays(about, ...w.seasons.map((season) => one(season, w)), setAside(w));
}

/** What the calendar says of the values of a series: what each is, and the cycle whose positions have names. */
interface SeasonCalendar {
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
function seasonCalendar(codes: readonly string[], length: number): SeasonCalendar {
  const periods = consecutivePeriods(codes, length, {
    option: 'calendar',
    one: eachOf.value,
    repair: inFour(
      'sorteer naar periode; een ontleding verdraagt geen gaten',
      'triez par période ; une décomposition ne souffre pas de trous',
      'nach Zeitraum ordnen; eine Zerlegung verträgt keine Lücken',
      'sort by period; a decomposition takes no gaps',
    ),
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

/** The settings of each season, from the shortest to the longest, or a UsageError. */
function seasonSettings(n: number, options: DecomposeOptions): readonly StlSettings[] {
  const { period, periods, windows, seasonal, ...shared } = options;
  if ((period === undefined) === (periods === undefined))
    throw wrongUse(
      'geef `period` of `periods`, en niet beide',
      'donnez `period` ou `periods`, et non les deux',
      '`period` oder `periods` angeben, und nicht beide',
      '`period` or `periods` must be given, and not both',
    );
  const asked = periods ?? [period as number];
  if (asked.length === 0 || new Set(asked).size < asked.length)
    throw wrongUse(
      '`periods` zijn verschillende getallen, niet {asked}',
      '`periods` sont des nombres différents, et non {asked}',
      '`periods` sind verschiedene Zahlen, nicht {asked}',
      '`periods` must be different numbers, got {asked}',
      { asked: asked.join(', ') },
    );
  checkOneEach('windows', windows, 'period', asked.length);
  if (periods && periods.length > 1 && seasonal !== undefined)
    throw wrongUse(
      '`seasonal` is voor één periode; gebruik `windows` voor meer',
      '`seasonal` est pour une seule période ; utilisez `windows` pour plusieurs',
      '`seasonal` gilt einer Periode; `windows` für mehrere verwenden',
      '`seasonal` is for one period; use `windows` for several',
    );
  return asked
    .map((own, i) => ({ own, window: windows?.[i] ?? seasonal }))
    .sort((a, b) => a.own - b.own)
    .map(({ own, window }, i) => {
      const usual = asked.length > 1 ? 11 + 4 * i : 'periodic';
      return stlSettings(n, own, { ...shared, seasonal: window ?? usual });
    });
}

/** Where in its cycle a series begins, and the names of the positions, or a UsageError. */
function checkPositions(
  { startsAt = 1, names }: DecomposeOptions,
  settings: readonly StlSettings[],
): number {
  const longest = settings.at(-1)?.period ?? 1;
  if (!Number.isSafeInteger(startsAt) || startsAt < 1 || startsAt > longest)
    throw wrongUse(
      '`startsAt` is een plaats van 1 tot {longest}, niet {startsAt}',
      '`startsAt` est une position de 1 à {longest}, et non {startsAt}',
      '`startsAt` ist eine Stelle von 1 bis {longest}, nicht {startsAt}',
      '`startsAt` must be a position from 1 to {longest}, got {startsAt}',
      { longest: String(longest), startsAt: String(startsAt) },
    );
  if (names && !settings.some(({ period }) => period === names.length))
    throw wrongUse(
      '`names` heeft één naam per plaats in de cyclus ({longest}), niet {nNames}',
      '`names` a un nom par position du cycle ({longest}), et non {nNames}',
      '`names` hat einen Namen je Stelle des Zyklus ({longest}), nicht {nNames}',
      '`names` must have one entry per position of the cycle ({longest}), got {nNames}',
      { longest: String(longest), nNames: String(names.length) },
    );
  return startsAt;
}

/** A series as several seasons, a trend and a remainder. */
interface MstlParts extends Omit<StlParts, 'seasonal'> {
  /** One a period, in the order of the settings. */
  readonly seasonal: readonly Float64Array[];
}

/**
 * Several seasons, from the shortest to the longest: each by an STL of the series without the others, in two rounds
 * (Bandara, Hyndman and Bergmeir 2021). One season is a plain STL.
 */
function mstl(values: Float64Array, settings: readonly StlSettings[]): MstlParts {
  const rounds = settings.length > 1 ? 2 : 1;
  const seasonal = settings.map(() => new Float64Array(values.length));
  let rest = Float64Array.from(values);
  let parts: StlParts | null = null;
  for (let round = 0; round < rounds; round++)
    for (const [i, own] of settings.entries()) {
      const before = seasonal[i] as Float64Array;
      const target = rest.map((value, t) => value + (before[t] as number));
      const found = stl(target, own);
      seasonal[i] = Float64Array.from(found.seasonal);
      rest = target.map((value, t) => value - (found.seasonal[t] as number));
      parts = found;
    }
  const { trend, weights } = parts as StlParts;
  return {
    seasonal,
    trend,
    weights,
    remainder: rest.map((value, t) => value - (trend[t] as number)),
  };
}

/**
 * Share of what varies besides a remainder: `max(0, 1 − Var(R) / Var(part + R))` (Wang, Smith and Hyndman 2006; Hyndman and
 * Athanasopoulos 2021, 4.3); values that were set aside as outliers count by their weight.
 */
function strengthOf(part: Float64Array, remainder: Float64Array, weights: Float64Array): number {
  const both = variance(
    part.map((value, t) => value + (remainder[t] as number)),
    weights,
  );
  return both > 0 ? Math.max(0, 1 - variance(remainder, weights) / both) : 0;
}

function variance(values: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, t) => sum + (weights[t] as number) * value, 0) / total;
  return (
    values.reduce((sum, value, t) => sum + (weights[t] as number) * (value - mean) ** 2, 0) / total
  );
}

/** Options of `decompose`; those of STL with the defaults of R `stl`. */
export interface DecomposeOptions extends About, StlOptions {
  /** Values a cycle: 12 for months of a year. This, or `periods`. */
  readonly period?: number;
  /** Several cycles at once: 7 and 365 for days. */
  readonly periods?: readonly number[];
  /** `seasonal` of each of several cycles; 11, 15, 19, … from the shortest on. */
  readonly windows?: readonly (number | 'periodic')[];
  /** Rotation by default. */
  readonly test?: SeasonTestMethod;
  /** Turns of the rotation test; 999. */
  readonly rotations?: number;
  readonly seed?: number;
  /** Significance level; 0.05. */
  readonly alpha?: number;
  /**
   * Calendar periods ("2024-07"), one per value: months, quarters, halves and days of the week are then called by their names,
   * and outliers by their periods.
   */
  readonly calendar?: readonly string[];
  /** Position in the cycle of the first value: 4 for April. From `calendar`, or 1. */
  readonly startsAt?: number;
  /** Names of the positions, for the sentence; those of `calendar` where left out. */
  readonly names?: readonly Text[];
}

/** A finding whose estimate is the strength of the season, or of the strongest of several. */
export interface Decomposition extends Finding {
  /** From the shortest cycle to the longest. */
  readonly seasons: readonly Season[];
  readonly trend: readonly number[];
  readonly remainder: readonly number[];
  /** Robustness weights; 1 where not asked for. */
  readonly weights: readonly number[];
  readonly details: {
    readonly verdict: SeasonVerdict;
    readonly period: number;
    readonly strength: number;
    readonly trendStrength: number;
    readonly statistic: number;
    readonly smallestP: number;
    readonly highest: number;
    readonly lowest: number;
    readonly amplitude: number;
    /** Periods whose weight is zero; positions in the series, the first being 1, where no `calendar` was given. */
    readonly outliers: string;
  };
}

/**
 * A series as trend, one or more seasons, and remainder, and whether a season can be shown.
 *
 * For months, quarters, weeks or days with at least two full cycles. STL of Cleveland, Cleveland, McRae and Terpenning 1990; for
 * several cycles MSTL of Bandara, Hyndman and Bergmeir 2021. Strength `max(0, 1 − Var(R)/Var(S + R))` (Wang, Smith and Hyndman
 * 2006). The season is tested on ranks of the values less a moving average over a cycle: Kruskal-Wallis' H against cycles turned
 * at random, or against its asymptotic distribution.
 * Reference implementations R `stl` and statsmodels `STL`, `MSTL`.
 *
 * @param values one a period, in time order, without gaps
 * @throws InputError for no values, gaps, NaN or infinite values, a calendar with gaps
 * @throws RefusalError for fewer than two cycles, or equal values
 * @throws UsageError for windows that are not odd, jumps or degrees out of range
 * @example
 * ```ts
 * import { decompose } from '@samenbeeld/trends';
 * const quarters = Array.from({ length: 24 }, (_, i) => i + [0, 9, 4, 2][i % 4] + (i % 5));
 * const { details } = decompose(quarters, { period: 4 });
 * [details.verdict, details.highest, details.lowest] // => ['shown', 2, 1]
 * ```
 */
export function decompose(
  values: ArrayLike<number | null>,
  options: DecomposeOptions,
): Decomposition {
  takes('decompose', ['values', values, shape.series], ['options', options, optionsShape]);

  const { test = 'rotation', rotations = 999, seed = 1 } = options;
  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  checkAnyOf('test', test, ['rotation', 'kruskal_wallis']);
  checkWhole('rotations', rotations, 19);
  const known = completeSeries(values);
  const settings = seasonSettings(known.length, options);
  const startsAt = checkPositions(options, settings);
  const calendar = options.calendar ? seasonCalendar(options.calendar, known.length) : null;
  refuseConstant(known);
  const warnings = checkTogether(options, 'trend');
  const { seasonal, trend, remainder, weights } = mstl(known, settings);
  const seasons = settings.map(({ period }, i) => {
    const others = seasonal.filter((_, j) => j !== i);
    const own = known.map((value, t) =>
      others.reduce((rest, other) => rest - (other[t] as number), value),
    );
    const found = seasonTest(own, period, test, rotations, seed);
    const part = seasonal[i] as Float64Array;
    const strength = strengthOf(part, remainder, weights);
    const named = options.startsAt === undefined && calendar?.cycle === period;
    const start = named ? calendar.startsAt : startsAt;
    return describeSeason(part, strength, period, found, alpha, start);
  });
  const main = seasons.reduce((best, one) => (one.strength > best.strength ? one : best));
  const few = seasons.some(({ period }) => known.length < 4 * period);
  const outliers = Array.from(weights.keys())
    .filter((t) => (weights[t] as number) < 1e-8)
    .map((t) => calendar?.codes[t] ?? String(t + 1));
  return {
    kind: 'season',
    subject: options.subject ?? '',
    estimate: main.strength,
    unit: null,
    interval: null,
    n: known.length,
    p: main.p,
    method: `${settings.length > 1 ? 'MSTL' : 'STL'}${options.robust ? ', robust' : ''}, ${test === 'rotation' ? 'rotation test' : 'Kruskal-Wallis test'}`,
    definition:
      'STL (Cleveland et al. 1990), MSTL (Bandara et al. 2021); strength 1 - Var(R)/Var(S+R) (Wang et al. 2006); H on ranks less a moving average',
    assumptions: [
      inFour(
        'het seizoen is op elk niveau even groot',
        'la saison a la même ampleur à chaque niveau',
        'die Saison ist auf jedem Niveau gleich groß',
        'the season is the same size at every level',
      ),
      inFour(
        'elke waarde heeft één plaats in het seizoen',
        'chaque valeur a une seule place dans la saison',
        'jeder Wert hat einen einzigen Platz in der Saison',
        'one season position per value',
      ),
    ],
    warnings: listWarnings(
      warnings,
      few &&
        inFour(
          'minder dan vier cycli: een seizoen is niet met zekerheid van toeval te onderscheiden',
          'moins de quatre cycles\u00a0: une saison ne se distingue pas du hasard avec certitude',
          'weniger als vier Zyklen: Eine Saison lässt sich nicht sicher vom Zufall unterscheiden',
          'fewer than four cycles: a season cannot be told from chance with certainty',
        ),
      test === 'kruskal_wallis' &&
        inFour(
          'Kruskal-Wallis houdt buurwaarden die op elkaar lijken te vaak voor een seizoen',
          'Kruskal-Wallis prend trop souvent pour une saison des voisines qui se ressemblent',
          'Kruskal-Wallis hält Nachbarwerte, die einander ähneln, zu oft für eine Saison',
          'Kruskal-Wallis takes neighbours that resemble each other for a season too often',
        ),
    ),
    confidence:
      main.verdict === 'no_conclusion' || few
        ? 'low'
        : test === 'kruskal_wallis' || known.length < 6 * main.period
          ? 'medium'
          : 'high',
    seasons,
    trend: Array.from(trend),
    remainder: Array.from(remainder),
    weights: Array.from(weights),
    details: {
      verdict: main.verdict,
      period: main.period,
      strength: main.strength,
      trendStrength: strengthOf(trend, remainder, weights),
      statistic: main.statistic,
      smallestP: main.smallestP,
      highest: main.highest,
      lowest: main.lowest,
      amplitude: main.amplitude,
      outliers: outliers.join(' '),
    },
    says: seasonSays(options, {
      seasons,
      n: known.length,
      outliers,
      dated: calendar !== null,
      unit: options.unit ?? null,
      names: options.names ?? calendar?.names ?? [],
      cycleUnit: calendar?.unit ?? 'period',
    }),
  };
}
