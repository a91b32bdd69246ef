import { type Finding, type Text, unitName } from '@samenbeeld/schema';
import { median } from 'simple-statistics';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { rimmed, when } from './drawing/marks.ts';
import {
  type Mark,
  pixelsPerPeriod,
  pixelX,
  pixelY,
  plot,
  scaled,
  xOf,
  yOf,
} from './drawing/plot.ts';
import { dotsOf } from './drawing/series-marks.ts';
import { printNumber } from './numbers.ts';
import { palette } from './palette.ts';
import { words } from './words.ts';

/** One value of a yearly series, with the range its source allows. */
export interface TrendPoint {
  readonly year: number;
  /** null where missing or undecided; the range is still drawn. */
  readonly value: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly provisional?: boolean | undefined;
}

/** Options of {@link trendChart}. */
export interface TrendChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** A finding on the slope (per year); its line is drawn only where its verdict is rising or falling. */
  readonly slope?: Finding | null | undefined;
  /** Declared breaks: the first year under the new rule, and what changed. */
  readonly breaks?: readonly { readonly year: number; readonly note: Text }[] | undefined;
}

const title: Text = {
  nl: 'Het verloop per jaar',
  fr: 'L’évolution par année',
  de: 'Der Verlauf je Jahr',
  en: 'Year by year',
};

const caption: Text = {
  nl: 'Stip: gemeld cijfer; open stip: voorlopig; balk: bereik; ?: onbeslist. Een lijn staat er alleen als de toets een trend aantoont.',
  fr: 'Point : chiffre déclaré ; point vide : provisoire ; barre : fourchette ; ? : non tranché. Une ligne n’apparaît que si le test démontre une tendance.',
  de: 'Punkt: gemeldete Zahl; offener Punkt: vorläufig; Balken: Spanne; ?: unentschieden. Eine Linie steht nur da, wenn der Test einen Trend zeigt.',
  en: 'Dot: reported figure; hollow dot: provisional; bar: range; ?: undecided. A line is drawn only where the test shows a trend.',
};

/** Both ends of Sen's line (median intercept), or nothing where the finding does not support one. */
function senLine(
  points: readonly TrendPoint[],
  slope: Finding | null | undefined,
): readonly { readonly year: number; readonly value: number }[] {
  const verdict = slope?.details['verdict'];
  const known = points.filter(
    (point): point is TrendPoint & { value: number } => point.value !== null,
  );
  if (!slope || slope.estimate === null || known.length < 2) return [];
  if (verdict !== 'rising' && verdict !== 'falling') return [];
  const { estimate } = slope;
  const intercept = median(known.map(({ year, value }) => value - estimate * year));
  const ends = [known[0]?.year ?? 0, known.at(-1)?.year ?? 0];
  return ends.map((year) => ({ year, value: intercept + estimate * year }));
}

/** Height of a line at a year; no line lies below everything. */
function heightOf(line: ReturnType<typeof senLine>, year: number): number {
  const [from, to] = line;
  if (!from || !to) return Number.NEGATIVE_INFINITY;
  return from.value + ((to.value - from.value) * (year - from.year)) / (to.year - from.year);
}

type Yearly = ReturnType<typeof placedByYear>[number];

/** Values by year, with what is above all that is drawn of each. */
function placedByYear(points: readonly TrendPoint[], line: ReturnType<typeof senLine>) {
  return points.map(({ year, value, low = null, high = null, provisional = false }) => ({
    ...{ at: year, value, low, high, provisional },
    top: Math.max(value ?? 0, high ?? 0, value === null ? (low ?? 0) : 0),
    below: value !== null && value < heightOf(line, year),
  }));
}

/** The ranges of values; that of an undecided value has a dashed outline. */
function ranges(values: readonly Yearly[]): Mark {
  const undecided = 'value === null';
  const ranged = values.filter(({ low, high }) => low !== null && high !== null && high > low);
  return scaled('bar', ranged, {
    ...{ y: 'low', y2: 'high', orient: 'vertical', width: 11, strokeWidth: 1.5 },
    fill: when(undecided, palette.undecidedPale, '#99c7e0'),
    stroke: when(undecided, palette.undecided, '#99c7e0'),
    strokeDash: { expr: `datum.${undecided} ? [3, 2] : [1, 0]` },
  });
}

/** A dot a year; values are printed where each has room, else the first, last and highest. */
function dots(values: readonly Yearly[]): Mark {
  const known = values.filter(({ value }) => value !== null);
  const most = Math.max(...values.map(({ top }) => top));
  const few = new Set([values[0], values.find(({ top }) => top === most), values.at(-1)]);
  return {
    periods: values.map(({ at }) => String(at)),
    reach: [1, ...values.flatMap(({ value, top }) => [value, top])],
    draw: (plot) => {
      const said = values
        .filter((one) => pixelsPerPeriod(plot) > 44 || few.has(one))
        .filter(({ value, high }) => value !== null || high !== null)
        .map(({ at, top, below, value }) => ({
          x: pixelX(plot, at),
          y: pixelY(plot, top) + (below ? 15 : -13),
          words: value === null ? '?' : printNumber(value, plot.language),
        }));
      const place = { x: xOf(plot), y: yOf(plot) };
      return [
        dotsOf(known, palette.reported, { ...place, size: 80, strokeWidth: 2 }),
        ...rimmed(said, { x: 'x', y: 'y', text: 'words' }),
      ];
    },
  };
}

/**
 * Points with their ranges by year. Sen's line is drawn only where the finding's verdict supports it, and each
 * declared break is a rule with its label.
 *
 * @example
 * ```ts
 * import { trendChart } from '@samenbeeld/charts';
 * trendChart([{ year: 2022, value: 4157 }], { language: 'en' }).table.rows // => [['2022', 4157, null, null, '']]
 * ```
 */
export function trendChart(points: readonly TrendPoint[], options: TrendChartOptions): Chart {
  const { language, breaks = [] } = options;
  const line = senLine(points, options.slope);
  const values = placedByYear(points, line);
  return plot(options, {
    title,
    unit: unitName(options.unit ?? 'kg', language),
    heights: [260, 210],
    marks: [
      caption,
      ranges(values),
      scaled('line', line, { x: 'year', color: palette.ink, strokeWidth: 1.5 }),
      dots(values),
      {
        periods: breaks.map(({ year }) => String(year)),
        flags: (plot) =>
          breaks.map(({ year, note }) => ({
            x: pixelX(plot, year - 0.5),
            words: note[language],
            kind: 'declared',
          })),
      },
    ],
    table: tableOf(points, language, [
      [words.year, ({ year }) => String(year)],
      [words.value, ({ value }) => value],
      [words.lowest, ({ low }) => low],
      [words.highest, ({ high }) => high],
      [words.status, ({ provisional }) => (provisional ? words.provisional : '')],
    ]),
  });
}
