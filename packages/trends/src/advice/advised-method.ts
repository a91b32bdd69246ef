import type { Finding, Text } from '@samenbeeld/schema';

/** The methods that are considered for a series. */
export type AdvisedName =
  | 'mann_kendall'
  | 'serial_correction'
  | 'seasonal_mann_kendall'
  | 'log_linear'
  | 'joinpoint'
  | 'change_points'
  | 'without_largest'
  | 'without_last_two';

/** A method that was considered, with what it says, or why it does not apply. */
export interface AdvisedMethod {
  readonly method: AdvisedName;
  readonly label: Text;
  /** Why it applies, or why it does not. */
  readonly why: Text;
  /** null where it does not apply. */
  readonly finding: Finding | null;
}
