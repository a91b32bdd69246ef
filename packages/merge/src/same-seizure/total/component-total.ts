import { toMilligram } from '../milligram.ts';
import type { PartitionCover } from '../partition/cover.ts';
import { crediblePartitions } from '../partition/credible.ts';
import { type CredibleRange, credibleRange } from '../partition/credible-cover.ts';
import type { PossibleSeizure } from '../partition/possible-seizures.ts';
import type { Component } from '../partition/record-pair.ts';
import { seeded } from '../partition/seeded.ts';
import type { TiedRecords } from '../partition/tied-records.ts';
import { type PartitionOptions, weighComponent } from '../partition/weigh-component.ts';
import { type CountedFind, countedIn, type InCell, openShare } from './counted-find.ts';
import { type Added, extremesOf } from './extremes.ts';
import { extremesApart } from './extremes-apart.ts';
import {
  meanOf,
  mixture,
  type Outcomes,
  type PackedSums,
  packedSums,
  sumOf,
  varianceOf,
} from './spread.ts';
import { type CoverSum, sumCover } from './sum-cover.ts';

/** The finds of a cell in one partition. */
interface Listed {
  readonly some: readonly CountedFind[];
  readonly probability: number;
}

/** Partitions whose weights in conflict are combined in full; of more, weights are drawn. */
const mostCombined = 100;

/** Draws of weights, over all partitions. */
const draws = 20_000;

function combined(listed: readonly Listed[]): Outcomes {
  return mixture(
    listed.map(({ some, probability }) => ({
      probability,
      outcomes: sumOf(
        some.map(({ weight }) => weight.readings).filter((readings) => readings.length > 0),
      ),
    })),
  );
}

/** Outcomes of partitions that are a sample themselves: to each a share of the draws, one at least. */
function drawn(listed: readonly Listed[], random: () => number): Outcomes {
  return mixture(
    listed.map(({ some, probability }) => {
      const told = some.map(({ weight }) => weight.readings);
      const fixed = told.reduce(
        (sum, readings) => sum + (readings.length === 1 ? (readings[0]?.kg ?? 0) : 0),
        0,
      );
      const open = told.filter((readings) => readings.length > 1);
      const count = open.length === 0 ? 1 : Math.max(1, Math.round(probability * draws));
      const outcomes = Array.from({ length: count }, () => ({
        kg: toMilligram(open.reduce((sum, readings) => sum + oneOf(readings, random()), fixed)),
        probability: 1 / count,
      }));
      return { probability, outcomes };
    }),
  );
}

function oneOf(readings: Outcomes, at: number): number {
  let left = at;
  for (const { kg, probability } of readings) {
    left -= probability;
    if (left < 0) return kg;
  }
  return readings.at(-1)?.kg ?? 0;
}

/** The sum over listed partitions: a sample, where the graph of all is too large. */
function sumListed({ component, finds }: CountedComponent, inCell: InCell): CoverSum {
  const listed = finds.map((some, at) => ({
    some: some.flatMap((find) => countedIn(find, inCell) ?? []),
    probability: component.partitions[at]?.probability ?? 0,
  }));
  const leading = listed.map(({ some, probability }) => ({
    kg: toMilligram(some.reduce((sum, { weight }) => sum + (weight.leading ?? 0), 0)),
    probability,
  }));
  return {
    mean: meanOf(leading),
    variance: varianceOf(leading),
    outcomes:
      listed.length <= mostCombined
        ? combined(listed)
        : drawn(listed, seeded(`weights ${component.records.join(' ')}`)),
    packed: packedSums(
      listed.map(({ some, probability }) => ({
        packed: some.flatMap(({ weight }) => weight.packed ?? []),
        probability,
      })),
    ),
    open: listed.reduce(
      (sum, { some, probability }) =>
        sum + probability * (1 - some.reduce((closed, find) => closed * (1 - openShare(find)), 1)),
      0,
    ),
  };
}

/** A component whose partitions are made of finds. */
export interface CountedComponent {
  readonly component: Component;
  readonly tied: TiedRecords;
  /** For each partition its finds. */
  readonly finds: readonly (readonly CountedFind[])[];
  /** For each record the find that it would be alone. */
  readonly own: readonly CountedFind[];
  /** Partitions, by their place, that hold every find of a listed credible partition. */
  readonly credible: readonly number[];
  /** Every find that the records may make, once; of those drawn where there are too many. */
  readonly distinct: readonly CountedFind[];
  /** Where the extremes are sought. */
  readonly range: CredibleRange;
  /** All partitions as a graph, where it is small enough. */
  readonly cover: PartitionCover | null;
  /** The find that a seizure of the graph is. */
  findOf(seizure: PossibleSeizure): CountedFind;
}

