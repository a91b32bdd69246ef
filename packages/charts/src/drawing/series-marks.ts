import type { Text } from '@samenbeeld/schema';
import { printNumber, printRange } from '../numbers.ts';
import { palette } from '../palette.ts';
import { markSentences } from './mark-sentences.ts';
import { type Layers, type MarkLook, mark, when } from './marks.ts';
import { type PeriodValue, withRuns } from './period-values.ts';
import {
  around,
  type Box,
  boxOf,
  type PlacedLabel,
  placeLabels,
  type WantedLabel,
} from './place-labels.ts';
import { type Mark, type Plot, pixelsPerPeriod, pixelX, pixelY, xOf, yOf } from './plot.ts';
import { sentences } from './sentences.ts';

type Placed = PeriodValue & { readonly at: number };

/** A line that has a gap wherever a period is missing. */
export function lineOf(values: readonly object[], look: MarkLook): Layers[number] {
  return mark('line', values, { order: 'at', run: 'run', ...look });
}

/** A dot each, hollow where provisional. */
export function dotsOf(values: readonly object[], stroke: string, look: MarkLook): Layers[number] {
  const fill = when('provisional', palette.paper, stroke);
  return mark('point', values, { filled: false, stroke, fill, ...look });
}

/** Values with a range that is wider than they are, and what has a range only; on a logarithmic axis it begins no lower than the axis. */
function rangedOf(points: readonly Placed[], { up }: Plot) {
  return points.flatMap((point) => {
    const { low, high, value } = point;
    if (typeof low !== 'number' || typeof high !== 'number') return [];
    if (high < low || (high === low && value !== null)) return [];
    return [{ ...point, high, low: up.type === 'log' ? Math.max(low, up.from) : low }];
  });
}

/** What has a place on the axis: on a logarithmic one nothing that is zero. */
function drawnOf(points: readonly Placed[], { up }: Plot): readonly Placed[] {
  return points.filter(({ value }) => up.type !== 'log' || value === null || value > 0);
}

const barWidth = (plot: Plot): number => Math.max(1, Math.min(11, pixelsPerPeriod(plot) * 0.6));

function drawSeries(
  points: readonly Placed[],
  plot: Plot,
  style: { readonly line: boolean },
): Layers {
  const above = drawnOf(points, plot);
  const zeros = points.filter((point) => !above.includes(point));
  const ranged = rangedOf(above, plot);
  const pixels = pixelsPerPeriod(plot);
  const known = withRuns(above);
  const dots = pixels >= 7 ? known : known.filter(({ provisional, alone }) => provisional || alone);
  const size = Math.max(12, Math.min(64, pixels * 4));
  const [x, y, stroke] = [xOf(plot), yOf(plot), palette.reported];
  const thin = pixels >= 7 ? 1.2 : pixels >= 2 ? 1.4 : 1;
  const bar = {
    ...{ x, y: yOf(plot, 'low'), y2: 'high', width: barWidth(plot) },
    orient: 'vertical' as const,
  };
  const line = { strokeWidth: thin, opacity: pixels >= 7 ? 0.65 : 1 };
  const dashed = { stroke: palette.undecided, strokeWidth: 1.5, strokeDash: [3, 2] };
  const decided = ranged.filter(({ value }) => value !== null);
  const undecided = ranged.filter(({ value }) => value === null);
  return [
    mark('bar', decided, { ...bar, color: '#99c7e0' }),
    mark('bar', undecided, { ...bar, ...dashed, fill: palette.undecidedPale }),
    ...(style.line || pixels < 7
      ? [lineOf(known, { x, y, color: stroke, strokeJoin: 'round', ...line })]
      : []),
    dotsOf(dots, stroke, { x, y, size, strokeWidth: Math.min(2, size / 16) }),
    // What cannot be drawn on a logarithmic axis stands at its lower edge.
    mark('point', zeros, {
      ...{ x, y: plot.height - 5, shape: 'triangle-down', size: 50 },
      ...{ stroke, fill: palette.paper, filled: false },
    }),
  ];
}

