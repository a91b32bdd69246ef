import { type Break, type Decision, type Finding, inFour, takes } from '@samenbeeld/schema';
import { checkProbability, optionsShape } from './about.ts';
import { noMemory, oneDirection } from './assumptions.ts';
import { exactUpTo } from './judge-trend.ts';
import { robustTrend } from './robust-trend.ts';
import {
  comparablePoints,
  type KnownPoint,
  type TrendSeries,
  trendSeriesShape,
} from './trend-series.ts';
import type { TrendVerdict } from './verdict.ts';
import { fewForDependence, listWarnings, tiedWithZero } from './warnings.ts';
import { endsOf } from './words/headed.ts';
import type { NoConclusion } from './words/no-trend.ts';
import { type SubAnnual, trendSays } from './words/trend.ts';

export interface TrendOfOptions {
  /** Declared breaks; those that apply to the series and lie within it block the trend. */
  readonly breaks?: readonly Break[];
  /** Recorded decisions; one of kind `override` on a break's id lets the trend cross it. */
  readonly overrides?: readonly Decision[];
  /** Level of the interval, and one minus the level of the test; 0.95. */
  readonly level?: number;
}

/**
 * A finding whose estimate is Sen's slope per year; null where it depends on an undecided figure. Of months it is what each
 * monthly figure changes by from one year to the next, not what the yearly total does.
 */
export interface Trend extends Finding {
  readonly details: {
    readonly verdict: TrendVerdict;
    readonly because: NoConclusion | null;
    readonly s: number | null;
    readonly variance: number | null;
    readonly z: number | null;
    readonly tauA: number | null;
    readonly pExact: number | null;
    readonly pAsymptotic: number | null;
    /** Smallest and largest p over all values that the ranges allow. */
    readonly pLow: number;
    readonly pHigh: number;
    /** Periods whose rival claims are undecided, and those known only as a range, joined by a space. */
    readonly undecided: string;
    readonly ranges: string;
    readonly overridden: string;
  };
}

/**
 * The monotone trend of one series, or the reason why nothing can be said.
 *
 * Mann-Kendall with Sen's slope, exact for up to 30 values, where the interval holds the slopes that the test
 * does not reject. A figure known as a range (rounded, "over", rival claims) enters with its range: the verdict
 * stands only if it holds for every value the ranges allow; otherwise no conclusion is possible until the
 * conflict is decided. Fewer than four values, or values that no order could make significant, give
 * "no conclusion possible". "No trend can be shown" is not "no trend".
 *
 * @param series one value per period, null where missing
 * @throws RefusalError for a sum whose ports change, a declared break without override, mixed frequencies, partial
 *   periods, or records that `assertComparable` refuses
 * @throws InputError for unreadable or unsorted periods, NaN or infinite values
 * @example
 * ```ts
 * import { trendOf } from '@samenbeeld/trends';
 * const points = [3, 5, 9].map((value, i) => ({ period: String(2020 + i), value }));
 * trendOf({ subject: 'NLVLI COC', unit: 'kg', points }).details.verdict // => 'no_conclusion'
 * ```
 */
