import { endsOf, inOrder, pairName, recordName } from '../cluster/record.ts';
import type { Pair } from '../pair.ts';
import { closeJudgements } from './closure.ts';
import type { Judgement } from './judgement.ts';
import { type SettledPair, settleJudgements } from './settle.ts';

/** Which pairs to ask about, and in which order. */
export interface QuestionOptions<P extends Pair> {
  /** `uncertainty`: the closest to even odds first; or what deciding the pair is worth, the largest first. */
  readonly by: 'uncertainty' | ((pair: P) => number);
  /** At most so many. Default: all that are open. */
  readonly limit?: number;
  /** How many roles must say the same before a pair counts. Default 1. */
  readonly agreeing?: number;
  /** Who is asked: what this role has already said is not asked again. */
  readonly role?: string;
}

/** A pair that a person should look at. */
export interface Question<P extends Pair> {
  readonly pair: P;
  /** What it was ordered by: bits of uncertainty (0…1), or the stake. */
  readonly value: number;
  /** What was said so far, where it does not count yet; null where nobody was asked. */
  readonly sofar: SettledPair | null;
  /** Judgements lead to it that cannot all hold; `closeJudgements` shows them. */
  readonly contradiction: boolean;
}

/** Entropy of the answer in bits. From the weight, which still differs where probabilities are both 1. */
function uncertainty({ weight }: Pair): number {
  const odds = 2 ** -Math.abs(weight);
  const p = odds / (1 + odds);
  return p === 0 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}

/**
 * The pairs that are still open, the most worth asking first; ties by the names of the records. Left out are pairs
 * that are judged, that follow from others (A ≠ B and B = C: no need to ask A = C), that somebody found impossible to
 * tell, and, with `role`, those that this role has judged. A pair in a contradiction is asked.
 *
 * @throws RangeError for a stake or weight that is not a number, or a limit below 0
 * @example
 * ```ts
 * import { nextQuestions } from '@samenbeeld/linkage';
 * const pair = (a, b, weight) => ({ a, b, tableA: 't', tableB: 't', weight, probability: 1 / (1 + 2 ** -weight) });
 * const judge = (a, b, verdict) => ({ id: a + b, a: { table: 't', id: a }, b: { table: 't', id: b }, verdict, role: 'analyst', time: '2026-01-05', reason: '', evidence: null, supersedes: null });
 * const pairs = [pair('A', 'B', 4), pair('A', 'C', 0), pair('B', 'C', 5), pair('C', 'D', 2)];
 * nextQuestions(pairs, [], { by: 'uncertainty' }).map(({ pair }) => pair.a + pair.b) // => ['AC', 'CD', 'AB', 'BC']
 * const judged = [judge('A', 'B', 'negative'), judge('B', 'C', 'positive')];
 * nextQuestions(pairs, judged, { by: 'uncertainty' }).map(({ pair }) => pair.a + pair.b) // => ['CD']
 * ```
 */
export function nextQuestions<P extends Pair>(
  pairs: Iterable<P>,
  judgements: readonly Judgement[],
  { by, limit = Number.POSITIVE_INFINITY, agreeing = 1, role }: QuestionOptions<P>,
): readonly Question<P>[] {
  if (!(limit >= 0)) throw new RangeError(`\`limit\` must be 0 or more, not ${limit}`);
  const settled = settleJudgements(judgements, { agreeing });
  const { implied } = closeJudgements(settled);
  const known = new Map(settled.map((pair) => [pairName(pair.a, pair.b), pair]));
  const open: (Question<P> & { readonly name: string })[] = [];
  for (const pair of pairs) {
    const [a, b] = endsOf(pair);
    const sofar = known.get(pairName(a, b)) ?? null;
    const follows = implied(a, b)?.verdict;
    if (follows === 'positive' || follows === 'negative') continue;
    if (sofar?.because === 'said unsure') continue;
    if (role !== undefined && sofar?.by.some((judgement) => judgement.role === role)) continue;
    const value = by === 'uncertainty' ? uncertainty(pair) : by(pair);
    const name = `${recordName(a)} and ${recordName(b)}`;
    if (Number.isNaN(value))
      throw new RangeError(`what the pair ${name} is worth is not a number; give each pair one`);
    open.push({ pair, value, sofar, contradiction: follows === 'contradiction', name });
  }
  // Beyond 1074 bits of weight entropies are all 0; the weights still tell which is the closer call.
  const closer = (x: Pair, y: Pair): number =>
    by === 'uncertainty' ? Math.abs(x.weight) - Math.abs(y.weight) || 0 : 0;
  return open
    .sort((x, y) => y.value - x.value || closer(x.pair, y.pair) || inOrder(x.name, y.name))
    .slice(0, limit)
    .map(({ name: _, ...question }) => question);
}
