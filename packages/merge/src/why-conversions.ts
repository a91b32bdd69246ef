import { convertQuantity, units } from '@samenbeeld/schema';

/** A figure as it was read and as it was added. */
export interface WhyConversion {
  readonly record: string;
  readonly from: { readonly value: number; readonly unit: string };
  readonly to: { readonly value: number; readonly unit: string };
  /** How many of the new unit one of the old is; exact. */
  readonly factor: number;
}

/** The conversion of a value, or null where it was added in the unit it was read in, or is no mass. */
export function conversionOf(
  record: string,
  value: number | null,
  unit: string,
  wanted: string,
): WhyConversion | null {
  if (value === null || unit === wanted || !units.has(unit) || !units.has(wanted)) return null;
  if (units.get(unit).dimension !== units.get(wanted).dimension) return null;
  return {
    record,
    from: { value, unit },
    to: { value: convertQuantity(value, unit, wanted).value, unit: wanted },
    factor: convertQuantity(1, unit, wanted).value,
  };
}
