import { type Finding, InputError, inFour, shape, takes, wrongUse } from '@samenbeeld/schema';
import libraryCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import libraryQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { cleanCounts } from '../monotone/clean-counts.ts';
import { listWarnings } from '../warnings.ts';
import { dispersionSays } from '../words/dispersion.ts';
import { withExposure } from '../words/effort.ts';

/** Degrees of freedom up to which the library is exact; its incomplete gamma function errs from about 2,000 on. */
const libraryUpTo = 800;

/** Chance that a chi-square variable is at most x; by Wilson and Hilferty 1931, to five digits, beyond 800 degrees. */
function chiSquareCumulative(x: number, freedom: number): number {
  if (freedom <= libraryUpTo) return libraryCdf(x, freedom);
  const width = 2 / (9 * freedom);
  return normalCdf((Math.cbrt(x / freedom) - (1 - width)) / Math.sqrt(width), 0, 1);
}

/** The value that a chi-square variable is below with a chance of p. */
function chiSquareQuantile(p: number, freedom: number): number {
  if (freedom <= libraryUpTo) return libraryQuantile(p, freedom);
  const width = 2 / (9 * freedom);
  return freedom * (1 - width + normalQuantile(p, 0, 1) * Math.sqrt(width)) ** 3;
}

export interface OverDispersionOptions extends About {
  /** What each count stands against (population, controls), one per count; all alike where left out. */
  readonly exposures?: ArrayLike<number>;
  /** Of how many each count is a part (persons with drugs of persons checked), one per count: the counts are then shares. */
  readonly trials?: readonly number[];
  /** Level of the one-sided interval; 0.95. */
  readonly level?: number;
}

/** A finding whose estimate is the variance of the counts over that of independent events. */
export interface OverDispersion extends Finding {
  readonly details: {
    readonly chiSquare: number | null;
    readonly degreesOfFreedom: number;
    readonly mean: number | null;
    readonly verdict: 'over_dispersed' | 'not_shown' | 'no_conclusion';
    readonly because: 'too_few' | 'none_counted' | null;
  };
}

/**
 * Do counts vary more than independent events at a constant rate would?
 *
 * Before Poisson intervals and tests are believed: finds that come in series, or a rate that moves, make them too narrow.
 * `φ = Σ (y − e)²/e / (n − 1)`, e the share of the total that goes with the exposure; p is the upper tail of χ² with n − 1
 * degrees of freedom, and the interval has its lower end where that test would just reject, and no upper end.
 * Fisher 1950 (index of dispersion); Pearson's χ²; reference implementation SciPy `chisquare`. With `trials` the counts are shares
 * and vary as binomial ones: `φ = Σ (y − np)²/(np(1 − p)) / (k − 1)`, p the share of all together (R `prop.test`).
 *
 * A trend counts as variation: `logLinearTrend` gives the dispersion about one.
 *
 * @param counts in any order, null where missing
 * @throws InputError for counts that are no whole numbers, or exposures that are not above zero
 * @throws InputError for a count above its trials
 * @throws UsageError for exposures or trials of another number than the counts, or for both
 * @example
 * ```ts
 * import { overDispersion } from '@samenbeeld/trends';
 * const { estimate, p } = overDispersion([3, 0, 14, 5, 22, 1, 9, 40]);
 * [estimate?.toFixed(3), p !== null && p < 0.001] // => ['15.702', true]
 * ```
 */
export function overDispersion(
  counts: ArrayLike<number | null>,
  options: OverDispersionOptions = {},
): OverDispersion {
  takes('overDispersion', ['counts', counts, shape.series], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'rate');
  const { trials } = options;
  if (trials && options.exposures)
    throw wrongUse(
      '`trials` en `exposures` zeggen hetzelfde: geef een van beide',
      '`trials` et `exposures` disent la même chose : donnez l’un des deux',
      '`trials` und `exposures` sagen dasselbe: eines von beiden angeben',
      '`trials` and `exposures` say the same thing twice: pass one of them',
    );
  const known = cleanCounts(counts, undefined, trials ?? options.exposures);
  const n = known.counts.length;
  const total = known.counts.reduce((sum, count) => sum + count, 0);
  const exposure = known.exposures.reduce((sum, value) => sum + value, 0);
  const over = trials
    ? known.counts.findIndex((count, i) => count > (known.exposures[i] as number))
    : -1;
  if (over !== -1)
    throw new InputError(
      inFour(
        'verwacht: hoogstens {a} van {b}; gevonden: {c}',
        'attendu : au plus {a} sur {b} ; trouvé : {c}',
        'erwartet: höchstens {a} von {b}; gefunden: {c}',
        'expected at most {a} of {b}, found {c}',
        {
          a: String(known.exposures[over]),
          b: String(known.exposures[over]),
          c: String(known.counts[over]),
        },
      ),
      inFour(
        'geef al wat gecontroleerd is als `trials`, wat telt inbegrepen',
        'donnez tout ce qui a été contrôlé comme `trials`, ce qui compte compris',
        'alles Kontrollierte als `trials` angeben, das Gezählte eingeschlossen',
        'pass all that were checked as `trials`, those that count included',
      ),
    );
  // Where all of them count, shares cannot vary.
  const because =
    n < 2 ? 'too_few' : total === 0 || (trials && total === exposure) ? 'none_counted' : null;
  const freedom = Math.max(0, n - 1);
  const chiSquare = because
    ? null
    : known.counts.reduce((sum, count, i) => {
        const expected = (total * (known.exposures[i] as number)) / exposure;
        const left = trials ? 1 - total / exposure : 1;
        return sum + (count - expected) ** 2 / (expected * left);
      }, 0);
  const estimate = chiSquare === null ? null : chiSquare / freedom;
  const p = chiSquare === null ? null : 1 - chiSquareCumulative(chiSquare, freedom);
  const interval =
    chiSquare === null
      ? null
      : {
          low: chiSquare / chiSquareQuantile(level, freedom),
          high: Number.POSITIVE_INFINITY,
          level,
        };
  const verdict = !interval ? 'no_conclusion' : interval.low > 1 ? 'over_dispersed' : 'not_shown';
  return {
    kind: 'over_dispersion',
    subject: options.subject ?? '',
    estimate,
    unit: null,
    interval,
    n,
    p,
    method: 'Index of dispersion, one-sided chi-square',
    definition: 'sum (y - e)^2 / e / (n - 1), upper tail of chi-square (Fisher 1950)',
    assumptions: [
      inFour(
        'de aantallen overlappen elkaar niet',
        'les nombres ne se recouvrent pas',
        'die Anzahlen überschneiden sich nicht',
        'counts do not overlap',
      ),
    ],
    warnings: listWarnings(
      alike,
      !because &&
        total / n < 1 &&
        inFour(
          'gemiddeld minder dan één gebeurtenis per telling: de chikwadraat is grof',
          'moins d’un événement par comptage en moyenne\u00a0: le khi-deux est approximatif',
          'im Mittel weniger als ein Ereignis je Zählung: Das Chi-Quadrat ist grob',
          'fewer than one event a count on average: the chi-square is rough',
        ),
    ),
    confidence: because || n < 6 ? 'low' : n < 20 || total / n < 1 ? 'medium' : 'high',
    details: {
      chiSquare,
      degreesOfFreedom: freedom,
      mean: n > 0 ? total / n : null,
      verdict,
      because,
    },
    says: withExposure(
      dispersionSays({ verdict, because, estimate, interval, n, p, label: options.label }),
      options,
      options.exposures,
    ),
  };
}
