import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { type JudgedRatio, knownDispersion } from '../dispersion.ts';
import { compareRates } from '../rate-ratio.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { totalDispersion } from './share-dispersion.ts';
import type { SiteTable } from './site-table.ts';

/** The total of all sites per period, after over before. */
export interface TotalChange {
  readonly before: number;
  readonly after: number;
  readonly ratio: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** At the usual dispersion, which the verdict follows, where nothing is known of it. */
  readonly usual: JudgedRatio['usual'];
  readonly verdict: RatioVerdict;
}

/** Compares the totals per period: exactly as Poisson counts, or, where they vary more than that, by their own spread. */
export function totalChange(
  table: SiteTable,
  before: number,
  after: number,
  level: number,
  declared: number | undefined,
): TotalChange {
  const lengths = [table.periods.length - table.before, table.before] as const;
  const { estimate, degreesOfFreedom } = totalDispersion(table);
  // What the periods show is known, also where it is not above that of independent events.
  const factor = declared ?? (estimate === null ? undefined : 1);
  const { finding: exact, judged } = compareRates(
    after,
    before,
    { exposures: lengths, level },
    knownDispersion(factor === undefined ? {} : { dispersion: Math.max(1, factor) }),
  );
  if (declared !== undefined || estimate === null || estimate <= 1 || before === 0 || after === 0)
    return {
      before,
      after,
      ratio: exact.estimate,
      interval: exact.interval,
      usual: judged.usual,
      verdict: exact.details.verdict,
    };
  const ratio = exact.estimate as number;
  const reach =
    tQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(estimate * (1 / before + 1 / after));
  const interval = { low: ratio * Math.exp(-reach), high: ratio * Math.exp(reach), level };
  return { before, after, ratio, interval, usual: null, verdict: verdictOfRatio(interval) };
}
