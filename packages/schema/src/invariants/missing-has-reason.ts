import type { Comparable } from '../comparability/scope.ts';
import { inFour } from '../sentence.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(records: readonly Comparable[]): Iterable<Found> {
  for (const record of records) {
    const field = record.kind === 'seizure' ? 'quantity' : 'value';
    const value = record.kind === 'seizure' ? record.quantity : record.value;
    if (value === null && record.missing === null)
      yield [
        record.id,
        inFour(
          '{field} is null en `missing` geeft geen reden; een nul wordt als 0 geschreven',
          '{field} est null et `missing` ne donne pas de raison ; un zéro s’écrit 0',
          '{field} ist null, und `missing` nennt keinen Grund; eine Null wird als 0 geschrieben',
          '{field} is null and missing gives no reason; a zero is written as 0',
          { field },
        ),
      ];
    if (value !== null && record.missing !== null)
      yield [
        record.id,
        inFour(
          '{field} is {value} en toch zegt `missing` {missing}',
          '{field} est {value} et pourtant `missing` dit {missing}',
          '{field} ist {value}, und doch sagt `missing` {missing}',
          '{field} is {value} and yet missing says {missing}',
          { field, value: String(value), missing: String(record.missing) },
        ),
      ];
  }
}

/** Invariant 1: a value is null exactly where a reason says why. Zero is a value, said by a source. */
export const missingHasReason: Invariant<readonly Comparable[]> = invariant(
  1,
  'missing-has-reason',
  find,
);
