import { InputError, inFour, type Shape, shape, takes } from '@samenbeeld/schema';
import { DirectedGraph } from 'graphology';
import { type Amount, fromCents, toCents } from '../amount/cents.ts';
import { countOf } from '../screens/limits.ts';
import { dayOf } from '../transactions/day-of.ts';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';

/** An account in a graph: how many different accounts pay it, and how many it pays, in all transactions. */
export interface AccountNode {
  readonly payers: number;
  readonly payees: number;
}

/** All payments from one account to another, together. */
export interface PaymentEdge {
  readonly transactions: number;
  readonly amount: number;
  /** Days of the first and the last. */
  readonly first: string;
  readonly last: string;
}

/** Accounts by number ("n17"), never by pseudonym, and the payments between them. */
export type PaymentGraph = DirectedGraph<AccountNode, PaymentEdge>;

export interface GraphOptions {
  /** Pairs whose payments add up to less are left out; 0. */
  readonly least?: Amount;
  /** Most edges; 100,000. A larger graph is refused, since neither a person nor Gephi could read it. */
  readonly edges?: number;
}

/**
 * Transactions as a directed graph of graphology, with the payments of each pair of accounts added up.
 *
 * For structure: who deals with whom, components, degrees; write it with `toGraphml` or `toGexf` for Gephi. Nodes are numbers
 * that mean something only beside the table of accounts, and no node says whether a screen named it. Cash and payments to
 * oneself have no edge.
 *
 * @throws InputError for more edges than allowed
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { loadTransactions, toGraph } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = ['01', '02'].map((day) => ({ tx: day, at: `2024-03-${day}`, sender: 'a1', receiver: 'b1', cents: 5000 }));
 * const graph = await toGraph(await loadTransactions(engine, paid));
 * graph.getEdgeAttributes('n0', 'n1') // => { transactions: 2, amount: 100, first: '2024-03-01', last: '2024-03-02' }
 * await engine.close();
 * ```
 */
export async function toGraph(
  transactions: Transactions,
  options: GraphOptions = {},
): Promise<PaymentGraph> {
  takes(
    'toGraph',
    ['transactions', transactions, transactionsShape],
    ['options', options, shape.options],
  );
  const { engine, table, accounts } = transactions;
  const least = toCents(options.least ?? 0, '`least`');
  const most = countOf(options.edges ?? 100_000, 1, 'edges');
  const edges = `select sender, receiver, count(*) as transactions, sum(cents) as cents, min(ms) as first, max(ms) as last
    from ${table} where sender <> receiver group by sender, receiver having sum(cents) >= ${least}`;
  const [counted] = await engine.rows<{ n: number }>(`select count(*) as n from (${edges})`);
  if ((counted?.n ?? 0) > most)
    throw new InputError(
      inFour(
        'de graaf heeft {n} verbindingen, meer dan {most}',
        'le graphe a {n} liens, plus que {most}',
        'der Graph hat {n} Kanten, mehr als {most}',
        'the graph has {n} edges, more than {most}',
        { n: String(counted?.n), most: String(most) },
      ),
      inFour(
        'verhoog `least`, laad minder dagen, of verhoog `edges`',
        'relevez `least`, chargez moins de jours, ou relevez `edges`',
        '`least` erhöhen, weniger Tage laden oder `edges` erhöhen',
        'raise `least`, load fewer days, or raise `edges`',
      ),
    );
  const graph: PaymentGraph = new DirectedGraph();
  const rows = await engine.rows<{
    sender: number;
    receiver: number;
    transactions: number;
    cents: number;
    first: number;
    last: number;
  }>(`${edges} order by sender, receiver`);
  const nodes = await engine.rows<{ n: number; payers: number; payees: number }>(
    `select n, payers, payees from ${accounts}
     where n in (select sender from (${edges}) union select receiver from (${edges})) order by n`,
  );
  for (const { n, payers, payees } of nodes) graph.addNode(`n${n}`, { payers, payees });
  // Keys of their own: those that graphology draws differ from run to run.
  for (const [at, { sender, receiver, transactions, cents, first, last }] of rows.entries())
    graph.addDirectedEdgeWithKey(`e${at}`, `n${sender}`, `n${receiver}`, {
      transactions,
      amount: fromCents(cents),
      first: dayOf(first),
      last: dayOf(last),
    });
  return graph;
}

export const paymentGraphShape: Shape = shape.made(
  inFour(
    'een graaf van betalingen',
    'un graphe de paiements',
    'ein Graph von Zahlungen',
    'a payment graph',
  ),
  inFour(
    'geef wat `toGraph` geeft',
    'donnez ce que donne `toGraph`',
    'übergeben, was `toGraph` gibt',
    'pass what `toGraph` gives',
  ),
  'forEachNode',
  'forEachEdge',
);
