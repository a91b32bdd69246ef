import type { Joinpoint } from '../turning-points/joinpoint.ts';

/** What the only turn of a series may be called. */
export type Crest = 'turn' | 'peak_fall_not_shown' | 'peak';

/** A line that keeps at least this much of its height is as good as flat, unless its interval shows a fall. */
const kept = 0.75;

/**
 * Whether a turn is a peak: it holds the highest figure, the interval of the line before it shows a rise, and the line after it
 * falls, which its own interval shows, or by which at least a quarter of the height is lost.
 */
export function crestOf({ joinpoints, segments }: Joinpoint, largest: string | null): Crest {
  const [before, after] = segments;
  if (joinpoints.length !== 1 || joinpoints[0]?.period !== largest) return 'turn';
  if (!before?.interval || !after || before.interval.low <= 0) return 'turn';
  if (after.interval && after.interval.high < 0) return 'peak';
  return after.end < kept * after.start ? 'peak_fall_not_shown' : 'turn';
}
