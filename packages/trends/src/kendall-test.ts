import { kendallNull } from './kendall-null.ts';
import { kendallScore, kendallVariance } from './kendall-score.ts';
import { type TrendVerdict, verdictOfTest } from './verdict.ts';
import type { NoConclusion } from './words/no-trend.ts';

export interface KendallTest {
  readonly n: number;
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly tauA: number | null;
  readonly tauB: number | null;
  readonly method: 'exact' | 'asymptotic';
  readonly p: number;
  readonly pAsymptotic: number | null;
  /** The smallest p these values could have given in any order. */
  readonly smallestP: number;
  readonly verdict: TrendVerdict;
  readonly because: NoConclusion | null;
}

/** Tests values already checked. */
export function kendallTest(
  values: readonly number[],
  method: 'exact' | 'asymptotic',
  alpha: number,
): KendallTest {
  const n = values.length;
  const { s, pairs, ties } = kendallScore(values);
  const variance = kendallVariance(n, ties);
  const distribution = kendallNull(n, ties, method);
  const p = pairs === 0 ? 1 : distribution.p(s);
  const smallestP = pairs === 0 ? 1 : distribution.p(pairs);
  const verdict = n < 4 ? 'no_conclusion' : verdictOfTest(p, Math.sign(s), alpha, smallestP);
  const nothing = n >= 4 && pairs === 0 ? 'constant' : 'too_few';
  const all = (n * (n - 1)) / 2;
  return {
    n,
    s,
    variance,
    z: s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance),
    tauA: all > 0 ? s / all : null,
    tauB: pairs > 0 ? s / Math.sqrt(all * pairs) : null,
    method,
    p,
    pAsymptotic: pairs > 0 ? kendallNull(n, ties, 'asymptotic').p(s) : null,
    smallestP,
    verdict,
    because: verdict === 'no_conclusion' ? nothing : null,
  };
}
