import type { Language } from '@samenbeeld/schema';
import { hatch } from '../drawing/hatch.ts';
import { withRuns } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { type Plot, pixelX, xOf, yOf } from '../drawing/plot.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import type { Layers } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import type { AlarmPoint } from './alarm-chart.ts';
import { trendWords } from './trend-words.ts';

type Placed = AlarmPoint & { readonly at: number };

/** Stretches of periods that were not evaluated, or have no count, in pixels. */
function skippedStretches(points: readonly Placed[], plot: Plot) {
  const stretches: { from: number; to: number }[] = [];
  const examined = new Set(
    points.filter(({ count, upper }) => count !== null && upper !== null).map(({ at }) => at),
  );
  for (let at = plot.periods.first; at <= plot.periods.last; at += 1) {
    const last = stretches.at(-1);
    if (examined.has(at)) continue;
    if (last && last.to === at - 0.5) last.to = at + 0.5;
    else stretches.push({ from: at - 0.5, to: at + 0.5 });
  }
  return stretches.map(({ from, to }) => ({ from: pixelX(plot, from), to: pixelX(plot, to) }));
}

/** Layers that hatch what was not evaluated; they lie below the axes. */
export function skippedLayers(points: readonly Placed[], plot: Plot, language: Language): Layers {
  const { height } = plot;
  const stretches = skippedStretches(points, plot);
  const name = trendWords.notEvaluated[language];
  const named = stretches.filter(({ from, to }) => to - from > widthOf(name, 11) + 12);
  return [
    {
      data: { values: stretches },
      mark: {
        type: 'rect',
        x: { expr: 'datum.from' },
        x2: { expr: 'datum.to' },
        y: 0,
        y2: height,
        color: palette.pale,
      },
      encoding: {},
    },
    {
      data: { values: stretches.flatMap(({ from, to }) => hatch(from, to, height)) },
      mark: { type: 'rule', color: palette.rule, strokeWidth: 1 },
      encoding: { x: pixel('x'), y: pixel('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    {
      data: { values: named.map(({ from, to }) => ({ x: (from + to) / 2, name })) },
      mark: {
        type: 'text',
        x: { expr: 'datum.x' },
        y: 10,
        fontSize: 11,
        fontStyle: 'italic',
        color: palette.grey,
      },
      encoding: { text: { field: 'name' } },
    },
  ];
}

/** Whether bars are wide enough for an outline; otherwise what is provisional is pale. */
export function hasOutlines(plot: Plot): boolean {
  return pixelsPerPeriod(plot) > 4;
}

/** Steps of a level over its whole periods; a gap where it is unknown. */
function stepsOf(points: readonly { readonly at: number; readonly value: number | null }[]) {
  return withRuns(points).flatMap(({ at, value, run }) => [
    { at: at - 0.5, value, run, order: 2 * at },
    { at: at + 0.5, value, run, order: 2 * at + 1 },
  ]);
}

/** Layers that draw counts, what was expected, the bound and the alarms. */
export function alarmLayers(points: readonly Placed[], plot: Plot): Layers {
  const x = xOf(plot);
  const y = yOf(plot);
  const pixels = pixelsPerPeriod(plot);
  const bars = points
    .filter(({ count }) => count !== null)
    .map(({ at, count, alarm, provisional = false }) => ({ at, count, alarm, provisional }));
  const bound = stepsOf(points.map(({ at, upper }) => ({ at, value: upper })));
  const expected = stepsOf(points.map(({ at, expected: value }) => ({ at, value })));
  const line = {
    x,
    y,
    detail: { field: 'run', type: 'nominal' as const },
    order: { field: 'order', type: 'quantitative' as const },
  };
  const isWide = hasOutlines(plot);
  const width = isWide ? pixels * 0.72 : Math.max(0.6, pixels);
  const colour = `datum.alarm ? "${palette.undecided}" : "#7fb8d8"`;
  return [
    {
      data: { values: bound },
      mark: { type: 'area', orient: 'vertical', color: '#e9e4d8', opacity: 0.6 },
      encoding: { x, y, y2: { datum: 0 }, detail: line.detail },
    },
    {
      data: { values: bars },
      mark: {
        type: 'bar',
        orient: 'vertical',
        width,
        fill: { expr: `datum.provisional ? "${isWide ? palette.paper : '#d3e6f1'}" : ${colour}` },
        stroke: { expr: colour },
        strokeWidth: isWide ? 1 : 0,
      },
      encoding: { x, y: yOf(plot, 'count'), y2: { datum: 0 } },
    },
    {
      data: { values: expected },
      mark: { type: 'line', color: palette.ink, strokeWidth: 1.5 },
      encoding: line,
    },
    {
      data: { values: bound },
      mark: { type: 'line', color: palette.grey, strokeWidth: 1.2, strokeDash: [4, 2] },
      encoding: line,
    },
    {
      data: { values: bars.filter(({ alarm }) => alarm) },
      mark: {
        type: 'point',
        shape: 'triangle-down',
        filled: false,
        fill: palette.undecided,
        stroke: palette.paper,
        strokeWidth: 1,
        size: 90,
        opacity: 1,
        yOffset: -9,
      },
      encoding: { x, y: yOf(plot, 'count') },
    },
  ];
}
