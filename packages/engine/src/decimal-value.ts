import type { Scalar } from './value.ts';

const decimalText = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/;

/**
 * The unscaled integer of DECIMAL(precision, scale): the decimal digits of a number as JavaScript prints them, or
 * those of decimal text, rounded half away from zero beyond the scale. undefined where it does not fit.
 */
export function decimalValue(value: Scalar, precision: number, scale: number): bigint | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const match = decimalText.exec(String(value));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = scale - fraction.length + Number(exponent);
  if (Math.abs(shift) > 400) return undefined;
  const digits = BigInt(whole + fraction);
  const unscaled = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, -shift);
  if (unscaled >= 10n ** BigInt(precision)) return undefined;
  return sign === '-' ? -unscaled : unscaled;
}

function rounded(digits: bigint, places: number): bigint {
  const unit = 10n ** BigInt(places);
  return (digits + unit / 2n) / unit;
}
