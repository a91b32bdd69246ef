import { type Finding, InputError, inFour, takes } from '@samenbeeld/schema';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { logChoose } from '../log-choose.ts';
import { randomOf } from '../sampling/random.ts';
import type { RatioVerdict } from '../verdict.ts';
import { listWarnings, withoutSite } from '../warnings.ts';
import { differenceSays, type NoDifference } from './difference-words.ts';
import { type CleanPanel, cleanPanel, type Panel, panelShape } from './panel.ts';

/** A difference of means with the test and the interval of all relabellings. */
interface PermutationResult {
  readonly difference: number;
  readonly p: number;
  /** The smallest p that these units could give. */
  readonly smallestP: number;
  /** Every difference that the test does not reject; null where it could reject none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/**
 * Randomisation test of a difference of means, and the interval that it inverts (Fisher 1935; Rosenbaum 2002).
 *
 * `changes` holds one number per unit, the treated ones first. Under a true difference δ a relabelling S gives
 * `a − bδ`, with a its difference of means and b that of the treatment itself; it counts as far as the real one where
 * `|a − bδ| ≥ |d − δ|`. That holds for δ from one root to the other, so that the test and the interval are read from
 * the same ends and cannot disagree.
 */
function permutationInterval(
  changes: readonly number[],
  treated: number,
  sets: readonly (readonly number[])[],
  alpha: number,
): PermutationResult {
  const n = changes.length;
  const total = changes.reduce((sum, value) => sum + value, 0);
  const apart = (sum: number): number => sum / treated - (total - sum) / (n - treated);
  const difference = apart(changes.slice(0, treated).reduce((sum, value) => sum + value, 0));
  const grain = 1e-12 * changes.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const snap = (value: number): number => (Math.abs(value) <= grain ? 0 : value);
  const lows: number[] = [];
  const highs: number[] = [];
  for (const set of sets) {
    const same = set.filter((i) => i < treated).length;
    const a = apart(set.reduce((sum, i) => sum + (changes[i] as number), 0));
    const b = same / treated - (treated - same) / (n - treated);
    const isReal = same === treated;
    const isMirror = same === 0 && treated * 2 === n;
    const roots =
      isReal || isMirror
        ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
        : [snap((difference - a) / (1 - b)), snap((difference + a) / (1 + b))];
    lows.push(Math.min(...roots));
    highs.push(Math.max(...roots));
  }
  const counted = sets.length;
  const boundless = highs.filter((high) => high === Number.POSITIVE_INFINITY).length;
  const needed = Math.floor(alpha * counted + 1e-9);
  const interval =
    boundless > needed
      ? null
      : {
          low: lows.sort((a, b) => a - b)[needed] as number,
          high: highs.sort((a, b) => b - a)[needed] as number,
        };
  const nearer = lows.filter((low) => low > 0).length + highs.filter((high) => high < 0).length;
  return {
    difference: snap(difference),
    p: (counted - nearer) / counted,
    smallestP: boundless / counted,
    interval,
  };
}

/** What the periods before a change say about whether treated and control sites moved alike. */
interface ParallelBefore {
  readonly verdict: 'not_contradicted' | 'contradicted' | 'not_examined';
  /** Difference of the mean slopes per period, treated less controls. */
  readonly slope: number | null;
  readonly p: number | null;
}

/**
 * Compares the slopes of treated and control sites before the change, by the same relabellings as the effect.
 * Fewer than three periods, or too few sites for the test to reject anything: not examined.
 */
function parallelBefore(
  rows: readonly (readonly number[])[],
  treated: number,
  before: number,
  sets: readonly (readonly number[])[],
  alpha: number,
): ParallelBefore {
  if (before < 3) return { verdict: 'not_examined', slope: null, p: null };
  const middle = (before - 1) / 2;
  const spread = Array.from({ length: before }, (_, t) => (t - middle) ** 2).reduce(
    (sum, value) => sum + value,
    0,
  );
  const slopes = rows.map(
    (row) => row.slice(0, before).reduce((sum, value, t) => sum + value * (t - middle), 0) / spread,
  );
  const { difference, p, smallestP, interval } = permutationInterval(slopes, treated, sets, alpha);
  const verdict =
    smallestP > alpha || !interval
      ? 'not_examined'
      : interval.low > 0 || interval.high < 0
        ? 'contradicted'
        : 'not_contradicted';
  return { verdict, slope: difference, p };
}

/** Which units could have been the treated ones. */
interface Relabellings {
  /** Each the positions of the units taken as treated; the first are those that were. */
  readonly sets: readonly (readonly number[])[];
  /** True where every choice is listed. */
  readonly exact: boolean;
}

/** Every choice of `k` of `n` units, or, where there are more than `limit`, that many drawn at random beside the real one. */
function relabellings(n: number, k: number, limit: number, seed: number): Relabellings {
  const real = Array.from({ length: k }, (_, i) => i);
  if (logChoose(n, k) <= Math.log(limit) + 1e-9) return { sets: choices(n, k), exact: true };
  const random = randomOf(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  const sets = [real];
  while (sets.length < limit) {
    random.shuffle(order);
    sets.push(order.slice(0, k));
  }
  return { sets, exact: false };
}

/** In lexical order, so that 0, 1, …, k − 1 comes first. */
function choices(n: number, k: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const extend = (chosen: readonly number[], next: number): void => {
    if (chosen.length === k) {
      found.push([...chosen]);
      return;
    }
    for (let i = next; i <= n - (k - chosen.length); i += 1) extend([...chosen, i], i + 1);
  };
  extend([], 0);
  return found;
}

export interface DifferenceInDifferencesOptions extends About, WithLevel {
  /** - `log` (default): how many times as high; values above zero · `linear`: how much higher, in the unit */
  readonly scale?: 'log' | 'linear';
  /** Sites to which traffic could plausibly have moved: refused as controls. */
  readonly targets?: readonly string[];
  /** Largest number of relabellings that are listed or drawn; 10,000. */
  readonly relabellings?: number;
  /** Where the draws begin, if not every relabelling is listed; 1. */
  readonly seed?: number;
}

/** One period on the scale of the analysis: mean of the treated sites, of the controls, and the gap less its mean before. */
export interface GapPoint {
  readonly period: string;
  readonly treated: number;
  readonly controls: number;
  readonly gap: number;
}

/** A finding whose estimate is the ratio (or, linear, the difference) of the treated sites to the controls, relative to before. */
export interface DifferenceInDifferences extends Finding {
  /** For the plot of parallel courses, which belongs beside every such finding. */
  readonly gaps: readonly GapPoint[];
  readonly details: {
    readonly verdict: RatioVerdict;
    readonly because: NoDifference | null;
    readonly scale: 'log' | 'linear';
    /** The estimate on the scale of the analysis, whatever the verdict. */
    readonly effect: number;
    readonly treated: number;
    readonly controls: number;
    readonly before: number;
    readonly after: number;
    readonly relabellings: number;
    readonly exact: 'yes' | 'no';
    readonly smallestP: number;
    readonly parallel: ParallelBefore['verdict'];
    readonly parallelSlope: number | null;
    readonly parallelP: number | null;
  };
}

/**
 * How the sites that something happened to moved since, compared with sites that it did not happen to.
 *
 * `y_it = α_i + λ_t + δ D_it`: each site's mean after less its mean before, treated less controls. The p and the
 * interval come from relabelling which sites were treated, so that dependence in time does no harm; every
 * relabelling where there are at most 10,000. With few sites no p can be small: then no conclusion is possible.
 * Whether both moved alike before is tested the same way; where they did not, no conclusion is possible either.
 * Ashenfelter and Card 1985; Fisher 1935; Bertrand, Duflo and Mullainathan 2004. Same δ as R `lm` with site and period factors.
 *
 * @throws RefusalError where a control is a plausible target of displacement, or records must not be compared
 * @throws InputError for values at or below zero on the log scale, no period on a side, unreadable periods
 * @throws UsageError for sites named twice, unknown treated sites, or no control
 * @example
 * ```ts
 * import { differenceInDifferences } from '@samenbeeld/trends';
 * const units = [{ name: 'A', values: [10, 10, 40, 40] }, { name: 'B', values: [5, 5, 10, 10] }];
 * const { details } = differenceInDifferences({ periods: ['2020', '2021', '2022', '2023'], units, treated: ['A'], from: '2022' });
 * [Math.exp(details.effect).toFixed(3), details.verdict, details.because] // => ['2.000', 'no_conclusion', 'too_few_sites']
 * ```
 */
export function differenceInDifferences(
  panel: Panel,
  options: DifferenceInDifferencesOptions = {},
): DifferenceInDifferences {
  takes(
    'differenceInDifferences',
    ['panel', panel, panelShape],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'trend');
  const scale = options.scale ?? 'log';
  const clean = cleanPanel(panel, options.targets ?? []);
  const rows = scale === 'log' ? logarithms(clean) : clean.rows;
  const { treated, before, periods, names } = clean;
  const after = periods.length - before;
  const changes = rows.map((row) => mean(row.slice(before)) - mean(row.slice(0, before)));
  const { sets, exact } = relabellings(
    rows.length,
    treated,
    options.relabellings ?? 10_000,
    options.seed ?? 1,
  );
  const result = permutationInterval(changes, treated, sets, 1 - level);
  const parallel = parallelBefore(rows, treated, before, sets, 1 - level);
  const still = changes.every((change) => change === changes[0]);
  const because: NoDifference | null = !result.interval
    ? 'too_few_sites'
    : still
      ? 'all_alike'
      : parallel.verdict === 'contradicted'
        ? 'not_parallel'
        : null;
  const back = scale === 'log' ? Math.exp : (value: number): number => value;
  const ends = because ? null : result.interval;
  const verdict: RatioVerdict = !ends
    ? 'no_conclusion'
    : ends.low > 0
      ? 'higher'
      : ends.high < 0
        ? 'lower'
        : 'not_shown';
  const interval = ends && { low: back(ends.low), high: back(ends.high), level };
  const estimate = because ? null : back(result.difference);
  return {
    kind: 'difference_in_differences',
    subject: options.subject ?? '',
    estimate,
    unit: scale === 'log' ? 'ratio' : (options.unit ?? null),
    interval,
    n: rows.length * periods.length,
    p: because ? null : result.p,
    method: `Difference in differences, ${exact ? 'exact' : 'sampled'} permutation over sites`,
    definition:
      'y = site + period + d * treated after; p and interval over all choices of treated sites (Fisher 1935)',
    assumptions: [
      inFour(
        'zonder de verandering waren de onderzochte en de vergeleken plaatsen gelijk opgegaan',
        'sans le changement, les sites étudiés et les sites de comparaison auraient évolué de même',
        'ohne die Veränderung wären untersuchte Orte und Vergleichsorte gleich verlaufen',
        'without the change treated sites and controls would have moved alike',
      ),
      inFour(
        'elke plaats had de onderzochte kunnen zijn',
        'n’importe quel site aurait pu être le site étudié',
        'jeder Ort hätte der untersuchte sein können',
        'any site could have been the treated one',
      ),
      inFour(
        'wat er gebeurde, heeft de vergeleken plaatsen niet bereikt',
        'ce qui s’est passé n’a pas atteint les sites de comparaison',
        'was geschah, hat die Vergleichsorte nicht erreicht',
        'what happened did not reach the controls',
      ),
    ],
    warnings: listWarnings(
      alike,
      clean.dropped.length > 0 && withoutSite(clean.dropped),
      parallel.verdict === 'not_examined' &&
        inFour(
          'of de plaatsen daarvoor gelijk opgingen, is niet na te gaan',
          'on ne peut pas vérifier si les sites évoluaient de même auparavant',
          'ob die Orte davor gleich verliefen, lässt sich nicht prüfen',
          'whether the sites moved alike before cannot be examined',
        ),
    ),
    confidence:
      because || parallel.verdict === 'not_examined' ? 'low' : before < 8 ? 'medium' : 'high',
    gaps: gapsOf(rows, periods, treated, before),
    details: {
      verdict,
      because,
      scale,
      effect: result.difference,
      treated,
      controls: rows.length - treated,
      before,
      after,
      relabellings: sets.length,
      exact: exact ? 'yes' : 'no',
      smallestP: result.smallestP,
      parallel: parallel.verdict,
      parallelSlope: parallel.slope,
      parallelP: parallel.p,
    },
    says: differenceSays(options, {
      verdict,
      because,
      scale,
      estimate,
      interval,
      p: because ? null : result.p,
      smallestP: result.smallestP,
      sites: names.slice(0, treated),
      controls: names.slice(treated),
      from: panel.from,
      unit: options.unit ?? '',
      parallel: parallel.verdict,
    }),
  };
}

function logarithms({ rows, names, periods }: CleanPanel): readonly (readonly number[])[] {
  return rows.map((row, i) =>
    row.map((value, t) => {
      if (value > 0) return Math.log(value);
      throw new InputError(
        inFour(
          'verwacht: waarden boven nul op de logaritmische schaal; gevonden: {value} voor {b} in {c}',
          'attendu : des valeurs au-dessus de zéro à l’échelle logarithmique ; trouvé : {value} pour {b} en {c}',
          'erwartet: Werte über null auf der logarithmischen Skala; gefunden: {value} für {b} in {c}',
          'expected values above zero on the log scale, found {value} for {b} in {c}',
          { value: String(value), b: String(names[i]), c: String(periods[t]) },
        ),
        inFour(
          "gebruik `scale: 'linear'`, of langere perioden zonder nul",
          "utilisez `scale: 'linear'`, ou des périodes plus longues sans zéro",
          "`scale: 'linear'` verwenden oder längere Zeiträume ohne Null",
          "use `scale: 'linear'`, or longer periods that hold no zero",
        ),
      );
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function gapsOf(
  rows: readonly (readonly number[])[],
  periods: readonly string[],
  treated: number,
  before: number,
): readonly GapPoint[] {
  const points = periods.map((period, t) => {
    const values = rows.map((row) => row[t] as number);
    return {
      period,
      treated: mean(values.slice(0, treated)),
      controls: mean(values.slice(treated)),
    };
  });
  const base = mean(points.slice(0, before).map((point) => point.treated - point.controls));
  return points.map((point) => ({ ...point, gap: point.treated - point.controls - base }));
}
