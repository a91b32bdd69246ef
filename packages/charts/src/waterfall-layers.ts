import type { Layers } from './frame.ts';
import type { OddsTick } from './odds-ticks.ts';
import { palette } from './palette.ts';

/** Upright lines of a pixel: a rule without an encoding is not drawn. */
function uprightLines(
  values: readonly { readonly x: number; readonly y: number; readonly y2: number }[],
  color: string,
): Layers[number] {
  return {
    data: { values: values.map((line) => ({ ...line, left: line.x - 0.5, right: line.x + 0.5 })) },
    mark: {
      type: 'rect',
      x: { expr: 'datum.left' },
      x2: { expr: 'datum.right' },
      y: { expr: 'datum.y' },
      y2: { expr: 'datum.y2' },
      fill: color,
      opacity: 1,
    },
    encoding: {},
  };
}

/** Bars with an arrow head at the end to which they lead. */
function arrowBars(values: readonly object[], dash: number[] | null): Layers {
  const datum = (field: string) => ({ expr: `datum.${field}` });
  return [
    {
      data: { values: [...values] },
      mark: {
        type: 'rect',
        x: datum('left'),
        x2: datum('right'),
        y: datum('top'),
        y2: datum('bottom'),
        fill: datum('fill'),
        stroke: datum('color'),
        strokeWidth: 1,
        ...(dash && { strokeDash: dash }),
        opacity: 1,
      },
      encoding: {},
    },
    {
      data: { values: [...values] },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: datum('shape'),
        size: 130,
        filled: true,
        color: datum('color'),
        opacity: 1,
      },
    },
  ];
}

/** A step as it is drawn. */
export interface WaterfallRow {
  readonly at: number;
  readonly kind: 'start' | 'reason' | 'rarity' | 'end';
  readonly label: string[];
  readonly labelY: number;
  /** Middle of the bar, and of the next one. */
  readonly y: number;
  readonly next: number | null;
  readonly from: number;
  readonly to: number;
  readonly withheld: boolean;
  readonly factor: string;
  readonly probability: string;
}

/** The room there is. */
export interface WaterfallRoom {
  readonly width: number;
  readonly height: number;
  readonly domain: readonly [number, number];
  readonly narrow: boolean;
  readonly ticks: readonly OddsTick[];
  /** Above the column of probabilities. */
  readonly heading: string;
}

const half = 7;

/** Whether a step is where the steps begin or end, and no step itself. */
export function isSum({ kind }: Pick<WaterfallRow, 'kind'>): boolean {
  return kind === 'start' || kind === 'end';
}

/** The marks of a waterfall; every place is in pixels, so that nothing moves with the fonts of a machine. */
export function waterfallLayers(rows: readonly WaterfallRow[], room: WaterfallRoom): Layers {
  const { width, height, domain, narrow, ticks } = room;
  const [low, high] = domain;
  const pixel = (at: number): number => Math.round(((at - low) / (high - low)) * width * 100) / 100;
  const even = pixel(0);
  const placed = rows.map((row) => {
    const [x, x2] = [pixel(row.from), pixel(row.to)];
    const isFor = row.to >= row.from;
    const stands = isSum(row);
    const color = stands ? palette.ink : isFor ? palette.reported : palette.undecided;
    return {
      ...row,
      x,
      x2,
      left: Math.min(x, x2),
      right: Math.max(x, x2),
      top: row.y - half,
      bottom: row.y + half,
      color,
      fill: row.withheld ? palette.paper : color,
      shape: stands ? 'diamond' : isFor ? 'triangle-right' : 'triangle-left',
      weight: stands ? 'bold' : 'normal',
      style: row.withheld ? 'italic' : 'normal',
      dash: row.withheld ? [3, 2] : [1, 0],
    };
  });
  const bars = placed.filter((row) => !isSum(row) && row.from !== row.to);
  const nothing = placed.filter((row) => !isSum(row) && row.from === row.to);
  const sums = placed.filter(isSum);
  const steps = placed.flatMap(({ x2, y, next }) =>
    next === null ? [] : [{ x: x2, y, y2: next }],
  );
  const marks = ticks.map(({ at, label }) => ({ x: pixel(at), label }));
  // On a narrow page words stand above each bar: no line crosses them.
  const upright = (x: number) =>
    narrow
      ? placed.map(({ y }) => ({ x, y: y - half - 3, y2: y + half + 3 }))
      : [{ x, y: 0, y2: height }];
  const datum = (field: string) => ({ expr: `datum.${field}` });
  const margin = narrow ? 112 : 134;
  const parts: Layers = [
    uprightLines(
      marks.flatMap(({ x }) => upright(x)),
      palette.rule,
    ),
    uprightLines(upright(even), palette.grey),
    {
      data: { values: marks },
      mark: {
        type: 'text',
        x: datum('x'),
        y: height + 14,
        align: 'center',
        color: palette.grey,
        fontSize: 12,
      },
      encoding: { text: { field: 'label' } },
    },
    uprightLines(narrow ? [] : steps, palette.grey),
    ...arrowBars(
      bars.filter(({ withheld }) => !withheld),
      null,
    ),
    ...arrowBars(
      bars.filter(({ withheld }) => withheld),
      [3, 2],
    ),
    {
      data: { values: nothing },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: 'circle',
        size: 30,
        filled: false,
        fill: palette.paper,
        stroke: palette.grey,
        opacity: 1,
      },
    },
    {
      data: { values: sums },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: 'diamond',
        size: 110,
        filled: true,
        color: palette.ink,
        opacity: 1,
      },
    },
    {
      data: { values: placed },
      mark: {
        type: 'text',
        x: narrow ? -4 : -10,
        y: datum('labelY'),
        align: narrow ? 'left' : 'right',
        baseline: narrow ? 'top' : 'middle',
        lineHeight: 14,
        fontWeight: datum('weight'),
        fontStyle: datum('style'),
      },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: placed },
      mark: {
        type: 'text',
        x: width + margin - 62,
        y: datum('y'),
        align: 'right',
        color: palette.grey,
      },
      encoding: { text: { field: 'factor' } },
    },
    {
      data: { values: placed },
      mark: {
        type: 'text',
        x: width + margin,
        y: datum('y'),
        align: 'right',
        fontWeight: datum('weight'),
      },
      encoding: { text: { field: 'probability' } },
    },
    {
      data: { values: [{ words: room.heading }] },
      mark: { type: 'text', x: width + margin, y: -12, align: 'right', color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
  ];
  return parts;
}
