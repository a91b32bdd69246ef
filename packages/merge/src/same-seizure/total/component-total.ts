import { toMilligram } from '../milligram.ts';
import { foldCover, logSum, logWeights, type PartitionCover } from '../partition/cover.ts';
import { type CredibleRange, crediblePartitions, credibleRange } from '../partition/credible.ts';
import type { PossibleSeizure } from '../partition/possible-seizures.ts';
import type { Component, LinkedRecord } from '../partition/record-pair.ts';
import { seeded } from '../partition/seeded.ts';
import type { TiedRecords } from '../partition/tied-records.ts';
import { type PartitionOptions, weighComponent } from '../partition/weigh-component.ts';
import { type CountedFind, countedIn, type InCell, openShare } from './counted-find.ts';
import { type Added, type Extremes, extremesFrom, extremesOf } from './extremes.ts';
import {
  meanOf,
  mixture,
  type Outcomes,
  type PackedSums,
  packedSums,
  sumOf,
  varianceOf,
} from './spread.ts';

/**
 * Seizures less likely than this, given what is left over, are left out of the outcomes. A graph has at most 300,000 ways, so
 * that what is left out together is less than a millionth of the probability.
 */
const least = 1e-12;

/** What all partitions of a graph add to a cell. */
interface CoverSum {
  readonly outcomes: Outcomes;
  /** Mean and variance of the sum of leading weights. */
  readonly mean: number;
  readonly variance: number;
  /** Weights that are taken at the mean of what the packing of their office takes. */
  readonly packed: PackedSums;
  /** Probability that a find in the cell has no known weight. */
  readonly open: number;
}

interface Part {
  readonly log: number;
  readonly mean: number;
  readonly variance: number;
  readonly closed: number;
  readonly outcomes: Outcomes;
  readonly packed: PackedSums;
}

const none: PackedSums = new Map();

const nothing: Part = {
  log: 0,
  mean: 0,
  variance: 0,
  closed: 1,
  outcomes: [{ kg: 0, probability: 1 }],
  packed: none,
};

/** Probability of passing each node. */
function reached({ nodes }: PartitionCover, logs: readonly number[]): readonly number[] {
  const passing = nodes.map(() => 0);
  passing[nodes.length - 1] = 1;
  for (let at = nodes.length - 1; at > 0; at -= 1)
    for (const { seizure, next } of nodes[at] ?? [])
      passing[next] =
        (passing[next] ?? 0) +
        (passing[at] ?? 0) * Math.exp(seizure.log + (logs[next] ?? 0) - (logs[at] ?? 0));
  return passing;
}

/**
 * Sums what partitions add to a cell without listing them: what can be left over is summed once, however many partitions leave
 * it (the sum-product rule over the graph). `find` gives the find of a seizure where it lies in the cell.
 */
function sumCover(
  cover: PartitionCover,
  find: (seizure: PossibleSeizure) => CountedFind | null,
): CoverSum {
  const logs = logWeights(cover);
  const passing = reached(cover, logs);
  let node = 0;
  const parts = foldCover<Part>(cover, nothing, (ways) => {
    node += 1;
    const log = logSum(ways.map(({ seizure, rest }) => seizure.log + rest.log));
    const found = ways.map(({ seizure, rest }) => {
      const share = Math.exp(seizure.log + rest.log - log);
      const one = find(seizure);
      const kg = one?.weight.leading ?? 0;
      const closed = one === null ? 1 : 1 - openShare(one);
      return { share, one, rest, kg, closed };
    });
    const sum = (of: (way: (typeof found)[number]) => number): number =>
      found.reduce((all, way) => all + way.share * of(way), 0);
    const mean = sum(({ kg, rest }) => kg + rest.mean);
    const kept = found.filter(({ share }) => share * (passing[node] ?? 0) >= least);
    const all = kept.reduce((total, { share }) => total + share, 0);
    return {
      log,
      mean,
      variance: sum(({ kg, rest }) => rest.variance + (kg + rest.mean - mean) ** 2),
      packed: found.some(({ one, rest }) => one?.weight.packed || rest.packed.size > 0)
        ? packedSums(
            found.flatMap(({ share, one, rest }) => [
              { packed: one?.weight.packed ? [one.weight.packed] : [], probability: share },
              { packed: rest.packed.values(), probability: share },
            ]),
          )
        : none,
      closed: sum(({ closed, rest }) => closed * rest.closed),
      outcomes: mixture(
        kept.map(({ share, one, rest }) => ({
          probability: share / all,
          outcomes:
            one && one.weight.readings.length > 0
              ? sumOf([rest.outcomes, one.weight.readings])
              : rest.outcomes,
        })),
      ),
    };
  });
  const { mean, variance, closed, outcomes, packed } = parts.at(-1) ?? nothing;
  return { outcomes, mean, variance, packed, open: Math.max(0, 1 - closed) };
}

