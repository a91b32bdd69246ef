import { units } from '@samenbeeld/schema';

/** What a unit of price divides by: a currency, and an amount in grams, litres, tablets, doses or pieces. */
export interface PriceUnit {
  readonly currency: string;
  readonly base: string;
  readonly amount: number;
}

/**
 * A unit of price such as `EUR/g`, `USD/10 g` or `USD/1000 tablet`, in grams for anything that is weighed; null where it
 * is none.
 *
 * @example
 * ```ts
 * import { pricePerUnit } from '@samenbeeld/harmonise';
 * pricePerUnit('USD/10 g') // => { currency: 'USD', base: 'g', amount: 10 }
 * pricePerUnit('EUR/kg')?.amount // => 1000
 * pricePerUnit('kg') // => null
 * ```
 */
export function pricePerUnit(unit: string): PriceUnit | null {
  const match = /^([A-Z]{3})\/(?:(\d+(?:\.\d+)?) )?(\S+)$/u.exec(unit);
  const [, currency, count, measure = ''] = match ?? [];
  if (currency === undefined || !units.has(measure)) return null;
  const { base, digits, exponent } = units.get(measure);
  const grams = base === 'kg' ? 1000 : 1;
  const amount = Number((Number(count ?? 1) * digits * 10 ** exponent * grams).toPrecision(12));
  return { currency, base: base === 'kg' ? 'g' : base, amount };
}
