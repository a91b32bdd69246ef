import { openEngine } from '@samenbeeld/engine';
import { generateTransactions } from '@samenbeeld/exercise';
import { loadTransactions, type PaymentGraph, toGexf, toGraph, toGraphml } from '@samenbeeld/money';
import { DirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { paid } from '../transactions/made.ts';

async function graphOf(): Promise<PaymentGraph> {
  const engine = await openEngine();
  const rows = [
    paid('1', 0, 'a1', 'b1', 12_550),
    paid('2', 30, 'a1', 'b1', 100),
    paid('3', 1, 'b1', 'a1', 1),
    paid('4', 2, 'b1', 'c1', 5000),
    paid('5', 3, null, 'a1', 99_900),
    paid('6', 4, 'c1', 'c1', 99_900),
  ];
  const graph = await toGraph(await loadTransactions(engine, rows));
  await engine.close();
  return graph;
}

const shape = (graph: { forEachEdge: PaymentGraph['forEachEdge'] }) => {
  const edges: unknown[] = [];
  graph.forEachEdge((_, { transactions, amount, first, last }, from, to) =>
    edges.push([from, to, transactions, amount, first, last]),
  );
  return edges;
};

describe('toGraph', () => {
  it('adds up the payments of each pair, without cash and payments to oneself', async () => {
    const graph = await graphOf();
    expect(shape(graph)).toEqual([
      ['n0', 'n1', 2, 126.5, '2024-01-01', '2024-01-02'],
      ['n1', 'n0', 1, 0.01, '2024-01-01', '2024-01-01'],
      ['n1', 'n2', 1, 50, '2024-01-01', '2024-01-01'],
    ]);
    expect(graph.getNodeAttributes('n1')).toEqual({ payers: 1, payees: 2 });
  });

  it('conserves every cent between accounts of a generated world', async () => {
    const { transactions } = generateTransactions(5, { persons: 200, patterns: 2 });
    const between = transactions.filter(
      ({ sender, receiver }) => sender !== null && receiver !== null && sender !== receiver,
    );
    const engine = await openEngine();
    const graph = await toGraph(await loadTransactions(engine, transactions));
    let [cents, count] = [0, 0];
    graph.forEachEdge((_, edge) => {
      cents += Math.round(edge.amount * 100);
      count += edge.transactions;
    });
    expect(count).toBe(between.length);
    expect(cents).toBe(between.reduce((sum, one) => sum + one.cents, 0));
    await engine.close();
  });

  it('refuses a graph that nobody could read', async () => {
    const engine = await openEngine();
    const data = await loadTransactions(engine, [
      paid('1', 0, 'a1', 'b1', 100),
      paid('2', 0, 'b1', 'c1', 100),
    ]);
    await expect(toGraph(data, { edges: 1 })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputError: the graph has 2 edges, more than 1. Repair: raise \`least\`, load fewer days, or raise \`edges\`]`,
    );
    expect((await toGraph(data, { least: 2 })).size).toBe(0);
    await engine.close();
  });
});

describe('toGraphml and toGexf', () => {
  it('are read back by the parsers of graphology as the same graph', async () => {
    const graph = await graphOf();
    const fromGraphml = parseGraphml(DirectedGraph, toGraphml(graph));
    expect(shape(fromGraphml as unknown as PaymentGraph)).toEqual(shape(graph));
    expect(fromGraphml.getNodeAttributes('n1')).toEqual({ payers: 1, payees: 2 });
    const fromGexf = parseGexf(DirectedGraph, toGexf(graph));
    const weights: unknown[] = [];
    fromGexf.forEachEdge((_, { weight, transactions }, from, to) =>
      weights.push([from, to, weight, transactions]),
    );
    expect(weights).toEqual([
      ['n0', 'n1', 126.5, 2],
      ['n1', 'n0', 0.01, 1],
      ['n1', 'n2', 50, 1],
    ]);
  });

  it('hold no pseudonym, and the same bytes each time', async () => {
    const [one, other] = [await graphOf(), await graphOf()];
    for (const write of [toGraphml, toGexf]) {
      expect(write(one)).toBe(write(other));
      expect(write(one)).not.toMatch(/\b(a1|b1|c1)\b/);
    }
    expect(toGraphml(one).split('\n').slice(0, 12).join('\n')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="node_payers" for="node" attr.name="payers" attr.type="int"/>
        <key id="node_payees" for="node" attr.name="payees" attr.type="int"/>
        <key id="edge_transactions" for="edge" attr.name="transactions" attr.type="int"/>
        <key id="edge_amount" for="edge" attr.name="amount" attr.type="double"/>
        <key id="edge_weight" for="edge" attr.name="weight" attr.type="double"/>
        <key id="edge_first" for="edge" attr.name="first" attr.type="string"/>
        <key id="edge_last" for="edge" attr.name="last" attr.type="string"/>
        <graph edgedefault="directed">
          <node id="n0"><data key="node_payers">1</data><data key="node_payees">1</data></node>
          <node id="n1"><data key="node_payers">1</data><data key="node_payees">2</data></node>"
    `);
  });
});
