import type { Text } from '@samenbeeld/schema';
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartTable } from './chart.ts';
import { type KeyEntry, keyHeight, keyLayers } from './drawing/key.ts';
import type { Layers } from './drawing/marks.ts';
import { sentences } from './drawing/sentences.ts';
import { type LegendEntry, legendHeight, legendLayers } from './legend.ts';
import { breakLines } from './lines.ts';
import { numberLocale } from './numbers.ts';
import { letters, palette } from './palette.ts';

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
export interface Panels extends Omit<Sheet, 'layer'> {
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