export function trendOf(series: TrendSeries, options: TrendOfOptions = {}): Trend {
  takes('trendOf', ['series', series, trendSeriesShape], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const { points, crossed, warnings } = comparablePoints(
    series,
    options.breaks ?? [],
    options.overrides ?? [],
  );
  const { printed, possible, verdict, because, undecided, rough } = robustTrend(points, level);
  const contested = because === 'ranges' ? [...undecided, ...rough] : undecided;
  const interval = verdict === 'no_conclusion' ? null : (printed?.interval ?? null);
  const slope = verdict === 'no_conclusion' ? null : (printed?.slope ?? null);
  const n = points.length;
  const p = verdict === 'no_conclusion' ? null : (printed?.test.p ?? null);
  const codes = (list: readonly KnownPoint[]): readonly string[] =>
    list.map(({ period }) => period.code).sort();
  const provisional = points.filter((point) => point.provisional);
  const overridden = crossed.filter(({ severity }) => severity === 'block_trend');
  const test = printed?.test;
  const tied = verdict !== 'no_conclusion' && (printed?.tied ?? false);
  return {
    kind: 'trend',
    subject: series.subject,
    estimate: slope,
    unit: `${series.unit}/year`,
    interval,
    n,
    p,
    method:
      n <= exactUpTo
        ? 'Mann-Kendall, exact, with Sen slope'
        : 'Mann-Kendall, asymptotic, with Sen slope',
    definition:
      'S = sum of sgn(x_j - x_i), two-sided p; median of pairwise slopes, interval of slopes not rejected (Mann 1945, Kendall 1975, Sen 1968)',
    assumptions: [noMemory, oneDirection],
    warnings: listWarnings(
      n > 1 && n < 10 && fewForDependence,
      provisional.length > 0 &&
        inFour(
          'voorlopig: {periods}',
          'provisoire\u00a0: {periods}',
          'vorläufig: {periods}',
          'provisional: {periods}',
          { periods: codes(provisional).join(', ') },
        ),
      warnings,
      verdict === 'not_shown' &&
        inFour(
          'een stijging met een daling erna is in een toets op één richting niet te zien',
          'une hausse suivie d’une baisse n’apparaît pas dans un test d’une seule direction',
          'ein Anstieg, dem ein Rückgang folgt, zeigt sich in einem Test auf eine einzige Richtung nicht',
          'a rise followed by a fall does not show in a test for one direction',
        ),
      p !== null && interval === null && tiedWithZero,
      !possible.complete &&
        inFour(
          'te veel volgordes om te proberen: de marges zijn paar voor paar begrensd',
          'trop d’ordres à essayer\u00a0: les plages ont été bornées paire par paire',
          'zu viele Reihenfolgen zum Durchprobieren: Die Spannen wurden Paar für Paar begrenzt',
          'too many orders to try: the ranges were bounded pair by pair',
        ),
    ),
    confidence:
      verdict === 'no_conclusion' || n < 6 || undecided.length > 0 || overridden.length > 0 || tied
        ? 'low'
        : n < 10 || provisional.length > 0 || rough.length > 0
          ? 'medium'
          : 'high',
    details: {
      verdict,
      because,
      s: test?.s ?? null,
      variance: test?.variance ?? null,
      z: test?.z ?? null,
      tauA: test?.tauA ?? null,
      pExact: test?.method === 'exact' ? test.p : null,
      pAsymptotic: test?.pAsymptotic ?? null,
      pLow: Math.min(possible.pLow, printed?.test.p ?? 1),
      pHigh: Math.max(possible.pHigh, printed?.test.p ?? 0),
      undecided: codes(undecided).join(' '),
      ranges: codes(rough).join(' '),
      overridden: overridden.map(({ id }) => id).join(' '),
    },
    says: trendSays(series, {
      verdict,
      because,
      n,
      needed: leastFigures(1 - level),
      p,
      pRange: printed ? null : { low: possible.pLow, high: possible.pHigh },
      slope,
      interval,
      tied,
      unit: series.unit,
      per: 'year',
      freq: subAnnual(points),
      ends: endsOf(points.map(({ period }) => period.code)),
      contested: codes(contested),
      apart: contested.some((point) => point.apart),
    }),
  };
}

/** How many different figures can show a trend at all: of n, one of n! orders is the steadiest rise, and one the steadiest fall. */
function leastFigures(alpha: number): number {
  let [n, orders] = [4, 24];
  while (2 / orders > alpha) orders *= ++n;
  return n;
}

function subAnnual(points: readonly KnownPoint[]): SubAnnual | null {
  const freq = points[0]?.period.freq ?? 'A';
  return freq === 'A' ? null : freq;
}
