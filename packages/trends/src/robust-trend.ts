import { type Judgement, judgeTrend } from './judge-trend.ts';
import { type PossibleVerdicts, possibleVerdicts } from './possible-verdicts.ts';
import type { KnownPoint } from './trend-series.ts';
import type { TrendVerdict } from './verdict.ts';
import type { NoConclusion } from './words/no-trend.ts';

/** A verdict that holds for every value the figures allow, or the reason why there is none. */
export interface RobustTrend {
  /** On the figures as printed; null where one is undecided. */
  readonly printed: Judgement | null;
  readonly possible: PossibleVerdicts;
  readonly verdict: TrendVerdict;
  readonly because: NoConclusion | null;
  /** Points with rival claims, and points known only as a range. */
  readonly undecided: readonly KnownPoint[];
  readonly rough: readonly KnownPoint[];
}

/** Judges the figures as printed and every order that their ranges allow. */
export function robustTrend(points: readonly KnownPoint[], level: number): RobustTrend {
  const undecided = points.filter((point) => point.undecided);
  const rough = points.filter((point) => !point.undecided && point.range.high !== point.range.low);
  const times = points.map(({ period }) => period.time);
  const possible = verdictsOf(points, level);
  const printed =
    undecided.length > 0
      ? null
      : judgeTrend({ times, values: points.map(({ value }) => value as number) }, level);
  const found = new Set([...possible.verdicts, ...(printed ? [printed.verdict] : [])]);
  const [only] = found;
  const verdict = found.size === 1 && only ? only : 'no_conclusion';
  const because = reason(verdict, found.size, points, level, printed);
  return { printed, possible, verdict, because, undecided, rough };
}

function verdictsOf(points: readonly KnownPoint[], level: number): PossibleVerdicts {
  if (points.length === 0)
    return { verdicts: ['no_conclusion'], pLow: 1, pHigh: 1, complete: true };
  return possibleVerdicts(
    points.map(({ range }) => range),
    level,
  );
}

/** Whether few values, undecided figures or rough ones stand in the way. */
function reason(
  verdict: TrendVerdict,
  verdicts: number,
  points: readonly KnownPoint[],
  level: number,
  printed: Judgement | null,
): NoConclusion | null {
  if (verdict !== 'no_conclusion') return null;
  if (verdicts < 2) return printed?.test.because ?? 'too_few';
  const undecidedOnly = points.map((point) =>
    point.value === null
      ? point
      : { ...point, range: { low: point.value, high: point.value, closed: true } },
  );
  return points.some((point) => point.undecided) &&
    verdictsOf(undecidedOnly, level).verdicts.length > 1
    ? 'undecided'
    : 'ranges';
}
