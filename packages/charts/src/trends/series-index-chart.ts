import { inEach, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, topOf } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { boundaryOf, periodName } from '../drawing/period-step.ts';
import { drawable, inOrder, withRuns } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { bottomOf, type Plot, pixelX, pixelY, plotAxes, xOf, yOf } from '../drawing/plot.ts';
import { sentences } from '../drawing/sentences.ts';
import { lookOf } from '../drawing/series-look.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import { spread } from '../drawing/spread.ts';
import { chart, isNarrow, type Layers, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { breaksIn, type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { markSentences } from './mark-sentences.ts';
import { trendWords } from './trend-words.ts';

interface Named {
  readonly order: number;
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number | null }[];
}

const lineHeight = 14;

/**
 * Names at the right ends of lines, moved apart where they would overlap, each joined to its line by a thin leader.
 * Without a plot only the height they need is told.
 */
function endLabels(
  series: readonly Named[],
  plot: Plot | null,
  room: number,
): { readonly height: number; readonly layers: Layers } {
  const named = series.map((one) => ({
    ...one,
    lines: [...breakLines(one.name, room, 12)],
    last: one.points.findLast(({ value }) => value !== null),
  }));
  const sizes = named.map(({ lines }) => lines.length * lineHeight + 2);
  const height = sizes.reduce((sum, size) => sum + size, 0);
  if (plot === null) return { height, layers: [] };
  const ends = named.map(({ last }) => ({
    x: pixelX(plot, last?.at ?? plot.periods.first),
    y: last ? pixelY(plot, last.value ?? 0) : plot.height,
  }));
  const middles = spread(
    ends.map(({ y }, index) => ({ at: y, size: sizes[index] ?? lineHeight })),
    -4,
    plot.height + 4,
  );
  const x = plot.width + 4;
  const values = named.flatMap(({ lines, order, last }, index) => {
    if (!last) return [];
    const y = middles[index] ?? 0;
    const { colour, ink } = lookOf(order);
    return [
      {
        lines,
        colour,
        ink,
        x: (ends[index]?.x ?? 0) + 4,
        y: ends[index]?.y ?? 0,
        x2: x + 8,
        y2: y,
        top: y - ((lines.length - 1) * lineHeight) / 2,
      },
    ];
  });
  const layers: Layers = [
    {
      data: { values },
      mark: { type: 'rule', strokeWidth: 0.8, color: { expr: 'datum.colour' } },
      encoding: { x: pixel('x'), y: pixel('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    {
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        x: x + 11,
        y: { expr: 'datum.top' },
        lineHeight,
        color: { expr: `datum.ink || "${palette.ink}"` },
      },
      encoding: { text: { field: 'lines' } },
    },
  ];
  return { height, layers };
}

interface PlacedSeries {
  readonly order: number;
  readonly breaks: readonly DeclaredBreak[];
  readonly points: readonly {
    readonly at: number;
    readonly value: number | null;
    readonly provisional: boolean;
  }[];
}

/** The points of a series in stretches that neither a gap nor a declared break parts. */
function stretches({ points, breaks }: PlacedSeries, { periods }: Plot) {
  const cuts = breaks.map(({ period }) => boundaryOf(period, periods.frequency));
  const known = withRuns(points).map(({ at, value, run, provisional }) => ({
    at,
    value,
    provisional,
    stretch: `${run}/${cuts.filter((cut) => cut <= at).length}`,
  }));
  const lengths = new Map<string, number>();
  for (const { stretch } of known) lengths.set(stretch, (lengths.get(stretch) ?? 0) + 1);
  return known.map((point) => ({ ...point, alone: lengths.get(point.stretch) === 1 }));
}

/** Layers that draw the lines of indices, cut at breaks, with the base as a rule. */
function indexLayers(series: readonly PlacedSeries[], plot: Plot): Layers {
  const x = xOf(plot);
  const y = yOf(plot);
  const pixels = pixelsPerPeriod(plot);
  return [
    {
      data: { values: [{ y: pixelY(plot, 100) }] },
      mark: { type: 'rule', x: 0, x2: plot.width, color: palette.ink, strokeWidth: 1 },
      encoding: { y: pixel('y') },
    },
    ...series.flatMap((one): Layers => {
      const { colour, dash, shape } = lookOf(one.order);
      const points = stretches(one, plot);
      const dots =
        pixels >= 12 ? points : points.filter((point) => point.alone || point.provisional);
      return [
        {
          data: { values: points },
          mark: { type: 'line', color: colour, strokeWidth: 2, strokeDash: [...dash] },
          encoding: {
            x,
            y,
            detail: { field: 'stretch', type: 'nominal' },
            order: { field: 'at', type: 'quantitative' },
          },
        },
        {
          data: { values: dots },
          mark: {
            type: 'point',
            shape,
            filled: false,
            size: 36,
            opacity: 1,
            strokeWidth: 1.5,
            stroke: colour,
            fill: { expr: `datum.provisional ? "${palette.paper}" : "${colour}"` },
          },
          encoding: { x, y },
        },
      ];
    }),
  ];
}

/** What a chart of indices shows. */
function indexTitle(base: string): Text {
  return {
    nl: `Het verloop van elke reeks, ${base}`,
    fr: `L’évolution de chaque série, ${base}`,
    de: `Der Verlauf jeder Reihe, ${base}`,
    en: `How each series developed, ${base}`,
  };
}

/** Words of the chart of indices. */
const indexWords: Readonly<Record<'index', Text>> = {
  index: { nl: 'Index', fr: 'Indice', de: 'Index', en: 'Index' },
};

const marks: Text = {
  nl: 'In de basisperiode staat elke lijn op 100; de hoogte zegt niets over de omvang.',
  fr: 'Chaque ligne vaut 100 dans la période de base\u00a0; sa hauteur ne dit rien du volume.',
  de: 'Im Basiszeitraum steht jede Linie bei 100; ihre Höhe sagt nichts über den Umfang.',
  en: 'Every line stands at 100 in the base; its height says nothing of its size.',
};

const cut: Text = {
  nl: 'Waar een lijn onderbroken is, veranderde de telregel: beide kanten zijn niet te vergelijken.',
  fr: 'Là où une ligne est coupée, la règle de comptage a changé\u00a0: les deux côtés ne se comparent pas.',
  de: 'Wo eine Linie unterbrochen ist, änderte sich die Zählregel: Beide Seiten sind nicht vergleichbar.',
  en: 'Where a line is cut the counting rule changed: its two sides do not compare.',
};

const notFromZero: Text = {
  nl: 'De as begint niet bij nul.',
  fr: 'L’axe ne commence pas à zéro.',
  de: 'Die Achse beginnt nicht bei null.',
  en: 'The axis does not begin at zero.',
};

/** Explains the marks that are there. */
function indexCaption(there: {
  readonly breaks: boolean;
  readonly log: boolean;
  readonly cutAxis: boolean;
  readonly hollow: boolean;
}): Text {
  return sentences(
    marks,
    there.breaks && cut,
    there.hollow && markSentences.hollowDot,
    there.log && markSentences.logScale,
    there.cutAxis && notFromZero,
  );
}

/** An index of one series. */
export interface IndexSeries {
  readonly label: Text;
  readonly points: readonly {
    readonly period: string;
    /** null where none is stated. */
    readonly index: number | null;
    readonly provisional?: boolean | undefined;
  }[];
  /** Declared breaks of this series, which its line does not cross. */
  readonly breaks?: readonly DeclaredBreak[] | undefined;
}

/** Options of {@link seriesIndexChart}. */
export interface SeriesIndexChartOptions extends ChartOptions {
  /** The period that stands at 100. */
  readonly base: string;
  /** Breaks of all series. */
  readonly breaks?: readonly DeclaredBreak[] | undefined;
  readonly log?: boolean | undefined;
}

/**
 * Indices of several series from a common base of 100. A declared break cuts the line: what stands on both sides of
 * it is not compared. The names stand at the ends of the lines.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { seriesIndexChart } from '@samenbeeld/charts';
 * const label = { nl: 'België', fr: 'Belgique', de: 'Belgien', en: 'Belgium' };
 * const points = [{ period: '2020', index: 100 }, { period: '2021', index: 112 }];
 * seriesIndexChart([{ label, points }], { language: 'en', base: '2020' }).table.rows // => [['Belgium', '2020', 100, '', ''], ['Belgium', '2021', 112, '', '']]
 * ```
 */
export function seriesIndexChart(
  series: readonly IndexSeries[],
  options: SeriesIndexChartOptions,
): Chart {
  const { language, breaks = [] } = options;
  const narrow = isNarrow(options);
  const placed = series.map((one, order) => ({
    order,
    name: one.label[language],
    breaks: [...breaks, ...(one.breaks ?? [])],
    points: inOrder(one.points).map((point) => ({
      ...point,
      value: drawable(point.index, `${one.label.en}, ${point.period}`),
      provisional: point.provisional ?? false,
    })),
  }));
  const widest = Math.max(0, ...placed.map(({ name }) => widthOf(name, 12)));
  const labelRoom = Math.min(widest + 4, widthFor(options) * (narrow ? 0.32 : 0.26));
  const needed = endLabels(placed, null, labelRoom).height;
  const heights = [280, 220].map((least) => Math.max(least, needed)) as [number, number];
  const { plot, right } = layOutPlot(options, {
    codes: [options.base, ...placed.flatMap(({ points }) => points.map(({ period }) => period))],
    values: [100, ...placed.flatMap(({ points }) => points.map(({ value }) => value))],
    log: options.log,
    zero: false,
    heights,
    right: labelRoom + 24,
  });
  const { left, width, height } = plot;
  const named = [
    ...breaks,
    ...series.flatMap(({ label, breaks: own = [] }) =>
      own.map(({ period, note }) => ({
        period,
        note: inEach((one) => `${label[one]}${one === 'fr' ? '\u00a0' : ''}: ${note[one]}`),
      })),
    ),
  ];
  const flags = placeFlags(declaredFlags(named, plot, language), {
    left,
    right: right - 6,
    width,
  });
  const unit = `${periodName(options.base, language)} = 100`;
  return chart(
    options,
    {
      title: indexTitle(unit),
      caption: indexCaption({
        breaks: hasFlag(flags, 'declared'),
        log: options.log === true,
        cutAxis: plot.values.type === 'linear' && plot.values.from > 0,
        hollow: placed.some(({ points }) => points.some(({ provisional }) => provisional)),
      }),
      table: {
        columns: [
          trendWords.series,
          words.period,
          indexWords.index,
          trendWords.break,
          words.status,
        ].map((text) => text[language]),
        rows: placed.flatMap((one) =>
          one.points.map(({ period, at, value, provisional }) => [
            ...[one.name, period, value],
            one.breaks.find((cut) => breaksIn(cut, at, plot.periods.frequency))?.note[language] ??
              '',
            provisional ? words.provisional[language] : '',
          ]),
        ),
      },
    },
    {
      layer: [
        ...plotAxes(plot, {}),
        ...flagLayers(flags, height),
        ...indexLayers(placed, plot),
        ...endLabels(placed, plot, labelRoom).layers,
      ],
      height,
      left,
      right,
      top: topOf(flags, '', left),
      bottom: bottomOf(plot),
    },
  );
}
