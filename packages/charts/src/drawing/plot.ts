import type { Language, Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions, ChartTable } from '../chart.ts';
import { chart, isNarrow, widthFor } from '../frame.ts';
import { palette } from '../palette.ts';
import { type Flag, flagLayers, placeFlags, ruleBoxes, topOf, unitRise } from './flags.ts';
import type { KeyEntry } from './key.ts';
import { type Channel, type Layers, type MarkLook, mark } from './marks.ts';
import { type PeriodAxis, periodAxis } from './period-axis.ts';
import { type Box, labelLayers, type PlacedLabel } from './place-labels.ts';
import { linearAxis, logAxis, type Scale, shareOn, type ValueAxis, valueAt } from './value-axis.ts';

/** A drawing area: values over periods, or over other values. */
export interface Plot {
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  /** Pixels beside it: for the printed values, and for words at the ends of lines. */
  readonly left: number;
  readonly right: number;
  /** Pixels above it, where it is one of several below each other. */
  readonly top?: number | undefined;
  readonly across: Scale;
  /** Only over periods. */
  readonly periods: PeriodAxis | null;
  readonly up: ValueAxis;
  /** Where words cannot stand: the rules of flags. */
  readonly taken: readonly Box[];
}

/** What is drawn in a plot, with all that it brings along: its periods and values, sentence, flags and words. */
export interface Mark {
  readonly periods?: readonly string[];
  /** Values that the axis must reach, and pixels that stay free above the highest of them. */
  readonly reach?: readonly (number | null | undefined)[];
  readonly above?: number | undefined;
  /** Explains it below the chart; nothing where it is not there. */
  readonly says?: Text | null | undefined | ((plot: Plot) => Text | null | undefined);
  /** Words above the chart on rules through it. */
  readonly flags?: (plot: Plot) => readonly Flag[];
  /** Pixels that it takes between the drawing area and the names of the periods. */
  readonly below?: (plot: Plot) => number;
  /** `ground` lies below the axes, `front` on all other marks. */
  readonly depth?: 'ground' | 'front' | undefined;
  readonly draw?: (plot: Plot) => Layers;
  /** Words set where they cover nothing, and those that found no such place. */
  readonly words?: (plot: Plot) => {
    readonly labels: readonly PlacedLabel[];
    readonly key?: readonly KeyEntry[];
  };
}

/** A chart as what it is made of; a text among the marks is a sentence below the chart. */
export interface Composition extends Omit<Parameters<typeof linearAxis>[1], 'language'> {
  readonly title: Text;
  readonly marks: readonly (Mark | Text | false | null | undefined)[];
  readonly table: ChartTable | ((plot: Plot) => ChartTable);
  readonly unit?: string | undefined;
  readonly log?: boolean | undefined;
  /** The axis of values, where the marks do not tell it. */
  readonly up?: ValueAxis | undefined;
  /** The axis across and its name, where it is no axis of periods. */
  readonly over?:
    | ((width: number) => Omit<ValueAxis, 'room'> & { readonly name: string })
    | undefined;
  /** Pixels right of the drawing area. */
  readonly right?: number | undefined;
  /** Height on a page and on a narrow page. */
  readonly heights?: readonly [number, number] | undefined;
}

/** Where a period (or a value across) stands, in pixels from the left of the drawing area. */
export function pixelX({ across, width }: Plot, at: number): number {
  return shareOn(across, at) * width;
}

/** Where a value stands, in pixels from the top. */
export function pixelY({ up, height, top = 0 }: Plot, value: number): number {
  return top + height * (1 - shareOn(up, value));
}

function channelOf({ type, from, to }: Scale, field: string): Channel {
  // Without padding: vega-lite would make room for half a bar, and bars would stand beside their periods.
  const scale = { type, domain: [from, to], nice: false as const, padding: 0 as const };
  const whole = type === 'linear' ? { ...scale, zero: false as const } : scale;
  return { field, type: 'quantitative', scale: whole, axis: null };
}

export function xOf({ across }: Plot, field = 'at'): Channel {
  return channelOf(across, field);
}

export function yOf({ up }: Plot, field = 'value'): Channel {
  return channelOf(up, field);
}

/** Points in pixels. */
export function placesOf(
  plot: Plot,
  points: readonly { readonly at: number; readonly value: number }[],
): readonly { readonly x: number; readonly y: number }[] {
  return points.map(({ at, value }) => ({ x: pixelX(plot, at), y: pixelY(plot, value) }));
}

/** How a mark looks in a plot, whose places are fields on both scales: `at` and `value` where they are not named. */
type ScaledLook = MarkLook & { readonly x?: string; readonly y?: string };

/** A mark on both scales of a plot. */
export function scaled(
  kind: Parameters<typeof mark>[0],
  values: readonly object[],
  look: ScaledLook | ((plot: Plot) => ScaledLook),
  depth?: Mark['depth'],
): Mark {
  const draw = (plot: Plot) => {
    const { x = 'at', y = 'value', ...rest } = typeof look === 'function' ? look(plot) : look;
    return [mark(kind, values, { x: xOf(plot, x), y: yOf(plot, y), ...rest })];
  };
  return { depth, draw };
}

export function pixelsPerPeriod({ across, width }: Plot): number {
  return width / (across.to - across.from);
}

