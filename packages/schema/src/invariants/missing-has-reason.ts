import type { Comparable } from '../comparability/scope.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(records: readonly Comparable[]): Iterable<Found> {
  for (const record of records) {
    const field = record.kind === 'seizure' ? 'quantity' : 'value';
    const value = record.kind === 'seizure' ? record.quantity : record.value;
    if (value === null && record.missing === null)
      yield [record.id, `${field} is null and missing gives no reason; a zero is written as 0`];
    if (value !== null && record.missing !== null)
      yield [record.id, `${field} is ${value} and yet missing says ${record.missing}`];
  }
}

/** Invariant 1: a value is null exactly where a reason says why. Zero is a value, said by a source. */
export const missingHasReason: Invariant<readonly Comparable[]> = invariant(
  1,
  'missing-has-reason',
  find,
);
