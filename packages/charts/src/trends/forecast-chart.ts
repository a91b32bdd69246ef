import { figure, type Language, percent, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf, unitRise } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { drawable, inOrder, type PeriodValue } from '../drawing/period-values.ts';
import { along, type Box, labelLayers, placeLabels } from '../drawing/place-labels.ts';
import { bottomOf, type Plot, pixelX, pixelY, plotAxes, xOf, yOf } from '../drawing/plot.ts';
import { fill, sentences } from '../drawing/sentences.ts';
import { seriesMarks } from '../drawing/series-marks.ts';
import { spread } from '../drawing/spread.ts';
import { chart, type Layers } from '../frame.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { markSentences } from './mark-sentences.ts';

/** What a fan shows. */
const forecastTitle: Text = {
  nl: 'Wat te verwachten is als het verloop doorgaat',
  fr: 'Ce à quoi s’attendre si l’évolution se poursuit',
  de: 'Was zu erwarten ist, wenn sich der Verlauf fortsetzt',
  en: 'What to expect if the pattern goes on',
};

const ends: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['ondergrens', 'bovengrens'],
  fr: ['borne inférieure', 'borne supérieure'],
  de: ['Untergrenze', 'Obergrenze'],
  en: ['lower bound', 'upper bound'],
};

/** Words of the chart of a forecast. */
const forecastWords: {
  readonly forecast: Text;
  readonly benchmark: Text;
  readonly ends: (level: number, language: Language) => readonly string[];
} = {
  forecast: { nl: 'prognose', fr: 'prévision', de: 'Prognose', en: 'forecast' },
  benchmark: {
    nl: 'eenvoudigste',
    fr: 'la plus simple',
    de: 'einfachste',
    en: 'simplest',
  },
  ends: (level, language) => ends[language].map((end) => `${percent(level, language)}, ${end}`),
};

const marks: Text = {
  nl: 'Streeplijn: het midden van de prognose. Donker vlak: daarin valt naar verwachting {level} van de uitkomsten; licht vlak: {outer}.',
  fr: 'Trait tireté\u00a0: milieu de la prévision. Surface foncée\u00a0: {level} des résultats devraient s’y trouver\u00a0; surface claire\u00a0: {outer}.',
  de: 'Gestrichelt: die Mitte der Prognose. Dunkle Fläche: darin liegen voraussichtlich {level} der Ergebnisse; helle Fläche: {outer}.',
  en: 'Dashed line: the middle of the forecast. Dark area: {level} of outcomes are expected in it; light area: {outer}.',
};

const simplest: Text = {
  nl: 'Dunne lijn: de eenvoudigste prognose, om mee te vergelijken.',
  fr: 'Trait fin\u00a0: la prévision la plus simple, pour comparer.',
  de: 'Dünne Linie: die einfachste Prognose zum Vergleich.',
  en: 'Thin line: the simplest forecast, to compare.',
};

const tested: Text = {
  nl: 'Getoetst aan het verleden vanaf {origins} momenten: van {tested} uitkomsten vielen er {held} ({share}) in het vlak van {level}.',
  fr: 'Testée sur le passé à partir de {origins} moments\u00a0: sur {tested} résultats, {held} ({share}) se trouvaient dans la surface de {level}.',
  de: 'An der Vergangenheit von {origins} Zeitpunkten aus geprüft: Von {tested} Ergebnissen lagen {held} ({share}) in der Fläche von {level}.',
  en: 'Tested on the past from {origins} moments: of {tested} outcomes {held} ({share}) lay in the {level} area.',
};

const off: Text = {
  nl: 'Gemiddeld zat het midden er {error} naast.',
  fr: 'En moyenne, le milieu s’écartait de {error}.',
  de: 'Im Mittel lag die Mitte um {error} daneben.',
  en: 'On average the middle was off by {error}.',
};

const untested: Text = {
  nl: 'Niet getoetst aan het verleden.',
  fr: 'Non testée sur le passé.',
  de: 'Nicht an der Vergangenheit geprüft.',
  en: 'Not tested on the past.',
};

/** Explains the marks, and how the method did on the past. */
function forecastCaption(there: {
  readonly level: number;
  readonly benchmark: boolean;
  readonly backTest: BackTestResult | undefined;
  readonly hollow: boolean;
  readonly breaks: boolean;
}): Text {
  const { level, backTest: test } = there;
  const share = (value: number) => (language: Language) => percent(value, language);
  const count = (value: number) => (language: Language) => figure(value, language);
  const { error } = test ?? {};
  return sentences(
    fill(marks, { level: share(level), outer: share(0.95) }),
    there.benchmark && simplest,
    there.hollow && markSentences.hollowDot,
    there.breaks && markSentences.solid,
    test && test.tested > 0
      ? fill(tested, {
          origins: count(test.origins),
          tested: count(test.tested),
          held: count(test.held),
          share: share(test.held / test.tested),
          level: share(level),
        })
      : untested,
    error !== undefined && fill(off, { error: count(error) }),
  );
}

