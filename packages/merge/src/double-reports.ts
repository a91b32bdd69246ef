import type { Engine } from '@samenbeeld/engine';
import type { ExplainedPair } from '@samenbeeld/linkage';
import type { Decision, Definition, DoubleCount, Seizure, Text } from '@samenbeeld/schema';
import { assertPairableIds } from './event-ids.ts';
import { comparableRecords } from './same-seizure/compare/comparable-record.ts';
import { prior, seizureComparisons } from './same-seizure/compare/seizure-comparisons.ts';
import { findBatches } from './same-seizure/find-batches.ts';
import { linkSeizures } from './same-seizure/link-seizures.ts';
import { candidateFrom, sameFrom } from './same-seizure/partition/credible.ts';
import { partitionComponent } from './same-seizure/partition/partition-component.ts';
import {
  type Component,
  type RecordPair,
  recordsOf,
} from './same-seizure/partition/record-pair.ts';
import { tiedRecords } from './same-seizure/partition/tied-records.ts';
import { reasonText } from './same-seizure/reason-text.ts';
import { movedModel, statedModel, weightBy } from './same-seizure/seizure-model.ts';

/** One reason for or against two records being the same seizure. */
export interface Reason {
  /** Comparison and level ("quantity: equal"). */
  readonly rule: string;
  /** log2 of how many times likelier this is where they are the same; negative where it speaks against it. */
  readonly weight: number;
  readonly text: Text;
}

/** Two records of different files that may be the same seizure. */
export interface DoubleReport {
  /** Stable key, the subject of a decision of kind `same-seizure`. */
  readonly key: string;
  /** Id of a record, or ids of batches of one find, joined by `+`; `a` comes first in the order of texts. */
  readonly a: string;
  readonly b: string;
  /** log2 of the odds that the two are the same, by themselves: `prior` and the weights of the reasons. */
  readonly weight: number;
  /** log2 of the odds before anything is compared. */
  readonly prior: number;
  /** Probability that they are, with every record that is tied to them weighed, and what persons said. */
  readonly probability: number;
  readonly reasons: readonly Reason[];
  /** same: counted once; candidate: widens the range; different: kept apart. */
  readonly verdict: 'same' | 'candidate' | 'different';
  readonly decision: string | null;
}

/** What is known besides the records. */
export interface DoubleReportOptions {
  /** Decisions in force, by subject. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** What sources say about counting each other's finds. */
  readonly declared?: readonly DoubleCount[];
  /** What the sources count, so that batches of one find are known as such. */
  readonly definitions?: readonly Definition[];
  /** Seed of what is drawn where there are too many partitions to weigh each. */
  readonly seed?: number;
}

/** Probability from which a pair of weights that contradict each other counts as one seizure. */
export const sameUnexplainedFrom = 0.99;

/** Comparisons that say how many pairs to expect rather than how one looks: they are never learnt. */
const held: ReadonlySet<string> = new Set(['named', 'seldom']);

interface Scored extends RecordPair {
  readonly key: string;
  readonly weight: number;
  readonly prior: number;
  readonly reasons: ExplainedPair['reasons'];
  readonly decision: string | null;
}

/** A pair as partitions take it: sides in order, and what a person said. */
function scored(
  sides: readonly [string, string],
  { weight, prior: before, reasons }: Pick<ExplainedPair, 'weight' | 'prior' | 'reasons'>,
  decisions: ReadonlyMap<string, Decision>,
): Scored {
  const [a, b] = [...sides].sort() as [string, string];
  const key = `same ${a} ${b}`;
  const decision = decisions.get(key);
  const decided =
    decision?.verdict === 'same' || decision?.verdict === 'different' ? decision.verdict : null;
  return {
    key,
    a,
    b,
    odds: 2 ** weight,
    weight,
    prior: before,
    reasons,
    decided,
    decision: decided && decision ? decision.id : null,
  };
}

