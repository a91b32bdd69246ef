import type { Admissible } from './admissible.ts';
import type { Weighed } from './enumerate.ts';
import { groupMoves } from './group-moves.ts';
import { nearRecords } from './near-records.ts';
import { samplePartitions } from './sample.ts';

/** What several walks from different starts found. */
export interface ChainSample {
  readonly weighed: readonly Weighed[];
  /** Whether the walks agree on every pair: the probability that it is one seizure differs by a tenth at most. */
  readonly agree: boolean;
}

const mostApart = 0.1;

/** Sweeps of a walk, fewer where a sweep has many steps to weigh: the walks may then disagree, which they say. */
const most = { sweeps: 1500, steps: 2_000_000 };
const least = { sweeps: 100 };
/** Where a sweep has so many steps, fewer still: what such records come to is bounded beside what is drawn. */
const huge = { from: 10_000, steps: 600_000, least: 10 };

function sweepsFor(steps: number): number {
  const [all, atLeast] = steps < huge.from ? [most.steps, least.sweeps] : [huge.steps, huge.least];
  return Math.round(Math.min(most.sweeps, Math.max(atLeast, all / steps)));
}

function jointly(weighed: readonly Weighed[]): ReadonlyMap<string, number> {
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  const shares = new Map<string, number>();
  for (const { seizures, weight } of weighed)
    for (const { members } of seizures)
      for (const i of members)
        for (const j of members)
          if (i < j) shares.set(`${i} ${j}`, (shares.get(`${i} ${j}`) ?? 0) + weight / sum);
  return shares;
}

/** Two walks from records apart and two from the likeliest seizures, of which all visits count. */
export function sampleChains(rules: Admissible, random: () => number): ChainSample {
  const [near, moves] = [nearRecords(rules), groupMoves(rules)];
  const steps = near.reduce((sum, some) => sum + some.length, 0);
  const sweeps = sweepsFor(steps);
  const chains = (['apart', 'joined', 'apart', 'joined'] as const).map((start) =>
    samplePartitions(rules, {
      random,
      start,
      sweeps,
      burnIn: Math.round(sweeps / 3),
      near,
      moves,
    }),
  );
  const shares = chains.map(jointly);
  const agree = [...new Set(shares.flatMap((share) => [...share.keys()]))].every((pair) => {
    const found = shares.map((share) => share.get(pair) ?? 0);
    return Math.max(...found) - Math.min(...found) <= mostApart;
  });
  const all = new Map<string, { seizures: Weighed['seizures']; weight: number }>();
  for (const { seizures, weight } of chains.flat()) {
    const key = seizures.map(({ members }) => members.join()).join('|');
    const known = all.get(key);
    if (known) known.weight += weight;
    else all.set(key, { seizures, weight });
  }
  return { weighed: [...all.values()], agree };
}
