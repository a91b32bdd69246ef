import type { Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, type Column, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import { type DeclaredBreak, declaredBreaks } from '../drawing/breaks.ts';
import type { Layers } from '../drawing/marks.ts';
import { mark, rimmed } from '../drawing/marks.ts';
import { periodName } from '../drawing/period-step.ts';
import { drawable, inOrder, withRuns } from '../drawing/period-values.ts';
import { along, placeLabels } from '../drawing/place-labels.ts';
import {
  type Mark,
  type Plot,
  pixelsPerPeriod,
  pixelX,
  pixelY,
  plot,
  upAxis,
  xOf,
} from '../drawing/plot.ts';
import { lineOf } from '../drawing/series-marks.ts';
import { linearAxis, type ValueAxis } from '../drawing/value-axis.ts';
import { isNarrow } from '../frame.ts';
import { periodWords } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

/** A part of a series as it is listed: its name, its looks, and its value of a point. */
interface Part {
  readonly name: string;
  readonly kind: 'observed' | 'trend' | 'season' | 'remainder';
  readonly of: (point: DecompositionPoint) => number | null;
}

type Placed = DecompositionPoint & { readonly at: number };

/** One part of a series: its axis, and where it lies. */
interface Panel extends Part {
  readonly up: ValueAxis;
  readonly top: number;
  readonly height: number;
  readonly points: readonly (Omit<Placed, 'trend'> & { readonly value: number | null })[];
}

const gap = 24;

/** The parts of a series below each other, each with an axis of its own. */
function panelsFor(
  points: readonly Placed[],
  parts: readonly Part[],
  options: ChartOptions,
): readonly Panel[] {
  let top = gap - 6;
  return parts.map((part) => {
    const own = points.map((point) => ({ ...point, value: part.of(point) }));
    const known = own.flatMap(({ value }) => (value === null ? [] : [value]));
    const height = (part.kind === 'observed' ? 104 : 70) * (isNarrow(options) ? 0.85 : 1);
    const zero = part.kind === 'remainder';
    const up = linearAxis(known, { language: options.language, count: 2, zero });
    const panel = { ...part, up, top, height, points: own };
    top += height + gap;
    return panel;
  });
}

/** A bar that is equally long in units beside every panel: as long as the panel whose range is smallest. */
function scaleBar({ up, top, height }: Panel, panels: readonly Panel[], width: number) {
  const least = Math.min(...panels.map((one) => one.up.to - one.up.from));
  const half = ((least / (up.to - up.from)) * height) / 2;
  const bar = [{ y: top + height / 2 - half, y2: top + height / 2 + half }];
  return mark('rect', bar, { x: width + 8, x2: width + 14, y: 'y', y2: 'y2', fill: '#b9b4a8' });
}

/** A line, or bars from zero for what remains, with outliers as diamonds. */
function panelMarks({ kind, points }: Panel, plot: Plot): Layers {
  const known = withRuns(points).map((point) => ({ ...point, y: pixelY(plot, point.value) }));
  const x = xOf(plot);
  const zero = pixelY(plot, Math.max(plot.up.from, Math.min(0, plot.up.to)));
  const color = kind === 'trend' ? palette.ink : palette.reported;
  const hasOutliers = kind === 'observed' || kind === 'remainder';
  const alone = known.filter((point) => point.alone);
  const wide = Math.max(0.6, Math.min(6, pixelsPerPeriod(plot) * 0.6));
  return [
    ...(kind === 'remainder'
      ? [mark('rule', known, { x, y: 'y', y2: zero, color: '#7fb8d8', strokeWidth: wide })]
      : [
          lineOf(known, { x, y: 'y', color, strokeWidth: kind === 'trend' ? 2.2 : 1.2 }),
          mark('point', alone, { x, y: 'y', filled: true, size: 14, color }),
        ]),
    mark('point', hasOutliers ? known.filter(({ outlier }) => outlier) : [], {
      ...{ x, y: 'y', shape: 'diamond', size: 80, filled: false, strokeWidth: 1 },
      ...{ fill: palette.undecided, stroke: palette.paper },
    }),
  ];
}

/** All parts, with the periods of outliers in the first where they have room. */
function panelled(panels: readonly Panel[], points: readonly Placed[], unit: string): Mark {
  const within = (panel: Panel, plot: Plot): Plot => ({ ...plot, ...panel });
  const name = ({ kind, name }: Panel) =>
    kind === 'observed' && unit !== '' ? `${name}, ${unit}` : name;
  const look = { x: 0, text: 'name', align: 'left', fontWeight: 'bold' } as const;
  return {
    periods: points.map(({ period }) => period),
    says: marks,
    draw: (plot) => [
      ...panels.flatMap((panel) => [
        ...upAxis(within(panel, plot)),
        ...rimmed([{ name: name(panel) }], { ...look, y: panel.top - 10 }),
      ]),
      ...panels.map((panel) => scaleBar(panel, panels, plot.width)),
      ...panels.flatMap((panel) => panelMarks(panel, within(panel, plot))),
    ],
    words: (plot) => {
      const labels = panels.slice(0, 1).flatMap((panel) => {
        const known = withRuns(panel.points).map(({ at, value, outlier, period }) => {
          const place = { x: pixelX(plot, at), y: pixelY(within(panel, plot), value) };
          return { ...place, outlier, period };
        });
        const wanted = known
          .filter(({ outlier }) => outlier)
          .map((at) => ({ words: periodName(at.period, plot.language), at: [at] }));
        const edges = { top: panel.top - 2, bottom: panel.top + panel.height };
        const taken = [...plot.taken, ...along(known, 2)];
        return placeLabels(wanted, taken, { left: 0, right: plot.width + 4, ...edges });
      });
      return { labels };
    },
  };
}

const title: Text = {
  nl: 'De reeks, en waaruit zij bestaat',
  fr: 'La série et ses composantes',
  de: 'Die Reihe und woraus sie besteht',
  en: 'The series and what it is made of',
};

const names = {
  observed: { nl: 'Waargenomen', fr: 'Observé', de: 'Beobachtet', en: 'Observed' },
  trend: { nl: 'Trend', fr: 'Tendance', de: 'Trend', en: 'Trend' },
  season: { nl: 'Seizoen', fr: 'Saison', de: 'Saison', en: 'Season' },
  remainder: { nl: 'Rest', fr: 'Reste', de: 'Rest', en: 'Remainder' },
  outlier: { nl: 'Uitschieter', fr: 'Valeur aberrante', de: 'Ausreißer', en: 'Outlier' },
} satisfies Readonly<Record<string, Text>>;

const marks: Text = {
  nl: 'Trend, seizoen en rest tellen samen op tot het waargenomen cijfer. Elk vlak heeft zijn eigen schaal: de grijze balk rechts is overal even lang in eenheden.',
  fr: 'Tendance, saison et reste s’additionnent pour donner le chiffre observé. Chaque panneau a sa propre échelle\u00a0: la barre grise à droite représente partout la même longueur en unités.',
  de: 'Trend, Saison und Rest ergeben zusammen die beobachtete Zahl. Jedes Feld hat seine eigene Skala: Der graue Balken rechts ist überall gleich lang in Einheiten.',
  en: 'Trend, season and remainder add up to the observed figure. Each panel has its own scale: the grey bar on the right is equally long in units everywhere.',
};

const outlierMark: Text = {
  nl: 'Oranje ruit: uitschieter.',
  fr: 'Losange orange\u00a0: valeur aberrante.',
  de: 'Orange Raute: Ausreißer.',
  en: 'Orange diamond: outlier.',
};

/** A value and the parts that add up to it. */
export interface DecompositionPoint {
  readonly period: string;
  readonly observed: number | null;
  readonly trend: number | null;
  /** One a season, in the order of `seasons`. */
  readonly seasonal: readonly (number | null)[];
  readonly remainder: number | null;
  /** Set aside by the method, or far from what the other parts say. */
  readonly outlier?: boolean | undefined;
}

export interface DecompositionChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** Names of the seasons where there are several ("week", "year"). */
  readonly seasons?: readonly Text[] | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
}

