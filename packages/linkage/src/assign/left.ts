import type { Pair } from '../pair.ts';
import type { Candidate } from './candidate.ts';
import type { ComponentRules } from './component.ts';
import type { LeftPair } from './options.ts';

/** What was not chosen, each with what stands in its place. */
export function leftOver<P extends Pair>(
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
