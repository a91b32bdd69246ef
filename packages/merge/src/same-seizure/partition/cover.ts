import type { PossibleSeizure } from './possible-seizures.ts';

/** One way on from what is left: a seizure that takes the first record left, and what is left then. */
export interface Way {
  readonly seizure: PossibleSeizure;
  /** Place of the node that stands for what is left. */
  readonly next: number;
}

/**
 * All partitions of records, as ways through a graph: a node is a set of records left over, the last node is all of them, node
 * 0 is none. Every way leads to a node before its own, so that a sum over all partitions is one walk over the nodes.
 */
export interface PartitionCover {
  readonly nodes: readonly (readonly Way[])[];
}

/** What a cover may demand of partitions besides that each record is in one seizure. */
export interface Demand {
  /** Demands that a seizure meets, as bits. */
  met(seizure: PossibleSeizure): bigint;
  /** Demands, each with the records after which it must be met. */
  readonly due: readonly (readonly number[])[];
}

/** Ways beyond which the graph is too large. */
const mostWays = 300_000;

/** Records in an order that keeps few of them open at a time: neighbours next to each other. */
function walkOrder(size: number, seizures: readonly PossibleSeizure[]): readonly number[] {
  const near = Array.from({ length: size }, () => new Set<number>());
  for (const { members } of seizures)
    for (const i of members) for (const j of members) if (i !== j) near[i]?.add(j);
  const degree = (i: number): number => near[i]?.size ?? 0;
  const order = new Set<number>();
  const starts = Array.from({ length: size }, (_, i) => i).sort((i, j) => degree(i) - degree(j));
  for (const start of starts) {
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (order.has(at)) continue;
      order.add(at);
      queue.push(...[...(near[at] ?? [])].sort((i, j) => degree(i) - degree(j) || i - j));
    }
  }
  return [...order];
}

const nothing: Demand = { met: () => 0n, due: [] };

/**
 * The graph of all partitions into the seizures given. 'too large' where it has too many ways, 'none' where no partition
 * meets the demands.
 */
export function partitionCover(
  size: number,
  seizures: readonly PossibleSeizure[],
  { met, due }: Demand = nothing,
): PartitionCover | 'too large' | 'none' {
  const order = walkOrder(size, seizures);
  const place = new Map(order.map((i, at) => [i, at]));
  const bits = (members: readonly number[]): bigint =>
    members.reduce((sum, i) => sum | (1n << BigInt(place.get(i) ?? 0)), 0n);
  const startingAt = order.map(
    (): {
      seizure: PossibleSeizure;
      mask: bigint;
      meets: bigint;
      touches: readonly number[];
    }[] => [],
  );
  const demands = due.map(bits);
  const demandsOf = Array.from({ length: size }, (): number[] => []);
  for (const [one, some] of due.entries()) for (const i of some) demandsOf[i]?.push(one);
  const sorted = [...seizures].sort(
    (x, y) => y.members.length - x.members.length || (x.members.join() < y.members.join() ? -1 : 1),
  );
  for (const seizure of sorted) {
    const first = Math.min(...seizure.members.map((i) => place.get(i) ?? 0));
    const touches = [...new Set(seizure.members.flatMap((i) => demandsOf[i] ?? []))];
    startingAt[first]?.push({
      seizure,
      mask: bits(seizure.members),
      meets: met(seizure),
      touches,
    });
  }
  /** Of the demands that a seizure touches, those of which no record is left. */
  const dueBy = (touches: readonly number[], left: bigint): bigint =>
    touches.reduce(
      (sum, at) => (((demands[at] ?? 0n) & left) === 0n ? sum | (1n << BigInt(at)) : sum),
      0n,
    );
  const nodes: (readonly Way[])[] = [[]];
  const known = new Map<string, number>([['0 0', 0]]);
  let ways = 0;

  /** Place of the node, -1 where nothing leads from it to the end, -2 where there is too much. */
  function visit(left: bigint, metSoFar: bigint, from: number): number {
    const key = `${left} ${metSoFar}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    let first = from;
    while (((left >> BigInt(first)) & 1n) === 0n) first += 1;
    const found: Way[] = [];
    for (const { seizure, mask, meets, touches } of startingAt[first] ?? []) {
      if ((mask & left) !== mask) continue;
      ways += 1;
      if (ways > mostWays) return -2;
      const rest = left & ~mask;
      const all = metSoFar | meets;
      const now = dueBy(touches, rest);
      if ((now & ~all) !== 0n) continue;
      const next = visit(rest, all & ~now, first);
      if (next === -2) return -2;
      if (next >= 0) found.push({ seizure, next });
    }
    const at = found.length > 0 ? nodes.push(found) - 1 : -1;
    known.set(key, at);
    return at;
  }
  const start = visit((1n << BigInt(size)) - 1n, 0n, 0);
  return start === -2 ? 'too large' : start === -1 ? 'none' : { nodes };
}

/** A value for every node, from those that its ways lead to; the value of the last is that of all records. */
export function foldCover<T>(
  { nodes }: PartitionCover,
  end: T,
  combine: (ways: readonly { readonly seizure: PossibleSeizure; readonly rest: T }[]) => T,
): readonly T[] {
  const values: T[] = [end];
  for (const ways of nodes.slice(1))
    values.push(combine(ways.map(({ seizure, next }) => ({ seizure, rest: values[next] as T }))));
  return values;
}

/** Logarithm of a sum of exponentials. */
export function logSum(logs: readonly number[]): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}

/** Logarithms of the weight of all partitions of what each node leaves. */
export function logWeights(cover: PartitionCover): readonly number[] {
  return foldCover(cover, 0, (ways) => logSum(ways.map(({ seizure, rest }) => seizure.log + rest)));
}

export function countPartitions(cover: PartitionCover): number {
  const counts = foldCover(cover, 1, (ways) => ways.reduce((sum, { rest }) => sum + rest, 0));
  return counts.at(-1) ?? 0;
}