/** Pairs that a person decided although blocking does not bring them together: nothing else is known of them. */
function decidedOnly(
  seizures: readonly Seizure[],
  compared: readonly Scored[],
  decisions: ReadonlyMap<string, Decision>,
): readonly Scored[] {
  const ids = new Set(seizures.map(({ id }) => id));
  const known = new Set(compared.map(({ key }) => key));
  return [...decisions.values()].flatMap(({ kind, subject }): readonly Scored[] => {
    const [verb, a, b, ...more] = subject.split(' ');
    if (kind !== 'same-seizure' || verb !== 'same' || !a || !b || more.length > 0) return [];
    if (known.has(subject) || ![...recordsOf(a), ...recordsOf(b)].every((id) => ids.has(id)))
      return [];
    const pair = scored([a, b], { weight: 0, prior: 0, reasons: [] }, decisions);
    return pair.key === subject && pair.decided ? [pair] : [];
  });
}

interface Weighed {
  readonly pair: Scored;
  readonly probability: number;
  /** Whether the probability can be relied on; where it cannot, nothing is held to be the same. */
  readonly settled: boolean;
}

/** Probability that the sides of a pair, as they stand, are one seizure: no further batch of their files with them. */
function unitedIn(
  { partitions }: Component,
  { a, b, decided }: RecordPair,
  source: ReadonlyMap<string, string>,
): number {
  const isWhole = (side: string, group: readonly string[]): boolean => {
    const ids = recordsOf(side);
    const file = source.get(ids[0] ?? '');
    const own = group.filter((id) => source.get(id) === file);
    // What a person called the same is so, also as one of several batches.
    return (decided === 'same' || own.length === ids.length) && ids.every((id) => own.includes(id));
  };
  return partitions
    .filter(({ groups }) => groups.some((group) => isWhole(a, group) && isWhole(b, group)))
    .reduce((sum, { probability }) => sum + probability, 0);
}

/** Pairs with their probabilities: candidates, pairs decided, and what else lies between records so tied. */
function weigh(
  seizures: readonly Seizure[],
  pairs: readonly Scored[],
  seed: number,
): readonly Weighed[] {
  const isCandidate = ({ odds, decided }: Scored): boolean =>
    decided !== null || odds / (1 + odds) >= candidateFrom;
  const tied = tiedRecords(seizures, pairs.filter(isCandidate));
  const componentOf = new Map(
    tied.flatMap(({ records }, at) => records.map(({ id }) => [id, at] as const)),
  );
  const sides = ({ a, b }: Scored): readonly string[] => [...recordsOf(a), ...recordsOf(b)];
  const source = new Map(seizures.map((seizure) => [seizure.id, seizure.source]));
  const within = new Map<number, Scored[]>();
  const across: Weighed[] = [];
  for (const pair of pairs) {
    const [only, ...others] = new Set(sides(pair).map((id) => componentOf.get(id)));
    if (only !== undefined && others.length === 0) {
      const inside = within.get(only);
      if (inside) inside.push(pair);
      else within.set(only, [pair]);
    } else if (pair.decided) across.push({ pair, probability: 0, settled: true });
  }
  const inside = [...within].flatMap(([at, some]): readonly Weighed[] => {
    const records = tied[at]?.records ?? [];
    const component = partitionComponent({ records, pairs: some }, { seed });
    const { settled } = component;
    return some.map((pair) => ({ pair, probability: unitedIn(component, pair, source), settled }));
  });
  return [...inside, ...across];
}

/** Weights that nothing explains, and no container that is the same: such a pair must be surer to count as one. */
function isUnexplained({ reasons }: Scored): boolean {
  const level = (name: string): string | undefined =>
    reasons.find(({ comparison }) => comparison === name)?.level;
  return level('quantity') === 'else' && level('container') !== 'equal';
}

