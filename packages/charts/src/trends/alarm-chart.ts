import { figure, type Language, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, ruleBoxes, topOf, unitRise } from '../drawing/flag-layers.ts';
import { hasFlag, placeFlags } from '../drawing/flags.ts';
import { layOutPlot } from '../drawing/lay-out-plot.ts';
import { drawable, inOrder, withRuns } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import {
  along,
  type Box,
  labelLayers,
  type PlacedLabel,
  placeLabels,
} from '../drawing/place-labels.ts';
import { bottomOf, type Plot, pixelX, pixelY, plotAxes, xOf, yOf } from '../drawing/plot.ts';
import { fill, sentences } from '../drawing/sentences.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import { chart, type Layers } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { printNumber } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { type DeclaredBreak, declaredFlags } from './break-marks.ts';
import { markSentences } from './mark-sentences.ts';
import { trendWords } from './trend-words.ts';

/** A stripe of a hatched area, in pixels. */
interface Stripe {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/** Slanted lines over the part of a drawing area of `height` from one x to another. */
function hatch(from: number, to: number, height: number, gap = 9): readonly Stripe[] {
  const count = Math.max(0, Math.ceil((to - from + height) / gap));
  return Array.from({ length: count }, (_, index) => {
    // Each line rises to the right through (start, height).
    const start = Math.ceil((from - height) / gap) * gap + index * gap;
    const x = Math.max(from, start);
    const x2 = Math.min(to, start + height);
    return { x, y: height - (x - start), x2, y2: height - (x2 - start) };
  }).filter(({ x, x2 }) => x2 - x > 0.5);
}

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
function skippedLayers(points: readonly Placed[], plot: Plot, language: Language): Layers {
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
function hasOutlines(plot: Plot): boolean {
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
function alarmLayers(points: readonly Placed[], plot: Plot): Layers {
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

/** How many alarms are drawn. */
function alarmTitle(alarms: number): Text {
  if (alarms === 0)
    return {
      nl: 'Geen enkele telling boven de grens',
      fr: 'Aucun chiffre au-dessus de la borne',
      de: 'Keine Zahl über der Grenze',
      en: 'No count above the bound',
    };
  const number = String(alarms);
  return alarms === 1
    ? {
        nl: '1 telling boven de grens',
        fr: '1 chiffre au-dessus de la borne',
        de: '1 Zahl über der Grenze',
        en: '1 count above the bound',
      }
    : {
        nl: `${number} tellingen boven de grens`,
        fr: `${number} chiffres au-dessus de la borne`,
        de: `${number} Zahlen über der Grenze`,
        en: `${number} counts above the bound`,
      };
}

const marks: Text = {
  nl: 'Staaf: telling. Zwart: verwacht. Streeplijn en vlak: wat gebruikelijk is.',
  fr: 'Barre\u00a0: chiffre compté. Noir\u00a0: attendu. Trait tireté et surface\u00a0: ce qui est habituel.',
  de: 'Säule: Zahl der Fälle. Schwarz: erwartet. Gestrichelt und Fläche: was üblich ist.',
  en: 'Bar: count. Black: expected. Dashed line and area: what is usual.',
};

const alarmMark: Text = {
  nl: 'Oranje met driehoek: signaal, boven de grens.',
  fr: 'Orange avec triangle\u00a0: alerte, au-dessus de la borne.',
  de: 'Orange mit Dreieck: Alarm, über der Grenze.',
  en: 'Orange with triangle: alarm, above the bound.',
};

const skippedMark: Text = {
  nl: 'Gearceerd: niet beoordeeld, of geen cijfer.',
  fr: 'Hachuré\u00a0: non évalué, ou aucun chiffre.',
  de: 'Schraffiert: nicht bewertet, oder keine Zahl.',
  en: 'Hatched: not evaluated, or no figure.',
};

const hollowBar: Text = {
  nl: 'Open staaf: voorlopig.',
  fr: 'Barre vide\u00a0: provisoire.',
  de: 'Offene Säule: vorläufig.',
  en: 'Hollow bar: provisional.',
};

const paleBar: Text = {
  nl: 'Lichte staaf: voorlopig.',
  fr: 'Barre pâle\u00a0: provisoire.',
  de: 'Blasse Säule: vorläufig.',
  en: 'Pale bar: provisional.',
};

const byChance: Text = {
  nl: 'Ook als er niets veranderde, zijn in deze periode ongeveer {n} signalen te verwachten.',
  fr: 'Même si rien ne changeait, il faut s’attendre à environ {n} alertes sur cette période.',
  de: 'Auch wenn sich nichts änderte, sind in diesem Zeitraum etwa {n} Alarme zu erwarten.',
  en: 'Even if nothing changed, about {n} alarms are to be expected over this time.',
};

/** Explains the marks that are there, and how many alarms chance alone would give. */
function alarmCaption(there: {
  readonly alarms: number;
  readonly skipped: boolean;
  readonly provisional: 'hollow' | 'pale' | null;
  readonly breaks: boolean;
  readonly falseAlarms: number | undefined;
}): Text {
  const { falseAlarms } = there;
  return sentences(
    marks,
    there.alarms > 0 && alarmMark,
    there.skipped && skippedMark,
    there.provisional === 'hollow' && hollowBar,
    there.provisional === 'pale' && paleBar,
    there.breaks && markSentences.solid,
    falseAlarms !== undefined &&
      fill(byChance, {
        n: (language) => printNumber(Number(falseAlarms.toPrecision(2)), language, 4),
      }),
  );
}

const bound: Text = {
  nl: 'bovengrens',
  fr: 'borne supérieure',
  de: 'Obergrenze',
  en: 'upper bound',
};

const expectation: Text = { nl: 'verwacht', fr: 'attendu', de: 'erwartet', en: 'expected' };

export type Placed = AlarmPoint & { readonly at: number };

/** The counts of alarms, the highest first, then the names of both lines where they have room. */
function alarmLabels(
  points: readonly Placed[],
  plot: Plot,
  language: Language,
  taken: readonly Box[],
): readonly PlacedLabel[] {
  const alarms = points
    .filter(
      (point): point is Placed & { readonly count: number } => point.alarm && point.count !== null,
    )
    .sort((a, b) => b.count - a.count);
  const at = ({ at: step, count }: { readonly at: number; readonly count: number }) => ({
    x: pixelX(plot, step),
    y: pixelY(plot, count) - 12,
  });
  const half = pixelsPerPeriod(plot) / 2;
  const signs = alarms.map((point) => {
    const { x, y } = at(point);
    return { left: x - 6, right: x + 6, top: y - 5, bottom: pixelY(plot, 0) };
  });
  const bars = points.flatMap(({ at: step, count }) => {
    if (count === null) return [];
    const [x, y] = [pixelX(plot, step), pixelY(plot, count)];
    return [{ left: x - half, right: x + half, top: y, bottom: plot.height }];
  });
  const curve = (field: 'expected' | 'upper') =>
    points.flatMap((point) => {
      const value = point[field];
      return value === null ? [] : [{ x: pixelX(plot, point.at), y: pixelY(plot, value) }];
    });
  const [expected, upper] = [curve('expected'), curve('upper')];
  const names = [
    { words: bound[language], at: everyTenth(upper) },
    { words: expectation[language], at: everyTenth(expected) },
  ];
  const within = { left: 0, right: plot.width + 10, top: -8, bottom: plot.height };
  return placeLabels(
    [
      ...alarms.map((point) => ({
        words: figure(point.count, language),
        at: [at(point)],
        bold: true,
      })),
      ...names,
    ],
    [...taken, ...signs, ...bars, ...along(expected, 2), ...along(upper, 2)],
    within,
  );
}

/** Some places along a curve, the last first. */
function everyTenth<T>(points: readonly T[]): readonly T[] {
  const every = Math.max(1, Math.floor(points.length / 10));
  return [...points].reverse().filter((_, index) => index % every === 0);
}

/** A count, with what was expected and how far the usual goes. */
export interface AlarmPoint {
  readonly period: string;
  /** null where missing. */
  readonly count: number | null;
  readonly expected: number | null;
  /** null where the period was not evaluated. */
  readonly upper: number | null;
  readonly alarm: boolean;
  readonly provisional?: boolean | undefined;
}

/** Options of {@link alarmChart}. */
export interface AlarmChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  readonly breaks?: readonly DeclaredBreak[] | undefined;
  /** False alarms to expect over the periods evaluated, for the caption. */
  readonly falseAlarms?: number | undefined;
}

/**
 * Counts by period against what was expected and the bound above which a count is unusual. An alarm is a triangle and
 * a bar of its own colour; what was not evaluated is hatched, what is provisional hollow.
 *
 * @throws InputError where periods repeat or mix lengths, or a number is not finite
 * @example
 * ```ts
 * import { alarmChart } from '@samenbeeld/charts';
 * alarmChart([{ period: '2024-W05', count: 9, expected: 3.1, upper: 7.2, alarm: true }], { language: 'en' }).table.rows // => [['2024-W05', 9, 3.1, 7.2, 'yes', '']]
 * ```
 */
export function alarmChart(points: readonly AlarmPoint[], options: AlarmChartOptions): Chart {
  const { language, breaks = [] } = options;
  const placed = inOrder(points).map((point) => ({
    ...point,
    count: drawable(point.count, point.period),
    expected: drawable(point.expected, point.period),
    upper: drawable(point.upper, point.period),
  }));
  const { plot, right } = layOutPlot(options, {
    codes: placed.map(({ period }) => period),
    // Room for the triangle above the highest bar.
    values: placed.flatMap(({ count, expected, upper, alarm }) => [
      count === null ? null : count * (alarm ? 1.08 : 1),
      expected,
      upper,
    ]),
  });
  const { left, width, height } = plot;
  const flags = placeFlags(declaredFlags(breaks, plot, language), { left, right, width });
  const unit = axisUnit(options.unit, language);
  const alarms = placed.filter(({ alarm }) => alarm).length;
  return chart(
    options,
    {
      title: alarmTitle(alarms),
      caption: alarmCaption({
        alarms,
        skipped:
          placed.some(({ upper, count }) => upper === null || count === null) ||
          placed.length <= plot.periods.last - plot.periods.first,
        provisional: !placed.some(({ provisional }) => provisional)
          ? null
          : hasOutlines(plot)
            ? 'hollow'
            : 'pale',
        breaks: hasFlag(flags, 'declared'),
        falseAlarms: options.falseAlarms,
      }),
      table: {
        columns: [
          words.period,
          words.count,
          trendWords.expected,
          trendWords.upperBound,
          trendWords.alarm,
          words.status,
        ].map((text) => text[language]),
        rows: placed.map(({ period, count, expected, upper, alarm, provisional }) => [
          period,
          count,
          expected,
          upper,
          alarm ? trendWords.yes[language] : '',
          statusOf(count === null ? null : upper, provisional)[language],
        ]),
      },
    },
    {
      layer: [
        ...skippedLayers(placed, plot, language),
        ...plotAxes(plot, { unit, above: unitRise(flags, unit, left) }),
        ...alarmLayers(placed, plot),
        ...flagLayers(flags, height),
        ...labelLayers(alarmLabels(placed, plot, language, ruleBoxes(flags, height))),
      ],
      height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: bottomOf(plot),
    },
  );
}

function statusOf(upper: number | null, provisional: boolean | undefined): Text {
  if (upper === null) return trendWords.notEvaluated;
  return provisional ? words.provisional : { nl: '', fr: '', de: '', en: '' };
}
