import { Forest } from '../cluster/forest.ts';
import { endsOf, type RecordRef, recordName } from '../cluster/record.ts';
import { indexRecords } from '../cluster/record-index.ts';
import type { Pair } from '../pair.ts';
import type { Candidate } from './candidate.ts';
import { assignComponent } from './component.ts';
import { leftOver } from './left.ts';
import type { AssignedComponent, Assignment, AssignOptions } from './options.ts';
import { checkAssignment, oneSide, rulesOf } from './rules.ts';

// A judged pair has infinite weight; sums of it must stay numbers.
const certain = 4096;
/** Of choices worth the same the one with more links. */
const perLink = 1e-9;

/**
 * Chooses pairs that may stand together: each record of one table with at most one of the other (`one-to-one`), one
 * with several (`one-to-many`: a seizure that another service reported as three batches), or all (`free`). The choice
 * has the largest sum of weights above that of `atLeast`, which is the likeliest at these odds, found for each
 * connected component by shortest augmenting paths (Jonker & Volgenant 1987), or, with `admissible`, by trying groups.
 * A component beyond the bound is chosen greedily, and `exact` and `components` say so. The same whatever the order.
 *
 * One-to-many takes a group as a whole: where amounts must add up and a batch is missing, none is linked.
 *
 * @throws RangeError for pairs without two sides, a pair named twice, a probability or capacity that cannot be
 * @example
 * ```ts
 * import { assignPairs } from '@samenbeeld/linkage';
 * const pair = (a, b, weight) => ({ a, b, tableA: 'be', tableB: 'nl', weight, probability: 1 / (1 + 2 ** -weight) });
 * const pairs = [pair('1', '7', 9), pair('1', '8', 8), pair('2', '7', 8)];
 * const names = ({ a, b }) => a + '=' + b;
 * assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5 }).chosen.map(names) // => ['1=8', '2=7']
 * const kg = { 1: 500, 7: 300, 8: 200 };
 * const addUp = (one, many) => many.reduce((sum, { id }) => sum + kg[id], 0) === kg[one.id];
 * assignPairs(pairs, { kind: 'one-to-many', one: 'be', atLeast: 0.5, admissible: addUp }).chosen.map(names) // => ['1=7', '1=8']
 * ```
 */
export function assignPairs<P extends Pair>(
  pairs: Iterable<P>,
  options: AssignOptions<P>,
): Assignment<P> {
  checkAssignment(options);
  const { atLeast, kind } = options;
  const all = [...pairs];
  const one = oneSide(all, options);
  const links = all.filter(({ probability }) => probability >= atLeast);
  const { records, numberOf } = indexRecords(links.flatMap((pair) => [...endsOf(pair)]));
  const cut = Math.log2(atLeast / (1 - atLeast));
  const named = new Set<string>();
  const candidates = links
    .map((pair, link): Candidate => {
      const [a, b] = endsOf(pair);
      const [first, second] = one === null || a.table === one ? [a, b] : [b, a];
      const [of, many] = [numberOf(first) as number, numberOf(second) as number];
      const value = Math.min(certain, Math.max(0, pair.weight - cut)) + perLink;
      if (Number.isNaN(value))
        throw new RangeError(`the weight of ${recordName(a)} and ${recordName(b)} is not a number`);
      if (named.size === named.add(`${of} ${many}`).size)
        throw new RangeError(`the pair ${recordName(a)} and ${recordName(b)} is given twice`);
      return { one: of, many, value, link };
    })
    .sort((x, y) => x.one - y.one || x.many - y.many);

  const forest = new Forest(records.length);
  for (const { one: a, many: b } of candidates) {
    const [x, y] = [forest.find(a), forest.find(b)];
    if (x !== y) forest.join(x, y);
  }
  const parts = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const root = forest.find(candidate.one);
    const part = parts.get(root);
    if (part) part.push(candidate);
    else parts.set(root, [candidate]);
  }
  const pairOf = (link: number): P => links[link] as P;
  const rules = rulesOf(options, (number) => records[number] as RecordRef, pairOf);
  const components: AssignedComponent[] = [];
  const chosen = new Set<Candidate>();
  for (const [root, part] of parts) {
    const done = kind === 'free' ? { links: part, exact: true } : assignComponent(part, rules);
    for (const candidate of done.links) chosen.add(candidate);
    if (part.length > 1)
      components.push({
        records: forest.size(root),
        links: part.length,
        method: done.exact ? 'exact' : 'greedy',
      });
  }
  return {
    chosen: candidates.filter((candidate) => chosen.has(candidate)).map(({ link }) => pairOf(link)),
    left: leftOver(candidates, chosen, rules, pairOf),
    below: all.length - links.length,
    exact: components.every(({ method }) => method === 'exact'),
    components: components.sort((x, y) => y.links - x.links || y.records - x.records),
  };
}
