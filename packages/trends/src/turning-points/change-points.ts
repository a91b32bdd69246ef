import { type Finding, inFour, shape, type Text, takes } from '@samenbeeld/schema';
import { checkProbability, checkTogether, optionsShape } from '../about.ts';
import { checkAboveZero, checkWhole } from '../check-argument.ts';
import { listWarnings, seasonLeftIn, variesMore } from '../warnings.ts';
import { effortSays } from '../words/effort.ts';
import { endsOf } from '../words/headed.ts';
import { breakSays } from './break-words.ts';
import { type CostOptions, chooseModel } from './choose-model.ts';
import type { CostKind, CostModel } from './cost-model.ts';
import { asGoodAsEqual } from './equal-values.ts';
import {
  type BreakVerdict,
  type ChangeJudgement,
  judgeChanges,
  type NoBreakConclusion,
  nothingChanges,
} from './judge-changes.ts';
import {
  type LevelChange,
  type LevelSegment,
  levelChanges,
  levelSegments,
} from './level-change.ts';
import { readSeries, type TimedOptions, type TimedSeries } from './read-series.ts';
import { squaresAbout, sumsOf } from './sums.ts';

/** A segmentation that is the best one for every penalty from `from` to `to`. */
interface PathStep {
  readonly changes: readonly number[];
  /** Of the segments, without penalty. */
  readonly cost: number;
  readonly from: number;
  /** Infinity for the segmentation without changes. */
  readonly to: number;
}

/**
 * Every segmentation that is optimal for some penalty from `least` up, with the penalties for which it is: CROPS
 * (Haynes, Eckley and Fearnhead 2017). Most changes first.
 */
function penaltyPath(
  model: CostModel,
  n: number,
  least: number,
  minLength: number,
): readonly PathStep[] {
  const at = (penalty: number): Segmented => {
    const { changes } = model.segment(penalty, minLength);
    const ends = [0, ...changes, n];
    const cost = ends.slice(1).reduce((sum, end, i) => sum + model.cost(ends[i] as number, end), 0);
    return { changes, cost };
  };
  const first = at(least);
  const none: Segmented = { changes: [], cost: model.cost(0, n) };
  const found = new Map([first, none].map((step) => [step.changes.length, step]));
  const open: [number, number][] = [[first.changes.length, 0]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [more, fewer] = span;
    if (more <= fewer + 1) continue;
    const [dear, cheap] = [found.get(fewer), found.get(more)] as [Segmented, Segmented];
    const middle = at((dear.cost - cheap.cost) / (more - fewer));
    const m = middle.changes.length;
    if (found.has(m)) continue;
    found.set(m, middle);
    open.push([more, m], [m, fewer]);
  }
  const corners = hull([...found.values()].sort((a, b) => b.changes.length - a.changes.length));
  const best = corners.findIndex((step, i) => bound(step, corners[i + 1]) > least * (1 + ROUNDING));
  const steps = corners.slice(best);
  const bounds = steps.map((step, i) => bound(step, steps[i + 1]));
  return steps.map((step, i) => ({
    ...step,
    from: i === 0 ? least : (bounds[i - 1] as number),
    to: bounds[i] as number,
  }));
}

interface Segmented {
  readonly changes: readonly number[];
  readonly cost: number;
}

/** The penalty at which the two cost the same; Infinity where there is none with fewer changes. */
const bound = (more: Segmented, fewer?: Segmented): number =>
  fewer
    ? (fewer.cost - more.cost) / (more.changes.length - fewer.changes.length)
    : Number.POSITIVE_INFINITY;

/** A range of penalties narrower than this part of them and of the cost is rounding, not a range. */
const ROUNDING = 1e-12;

/**
 * Those that are the best for a range of penalties: the lower convex hull of cost against number of changes. One that
 * only ties at a single penalty is left out, and its neighbours meet there.
 */
function hull(steps: readonly Segmented[]): readonly Segmented[] {
  const kept: Segmented[] = [];
  for (const step of steps) {
    for (;;) {
      const [before, last] = kept.slice(-2);
      if (!before || !last) break;
      const [from, to] = [bound(before, last), bound(last, step)];
      if (to - from > ROUNDING * (Math.abs(to) + Math.abs(step.cost))) break;
      kept.pop();
    }
    kept.push(step);
  }
  return kept;
}

const methods: Readonly<Record<CostKind, string>> = {
  mean: 'mean',
  log_mean: 'mean of the logarithm',
  poisson: 'quasi-Poisson rate',
  variance: 'scatter about one mean',
  mean_variance: 'mean and scatter',
};

const normal = inFour(
  'de waarden zijn normaal verdeeld',
  'les valeurs suivent une loi normale',
  'die Werte sind normalverteilt',
  'values scatter normally',
);

