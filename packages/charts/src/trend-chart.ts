import { type Finding, type Text, unitName } from '@samenbeeld/schema';
import { median } from 'simple-statistics';
import type { Chart, ChartOptions } from './chart.ts';
import { chart, isNarrow, type Layers, widthFor } from './frame.ts';
import { widthOf } from './lines.ts';
import { printNumber, steps } from './numbers.ts';
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
  const { language } = options;
  const narrow = isNarrow(options);
  const unit = unitName(options.unit ?? 'kg', language);
  const breaks = options.breaks ?? [];
  const years = points.map(({ year }) => year);
  const [from, to] = [Math.min(...years, ...breaks.map(({ year }) => year)), Math.max(...years)];
  const line = senLine(points, options.slope);
  const values = points.map((point) => ({
    ...point,
    low: point.low ?? null,
    high: point.high ?? null,
    provisional: point.provisional ?? false,
    top: Math.max(point.value ?? 0, point.high ?? 0, point.value === null ? (point.low ?? 0) : 0),
    below: point.value !== null && point.value < heightOf(line, point.year),
    words: point.value === null ? '?' : printNumber(point.value, language),
  }));
  const most = Math.max(1, ...values.map(({ top }) => top));
  const ticks = steps(most, 4);
  const [left, right] = [
    Math.max(...ticks.map((tick) => widthOf(printNumber(tick, language), 12))) + 14,
    14,
  ];
  const width = widthFor(options) - left - right;
  const everyLabel = width / Math.max(to - from + 1, 1) > 44;
  const peak = values.find(({ top }) => top === most);
  const labelled = values.filter(
    (point) => everyLabel || point === peak || point === values.at(-1) || point === values[0],
  );
  const everyYear = Math.max(1, Math.ceil((34 * (to - from + 1)) / width));
  const x = (field = 'year') => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [from - 0.5, to + 0.5], nice: false, zero: false },
    axis: {
      title: null,
      format: 'd',
      values: Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
        (year) => (to - year) % everyYear === 0,
      ),
    },
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, ticks.at(-1) ?? 1], nice: false },
    axis: { title: null, values: [...ticks], grid: true, labelPadding: 6 },
  });
  const data = { values };
  const rules = breaks.map((one, index) => ({
    year: one.year - 0.5,
    words: one.note[language],
    index,
    left: (one.year - from) / Math.max(to - from + 1, 1) > 0.6,
  }));
  const top = 8 + Math.max(22, 16 * rules.length);
  const layer: Layers = [
    {
      data,
      transform: [
        { filter: 'datum.low !== null && datum.high !== null && datum.high > datum.low' },
      ],
      mark: {
        type: 'bar',
        orient: 'vertical',
        width: 11,
        fill: { expr: `datum.value === null ? "${palette.undecidedPale}" : "#99c7e0"` },
        stroke: { expr: `datum.value === null ? "${palette.undecided}" : "#99c7e0"` },
        strokeWidth: 1.5,
        strokeDash: { expr: 'datum.value === null ? [3, 2] : [1, 0]' },
      },
      encoding: { x: x(), y: y('low'), y2: { field: 'high' } },
    },
    {
      data: { values: [...line] },
      mark: { type: 'line', color: palette.ink, strokeWidth: 1.5 },
      encoding: { x: x(), y: y('value') },
    },
    ...rules.flatMap(
      (rule): Layers => [
        {
          data: { values: [rule] },
          mark: {
            type: 'rule',
            strokeDash: [4, 3],
            color: palette.grey,
            y: -10 - rule.index * 16,
            y2: 'height',
          },
          encoding: { x: x() },
        },
        {
          data: { values: [rule] },
          mark: {
            type: 'text',
            align: rule.left ? 'right' : 'left',
            dx: rule.left ? -5 : 5,
            y: -8 - rule.index * 16,
            fontSize: 11,
            color: palette.grey,
          },
          encoding: { x: x(), text: { field: 'words' } },
        },
      ],
    ),
    {
      data,
      transform: [{ filter: 'datum.value !== null' }],
      mark: {
        type: 'point',
        filled: false,
        size: 80,
        opacity: 1,
        strokeWidth: 2,
        stroke: palette.reported,
        fill: { expr: `datum.provisional ? "${palette.paper}" : "${palette.reported}"` },
      },
      encoding: { x: x(), y: y('value') },
    },
    ...([{ stroke: palette.paper, strokeWidth: 4, strokeJoin: 'round' as const }, {}].map(
      (halo) => ({
        data: { values: labelled.filter(({ value, high }) => value !== null || high !== null) },
        mark: { type: 'text' as const, dy: { expr: 'datum.below ? 15 : -13' }, ...halo },
        encoding: { x: x(), y: y('top'), text: { field: 'words' } },
      }),
    ) satisfies Layers),
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', x: -left, y: -14, fontSize: 12, color: palette.grey },
      encoding: { text: { value: unit } },
    },
  ];
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [words.year, words.value, words.lowest, words.highest, words.status].map(
          (text) => text[language],
        ),
        rows: values.map(({ year, value, low, high, provisional }) => [
          String(year),
          value,
          low,
          high,
          provisional ? words.provisional[language] : '',
        ]),
      },
    },
    { layer, height: narrow ? 210 : 260, left, right, top, bottom: 26 },
  );
}
