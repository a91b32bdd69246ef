import { figure, type Language, percent } from '@samenbeeld/schema';
import { along, type Box, labelLayers, placeLabels } from '../drawing/place-labels.ts';
import { type Plot, pixelX, pixelY, xOf, yOf } from '../drawing/plot.ts';
import { spread } from '../drawing/spread.ts';
import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';
import type { ForecastPoint } from './forecast-chart.ts';
import { forecastWords } from './forecast-words.ts';

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
export function forecastLayers(
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
