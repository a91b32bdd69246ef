import { type Finding, periodsPerYear, type Text, unitName } from '@samenbeeld/schema';
import { median } from 'simple-statistics';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { declaredBreaks } from './drawing/breaks.ts';
import { frequencyOf } from './drawing/period-step.ts';
import { inOrder, withRuns } from './drawing/period-values.ts';
import { along } from './drawing/place-labels.ts';
import { placesOf, plot, scaled } from './drawing/plot.ts';
import { printedValues, questionMark, series } from './drawing/series-marks.ts';
import { periodWords } from './numbers.ts';
import { palette } from './palette.ts';
import { words } from './words.ts';

/** One value of a series, with the range its source allows. */
export interface TrendPoint {
  /** A year, half, quarter or month: "2024", "2024-S1", "2024-Q3", "2024-07". */
  readonly period: string;
  /** null where missing or undecided; the range is still drawn. */
  readonly value: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly provisional?: boolean | undefined;
}

export interface TrendChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** A finding on the slope (per year); its line is drawn only where its verdict is rising or falling. */
  readonly slope?: Finding | null | undefined;
  /** Declared breaks: the first period under the new rule, and what changed. */
  readonly breaks?: readonly { readonly period: string; readonly note: Text }[] | undefined;
}

const title: Text = {
  nl: 'Het verloop per jaar',
  fr: 'L’évolution par année',
  de: 'Der Verlauf je Jahr',
  en: 'Year by year',
};

const titleOfParts: Text = {
  nl: 'Het verloop per periode',
  fr: 'L’évolution par période',
  de: 'Der Verlauf je Zeitraum',
  en: 'Period by period',
};

const dot: Text = {
  nl: 'Stip: gemeld cijfer.',
  fr: 'Point\u00a0: chiffre déclaré.',
  de: 'Punkt: gemeldete Zahl.',
  en: 'Dot: reported figure.',
};

const drawnLine: Text = {
  nl: 'Zwarte lijn: de trend die de toets aantoont.',
  fr: 'Ligne noire\u00a0: la tendance que le test démontre.',
  de: 'Schwarze Linie: der Trend, den der Test zeigt.',
  en: 'Black line: the trend that the test shows.',
};

const noLine: Text = {
  nl: 'Geen trendlijn: de toets toont geen trend aan.',
  fr: 'Pas de ligne de tendance\u00a0: le test n’en démontre aucune.',
  de: 'Keine Trendlinie: Der Test zeigt keinen Trend.',
  en: 'No trend line: the test shows no trend.',
};

/** Both ends of Sen's line (median intercept), or nothing where the finding does not support one. */
function senLine(
  points: readonly { readonly at: number; readonly value: number | null }[],
  slope: Finding | null | undefined,
  stepsAYear: number,
): readonly { readonly at: number; readonly value: number }[] {
  const verdict = slope?.details['verdict'];
  const known = withRuns(points);
  if (!slope || slope.estimate === null || known.length < 2) return [];
  if (verdict !== 'rising' && verdict !== 'falling') return [];
  const estimate = slope.estimate / stepsAYear;
  const intercept = median(known.map(({ at, value }) => value - estimate * at));
  return [known[0], known.at(-1)].flatMap((one) =>
    one ? [{ at: one.at, value: intercept + estimate * one.at }] : [],
  );
}

/**
 * Points with their ranges by period, a gap where one is missing. Sen's line is drawn only where the finding's verdict supports it, and each
 * declared break is a rule with its label.
 *
 * @throws InputError where a period comes twice, periods are not of one length or a number is not finite; UsageError without a period
 * @example
 * ```ts
 * import { trendChart } from '@samenbeeld/charts';
 * trendChart([{ period: '2022', value: 4157 }], { language: 'en' }).table.rows // => [['2022', 4157, null, null, '']]
 * ```
 */
export function trendChart(points: readonly TrendPoint[], options: TrendChartOptions): Chart {
  const { language, breaks = [], slope } = options;
  const values = inOrder(points, 'value', 'low', 'high');
  const frequency = frequencyOf(values.map(({ period }) => period));
  const line = senLine(values, slope, periodsPerYear[frequency]);
  return plot(options, {
    title: frequency === 'A' ? title : titleOfParts,
    unit: unitName(options.unit ?? 'kg', language),
    heights: [260, 210],
    marks: [
      dot,
      series(values, { line: false }),
      line.length > 0 ? drawnLine : slope?.details['verdict'] === 'not_shown' && noLine,
      scaled('line', line, { color: palette.ink, strokeWidth: 1.5 }, 'front'),
      {
        says: questionMark(values),
        words: (plot) => ({ labels: printedValues(values, plot, along(placesOf(plot, line), 2)) }),
      },
      declaredBreaks(breaks),
    ],
    table: tableOf(values, language, [
      frequency === 'A'
        ? [words.year, ({ period }) => period]
        : [words.period, ({ period }) => periodWords(period, language)],
      [words.value, ({ value }) => value],
      [words.lowest, ({ low }) => low],
      [words.highest, ({ high }) => high],
      [words.status, ({ provisional }) => (provisional ? words.provisional : '')],
    ]),
  });
}
