import { compareDecimal } from '../decimal.ts';
import type { Observation } from '../observation.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** Prices and purities, with the prices that were adjusted to pure substance. */
export interface Prices {
  readonly observations: readonly Observation[];
  readonly adjusted?: readonly {
    readonly id: string;
    readonly price: number;
    readonly adjusted: number;
  }[];
}

function* find({ observations, adjusted = [] }: Prices): Iterable<Found> {
  for (const { id, metric, value, unit } of observations) {
    if (value === null) continue;
    if (metric === 'price' && value <= 0)
      yield [id, `a price is above zero, found ${value} ${unit}`];
    if (metric === 'purity' && unit === 'pct' && (value <= 0 || value > 100))
      yield [id, `a purity is above 0 and at most 100 %, found ${value}`];
  }
  for (const { id, price, adjusted: pure } of adjusted)
    if (compareDecimal(pure, price) < 0)
      yield [id, `${pure} for the pure substance is less than ${price} for the mixture`];
}

/** Invariant 10: prices are positive, purities are shares, and the pure substance never costs less than the mixture. */
export const pricesAndPurities: Invariant<Prices> = invariant(10, 'prices-and-purities', find);
