import { Forest } from '../cluster/forest.ts';
import { endsOf, type RecordRef, recordName } from '../cluster/record.ts';
import { indexRecords } from '../cluster/record-index.ts';
import type { Pair } from '../pair.ts';
import type { Candidate } from './candidate.ts';
import { assignComponent, type ComponentRules } from './component.ts';

/** Which pairs may stand together. */
export type AssignOptions<P extends Pair> = {
  /** Probability from which a pair may be chosen, above 0 and below 1; also the odds at which a link is worth its risk. */
  readonly atLeast: number;
} & (
  | { readonly kind: 'free' }
  | {
      readonly kind: 'one-to-one';
      /** Links in a component up to which the best choice is sought. Default 50,000. */
      readonly exactUpTo?: number;
    }
  | {
      readonly kind: 'one-to-many';
      /** The table of which a record may take several of another table. */
      readonly one: string;
      /** How many a record may take. Default: any number. */
      readonly capacity?: number | ((one: RecordRef) => number);
      /** Whether a record may take just these, which are in order: whether their amounts add up. Default: yes. */
      readonly admissible?: (
        one: RecordRef,
        many: readonly RecordRef[],
        pairs: readonly P[],
      ) => boolean;
      /** Links in a component up to which the best choice is sought, without `admissible`. Default 50,000. */
      readonly exactUpTo?: number;
      /** Groups and combinations looked at in a component, with `admissible`. Default 200,000. */
      readonly steps?: number;
    }
);

/** How the pairs of records that hang together were chosen. */
export interface AssignedComponent {
  readonly records: number;
  readonly links: number;
  /** `greedy`: too large for the bound; what was chosen is admissible, and may not be the best. */
  readonly method: 'exact' | 'greedy';
}

export interface LeftPair<P extends Pair> {
  readonly pair: P;
  /**
   * `taken`: one of its records was needed elsewhere · `full`: its record of the one side took as many as it may ·
   * `inadmissible`: no better group with it may stand.
   */
  readonly because: 'taken' | 'full' | 'inadmissible';
  /** The chosen pairs that hold its records. */
  readonly instead: readonly P[];
}

/** Pairs that may stand together, and what became of the others; each pair is in one of `chosen`, `left`, `below`. */
export interface Assignment<P extends Pair> {
  /** In the order of their records. */
  readonly chosen: readonly P[];
  readonly left: readonly LeftPair<P>[];
  /** How many pairs were below the threshold. */
  readonly below: number;
  /** Whether the choice is the best there is, in every component. */
  readonly exact: boolean;
  /** Components of more than one link, the largest first. */
  readonly components: readonly AssignedComponent[];
}

/** Throws a RangeError for options that cannot be meant. */
function checkAssignment<P extends Pair>(options: AssignOptions<P>): void {
  const { kind, atLeast } = options;
  if (!['free', 'one-to-one', 'one-to-many'].includes(kind))
    throw new RangeError(`\`kind\` must be free, one-to-one or one-to-many, not ${kind}`);
  if (!(atLeast > 0 && atLeast < 1))
    throw new RangeError(`\`atLeast\` must lie between 0 and 1, both excluded, not ${atLeast}`);
}

/** The table of the one side; refuses pairs that have no sides. */
function oneSide<P extends Pair>(pairs: readonly P[], options: AssignOptions<P>): string | null {
  if (options.kind === 'free') return null;
  const tables = new Set(pairs.flatMap(({ tableA, tableB }) => [tableA, tableB]));
  if (options.kind === 'one-to-one' && tables.size > 2)
    throw new RangeError(
      `one-to-one is between two tables; the pairs are of ${[...tables].sort().join(', ')}. Assign two tables at a time, or use clusterPairs with guard.once`,
    );
  const one = options.kind === 'one-to-many' ? options.one : ([...tables].sort()[0] ?? null);
  for (const pair of pairs) {
    const sides = [pair.tableA, pair.tableB].filter((table) => table === one).length;
    if (sides === 1) continue;
    const [a, b] = endsOf(pair).map(recordName);
    throw new RangeError(
      options.kind === 'one-to-one'
        ? `one-to-one is between two tables; the pair ${a} and ${b} is of one. Within one table use clusterPairs`
        : `one-to-many takes pairs of which one record stands in the table "${one}"; in ${a} and ${b} it is ${sides === 0 ? 'neither' : 'both'}`,
    );
  }
  return one;
}

/** The options as rules over numbered records. */
function rulesOf<P extends Pair>(
  options: AssignOptions<P>,
  recordOf: (number: number) => RecordRef,
  pairOf: (link: number) => P,
): ComponentRules {
  const {
    capacity,
    admissible,
    exactUpTo,
    steps,
  }: Partial<Extract<AssignOptions<P>, { readonly kind: 'one-to-many' }>> =
    options.kind === 'one-to-many' ? options : {};
  const bound = options.kind === 'one-to-one' ? options.exactUpTo : exactUpTo;
  const room = (number: number): number => {
    if (options.kind === 'one-to-one') return 1;
    const record = recordOf(number);
    const of = typeof capacity === 'function' ? capacity(record) : (capacity ?? Infinity);
    if (!(of >= 0) || (of !== Infinity && !Number.isInteger(of)))
      throw new RangeError(
        `the capacity of ${recordName(record)} must be a whole number of records, 0 or more, not ${of}`,
      );
    return of;
  };
  return {
    capacity: room,
    ...(admissible
      ? {
          admissible: (one: number, links: readonly Candidate[]) =>
            admissible(
              recordOf(one),
              links.map(({ many }) => recordOf(many)),
              links.map(({ link }) => pairOf(link)),
            ),
        }
      : {}),
    exactUpTo: bound ?? 50_000,
    steps: steps ?? 200_000,
  };
}

/** What was not chosen, each with what stands in its place. */
function leftOver<P extends Pair>(
  candidates: readonly Candidate[],
  chosen: ReadonlySet<Candidate>,
  { capacity, admissible }: ComponentRules,
  pairOf: (link: number) => P,
): readonly LeftPair<P>[] {
  const ofOne = new Map<number, Candidate[]>();
  const ofMany = new Map<number, Candidate>();
  for (const candidate of chosen) {
    const held = ofOne.get(candidate.one);
    if (held) held.push(candidate);
    else ofOne.set(candidate.one, [candidate]);
    ofMany.set(candidate.many, candidate);
  }
  return candidates
    .filter((candidate) => !chosen.has(candidate))
    .map((candidate) => {
      const held = ofOne.get(candidate.one) ?? [];
      const elsewhere = ofMany.get(candidate.many);
      const room = capacity(candidate.one);
      const full = held.length >= room && room !== 1;
      return {
        pair: pairOf(candidate.link),
        because:
          elsewhere || (held.length > 0 && room === 1)
            ? 'taken'
            : full
              ? 'full'
              : admissible
                ? 'inadmissible'
                : 'taken',
        instead: [...held, ...(elsewhere ? [elsewhere] : [])].map(({ link }) => pairOf(link)),
      };
    });
}

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
