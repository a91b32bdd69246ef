import { type Finding, periodsPerYear, type Text } from '@samenbeeld/schema';
import { correctedMannKendall } from '../monotone/corrected-mann-kendall.ts';
import { logLinearTrend } from '../monotone/log-linear-trend.ts';
import { seasonalMannKendall } from '../monotone/seasonal-mann-kendall.ts';
import type { KnownPoint } from '../trend-series.ts';
import { changePoints } from '../turning-points/change-points.ts';
import { type Joinpoint, joinpoint } from '../turning-points/joinpoint.ts';
import type { AdvisedName } from './advised-method.ts';
import type { ExaminedSeries } from './examine-series.ts';
import { dependence, fewerThan, reasons, undecidedIn } from './method-reasons.ts';

/** What the only turn of a series may be called. */
type Crest = 'turn' | 'peak_fall_not_shown' | 'peak';

/** A line that keeps at least this much of its height is as good as flat, unless its interval shows a fall. */
const kept = 0.75;

/**
 * Whether a turn is a peak: it holds the highest figure, the interval of the line before it shows a rise, and the line after it
 * falls, which its own interval shows, or by which at least a quarter of the height is lost.
 */
export function crestOf({ joinpoints, segments }: Joinpoint, largest: string | null): Crest {
  const [before, after] = segments;
  if (joinpoints.length !== 1 || joinpoints[0]?.period !== largest) return 'turn';
  if (!before?.interval || !after || before.interval.low <= 0) return 'turn';
  if (after.interval && after.interval.high < 0) return 'peak';
  return after.end < kept * after.start ? 'peak_fall_not_shown' : 'turn';
}

/** Undecided figures up to which every combination of their ends is tried. */
const mostRivals = 5;

/** The values of a series, once for each combination of the ends of its undecided figures; decided ones as printed. */
export function rivalValues(points: readonly KnownPoint[]): readonly (readonly number[])[] {
  const ends = points.map(({ value, range }) =>
    value === null ? [range.low, range.high ?? range.low] : [value],
  );
  if (ends.every((one) => one.length === 1)) return [ends.flat()];
  return ends.reduce<readonly (readonly number[])[]>(
    (lists, some) => lists.flatMap((list) => some.map((end) => [...list, end])),
    [[]],
  );
}

/** What a finding concludes, apart from its numbers. */
function conclusionOf({ details }: Finding): string {
  return [details['verdict'], details['joinpoints'], details['suggested']].join('|');
}

/**
 * Runs a method on every combination of rival values. Where all conclude the same the most cautious of them is given (a turn
 * before a peak, then the largest p); where they do not, nothing: the outcome depends on which figure is right.
 */
export function runOverRivals(
  rule: MethodRule,
  input: Omit<RuleInput, 'values'>,
  lists: readonly (readonly number[])[],
): Finding | null {
  const findings = lists.map((values) => rule.run({ ...input, values, rivals: lists.length }));
  const [first] = findings;
  if (!first || new Set(findings.map(conclusionOf)).size > 1) return null;
  const caution = (finding: Finding): number =>
    cautions[
      finding.kind === 'joinpoint' ? crestOf(finding as Joinpoint, input.examined.largest) : 'peak'
    ] + (finding.p ?? 1);
  return findings.reduce((most, one) => (caution(one) > caution(most) ? one : most), first);
}

/** Further apart than any two p. */
const cautions: Readonly<Record<Crest, number>> = { peak: 0, peak_fall_not_shown: 2, turn: 4 };

/** How thorough advice is: many series in little time, or one with every permutation. */
export type AdviceDepth = 'screen' | 'full';

/** What a method is run on: decided values and their calendar periods. */
interface RuleInput {
  readonly values: readonly number[];
  readonly times: readonly number[];
  readonly periods: readonly string[];
  readonly unit: string;
  readonly examined: ExaminedSeries;
  readonly depth: AdviceDepth;
  readonly level: number;
  readonly seed: number;
  /** How many combinations of rival values are tried. */
  readonly rivals: number;
}

