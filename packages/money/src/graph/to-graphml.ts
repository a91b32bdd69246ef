import { escapeXml, ownValue, takes } from '@samenbeeld/schema';
import { type PaymentGraph, paymentGraphShape } from './to-graph.ts';

type Kind = 'int' | 'double' | 'string';

const nodeKeys: Readonly<Record<string, Kind>> = { payers: 'int', payees: 'int' };
const edgeKeys: Readonly<Record<string, Kind>> = {
  transactions: 'int',
  amount: 'double',
  weight: 'double',
  first: 'string',
  last: 'string',
};

function keysOf(domain: 'node' | 'edge', keys: Readonly<Record<string, Kind>>): string[] {
  return Object.entries(keys).map(
    ([name, kind]) =>
      `  <key id="${domain}_${name}" for="${domain}" attr.name="${name}" attr.type="${kind}"/>`,
  );
}

function dataOf(
  domain: 'node' | 'edge',
  keys: Readonly<Record<string, Kind>>,
  values: Readonly<Record<string, unknown>>,
): string {
  return Object.keys(keys)
    .filter((name) => ownValue(values, name) !== undefined)
    .map(
      (name) => `<data key="${domain}_${name}">${escapeXml(String(ownValue(values, name)))}</data>`,
    )
    .join('');
}

/**
 * A graph of payments as GraphML, which Gephi, Cytoscape, igraph and networkx read; the amount is the weight of an edge.
 *
 * The XML of the GraphML primer (Brandes et al.): typed keys, then nodes and directed edges in the order of the graph.
 *
 * @example
 * ```ts
 * import { DirectedGraph } from 'graphology';
 * import { toGraphml } from '@samenbeeld/money';
 * const graph = new DirectedGraph();
 * graph.addNode('n0', { payers: 0, payees: 0 });
 * toGraphml(graph).includes('<node id="n0"><data key="node_payers">0</data>') // => true
 * ```
 */
export function toGraphml(graph: PaymentGraph): string {
  takes('toGraphml', ['graph', graph, paymentGraphShape]);

  const nodes = graph.mapNodes(
    (node, values) =>
      `    <node id="${escapeXml(node)}">${dataOf('node', nodeKeys, { ...values })}</node>`,
  );
  const edges = graph.mapEdges(
    (_, values, source, target) =>
      `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">${dataOf('edge', edgeKeys, { ...values, weight: values.amount })}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf('node', nodeKeys),
    ...keysOf('edge', edgeKeys),
    '  <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
