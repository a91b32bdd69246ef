import { inFour, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import type { Layers } from '../drawing/marks.ts';
import { field, mark } from '../drawing/marks.ts';
import { drawable } from '../drawing/period-values.ts';
import { along, around, labelLayers, placeLabels } from '../drawing/place-labels.ts';
import { lookOf } from '../drawing/series-look.ts';
import { chart, isNarrow, type Sheet, widthFor } from '../frame.ts';
import { palette } from '../palette.ts';
import { linkedNodes } from './flow-layout.ts';

const radius = 7;

/** Pixels above the highest node, below a legend. */
const headroom = 22;

/** Links in pixels, from rim to rim; two that run opposite each other stand a little apart. */
function placedLinks(
  links: readonly NetworkLink[],
  place: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
) {
  const most = links.reduce((sum, { value }) => Math.max(sum, value ?? 0), 0);
  return links.flatMap(({ from, to, value, directed = true }) => {
    const [a, b] = [place.get(from), place.get(to)];
    if (!a || !b) return [];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 1) return [];
    const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const isMutual = links.some((other) => other.from === to && other.to === from);
    const aside = isMutual ? 4 : 0;
    const width = most > 0 ? 1 + 4 * ((value ?? 0) / most) : 1.5;
    const head = directed ? radius + 7 : radius;
    const at = ({ x, y }: typeof a, along: number) => {
      return { x: x + dx * along - dy * aside, y: y + dy * along + dx * aside };
    };
    return [
      {
        ...{ x: at(a, radius).x, y: at(a, radius).y, x2: at(b, -head).x, y2: at(b, -head).y },
        ...{ tipX: at(b, -radius - 4).x, tipY: at(b, -radius - 4).y },
        // A triangle points up; angles run clockwise.
        angle: (Math.atan2(dy, dx) * 180) / Math.PI + 90,
        ...{ width, size: 30 + 12 * width, directed },
      },
    ];
  });
}

/** Numbers within nodes, where names find no room beside them. */
function numbersIn(placed: readonly { x: number; y: number; shape: string }[]): Layers {
  // The widest part of a triangle lies off its middle.
  const shifts: Record<string, number> = { 'triangle-up': 4, 'triangle-down': -4 };
  const values = placed.map(({ x, y, shape }, at) => {
    return { x, y: y + (shifts[shape] ?? 0), words: String(at + 1) };
  });
  const look = { text: 'words', fontSize: 9, fontWeight: 'bold', color: palette.paper } as const;
  return [mark('text', values, { x: 'x', y: 'y', ...look })];
}

function networkSheet(
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  options: NetworkChartOptions,
): Sheet {
  const { language, kinds = {} } = options;
  const narrow = isNarrow(options);
  const whole = widthFor(options);
  const [left, right] = narrow ? [24, 24] : [60, 60];
  const width = whole - left - right;
  const height = narrow ? 300 : 380;
  const order = [...Object.keys(kinds), ...nodes.map(({ kind }) => kind ?? '')];
  const looks = new Map([...new Set(order)].map((kind, at) => [kind, lookOf(at)]));
  const look = (kind = '') => looks.get(kind) ?? lookOf(0);
  const placed = nodes.map((node) => ({
    id: node.id,
    name: node.label[language],
    x: Math.max(0, Math.min(1, node.x)) * width,
    y: headroom + Math.max(0, Math.min(1, node.y)) * (height - headroom),
    ...look(node.kind),
  }));
  const lines = placedLinks(links, new Map(placed.map((node) => [node.id, node])));
  const taken = [
    ...placed.map(({ x, y }) => around(x, y, radius + 1)),
    ...lines.flatMap(({ x2, y2, ...from }) => along([from, { x: x2, y: y2 }], 2)),
  ];
  const within = { left: 2 - left, right: width + right - 2, top: 2, bottom: height + 18 };
  const wanted = placed.map(({ name, x, y }) => ({ words: name, at: [{ x, y }] }));
  const direct = placeLabels(wanted, taken, within);
  const isWhole = direct.length === wanted.length;
  const key = placed.map(({ name }, at) => ({ sign: String(at + 1), words: name }));
  const legend = Object.entries(kinds).map(([kind, label]) => ({
    words: label[language],
    ...{ shape: look(kind).shape, color: look(kind).colour, fill: look(kind).colour },
  }));
  const large = 'datum.shape === "circle" || datum.shape === "square" ? 380 : 720';
  const tips = lines.filter(({ directed }) => directed);
  const tip = { filled: true, color: '#7d786e', shape: 'triangle-up' } as const;
  const arrows = { ...tip, size: field('size'), angle: field('angle') };
  const layer: Layers = [
    mark('rule', lines, {
      ...{ x: 'x', y: 'y', x2: 'x2', y2: 'y2', color: '#a8a49c', strokeWidth: field('width') },
    }),
    mark('point', tips, { x: 'tipX', y: 'tipY', ...arrows }),
    mark('point', placed, {
      ...{ x: 'x', y: 'y', shape: field('shape'), fill: field(isWhole ? 'colour' : 'ink') },
      ...{ filled: false, stroke: palette.paper, strokeWidth: 1.5 },
      size: isWhole ? 170 : { expr: large },
    }),
    ...(isWhole ? labelLayers(direct) : numbersIn(placed)),
  ];
  return { layer, height, left, right, bottom: 24, legend, key: isWhole ? [] : key };
}

