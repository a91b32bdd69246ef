import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { rateRatio } from '../rate-ratio.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { totalDispersion } from './share-dispersion.ts';
import type { SiteTable } from './site-table.ts';

/** The total of all sites per period, after over before. */
export interface TotalChange {
  readonly before: number;
  readonly after: number;
  readonly ratio: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly verdict: RatioVerdict;
}

/** Compares the totals per period: exactly as Poisson counts, or, where they vary more than that, by their own spread. */
export function totalChange(
  table: SiteTable,
  before: number,
  after: number,
  level: number,
): TotalChange {
  const lengths = [table.periods.length - table.before, table.before] as const;
  const { estimate, degreesOfFreedom } = totalDispersion(table);
  const exact = rateRatio(after, before, { exposures: lengths, level });
  if (estimate === null || estimate <= 1 || before === 0 || after === 0)
    return {
      before,
      after,
      ratio: exact.estimate,
      interval: exact.interval,
      verdict: exact.details.verdict,
    };
  const ratio = exact.estimate as number;
  const reach =
    tQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(estimate * (1 / before + 1 / after));
  const interval = { low: ratio * Math.exp(-reach), high: ratio * Math.exp(reach), level };
  return { before, after, ratio, interval, verdict: verdictOfRatio(interval) };
}
