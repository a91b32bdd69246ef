import type { Language, Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions, ChartTable } from '../chart.ts';
import { chart, isNarrow, type KeyEntry, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { type Channel, field, type Layers, type MarkLook, mark, rimmed, when } from './marks.ts';
import { type PeriodAxis, periodAxis } from './period-axis.ts';
import { type Box, labelLayers, type PlacedLabel } from './place-labels.ts';
import { linearAxis, logAxis, type Scale, shareOn, type ValueAxis, valueAt } from './value-axis.ts';

/** Words that stand above a vertical rule of a chart over time. */
interface Flag {
  /** Pixels from the left of the drawing area. */
  readonly x: number;
  readonly words: string;
  readonly kind: 'declared' | 'suggested' | 'start';
}

/** A flag with its lines and the place it was given. */
interface PlacedFlag extends Flag {
  readonly lines: readonly string[];
  /** Rows above the drawing area, from zero. */
  readonly row: number;
  readonly side: 'left' | 'right';
  readonly from: number;
  readonly to: number;
}

/** Flags placed, and the pixels that they take above the drawing area. */
interface Flags {
  readonly placed: readonly PlacedFlag[];
  readonly height: number;
}

/** Letter size of flags, and pixels of one of their rows. */
const flagSize = 11;
const flagRow = 14;

function candidate(flag: Flag, lines: readonly string[], row: number, side: 'left' | 'right') {
  const wide = Math.max(...lines.map((line) => widthOf(line, flagSize))) + 4;
  const [from, to] = side === 'right' ? [flag.x, flag.x + 5 + wide] : [flag.x - 5 - wide, flag.x];
  return { ...flag, lines, row, side, from, to };
}

/** Whether two flags stand in each other's way: words on words, or a rule through words. */
function collide(a: PlacedFlag, b: PlacedFlag, mayCross: boolean): boolean {
  const top = (flag: PlacedFlag) => flag.row + flag.lines.length;
  const words = a.from < b.to && b.from < a.to && a.row < top(b) && b.row < top(a);
  const crosses = (rule: PlacedFlag, over: PlacedFlag) =>
    rule.x > over.from - 3 && rule.x < over.to + 3 && rule !== over && top(rule) > over.row;
  const apart = Math.abs(a.x - b.x) > 0.5;
  return words || (!mayCross && apart && (crosses(a, b) || crosses(b, a)));
}

/** Places flags in an order, each as low as it can; null where one finds no place. */
function inTurn(
  flags: readonly Candidates[],
  rows: number,
  mayCross: boolean,
): readonly PlacedFlag[] | null {
  const placed: PlacedFlag[] = [];
  for (const { sides } of flags) {
    const all = Array.from({ length: rows }, (_, row) => sides.map((one) => ({ ...one, row })));
    const free = all.flat().find((one) => !placed.some((other) => collide(one, other, mayCross)));
    if (!free) return null;
    placed.push(free);
  }
  return placed;
}

interface Candidates {
  readonly x: number;
  readonly sides: readonly PlacedFlag[];
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** The sides of a rule on which words find room, broken into lines of at most `most` pixels. */
function candidatesFor(flag: Flag, room: Room, most: number): Candidates {
  const sides = (['right', 'left'] as const).map((side) => {
    const free = side === 'right' ? room.width + room.right - flag.x : flag.x + room.left;
    const lines = breakLines(flag.words, Math.min(most, free - 9), flagSize);
    return candidate(flag, lines, 0, side);
  });
  const inside = sides.filter(
    ({ from, to }) => from >= -room.left && to <= room.width + room.right,
  );
  const fewest = Math.min(...inside.map(({ lines }) => lines.length));
  const flat = inside.filter(({ lines }) => lines.length <= fewest + 1);
  return { x: flag.x, sides: flat.length > 0 ? flat : sides };
}

/**
 * Gives each flag the lowest row and the side of its rule where it covers no other, within the drawing area and
 * its margins; lines grow shorter until they do. Where nothing keeps every rule out of every other's words, words
 * stand on rules.
 */
export function placeFlags(flags: readonly Flag[], room: Room): Flags {
  const rows = flags.reduce((sum, { words }) => sum + 1 + Math.ceil(words.length / 8), 4);
  let placed: readonly PlacedFlag[] | null = null;
  for (const most of [230, 160, 120, 90, 60]) {
    const wanted = flags.map((flag) => candidatesFor(flag, room, most));
    const found = ordersOf(wanted)
      .map((order) => inTurn(order, rows, false))
      .filter((one) => one !== null)
      .sort((a, b) => rowsOf(a) - rowsOf(b));
    placed = found[0] ?? null;
    if (placed) break;
  }
  placed ??=
    inTurn(
      flags.map((flag) => candidatesFor(flag, room, 160)),
      rows,
      true,
    ) ?? [];
  const taken = rowsOf(placed);
  return { placed, height: taken > 0 ? taken * flagRow + 6 : 0 };
}

/**
 * Orders in which to place flags: from the right; all that can hang right, then the rest; all that can hang left, then
 * the rest. A flag that hangs right never has a rule from further left through its words.
 */
function ordersOf(wanted: readonly Candidates[]): readonly (readonly Candidates[])[] {
  const back = [...wanted].sort((a, b) => b.x - a.x);
  const forth = [...back].reverse();
  const hanging = (side: PlacedFlag['side'], order: readonly Candidates[]) =>
    order.flatMap(({ x, sides }) => {
      const own = sides.filter((one) => one.side === side);
      return own.length > 0 ? [{ x, sides: own }] : [];
    });
  const without = (side: PlacedFlag['side'], order: readonly Candidates[]) =>
    order.filter(({ sides }) => sides.every((one) => one.side !== side));
  return [
    back,
    [...hanging('right', back), ...without('right', forth)],
    [...hanging('left', forth), ...without('left', back)],
  ];
}

function rowsOf(placed: readonly PlacedFlag[]): number {
  return Math.max(0, ...placed.map(({ row, lines }) => row + lines.length));
}

/** Pixels by which the name of the unit must rise so that no flag stands on it. */
function unitRise({ placed, height }: Flags, unit: string, left: number): number {
  const end = widthOf(unit, 12) + 6 - left;
  return placed.some(({ row, from, x }) => (row === 0 && from < end) || x < end) ? height : 0;
}

/** Pixels above a drawing area that flags and the name of the unit take. */
function topOf(flags: Flags, unit: string, left: number): number {
  const named = unit === '' ? 0 : unitRise(flags, unit, left) + 30;
  return Math.max(16, flags.height + 8, named);
}

/** The rules of flags as areas that words keep off. */
function ruleBoxes({ placed }: Flags, height: number): readonly Box[] {
  return placed.map(({ x }) => ({ left: x - 1, right: x + 1, top: 0, bottom: height }));
}

const dashes = { declared: {}, suggested: { strokeDash: [5, 3] }, start: { strokeDash: [1, 3] } };

/** Layers that draw rules and their words; a declared break is solid, a suggested one dashed. */
function flagLayers({ placed }: Flags, height: number): Layers {
  const values = placed.map(({ x, row, lines, side, kind }) => ({
    x,
    top: -4 - (row + lines.length) * flagRow + 2,
    bottom: height,
    y: -4 - (row + lines.length - 1) * flagRow - flagRow / 2,
    wordsX: x + (side === 'right' ? 5 : -5),
    lines,
    side,
    kind,
    colour: kind === 'suggested' ? palette.undecidedInk : palette.ink,
  }));
  const rule = (kind: Flag['kind']) => {
    const own = values.filter((one) => one.kind === kind);
    const strokeWidth = kind === 'declared' ? 1.5 : 1.2;
    const place = { x: 'x', y: 'top', y2: 'bottom' };
    return mark('rule', own, { ...place, strokeWidth, color: field('colour'), ...dashes[kind] });
  };
  return [
    ...(['declared', 'suggested', 'start'] as const).map(rule),
    ...rimmed(values, {
      ...{ x: 'wordsX', y: 'y', text: 'lines', fontSize: flagSize, lineHeight: flagRow },
      align: when('side === "right"', 'left', 'right'),
      color: field('colour'),
    }),
  ];
}

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
interface Composition extends Omit<Parameters<typeof linearAxis>[1], 'language'> {
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