/** What the records of a component are by themselves. */
interface Apart {
  readonly range: Extract<CredibleRange, { kind: 'apart' }>;
  readonly records: readonly LinkedRecord[];
  /** The find that each record would be alone. */
  readonly own: readonly CountedFind[];
}

/** The most that a record says: its weight as printed, of files that estimate with half the last digit. null where it gives none, no end where it gives only a lower one. */
function mostOf({ weight }: CountedFind, estimates: boolean): number | null {
  const said = weight.told.map(({ kg, step }) => (estimates ? kg + step / 2 : kg));
  if (weight.leading === null) return null;
  return weight.high === null ? Number.POSITIVE_INFINITY : Math.max(weight.high, ...said);
}

/** Records that a find holding one of them may reach, that one first: a find has at most one unit a file, so many steps lead through it. */
export function mayBeWith(
  from: number,
  near: readonly (readonly number[])[],
  files: number,
): readonly number[] {
  const reached = new Set([from]);
  let edge = [from];
  for (let step = 1; step < files; step += 1) {
    edge = [...new Set(edge.flatMap((i) => near[i] ?? []))].filter((i) => !reached.has(i));
    for (const i of edge) reached.add(i);
  }
  return [...reached];
}

/**
 * Bounds that no partition passes, where there are too many finds to list. No find weighs more than its records say together,
 * of those that a person joined the file that says most. The records of one file are finds of their own, none of which
 * weighs less than the least that is said of whatever may be one find with it. A find takes its place from one of its
 * records and its day from one, so that a record counts towards a cell that these may lie in.
 */
export function extremesApart(
  { range: { atoms, near }, records, own }: Apart,
  inCell: InCell,
): Extremes {
  const files = new Set(records.map(({ source }) => source));
  const estimating = new Set(
    records.flatMap(({ source }, i) =>
      own[i]?.weight.told.some(({ estimated }) => estimated) ? [source] : [],
    ),
  );
  const reach = own.map((_, i) => mayBeWith(i, near, files.size));
  const cells = reach.map((some) => {
    const days = new Map(
      some.flatMap((d) => (own[d] ? [[JSON.stringify(own[d].time), own[d]]] : [])),
    );
    const places = new Map(some.flatMap((p) => (own[p] ? [[own[p].place, own[p]]] : [])));
    return [...places.values()].flatMap((find) =>
      [...days.values()].map(({ time }) => inCell({ ...find, time })),
    );
  });
  const most = atoms.map((atom): number => {
    if (!atom.some((i) => cells[i]?.some((share) => share > 0))) return 0;
    const said = [...files].flatMap((file): readonly number[] => {
      const rows = atom.filter((i) => records[i]?.source === file);
      const weights = rows.flatMap((i) =>
        own[i] ? (mostOf(own[i], estimating.has(file)) ?? []) : [],
      );
      const isKnown = rows.length > 0 && weights.length === rows.length;
      return isKnown ? [weights.reduce((sum, kg) => sum + kg, 0)] : [];
    });
    return said.length > 0 ? Math.max(...said) : Number.POSITIVE_INFINITY;
  });
  const leastOf = (i: number): number => {
    if (cells[i]?.some((share) => share < 1) || own[i]?.weight.leading === null) return 0;
    const said = (reach[i] ?? []).flatMap((j) => {
      const weight = own[j]?.weight;
      return weight && weight.leading !== null ? [weight.low] : [];
    });
    return said.length > 0 ? Math.min(...said) : 0;
  };
  const least = [...files].map((file) =>
    records.flatMap(({ source }, i) => {
      const isBatch = near[i]?.some((j) => records[j]?.source === file);
      return source === file && !isBatch ? [[i, leastOf(i)] as const] : [];
    }),
  );
  const sumOf = (added: readonly (readonly [number, number])[]): number =>
    added.reduce((sum, [, kg]) => sum + kg, 0);
  const lows = least.reduce((best, one) => (sumOf(one) > sumOf(best) ? one : best), []);
  return extremesFrom(
    new Map(lows),
    new Map(atoms.map((atom, at) => [atom[0] ?? 0, most[at] ?? 0])),
  );
}

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