export interface NetworkNode {
  readonly id: string;
  readonly label: Text;
  /** From 0 (left, top) to 1 (right, bottom). */
  readonly x: number;
  readonly y: number;
  /** Nodes of one kind have one shape and colour ("account", "company"). */
  readonly kind?: string | undefined;
}

export interface NetworkLink {
  readonly from: string;
  readonly to: string;
  /** Makes it thicker. */
  readonly value?: number | undefined;
  /** Without a direction it has no arrow; it has one. */
  readonly directed?: boolean | undefined;
}

export interface NetworkChartOptions extends ChartOptions {
  /** Names of the kinds, in the order of the legend. */
  readonly kinds?: Readonly<Record<string, Text>> | undefined;
}

const title: Text = {
  nl: 'De verbindingen in het netwerk',
  fr: 'Les liens du réseau',
  de: 'Die Verbindungen im Netz',
  en: 'The links of the network',
};

const caption: Text = {
  nl: 'Een pijl wijst waarheen iets gaat; hoe dikker, hoe meer. De plaats van een knoop en de lengte van een lijn betekenen niets.',
  fr: 'Une flèche indique la direction\u00a0; plus elle est épaisse, plus il y en a. La place d’un nœud et la longueur d’un trait ne signifient rien.',
  de: 'Ein Pfeil zeigt, wohin etwas geht; je dicker, desto mehr. Der Ort eines Knotens und die Länge einer Linie bedeuten nichts.',
  en: 'An arrow points to where something goes; the thicker, the more. The place of a node and the length of a line mean nothing.',
};

/**
 * A small network at given places. What nodes are is told by shape and colour together; a name that finds no room
 * becomes a number with a key below.
 *
 * @throws InputError for a link to a node that is not there, or a place that is not finite
 * @example
 * ```ts
 * import { networkChart } from '@samenbeeld/charts';
 * const node = (id, x) => ({ id, label: { nl: id, fr: id, de: id, en: id }, x, y: 0.5 });
 * networkChart([node('a', 0), node('b', 1)], [{ from: 'a', to: 'b', value: 3 }], { language: 'en' }).table.rows // => [['a', 'b', 3]]
 * ```
 */
export function networkChart(
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  options: NetworkChartOptions,
): Chart {
  for (const { id, x, y } of nodes) for (const one of [x, y]) drawable(one, id);
  return chart(options, {
    title,
    says: [caption],
    table: linkedNodes(
      nodes,
      links,
      options.language,
      inFour('de verbinding', 'le lien', 'die Verbindung', 'link'),
    ).table,
    ...networkSheet(nodes, links, options),
  });
}
