import type { MissingReason } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { guessMark } from './missing-marks.ts';
import type { ColumnProfile } from './profile-column.ts';

/** What each missing mark of a table means, with its cells counted. */
export function markGuess(
  profiles: readonly ColumnProfile[],
): Readonly<Record<string, Guess<MissingReason>>> {
  const marks = new Map<string, number>();
  for (const profile of profiles)
    for (const [mark, cells] of profile.marks) marks.set(mark, (marks.get(mark) ?? 0) + cells);
  return Object.fromEntries([...marks].map(([mark, cells]) => [mark, guessMark(mark, cells)]));
}

/** The decimal mark, or the one between thousands, that most cells of a table prove. */
export function charGuess<T extends string>(
  counts: ReadonlyMap<string, number>,
  what: string,
): Guess<T | null> {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first)
    return { value: null, confidence: 0.6, reason: `no cell proves a ${what}`, alternatives: [] };
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    value: first[0] as T,
    confidence: Math.round(Math.min(0.97, first[1] / all) * 100) / 100,
    reason: `${first[1]} of ${all} cells that prove a ${what} use "${first[0]}"`,
    alternatives: second
      ? [
          {
            value: second[0] as T,
            confidence: Math.round((second[1] / all) * 100) / 100,
            reason: `${second[1]} cells use it`,
          },
        ]
      : [],
  };
}
