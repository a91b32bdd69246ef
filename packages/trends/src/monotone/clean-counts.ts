import { inFour } from '@samenbeeld/schema';
import { checkOneEach } from '../check-argument.ts';
import { checkCount, checkExposure, countOf, exposureOf } from '../check-count.ts';
import { cleanSeries } from '../clean-series.ts';

/** Counts in time order, without the missing ones. */
export interface CleanCounts {
  readonly times: readonly number[];
  readonly counts: readonly number[];
  readonly exposures: readonly number[];
}

/** Leaves the missing counts out and refuses what is no count or no exposure. */
export function cleanCounts(
  counts: ArrayLike<number | null>,
  times?: ArrayLike<number>,
  exposures?: ArrayLike<number>,
): CleanCounts {
  checkOneEach('exposures', exposures, 'count', counts.length);
  const known = cleanSeries(counts, times);
  const kept = Array.from(counts, (count, i) => ({ count, i })).filter(
    ({ count }) => count !== null,
  );
  return {
    times: known.times,
    counts: known.values.map((count, i) =>
      checkCount(
        countOf(
          inFour('plaats {at}', 'la position {at}', 'Stelle {at}', 'position {at}', {
            at: String((kept[i]?.i ?? 0) + 1),
          }),
        ),
        count,
      ),
    ),
    exposures: kept.map(({ i }) =>
      exposures
        ? checkExposure(
            exposureOf(
              inFour('plaats {at}', 'la position {at}', 'Stelle {at}', 'position {at}', {
                at: String(i + 1),
              }),
            ),
            exposures[i] as number,
          )
        : 1,
    ),
  };
}
