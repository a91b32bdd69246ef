import type { Language, Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { periodAxis } from '../drawing/period-axis.ts';
import { periodName } from '../drawing/period-step.ts';
import { drawable, inOrder, withRuns } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { along, type Box, labelLayers, placeLabels } from '../drawing/place-labels.ts';
import { bottomOf, type Plot, periodLayers, pixelX, xOf } from '../drawing/plot.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { sentences } from '../drawing/sentences.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import { linearAxis, type ValueAxis } from '../drawing/value-axis.ts';
import { chart, isNarrow, type Layers, widthFor } from '../frame.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { markSentences } from './mark-sentences.ts';
import { trendWords } from './trend-words.ts';

type Placed = DecompositionPoint & { readonly at: number };

interface PanelPoint {
  readonly at: number;
  readonly value: number | null;
  readonly period: string;
  readonly outlier: boolean;
}

/** One part of a series: its name, its axis, and where it lies. */
interface Panel {
  readonly kind: 'observed' | 'trend' | 'season' | 'remainder';
  readonly name: string;
  readonly axis: ValueAxis;
  readonly top: number;
  readonly height: number;
  readonly points: readonly PanelPoint[];
}

const gap = 24;

/** The parts of a series below each other, each with an axis of its own. */
function panelsFor(
  points: readonly Placed[],
  on: {
    readonly language: Language;
    readonly narrow: boolean;
    readonly names: {
      readonly observed: string;
      readonly trend: string;
      readonly seasons: readonly string[];
      readonly remainder: string;
    };
  },
): readonly Panel[] {
  const { language, narrow, names } = on;
  const parts = [
    { kind: 'observed' as const, name: names.observed, of: (one: Placed) => one.observed },
    { kind: 'trend' as const, name: names.trend, of: (one: Placed) => one.trend },
    ...names.seasons.map((name, index) => ({
      kind: 'season' as const,
      name,
      of: (one: Placed) => one.seasonal[index] ?? null,
    })),
    { kind: 'remainder' as const, name: names.remainder, of: (one: Placed) => one.remainder },
  ];
  let top = gap - 6;
  return parts.map(({ kind, name, of }) => {
    const own = points.map(({ at, period, outlier = false, ...rest }) => ({
      at,
      period,
      outlier,
      value: of({ at, period, ...rest }),
    }));
    const known = own.flatMap(({ value }) => (value === null ? [] : [value]));
    const height = (kind === 'observed' ? 104 : 70) * (narrow ? 0.85 : 1);
    const axis = linearAxis(known, { language, count: 2, zero: kind === 'remainder' });
    const panel = { kind, name, axis, top, height, points: own };
    top += height + gap;
    return panel;
  });
}

/** Pixels that all panels take. */
function panelsHeight(panels: readonly Panel[]): number {
  const last = panels.at(-1);
  return last ? last.top + last.height : 0;
}

/** Where a value stands in its panel, in pixels from the top. */
function placeIn({ axis, top, height }: Panel, value: number): number {
  return top + height * (1 - (value - axis.from) / (axis.to - axis.from));
}

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
function decompositionLayers(
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

/** What a decomposition shows. */
const decompositionTitle: Text = {
  nl: 'De reeks, en waaruit zij bestaat',
  fr: 'La série et ses composantes',
  de: 'Die Reihe und woraus sie besteht',
  en: 'The series and what it is made of',
};

type Word = 'observed' | 'trend' | 'season' | 'remainder' | 'outlier';

/** Words of the chart of a decomposition. */
const decompositionWords: Readonly<Record<Word, Text>> = {
  observed: { nl: 'Waargenomen', fr: 'Observé', de: 'Beobachtet', en: 'Observed' },
  trend: { nl: 'Trend', fr: 'Tendance', de: 'Trend', en: 'Trend' },
  season: { nl: 'Seizoen', fr: 'Saison', de: 'Saison', en: 'Season' },
  remainder: { nl: 'Rest', fr: 'Reste', de: 'Rest', en: 'Remainder' },
  outlier: { nl: 'Uitschieter', fr: 'Valeur aberrante', de: 'Ausreißer', en: 'Outlier' },
};

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

/** Explains the marks that are there. */
function decompositionCaption(there: {
  readonly outliers: boolean;
  readonly breaks: boolean;
}): Text {
  return sentences(marks, there.outliers && outlierMark, there.breaks && markSentences.solid);
}

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

/** Options of {@link decompositionChart}. */
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
 * decompositionChart([point], { language: 'en' }).table.rows // => [['2024-01', 12, 10, 1.5, 0.5, '']]
 * ```
 */
export function decompositionChart(
  points: readonly DecompositionPoint[],
  options: DecompositionChartOptions,
): Chart {
  const { language, seasons = [], breaks = [] } = options;
  const placed = inOrder(points).map((point) => ({
    ...point,
    observed: drawable(point.observed, point.period),
    trend: drawable(point.trend, point.period),
    seasonal: point.seasonal.map((value) => drawable(value, point.period)),
    remainder: drawable(point.remainder, point.period),
  }));
  const count = placed.reduce((most, { seasonal }) => Math.max(most, seasonal.length), 0);
  const seasonNames = Array.from({ length: count }, (_, index) => {
    const name = seasons[index]?.[language];
    const plain = decompositionWords.season[language];
    return name === undefined ? plain : `${plain} (${name})`;
  });
  const panels = panelsFor(placed, {
    language,
    narrow: isNarrow(options),
    names: {
      observed: decompositionWords.observed[language],
      trend: decompositionWords.trend[language],
      seasons: seasonNames,
      remainder: decompositionWords.remainder[language],
    },
  });
  const left = Math.max(...panels.map(({ axis }) => axis.room)) + 14;
  const right = 20;
  const width = widthFor(options) - left - right;
  const height = panelsHeight(panels);
  const [first] = panels;
  const plot: Plot = {
    width,
    height,
    left,
    periods: periodAxis(
      placed.map(({ period }) => period),
      width,
      language,
    ),
    values: first?.axis ?? { type: 'linear', from: 0, to: 1, ticks: [], room: 0 },
  };
  const flags = placeFlags(declaredFlags(breaks, plot, language), { left, right, width });
  const unit = axisUnit(options.unit, language);
  const isMarked = placed.some(({ outlier }) => outlier);
  return chart(
    options,
    {
      title: decompositionTitle,
      caption: decompositionCaption({ outliers: isMarked, breaks: hasFlag(flags, 'declared') }),
      table: {
        columns: [
          words.period[language],
          decompositionWords.observed[language],
          decompositionWords.trend[language],
          ...seasonNames,
          decompositionWords.remainder[language],
          decompositionWords.outlier[language],
        ],
        rows: placed.map(({ period, observed, trend, seasonal, remainder, outlier }) => [
          period,
          observed,
          trend,
          ...seasonNames.map((_, index) => seasonal[index] ?? null),
          remainder,
          outlier ? trendWords.yes[language] : '',
        ]),
      },
    },
    {
      layer: [
        ...flagLayers(flags, height),
        ...decompositionLayers(panels, plot, {
          language,
          unit,
          taken: ruleBoxes(flags, height),
        }),
      ],
      height,
      left,
      right,
      // The name of the first panel stands in its upper margin.
      top: topOf(flags, '', left) + (flags.height > 0 ? 0 : 2),
      bottom: bottomOf(plot),
    },
  );
}
