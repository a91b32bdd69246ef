import {
  type Finding,
  formatNumber,
  inEach,
  inFour,
  inSigns,
  joinWith,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { checkProbability, checkTogether, optionsShape } from '../about.ts';
import { noMemory } from '../assumptions.ts';
import { checkAnyOf } from '../check-argument.ts';
import { fewForDependence, listWarnings, seasonLeftIn } from '../warnings.ts';
import { effortSays } from '../words/effort.ts';
import { endsOf } from '../words/headed.ts';
import type { JoinpointChoice, JoinpointCriterion, JoinpointTest } from './choose-joinpoints.ts';
import type { JoinpointModel } from './joinpoint-models.ts';
import { criterionNames, joinpointSays } from './joinpoint-words.ts';
import {
  judgeJoinpoints,
  type NoTurnConclusion,
  type TurnJudgement,
  type TurnVerdict,
} from './judge-joinpoints.ts';
import { lineSlopes, percent, percentEnds } from './line-slopes.ts';
import { type JoinpointInput, type JoinpointSettings, readJoinpoint } from './read-joinpoint.ts';
import { type TrendLine, type TurningPoint, trendLines, turningPoints } from './turning-point.ts';

/** What the lines take for granted. */
function assumptionsOfLines(counts: boolean): readonly Text[] {
  return [
    inFour(
      'tussen keerpunten elk jaar een verandering met dezelfde factor, zonder sprongen',
      'entre les points de retournement, un changement du même facteur chaque année, sans sauts',
      'zwischen Wendepunkten jedes Jahr eine Veränderung um denselben Faktor, ohne Sprünge',
      'change by the same factor every year between turning points, without jumps',
    ),
    noMemory,
    counts
      ? inFour(
          'de aantallen schommelen als Poisson-aantallen, op één factor na',
          'les nombres varient comme des nombres de Poisson, à un facteur près',
          'die Anzahlen schwanken wie Poisson-Anzahlen, bis auf einen Faktor',
          'counts vary as Poisson counts do, up to one factor',
        )
      : inFour(
          'de logaritmen liggen gelijkmatig verspreid, op de gewichten na',
          'les logarithmes se dispersent régulièrement, aux poids près',
          'die Logarithmen streuen gleichmäßig, bis auf die Gewichte',
          'logarithms scatter evenly, up to the weights',
        ),
    inFour(
      'de intervallen van hellingen nemen de keerpunten als bekend aan',
      'les intervalles des pentes tiennent les points de retournement pour connus',
      'die Intervalle der Steigungen nehmen die Wendepunkte als bekannt an',
      'intervals of slopes take the turning points as known',
    ),
  ];
}

/** Squares of the logarithm too small to be scatter. */
const exact = 1e-18;

/** Whether the lines pass through every value. */
function throughEvery({ chosen }: JoinpointChoice): boolean {
  const { weights, residuals } = chosen.fit;
  const largest = residuals.reduce((most, value) => Math.max(most, value * value), 0);
  return weights.length > 0 && largest <= exact;
}

/** What must be said beside the result. */
function warningsOfLines(
  input: JoinpointInput,
  { choice, withoutLastTwo }: TurnJudgement,
  lines: readonly TrendLine[],
): readonly Text[] {
  if (!choice) return [];
  const { counts, chosen, tests } = choice;
  const found = [...new Set(Object.values(counts).filter((count) => count !== null))];
  const each = Object.entries(criterionNames).flatMap(([key, name]) => {
    const count = counts[key as JoinpointCriterion];
    return count === null ? [] : [inSigns('{name} {count}', { name, count })];
  });
  const unsettled = tests.find(
    ({ p, alpha }) =>
      Math.abs(p - alpha) < 2 * Math.sqrt((alpha * (1 - alpha)) / input.permutations),
  );
  return listWarnings(
    found.length > 1 &&
      inFour(
        'de criteria vinden verschillende aantallen keerpunten: {each}',
        'les critères trouvent des nombres différents de points de retournement\u00a0: {each}',
        'die Kriterien finden verschieden viele Wendepunkte: {each}',
        'the criteria find different numbers of turning points: {each}',
        { each: joinWith(each, ', ') },
      ),
    withoutLastTwo !== null &&
      withoutLastTwo < chosen.joinpoints &&
      inFour(
        'rust op de laatste twee waarden: zonder die worden {n} van de {all} keerpunten gevonden',
        'repose sur les deux dernières valeurs\u00a0: sans elles, on trouve {n} des {all} points de retournement',
        'ruht auf den letzten zwei Werten: Ohne sie werden {n} von {all} Wendepunkten gefunden',
        'rests on the last two values: without them {n} of {all} turning points are found',
        { n: withoutLastTwo, all: chosen.joinpoints },
      ),
    unsettled &&
      inFour(
        'p = {p} van een permutatietoets ligt zo dicht bij {alpha} als het toeval van {n} volgordes',
        'p = {p} d’un test de permutation est aussi près de {alpha} que le hasard de {n} ordres',
        'p = {p} eines Permutationstests liegt so nahe bei {alpha} wie der Zufall in {n} Reihenfolgen',
        'p = {p} of a permutation test is as near {alpha} as chance in {n} orders',
        {
          p: inEach((language) => formatNumber(unsettled.p, language, 4)),
          alpha: inEach((language) => formatNumber(unsettled.alpha, language, 4)),
          n: input.permutations,
        },
      ),
    throughEvery(choice) &&
      inFour(
        'de lijnen gaan door elke waarde: er is geen spreiding om ze aan af te meten',
        'les droites passent par chaque valeur\u00a0: il n’y a pas de dispersion pour les juger',
        'die Geraden gehen durch jeden Wert: Es gibt keine Streuung, an der sie zu messen wären',
        'the lines pass through every value: there is no scatter to judge them by',
      ),
    lines.some(({ slope }) => slope === null) &&
      inFour(
        'langs een lijn is niets geteld: die heeft geen percentage',
        'rien n’a été compté le long d’une droite\u00a0: elle n’a pas de pourcentage',
        'entlang einer Geraden wurde nichts gezählt: Sie hat keinen Prozentsatz',
        'nothing was counted along a line: it has no percentage',
      ),
    input.series.seasonal && seasonLeftIn,
    input.series.values.length < 10 && fewForDependence,
  );
}

export interface JoinpointOptions extends JoinpointSettings {
  /** Level of intervals, and one minus the overall level of the permutation test; 0.95. */
  readonly level?: number;
  /** Quantile of the interval of the mean change: Student's t (default), or the narrower normal one of the National Cancer Institute. */
  readonly meanQuantile?: 't' | 'normal';
}

/**
 * A finding whose estimate is the average annual percent change (AAPC) over the whole span, and whose p is that of the last test
 * against no joinpoint at all, times the most joinpoints looked for.
 */
export interface Joinpoint extends Finding {
  readonly joinpoints: readonly TurningPoint[];
  /** The lines between them with their annual percent change (APC). */
  readonly segments: readonly TrendLine[];
  /** The best fit with 0, 1, … joinpoints and what the criteria make of it. */
  readonly models: readonly JoinpointModel[];
  readonly tests: readonly JoinpointTest[];
  readonly details: {
    readonly verdict: TurnVerdict;
    readonly because: NoTurnConclusion | null;
    /** Where the trend turns, joined by a space. */
    readonly joinpoints: string;
    readonly chosenBy: JoinpointCriterion;
    readonly byPermutation: number | null;
    readonly byBic: number | null;
    readonly byBic3: number | null;
    readonly byWbic: number | null;
    readonly maxJoinpoints: number;
    readonly permutations: number;
    readonly seed: number;
    /** Degrees of freedom of the intervals of the slopes. */
    readonly degreesOfFreedom: number | null;
    /** How many joinpoints are found without the last two values; null where that cannot be examined. */
    readonly withoutLastTwo: number | null;
  };
}

/**
 * Where the trend of a series turns, and by how many per cent a year it rises or falls between the turns.
 *
 * For yearly rates, counts or quantities that change by a factor, seven or more of them. Straight lines of the
 * logarithm, joined on observations: `ln y = b₀ + b₁ t + Σ δ (t − τ)₊`, all placements tried; weighted by given
 * standard errors, or Poisson with a logarithmic link for counts. The number of joinpoints by permutation test (Kim,
 * Fay, Feuer and Midthune 2000) beside BIC, BIC3 and weighted BIC (Kim et al. 2022); intervals as the Joinpoint program
 * of the National Cancer Institute. Not across a break: lines that join cannot jump, use `changePoints`.
 *
 * Criteria that disagree on whether there is any turning point give "disputed". Fewer than seven values, equal values,
 * or fewer than ten events give "no conclusion possible".
 *
 * @param values in time order, null where missing
 * @throws InputError for NaN or infinite values, periods that do not increase, zeros without `model: 'poisson'`
 * @throws UsageError for options that do not fit each other or the number of values
 * @example
 * ```ts
 * import { joinpoint } from '@samenbeeld/trends';
 * const periods = Array.from({ length: 10 }, (_, i) => String(2016 + i));
 * const rotterdam = [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466];
 * const { details } = joinpoint(rotterdam, { periods, permutations: 999 });
 * [details.verdict, details.joinpoints, details.withoutLastTwo] // => ['turns', '2021', 0]
 * ```
 */
export function joinpoint(
  values: ArrayLike<number | null>,
  options: JoinpointOptions = {},
): Joinpoint {
  takes('joinpoint', ['values', values, shape.series], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const quantile = checkAnyOf('meanQuantile', options.meanQuantile ?? 't', ['t', 'normal']);
  const alike = checkTogether(options, 'trend');
  const input = readJoinpoint(values, options);
  const { series } = input;
  const n = series.values.length;
  const judged = judgeJoinpoints(input, 1 - level);
  const { verdict, because, data, choice, withoutLastTwo } = judged;
  const slopes = data && choice ? lineSlopes(data, choice.chosen) : null;
  const segments = slopes && choice ? trendLines(series, choice.chosen, slopes, level) : [];
  const turns = data && choice ? turningPoints(data, series, choice.chosen, segments, level) : [];
  const ends =
    slopes &&
    percentEnds(slopes.mean, slopes.meanError, level, quantile === 't' ? slopes.freedom : null);
  const tested = choice?.tests.findLast(({ fewer }) => fewer === 0);
  // Held against α over the most joinpoints, so as many times as large against α.
  const p = tested ? Math.min(1, tested.p * input.most) : null;
  return {
    kind: 'joinpoint',
    subject: options.subject ?? '',
    estimate: slopes?.mean === undefined || slopes.mean === null ? null : percent(slopes.mean),
    unit: series.per === 'year' ? '%/year' : '%/period',
    interval: ends && { ...ends, level },
    n,
    p,
    method: `Joinpoint regression, ${input.counts ? 'Poisson' : 'log-linear'}`,
    definition:
      'joined lines of the logarithm, all placements on observations; APC = 100 (exp(slope) - 1); AAPC by the mean slope weighted by length (Kim et al. 2000, Clegg et al. 2009)',
    assumptions: assumptionsOfLines(input.counts),
    warnings: [...alike, ...warningsOfLines(input, judged, segments)],
    confidence: confidenceOf(judged, n),
    joinpoints: turns,
    segments,
    models: (choice?.models ?? []).map(({ fit, profile, ...model }) => model),
    tests: choice?.tests ?? [],
    details: {
      verdict,
      because,
      joinpoints: turns.map(({ period }) => period).join(' '),
      chosenBy: input.choose,
      byPermutation: choice?.counts.permutation ?? null,
      byBic: choice?.counts.bic ?? null,
      byBic3: choice?.counts.bic3 ?? null,
      byWbic: choice?.counts.wbic ?? null,
      maxJoinpoints: input.most,
      permutations: choice && choice.tests.length > 0 ? input.permutations : 0,
      seed: input.seed,
      degreesOfFreedom: slopes?.freedom ?? null,
      withoutLastTwo,
    },
    says: joinpointSays({
      verdict,
      because,
      n,
      p,
      level,
      turns,
      lines: segments,
      counts: choice?.counts ?? null,
      places: (choice?.models ?? []).map(({ knots }) =>
        knots.map((knot) => series.names[knot] as string),
      ),
      lastTwo: n > 1 ? (series.names.slice(-2) as [string, string]) : null,
      without: withoutLastTwo,
      per: series.per,
      naming: series.naming,
      label: options.label,
      ends: series.per === 'year' ? endsOf(series.names) : null,
      effort: effortSays(options, options.exposures),
    }),
  };
}

function confidenceOf(judged: TurnJudgement, n: number): Finding['confidence'] {
  const { verdict, choice, withoutLastTwo } = judged;
  const resting = withoutLastTwo !== null && withoutLastTwo < (choice?.chosen.joinpoints ?? 0);
  const untested = verdict === 'turns' && choice?.counts.permutation === null;
  const unsure = verdict === 'no_conclusion' || verdict === 'disputed' || untested;
  if (unsure || resting || (choice && throughEvery(choice))) return 'low';
  return n < 20 ? 'medium' : 'high';
}
