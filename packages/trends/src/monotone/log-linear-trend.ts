import { argumentKinds, type Finding, inFour, paragraph, shape, takes } from '@samenbeeld/schema';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { independentEvents, noMemory } from '../assumptions.ts';
import { checkArgument, checkKeyOf } from '../check-argument.ts';
import { type CountFit, fitCounts } from '../regression/count-model.ts';
import { fitNegativeBinomial } from '../regression/negative-binomial.ts';
import { type TrendVerdict, verdictOfSlope } from '../verdict.ts';
import { listWarnings, raisedTo, variesMore } from '../warnings.ts';
import { dependentResiduals } from '../words/dependence.ts';
import { measuredAgainst } from '../words/effort.ts';
import type { NoConclusion } from '../words/no-trend.ts';
import { ofLongSeries, trendSays } from '../words/trend.ts';
import { autocorrelations } from './autocorrelation.ts';
import { type CleanCounts, cleanCounts } from './clean-counts.ts';
import { findGrid } from './even-grid.ts';

/** A line through the logarithms of expected counts. */
interface LogLinearFit {
  readonly slope: number;
  readonly standardError: number;
  readonly levelAtFirst: number;
  readonly dispersion: number;
  readonly theta: number | null;
  /** Pearson's χ² of the fit over its degrees of freedom, by the law of its family. */
  readonly spread: number;
  readonly deviance: number;
  readonly r1: number | null;
  readonly converged: boolean;
}

/** Fits the line; times are counted from their middle, so that years of four digits cost no precision. */
function fitLogLinear(
  { times, counts, exposures }: CleanCounts,
  family: 'quasi_poisson' | 'negative_binomial' | 'poisson',
  leastDispersion: number,
): LogLinearFit {
  const first = times[0] as number;
  const middle = (first + (times.at(-1) as number)) / 2;
  const design = times.map((time) => [1, time - middle]);
  const offset = exposures.map(Math.log);
  const poisson = fitCounts(design, counts, { offset });
  const binomial =
    family === 'negative_binomial' ? fitNegativeBinomial(design, counts, { offset }) : null;
  const fit: CountFit = binomial ?? poisson;
  // Counts on the very line tell nothing about their scatter.
  const scatter = poisson.dispersion > 1e-8 ? Math.max(poisson.dispersion, leastDispersion) : 1;
  const scale = family === 'quasi_poisson' ? scatter : 1;
  const [constant = 0, slope = 0] = fit.coefficients;
  const theta = binomial?.theta ?? null;
  const rest = residuals(counts, fit.fitted, theta);
  const grid = findGrid({ times, values: rest });
  return {
    slope,
    standardError: Math.sqrt((fit.unscaled[1]?.[1] ?? 0) * scale),
    levelAtFirst: Math.exp(constant + slope * (first - middle)),
    dispersion: poisson.dispersion,
    theta,
    spread: rest.reduce((sum, one) => sum + one * one, 0) / Math.max(1, counts.length - 2),
    deviance: fit.deviance,
    r1: grid ? (autocorrelations(grid.places, grid.values, 1)[0] ?? null) : null,
    converged: fit.converged,
  };
}

function residuals(
  counts: readonly number[],
  fitted: readonly number[],
  theta: number | null,
): readonly number[] {
  return counts.map((count, i) => {
    const mean = fitted[i] as number;
    return (count - mean) / Math.sqrt(mean + (theta ? (mean * mean) / theta : 0));
  });
}

export interface LogLinearTrendOptions extends About, WithLevel {
  /** When each count was made, increasing, in years; positions where left out. May be unequally spaced. */
  readonly times?: ArrayLike<number>;
  /** What each count stands against (population, controls), one per count; the trend is then that of the rate. */
  readonly exposures?: ArrayLike<number>;
  /**
   * - `quasi_poisson` (default): variance φ times the mean, φ by Pearson's χ²; interval by Student's t
   * - `negative_binomial`: variance mean + mean²/θ, θ by maximum likelihood; interval by the normal distribution
   * - `poisson`: variance equal to the mean; interval by the normal distribution
   */
  readonly family?: 'quasi_poisson' | 'negative_binomial' | 'poisson';
  /**
   * The smallest φ used by `quasi_poisson`; 1, so that the interval is never narrower than that of Poisson counts: a few counts
   * close to their line are luck more often than precision. 0 takes φ as it is, as R `glm(family = quasipoisson)` does.
   */
  readonly leastDispersion?: number;
}

