import { colonAfter, inEach, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { breakNote, type DeclaredBreak, declaredBreaks } from '../drawing/breaks.ts';
import { markSentences } from '../drawing/mark-sentences.ts';
import type { Layers } from '../drawing/marks.ts';
import { field, mark } from '../drawing/marks.ts';
import { boundaryOf, periodName } from '../drawing/period-step.ts';
import { drawable, inOrder, withRuns } from '../drawing/period-values.ts';
import {
  type Mark,
  type Plot,
  pixelsPerPeriod,
  pixelX,
  pixelY,
  plot,
  xOf,
  yOf,
} from '../drawing/plot.ts';
import { lookOf } from '../drawing/series-look.ts';
import { dotsOf, lineOf } from '../drawing/series-marks.ts';
import { spread } from '../drawing/spread.ts';
import { isNarrow, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { periodWords } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

interface PlacedSeries {
  readonly order: number;
  readonly name: string;
  readonly breaks: readonly DeclaredBreak[];
  readonly points: readonly {
    readonly period: string;
    readonly at: number;
    readonly value: number | null;
    readonly provisional: boolean;
  }[];
}

const lineHeight = 14;

/** Pixels that the lines of a name take at the end of its line. */
const nameHeight = (lines: readonly string[]): number => lines.length * lineHeight + 2;

/** Names at the right ends of lines, moved apart where they would overlap, each joined to its line by a thin leader. */
function endLabels(series: readonly PlacedSeries[], plot: Plot, room: number): Layers {
  const ends = series.flatMap(({ name, order, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    if (!last) return [];
    const lines = [...breakLines(name, room, 12)];
    const { colour, ink } = lookOf(order);
    return [{ lines, colour, ink, x: pixelX(plot, last.at) + 4, y: pixelY(plot, last.value ?? 0) }];
  });
  const sizes = ends.map(({ y, lines }) => ({ at: y, size: nameHeight(lines) }));
  const middles = spread(sizes, -4, plot.height + 4);
  const values = ends.map((end, index) => {
    const y2 = middles[index] ?? 0;
    const top = y2 - ((end.lines.length - 1) * lineHeight) / 2;
    return { ...end, x2: plot.width + 12, y2, top };
  });
  const [leader, name] = [
    { x: 'x', y: 'y', x2: 'x2', y2: 'y2', strokeWidth: 0.8, color: field('colour') },
    { x: plot.width + 15, y: 'top', text: 'lines', lineHeight, color: field('ink') },
  ];
  return [mark('rule', values, leader), mark('text', values, { ...name, align: 'left' })];
}

/** The points of a series in stretches that neither a gap nor a declared break parts. */
function stretches({ points, breaks }: PlacedSeries, { periods }: Plot) {
  const cuts = breaks.map(({ period }) => boundaryOf(period, periods?.frequency ?? 'A'));
  const known = withRuns(points).map(({ at, value, run, provisional }) => ({
    ...{ at, value, provisional },
    stretch: `${run}/${cuts.filter((cut) => cut <= at).length}`,
  }));
  return known.map((point) => ({
    ...point,
    alone: known.filter(({ stretch }) => stretch === point.stretch).length === 1,
  }));
}

/** The lines of indices, cut at breaks, with the base as a rule. */
function indexLayers(series: readonly PlacedSeries[], plot: Plot): Layers {
  const [x, y] = [xOf(plot), yOf(plot)];
  const base = { x: 0, x2: plot.width, y: 'y', color: palette.ink, strokeWidth: 1 };
  return [
    mark('rule', [{ y: pixelY(plot, 100) }], base),
    ...series.flatMap((one): Layers => {
      const { colour, dash, shape } = lookOf(one.order);
      const points = stretches(one, plot);
      const isRoomy = pixelsPerPeriod(plot) >= 12;
      const dots = points.filter(({ alone, provisional }) => isRoomy || alone || provisional);
      const line = { run: 'stretch', color: colour, strokeWidth: 2, strokeDash: [...dash] };
      return [
        lineOf(points, { x, y, ...line }),
        dotsOf(dots, colour, { x, y, shape, size: 36, strokeWidth: 1.5 }),
      ];
    }),
  ];
}

/** The lines of all series with their names. */
function indexed(series: readonly PlacedSeries[], base: string, labelRoom: number): Mark {
  const all = series.flatMap(({ points }) => points);
  return {
    periods: [base, ...all.map(({ period }) => period)],
    reach: [100, ...all.map(({ value }) => value)],
    draw: (plot) => [...indexLayers(series, plot), ...endLabels(series, plot, labelRoom)],
  };
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

const indexWord: Text = { nl: 'Index', fr: 'Indice', de: 'Index', en: 'Index' };

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

export interface SeriesIndexChartOptions extends ChartOptions {
  /** The period that stands at 100. */
  readonly base: string;
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
  const { language, base, breaks = [], log = false } = options;
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
  const labelRoom = Math.min(widest + 4, widthFor(options) * (isNarrow(options) ? 0.32 : 0.26));
  const needed = placed.reduce(
    (sum, { name }) => sum + nameHeight(breakLines(name, labelRoom, 12)),
    0,
  );
  const named = series.flatMap(({ label, breaks: own = [] }) =>
    own.map(({ period, note }) => ({
      period,
      note: inEach((one) => `${label[one]}${colonAfter[one]} ${note[one]}`),
    })),
  );
  const isHollow = placed.some(({ points }) => points.some(({ provisional }) => provisional));
  const rows = placed.flatMap((one) => one.points.map((point) => ({ ...one, ...point })));
  return plot(options, {
    title: indexTitle(`${periodName(base, language)} = 100`),
    log,
    zero: false,
    heights: [Math.max(280, needed), Math.max(220, needed)],
    right: labelRoom + 24,
    marks: [
      marks,
      declaredBreaks([...breaks, ...named], cut),
      isHollow && markSentences.hollowDot,
      log && markSentences.logScale,
      indexed(placed, base, labelRoom),
      { says: ({ up }) => (up.type === 'linear' && up.from > 0 ? notFromZero : null) },
    ],
    table: ({ periods }) =>
      tableOf(rows, language, [
        [words.series, ({ name }) => name],
        [words.period, ({ period }) => periodWords(period, language)],
        [indexWord, ({ value }) => value],
        [words.break, (one) => breakNote(one.at, periods, language, one.breaks)],
        [words.status, ({ provisional }) => (provisional ? words.provisional : '')],
      ]),
  });
}
