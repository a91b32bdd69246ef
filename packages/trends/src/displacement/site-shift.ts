import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type Ends, newcombe } from '../newcombe.ts';

/** What a comparison of one site's shares stands on. */
export interface ShiftBasis {
  /** Events before and after, over-dispersion taken off. */
  readonly early: number;
  readonly late: number;
  /** Quantile of the simultaneous interval. */
  readonly z: number;
}

/** One site of a network. Shares and differences are null where nothing was counted. */
export interface SiteShift {
  readonly site: string;
  readonly before: number;
  readonly after: number;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly difference: number | null;
  /** Of the difference, for all sites at once; null for kilograms. Of independent events where nothing is known of the dispersion. */
  readonly low: number | null;
  readonly high: number | null;
  /** At the usual dispersion where nothing is known of it. */
  readonly verdict: 'up' | 'down' | 'not_shown' | 'described';
  /** The smallest rise and fall of the share that would show with a chance of 80 %; null where none would. */
  readonly detectableRise: number | null;
  readonly detectableFall: number | null;
}

/** The shares of each site before and after; with a basis, their intervals and what they could have shown. */
export function siteShifts(
  names: readonly string[],
  early: readonly number[],
  late: readonly number[],
  basis: ShiftBasis | null,
): readonly SiteShift[] {
  const add = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);
  const [allBefore, allAfter] = [add(early), add(late)];
  return names.map((site, i) => {
    const [before, after] = [early[i] as number, late[i] as number];
    const shareBefore = allBefore > 0 ? before / allBefore : null;
    const shareAfter = allAfter > 0 ? after / allAfter : null;
    const known = shareBefore !== null && shareAfter !== null;
    const ends =
      basis && known
        ? newcombe(
            { share: shareBefore, trials: basis.early },
            { share: shareAfter, trials: basis.late },
            basis.z,
          )
        : null;
    return {
      site,
      before,
      after,
      shareBefore,
      shareAfter,
      difference: known ? shareAfter - shareBefore : null,
      low: ends?.low ?? null,
      high: ends?.high ?? null,
      verdict: ends ? sideOf(ends) : 'described',
      detectableRise: ends && basis && known ? detectable(shareBefore, basis) : null,
      detectableFall: ends && basis && known ? detectable(1 - shareBefore, basis) : null,
    };
  });
}

function sideOf({ low, high }: Ends): 'up' | 'down' | 'not_shown' {
  if (low > 0) return 'up';
  return high < 0 ? 'down' : 'not_shown';
}

/**
 * The smallest rise from a share whose interval would leave zero even where the later count comes out low, with one
 * chance in five of coming out lower still.
 */
function detectable(share: number, { early, late, z }: ShiftBasis): number | null {
  const power = normalQuantile(0.8, 0, 1);
  const shows = (rise: number): boolean => {
    const truth = share + rise;
    const spread = Math.sqrt((share * (1 - share)) / early + (truth * (1 - truth)) / late);
    const seen = Math.min(1, Math.max(0, truth - power * spread));
    return newcombe({ share, trials: early }, { share: seen, trials: late }, z).low > 0;
  };
  if (share >= 1 || !shows(1 - share)) return null;
  let [low, high] = [0, 1 - share];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (shows(middle)) high = middle;
    else low = middle;
  }
  return high;
}
