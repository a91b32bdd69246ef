import type { Text } from '@samenbeeld/schema';
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartTable } from './chart.ts';
import { field, type Layers, mark } from './drawing/marks.ts';
import { sentences } from './drawing/sentences.ts';
import { breakLines, widthOf } from './lines.ts';
import { numberLocale } from './numbers.ts';
import { letters, palette } from './palette.ts';

/** A sign and what it stands for. */
export interface LegendEntry {
  readonly words: string;
  readonly shape: string;
  readonly color: string;
  readonly fill: string;
}

/** Pixels that a legend takes above its chart. */
function legendHeight(entries: readonly LegendEntry[], width: number): number {
  const last = placed(entries, width).at(-1);
  return last ? last.y + 22 : 0;
}

function placed(entries: readonly LegendEntry[], width: number) {
  let [x, y] = [0, 0];
  return entries.map((entry) => {
    const needed = 18 + widthOf(entry.words, 12) + 14;
    if (x > 0 && x + needed - 14 > width) [x, y] = [0, y + 19];
    const at = { ...entry, x, y };
    x += needed;
    return at;
  });
}

/** Layers that draw a legend above a chart whose drawing area starts `left` pixels from its edge. */
function legendLayers(entries: readonly LegendEntry[], width: number, left: number): Layers {
  if (entries.length === 0) return [];
  const height = legendHeight(entries, width);
  const values = placed(entries, width).map((entry) => ({
    ...entry,
    x: entry.x - left + 6,
    wordsX: entry.x - left + 18,
    y: entry.y - height + 8,
  }));
  const look = { size: 90, filled: false, strokeWidth: 1.5, stroke: field('color') };
  return [
    mark('point', values, { x: 'x', y: 'y', shape: field('shape'), fill: field('fill'), ...look }),
    mark('text', values, { x: 'wordsX', y: 'y', text: 'words', align: 'left' }),
  ];
}

/** A numbered or lettered line below a chart, for words that found no room in it. */
export interface KeyEntry {
  readonly sign: string;
  readonly words: string;
}

const lineHeight = 16;

/** Room for the longest sign. */
function indentOf(key: readonly KeyEntry[]): number {
  // Bold, and as wide as the widest of usual letters.
  return Math.max(20, ...key.map(({ sign }) => widthOf(sign, 15) + 8));
}

function linesOf(key: readonly KeyEntry[], width: number) {
  const indent = indentOf(key);
  return key.map(({ sign, words }) => ({ sign, lines: breakLines(words, width - indent - 4, 12) }));
}

/** Pixels that a key takes below a chart. */
function keyHeight(key: readonly KeyEntry[], width: number): number {
  const lines = linesOf(key, width).reduce((sum, one) => sum + one.lines.length, 0);
  return lines > 0 ? lines * lineHeight + 12 : 0;
}

/** Layers that draw a key from `top` down, at the left edge of the whole chart. */
function keyLayers(
  key: readonly KeyEntry[],
  place: { readonly left: number; readonly top: number; readonly width: number },
): Layers {
  if (key.length === 0) return [];
  let y = place.top + 10;
  const values = linesOf(key, place.width).map((entry) => {
    const at = { ...entry, y };
    y += entry.lines.length * lineHeight;
    return at;
  });
  const look = { y: 'y', align: 'left' } as const;
  return [
    mark('text', values, { ...look, x: 0 - place.left, text: 'sign', fontWeight: 'bold' }),
    mark('text', values, { ...look, x: indentOf(key) - place.left, text: 'lines', lineHeight }),
  ];
}

/** A drawing area with everything in it placed; margins hold labels, so that nothing moves with the fonts of a machine. */
export interface Sheet {
  readonly layer: Layers;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Pixels above the drawing area and below a legend: what stands there, and 8 more. */
  readonly top?: number | undefined;
  /** Pixels below the drawing area, above a key. */
  readonly bottom?: number | undefined;
  /** Signs and what they stand for, above; and words that found no room, below. */
  readonly legend?: readonly LegendEntry[] | undefined;
  readonly key?: readonly KeyEntry[] | undefined;
}

/** What a chart says: its title, the sentences below it, and the numbers behind it. */
interface Said {
  readonly title: Text;
  readonly says: readonly (Text | false | null | undefined)[];
  readonly table: ChartTable;
}