/** Printed values with their lines. */
export function upAxis(plot: Plot): Layers {
  const lines = plot.up.ticks.map(({ at, label }) => ({ label, y: pixelY(plot, at) }));
  return [
    mark('rule', lines, { x: 0, x2: plot.width, y: 'y', color: palette.rule }),
    mark('text', lines, { x: -8, y: 'y', text: 'label', align: 'right', color: palette.grey }),
  ];
}

/** Printed periods, and small ticks where years meet, so many pixels below the drawing area. */
function periodLayers(plot: Plot, below: number): Layers {
  const { height, periods } = plot;
  const { bounds = [], ticks = [] } = periods ?? {};
  const years = bounds.length < 80 ? bounds.map((at) => ({ x: pixelX(plot, at) })) : [];
  const names = ticks.map(({ at, lines }) => ({ x: pixelX(plot, at), lines }));
  const look = { text: 'lines', lineHeight: 14, color: palette.grey };
  return [
    mark('rule', years, { x: 'x', y: height, y2: height + 6, color: '#a8a49c' }),
    mark('text', names, { x: 'x', y: height + 15 + below, ...look }),
  ];
}

/** Pixels that the names of periods take. */
function periodRoom({ periods }: Plot): number {
  return periods?.ticks.some(({ lines }) => lines.length > 1) ? 38 : 24;
}

/** One line of words in the margins. */
export function marginWords(words: string, x: number, y: number, align: 'left' | 'right'): Layers {
  const look = { x, y, align, text: 'words', color: palette.grey };
  return words === '' ? [] : [mark('text', [{ words }], look)];
}

const kinds = ['declared', 'suggested', 'start'];

/** Draws marks on common axes; all margins, the caption and the key follow from them. */
export function plot(options: ChartOptions, composition: Composition): Chart {
  const { language } = options;
  const { unit = '', right = 14, heights = [280, 220] } = composition;
  const marks = composition.marks.flatMap((one): readonly Mark[] =>
    !one ? [] : 'nl' in one ? [{ says: one }] : [one],
  );
  const height = heights[isNarrow(options) ? 1 : 0];
  const up = composition.up ?? upFor(marks, height, { ...composition, language });
  const left = up.room + 14;
  const width = widthFor(options) - left - right;
  const over = composition.over?.(width);
  const codes = marks.flatMap((one) => one.periods ?? []);
  const periods = over ? null : periodAxis(codes, width, language);
  const across = over ?? periodScale(periods);
  const bare: Plot = { language, width, height, left, right, across, periods, up, taken: [] };
  // What is declared has the first choice of places.
  const wanted = marks
    .flatMap((one) => one.flags?.(bare) ?? [])
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const flags = placeFlags(wanted, { left, right, width });
  const drawn = { ...bare, taken: ruleBoxes(flags, height) };
  const words = marks.flatMap((one) => one.words?.(drawn) ?? []);
  const below = marks.reduce((sum, one) => sum + (one.below?.(bare) ?? 0), 0);
  const bottom = over ? 42 : below + periodRoom(bare);
  const layersAt = (depth: Mark['depth']): Layers =>
    marks.flatMap((one) => (one.depth === depth ? (one.draw?.(drawn) ?? []) : []));
  const { table } = composition;
  return chart(options, {
    title: composition.title,
    says: marks.map(({ says }) => (typeof says === 'function' ? says(drawn) : says)),
    table: typeof table === 'function' ? table(drawn) : table,
    layer: [
      ...layersAt('ground'),
      ...upAxis(bare),
      ...(over ? overLayers(bare, over) : periodLayers(bare, below)),
      ...marginWords(unit, -left, -14 - unitRise(flags, unit, left), 'left'),
      ...flagLayers(flags, height),
      ...layersAt(undefined),
      ...layersAt('front'),
      ...words.flatMap(({ labels }) => labelLayers(labels)),
    ],
    height,
    left,
    right,
    top: topOf(flags, unit, left),
    bottom,
    key: words.flatMap((one) => one.key ?? []),
  });
}

/** The axis of values that reaches what marks need, with the pixels that they want above it. */
function upFor(
  marks: readonly Mark[],
  height: number,
  options: Parameters<typeof linearAxis>[1] & Pick<Composition, 'log'>,
): ValueAxis {
  const axis = (values: readonly number[]) => (options.log ? logAxis : linearAxis)(values, options);
  const known = ({ reach = [] }: Mark) => reach.filter((value) => typeof value === 'number');
  const reach = marks.flatMap(known);
  const bare = axis(reach);
  const tops = marks.flatMap((one) => {
    if (one.above === undefined || known(one).length === 0) return [];
    const share =
      shareOn(
        bare,
        known(one).reduce((a, b) => Math.max(a, b)),
      ) +
      one.above / height;
    return valueAt(bare, share);
  });
  return tops.some((top) => top > bare.to) ? axis([...reach, ...tops]) : bare;
}

/** The scale of an axis of periods, each of which is one step wide. */
function periodScale(periods: PeriodAxis | null): Scale {
  return { type: 'linear', from: (periods?.first ?? 0) - 0.5, to: (periods?.last ?? 0) + 0.5 };
}

/** Printed values across, and what they are of. */
function overLayers(
  plot: Plot,
  { ticks, name }: Omit<ValueAxis, 'room'> & { readonly name: string },
) {
  const { width, height } = plot;
  const values = ticks.map(({ at, label }) => ({ x: pixelX(plot, at), label }));
  return [
    mark('text', values, { x: 'x', y: height + 14, text: 'label', color: palette.grey }),
    ...marginWords(name, width, height + 32, 'right'),
  ];
}
