import {
  type Finding,
  figure,
  inEach,
  inFour,
  paragraph,
  semicolon,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import gammaln from '@stdlib/math-base-special-gammaln';
import type { WithAlpha } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { oneCountingRule } from '../assumptions.ts';
import { checkTwoCounts } from '../check-count.ts';
import {
  type CountDispersion,
  confidenceOfTwo,
  type DispersionFrom,
  type DispersionOptions,
  dispersionUnknown,
  independence,
  knownDispersion,
  lowerTail,
  usualDispersion,
} from '../dispersion.ts';
import { poissonCumulative } from '../distributions/poisson-cumulative.ts';
import { firstWhere } from '../first-where.ts';
import type { RatioVerdict } from '../verdict.ts';
import { chancesSay, differenceIfIndependent } from '../words/dispersion.ts';
import { effortSays } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import { notEqual, nothingCounted } from '../words/ratio.ts';
import { requireEvents } from './require-events.ts';

interface CountsWords {
  readonly verdict: RatioVerdict;
  readonly first: number;
  readonly second: number;
  readonly p: number | null;
  readonly alpha: number;
  readonly dispersion: number;
  /** The usual dispersion and p at it, where none is known. */
  readonly usual: { readonly factor: number; readonly p: number } | null;
  readonly label: Text | undefined;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

function main(w: CountsWords): Text {
  const { p, verdict } = w;
  if (verdict === 'no_conclusion' || p === null) return nothingCounted;
  return inEach((language) => {
    const [first, second] = [figure(w.first, language), figure(w.second, language)];
    const against = {
      nl: `${first} tegenover ${second}`,
      fr: `${first} contre ${second}`,
      de: `${first} gegenüber ${second}`,
      en: `${first} against ${second}`,
    }[language];
    const chance = `${against}${semicolon[language]}${chancesSay(w, p, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `Er is geen verschil aantoonbaar (${chance}).`,
        fr: `Aucune différence ne peut être démontrée (${chance}).`,
        de: `Ein Unterschied lässt sich nicht nachweisen (${chance}).`,
        en: `No difference can be shown (${chance}).`,
      }[language];
    const higher = verdict === 'higher';
    return {
      nl: `Het niveau ligt ${higher ? 'hoger' : 'lager'} (${chance}).`,
      fr: `Le niveau est ${higher ? 'plus élevé' : 'plus bas'} (${chance}).`,
      de: `Das Niveau liegt ${higher ? 'höher' : 'niedriger'} (${chance}).`,
      en: `The level is ${higher ? 'higher' : 'lower'} (${chance}).`,
    }[language];
  });
}

/** The sentence for a verdict about two counts. */
function countsSay(w: CountsWords): Text {
  const apart = w.usual && w.verdict === 'not_shown' && w.p !== null && w.p <= w.alpha;
  return headed(
    w.label,
    paragraph(
      main(w),
      apart ? differenceIfIndependent : null,
      w.verdict === 'not_shown' ? notEqual : null,
      w.effort,
    ),
  );
}

export interface ETestOptions extends About, DispersionOptions, WithAlpha {
  /** What the two counts stand against; [1, 1]. */
  readonly exposures?: readonly [number, number];
}

/** A finding whose estimate is the difference of the two rates. */
export interface ETest extends Finding {
  readonly details: {
    readonly first: number;
    readonly second: number;
    readonly z: number | null;
    /** Variance over the mean that p rests on; 1 where none is known. */
    readonly dispersion: number;
    readonly dispersionFrom: DispersionFrom;
    /** The usual dispersion of such counts and p at it, where none is known; the verdict follows it. */
    readonly usualDispersion: number | null;
    readonly usualP: number | null;
    readonly verdict: RatioVerdict;
  };
}

/**
 * Do two counts of events come from one rate? The E-test, stronger than the conditional test for few events.
 *
 * `p = Σ P(x1 | E1 λ) P(x2 | E2 λ)` over all pairs with `|x1/E1 − x2/E2| / √(x1/E1² + x2/E2²)` at least as large as
 * observed, λ the rate of both together. A dispersion φ that is declared or estimated enters as `2 Φ(−|z|/√φ)`, by t where it
 * is estimated. Where none is known, `p` is that of independent events, `details.usualP` that at the usual dispersion, and
 * verdict and sentence follow the latter. It has no interval: `rateRatio` gives one, from the conditional test.
 * Krishnamoorthy and Thomson 2004; reference implementation ptools `e_test`.
 *
 * @throws RefusalError for kilograms or other measures
 * @throws InputError for counts that are no whole numbers, or exposures that are not above zero
 * @example
 * ```ts
 * import { eTest } from '@samenbeeld/trends';
 * const { p, details } = eTest(6, 2);
 * [p?.toFixed(7), details.verdict] // => ['0.1748748', 'not_shown']
 * ```
 */
export function eTest(first: number, second: number, options: ETestOptions = {}): ETest {
  takes(
    'eTest',
    ['first', first, shape.number],
    ['second', second, shape.number],
    ['options', options, optionsShape],
  );

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  requireEvents(inFour('De E-toets', 'Le test E', 'Der E-Test', 'The E-test'), options.unit);
  const alike = checkTogether(options, 'rate');
  const [firstExposure, secondExposure] = options.exposures ?? [1, 1];
  checkTwoCounts([first, second], [firstExposure, secondExposure]);
  const score = (x1: number, x2: number): number =>
    x1 + x2 === 0
      ? 0
      : (x1 / firstExposure - x2 / secondExposure) /
        Math.sqrt(x1 / firstExposure ** 2 + x2 / secondExposure ** 2);
  const z = first + second === 0 ? null : score(first, second);
  const known = knownDispersion(options);
  const exact = z === null ? null : farther(score, Math.abs(z), first + second, options.exposures);
  const dispersedP = (dispersion: CountDispersion): number | null =>
    z === null ? null : 2 * lowerTail(-Math.abs(z) / Math.sqrt(dispersion.factor), dispersion);
  const p =
    known && (known.factor > 1 || known.degreesOfFreedom !== null) ? dispersedP(known) : exact;
  const usual = known || z === null ? null : usualDispersion((first + second) / 2);
  const usualP = usual && Math.max(exact ?? 1, dispersedP(usual) ?? 1);
  const judged = usualP ?? p;
  const difference = first / firstExposure - second / secondExposure;
  const verdict: RatioVerdict =
    judged === null
      ? 'no_conclusion'
      : judged > alpha
        ? 'not_shown'
        : difference > 0
          ? 'higher'
          : 'lower';
  return {
    kind: 'e_test',
    subject: options.subject ?? '',
    estimate: p === null ? null : difference,
    unit: options.unit ?? null,
    interval: null,
    n: first + second,
    p,
    method: 'E-test of two Poisson rates',
    definition:
      'sum of P(x1) P(x2) over pairs at least as far apart, standardised (Krishnamoorthy and Thomson 2004)',
    assumptions: [independence(known), oneCountingRule],
    warnings: usual ? [...alike, dispersionUnknown] : alike,
    confidence: confidenceOfTwo(first, second, known),
    details: {
      first,
      second,
      z,
      dispersion: known?.factor ?? 1,
      dispersionFrom: known?.from ?? 'independent',
      usualDispersion: usual?.factor ?? null,
      usualP,
      verdict,
    },
    says: countsSay({
      verdict,
      first,
      second,
      p,
      alpha,
      dispersion: known?.factor ?? 1,
      usual: usual && usualP !== null ? { factor: usual.factor, p: usualP } : null,
      label: options.label,
      effort: effortSays(options, options.exposures),
    }),
  };
}

/** The chance of pairs whose score is at least `observed` from zero. For each x1 these are the x2 below one bound and above another. */
function farther(
  score: (x1: number, x2: number) => number,
  observed: number,
  total: number,
  exposures: readonly [number, number] = [1, 1],
): number {
  const rate = total / (exposures[0] + exposures[1]);
  const [firstMean, secondMean] = [rate * exposures[0], rate * exposures[1]];
  const reach = observed * (1 - 1e-12);
  const top = ends(secondMean)[1];
  let p = 0;
  const [from, last] = ends(firstMean);
  for (let x1 = from; x1 <= last; x1 += 1) {
    const below = firstWhere((x2) => score(x1, x2) < reach, -1, top + 1);
    const above = firstWhere((x2) => score(x1, x2) <= -reach, -1, top + 1);
    const outside =
      observed === 0
        ? 1
        : (below > 0 ? poissonCumulative(below - 1, secondMean) : 0) +
          (above <= top ? 1 - poissonCumulative(above - 1, secondMean) : 0);
    const mass = Math.exp(x1 * Math.log(firstMean) - firstMean - gammaln(x1 + 1));
    p += mass * outside;
  }
  return Math.min(1, p);
}

/** Counts outside which less than 1e-14 of a Poisson law lies. */
function ends(mean: number): readonly [number, number] {
  const width = 9 * Math.sqrt(mean);
  return [Math.max(0, Math.floor(mean - width - 10)), Math.ceil(mean + width + 40)];
}
