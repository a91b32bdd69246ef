import { foldCover, logSum, logWeights, type PartitionCover } from '../partition/cover.ts';
import type { PossibleSeizure } from '../partition/possible-seizures.ts';
import { type CountedFind, openShare } from './counted-find.ts';
import { mixture, type Outcomes, type PackedSums, packedSums, sumOf } from './spread.ts';

/**
 * Seizures less likely than this, given what is left over, are left out of the outcomes. A graph has at most 300,000 ways, so
 * that what is left out together is less than a millionth of the probability.
 */
const least = 1e-12;

/** What all partitions of a graph add to a cell. */
export interface CoverSum {
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
export function sumCover(
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
