import { Forest } from '../cluster/forest.ts';
import { pairName, type RecordRef } from '../cluster/record.ts';
import { indexRecords, type RecordIndex } from '../cluster/record-index.ts';
import type { SettledPair } from './settle.ts';

/** What judgements say of two records, and the judged pairs that lead from one to the other. */
export interface Implied {
  readonly verdict: 'positive' | 'negative' | 'contradiction';
  /**
   * From the one record to the other; neighbours share a record. All positive, or all but one. Where it is a
   * contradiction, `contradictions` says what stands against the chain.
   */
  readonly chain: readonly SettledPair[];
}

/** Judgements that cannot all hold: A = B and B = C, and yet A ≠ C. */
export interface Contradiction {
  readonly negative: SettledPair;
  /** The shortest way from one of its records to the other along positive ones. */
  readonly chain: readonly SettledPair[];
}

/** All that follows from judgements: of "the same", by transitivity; of "not the same", one step beyond. */
export interface Closure {
  /** What follows for two records; null where nothing does. Symmetric. */
  implied(a: RecordRef, b: RecordRef): Implied | null;
  /** One for each negative that positives contradict. */
  readonly contradictions: readonly Contradiction[];
  /** The positive pairs of which no contradiction is known: those that may be relied on. */
  readonly positives: readonly SettledPair[];
  readonly negatives: readonly SettledPair[];
}

interface Step {
  readonly to: number;
  readonly pair: SettledPair;
}

/** The shortest way along positive pairs; of equally short ones the first in the order of the records. */
function chainBetween(
  neighbours: ReadonlyMap<number, readonly Step[]>,
  from: number,
  to: number,
): readonly SettledPair[] {
  const before = new Map<number, { readonly record: number; readonly pair: SettledPair } | null>([
    [from, null],
  ]);
  // A Map is walked in the order of insertion, also over what is inserted meanwhile: breadth first.
  for (const record of before.keys()) {
    if (record === to) break;
    for (const { to: next, pair } of neighbours.get(record) ?? [])
      if (!before.has(next)) before.set(next, { record, pair });
  }
  const chain: SettledPair[] = [];
  for (let step = before.get(to); step; step = before.get(step.record)) chain.unshift(step.pair);
  return chain;
}

const numbersOf = (index: RecordIndex, { a, b }: SettledPair): readonly [number, number] => [
  index.numberOf(a) as number,
  index.numberOf(b) as number,
];

/**
 * What follows from settled pairs: A = B and B = C make A = C; A ≠ B and B = C make A ≠ C. Unsure pairs say nothing.
 * Where a chain of positives joins what a negative parts, nothing is relied on that leads through that component; it
 * is a contradiction, with the chain that makes it, until a person supersedes one of the judgements.
 *
 * @example
 * ```ts
 * import { closeJudgements, settleJudgements } from '@samenbeeld/linkage';
 * const judge = (a, b, verdict) => ({ id: a + b, a: { table: 't', id: a }, b: { table: 't', id: b }, verdict, role: 'analyst', time: '2026-01-05', reason: '', evidence: null, supersedes: null });
 * const close = (...judgements) => closeJudgements(settleJudgements(judgements));
 * const known = close(judge('A', 'B', 'negative'), judge('B', 'C', 'positive'));
 * known.implied({ table: 't', id: 'A' }, { table: 't', id: 'C' }).verdict // => 'negative'
 * known.implied({ table: 't', id: 'A' }, { table: 't', id: 'D' }) // => null
 * const odd = close(judge('A', 'B', 'positive'), judge('B', 'C', 'positive'), judge('A', 'C', 'negative'));
 * odd.contradictions[0].chain.map(({ a, b }) => a.id + b.id) // => ['AB', 'BC']
 * ```
 */
export function closeJudgements(settled: readonly SettledPair[]): Closure {
  const index = indexRecords(settled.flatMap(({ a, b }) => [a, b]));
  const positive = settled.filter(({ verdict }) => verdict === 'positive');
  const negatives = settled.filter(({ verdict }) => verdict === 'negative');
  const forest = new Forest(index.records.length);
  const neighbours = new Map<number, Step[]>();
  for (const pair of positive) {
    const [a, b] = numbersOf(index, pair);
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      const steps = neighbours.get(from);
      if (steps) steps.push({ to, pair });
      else neighbours.set(from, [{ to, pair }]);
    }
    const [one, two] = [forest.find(a), forest.find(b)];
    if (one !== two) forest.join(one, two);
  }
  for (const steps of neighbours.values()) steps.sort((x, y) => x.to - y.to);

  const contradictions: Contradiction[] = [];
  const broken = new Set<number>();
  const direct = new Map<string, SettledPair>();
  /** For each component, the components it differs from, with the first negative that says so. */
  const apart = new Map<number, Map<number, SettledPair>>();
  for (const negative of negatives) {
    direct.set(pairName(negative.a, negative.b), negative);
    const [a, b] = numbersOf(index, negative);
    const [one, two] = [forest.find(a), forest.find(b)];
    if (one === two) {
      broken.add(one);
      contradictions.push({ negative, chain: chainBetween(neighbours, a, b) });
    }
    for (const [near, far] of [[one, two] as const, [two, one] as const]) {
      const known = apart.get(near) ?? new Map<number, SettledPair>();
      if (!known.has(far)) apart.set(near, known.set(far, negative));
    }
  }

  const across = (a: number, b: number, negative: SettledPair): readonly SettledPair[] => {
    const [x, y] = numbersOf(index, negative);
    const [near, far] = forest.find(x) === forest.find(a) ? [x, y] : [y, x];
    return [...chainBetween(neighbours, a, near), negative, ...chainBetween(neighbours, far, b)];
  };
  const implied = (from: RecordRef, to: RecordRef): Implied | null => {
    const [a, b] = [index.numberOf(from), index.numberOf(to)];
    if (a === undefined || b === undefined || a === b) return null;
    const [one, two] = [forest.find(a), forest.find(b)];
    const doubtful = broken.has(one) || broken.has(two);
    if (one === two)
      return {
        verdict: doubtful ? 'contradiction' : 'positive',
        chain: chainBetween(neighbours, a, b),
      };
    const said = direct.get(pairName(from, to));
    if (said) return { verdict: 'negative', chain: [said] };
    const between = apart.get(one)?.get(two);
    return between
      ? { verdict: doubtful ? 'contradiction' : 'negative', chain: across(a, b, between) }
      : null;
  };
  const positives = positive.filter(({ a }) => !broken.has(forest.find(index.numberOf(a) ?? 0)));
  return { implied, contradictions, positives, negatives };
}
