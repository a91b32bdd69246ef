import { checkKeyOf } from '../check-argument.ts';

/** How a Mann-Kendall test allows for values that depend on the one before. */
export type SerialCorrection =
  | 'hamed_rao'
  | 'yue_wang'
  | 'pre_whitening'
  | 'trend_free_pre_whitening';

/** Each correction in words, after the name of the test. */
export const correctionNames: Readonly<Record<SerialCorrection, string>> = {
  hamed_rao: 'variance corrected by Hamed and Rao',
  yue_wang: 'variance corrected by Yue and Wang',
  pre_whitening: 'pre-whitened',
  trend_free_pre_whitening: 'trend-free pre-whitened',
};

/** Each correction as it is computed, and where it is published. */
export const correctionDefinitions: Readonly<Record<SerialCorrection, string>> = {
  hamed_rao:
    'Var(S) n/n*, n/n* = 1 + 2/(n(n-1)(n-2)) sum (n-k)(n-k-1)(n-k-2) rho_k, significant rank autocorrelations (Hamed and Rao 1998)',
  yue_wang: 'Var(S) n/n*, n/n* = 1 + 2 sum (1 - k/n) rho_k (Yue and Wang 2004)',
  pre_whitening: 'S of x_t - r1 x_(t-1) (von Storch 1995)',
  trend_free_pre_whitening:
    'S of x_t - r1 x_(t-1) less trend, trend put back (Yue, Pilon, Phinney and Cavadias 2002)',
};

/** A known correction, or a UsageError. */
export function checkCorrection(correction: SerialCorrection): SerialCorrection {
  return checkKeyOf('correction', correction, correctionNames);
}
