import type { Language } from '@samenbeeld/schema';
import { periodName } from '../drawing/period-step.ts';
import { withRuns } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { along, type Box, labelLayers, placeLabels } from '../drawing/place-labels.ts';
import { type Plot, periodLayers, pixelX, xOf } from '../drawing/plot.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';
import { type Panel, placeIn } from './decomposition-panels.ts';

function panelAxes(panel: Panel, plot: Plot, unit: string): Layers {
  const lines = panel.axis.ticks.map(({ at, label }) => ({ label, y: placeIn(panel, at) }));
  const name = panel.kind === 'observed' && unit !== '' ? `${panel.name}, ${unit}` : panel.name;
  return [
    {
      data: { values: lines },
      mark: { type: 'rule', x: 0, x2: plot.width, color: palette.rule },
      encoding: { y: pixel('y') },
    },
    {
      data: { values: lines },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.y' }, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    ...rimmedText([{ name }], 'name', {
      align: 'left',
      x: 0,
      y: panel.top - 10,
      fontWeight: 'bold',
      fontSize: 12,
    }),
  ];
}

/** A bar that is equally long in units beside every panel: as long as the panel whose range is smallest. */
function scaleBar(panel: Panel, panels: readonly Panel[], width: number): Layers {
  const ranges = panels.map(({ axis }) => axis.to - axis.from);
  const pixels = (Math.min(...ranges) / (panel.axis.to - panel.axis.from)) * panel.height;
  const middle = panel.top + panel.height / 2;
  return [
    {
      data: { values: [{ y: middle - pixels / 2, y2: middle + pixels / 2 }] },
      mark: {
        type: 'rect',
        x: width + 8,
        x2: width + 14,
        y: { expr: 'datum.y' },
        y2: { expr: 'datum.y2' },
        fill: '#b9b4a8',
      },
      encoding: {},
    },
  ];
}

function panelMarks(panel: Panel, plot: Plot): Layers {
  const known = withRuns(panel.points).map((point) => ({
    ...point,
    y: placeIn(panel, point.value),
  }));
  const x = xOf(plot);
  const isBar = panel.kind === 'remainder';
  const zero = placeIn(panel, Math.max(panel.axis.from, Math.min(0, panel.axis.to)));
  const colour = panel.kind === 'trend' ? palette.ink : palette.reported;
  const hasOutliers = panel.kind === 'observed' || isBar;
  const outliers = hasOutliers ? known.filter(({ outlier }) => outlier) : [];
  return [
    ...(isBar
      ? ([
          {
            data: { values: known },
            mark: {
              type: 'rule',
              color: '#7fb8d8',
              y2: zero,
              strokeWidth: Math.max(0.6, Math.min(6, pixelsPerPeriod(plot) * 0.6)),
            },
            encoding: { x, y: pixel('y') },
          },
        ] satisfies Layers)
      : ([
          {
            data: { values: known },
            mark: { type: 'line', color: colour, strokeWidth: panel.kind === 'trend' ? 2.2 : 1.2 },
            encoding: {
              x,
              y: pixel('y'),
              detail: { field: 'run', type: 'nominal' },
              order: { field: 'at', type: 'quantitative' },
            },
          },
          {
            data: { values: known.filter(({ alone }) => alone) },
            mark: { type: 'point', filled: true, size: 14, opacity: 1, color: colour },
            encoding: { x, y: pixel('y') },
          },
        ] satisfies Layers)),
    {
      data: { values: outliers },
      mark: {
        type: 'point',
        shape: 'diamond',
        filled: false,
        fill: palette.undecided,
        stroke: palette.paper,
        strokeWidth: 1,
        size: 80,
        opacity: 1,
      },
      encoding: { x, y: pixel('y') },
    },
  ];
}

/** Names of the periods of outliers in the first panel, where they have room. */
function outlierNames(
  panels: readonly Panel[],
  plot: Plot,
  language: Language,
  taken: readonly Box[],
): Layers {
  const [panel] = panels;
  if (!panel) return [];
  const known = withRuns(panel.points).map(({ at, value, outlier, period }) => ({
    outlier,
    period,
    x: pixelX(plot, at),
    y: placeIn(panel, value),
  }));
  const wanted = known
    .filter(({ outlier }) => outlier)
    .map(({ x, y, period }) => ({ words: periodName(period, language), at: [{ x, y }] }));
  const within = {
    left: 0,
    right: plot.width + 4,
    top: panel.top - 2,
    bottom: panel.top + panel.height,
  };
  const off = [...taken, ...along(known, 2)];
  return wanted.length > 0 ? labelLayers(placeLabels(wanted, off, within)) : [];
}

/** Layers that draw all panels over one axis of periods. */
export function decompositionLayers(
  panels: readonly Panel[],
  plot: Plot,
  on: { readonly language: Language; readonly unit: string; readonly taken: readonly Box[] },
): Layers {
  return [
    ...panels.flatMap((panel) => panelAxes(panel, plot, on.unit)),
    ...panels.flatMap((panel) => scaleBar(panel, panels, plot.width)),
    ...periodLayers(plot),
    ...panels.flatMap((panel) => panelMarks(panel, plot)),
    ...outlierNames(panels, plot, on.language, on.taken),
  ];
}
