import { type Finding, inFour, type Text, wrongUse } from '@samenbeeld/schema';
import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { independentEvents } from './assumptions.ts';
import { checkExposure } from './check-count.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { cleanCounts } from './monotone/clean-counts.ts';
import { type RatioVerdict, verdictOfRatio } from './verdict.ts';

/** How much counts vary, in parts of what independent events would, and how that is known. */
export interface CountDispersion {
  /** Variance over the mean; at least 1. */
  readonly factor: number;
  /** Degrees of freedom it was estimated with; null where it is declared or usual. */
  readonly degreesOfFreedom: number | null;
  readonly from: DispersionFrom;
}

/** `independent` where nothing is known and independent events are supposed. */
export type DispersionFrom = 'declared' | 'series' | 'usual' | 'independent';

/** What is known of how counts vary. Where nothing is, they are judged at the usual dispersion, and the sentence says so. */
export interface DispersionOptions {
  /** Variance over the mean of such counts; 1 for events that are known to be independent of each other. */
  readonly dispersion?: number;
  /**
   * Other counts of the same kind, from which the dispersion is estimated: the years around, without the two that are compared.
   * Several lists where each has a mean of its own. Fewer than three counts say nothing, and the usual dispersion holds.
   */
  readonly series?: ArrayLike<number | null> | readonly ArrayLike<number | null>[];
}

/**
 * The dispersion that is usual for yearly counts of seizures with a given mean: `max(5, 1 + mean/15)`.
 *
 * Cocaine seizures of Belgium 2010–2014 (191, 256, 288, 168, 152; Senate, question 6-252) vary 16.2 times as much as
 * independent events, batches in Rotterdam 2017–2019 (82, 109, 141; HARC) 7.9 times: a year-to-year spread of about a quarter
 * beyond chance, near the law `1 + mean/15`. Below a mean of 60 it is no less than 5, since finds come in series (one network, one
 * week) and nothing published says less.
 */
export function usualDispersion(mean: number): CountDispersion {
  return { factor: Math.max(5, 1 + mean / 15), degreesOfFreedom: null, from: 'usual' };
}

const isList = (
  series: NonNullable<DispersionOptions['series']>,
): series is readonly ArrayLike<number | null>[] =>
  Array.from(series as ArrayLike<unknown>).some(
    (entry) => typeof entry === 'object' && entry !== null,
  );

/** The dispersion that is declared, or that the series show; null where neither is given or the series are too short. */
export function knownDispersion({ dispersion, series }: DispersionOptions): CountDispersion | null {
  if (dispersion !== undefined) {
    if (series !== undefined)
      throw wrongUse(
        '`dispersion` en `series` zeggen hetzelfde: geef een van beide',
        '`dispersion` et `series` disent la même chose : donnez l’un des deux',
        '`dispersion` und `series` sagen dasselbe: eines von beiden angeben',
        '`dispersion` and `series` say the same thing twice: pass one of them',
      );
    if (
      checkExposure(
        inFour('de spreiding', 'la dispersion', 'die Streuung', 'the dispersion'),
        dispersion,
      ) < 1
    )
      throw wrongUse(
        '`dispersion` is ten minste 1, die van onafhankelijke gebeurtenissen, niet {dispersion}',
        '`dispersion` est au moins 1, celle d’événements indépendants, et non {dispersion}',
        '`dispersion` ist mindestens 1, die unabhängiger Ereignisse, nicht {dispersion}',
        '`dispersion` must be at least 1, which is that of independent events, got {dispersion}',
        { dispersion: String(dispersion) },
      );
    return { factor: dispersion, degreesOfFreedom: null, from: 'declared' };
  }
  if (series === undefined) return null;
  const lists = isList(series) ? series : [series];
  return pooledDispersion(lists.map((counts) => ({ counts })));
}

/**
 * Pearson's χ² over its degrees of freedom, pooled over series that have a mean each; never below 1.
 * Null with fewer than two degrees of freedom, or nothing counted.
 */
export function pooledDispersion(
  series: readonly {
    readonly counts: ArrayLike<number | null>;
    readonly exposures?: ArrayLike<number>;
  }[],
): CountDispersion | null {
  let statistic = 0;
  let freedom = 0;
  for (const { counts, exposures } of series) {
    const known = cleanCounts(counts, undefined, exposures);
    const total = known.counts.reduce((sum, count) => sum + count, 0);
    const exposure = known.exposures.reduce((sum, value) => sum + value, 0);
    if (total === 0) continue;
    freedom += known.counts.length - 1;
    for (const [i, count] of known.counts.entries()) {
      const expected = (total * (known.exposures[i] as number)) / exposure;
      statistic += (count - expected) ** 2 / expected;
    }
  }
  if (freedom < 2) return null;
  return { factor: Math.max(1, statistic / freedom), degreesOfFreedom: freedom, from: 'series' };
}

/** How far an interval reaches, in standard errors: by t where the dispersion was estimated. */
export function reachOf(level: number, { degreesOfFreedom }: CountDispersion): number {
  return degreesOfFreedom === null
    ? normalQuantile((1 + level) / 2, 0, 1)
    : tQuantile((1 + level) / 2, degreesOfFreedom);
}

/** The chance of a score below `score`, by t where the dispersion was estimated. */
export function lowerTail(score: number, { degreesOfFreedom }: CountDispersion): number {
  return degreesOfFreedom === null ? normalCdf(score, 0, 1) : tCdf(score, degreesOfFreedom);
}

const isDispersed = ({ factor, degreesOfFreedom }: CountDispersion): boolean =>
  factor > 1 || degreesOfFreedom !== null;