const scatter: Readonly<Record<CostKind, readonly Text[]>> = {
  mean: [
    inFour(
      'de waarden liggen gelijkmatig verspreid rond hun niveau',
      'les valeurs se dispersent régulièrement autour de leur niveau',
      'die Werte streuen gleichmäßig um ihr Niveau',
      'values scatter evenly about their level',
    ),
  ],
  log_mean: [
    inFour(
      'de waarden liggen met een gelijke factor verspreid rond hun niveau',
      'les valeurs se dispersent d’un facteur régulier autour de leur niveau',
      'die Werte streuen um einen gleichmäßigen Faktor um ihr Niveau',
      'values scatter by an even factor about their level',
    ),
  ],
  poisson: [
    inFour(
      'aantallen gebeurtenissen, waarvan er veel zo goed als onafhankelijk zijn',
      'nombres d’événements, dont beaucoup sont pour ainsi dire indépendants',
      'Anzahlen von Ereignissen, von denen viele so gut wie unabhängig sind',
      'counts of events, of which many are as good as independent',
    ),
  ],
  variance: [
    inFour(
      'het gemiddelde verandert niet',
      'la moyenne ne change pas',
      'der Mittelwert ändert sich nicht',
      'the mean does not change',
    ),
    normal,
  ],
  mean_variance: [normal],
};

/** What is segmented, for the name of the method. */
function methodOf(model: CostModel | null): string {
  return methods[model?.kind ?? 'mean'];
}

/** What the segmentation takes for granted. */
function assumptionsOf(model: CostModel | null): readonly Text[] {
  return model
    ? [
        ...scatter[model.kind],
        inFour(
          'binnen een segment blijft het niveau gelijk',
          'le niveau reste le même au sein d’un segment',
          'innerhalb eines Abschnitts bleibt das Niveau gleich',
          'the level stays the same within a segment',
        ),
      ]
    : [];
}

/** What a sentence says has changed. */
function whatChanges(model: CostModel | null): 'level' | 'scatter' | 'both' {
  if (model?.kind === 'variance') return 'scatter';
  return model?.kind === 'mean_variance' ? 'both' : 'level';
}

/** A jump this close to the end rests on so few values. */
const fewAfter = 3;

/** What must be said beside the result. */
function warningsOf(
  model: CostModel,
  series: TimedSeries,
  changes: readonly LevelChange[],
  judged: ChangeJudgement,
): readonly Text[] {
  const n = series.values.length;
  const last = changes.filter(({ suggested }) => suggested).at(-1);
  const unsure = changes.filter(({ suggested }) => !suggested).map(({ period }) => period);
  const few = last && n - last.place <= fewAfter ? n - last.place : null;
  const listed =
    unsure.length > 5
      ? inFour(
          '{shown} en nog {n}',
          '{shown} et {n} de plus',
          '{shown} und {n} weitere',
          '{shown} and {n} more',
          { shown: unsure.slice(0, 5).join(', '), n: unsure.length - 5 },
        )
      : unsure.join(', ');
  return listWarnings(
    unevenly(series.times) &&
      inFour(
        'de tijdstippen liggen ongelijk uiteen: een sprong over een gat kan een geleidelijke verandering zijn',
        'les moments sont inégalement espacés\u00a0: un saut par-dessus une lacune peut être un changement progressif',
        'die Zeitpunkte liegen ungleich weit auseinander: Ein Sprung über eine Lücke kann eine allmähliche Veränderung sein',
        'times are unevenly spaced: a jump across a gap may be a gradual change',
      ),
    series.seasonal && seasonLeftIn,
    few &&
      inFour(
        'het niveau vanaf {from} rust op {n} {n:waarde|waarden}',
        'le niveau à partir de {from} repose sur {n} {n:valeur|valeurs}',
        'das Niveau ab {from} ruht auf {n} {n:Wert|Werten}',
        'the level from {from} rests on {n} {n:value|values}',
        { from: last?.period ?? '', n: few },
      ),
    judged.verdict === 'break' &&
      unsure.length > 0 &&
      inFour(
        'veranderingen die niet van een geleidelijk verloop te onderscheiden zijn: {listed}',
        'changements qui ne se distinguent pas d’une évolution progressive\u00a0: {listed}',
        'Veränderungen, die sich nicht von einem allmählichen Verlauf unterscheiden lassen: {listed}',
        'changes not told from gradual movement: {listed}',
        { listed },
      ),
    model.kind === 'poisson' && (model.noise ?? 1) > 1.5 && variesMore(model.noise ?? 1),
    (model.kind === 'variance' || model.kind === 'mean_variance') &&
      inFour(
        'een geleidelijk verloop is niet onderzocht: op spreiding alleen wordt geen breuk voorgesteld',
        'une évolution progressive n’a pas été examinée\u00a0: aucune rupture n’est proposée sur la seule dispersion',
        'ein allmählicher Verlauf wurde nicht untersucht: Allein auf die Streuung hin wird kein Bruch vorgeschlagen',
        'gradual movement was not examined: no break is suggested on scatter alone',
      ),
  );
}

