import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { logChoose } from './log-choose.ts';

/** Two-sided p values of a binomial test. */
export interface BinomialTest {
  /** All outcomes at most as likely as the one observed, as R `binom.test` and SciPy `binomtest` define it. */
  readonly p: number;
  /** Twice the smaller tail, which agrees with the Clopper-Pearson interval. */
  readonly central: number;
}

/** Exact test of `successes` in `trials` against a chance of `chance`, 0 < chance < 1. */
export function binomialTest(successes: number, trials: number, chance: number): BinomialTest {
  const odds = Math.log(chance) - Math.log1p(-chance);
  const logMass = (k: number): number => logChoose(trials, k) + k * odds;
  const lower = (k: number): number => (k < 0 ? 0 : binomialCdf(k, trials, chance));
  const upper = (k: number): number =>
    k > trials ? 0 : binomialCdf(trials - k, trials, 1 - chance);
  const central = Math.min(1, 2 * Math.min(lower(successes), upper(successes)));
  const limit = logMass(successes) + 1e-7;
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  if (logMass(mode) <= limit) return { p: 1, central };
  if (successes < mode) {
    const other = firstAtMost(logMass, limit, mode, trials + 1);
    return { p: Math.min(1, lower(successes) + upper(other)), central };
  }
  const mirrored = (k: number): number => logMass(-k);
  const other = -firstAtMost(mirrored, limit, -mode, 1);
  return { p: Math.min(1, upper(successes) + lower(other)), central };
}

/** The first k in (from, end) at which a falling function is at most the limit; `end` where it never is. */
function firstAtMost(f: (k: number) => number, limit: number, from: number, end: number): number {
  let above = from;
  let atMost = end;
  while (atMost - above > 1) {
    const middle = Math.floor((above + atMost) / 2);
    if (f(middle) <= limit) atMost = middle;
    else above = middle;
  }
  return atMost;
}
