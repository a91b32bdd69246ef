import { foldCover } from '../partition/cover.ts';
import type { CredibleRange } from '../partition/credible-cover.ts';
import type { PossibleSeizure } from '../partition/possible-seizures.ts';
import type { CountedFind } from './counted-find.ts';
import { toMilligram } from './spread.ts';

/** Ends of what a component adds to a cell. */
export interface Extremes {
  readonly lowest: number;
  /** null where a find that counts may have no known weight. */
  readonly highest: number | null;
}

type FindOf = (seizure: PossibleSeizure) => CountedFind | null;

const lowOf = (find: CountedFind | null): number => find?.weight.low ?? 0;
const highOf = (find: CountedFind | null): number =>
  find ? (find.weight.high ?? Number.POSITIVE_INFINITY) : 0;
const end = (kg: number): number | null => (Number.isFinite(kg) ? toMilligram(kg) : null);

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
  const sum = (values: readonly number[]): number => values.reduce((all, kg) => all + kg, 0);
  return { lowest: toMilligram(sum(least)), highest: end(sum(most)) };
}

/**
 * The lowest and the highest that credible partitions add to a cell: their true extremes, or a proven bound. Where finds are too
 * many to list there is none here (`extremesApart`).
 */
export function extremesOf(range: CredibleRange, size: number, find: FindOf): Extremes {
  if (range.kind === 'apart') return { lowest: 0, highest: null };
  if (range.kind === 'bounded') return bounds(size, range.seizures, find);
  const known = new Map<PossibleSeizure, CountedFind | null>();
  const once: FindOf = (seizure) => {
    const seen = known.get(seizure);
    if (seen !== undefined) return seen;
    const found = find(seizure);
    known.set(seizure, found);
    return found;
  };
  const lows = foldCover(range.cover, 0, (ways) =>
    Math.min(...ways.map(({ seizure, rest }) => lowOf(once(seizure)) + rest)),
  );
  const highs = foldCover(range.cover, 0, (ways) =>
    Math.max(...ways.map(({ seizure, rest }) => highOf(once(seizure)) + rest)),
  );
  return { lowest: toMilligram(lows.at(-1) ?? 0), highest: end(highs.at(-1) ?? 0) };
}