function unevenly(times: readonly number[]): boolean {
  const steps = times.slice(1).map((time, i) => time - (times[i] as number));
  const [least, most] = steps.reduce(
    ([low, high], step) => [Math.min(low, step), Math.max(high, step)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return most > 1.5 * least;
}

/** A segmentation that is optimal for a range of penalties. */
export interface PathEntry {
  readonly changes: number;
  /** First periods of the new levels. */
  readonly periods: readonly string[];
  /** How many values lie before each change. */
  readonly places: readonly number[];
  readonly from: number;
  /** null where it has no upper end. */
  readonly to: number | null;
  /** Of the segments, without penalty. */
  readonly cost: number;
  /** With σ estimated too, `n (ln(2π RSS/n) + 1) + (2m + 2) ln n`, as R `strucchange`; null for costs other than means. */
  readonly bic: number | null;
}

/** The penalty path from `least` upward. */
function pathEntries(
  model: CostModel,
  { values, names }: TimedSeries,
  least: number,
  minLength: number,
): readonly PathEntry[] {
  const n = values.length;
  const sums = sumsOf(model.even);
  const normal = model.kind === 'mean' || model.kind === 'log_mean';
  const steps = penaltyPath(model, n, least, minLength);
  return steps.map(({ changes, cost, from, to }) => {
    const ends = [0, ...changes, n];
    const squares = changes.reduce(
      (sum, end, i) => sum + squaresAbout(sums, ends[i] as number, end),
      squaresAbout(sums, ends[changes.length] as number, n),
    );
    const fit = n * (Math.log((2 * Math.PI * squares) / n) + 1);
    return {
      changes: changes.length,
      periods: changes.map((place) => names[place] as string),
      places: changes,
      from,
      to: to === Number.POSITIVE_INFINITY ? null : to,
      cost,
      bic: normal && squares > 0 ? fit + (2 * changes.length + 2) * Math.log(n) : null,
    };
  });
}

export interface ChangePointsOptions extends TimedOptions, CostOptions {
  /**
   * What each change has to save, in units of minus twice the log-likelihood; `(p + 2) ln n` with p parameters a
   * segment, the leading term of the modified BIC.
   */
  readonly penalty?: number;
  /** The fewest values of a segment; 2, since one value is an outlier and no level. */
  readonly minLength?: number;
  /**
   * Every segmentation that is optimal for some penalty, from the one given here upward, or from the smaller of `ln n`
   * and `penalty`; left out by default above 500 values.
   */
  readonly path?: boolean | number;
  /** Level of intervals, and one minus the level of tests; 0.95. */
  readonly level?: number;
}

/** A finding whose estimate is the clearest suggested jump: a factor (`log_mean`, `poisson`) or a difference. */
export interface ChangePoints extends Finding {
  /** Of the optimal segmentation, suggested as breaks or not; up to 15 values the best split where it has none but stands out. */
  readonly changes: readonly LevelChange[];
  readonly segments: readonly LevelSegment[];
  readonly path: readonly PathEntry[];
  readonly details: {
    readonly verdict: BreakVerdict;
    readonly because: NoBreakConclusion | null;
    readonly cost: CostKind;
    /** First periods of the new levels, joined by a space. */
    readonly suggested: string;
    readonly changes: number;
    readonly penalty: number;
    /** What the best single split saves, and the first period after it. */
    readonly gain: number;
    readonly split: string | null;
    /** Standard deviation (means) or dispersion (counts) that the cost is in units of. */
    readonly noise: number | null;
    /** Exact p of one change of level at any place; null above 15 values. */
    readonly pSingle: number | null;
    /**
     * Above 15 values, where the segmentation has a change: chance of a stretch that differs as much in an order drawn at random, by
     * seeded draws; the level has "changed" only where it is at most one minus `level`.
     */
    readonly pMoved: number | null;
    readonly pettitt: number;
    readonly pPettitt: number;
  };
}

/**
 * Where the level of a series changes, and whether a change is sudden enough to suggest a break.
 *
 * For values by year, month or day whose level may have shifted: another definition, another system, another practice.
 * The optimal segmentation of least cost plus penalty, exact, in the mean, the mean of the logarithm, the rate of
 * counts, the scatter, or mean and scatter (functional pruning, Maidstone et al. 2017). A change is suggested as a break
 * only where the level jumps against a level that drifts (Harvey and Koopman 1992), so that trends, random walks and
 * values that depend on the one before suggest none. Whether the level changed at all is tested against all orders of the values
 * up to 15, and against orders drawn at random above. Reference implementations R `strucchange`, Python `ruptures`.
 *
 * A suggestion blocks nothing; only a declared break does. "No break can be shown" is not "no break".
 *
 * @param values in time order, null where missing
 * @throws InputError for NaN or infinite values, periods that do not increase, counts that are no whole numbers, values
 *   without a logarithm for `log_mean`
 * @throws UsageError for options that do not fit each other
 * @example
 * ```ts
 * import { changePoints } from '@samenbeeld/trends';
 * const { changes, details } = changePoints([12, 14, 13, 12, 15, 13, 60, 58, 63, 61, 57, 62], { cost: 'log_mean' });
 * [details.verdict, details.suggested, changes[0]?.jump?.toFixed(1)] // => ['break', '7', '4.3']
 * ```
 */
export function changePoints(
  values: ArrayLike<number | null>,
  options: ChangePointsOptions = {},
): ChangePoints {
  takes('changePoints', ['values', values, shape.series], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const minLength = checkWhole('minLength', options.minLength ?? 2, 1);
  const alike = checkTogether(options, 'trend');
  const series = readSeries(values, options);
  const n = series.values.length;
  const constant = asGoodAsEqual(series.values);
  const model = constant ? null : chooseModel(series, values.length, options);
  const penalty =
    checkAboveZero('penalty', options.penalty) ??
    ((model?.parameters ?? 1) + 2) * Math.log(Math.max(1, n));
  const leastPenalty = pathFrom(options.path ?? n <= 500, penalty, n);
  const judged = model ? judgeChanges(model, penalty, minLength, level) : nothingChanges(n);
  const changes = model ? levelChanges(model, series, judged.changes, judged.jumps, level) : [];
  const suggested = changes.filter((change) => change.suggested);
  const clearest = suggested.reduce<LevelChange | null>(
    (best, one) => (best && (best.p as number) <= (one.p as number) ? best : one),
    null,
  );
  const p =
    judged.verdict === 'no_conclusion' ? null : (clearest?.p ?? judged.single.p ?? judged.movedP);
  const factor = model?.kind === 'log_mean' || model?.kind === 'poisson';
  const split = judged.split > 0 ? (series.names[judged.split] as string) : null;
  const largest = changes.reduce<LevelChange | null>(
    (best, one) => (best && best.gain >= one.gain ? best : one),
    null,
  );
  return {
    kind: 'change_points',
    subject: options.subject ?? '',
    estimate: clearest?.jump ?? null,
    unit: factor ? null : (options.unit ?? null),
    interval: clearest?.interval ?? null,
    n,
    p,
    method: `Optimal segmentation, ${methodOf(model)}`,
    definition:
      'least sum of segment costs plus a penalty per change; a break is suggested where the level jumps against a local level with drift (Maidstone et al. 2017; Harvey and Koopman 1992)',
    assumptions: assumptionsOf(model),
    warnings: listWarnings(alike, model && warningsOf(model, series, changes, judged)),
    confidence: judged.verdict === 'no_conclusion' || n < 10 ? 'low' : n < 30 ? 'medium' : 'high',
    changes,
    segments: model ? levelSegments(model, series, judged.changes) : [],
    path: model && leastPenalty !== null ? pathEntries(model, series, leastPenalty, minLength) : [],
    details: {
      verdict: judged.verdict,
      because: judged.because,
      cost: model?.kind ?? 'mean',
      suggested: suggested.map(({ period }) => period).join(' '),
      changes: changes.length,
      penalty,
      gain: judged.gain,
      split,
      noise: model?.noise ?? null,
      pSingle: judged.single.p,
      pMoved: judged.movedP,
      pettitt: judged.single.pettitt,
      pPettitt: judged.single.pettittP,
    },
    says: breakSays({
      verdict: judged.verdict,
      because: judged.because,
      n,
      p,
      jumps: suggested.flatMap(({ period, jump, interval }) =>
        interval ? [{ period, jump, interval }] : [],
      ),
      factor,
      what: whatChanges(model),
      split: judged.verdict === 'moved' ? (largest?.period ?? split) : split,
      gain: judged.gain,
      penalty,
      unit: options.unit ?? null,
      naming: series.naming,
      label: options.label,
      ends: series.per === 'year' ? endsOf(series.names) : null,
      effort: effortSays(options, options.exposures),
    }),
  };
}

/** The least penalty of the path, or null where it is left out. */
function pathFrom(path: boolean | number, penalty: number, n: number): number | null {
  if (typeof path === 'number') return checkAboveZero('penalty', path);
  return path ? Math.min(penalty, Math.log(n)) : null;
}
