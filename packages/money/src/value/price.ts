import { ownValue, RefusalError } from '@samenbeeld/schema';
import type { Assumed } from './assumed.ts';

/** At which step of the trade a price was paid. */
export type MarketLevel = 'import' | 'wholesale' | 'mid_level' | 'retail';

/** A price per unit of a substance. */
export interface Price extends Assumed {
  readonly level: MarketLevel;
  /** "EUR/kg", "EUR/g". */
  readonly unit: string;
  /** Purity the price was paid for, 0 to 1; null where it was not told. */
  readonly purity: number | null;
  /** A value that an agency declared for a seizure is no price: it is kept, and never calculated with. */
  readonly declared: boolean;
}

const perKilogram: Readonly<Record<string, number>> = { 'EUR/kg': 1, 'EUR/g': 1000 };

/**
 * How many euro a kilogram one unit of the price is.
 *
 * @throws RefusalError for a declared value, another currency, or a price of pieces
 */
export function eurosPerKilogram({ id, unit, declared }: Price): number {
  if (declared)
    throw new RefusalError(
      `${id} is a value that was declared for a seizure, not a price that was paid.`,
      {
        dimension: 'price',
        remedy: 'Use a price of a survey or an investigation; show the declared value beside it.',
      },
    );
  const factor = ownValue(perKilogram, unit);
  if (factor === undefined)
    throw new RefusalError(`${id} is a price in ${unit}, which is not euro by weight.`, {
      dimension: 'unit',
      remedy:
        'Convert it first: `priceInEuro` for a dated exchange rate and an amount such as 10 g; pieces need an assumption about their weight.',
    });
  return factor;
}

/** Refuses a price of another level than the calculation is about. */
export function checkLevel({ id, level }: Price, asked: MarketLevel): void {
  if (level === asked) return;
  throw new RefusalError(`${id} is a price at the level ${level}, asked is ${asked}.`, {
    dimension: 'market level',
    remedy: 'Use a price of the level at which the drugs were seized or sold.',
  });
}
