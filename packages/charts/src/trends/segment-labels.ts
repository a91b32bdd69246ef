import { figure, type Language } from '@samenbeeld/schema';
import type { KeyEntry } from '../drawing/key.ts';
import { periodName } from '../drawing/period-step.ts';
import { withRuns } from '../drawing/period-values.ts';
import {
  along,
  around,
  type Box,
  boxOf,
  type PlacedLabel,
  placeLabels,
  type WantedLabel,
} from '../drawing/place-labels.ts';
import { type Plot, pixelX, pixelY } from '../drawing/plot.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import type { FittedSegment } from './segment-chart.ts';
import type { Fit } from './segments.ts';

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
export function segmentLabels(
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