type Placed<T> = T & { readonly at: number };

/** Tints of the outer and the inner range. */
const tints = ['#d9e8f2', '#9ec7e0'] as const;

/** A fan from the last value known on. */
function fan(
  ahead: readonly Placed<ForecastPoint>[],
  last: { readonly at: number; readonly value: number } | undefined,
) {
  const points = ahead.map(({ at, value, low, high, low95, high95 }) => {
    return { at, value, low, high, low95, high95 };
  });
  const [first] = points;
  if (!first) return [];
  if (last?.at === first.at - 1) {
    const { at, value } = last;
    return [{ at, value, low: value, high: value, low95: value, high95: value }, ...points];
  }
  return widened(points);
}

/** One point alone has no line: it becomes nearly as wide as its period. */
function widened<T extends { readonly at: number }>(points: readonly T[]): readonly T[] {
  const [only] = points;
  if (!only || points.length > 1) return points;
  return [
    { ...only, at: only.at - 0.4 },
    { ...only, at: only.at + 0.4 },
  ];
}

/** Names of both ranges and the middle at the right end, and of the simplest forecast. */
function endLabels(
  ahead: readonly Placed<ForecastPoint>[],
  plot: Plot,
  { language, level }: { readonly language: Language; readonly level: number },
): Layers {
  const end = ahead.at(-1);
  if (!end) return [];
  const wanted = [
    { value: end.high95, words: percent(0.95, language), bold: false },
    { value: end.high, words: percent(level, language), bold: false },
    { value: end.value, words: figure(end.value, language), bold: true },
  ].map((one) => ({ ...one, y: pixelY(plot, one.value) }));
  const middles = spread(
    wanted.map(({ y }) => ({ at: y, size: 14 })),
    -6,
    plot.height,
  );
  const values = wanted.map((one, index) => ({
    words: one.words,
    bold: one.bold,
    y: middles[index] ?? one.y,
  }));
  return [
    {
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        x: pixelX(plot, end.at) + 8,
        y: { expr: 'datum.y' },
        color: { expr: `datum.bold ? "${palette.ink}" : "${palette.grey}"` },
        fontWeight: { expr: 'datum.bold ? "bold" : "normal"' },
      },
      encoding: { text: { field: 'words' } },
    },
  ];
}

/** Layers that draw a fan, its middle, the simplest forecast and their names. */
function forecastLayers(
  past: readonly { readonly at: number; readonly value: number | null }[],
  ahead: readonly Placed<ForecastPoint>[],
  benchmark: readonly { readonly at: number; readonly value: number }[],
  plot: Plot,
  on: { readonly language: Language; readonly level: number; readonly taken: readonly Box[] },
): Layers {
  const x = xOf(plot);
  const known = past.filter(
    (point): point is { readonly at: number; readonly value: number } => point.value !== null,
  );
  const points = fan(ahead, known.at(-1));
  const pixels = (all: readonly { readonly at: number; readonly value: number }[]) =>
    all.map(({ at, value }) => ({ x: pixelX(plot, at), y: pixelY(plot, value) }));
  const name = placeLabels(
    [{ words: forecastWords.benchmark[on.language], at: [...pixels(benchmark)].reverse() }],
    [
      ...on.taken,
      ...along(pixels(known), 3),
      ...along(pixels(points), 3),
      ...along(pixels(benchmark), 2),
    ],
    { left: 0, right: plot.width, top: 0, bottom: plot.height },
  );
  return [
    {
      data: { values: [...points] },
      mark: { type: 'area', orient: 'vertical', color: tints[0] },
      encoding: { x, y: yOf(plot, 'low95'), y2: { field: 'high95' } },
    },
    {
      data: { values: [...points] },
      mark: { type: 'area', orient: 'vertical', color: tints[1] },
      encoding: { x, y: yOf(plot, 'low'), y2: { field: 'high' } },
    },
    {
      data: { values: [...widened(benchmark)] },
      mark: { type: 'line', color: palette.grey, strokeWidth: 1 },
      encoding: { x, y: yOf(plot) },
    },
    {
      data: { values: [...points] },
      mark: { type: 'line', color: palette.reported, strokeWidth: 2, strokeDash: [5, 3] },
      encoding: { x, y: yOf(plot) },
    },
    ...endLabels(ahead, plot, on),
    ...(benchmark.length > 0 ? labelLayers(name) : []),
  ];
}

