import type { Comparable } from '../comparability/scope.ts';
import { assertComparable, type Comparison } from '../comparability.ts';
import { errorWords, RefusalError } from '../errors.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** Records put together, and for what. */
export interface Together {
  readonly records: readonly Comparable[];
  readonly comparison: Omit<Comparison, 'for'>;
}

function* refusals({ records, comparison }: Together, purpose: 'sum' | 'trend'): Iterable<Found> {
  try {
    assertComparable(records, { ...comparison, for: purpose });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    yield [null, errorWords(error)];
  }
}

/** Invariant 2: a sum runs over one basis, and over one agency in a place unless a decision says otherwise. */
export const likeRecordsAdd: Invariant<Together> = invariant(2, 'like-records-add', (input) =>
  refusals(input, 'sum'),
);

/** Invariant 9: a trend keeps to one frequency and crosses a blocking break only by a recorded override. */
export const trendKeepsToOneRule: Invariant<Together> = invariant(
  9,
  'trend-keeps-to-one-rule',
  (input) => refusals(input, 'trend'),
);
