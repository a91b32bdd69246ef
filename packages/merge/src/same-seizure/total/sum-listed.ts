import { seeded } from '../partition/seeded.ts';
import type { CountedComponent } from './component-total.ts';
import { type CountedFind, countedIn, type InCell, openShare } from './counted-find.ts';
import {
  meanOf,
  mixture,
  type Outcomes,
  packedSums,
  sumOf,
  toMilligram,
  varianceOf,
} from './spread.ts';
import type { CoverSum } from './sum-cover.ts';

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
export function sumListed({ component, finds }: CountedComponent, inCell: InCell): CoverSum {
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
