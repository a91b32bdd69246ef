import { InputError, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { drawable } from '../drawing/period-values.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { flowWords } from './flow-words.ts';
import { networkSheet } from './network-layers.ts';

/** A node with its place. */
export interface NetworkNode {
  readonly id: string;
  readonly label: Text;
  /** From 0 (left, top) to 1 (right, bottom). */
  readonly x: number;
  readonly y: number;
  /** Nodes of one kind have one shape and colour ("account", "company"). */
  readonly kind?: string | undefined;
}

/** A link between nodes. */
export interface NetworkLink {
  readonly from: string;
  readonly to: string;
  /** Makes it thicker. */
  readonly value?: number | undefined;
  /** Without a direction it has no arrow; it has one. */
  readonly directed?: boolean | undefined;
}

/** Options of {@link networkChart}. */
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
  const { language } = options;
  const names = new Map(nodes.map(({ id, label }) => [id, label[language]]));
  for (const { id, x, y } of nodes) for (const one of [x, y]) drawable(one, id);
  for (const { from, to } of links) {
    const missing = [from, to].find((id) => !names.has(id));
    if (missing !== undefined)
      throw new InputError(`the link from ${from} to ${to} names a node that is not there`, {
        repair: `add ${missing} to the nodes`,
      });
  }
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [flowWords.from[language], flowWords.to[language], words.value[language]],
        rows: links.map(({ from, to, value }) => [
          names.get(from) ?? from,
          names.get(to) ?? to,
          value ?? null,
        ]),
      },
    },
    networkSheet(nodes, links, options),
  );
}
