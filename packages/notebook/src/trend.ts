import { type Break, UsageError } from '@samenbeeld/schema';
import {
  type AdviceDepth,
  type AdvicePlan,
  adviseTrend,
  type SegmentTrend,
  type TrendAdvice,
  type TrendSeries,
  trendBySegment,
} from '@samenbeeld/trends';
import { adviceParts } from './advice-view.ts';
import { output } from './html.ts';
import type { Picture } from './picture.ts';
import { answer, type Refused } from './refused.ts';
import { segmentParts } from './segment-view.ts';
import type { Selection } from './selection.ts';
import { seriesOf } from './series-of.ts';
import { plainly } from './show.ts';
import { inCalls } from './trend-refusals.ts';
import { type View, view } from './view.ts';

/** A trend with the methods that were considered for it, and the series it was found in. */
export interface TrendAnswer extends View {
  readonly kind: 'trend';
  readonly picture: Picture;
  readonly finding: TrendAdvice;
  readonly series: TrendSeries;
  /** The declared breaks of its sources. */
  readonly breaks: readonly Break[];
}

/** The trend on each side of the declared breaks. */
export interface SegmentTrends extends View {
  readonly kind: 'segment-trends';
  readonly picture: Picture;
  readonly segments: readonly SegmentTrend[];
  readonly series: TrendSeries;
}

/** Options of `trend`. */
export interface TrendAnswerOptions {
  readonly by?: 'year';
  /** Level of the interval; 0.95. */
  readonly level?: number;
  /**
   * - `full` (default): every method that applies, with permutations; up to some seconds
   * - `screen`: for many series in a row; no permutations
   */
  readonly depth?: AdviceDepth;
  /** Called before anything is computed, with the methods that apply and about how long they take. */
  readonly onPlan?: (plan: AdvicePlan) => void;
}

/** Options of `trend` for each side of a declared break. */
export interface SegmentTrendsOptions extends Pick<TrendAnswerOptions, 'by' | 'level'> {
  readonly bySegment: true;
}

/**
 * Whether the figures of one place rise or fall, by the methods that they bear, with where these disagree, or why nothing
 * can be said. "No trend can be shown" is not "no trend".
 *
 * A joint row whose ports change, a declared break and rows that are not alike are refused; the `Refused` says what may
 * be asked instead. With `{ bySegment: true }` each side of the declared breaks has a trend of its own.
 */
export function trend(selection: Selection, options: SegmentTrendsOptions): SegmentTrends | Refused;
export function trend(selection: Selection, options?: TrendAnswerOptions): TrendAnswer | Refused;
export function trend(
  selection: Selection,
  options: TrendAnswerOptions | SegmentTrendsOptions = {},
): TrendAnswer | SegmentTrends | Refused {
  const { picture } = selection;
  if (!picture)
    throw plainly(
      new UsageError(
        '`trend` takes a selection of a picture. Of numbers of your own: `show(() => methods.adviseTrend({ subject, unit, points: [{ period, value }, …] }))`.',
      ),
    );
  return answer(picture, () => {
    const series = seriesOf(selection);
    const sources = new Set(selection.rows.map(({ source }) => source));
    const breaks = picture.breaks.filter(({ source }) => sources.has(source));
    const given = {
      breaks,
      overrides: [...picture.inForce.values()],
      ...(options.level !== undefined && { level: options.level }),
    };
    if ('bySegment' in options) {
      const segments = told(series, () => trendBySegment(series, given));
      return view<SegmentTrends>({ kind: 'segment-trends', picture, segments, series }, () => [
        output(picture, segmentParts(segments, picture.language)),
      ]);
    }
    const { depth = 'full', onPlan } = options;
    const finding = told(series, () =>
      adviseTrend(series, { ...given, depth, ...(onPlan && { onPlan }) }),
    );
    return view<TrendAnswer>({ kind: 'trend', picture, finding, series, breaks }, () => [
      output(picture, adviceParts(finding, picture.language)),
    ]);
  });
}

function told<Value>(series: TrendSeries, ask: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    throw inCalls(error, series);
  }
}