/** A finding whose estimate is the change in per cent per year (annual percent change). */
export interface LogLinearTrend extends Finding {
  readonly details: {
    /** Of the logarithm per year, with its standard error. */
    readonly slope: number | null;
    readonly standardError: number | null;
    /** Expected count per unit of exposure at the first time. */
    readonly levelAtFirst: number | null;
    /** Pearson's χ² over the degrees of freedom, of the Poisson fit. */
    readonly dispersion: number | null;
    /** Infinity where the counts vary no more than Poisson counts do. */
    readonly theta: number | null;
    readonly degreesOfFreedom: number;
    readonly deviance: number | null;
    /** First autocorrelation of the Pearson residuals; null where the times are unevenly spaced. */
    readonly r1: number | null;
    readonly total: number;
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
  };
}

/**
 * By how many per cent a year counts rise or fall: a log-linear trend with its annual percent change.
 *
 * For counts of events over five years or more that grow or shrink by a steady factor, per control or inhabitant with `exposures`.
 * Not for kilograms. `log E(y) = log exposure + a + b t`; `APC = 100(e^b − 1)`, its interval that of b transformed.
 * McCullagh and Nelder 1989; APC as the National Cancer Institute defines it; reference implementations R `glm(family =
 * quasipoisson)`, whose interval `leastDispersion: 0` gives, and `MASS::glm.nb`.
 *
 * With `negative_binomial` and fewer than ten counts the interval is by t, its error raised by what Pearson's χ² exceeds its degrees
 * of freedom by; from there to thirty it is that of `glm.nb`, and the sentence says that it is too narrow.
 *
 * Fewer than four counts, fewer than ten events in all, or events in one period only give "no conclusion possible".
 *
 * @param counts in time order, null where missing
 * @throws InputError for counts that are no whole numbers, times that do not increase, exposures that are not above zero
 * @throws UsageError for an unknown family, or exposures of another number than the counts
 * @example
 * ```ts
 * import { logLinearTrend } from '@samenbeeld/trends';
 * const { estimate, details } = logLinearTrend([12, 15, 9, 20, 31, 28, 40, 44, 39, 61]);
 * [estimate?.toFixed(2), details.dispersion?.toFixed(3)] // => ['19.66', '1.131']
 * ```
 */
