import { figure, type Language, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions, ChartTable } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf, unitRise } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { type KeyEntry, keyHeight, keyLayers } from '../drawing/key.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { type Frequency, periodName, periodStep } from '../drawing/period-step.ts';
import { drawable, inOrder, type PeriodValue, withRuns } from '../drawing/period-values.ts';
import {
  along,
  around,
  type Box,
  boxOf,
  labelLayers,
  type PlacedLabel,
  placeLabels,
  type WantedLabel,
} from '../drawing/place-labels.ts';
import { bottomOf, type Plot, pixelX, pixelY, plotAxes, xOf, yOf } from '../drawing/plot.ts';
import { sentences } from '../drawing/sentences.ts';
import { pixelsPerPeriod, seriesMarks } from '../drawing/series-marks.ts';
import { chart, type Layers, widthFor } from '../frame.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import {
  bandLayers,
  bandsHeight,
  breakBands,
  breaksIn,
  type DeclaredBreak,
  declaredFlags,
  type SuggestedBreak,
  suggestedFlags,
} from './break-marks.ts';
import { markSentences } from './mark-sentences.ts';
import { trendWords } from './trend-words.ts';

/** One stretch of a fit: its first and last period, and its height at both ends. */
interface Segment {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** How a fit runs between its ends: flat steps, straight lines, or straight lines of the logarithm. */
type Fit = 'levels' | 'linear' | 'log_linear';

interface Placed {
  readonly at: number;
  readonly value: number;
}

function heightAt({ start, end }: Segment, share: number, fit: Fit): number {
  if (fit === 'levels') return start;
  if (fit === 'log_linear' && start > 0 && end > 0) return start * (end / start) ** share;
  return start + (end - start) * share;
}

/** The height of a segment at a step, or null beyond its ends. */
function fitAt(segment: Segment, at: number, fit: Fit): number | null {
  const [from, to] = [periodStep(segment.from).step, periodStep(segment.to).step];
  if (at < from || at > to) return null;
  return heightAt(segment, to > from ? (at - from) / (to - from) : 0, fit);
}

/** Points that draw a segment: a level covers its whole periods, a line joins their middles. */
function segmentPoints(segment: Segment, fit: Fit): readonly Placed[] {
  const [from, to] = [periodStep(segment.from).step, periodStep(segment.to).step];
  if (fit === 'levels')
    return [
      { at: from - 0.5, value: segment.start },
      { at: to + 0.5, value: segment.start },
    ];
  const pieces = fit === 'linear' ? 1 : 24;
  return Array.from({ length: pieces + 1 }, (_, index) => ({
    at: from + ((to - from) * index) / pieces,
    value: heightAt(segment, index / pieces, fit),
  }));
}

type Points = readonly { readonly at: number; readonly value: number }[];

/** Places along a curve where its words may stand, the middle first. */
function anchors(curve: Points, plot: Plot): WantedLabel['at'] {
  const [from, to] = [curve[0], curve.at(-1)];
  if (!from || !to) return [];
  return [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95].map((share) => {
    const at = from.at + (to.at - from.at) * share;
    const after = curve.findIndex((point) => point.at >= at);
    const [b, a] = [curve[after] ?? to, curve[after - 1] ?? curve[after] ?? from];
    const part = b.at > a.at ? (at - a.at) / (b.at - a.at) : 0;
    const y = pixelY(plot, a.value) + (pixelY(plot, b.value) - pixelY(plot, a.value)) * part;
    return { x: pixelX(plot, at), y };
  });
}

/** Values to print: all where there is room for each, else the highest and the last. */
function printed(
  points: readonly { readonly at: number; readonly value: number | null }[],
  plot: Plot,
  language: Language,
): readonly (readonly WantedLabel[])[] {
  const known = points.filter((point): point is Points[number] => point.value !== null);
  const peak = known.reduce<Points[number] | undefined>(
    (best, point) => (best && best.value >= point.value ? best : point),
    undefined,
  );
  const few = [...new Set([peak, known.at(-1)].filter((point) => point !== undefined))];
  return [...(pixelsPerPeriod(plot) > 44 ? [known] : []), few].map((some) =>
    some.map((point) => ({
      words: figure(point.value, language),
      at: [{ x: pixelX(plot, point.at), y: pixelY(plot, point.value) }],
    })),
  );
}

/**
 * Words of segments and values, each where it covers nothing. Where the words of a segment find no room, all segments
 * get a number, and the words stand in a key below.
 */
function segmentLabels(
  segments: readonly FittedSegment[],
  curves: readonly Points[],
  points: readonly { readonly at: number; readonly value: number | null }[],
  on: {
    readonly plot: Plot;
    readonly language: Language;
    readonly fit: Fit;
    readonly taken: readonly Box[];
  },
): { readonly labels: readonly PlacedLabel[]; readonly key: readonly KeyEntry[] } {
  const { plot, language, fit } = on;
  const hasLine = fit === 'levels';
  const said = segments.map(
    (segment) =>
      segment.label?.[language] ?? (fit === 'levels' ? figure(segment.start, language) : ''),
  );
  const wanted = (words: readonly string[]): readonly WantedLabel[] =>
    words.flatMap((one, index) =>
      one === ''
        ? []
        : [{ words: one, at: anchors(curves[index] ?? [], plot), bold: true, upright: hasLine }],
    );
  const toPixels = (all: Points) =>
    all.map(({ at, value }) => ({ x: pixelX(plot, at), y: pixelY(plot, value) }));
  const fitted = [...on.taken, ...curves.flatMap((curve) => along(toPixels(curve), 3))];
  const dots = withRuns(points);
  const data = hasLine
    ? along(toPixels(dots), 2)
    : toPixels(dots).map(({ x, y }) => around(x, y, 4));
  const within = { left: -2, right: plot.width + 12, top: -6, bottom: plot.height - 2 };
  const values = printed(points, plot, language);
  const rest = (words: readonly Box[]): readonly PlacedLabel[] => {
    const tried = values.map((some) => ({
      some,
      placed: placeLabels(some, [...fitted, ...data, ...words], within),
    }));
    const whole = tried.find(({ some, placed }) => placed.length === some.length);
    return (whole ?? tried.at(-1))?.placed ?? [];
  };
  const all = said.filter((one) => one !== '').length;
  // Words on the curve of a crowded series still read, by their rim; words on other words do not.
  for (const taken of [[...fitted, ...data], fitted]) {
    const placed = placeLabels(wanted(said), taken, within);
    if (placed.length === all)
      return {
        labels: [...placed, ...rest(placed.map(boxOf))],
        key: [],
      };
  }
  const numbers = said.map((_, index) => String(index + 1));
  const signs = placeLabels(wanted(numbers), fitted, within);
  return {
    labels: [...signs, ...rest(signs.map(boxOf))],
    key: segments.map(({ from, to }, index) => ({
      sign: numbers[index] ?? '',
      words: `${periodName(from, language)}\u2013${periodName(to, language)}: ${said[index]}`,
    })),
  };
}

/** What a chart of segments is called. */
function segmentTitle(turns: boolean, suggested: number): Text {
  if (suggested === 0)
    return {
      nl: 'Geen breuk voorgesteld in deze reeks',
      fr: 'Aucune rupture suggérée dans cette série',
      de: 'Kein Bruch in dieser Reihe vorgeschlagen',
      en: 'No break suggested in this series',
    };
  return turns
    ? {
        nl: 'Waar de reeks van richting lijkt te veranderen',
        fr: 'Où la série semble changer de direction',
        de: 'Wo die Reihe die Richtung zu ändern scheint',
        en: 'Where the series seems to turn',
      }
    : {
        nl: 'Waar het niveau lijkt te veranderen',
        fr: 'Où le niveau semble changer',
        de: 'Wo sich das Niveau zu ändern scheint',
        en: 'Where the level seems to change',
      };
}

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

/** Explains the marks that are there. */
function segmentCaption(there: {
  readonly turns: boolean;
  readonly log: boolean;
  readonly suggested: readonly SuggestedBreak[];
  readonly declared: boolean;
  readonly ranged: boolean;
  readonly hollow: boolean;
  readonly ranges: boolean;
  readonly zeros: boolean;
}): Text {
  return sentences(
    there.turns ? lines : levels,
    there.suggested.length > 0 && markSentences.dashed,
    there.ranged && markSentences.band,
    there.declared && markSentences.solid,
    there.hollow && markSentences.hollowDot,
    there.ranges && markSentences.rangeBar,
    there.log && markSentences.logScale,
    there.zeros && markSentences.zeroMark,
  );
}

interface Cuts {
  readonly language: Language;
  readonly suggested: readonly SuggestedBreak[];
  readonly breaks: readonly DeclaredBreak[];
}

function breakWords(at: number, frequency: Frequency, cuts: Cuts): string {
  const { language, suggested, breaks } = cuts;
  const declared = breaks.find((one) => breaksIn(one, at, frequency));
  if (declared) return declared.note[language];
  const found = suggested.find(({ period }) => periodStep(period).step === at);
  if (!found) return '';
  const range = [found.low, found.high].map((one) => (one ? periodName(one, language) : ''));
  const where = range.every(Boolean) ? ` (${range.join('\u2013')})` : '';
  return `${trendWords.suggested[language]}${where}`;
}

/** A fit to five digits: it is no figure that anyone reported. */
const rounded = (height: number | null | undefined): number | null =>
  height === null || height === undefined ? null : Number(height.toPrecision(5));

/** Values with the height of the fit and the breaks, period by period. */
function segmentTable(
  points: readonly (PeriodValue & { readonly at: number })[],
  segments: readonly Segment[],
  cuts: Cuts & { readonly fit: Fit; readonly frequency: Frequency },
): ChartTable {
  const { language, fit } = cuts;
  return {
    columns: [
      words.period,
      words.value,
      words.lowest,
      words.highest,
      trendWords.level,
      trendWords.break,
      words.status,
    ].map((text) => text[language]),
    rows: points.map(({ period, at, value, low, high, provisional }) => [
      ...[period, value, low ?? null, high ?? null],
      rounded(
        segments.map((segment) => fitAt(segment, at, fit)).findLast((height) => height !== null),
      ),
      breakWords(at, cuts.frequency, cuts),
      provisional ? words.provisional[language] : '',
    ]),
  };
}

/** Layers that draw the stretches of a fit. */
function fitLayers(
  curves: readonly (readonly { readonly at: number; readonly value: number }[])[],
  plot: Plot,
): Layers {
  return curves.map((curve) => ({
    data: { values: [...curve] },
    mark: { type: 'line', color: palette.ink, strokeWidth: 2.5 },
    encoding: { x: xOf(plot), y: yOf(plot) },
  }));
}

/** What cannot be drawn on a logarithmic axis: zero, as a hollow triangle at its lower edge. */
function zeroMarks(points: readonly { readonly at: number }[], plot: Plot): Layers {
  if (points.length === 0) return [];
  return [
    {
      data: { values: [...points] },
      mark: {
        type: 'point',
        shape: 'triangle-down',
        y: plot.height - 5,
        size: 50,
        opacity: 1,
        stroke: palette.reported,
        fill: palette.paper,
        filled: false,
      },
      encoding: { x: xOf(plot) },
    },
  ];
}

/** A stretch of a fit with what is said of it ("+12% a year"); a level says its height. */
export interface FittedSegment extends Segment {
  readonly label?: Text | undefined;
}

/** Options of {@link segmentChart}. */
export interface SegmentChartOptions extends ChartOptions {
  readonly segments: readonly FittedSegment[];
  /** `levels` (default) are flat; the others join, straight or on a logarithmic scale. */
  readonly fit?: Fit | undefined;
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
  const points = inOrder(values).map((point) => ({
    ...point,
    value: drawable(point.value, point.period),
    low: drawable(point.low, point.period),
    high: drawable(point.high, point.period),
  }));
  const curves = segments.map((segment) => segmentPoints(segment, fit));
  const heights = [
    ...points.flatMap(({ value, low, high }) => [value, low, high]),
    ...curves.flat().map(({ value }) => value),
  ];
  const codes = [
    ...points.map(({ period }) => period),
    ...segments.flatMap(({ from, to }) => [from, to]),
  ];
  const { plot: base, right } = layOutPlot(options, { codes, values: heights, log: options.log });
  const { width, left } = base;
  const bands = breakBands(suggested, base, turns);
  const plot: Plot = { ...base, below: bandsHeight(bands) };
  const drawn = points.map((point) => ({
    ...point,
    isZero: point.value !== null && options.log === true && point.value <= 0,
    value: point.value !== null && options.log && point.value <= 0 ? plot.values.from : point.value,
    low: point.low !== null && options.log ? Math.max(point.low, plot.values.from) : point.low,
  }));
  const flags = placeFlags(
    [...declaredFlags(breaks, plot, language), ...suggestedFlags(suggested, plot, language, turns)],
    { left, right, width },
  );
  const { labels, key } = segmentLabels(
    segments,
    curves,
    drawn.filter(({ isZero }) => !isZero),
    {
      plot,
      language,
      fit,
      taken: ruleBoxes(flags, plot.height),
    },
  );
  const keyWidth = widthFor(options);
  const unit = axisUnit(options.unit, language);
  return chart(
    options,
    {
      title: segmentTitle(turns, suggested.length),
      caption: sentences(
        segmentCaption({
          turns,
          log: options.log === true,
          suggested,
          declared: hasFlag(flags, 'declared'),
          ranged: bands.length > 0,
          hollow: points.some(({ provisional }) => provisional),
          zeros: drawn.some(({ isZero }) => isZero),
          ranges: points.some(({ low, high }) => low !== null && high !== null),
        }),
        options.evidence,
      ),
      table: segmentTable(points, segments, {
        language,
        fit,
        suggested,
        breaks,
        frequency: plot.periods.frequency,
      }),
    },
    {
      layer: [
        ...plotAxes(plot, { unit, above: unitRise(flags, unit, left) }),
        ...bandLayers(bands, plot.height),
        ...flagLayers(flags, plot.height),
        ...seriesMarks(
          drawn.filter(({ isZero }) => !isZero),
          plot,
          { line: !turns },
        ),
        ...zeroMarks(
          drawn.filter(({ isZero }) => isZero),
          plot,
        ),
        ...fitLayers(curves, plot),
        ...labelLayers(labels),
        ...keyLayers(key, { left, top: plot.height + bottomOf(plot) + 6, width: keyWidth }),
      ],
      height: plot.height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: bottomOf(plot) + keyHeight(key, keyWidth),
    },
  );
}