function verdictOf({ pair, probability, settled }: Weighed): DoubleReport['verdict'] {
  if (pair.decided) return pair.decided;
  if (settled && probability >= (isUnexplained(pair) ? sameUnexplainedFrom : sameFrom))
    return 'same';
  return probability >= candidateFrom ? 'candidate' : 'different';
}

function toReport(weighed: Weighed, byId: ReadonlyMap<string, Seizure>): DoubleReport {
  const { key, a, b, weight, prior: before, reasons, decision } = weighed.pair;
  const rows = (side: string): readonly Seizure[] =>
    recordsOf(side).flatMap((id) => byId.get(id) ?? []);
  const sides = { a: rows(a), b: rows(b) };
  return {
    key,
    a,
    b,
    weight,
    prior: before,
    probability: Math.round(weighed.probability * 1e6) / 1e6,
    reasons: reasons.flatMap((reason): readonly Reason[] => {
      const text = reasonText(reason, sides);
      return text
        ? [{ rule: `${reason.comparison}: ${reason.level}`, weight: reason.weight, text }]
        : [];
    }),
    verdict: verdictOf(weighed),
    decision,
  };
}

/**
 * Pairs of records that may be the same seizure, with the probability that they are and the reasons, by Fellegi and Sunter's
 * model over the records of different files with the same place or port complex, basis and drug family, at most a week
 * apart. What is compared, and the stated probabilities that fifty records hardly move and five hundred do, stand in
 * docs/methods/double-counts.md.
 *
 * A pair's own odds are not the last word: all records that are tied to each other are weighed together, so that a find
 * has one partner in a file (joint total, rule 12). From {@link sameFrom} on a pair counts as one wherever each find must
 * be counted once, from {@link candidateFrom} on it widens the range; a person's decision outweighs both. Listed are these
 * pairs, and those in between that are held to be different, sets of batches among them, for a total weighs the very pairs
 * that were weighed here. The order of the records changes nothing.
 *
 * An `InputError` names a record whose id is there twice, or holds a blank or "+", by which keys of pairs are parted.
 */
export async function findDoubleReports(
  engine: Engine,
  seizures: readonly Seizure[],
  { decisions = new Map(), declared = [], definitions = [], seed = 1 }: DoubleReportOptions = {},
): Promise<readonly DoubleReport[]> {
  assertPairableIds(seizures);
  const ordered = [...seizures].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  const records = comparableRecords(ordered, declared, findBatches(ordered, definitions));
  const stated = statedModel(seizureComparisons, prior);
  const linked = await linkSeizures(engine, records, stated);
  // What persons said settles pairs and teaches nothing, so that a decision changes no other pair's odds.
  const undecided = linked.map((pair) => scored([pair.a, pair.b], pair, new Map()));
  const moved = movedModel(
    stated,
    weigh(ordered, undecided, seed).map(({ pair: { reasons }, probability }) => ({
      reasons,
      probability,
    })),
    held,
  );
  const compared = linked.map((pair) => scored([pair.a, pair.b], weightBy(moved, pair), decisions));
  const pairs = [...compared, ...decidedOnly(ordered, compared, decisions)];
  const place = new Map(ordered.map(({ id }, at) => [id, at]));
  const byId = new Map(ordered.map((seizure) => [seizure.id, seizure]));
  const at = ({ pair: { a, b } }: Weighed): readonly number[] =>
    [...recordsOf(a), ...recordsOf(b)].map((id) => place.get(id) ?? 0).sort((i, j) => i - j);
  return weigh(ordered, pairs, seed)
    .map((weighed) => ({ weighed, order: at(weighed) }))
    .sort((x, y) => {
      const differs = x.order.findIndex((value, index) => value !== y.order[index]);
      if (differs >= 0) return (x.order[differs] as number) - (y.order[differs] ?? -1);
      return x.order.length - y.order.length || (x.weighed.pair.key < y.weighed.pair.key ? -1 : 1);
    })
    .map(({ weighed }) => toReport(weighed, byId));
}
