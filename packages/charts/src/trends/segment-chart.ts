import { colonAfter, figure, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import {
  breakNote,
  type DeclaredBreak,
  declaredBreaks,
  type SuggestedBreak,
  suggestedBreaks,
} from '../drawing/breaks.ts';
import { periodName, periodStep } from '../drawing/period-step.ts';
import { inOrder, type PeriodValue, withRuns } from '../drawing/period-values.ts';
import { along, around, placeLabels, type WantedLabel } from '../drawing/place-labels.ts';
import { type Mark, type Plot, placesOf, plot, scaled } from '../drawing/plot.ts';
import { printedValues, questionMark, series } from '../drawing/series-marks.ts';
import { periodWords } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

/** One stretch of a fit: its first and last period, and its height at both ends. */
interface Segment {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** How a fit runs between its ends: flat steps, straight lines, or straight lines of the logarithm. */
type Fit = 'levels' | 'linear' | 'log_linear';

type Points = readonly { readonly at: number; readonly value: number }[];

function heightAt({ start, end }: Segment, share: number, fit: Fit): number {
  if (fit === 'levels') return start;
  if (fit === 'log_linear' && start > 0 && end > 0) return start * (end / start) ** share;
  return start + (end - start) * share;
}

const stepsOf = ({ from, to }: Segment) => [periodStep(from).step, periodStep(to).step] as const;

/** The height of the last segment that reaches a step, to five digits: it is no figure that anyone reported. */
function fitAt(segments: readonly Segment[], at: number, fit: Fit): number | null {
  const own = segments.findLast((segment) => {
    const [from, to] = stepsOf(segment);
    return at >= from && at <= to;
  });
  if (!own) return null;
  const [from, to] = stepsOf(own);
  return Number(heightAt(own, to > from ? (at - from) / (to - from) : 0, fit).toPrecision(5));
}

/** Points that draw a segment: a level covers its whole periods, a line joins their middles. */
function curveOf(segment: Segment, fit: Fit): Points {
  const [from, to] = stepsOf(segment);
  if (fit === 'levels') return [from - 0.5, to + 0.5].map((at) => ({ at, value: segment.start }));
  const pieces = fit === 'linear' ? 1 : 24;
  return Array.from({ length: pieces + 1 }, (_, index) => ({
    at: from + ((to - from) * index) / pieces,
    value: heightAt(segment, index / pieces, fit),
  }));
}

/** Places along a curve in pixels where its words may stand, the middle first. */
function anchors(curve: WantedLabel['at']): WantedLabel['at'] {
  const [from, to] = [curve[0], curve.at(-1)];
  if (!from || !to) return [];
  return [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95].map((share) => {
    const x = from.x + (to.x - from.x) * share;
    const after = curve.findIndex((point) => point.x >= x);
    const [b, a] = [curve[after] ?? to, curve[after - 1] ?? curve[after] ?? from];
    return { x, y: a.y + (b.x > a.x ? ((b.y - a.y) * (x - a.x)) / (b.x - a.x) : 0) };
  });
}

/**
 * Words of segments and values, each where it covers nothing. Where the words of a segment find no room, all segments
 * get a number, and the words stand in a key below.
 */
function segmentWords(
  segments: readonly FittedSegment[],
  fit: Fit,
  points: readonly (PeriodValue & { readonly at: number })[],
  plot: Plot,
): ReturnType<NonNullable<Mark['words']>> {
  const { language, up } = plot;
  const isLevel = fit === 'levels';
  const curves = segments.map((segment) => placesOf(plot, curveOf(segment, fit)));
  const said = segments.map(
    ({ label, start }) => label?.[language] ?? (isLevel ? figure(start, language) : ''),
  );
  const wanted = (words: readonly string[]): readonly WantedLabel[] =>
    words.flatMap((one, index) => {
      const at = anchors(curves[index] ?? []);
      return one === '' ? [] : [{ words: one, at, bold: true, upright: isLevel }];
    });
  const fitted = [...plot.taken, ...curves.flatMap((curve) => along(curve, 3))];
  const dots = withRuns(points.filter(({ value }) => up.type !== 'log' || (value ?? 1) > 0));
  const data = isLevel
    ? along(placesOf(plot, dots), 2)
    : placesOf(plot, dots).map(({ x, y }) => around(x, y, 4));
  const within = { left: -2, right: plot.width + 12, top: -6, bottom: plot.height - 2 };
  const withValues = (placed: ReturnType<typeof placeLabels>) => [
    ...placed,
    ...printedValues(points, plot, [...fitted, ...data], placed),
  ];
  const all = said.filter((one) => one !== '').length;
  // Words on the curve of a crowded series still read, by their rim; words on other words do not.
  for (const taken of [[...fitted, ...data], fitted]) {
    const placed = placeLabels(wanted(said), taken, within);
    if (placed.length === all) return { labels: withValues(placed) };
  }
  const numbers = said.map((_, index) => String(index + 1));
  return {
    labels: withValues(placeLabels(wanted(numbers), fitted, within)),
    key: segments.map(({ from, to }, index) => ({
      sign: numbers[index] ?? '',
      words: `${periodName(from, language)}\u2013${periodName(to, language)}${colonAfter[language]} ${said[index]}`,
    })),
  };
}

const titles: Readonly<Record<'none' | 'turns' | 'levels', Text>> = {
  none: {
    nl: 'Geen breuk voorgesteld in deze reeks',
    fr: 'Aucune rupture suggérée dans cette série',
    de: 'Kein Bruch in dieser Reihe vorgeschlagen',
    en: 'No break suggested in this series',
  },
  turns: {
    nl: 'Waar de reeks van richting lijkt te veranderen',
    fr: 'Où la série semble changer de direction',
    de: 'Wo die Reihe die Richtung zu ändern scheint',
    en: 'Where the series seems to turn',
  },
  levels: {
    nl: 'Waar het niveau lijkt te veranderen',
    fr: 'Où le niveau semble changer',
    de: 'Wo sich das Niveau zu ändern scheint',
    en: 'Where the level seems to change',
  },
};

const levels: Text = {
  nl: 'Blauw: gemeld. Zwart: het niveau van elk stuk.',
  fr: 'Bleu\u00a0: chiffres déclarés. Noir\u00a0: niveau de chaque segment.',
  de: 'Blau: gemeldet. Schwarz: das Niveau jedes Abschnitts.',
  en: 'Blue: reported. Black: the level of each stretch.',
};

const lines: Text = {
  nl: 'Blauw: gemeld. Zwart: de aangepaste lijn.',
  fr: 'Bleu\u00a0: chiffres déclarés. Noir\u00a0: ligne ajustée.',
  de: 'Blau: gemeldet. Schwarz: die angepasste Linie.',
  en: 'Blue: reported. Black: the fitted line.',
};

const tentativeLines: Text = {
  nl: 'Blauw: gemeld. Zwart gestreept: de lijn die de methode voorstelt; een trend over de hele reeks is niet aangetoond.',
  fr: 'Bleu\u00a0: chiffres déclarés. Noir tireté\u00a0: ligne suggérée par la méthode\u00a0; aucune tendance n’est démontrée sur toute la série.',
  de: 'Blau: gemeldet. Schwarz gestrichelt: die Linie, die das Verfahren vorschlägt; ein Trend der ganzen Reihe ist nicht nachgewiesen.',
  en: 'Blue: reported. Dashed black: the line that the method suggests; no trend of the whole series is shown.',
};

/** A stretch of a fit with what is said of it ("+12% a year"); a level says its height. */
export interface FittedSegment extends Segment {
  readonly label?: Text | undefined;
}

export interface SegmentChartOptions extends ChartOptions {
  readonly segments: readonly FittedSegment[];
  /** `levels` (default) are flat; the others join, straight or on a logarithmic scale. */
  readonly fit?: Fit | undefined;
  /** Joined lines of which no test shows a direction, or that rest on the last figures alone: drawn as a suggestion. */
  readonly tentative?: boolean | undefined;
  readonly suggested?: readonly SuggestedBreak[] | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
  readonly unit?: string | undefined;
  /** A logarithmic axis, on which a constant percentage is a straight line. */
  readonly log?: boolean | undefined;
  /** Why no more breaks are suggested, for the caption. */
  readonly evidence?: Text | undefined;
}

/**
 * Values by period with the levels of a segmentation or the joined lines of a joinpoint fit. A suggested break is a
 * dashed rule with the range of its place below the axis; a declared one is a solid rule with its note. A missing
 * period is a gap.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { segmentChart } from '@samenbeeld/charts';
 * const segments = [{ from: '2021', to: '2022', start: 5, end: 5 }];
 * segmentChart([{ period: '2021', value: 4 }, { period: '2022', value: 6 }], { language: 'en', segments }).table.rows // => [['2021', 4, null, null, 5, '', ''], ['2022', 6, null, null, 5, '', '']]
 * ```
 */
export function segmentChart(values: readonly PeriodValue[], options: SegmentChartOptions): Chart {
  const { language, segments, fit = 'levels', suggested = [], breaks = [] } = options;
  const turns = fit !== 'levels';
  const points = inOrder(values, 'value', 'low', 'high');
  const curves = segments.map((segment) => curveOf(segment, fit));
  return plot(options, {
    title: titles[suggested.length === 0 ? 'none' : turns ? 'turns' : 'levels'],
    unit: axisUnit(options.unit, language),
    log: options.log,
    marks: [
      {
        periods: segments.flatMap(({ from, to }) => [from, to]),
        reach: curves.flat().map(({ value }) => value),
        says: !turns ? levels : options.tentative ? tentativeLines : lines,
      },
      ...curves.map((curve) =>
        scaled(
          'line',
          curve,
          {
            color: palette.ink,
            ...(options.tentative
              ? { strokeWidth: 1.2, strokeDash: [6, 4] }
              : { strokeWidth: 2.5 }),
          },
          'front',
        ),
      ),
      suggestedBreaks(suggested, turns),
      declaredBreaks(breaks),
      series(points, { line: !turns }),
      {
        says: questionMark(points),
        words: (plot) => segmentWords(segments, fit, points, plot),
      },
      options.evidence,
    ],
    table: ({ periods }) =>
      tableOf(points, language, [
        [words.period, ({ period }) => periodWords(period, language)],
        [words.value, ({ value }) => value],
        [words.lowest, ({ low }) => low],
        [words.highest, ({ high }) => high],
        [words.level, ({ at }) => fitAt(segments, at, fit)],
        [words.break, ({ at }) => breakNote(at, periods, language, breaks, suggested)],
        [words.status, ({ provisional }) => (provisional ? words.provisional : '')],
      ]),
  });
}