/**
 * A series above its parts: trend, season and remainder, each in a panel of its own scale. The grey bar beside each
 * panel has the same length in units everywhere: where it looks short, the part is large. Outliers are marked.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { decompositionChart } from '@samenbeeld/charts';
 * const point = { period: '2024-01', observed: 12, trend: 10, seasonal: [1.5], remainder: 0.5 };
 * decompositionChart([point], { language: 'en' }).table.rows // => [['January 2024', 12, 10, 1.5, 0.5, '']]
 * ```
 */
export function decompositionChart(
  points: readonly DecompositionPoint[],
  options: DecompositionChartOptions,
): Chart {
  const { language, seasons = [] } = options;
  const placed = inOrder(points, 'observed', 'trend', 'remainder').map((point) => ({
    ...point,
    seasonal: point.seasonal.map((value) => drawable(value, point.period)),
  }));
  const count = placed.reduce((most, { seasonal }) => Math.max(most, seasonal.length), 0);
  const season = (index: number): string => {
    const name = seasons[index]?.[language];
    return `${names.season[language]}${name === undefined ? '' : ` (${name})`}`;
  };
  const parts: readonly Part[] = [
    { kind: 'observed', name: names.observed[language], of: ({ observed }) => observed },
    { kind: 'trend', name: names.trend[language], of: ({ trend }) => trend },
    ...Array.from({ length: count }, (_, index) => ({
      kind: 'season' as const,
      name: season(index),
      of: ({ seasonal }: DecompositionPoint) => seasonal[index] ?? null,
    })),
    { kind: 'remainder', name: names.remainder[language], of: ({ remainder }) => remainder },
  ];
  const panels = panelsFor(placed, parts, options);
  const height = panels.reduce((most, one) => Math.max(most, one.top + one.height), 0);
  const room = Math.max(...panels.map(({ up }) => up.room));
  return plot(options, {
    title,
    up: { type: 'linear', from: 0, to: 1, ticks: [], room },
    heights: [height, height],
    right: 20,
    marks: [
      panelled(panels, placed, axisUnit(options.unit, language)),
      placed.some(({ outlier }) => outlier) && outlierMark,
      declaredBreaks(options.breaks),
    ],
    table: tableOf(placed, language, [
      [words.period, ({ period }) => periodWords(period, language)],
      ...parts.map(({ name, of }): Column<Placed> => [name, of]),
      [names.outlier, ({ outlier }) => (outlier ? words.yes : '')],
    ]),
  });
}