/** What a component adds to a cell. */
export interface ComponentTotal {
  readonly lowest: number;
  /** Mean over the partitions of the sum of the leading weights, within lowest and highest. */
  readonly likely: number;
  /** Variance of that sum over the partitions. */
  readonly uncertain: number;
  /** null where a find that counts may have no known weight, or only a lower end. */
  readonly highest: number | null;
  /** What each record, by its place in the component, adds to lowest and highest. */
  readonly lows: Added;
  readonly highs: Added;
  readonly outcomes: Outcomes;
  /** Weights that the outcomes take at the mean of what the packing of their office takes. */
  readonly packed: PackedSums;
  /** Probability that a find in the cell has no known weight. */
  readonly open: number;
}

/** Places of partitions that add a find to those before them. */
function covering(finds: readonly (readonly CountedFind[])[], among: readonly number[]) {
  const seen = new Set<CountedFind>();
  return among.filter((at) => {
    const before = seen.size;
    for (const find of finds[at] ?? []) seen.add(find);
    return seen.size > before;
  });
}

/** Weighs tied records, and makes finds of every partition. */
export function countComponent(
  tied: TiedRecords,
  find: (ids: readonly string[]) => CountedFind,
  options: PartitionOptions = {},
): CountedComponent {
  const weighed = weighComponent(tied, options);
  const { component, cover } = weighed;
  const credible = new Set(crediblePartitions(component, tied));
  const made = new Map<readonly string[], CountedFind>();
  const once = (group: readonly string[]): CountedFind => {
    const found = made.get(group) ?? find(group);
    made.set(group, found);
    return found;
  };
  const findOf = ({ members }: PossibleSeizure): CountedFind =>
    find(members.map((i) => component.records[i] ?? ''));
  const finds = component.partitions.map(({ groups }) => groups.map(once));
  const own = component.records.map((id) => find([id]));
  return {
    component,
    tied,
    finds,
    own,
    credible: covering(
      finds,
      component.partitions.flatMap((partition, at) => (credible.has(partition) ? at : [])),
    ),
    distinct: weighed.seizures?.map(findOf) ?? [...new Set([...made.values(), ...own])],
    range: credibleRange(weighed, tied),
    cover,
    findOf,
  };
}

/** Mean of what each partition adds, weights in conflict included: what the stake of a pair is measured on. */
export function meansByPartition(counted: CountedComponent, inCell: InCell): readonly number[] {
  const means = new Map(
    counted.distinct.map((find) => [find, inCell(find) * meanOf(find.weight.readings)]),
  );
  return counted.finds.map((finds) => finds.reduce((sum, find) => sum + (means.get(find) ?? 0), 0));
}

function total(counted: CountedComponent, inCell: InCell): ComponentTotal {
  const { component, cover, findOf, range } = counted;
  const inside = (seizure: PossibleSeizure): CountedFind | null =>
    countedIn(findOf(seizure), inCell);
  const { lowest, highest, lows, highs } =
    range.kind === 'apart'
      ? extremesApart({ range, records: counted.tied.records, own: counted.own }, inCell)
      : extremesOf(range, component.records.length, inside);
  const summed = cover && sumCover(cover, inside);
  const { mean, variance, outcomes, packed, open } = summed ?? sumListed(counted, inCell);
  return {
    lowest,
    // What is too unlikely for the extremes does not move the mean past them.
    likely: Math.min(Math.max(mean, lowest), highest ?? Number.POSITIVE_INFINITY),
    uncertain: lowest === highest ? 0 : variance,
    highest,
    lows,
    highs,
    outcomes,
    packed,
    open,
  };
}

/** Totals by the finds that a cell holds: a port and the complex around it often hold the same. */
const totals = new WeakMap<CountedComponent, Map<string, ComponentTotal>>();

/** What a component adds to a cell, or null where none of its finds can lie in it. */
export function componentTotal(counted: CountedComponent, inCell: InCell): ComponentTotal | null {
  const shares = counted.distinct.map(inCell);
  if (shares.every((share) => share === 0)) return null;
  const held = shares.join(' ');
  const known = totals.get(counted) ?? new Map<string, ComponentTotal>();
  totals.set(counted, known);
  const found = known.get(held) ?? total(counted, inCell);
  known.set(held, found);
  return found;
}