/** A method with the rule that lets it apply. */
interface MethodRule {
  readonly method: Exclude<AdvisedName, 'mann_kendall' | 'without_largest' | 'without_last_two'>;
  /** Why it must not be used; null where it may. */
  refuses(examined: ExaminedSeries, depth: AdviceDepth): Text | null;
  reason(examined: ExaminedSeries): Text;
  run(input: RuleInput): Finding;
}

/** Periods up to which all placements of joinpoints are tried: more are better asked as years. */
const longestForJoinpoints: Readonly<Record<AdviceDepth, number>> = { screen: 30, full: 60 };

const isSeasonal = ({ freq }: ExaminedSeries): boolean =>
  freq === 'S' || freq === 'Q' || freq === 'M';

const needsValues = ({ undecided }: ExaminedSeries): Text | null =>
  undecided.length > mostRivals ? undecidedIn(undecided) : null;

/** The methods beside Mann-Kendall, with what each needs. */
export const methodRules: readonly MethodRule[] = [
  {
    method: 'serial_correction',
    refuses: (examined) =>
      examined.undecided.length > 0
        ? undecidedIn(examined.undecided)
        : examined.n < 10
          ? fewerThan(10)
          : examined.dependent || examined.mayDepend
            ? null
            : dependence(examined),
    reason: dependence,
    // Of the corrections only pre-whitening keeps the level of the test (docs/methods/corrected-mann-kendall.md).
    run: ({ values, times, level }) =>
      correctedMannKendall(values, { times, correction: 'pre_whitening', alpha: 1 - level }),
  },
  {
    method: 'seasonal_mann_kendall',
    refuses: (examined) => {
      const years = 2 * periodsPerYear[examined.freq ?? 'A'];
      if (!isSeasonal(examined))
        return examined.freq === 'W' || examined.freq === 'D' ? reasons.tooFine : reasons.annual;
      return needsValues(examined) ?? (examined.n < years ? fewerThan(years) : null);
    },
    reason: () => reasons.season,
    run: ({ values, times, periods, examined, level }) => {
      const parts = periodsPerYear[examined.freq ?? 'A'];
      const dependence =
        examined.dependent && examined.n >= 10 * parts ? 'between_seasons' : 'none';
      return seasonalMannKendall(values, {
        seasons: periods.map((period) => period.slice(5)),
        times: times.map((time) => time - (times[0] as number)),
        dependence,
        alpha: 1 - level,
      });
    },
  },
  {
    method: 'log_linear',
    refuses: (examined) =>
      examined.counts
        ? (needsValues(examined) ?? (examined.n < 5 ? fewerThan(5) : null))
        : reasons.notCounts,
    reason: () => reasons.counts,
    run: ({ values, times, level }) => logLinearTrend(values, { times, level }),
  },
  {
    method: 'joinpoint',
    refuses: (examined, depth) =>
      needsValues(examined) ??
      (examined.n < 7
        ? fewerThan(7)
        : examined.n > longestForJoinpoints[depth]
          ? reasons.tooLong
          : !examined.aboveZero && !examined.counts
            ? reasons.notLog
            : null),
    reason: () => reasons.turns,
    run: ({ values, periods, examined, depth, level, seed, rivals }) =>
      joinpoint(values, {
        periods,
        level,
        seed,
        ...(!examined.aboveZero && { model: 'poisson' as const }),
        ...(depth === 'screen' ? { permutations: 0 } : rivals > 1 && { permutations: 999 }),
      }),
  },
  {
    method: 'change_points',
    refuses: (examined) => needsValues(examined) ?? (examined.n < 6 ? fewerThan(6) : null),
    reason: () => reasons.levels,
    run: ({ values, periods, depth, level }) =>
      changePoints(values, { periods, level, ...(depth === 'screen' && { path: false }) }),
  },
];
