import { toMilligram } from '../milligram.ts';
import { foldCover, type PartitionCover, type Way } from '../partition/cover.ts';
import type { CredibleRange } from '../partition/credible.ts';
import type { PossibleSeizure } from '../partition/possible-seizures.ts';
import type { CountedFind } from './counted-find.ts';

/** What records add to an end: kilograms by the place of the record, which add up to it. */
export type Added = ReadonlyMap<number, number>;

/** Ends of what a component adds to a cell. */
export interface Extremes {
  readonly lowest: number;
  /** null where a find that counts may have no known weight, or only a lower end. */
  readonly highest: number | null;
  /** What each record adds to the two; nothing to an end that is open. */
  readonly lows: Added;
  readonly highs: Added;
}

type FindOf = (seizure: PossibleSeizure) => CountedFind | null;

const lowOf = (find: CountedFind | null): number => find?.weight.low ?? 0;
const highOf = (find: CountedFind | null): number =>
  find ? (find.weight.high ?? Number.POSITIVE_INFINITY) : 0;

/** Ends from what each record adds to them, each to the milligram, so that they add up to the last digit. */
export function extremesFrom(lows: Added, highs: Added): Extremes {
  const tidy = (added: Added): Added =>
    new Map(
      [...added].map(([i, kg]) => [i, toMilligram(kg)] as const).filter(([, kg]) => kg !== 0),
    );
  const sum = (added: Added): number =>
    toMilligram([...added.values()].reduce((all, kg) => all + kg, 0));
  const isOpen = [...highs.values()].includes(Number.POSITIVE_INFINITY);
  const [low, high] = [tidy(lows), isOpen ? new Map() : tidy(highs)];
  return { lowest: sum(low), highest: isOpen ? null : sum(high), lows: low, highs: high };
}

/**
 * A bound that no partition passes: each record carries its share of the seizure where that share is least (or most), so that
 * no sum over whole seizures is less (or more).
 */
function bounds(size: number, seizures: readonly PossibleSeizure[], find: FindOf): Extremes {
  const least = Array.from({ length: size }, () => Number.POSITIVE_INFINITY);
  const most = Array.from({ length: size }, () => 0);
  for (const seizure of seizures) {
    const [one, share] = [find(seizure), 1 / seizure.members.length];
    for (const i of seizure.members) {
      least[i] = Math.min(least[i] as number, lowOf(one) * share);
      most[i] = Math.max(most[i] as number, highOf(one) * share);
    }
  }
  return extremesFrom(new Map(least.entries()), new Map(most.entries()));
}

/** The seizures of one partition of a graph: at each node the way that is best. */
function bestWays(
  { nodes }: PartitionCover,
  best: (ways: readonly Way[]) => Way | undefined,
): readonly PossibleSeizure[] {
  const chosen: PossibleSeizure[] = [];
  let at = nodes.length - 1;
  while (at > 0) {
    const way = best(nodes[at] ?? []);
    if (!way) break;
    chosen.push(way.seizure);
    at = way.next;
  }
  return chosen;
}

/**
 * The lowest and the highest that credible partitions add to a cell: their true extremes, or a proven bound. Where finds are too
 * many to list there is none here (`extremesApart`).
 */
export function extremesOf(range: CredibleRange, size: number, find: FindOf): Extremes {
  const none: Added = new Map();
  if (range.kind === 'apart') return { lowest: 0, highest: null, lows: none, highs: none };
  if (range.kind === 'bounded') return bounds(size, range.seizures, find);
  const known = new Map<PossibleSeizure, CountedFind | null>();
  const once: FindOf = (seizure) => {
    const seen = known.get(seizure);
    if (seen !== undefined) return seen;
    const found = find(seizure);
    known.set(seizure, found);
    return found;
  };
  const end = (
    of: (find: CountedFind | null) => number,
    pick: 'min' | 'max',
    side: 'low' | 'high',
  ): Added => {
    const values = foldCover(range.cover, 0, (ways) =>
      Math[pick](...ways.map(({ seizure, rest }) => of(once(seizure)) + rest)),
    );
    const worth = ({ seizure, next }: Way): number => of(once(seizure)) + (values[next] ?? 0);
    const sign = pick === 'min' ? 1 : -1;
    const chosen = bestWays(range.cover, (ways) =>
      ways.reduce<Way | undefined>(
        (best, way) => (!best || sign * (worth(way) - worth(best)) < 0 ? way : best),
        undefined,
      ),
    );
    return new Map(
      chosen.flatMap((seizure) => {
        const one = once(seizure);
        // It is put down to the record that gives it.
        const at = one?.records.indexOf(one.weight.by[side] ?? '') ?? 0;
        const i = seizure.members[Math.max(0, at)];
        return one === null || i === undefined ? [] : [[i, of(one)] as const];
      }),
    );
  };
  return extremesFrom(end(lowOf, 'min', 'low'), end(highOf, 'max', 'high'));
}
