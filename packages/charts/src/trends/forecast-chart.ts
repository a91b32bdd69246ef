import { figure, type Language, percent, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import { type DeclaredBreak, declaredBreaks } from '../drawing/breaks.ts';
import type { Layers } from '../drawing/marks.ts';
import { mark, when } from '../drawing/marks.ts';
import { drawable, inOrder, type PeriodValue } from '../drawing/period-values.ts';
import { along, placeLabels } from '../drawing/place-labels.ts';
import { type Mark, type Plot, pixelX, pixelY, placesOf, plot, scaled } from '../drawing/plot.ts';
import { fill, sentences } from '../drawing/sentences.ts';
import { series } from '../drawing/series-marks.ts';
import { spread } from '../drawing/spread.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

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

const forecastWords = {
  forecast: { nl: 'prognose', fr: 'prévision', de: 'Prognose', en: 'forecast' },
  benchmark: { nl: 'eenvoudigste', fr: 'la plus simple', de: 'einfachste', en: 'simplest' },
} satisfies Readonly<Record<string, Text>>;

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

/** How the method did on the past. */
function testedSays(test: BackTestResult | undefined, level: number): Text {
  const share = (value: number) => (language: Language) => percent(value, language);
  const count = (value: number) => (language: Language) => figure(value, language);
  return sentences(
    test && test.tested > 0
      ? fill(tested, {
          origins: count(test.origins),
          tested: count(test.tested),
          held: count(test.held),
          share: share(test.held / test.tested),
          level: share(level),
        })
      : untested,
    test?.error !== undefined && fill(off, { error: count(test.error) }),
  );
}

interface Point {
  readonly at: number;
  readonly value: number;
}
type Ahead = ForecastPoint & Point;

/** A fan from the last value known on. */
function fanOf(ahead: readonly Ahead[], last: Point | undefined) {
  const points = ahead.map(({ at, value, low, high, low95, high95 }) => {
    return { at, value, low, high, low95, high95 };
  });
  if (!last || last.at !== (points[0]?.at ?? 0) - 1) return widened(points);
  const { at, value } = last;
  return [{ at, value, low: value, high: value, low95: value, high95: value }, ...points];
}

/** One point alone has no line: it becomes nearly as wide as its period. */
function widened<T extends { readonly at: number }>(points: readonly T[]): readonly T[] {
  const [only] = points;
  if (!only || points.length > 1) return points;
  return [-0.4, 0.4].map((shift) => ({ ...only, at: only.at + shift }));
}

/** Names of both ranges and the middle, right of the end. */
function endLabels(end: Ahead | undefined, plot: Plot, level: number): Layers {
  if (!end) return [];
  const { language } = plot;
  const wanted = [
    { value: end.high95, words: percent(0.95, language), bold: false },
    { value: end.high, words: percent(level, language), bold: false },
    { value: end.value, words: figure(end.value, language), bold: true },
  ].map((one) => ({ ...one, y: pixelY(plot, one.value) }));
  const places = wanted.map(({ y }) => ({ at: y, size: 14 }));
  const middles = spread(places, -6, plot.height);
  const values = wanted.map((one, index) => ({ ...one, y: middles[index] ?? one.y }));
  return [
    mark('text', values, {
      ...{ x: pixelX(plot, end.at) + 8, y: 'y', text: 'words', align: 'left' },
      color: when('bold', palette.ink, palette.grey),
      fontWeight: when('bold', 'bold', 'normal'),
    }),
  ];
}

/** The middle of a forecast, with the names of its ranges; a dotted rule stands where it begins. */
function middle(ahead: readonly Ahead[], level: number): Mark {
  const share = (value: number) => (language: Language) => percent(value, language);
  return {
    periods: ahead.map(({ period }) => period),
    reach: ahead.flatMap(({ low95, high95 }) => [low95, high95]),
    says: fill(marks, { level: share(level), outer: share(0.95) }),
    flags: (plot) =>
      ahead.slice(0, 1).map(({ at }) => {
        const name = forecastWords.forecast[plot.language];
        return { x: pixelX(plot, at - 0.5), words: name, kind: 'start' };
      }),
    draw: (plot) => endLabels(ahead.at(-1), plot, level),
  };
}

/** The simplest forecast as a thin line, with its name where it covers nothing else. */
function benchmarked(benchmark: readonly Point[], others: readonly (readonly Point[])[]): Mark {
  return {
    ...scaled('line', widened(benchmark), { color: palette.grey, strokeWidth: 1 }),
    reach: benchmark.map(({ value }) => value),
    says: benchmark.length > 0 ? simplest : null,
    words: (plot) => {
      const own = placesOf(plot, benchmark);
      const name = { words: forecastWords.benchmark[plot.language], at: [...own].reverse() };
      const lines = others.flatMap((points) => along(placesOf(plot, points), 3));
      const within = { left: 0, right: plot.width, top: 0, bottom: plot.height };
      return { labels: placeLabels([name], [...plot.taken, ...lines, ...along(own, 2)], within) };
    },
  };
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
  const { language, level = 0.8 } = options;
  const past = inOrder(history, 'value', 'low', 'high');
  const ahead = inOrder(forecast);
  const benchmark = inOrder(options.benchmark ?? []);
  for (const { period, value, low, high, low95, high95 } of ahead)
    for (const one of [value, low, high, low95, high95]) drawable(one, period);
  for (const { period, value } of benchmark) drawable(value, period);
  const known = past.filter((point): point is typeof point & Point => point.value !== null);
  const fan = fanOf(ahead, known.at(-1));
  const endsOf = (share: number) =>
    ends[language].map((end) => `${percent(share, language)}, ${end}`) as [string, string];
  const [low, high] = endsOf(level);
  const [low95, high95] = endsOf(0.95);
  const rows = [
    ...past.map((point) => ({
      ...{ ...point, low95: null, high95: null },
      status: point.provisional ? words.provisional : '',
    })),
    ...ahead.map((point) => ({ ...point, status: forecastWords.forecast })),
  ];
  return plot(options, {
    title: forecastTitle,
    unit: axisUnit(options.unit, language),
    right: 58,
    marks: [
      scaled('area', fan, { y: 'low95', y2: 'high95', color: '#d9e8f2' }, 'ground'),
      scaled('area', fan, { y: 'low', y2: 'high', color: '#9ec7e0' }, 'ground'),
      middle(ahead, level),
      scaled('line', fan, { color: palette.reported, strokeWidth: 2, strokeDash: [5, 3] }),
      benchmarked(benchmark, [known, fan]),
      series(past),
      declaredBreaks(options.breaks),
      testedSays(options.backTest, level),
    ],
    table: tableOf(rows, language, [
      [words.period, (one) => one.period],
      [words.value, (one) => one.value],
      [low, (one) => one.low],
      [high, (one) => one.high],
      [low95, (one) => one.low95],
      [high95, (one) => one.high95],
      [words.status, (one) => one.status],
    ]),
  });
}
