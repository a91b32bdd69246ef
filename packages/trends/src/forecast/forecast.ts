import {
  type Finding,
  InputError,
  inFour,
  RefusalError,
  shape,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { checkAnyOf, checkWhole } from '../check-argument.ts';
import { completeSeries, refuseConstant } from '../season/complete-series.ts';
import { checkPeriod } from '../season/stl-settings.ts';
import {
  type BackTest,
  compareMethods,
  type ForecastVerdict,
  isTooNarrow,
} from './compare-methods.ts';
import { chooseDemand } from './demand/choose-demand.ts';
import { type DemandPattern, demandPattern } from './demand/demand-pattern.ts';
import { refuseNegative } from './demand/intermittent-demand.ts';
import { longestCycle } from './ets/fit-ets.ts';
import { forecastSays } from './forecast-words.ts';
import { forecasterOf } from './forecaster.ts';
import { type ForecastMethod, forecastMethods, isBenchmark, isDemand } from './method.ts';
import { type Projection, type Scale, scales } from './projection.ts';

/** Below this many values only the simplest forecasts are made. */
const fewestForModel = 15;

/** Refuses a method that does not fit the series or the period. */
function checkMethod(method: ForecastMethod | 'auto', values: Float64Array, period: number): void {
  if (period !== 1) checkPeriod(values.length, period);
  if (method === 'auto') return;
  if (!forecastMethods.includes(method))
    throw wrongUse(
      '`method` is auto of een van {forecastMethods}, niet {method}',
      '`method` est auto ou l’un de {forecastMethods}, et non {method}',
      '`method` ist auto oder eines von {forecastMethods}, nicht {method}',
      '`method` must be auto or one of {forecastMethods}, got {method}',
      { forecastMethods: forecastMethods.join(', '), method },
    );
  if ((method === 'seasonal_naive' || method === 'stl_ets') && period === 1)
    throw wrongUse(
      "`method: '{method}'` vraagt een `period`",
      "`method: '{method}'` demande une `period`",
      "`method: '{method}'` verlangt eine `period`",
      "`method: '{method}'` needs a `period`",
      { method },
    );
  if (method === 'ets' && period > longestCycle)
    throw wrongUse(
      "`method: 'ets'` neemt een periode tot {longestCycle}, niet {period}; gebruik 'stl_ets'",
      "`method: 'ets'` prend une période jusqu’à {longestCycle}, et non {period} ; utilisez 'stl_ets'",
      "`method: 'ets'` nimmt eine Periode bis {longestCycle}, nicht {period}; 'stl_ets' verwenden",
      "`method: 'ets'` takes a period of up to {longestCycle}, got {period}; use 'stl_ets'",
      { longestCycle: String(longestCycle), period: String(period) },
    );
  if (isDemand(method)) refuseNegative(values);
  if (!isBenchmark(method) && values.length < fewestForModel)
    throw new RefusalError(
      inFour(
        "{nValues} waarden zijn te weinig voor `method: '{method}'`: die zou toeval volgen.",
        "{nValues} valeurs sont trop peu pour `method: '{method}'` : elle suivrait le hasard.",
        "{nValues} Werte sind zu wenig für `method: '{method}'`: sie würde dem Zufall folgen.",
        "{nValues} values are too few for `method: '{method}'`: it would fit chance.",
        { nValues: String(values.length), method },
      ),
      {
        dimension: 'length',
        remedy: inFour(
          'Gebruik ten minste {fewestForModel} waarden, of laat de methode weg.',
          'Prenez au moins {fewestForModel} valeurs, ou laissez la méthode de côté.',
          'Nehmen Sie mindestens {fewestForModel} Werte, oder lassen Sie das Verfahren weg.',
          'Use at least {fewestForModel} values, or leave the method out.',
          { fewestForModel: String(fewestForModel) },
        ),
      },
    );
}

/** Refuses values that a shape does not allow. */
function checkShape(values: Float64Array, counts: boolean, scale: 'auto' | Scale): void {
  checkAnyOf('scale', scale, ['auto', 'linear', 'sqrt', 'log']);

  const odd = counts
    ? values.find((value) => !Number.isSafeInteger(value) || value < 0)
    : undefined;
  if (odd !== undefined)
    throw new InputError(
      inFour(
        'verwacht: gehele getallen van nul of meer; gevonden: {odd}',
        'attendu : des nombres entiers de zéro ou plus ; trouvé : {odd}',
        'erwartet: ganze Zahlen von null oder mehr; gefunden: {odd}',
        'expected whole numbers at or above zero, found {odd}',
        { odd: String(odd) },
      ),
      inFour(
        'laat `counts` weg bij kilo’s en cijfers per inwoner',
        'laissez `counts` de côté pour des kilogrammes et des taux',
        '`counts` bei Kilogramm und Raten weglassen',
        'leave `counts` out for kilograms and rates',
      ),
    );
  if (scale === 'sqrt' && values.some((value) => value < 0))
    throw new RefusalError(
      inFour(
        'Een waarde onder nul heeft geen vierkantswortel.',
        'Une valeur sous zéro n’a pas de racine carrée.',
        'Ein Wert unter null hat keine Quadratwurzel.',
        'The square root of a value below zero cannot be taken.',
      ),
      {
        dimension: 'sign',
        remedy: inFour(
          "Laat `scale: 'sqrt'` weg.",
          "Laissez `scale: 'sqrt'` de côté.",
          "Lassen Sie `scale: 'sqrt'` weg.",
          "Leave `scale: 'sqrt'` out.",
        ),
      },
    );
  const low = scale === 'log' ? values.find((value) => value <= 0) : undefined;
  if (low !== undefined)
    throw new RefusalError(
      inFour(
        'De logaritme van {low} bestaat niet.',
        'Le logarithme de {low} n’existe pas.',
        'Der Logarithmus von {low} existiert nicht.',
        'The logarithm of {low} cannot be taken.',
        { low: String(low) },
      ),
      {
        dimension: 'sign',
        remedy: inFour(
          "Laat `scale: 'log'` weg, of gebruik een grovere periode zonder nullen.",
          "Laissez `scale: 'log'` de côté, ou prenez une période plus large sans zéros.",
          "Lassen Sie `scale: 'log'` weg, oder nehmen Sie einen gröberen Zeitraum ohne Nullen.",
          "Leave `scale: 'log'` out, or use a coarser period without zeros.",
        ),
      },
    );
}

/** Values that the first forecast of the back-test sees, where enough remain to test the whole horizon. */
function firstOrigin(
  values: Float64Array,
  horizon: number,
  period: number,
  origins: number,
  zeros: boolean,
): number {
  const n = values.length;
  const least = n < fewestForModel ? Math.max(4, Math.ceil(n / 2)) : 10;
  const places = [...values.keys()].filter((t) => values[t] !== 0);
  const [, second] = places;
  if (zeros && second === undefined)
    throw new RefusalError(
      inFour(
        'Maar één van {n} waarden ligt boven nul.',
        'Une seule des {n} valeurs dépasse zéro.',
        'Nur einer von {n} Werten liegt über null.',
        'Only one of {n} values is above zero.',
        { n: String(n) },
      ),
      {
        dimension: 'variation',
        remedy: inFour(
          'Hoe vaak iets voorkomt, is niet uit één keer te leren: gebruik poissonRate voor het niveau, of een langere reeks.',
          'Une seule fois n’apprend pas combien de fois une chose arrive : prenez poissonRate pour son niveau, ou une série plus longue.',
          'Wie oft etwas vorkommt, lehrt ein einziges Mal nicht: Nehmen Sie poissonRate für das Niveau oder eine längere Reihe.',
          'How often something occurs cannot be learnt from one time: use poissonRate for its level, or a longer series.',
        ),
      },
    );
  const start = Math.max(least, period > 1 ? 2 * period : 0, zeros ? (second as number) + 1 : 0);
  const room = n - start;
  if (room < Math.max(3, horizon))
    throw new RefusalError(
      inFour(
        'Een voorspelling van {horizon} {horizon:periode|perioden} vooruit is niet te toetsen op {n} {n:waarde|waarden}: de eerste {start} zijn nodig om te beginnen.',
        'Une prévision à {horizon} {horizon:période|périodes} ne peut être testée sur {n} {n:valeur|valeurs} : les {start} premières servent à commencer.',
        'Eine Vorhersage von {horizon} {horizon:Zeitraum|Zeiträumen} voraus lässt sich an {n} {n:Wert|Werten} nicht prüfen: Die ersten {start} braucht der Anfang.',
        'A forecast of {horizon} {horizon:period|periods} ahead cannot be tested on {n} values: the first {start} are needed to begin with.',
        { horizon, n, start },
      ),
      {
        dimension: 'length',
        remedy: inFour(
          'Gebruik ten minste {least} waarden{rest}.',
          'Prenez au moins {least} valeurs{rest}.',
          'Nehmen Sie mindestens {least} Werte{rest}.',
          'Use at least {least} values{rest}.',
          {
            least: start + Math.max(3, horizon),
            rest:
              room >= 3
                ? inFour(
                    ', of een horizon van hoogstens {room}',
                    ', ou un horizon d’au plus {room}',
                    ' oder einen Horizont von höchstens {room}',
                    ', or a horizon of at most {room}',
                    { room },
                  )
                : '',
          },
        ),
      },
    );
  return Math.max(start, n - Math.max(origins, horizon));
}

/** A scale is left only for one that is more likely by this. */
const margin = 1;

/**
 * The scale on which a series is a line, and a season where it has one, with errors that are alike from beginning to end: by the
 * likelihood of each. Logarithms stand first, since figures grow by percentages and one that is taken for a line is overtaken by
 * its own growth; then roots; values as they are where both are clearly less likely.
 */
function chooseScale(values: Float64Array, period: number): Scale {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  if (least < 0) return 'linear';
  const tried: readonly Scale[] = least > 0 ? ['log', 'sqrt', 'linear'] : ['linear', 'sqrt'];
  const [first = 'linear', ...others] = tried;
  let best = { scale: first, likelihood: likelihoodOn(first, values, period) + margin };
  for (const scale of others) {
    const likelihood = likelihoodOn(scale, values, period);
    if (likelihood > best.likelihood) best = { scale, likelihood };
  }
  return best.scale;
}

/** Log-likelihood of normal errors about a line with a level per season, of the values whatever the scale. */
function likelihoodOn(scale: Scale, values: Float64Array, period: number): number {
  const n = values.length;
  const scaled = values.map(scales[scale].to);
  const [sums, times, counts] = [0, 1, 2].map(() => new Float64Array(period)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let t = 0; t < n; t++) {
    const season = t % period;
    sums[season] = (sums[season] as number) + (scaled[t] as number);
    times[season] = (times[season] as number) + t;
    counts[season] = (counts[season] as number) + 1;
  }
  const own = (totals: Float64Array, t: number): number =>
    (totals[t % period] as number) / (counts[t % period] as number);
  let [products, squares] = [0, 0];
  for (let t = 0; t < n; t++) {
    products += (t - own(times, t)) * ((scaled[t] as number) - own(sums, t));
    squares += (t - own(times, t)) ** 2;
  }
  const slope = squares > 0 ? products / squares : 0;
  let [errors, jacobian] = [0, 0];
  for (let t = 0; t < n; t++) {
    errors += ((scaled[t] as number) - own(sums, t) - slope * (t - own(times, t))) ** 2;
    // A count of zero stands for anything up to a half.
    const value = Math.max(0.5, values[t] as number);
    jacobian +=
      scale === 'log' ? -Math.log(value) : scale === 'sqrt' ? -Math.log(4 * value) / 2 : 0;
  }
  return jacobian - (n / 2) * Math.log(Math.max(errors / n, 1e-300));
}

/** What to expect in one period to come. */
export interface ForecastStep {
  /** Its name where given, otherwise empty. */
  readonly period: string;
  /** Periods ahead, the next being 1. */
  readonly step: number;
  /** The middle: as likely above as below. */
  readonly value: number;
  /** The mean, which differs where large values are rare. */
  readonly average: number;
  readonly low: number;
  readonly high: number;
  /** Ends of the intervals of 50 and 95%, for a fan. */
  readonly low50: number;
  readonly high50: number;
  readonly low95: number;
  readonly high95: number;
}

/** Every step of a projection with its intervals. */
function stepsOf(
  projection: Projection,
  level: number,
  periods: readonly string[],
): readonly ForecastStep[] {
  return Array.from({ length: projection.horizon }, (_, step) => {
    const end = (chance: number): number => projection.quantile(step, chance);
    return {
      period: periods[step] ?? '',
      step: step + 1,
      value: end(0.5),
      average: projection.average(step),
      low: end((1 - level) / 2),
      high: end((1 + level) / 2),
      low50: end(0.25),
      high50: end(0.75),
      low95: end(0.025),
      high95: end(0.975),
    };
  });
}

/** The model that a series bears besides the simplest forecasts, and why; none where values are few. */
function modelFor(
  values: Float64Array,
  period: number,
  demand: DemandPattern | null,
): { readonly model: ForecastMethod | null; readonly why: string } {
  if (values.length < fewestForModel)
    return { model: null, why: `fewer than ${fewestForModel} values: no model` };
  if (demand && (demand.pattern === 'intermittent' || demand.pattern === 'lumpy')) {
    const model = chooseDemand(values);
    const end = model === 'tsb' ? ', more zeros at the end than chance would bring' : '';
    return {
      model,
      why: `${demand.pattern}: ADI ${demand.adi.toFixed(2)}, CV2 ${demand.cv2.toFixed(2)}${end}`,
    };
  }
  return period > longestCycle
    ? { model: 'stl_ets', why: `a cycle longer than ${longestCycle}` }
    : { model: 'ets', why: 'few or no zeros' };
}

export interface ForecastOptions extends About {
  /** How many periods ahead; 1. */
  readonly horizon?: number;
  /** Values a cycle (12 for months of a year); 1, no season, where left out. */
  readonly period?: number;
  /** `auto` (default): what the series bears, where it beat the simplest forecasts on the past. */
  readonly method?: 'auto' | ForecastMethod;
  /** Level of the interval; 0.8. */
  readonly level?: number;
  /** Whether values are whole numbers of events: intervals end at whole numbers, sizes are drawn as counts. */
  readonly counts?: boolean;
  /**
   * Of what forecasts are made. `auto`: values, square roots or logarithms, by the scale on which the series is a line with even errors;
   * the default where the method is not asked for by name, otherwise `linear`. `log` where changes are by percentage; the values must be above zero.
   */
  readonly scale?: 'auto' | Scale;
  /** Weight of the newest value in the methods for zeros; 0.1. */
  readonly smoothing?: number;
  /** At most how many moments of the past the methods are tested from; 30. */
  readonly origins?: number;
  /** Names of the periods to come, for the sentence ("2026-01"). */
  readonly periods?: readonly string[];
  /** Of the simulation in the methods for zeros; 1. */
  readonly seed?: number;
}

/** A finding whose estimate is the middle of what to expect at the last step of the horizon. */
export interface Forecast extends Finding {
  /** One a period ahead. */
  readonly steps: readonly ForecastStep[];
  /** Every method tried, with how it did on the past. */
  readonly tests: readonly BackTest[];
  readonly details: {
    readonly verdict: ForecastVerdict;
    readonly used: ForecastMethod;
    readonly model: string;
    /** Of what the forecasts are made. */
    readonly scale: Scale;
    /** Why this model was tried. */
    readonly why: string;
    readonly benchmark: ForecastMethod;
    readonly horizon: number;
    readonly average: number;
    readonly origins: number;
    readonly tested: number;
    readonly error: number;
    readonly mase: number | null;
    readonly wis: number;
    readonly benchmarkWis: number;
    readonly held: number;
    readonly tooNarrow: 'yes' | 'no';
    readonly adi: number | null;
    readonly cv2: number | null;
    readonly pattern: DemandPattern['pattern'] | null;
  };
}

/**
 * What to expect next if the past goes on, with an interval, and how such forecasts did on the past.
 *
 * Always tried: the last value, the value one cycle earlier, the line from the first value to the last. With 15 values or more
 * also one model: exponential smoothing (after STL where the cycle is longer than 24), or, where fewer than three in four periods
 * hold anything (average interval from 1.32), a method for series full of zeros. Each forecasts the last 30 moments of the past
 * with what was known then; the model is used only where its mean weighted interval score is lower, by at least a hundredth, than
 * that of every simple forecast.
 * Where no value is below zero neither is an interval. Unless a method or a scale is asked for, forecasts are made on the scale on
 * which the series is a line with even errors (the values, their roots, their logarithms), and intervals take the variance as
 * estimated, by t: without either, those of counts that grow by 8 % a year held 58 to 81 % at 90 %.
 * Hyndman and Athanasopoulos 2021; Hyndman, Koehler, Ord and Snyder 2008; Syntetos, Boylan and Croston 2005; Bracher, Ray,
 * Gneiting and Reich 2021. Reference implementation R `forecast`.
 *
 * @param values one a period, in time order, without gaps
 * @throws InputError for no values, gaps, NaN or infinite values, counts that are none
 * @throws RefusalError for equal values, fewer than two cycles, too few values to test the horizon
 * @example
 * ```ts
 * import { forecast } from '@samenbeeld/trends';
 * const posts = forecast([12, 15, 11, 14, 18, 13, 16, 15], { counts: true });
 * [posts.estimate, posts.interval, posts.details.verdict] // => [15, { low: 10, high: 22, level: 0.8 }, 'only_benchmarks']
 * ```
 */
export function forecast(
  values: ArrayLike<number | null>,
  options: ForecastOptions = {},
): Forecast {
  takes('forecast', ['values', values, shape.series], ['options', options, optionsShape]);

  const { method = 'auto', counts = false, period = 1 } = options;
  const horizon = checkWhole('horizon', options.horizon ?? 1, 1);
  const level = checkProbability('level', options.level ?? 0.8);
  const smoothing = checkProbability('smoothing', options.smoothing ?? 0.1);
  const origins = checkWhole('origins', options.origins ?? 30, 3);
  const known = completeSeries(values);
  refuseConstant(known);
  const given = options.scale ?? (method === 'auto' ? 'auto' : 'linear');
  checkShape(known, counts, given);
  checkMethod(method, known, period);
  const warnings = [...checkTogether(options, 'trend')];
  const n = known.length;
  const nonNegative = known.every((value) => value >= 0);
  const demand = nonNegative ? demandPattern(known) : null;
  const asked = method === 'auto' ? null : method;
  const { model, why } = asked
    ? { model: asked, why: 'asked for' }
    : modelFor(known, period, given === 'log' || given === 'sqrt' ? null : demand);
  const zeros = model !== null && isDemand(model);
  const scale = given !== 'auto' ? given : zeros ? 'linear' : chooseScale(known, period);
  const setting = {
    period,
    smoothing,
    seed: options.seed ?? 1,
    shape: { scale, nonNegative, counts },
    student: given === 'auto',
  };
  const first = firstOrigin(known, horizon, period, origins, zeros);
  const plan = { first, horizon, period, level, paths: 400 };
  const {
    tests,
    verdict,
    used,
    benchmark,
    model: tested,
  } = compareMethods(known, model, asked, setting, plan);
  const projection = forecasterOf(used.method, setting)(known, horizon, 4000);
  const steps = stepsOf(projection, level, options.periods ?? []);
  const last = steps[horizon - 1] as ForecastStep;
  const interval = { low: last.low, high: last.high, level };
  const tooNarrow = isTooNarrow(used, level);
  if (tooNarrow)
    warnings.push(
      inFour(
        'binnen het interval vielen minder waarden uit het verleden dan had gemoeten',
        'l’intervalle a contenu moins de valeurs passées qu’il n’aurait dû',
        'das Intervall enthielt weniger vergangene Werte, als es sollte',
        'the interval held fewer values of the past than it should have',
      ),
    );
  if (zeros && period > 1)
    warnings.push(
      inFour(
        'een methode voor reeksen vol nullen kent geen seizoen',
        'une méthode pour des séries pleines de zéros ne connaît pas de saison',
        'ein Verfahren für Reihen voller Nullen kennt keine Saison',
        'a method for series full of zeros knows no season',
      ),
    );
  if (options.periods && options.periods.length < horizon)
    warnings.push(
      inFour(
        'minder namen van perioden dan stappen',
        'moins de noms de périodes que d’étapes',
        'weniger Namen von Zeiträumen als Schritte',
        'fewer names of periods than steps',
      ),
    );
  return {
    kind: 'forecast',
    subject: options.subject ?? '',
    estimate: last.value,
    unit: options.unit ?? null,
    interval,
    n,
    p: null,
    method: `Forecast, ${used.method}${projection.model ? `, ${projection.model}` : ''}`,
    definition:
      'middle and interval of the values to come; rolling-origin back-test scored by weighted interval score (Bracher et al. 2021)',
    assumptions: [
      inFour(
        'het verleden zet zich voort',
        'le passé se prolonge',
        'die Vergangenheit setzt sich fort',
        'the past goes on',
      ),
      ...(isDemand(used.method)
        ? []
        : [
            inFour(
              'de fouten zijn normaal verdeeld en hangen niet van elkaar af',
              'les erreurs suivent une loi normale et ne dépendent pas les unes des autres',
              'die Fehler sind normalverteilt und hängen nicht voneinander ab',
              'errors are normal and do not depend on each other',
            ),
          ]),
    ],
    warnings,
    confidence:
      n < fewestForModel || used.origins < 10 || tooNarrow
        ? 'low'
        : used.origins < 20 || verdict === 'no_better'
          ? 'medium'
          : 'high',
    steps,
    tests,
    details: {
      verdict,
      used: used.method,
      model: projection.model,
      scale,
      why,
      benchmark: benchmark.method,
      horizon,
      average: last.average,
      origins: used.origins,
      tested: used.tested,
      error: used.error,
      mase: used.mase,
      wis: used.wis,
      benchmarkWis: benchmark.wis,
      held: used.held,
      tooNarrow: tooNarrow ? 'yes' : 'no',
      adi: demand?.adi ?? null,
      cv2: demand?.cv2 ?? null,
      pattern: demand?.pattern ?? null,
    },
    says: forecastSays(options, {
      verdict,
      used,
      benchmark,
      model: projection.model,
      asked: asked !== null,
      tried: model,
      triedScore: tested?.wis ?? null,
      horizon,
      name: last.period,
      estimate: last.value,
      average: isDemand(used.method) ? last.average : null,
      adi: zeros ? (demand?.adi ?? null) : null,
      interval,
      tooNarrow,
      n,
      unit: options.unit ?? null,
    }),
  };
}
