import { units } from '../codes/units.ts';
import { convertQuantity } from '../convert-quantity.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** A conversion that was made. */
export interface Conversion {
  readonly id: string;
  readonly value: number;
  readonly from: string;
  readonly result: number;
  readonly to: string;
  /** Code of the assumption it rests on, or null. */
  readonly assumption: string | null;
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function* find(conversions: readonly Conversion[]): Iterable<Found> {
  for (const { id, value, from, result, to, assumption } of conversions) {
    if (units.get(from).base !== units.get(to).base) {
      if (assumption === null) yield [id, `${from} became ${to} without an assumption`];
      continue;
    }
    if (differs(convertQuantity(value, from, to).value, result))
      yield [
        id,
        `${value} ${from} is ${convertQuantity(value, from, to).value} ${to}, found ${result}`,
      ];
    else if (differs(convertQuantity(result, to, from).value, value))
      yield [id, `${result} ${to} does not turn back into ${value} ${from}`];
  }
}

/** Invariant 4: units of one base convert by their factor, and back to 10⁻¹²; unlike units only by an assumption. */
export const conversionsStated: Invariant<readonly Conversion[]> = invariant(
  4,
  'conversions-stated',
  find,
);