/** What the question mark behind a printed range says; null where none is printed. */
export function questionMark(points: readonly Placed[]) {
  return (plot: Plot): Text | null =>
    rangedOf(drawnOf(points, plot), plot).some(({ value }) => value === null)
      ? markSentences.questionMark
      : null;
}

/**
 * Values of periods: a dot each while there is room, else a line; what is provisional is hollow, a missing period is a
 * gap, a range is a bar, dashed where no value of it is decided, and zero on a logarithmic axis a triangle at its edge.
 */
export function series(points: readonly Placed[], style = { line: true }): Mark {
  return {
    periods: points.map(({ period }) => period),
    reach: points.flatMap(({ value, low, high }) => [value, low, high]),
    says: (plot) => {
      const ranged = rangedOf(drawnOf(points, plot), plot);
      const isLog = plot.up.type === 'log';
      return sentences(
        points.some(({ provisional }) => provisional) && markSentences.hollowDot,
        ranged.some(({ value }) => value !== null) && markSentences.rangeBar,
        ranged.some(({ value }) => value === null) && markSentences.undecidedBar,
        isLog && markSentences.logScale,
        isLog && points.some(({ value }) => value !== null && value <= 0) && markSentences.zeroMark,
      );
    },
    draw: (plot) => drawSeries(points, plot, style),
  };
}

/**
 * The figures of a series, set where they cover nothing: all of them where each has room, else the highest, the last and
 * the first. What is undecided is printed as its range, or where that has no room as a question mark. The highest is
 * printed in any case: where nothing is free it stands on a line, by its rim.
 */
export function printedValues(
  points: readonly Placed[],
  plot: Plot,
  lines: readonly Box[],
  words: readonly PlacedLabel[] = [],
): readonly PlacedLabel[] {
  const { language, width, height } = plot;
  const half = barWidth(plot) / 2;
  const drawn = drawnOf(points, plot);
  const ranges = new Map(rangedOf(drawn, plot).map((one) => [one.at, one]));
  const shown = drawn.flatMap(({ at, value }) => {
    const { low = value, high = value } = ranges.get(at) ?? {};
    if (low === null || high === null) return [];
    const x = pixelX(plot, at);
    const [y, bottom] = [pixelY(plot, Math.max(value ?? high, high)), pixelY(plot, low)];
    return { value, low, high, x, y, bottom };
  });
  const boxes = shown.flatMap(({ value, x, y, bottom }) => [
    { left: x - half, right: x + half, top: y, bottom },
    ...(value === null ? [] : [around(x, pixelY(plot, value), 4)]),
  ]);
  const say = ({ value, low, high, x, y, bottom }: (typeof shown)[number]): WantedLabel => ({
    at: [y, ...(bottom > y ? [bottom] : [])].map((y) => ({ x, y })),
    ...(value === null
      ? { words: `${printRange(low, high, language)}\u00a0?`, shorter: '?' }
      : { words: printNumber(value, language, 3) }),
  });
  const own = words.map(boxOf);
  const taken = [...plot.taken, ...lines, ...own, ...boxes];
  const within = { left: -2, right: width + 12, top: -6, bottom: height - 2 };
  const [highest] = shown.toSorted((a, b) => a.y - b.y);
  if (!highest) return [];
  const few = [...new Set([highest, ...shown.slice(-1), ...shown.slice(0, 1)])];
  if (pixelsPerPeriod(plot) > 30) {
    const all = placeLabels([...new Set([...few, ...shown])].map(say), taken, within);
    if (all.length === shown.length) return all;
  }
  // Where nothing is free the highest stands on lines, at last also on rules.
  const [peak] = [taken, [...plot.taken, ...own], own].flatMap((some) =>
    placeLabels([say(highest)], some, within),
  );
  const first = peak ? [peak] : [];
  const rest = few.slice(1).map(say);
  return [...first, ...placeLabels(rest, [...taken, ...first.map(boxOf)], within)];
}
