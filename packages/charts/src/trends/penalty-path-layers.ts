import type { Language, Text } from '@samenbeeld/schema';
import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import type { ValueAxis } from '../drawing/value-axis.ts';
import type { Layers } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import type { PenaltyStep } from './penalty-path-chart.ts';
import { pathWords } from './penalty-path-words.ts';

interface PathPlot {
  readonly up: ValueAxis;
  readonly across: ValueAxis;
  readonly place: (penalty: number) => number;
  readonly span: readonly [number, number];
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly language: Language;
  /** Pixels by which the name of the unit rises over flags. */
  readonly rise: number;
  /** Where the rules of penalties stand. */
  readonly rules: readonly number[];
  readonly dot: { readonly penalty: number; readonly breaks: number } | null;
}

function words(text: Text, place: object, language: Language): Layers[number] {
  return {
    data: { values: [{ words: text[language] }] },
    mark: { type: 'text', color: palette.grey, ...place },
    encoding: { text: { field: 'words' } },
  };
}

function axes(plot: PathPlot): Layers {
  const { up, across, place, span, width, height, left, language } = plot;
  const rows = up.ticks
    .filter(({ at }) => Number.isInteger(at))
    .map(({ at, label }) => ({ y: height * (1 - at / up.to), label }));
  const ticks = across.ticks
    .filter(({ at }) => at >= span[0] && at <= span[1])
    .map(({ at, label }) => ({ x: place(at), label }))
    .filter(({ x, label }) => x + widthOf(label, 12) / 2 <= width + 12);
  const grey = palette.grey;
  return [
    {
      data: { values: rows },
      mark: { type: 'rule', x: 0, x2: width, color: palette.rule },
      encoding: { y: pixel('y') },
    },
    {
      data: { values: rows },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.y' }, color: grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: ticks },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 14, color: grey },
      encoding: { text: { field: 'label' } },
    },
    words(pathWords.penaltyScale, { align: 'right', x: width, y: height + 32 }, language),
    words(pathWords.breaks, { align: 'left', x: -left, y: -14 - plot.rise }, language),
  ];
}

/** The middle of the widest piece between rules, and its width. */
function freePiece(from: number, to: number, rules: readonly number[]) {
  const edges = [from, ...rules.filter((x) => x > from && x < to).sort((a, b) => a - b), to];
  return edges
    .slice(1)
    .map((end, index) => ({ x: (end + (edges[index] ?? 0)) / 2, room: end - (edges[index] ?? 0) }))
    .reduce((best, piece) => (piece.room > best.room ? piece : best));
}

/** The name of the stretch where no break is best, where it has room. */
function withoutName(edge: number, { width, height, language, rules }: PathPlot): Layers {
  const { x, room } = freePiece(edge, width, rules);
  const lines = [...breakLines(pathWords.none[language], room - 12, 12)];
  if (lines.some((line) => widthOf(line, 12) > room - 12)) return [];
  const look = { x, y: height / 2, lineHeight: 15, color: palette.grey };
  return rimmedText([{ lines }], 'lines', look, palette.pale);
}

/** The stretch where no break is best, shaded. */
function without(edge: number, { width, height }: PathPlot): Layers {
  return [
    {
      data: { values: [{ edge }] },
      mark: {
        type: 'rect',
        x: { expr: 'datum.edge' },
        x2: width,
        y: 0,
        y2: height,
        color: palette.pale,
      },
      encoding: {},
    },
  ];
}

/** Layers that draw a path of penalties in pixels. */
export function penaltyPathLayers(path: readonly PenaltyStep[], plot: PathPlot): Layers {
  const { up, place, width, height, dot } = plot;
  const rise = (breaks: number): number => height * (1 - breaks / up.to);
  const flats = path.map(({ breaks, from, to }) => ({
    breaks,
    from: place(from),
    to: to === null ? width : place(to),
    y: rise(breaks),
  }));
  const none = path.find(({ breaks }) => breaks === 0);
  const labels = flats
    .filter(({ breaks }) => breaks > 0)
    .map(({ breaks, from, to, y }) => ({
      ...freePiece(from, to, plot.rules),
      y: y - 10,
      words: String(breaks),
    }))
    .filter(({ room }) => room > 20);
  return [
    ...(none ? without(place(none.from), plot) : []),
    ...axes(plot),
    ...(none ? withoutName(place(none.from), plot) : []),
    {
      data: {
        values: flats.flatMap(({ from, to, y }, index) => [
          { x: from, y, order: 2 * index },
          { x: to, y, order: 2 * index + 1 },
        ]),
      },
      mark: { type: 'line', color: palette.reported, strokeWidth: 2.5 },
      encoding: {
        x: pixel('x'),
        y: pixel('y'),
        order: { field: 'order', type: 'quantitative' },
      },
    },
    {
      data: { values: labels },
      mark: {
        type: 'text',
        x: { expr: 'datum.x' },
        y: { expr: 'datum.y' },
        color: palette.reported,
        fontWeight: 'bold',
      },
      encoding: { text: { field: 'words' } },
    },
    {
      data: { values: dot ? [{ x: place(dot.penalty), y: rise(dot.breaks) }] : [] },
      mark: { type: 'point', filled: true, size: 110, opacity: 1, color: palette.ink },
      encoding: { x: pixel('x'), y: pixel('y') },
    },
  ];
}
