import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { periodName, periodStep } from '../drawing/period-step.ts';
import { drawable } from '../drawing/period-values.ts';
import { chart, widthFor } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { cellLook } from './triangle-cells.ts';
import { triangleLayers } from './triangle-layers.ts';
import { triangleCaption, triangleTitle, triangleWords } from './triangle-words.ts';

/** What was known of a period so many steps later, or what is expected to be known then. */
export interface TriangleCell {
  readonly period: string;
  /** Steps between the end of the period and the report. */
  readonly age: number;
  readonly value: number | null;
  /** Expected, not reported; its range. */
  readonly expected?: boolean | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
}

/** Options of {@link triangleChart}. */
export interface TriangleChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** What an age counts ("months after the end of the year"). */
  readonly age?: Text | undefined;
}

/** Rows beyond which only the last are drawn. */
const mostRows = 60;

/**
 * What was known of each period as reports came in: periods below each other, ages side by side, with the numbers
 * printed where they fit. The newest report of each period is outlined; what is expected has a tint of its own and its
 * range.
 *
 * @throws InputError where a period is none, or a number is not finite
 * @example
 * ```ts
 * import { triangleChart } from '@samenbeeld/charts';
 * triangleChart([{ period: '2024', age: 0, value: 140 }], { language: 'en' }).table.rows // => [['2024', 0, 140, null, null, 'reported']]
 * ```
 */
export function triangleChart(
  cells: readonly TriangleCell[],
  options: TriangleChartOptions,
): Chart {
  const { language } = options;
  const sorted = cells
    .map((cell) => ({
      ...cell,
      at: periodStep(cell.period).step,
      value: drawable(cell.value, cell.period),
      low: drawable(cell.low, cell.period),
      high: drawable(cell.high, cell.period),
      expected: cell.expected ?? false,
    }))
    .sort((a, b) => a.at - b.at || a.age - b.age);
  const all = [...new Set(sorted.map(({ period }) => period))];
  const periods = all.slice(-mostRows);
  const ages = [...new Set(sorted.map(({ age }) => age))].sort((a, b) => a - b);
  const drawn = sorted.filter(({ period }) => periods.includes(period));
  const names = periods.map((period) => periodName(period, language));
  const left = Math.max(0, ...names.map((name) => widthOf(name, 12))) + 14;
  const width = widthFor(options) - left - 8;
  const look = cellLook(drawn, width / Math.max(ages.length, 1), language);
  const height = periods.length * look.height;
  return chart(
    options,
    {
      title: triangleTitle,
      caption: triangleCaption({
        expected: drawn.some(({ expected }) => expected),
        ranges: look.ranges,
        printed: look.size > 0,
        hidden: all.length - periods.length,
        periods: all.length,
      }),
      table: {
        columns: [
          words.period,
          triangleWords.age,
          words.value,
          words.lowest,
          words.highest,
          words.status,
        ].map((text) => text[language]),
        rows: sorted.map(({ period, age, value, low, high, expected }) => [
          ...[period, age, value, low, high],
          (expected ? triangleWords.expected : words.reported)[language],
        ]),
      },
    },
    {
      layer: triangleLayers(drawn, {
        periods,
        names,
        ages,
        look,
        width,
        height,
        left,
        language,
        unit: axisUnit(options.unit, language),
        age: (options.age ?? triangleWords.ages)[language],
      }),
      height,
      left,
      right: 8,
      top: 50,
      bottom: 8,
    },
  );
}