export function logLinearTrend(
  counts: ArrayLike<number | null>,
  options: LogLinearTrendOptions = {},
): LogLinearTrend {
  takes('logLinearTrend', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const family = checkKeyOf('family', options.family ?? 'quasi_poisson', names);
  const least = options.leastDispersion ?? 1;
  checkArgument(least >= 0, 'leastDispersion', argumentKinds.zeroOrMore, least);
  const alike = checkTogether(options, 'trend');
  const series = cleanCounts(counts, options.times, options.exposures);
  const n = series.counts.length;
  const against = reasonAgainst(series);
  const tried = against ? null : fitLogLinear(series, family, least);
  const freedom = n - 2;
  const few = family === 'negative_binomial' && n < fewForNormal;
  const student = family === 'quasi_poisson' || few;
  const quantile = student
    ? tQuantile((1 + level) / 2, Math.max(1, freedom))
    : normalQuantile((1 + level) / 2, 0, 1);
  const percent = (slope: number): number => 100 * Math.expm1(slope);
  const error = (one: LogLinearFit): number =>
    one.standardError * (few ? Math.sqrt(Math.max(1, one.spread)) : 1);
  const ends = tried && {
    low: percent(tried.slope - quantile * error(tried)),
    high: percent(tried.slope + quantile * error(tried)),
    level,
  };
  const fit = tried?.converged && Number.isFinite(ends?.high) ? tried : null;
  const because = tried && !fit ? 'unsettled' : against;
  const interval = fit && ends;
  const z = fit ? -Math.abs(fit.slope / error(fit)) : 0;
  const p = fit && Math.min(1, 2 * (student ? tCdf(z, freedom) : normalCdf(z, 0, 1)));
  const estimate = fit && percent(fit.slope);
  const verdict = verdictOfSlope(interval);
  // Residuals that alternate make the interval too wide, which misleads nobody.
  const persistent = fit !== null && n >= 10 && (fit.r1 ?? 0) > 2 / Math.sqrt(n);
  const also = [
    ...(options.exposures ? [measuredAgainst(options.exposures, options.exposure)] : []),
    ...(fit && family === 'negative_binomial' && !few && n < enoughForNormal ? [ofLongSeries] : []),
    ...(persistent ? [dependentResiduals(Number(fit.r1?.toFixed(2)))] : []),
  ];
  return {
    kind: 'log_linear_trend',
    subject: options.subject ?? '',
    estimate,
    unit: '%/year',
    interval,
    n,
    p,
    method: `Log-linear trend, ${names[family]}`,
    definition:
      'log E(y) = log exposure + a + b t; APC = 100 (exp(b) - 1), interval of b transformed',
    assumptions: [
      inFour(
        'elk jaar een verandering met dezelfde factor',
        'un changement du même facteur chaque année',
        'jedes Jahr eine Veränderung um denselben Faktor',
        'change by the same factor every year',
      ),
      noMemory,
      ...(family === 'poisson' ? [independentEvents] : []),
    ],
    warnings: listWarnings(
      alike,
      persistent &&
        inFour(
          'de residuen hangen van het vorige af: het interval is te smal',
          'les résidus dépendent du précédent\u00a0: l’intervalle est trop étroit',
          'die Residuen hängen vom vorigen ab: Das Intervall ist zu schmal',
          'the residuals depend on the one before: the interval is too narrow',
        ),
      fit && family === 'poisson' && fit.dispersion > 1.5 && variesMore(fit.dispersion),
      fit &&
        family === 'quasi_poisson' &&
        least < tooEven &&
        fit.dispersion < tooEven &&
        inFour(
          'de aantallen schommelen veel minder dan Poisson-aantallen: het interval ziet dat voor nauwkeurigheid aan',
          'les nombres varient bien moins que des nombres de Poisson\u00a0: l’intervalle prend cela pour de la précision',
          'die Anzahlen schwanken weit weniger als Poisson-Anzahlen: Das Intervall hält das für Genauigkeit',
          'the counts vary far less than Poisson counts: the interval takes that for precision',
        ),
      fit &&
        family === 'quasi_poisson' &&
        fit.dispersion < least &&
        raisedTo('φ', fit.dispersion, least),
      fit &&
        family === 'negative_binomial' &&
        !few &&
        n < enoughForNormal &&
        inFour(
          'met minder dan {few} aantallen is het interval volgens de normale verdeling te smal',
          'avec moins de {few} nombres, l’intervalle par la loi normale est trop étroit',
          'bei weniger als {few} Anzahlen ist das Intervall nach der Normalverteilung zu schmal',
          'with fewer than {few} counts the interval by the normal distribution is too narrow',
          { few: enoughForNormal },
        ),
      because === 'unsettled' &&
        inFour(
          'de schatting kwam niet tot rust, of het interval heeft geen einde',
          'l’ajustement n’a pas convergé, ou son intervalle n’a pas de fin',
          'die Schätzung kam nicht zur Ruhe, oder ihr Intervall hat kein Ende',
          'the fit did not settle, or its interval has no end',
        ),
    ),
    confidence:
      !fit || n < 6 || (family === 'negative_binomial' && !few && n < enoughForNormal)
        ? 'low'
        : n < 10 || persistent
          ? 'medium'
          : 'high',
    details: {
      slope: fit?.slope ?? null,
      standardError: fit?.standardError ?? null,
      levelAtFirst: fit?.levelAtFirst ?? null,
      dispersion: fit?.dispersion ?? null,
      theta: fit?.theta ?? null,
      degreesOfFreedom: Math.max(0, freedom),
      deviance: fit?.deviance ?? null,
      r1: fit?.r1 ?? null,
      total: series.counts.reduce((sum, count) => sum + count, 0),
      verdict,
      because,
    },
    // With an exposure the sentence names it instead of what is known of controls.
    says: trendSays(options.exposures ? { label: options.label, controls: true } : options, {
      verdict,
      because,
      n,
      p,
      slope: estimate,
      interval,
      unit: '%',
      per: options.times ? 'year' : 'period',
      also: also.length > 0 ? paragraph(...also) : null,
    }),
  };
}

/** Below this many counts the interval of a negative binomial is by t and its own spread, as glm.nb has it up from there. */
const fewForNormal = 10;
/** Up from this many counts one by the normal distribution held. */
const enoughForNormal = 30;

/** Below this share of the variance of Poisson counts their evenness asks for a reason. */
const tooEven = 0.5;

const names: Readonly<Record<'quasi_poisson' | 'negative_binomial' | 'poisson', string>> = {
  quasi_poisson: 'quasi-Poisson',
  negative_binomial: 'negative binomial',
  poisson: 'Poisson',
};

/** Why nothing can be fitted; events in the first or last period only would make the slope infinite. */
function reasonAgainst({ counts, exposures }: CleanCounts): NoConclusion | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 4) return 'too_few';
  const alike = (list: readonly number[]): boolean => list.every((one) => one === list[0]);
  if (total === 0 || (alike(counts) && alike(exposures))) return 'constant';
  if (total < 10) return 'few_events';
  return counts.filter((count) => count > 0).length < 2 ? 'one_period' : null;
}