const titleSize = 15;

/** Bold letters are wider. */
const boldness = 1.07;

/** Whole width of a chart, labels included. */
export function widthFor(options: ChartOptions): number {
  return options.width ?? 680;
}

/** Whether a chart is drawn for a phone or a column beside text. */
export function isNarrow(options: ChartOptions): boolean {
  return widthFor(options) < 500;
}

/** Panels side by side, or below each other on a narrow page, each of a width and so many pixels apart. */
interface Panels extends Omit<Sheet, 'layer'> {
  readonly panels: readonly Layers[];
  readonly width: number;
  readonly spacing: number;
}

function config(options: ChartOptions): TopLevelSpec['config'] {
  return {
    aria: false,
    locale: { number: numberLocale(options.language) },
    background: 'transparent',
    font: letters,
    view: { stroke: null },
    title: {
      fontSize: titleSize,
      fontWeight: 'bold',
      lineHeight: titleSize + 4,
      color: palette.ink,
    },
    axis: {
      domain: false,
      ticks: false,
      grid: false,
      labelColor: palette.grey,
      labelFontSize: 12,
      titleColor: palette.grey,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      gridColor: palette.rule,
    },
    text: { color: palette.ink, fontSize: 12 },
    legend: { disable: true },
  };
}

/** A chart with title, caption and data table around a drawing area or several. */
export function chart(options: ChartOptions, sheet: (Sheet | Panels) & Said): Chart {
  const width = widthFor(options);
  const title = (options.title ?? sheet.title)[options.language];
  const caption = (options.caption ?? sentences(...sheet.says))[options.language];
  const lines = options.untitled ? [] : breakLines(title, width - 8, titleSize * boldness);
  const { left, right, bottom = 8, legend = [], key = [] } = sheet;
  const above = (sheet.top ?? 8) + legendHeight(legend, width);
  const top = above + (lines.length > 0 ? lines.length * (titleSize + 4) + 10 : 0);
  const common = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${title}. ${caption}`,
    autosize: { type: 'none' as const },
    padding: { left, right, top, bottom: bottom + keyHeight(key, width) },
    ...(lines.length > 0 && {
      title: {
        text: [...lines],
        anchor: 'start' as const,
        frame: 'group' as const,
        dx: 0 - left,
        offset: 12,
      },
    }),
    config: config(options) ?? {},
  };
  return { spec: { ...common, ...body(options, sheet) }, title, caption, table: sheet.table };
}

/** Layers that draw something: of an empty one only the axes are seen. */
function drawnOf(layers: Layers): Layers {
  return layers.filter((layer) => {
    const { data, encoding = {} } = layer as {
      readonly data: { readonly values: readonly unknown[] };
      readonly encoding?: Readonly<Record<string, { readonly axis?: unknown }>>;
    };
    return data.values.length > 0 || Object.values(encoding).some(({ axis }) => Boolean(axis));
  });
}

function body(options: ChartOptions, sheet: Sheet | Panels) {
  const { height } = sheet;
  if ('layer' in sheet) {
    const { left, right, bottom = 8, legend = [], key = [] } = sheet;
    const width = widthFor(options);
    const layer = [
      ...sheet.layer,
      ...keyLayers(key, { left, top: height + bottom, width }),
      ...legendLayers(legend, width, left),
    ];
    return { width: width - left - right, height, layer: drawnOf(layer) };
  }
  const panels = sheet.panels.map((layer) => ({
    ...{ width: sheet.width, height },
    layer: drawnOf(layer),
  }));
  const narrow = isNarrow(options);
  const between = sheet.spacing * (panels.length - 1);
  const size = {
    width: sheet.width * (narrow ? 1 : panels.length) + (narrow ? 0 : between),
    height: height * (narrow ? panels.length : 1) + (narrow ? between : 0),
  };
  const layout = {
    // A concatenation has no size of its own; these are the signals that give the drawing one.
    params: [
      { name: 'width', value: size.width },
      { name: 'height', value: size.height },
    ],
    spacing: sheet.spacing,
    bounds: 'flush' as const,
  };
  return narrow ? { ...layout, vconcat: panels } : { ...layout, hconcat: panels };
}