/** An interval of a ratio; null where nothing was counted. */
export type RatioInterval = {
  readonly low: number;
  readonly high: number;
  readonly level: number;
} | null;

/**
 * The interval of the ratio of two rates whose counts vary by a factor φ.
 *
 * At φ = 1 the exact one of Clopper and Pearson. Above, `ln(a/b) ± z √(φ (1/a + 1/b))`, by t_ν in place of z where φ was
 * estimated with ν degrees of freedom (quasi-Poisson, McCullagh and Nelder 1989, section 9.2); with a zero among the counts
 * Clopper and Pearson's of `a/φ` in `(a + b)/φ`, there with `φ (t_ν/z)²`.
 *
 * @param scale exposure of the second over that of the first
 */
export function ratioInterval(
  first: number,
  second: number,
  scale: number,
  level: number,
  dispersion: CountDispersion,
): RatioInterval {
  if (first + second === 0) return null;
  const reach = reachOf(level, dispersion);
  if (isDispersed(dispersion) && first > 0 && second > 0) {
    const spread = reach * Math.sqrt(dispersion.factor * (1 / first + 1 / second));
    const ratio = (first / second) * scale;
    return { low: ratio * Math.exp(-spread), high: ratio * Math.exp(spread), level };
  }
  const factor = widened(dispersion, level);
  const share = clopperPearson(first / factor, (first + second) / factor, level);
  return {
    low: (share.low / (1 - share.low)) * scale,
    high: share.high === 1 ? Number.POSITIVE_INFINITY : (share.high / (1 - share.high)) * scale,
    level,
  };
}

/** The factor that gives an interval by z the reach that one by t has. */
function widened(dispersion: CountDispersion, level: number): number {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  return dispersion.factor * (reachOf(level, dispersion) / z) ** 2;
}

/** The two-sided p of equal rates that `ratioInterval` inverts; null where nothing was counted. */
export function ratioP(
  first: number,
  second: number,
  scale: number,
  level: number,
  dispersion: CountDispersion,
): number | null {
  if (first + second === 0) return null;
  if (isDispersed(dispersion) && first > 0 && second > 0) {
    const score =
      Math.log((first / second) * scale) / Math.sqrt(dispersion.factor * (1 / first + 1 / second));
    return 2 * lowerTail(-Math.abs(score), dispersion);
  }
  const factor = widened(dispersion, level);
  const [a, b, chance] = [first / factor, second / factor, 1 / (1 + scale)];
  const atLeast = a === 0 ? 1 : betaCdf(chance, a, b + 1);
  const atMost = b === 0 ? 1 : 1 - betaCdf(chance, a + 1, b);
  return Math.min(1, 2 * Math.min(atLeast, atMost));
}

/** The intervals of a ratio, and what may be said by them. */
export interface JudgedRatio {
  /** At the known dispersion; where none is known, at that of independent events. */
  readonly interval: RatioInterval;
  readonly dispersion: CountDispersion;
  /** At the usual dispersion, where none is known. */
  readonly usual: { readonly factor: number; readonly interval: NonNullable<RatioInterval> } | null;
  /** Follows `usual` where that is given. */
  readonly verdict: RatioVerdict;
}

const independent: CountDispersion = { factor: 1, degreesOfFreedom: null, from: 'independent' };

/** Judges a ratio by what is known of the dispersion, else by the usual one, which is the wider. */
export function judgeRatio(
  first: number,
  second: number,
  scale: number,
  level: number,
  known: CountDispersion | null,
): JudgedRatio {
  const dispersion = known ?? independent;
  const interval = ratioInterval(first, second, scale, level, dispersion);
  if (known) return { interval, dispersion, usual: null, verdict: verdictOfRatio(interval) };
  const usual = usualDispersion((first + second) / 2);
  const wider = ratioInterval(first, second, scale, level, usual);
  return {
    interval,
    dispersion,
    usual: wider && { factor: usual.factor, interval: wider },
    verdict: verdictOfRatio(wider),
  };
}

/** What a comparison supposes of its events. */
export function independence(known: CountDispersion | null): Text {
  return known && known.factor > 1
    ? inFour(
        'de variantie van de aantallen is {times} keer die van onafhankelijke gebeurtenissen',
        'la variance des nombres vaut {times} fois celle d’événements indépendants',
        'die Varianz der Anzahlen ist das {times}-Fache derjenigen unabhängiger Ereignisse',
        'counts vary {times} times as much as independent events',
        { times: Number(known.factor.toPrecision(3)) },
      )
    : independentEvents;
}

/** What a finding warns of where nothing is known of the dispersion. */
export const dispersionUnknown: Text = inFour(
  'hoezeer zulke aantallen schommelen, is niet bekend: de conclusie is alleen wat bij de gebruikelijke spreiding geldt; geef `series` of `dispersion` op',
  'on ne sait pas combien de tels nombres varient\u00a0: on ne conclut que ce qui vaut à la dispersion usuelle\u00a0; donnez `series` ou `dispersion`',
  'wie stark solche Anzahlen schwanken, ist nicht bekannt: Geschlossen wird nur, was bei der üblichen Streuung gilt; `series` oder `dispersion` angeben',
  'how much such counts vary is not known: only what holds at the usual dispersion is concluded; pass `series` or `dispersion`',
);

/** Two counts whose dispersion nobody knows bear little; a dispersion estimated from few counts is itself uncertain. */
export function confidenceOfTwo(
  first: number,
  second: number,
  known: CountDispersion | null,
): Finding['confidence'] {
  if (!known || Math.min(first, second) < 10) return 'low';
  const { degreesOfFreedom } = known;
  return first + second < 100 || (degreesOfFreedom !== null && degreesOfFreedom < 10)
    ? 'medium'
    : 'high';
}
