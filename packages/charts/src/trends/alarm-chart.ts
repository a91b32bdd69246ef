import { figure, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import { type DeclaredBreak, declaredBreaks } from '../drawing/breaks.ts';
import { hatching } from '../drawing/hatching.ts';
import { field, mark } from '../drawing/marks.ts';
import { inOrder, withRuns } from '../drawing/period-values.ts';
import { along, type PlacedLabel, placeLabels } from '../drawing/place-labels.ts';
import {
  type Mark,
  type Plot,
  pixelsPerPeriod,
  pixelX,
  pixelY,
  placesOf,
  plot,
  scaled,
} from '../drawing/plot.ts';
import { fill } from '../drawing/sentences.ts';
import { widthOf } from '../lines.ts';
import { periodWords, printNumber } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

type Placed = Omit<AlarmPoint, 'count' | 'expected' | 'upper'> &
  Readonly<Record<'count' | 'expected' | 'upper', number | null>> & { readonly at: number };

/** Stretches of periods that were not evaluated, or have no count. */
function skippedIn(points: readonly Placed[], { across }: Plot) {
  const stretches: { from: number; to: number }[] = [];
  const examined = new Set(
    points.filter(({ count, upper }) => count !== null && upper !== null).map(({ at }) => at),
  );
  for (let from = across.from; from < across.to; from += 1) {
    const last = stretches.at(-1);
    if (examined.has(from + 0.5)) continue;
    if (last && last.to === from) last.to = from + 1;
    else stretches.push({ from, to: from + 1 });
  }
  return stretches;
}

/** What was not evaluated, hatched below the axes. */
function skipped(points: readonly Placed[]): Mark {
  return {
    says: (plot) => (skippedIn(points, plot).length > 0 ? skippedMark : null),
    depth: 'ground',
    draw: (plot) => {
      const { height, language } = plot;
      const stretches = skippedIn(points, plot).map(({ from, to }) => ({
        from: pixelX(plot, from),
        to: pixelX(plot, to),
      }));
      const rings = stretches.map(({ from, to }) => {
        return [
          [from, 0],
          [to, 0],
          [to, height],
          [from, height],
        ] as const;
      });
      const stripes = hatching(rings, 9).map(([[x, y], [x2, y2]]) => ({ x, y, x2, y2 }));
      const name = words.notEvaluated[language];
      const named = stretches
        .filter(({ from, to }) => to - from > widthOf(name, 11) + 12)
        .map(({ from, to }) => ({ x: (from + to) / 2, name }));
      const ends = { x: 'x', y: 'y', x2: 'x2', y2: 'y2' };
      const look = { fontSize: 11, fontStyle: 'italic', color: palette.grey } as const;
      return [
        mark('rect', stretches, { x: 'from', x2: 'to', y: 0, y2: height, color: palette.pale }),
        mark('rule', stripes, { ...ends, color: palette.rule, strokeWidth: 1 }),
        mark('text', named, { x: 'x', y: 10, text: 'name', ...look }),
      ];
    },
  };
}

/** Whether bars are wide enough for an outline; otherwise what is provisional is pale. */
function hasOutlines(plot: Plot): boolean {
  return pixelsPerPeriod(plot) > 4;
}

/** Steps of a level over its whole periods; a gap where it is unknown. */
function stepsOf(points: readonly Placed[], level: 'expected' | 'upper') {
  return withRuns(points.map((point) => ({ at: point.at, value: point[level] }))).flatMap(
    ({ at, value, run }) => [
      { at: at - 0.5, value, run, order: 2 * at },
      { at: at + 0.5, value, run, order: 2 * at + 1 },
    ],
  );
}

/** A bar for each count, hollow where provisional. */
function bars(points: readonly Placed[]): Mark {
  const values = points.flatMap(({ at, count, alarm, provisional = false }) => {
    const colour = alarm ? palette.undecided : '#7fb8d8';
    return count === null ? [] : [{ at, count, colour, provisional }];
  });
  return scaled('bar', values, (plot) => {
    const [isWide, pixels] = [hasOutlines(plot), pixelsPerPeriod(plot)];
    const pale = isWide ? palette.paper : '#d3e6f1';
    return {
      ...{ y: 'count', y2: { datum: 0 }, orient: 'vertical', stroke: field('colour') },
      width: isWide ? pixels * 0.72 : Math.max(0.6, pixels),
      strokeWidth: isWide ? 1 : 0,
      fill: { expr: `datum.provisional ? "${pale}" : datum.colour` },
    };
  });
}

function triangles(points: readonly Placed[]): Mark {
  const alarms = points.filter(({ alarm, count }) => alarm && count !== null);
  const look = { fill: palette.undecided, stroke: palette.paper, strokeWidth: 1, filled: false };
  const shape = { shape: 'triangle-down', size: 90, yOffset: -9 };
  return scaled('point', alarms, { y: 'count', ...shape, ...look });
}

/** How many alarms are drawn: none, one, or several. */
const alarmTitles: readonly [Text, Text, Text] = [
  {
    nl: 'Geen enkele telling boven de grens',
    fr: 'Aucun chiffre au-dessus de la borne',
    de: 'Keine Zahl über der Grenze',
    en: 'No count above the bound',
  },
  {
    nl: '1 telling boven de grens',
    fr: '1 chiffre au-dessus de la borne',
    de: '1 Zahl über der Grenze',
    en: '1 count above the bound',
  },
  {
    nl: '{n} tellingen boven de grens',
    fr: '{n} chiffres au-dessus de la borne',
    de: '{n} Zahlen über der Grenze',
    en: '{n} counts above the bound',
  },
];

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

const bound: Text = {
  nl: 'bovengrens',
  fr: 'borne supérieure',
  de: 'Obergrenze',
  en: 'upper bound',
};

const expectation: Text = { nl: 'verwacht', fr: 'attendu', de: 'erwartet', en: 'expected' };

/** The counts of alarms, the highest first, then the names of both lines where they have room. */
function alarmLabels(points: readonly Placed[], plot: Plot): readonly PlacedLabel[] {
  const { language, taken } = plot;
  const half = pixelsPerPeriod(plot) / 2;
  const bars = points.flatMap(({ at, count, alarm }) =>
    count === null ? [] : [{ count, alarm, x: pixelX(plot, at), y: pixelY(plot, count) }],
  );
  const alarms = bars.filter(({ alarm }) => alarm).sort((a, b) => b.count - a.count);
  const boxes = [
    ...alarms.map(({ x, y }) => {
      return { left: x - 6, right: x + 6, top: y - 17, bottom: pixelY(plot, 0) };
    }),
    ...bars.map(({ x, y }) => {
      return { left: x - half, right: x + half, top: y, bottom: plot.height };
    }),
  ];
  const curve = (level: 'expected' | 'upper') =>
    placesOf(plot, withRuns(points.map((point) => ({ at: point.at, value: point[level] }))));
  const [expected, upper] = [curve('expected'), curve('upper')];
  return placeLabels(
    [
      ...alarms.map(({ count, x, y }) => {
        return { words: figure(count, language), at: [{ x, y: y - 12 }], bold: true };
      }),
      { words: bound[language], at: everyTenth(upper) },
      { words: expectation[language], at: everyTenth(expected) },
    ],
    [...taken, ...boxes, ...along(expected, 2), ...along(upper, 2)],
    { left: 0, right: plot.width + 10, top: -8, bottom: plot.height },
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
 * alarmChart([{ period: '2024-W05', count: 9, expected: 3.1, upper: 7.2, alarm: true }], { language: 'en' }).table.rows // => [['week 5 of 2024', 9, 3.1, 7.2, 'yes', '']]
 * ```
 */
export function alarmChart(points: readonly AlarmPoint[], options: AlarmChartOptions): Chart {
  const { language, falseAlarms } = options;
  const placed = inOrder(points, 'count', 'expected', 'upper');
  const alarms = placed.filter(({ alarm }) => alarm).length;
  const line = { run: 'run', order: 'order', color: palette.ink };
  const dashed = { color: palette.grey, strokeDash: [4, 2] };
  const usual = { run: 'run', color: '#e9e4d8', opacity: 0.6 };
  const isProvisional = placed.some(({ provisional }) => provisional);
  return plot(options, {
    title: fill(alarmTitles[Math.min(alarms, 2) as 0 | 1 | 2], { n: () => String(alarms) }),
    unit: axisUnit(options.unit, language),
    marks: [
      {
        periods: placed.map(({ period }) => period),
        reach: placed.flatMap(({ count, expected, upper }) => [count, expected, upper]),
        says: marks,
      },
      bars(placed),
      scaled('line', stepsOf(placed, 'expected'), { ...line, strokeWidth: 1.5 }),
      scaled('line', stepsOf(placed, 'upper'), { ...line, ...dashed, strokeWidth: 1.2 }),
      {
        ...triangles(placed),
        says: alarms > 0 ? alarmMark : null,
        reach: placed.map(({ count, alarm }) => (alarm ? count : null)),
        above: 22,
      },
      skipped(placed),
      scaled('area', stepsOf(placed, 'upper'), { y2: { datum: 0 }, ...usual }, 'ground'),
      { words: (plot) => ({ labels: alarmLabels(placed, plot) }) },
      isProvisional && { says: (plot) => (hasOutlines(plot) ? hollowBar : paleBar) },
      declaredBreaks(options.breaks),
      falseAlarms !== undefined &&
        fill(byChance, { n: (one) => printNumber(Number(falseAlarms.toPrecision(2)), one, 4) }),
    ],
    table: tableOf(placed, language, [
      [words.period, ({ period }) => periodWords(period, language)],
      [words.count, ({ count }) => count],
      [words.expected, ({ expected }) => expected],
      [words.upperBound, ({ upper }) => upper],
      [words.alarm, ({ alarm }) => (alarm ? words.yes : '')],
      [words.status, statusOf],
    ]),
  });
}

function statusOf({ count, upper, provisional }: Placed): Text | string {
  if (count === null || upper === null) return words.notEvaluated;
  return provisional ? words.provisional : '';
}