/** What is expected of a period: its middle and two ranges. */
export interface ForecastPoint {
  readonly period: string;
  /** As likely above as below. */
  readonly value: number;
  /** The inner range, of `level`. */
  readonly low: number;
  readonly high: number;
  readonly low95: number;
  readonly high95: number;
}

/** How the method did on the past. */
export interface BackTestResult {
  readonly origins: number;
  /** Values forecast from them, and how many lay within the inner range. */
  readonly tested: number;
  readonly held: number;
  /** Mean absolute error. */
  readonly error?: number | undefined;
}

/** Options of {@link forecastChart}. */
export interface ForecastChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** Level of the inner range; 0.8. */
  readonly level?: number | undefined;
  /** What the simplest forecast says of the same periods. */
  readonly benchmark?: readonly { readonly period: string; readonly value: number }[] | undefined;
  readonly backTest?: BackTestResult | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
}

/**
 * A series with what is expected of it, as a fan: the middle, an inner and an outer range, and the simplest forecast
 * as a thin line to compare. How often the past fell within the inner range is said in the caption.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { forecastChart } from '@samenbeeld/charts';
 * const next = [{ period: '2025', value: 12, low: 9, high: 15, low95: 7, high95: 18 }];
 * forecastChart([{ period: '2024', value: 11 }], next, { language: 'en' }).table.rows // => [['2024', 11, null, null, null, null, ''], ['2025', 12, 9, 15, 7, 18, 'forecast']]
 * ```
 */
export function forecastChart(
  history: readonly PeriodValue[],
  forecast: readonly ForecastPoint[],
  options: ForecastChartOptions,
): Chart {
  const { language, level = 0.8, breaks = [] } = options;
  const past = inOrder(history).map((point) => ({
    ...point,
    value: drawable(point.value, point.period),
    low: drawable(point.low, point.period),
    high: drawable(point.high, point.period),
  }));
  const ahead = inOrder(forecast);
  const benchmark = inOrder(options.benchmark ?? []);
  for (const { period, value, low, high, low95, high95 } of ahead)
    for (const one of [value, low, high, low95, high95]) drawable(one, period);
  for (const { period, value } of benchmark) drawable(value, period);
  const { plot, right } = layOutPlot(options, {
    codes: [...past, ...ahead].map(({ period }) => period),
    values: [
      ...past.flatMap(({ value, low, high }) => [value, low, high]),
      ...ahead.flatMap(({ low95, high95 }) => [low95, high95]),
      ...benchmark.map(({ value }) => value),
    ],
    right: 58,
  });
  const { left, width, height } = plot;
  const [first] = ahead;
  const start = first
    ? [
        {
          x: pixelX(plot, first.at - 0.5),
          words: forecastWords.forecast[language],
          kind: 'start' as const,
        },
      ]
    : [];
  const flags = placeFlags([...declaredFlags(breaks, plot, language), ...start], {
    left,
    right,
    width,
  });
  const unit = axisUnit(options.unit, language);
  const rows = ahead.map(({ period, value, low, high, low95, high95 }) => [
    ...[period, value, low, high, low95, high95],
    forecastWords.forecast[language],
  ]);
  return chart(
    options,
    {
      title: forecastTitle,
      caption: forecastCaption({
        level,
        benchmark: benchmark.length > 0,
        backTest: options.backTest,
        hollow: past.some(({ provisional }) => provisional),
        breaks: hasFlag(flags, 'declared'),
      }),
      table: {
        columns: [
          words.period[language],
          words.value[language],
          ...forecastWords.ends(level, language),
          ...forecastWords.ends(0.95, language),
          words.status[language],
        ],
        rows: [
          ...past.map(({ period, value, low, high, provisional }) => [
            ...[period, value, low, high, null, null],
            provisional ? words.provisional[language] : '',
          ]),
          ...rows,
        ],
      },
    },
    {
      layer: [
        ...plotAxes(plot, { unit, above: unitRise(flags, unit, left) }),
        ...forecastLayers(past, ahead, benchmark, plot, {
          language,
          level,
          taken: ruleBoxes(flags, height),
        }),
        ...seriesMarks(past, plot),
        ...flagLayers(flags, height),
      ],
      height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: bottomOf(plot),
    },
  );
}
