import { createRequire } from 'node:module';
import { takes } from '@samenbeeld/schema';
import { type PaymentGraph, paymentGraphShape } from './to-graph.ts';

const require = createRequire(import.meta.url);

/**
 * A graph of payments as GEXF 1.3, which Gephi opens: the amount is the weight of an edge, other attributes stand beside it.
 *
 * @example
 * ```ts
 * import { DirectedGraph } from 'graphology';
 * import { toGexf } from '@samenbeeld/money';
 * const graph = new DirectedGraph();
 * graph.addNode('n0', { payers: 0, payees: 1 });
 * graph.addNode('n1', { payers: 1, payees: 0 });
 * graph.addDirectedEdge('n0', 'n1', { transactions: 2, amount: 100, first: '2024-03-01', last: '2024-03-02' });
 * toGexf(graph).includes('weight="100"') // => true
 * ```
 */
export function toGexf(graph: PaymentGraph): string {
  takes('toGexf', ['graph', graph, paymentGraphShape]);
  const { write } = require('graphology-gexf') as typeof import('graphology-gexf');
  return write(graph, {
    version: '1.3',
    formatNode: (key, { payers, payees }) => ({ label: key, attributes: { payers, payees } }),
    formatEdge: (_, { amount, transactions, first, last }) => ({
      weight: amount,
      attributes: { transactions, first, last },
    }),
  });
}
