import { wrongUse } from './errors.ts';

/** Decimal places kept, as in the DECIMAL(38,12) columns of a picture. */
const places = 12;
const one = 10n ** BigInt(places);

function half(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  return sign * ((2n * sign * numerator + denominator) / (2n * denominator));
}

/** Units of 10⁻¹² in a thousandth. */
const thousandth = 10n ** BigInt(places - 3);

/** The value in units of 10⁻¹², read from its shortest decimal notation; half away from zero beyond that. */
function scaled(value: number): bigint {
  const count = thousandths(value);
  if (!Number.isNaN(count)) return BigInt(count) * thousandth;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match)
    throw wrongUse(
      'Een decimaal getal is eindig; gevonden: {value}',
      'Un nombre décimal est fini ; trouvé : {value}',
      'Eine Dezimalzahl ist endlich; gefunden: {value}',
      'A decimal must be a finite number, found {value}',
      { value: String(value) },
    );
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const shift = Number(exponent) - fraction.length + places;
  return shift >= 0 ? digits * 10n ** BigInt(shift) : half(digits, 10n ** BigInt(-shift));
}

function text(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -places)}${fraction && `.${fraction}`}`;
}

/** Up to here every whole number of thousandths is a double of its own, and no shorter decimal is the same double. */
const mostThousandths = 1e15;

/**
 * The value in thousandths, where it is a whole number of them: most figures are kilograms and grams, and are added as
 * whole numbers. NaN for any other.
 */
function thousandths(value: number): number {
  const count = Math.round(value * 1000);
  return count / 1000 === value && Math.abs(count) <= mostThousandths ? count : Number.NaN;
}

/** A number of thousandths as a value; NaN where it is too large to be sure. */
function ofThousandths(count: number): number {
  // No negative zero.
  return Math.abs(count) <= mostThousandths ? count / 1000 + 0 : Number.NaN;
}

/**
 * The exact sum of decimals, up to 12 places: the order does not matter and no float dust is left.
 * Values with more places are first rounded to 12 (half away from zero), as a picture's tables do.
 * Throws a UsageError where a value is not finite.
 *
 * @example
 * ```ts
 * import { sumExact } from '@samenbeeld/schema';
 * sumExact([0.1, 0.2, 109894.48]) // => 109894.78
 * sumExact([]) // => 0
 * ```
 */
export function sumExact(values: readonly number[]): number {
  let [count, size] = [0, 0];
  for (const value of values) {
    const own = thousandths(value);
    count += own;
    size += Math.abs(own);
  }
  if (size <= mostThousandths) return ofThousandths(count);
  return Number(text(values.reduce((all, value) => all + scaled(value), 0n)));
}

/**
 * The exact difference `a - b` of two decimals, up to 12 places.
 *
 * @example
 * ```ts
 * import { subtractExact } from '@samenbeeld/schema';
 * subtractExact(0.3, 0.1) // => 0.2
 * ```
 */
export function subtractExact(a: number, b: number): number {
  const difference = ofThousandths(thousandths(a) - thousandths(b));
  return Number.isNaN(difference) ? Number(text(scaled(a) - scaled(b))) : difference;
}

/**
 * The product of two decimals, rounded once to 12 places (half away from zero).
 *
 * @example
 * ```ts
 * import { multiplyExact } from '@samenbeeld/schema';
 * multiplyExact(1.1, 1.1) // => 1.21
 * ```
 */
export function multiplyExact(a: number, b: number): number {
  return Number(text(half(scaled(a) * scaled(b), one)));
}

/**
 * The quotient `a × b ÷ c` of decimals, rounded once to 12 places (half away from zero). Throws a
 * UsageError where `c` is zero.
 *
 * @example
 * ```ts
 * import { scaleExact } from '@samenbeeld/schema';
 * scaleExact(0.1, 1700, 1.7) // => 100
 * ```
 */
export function scaleExact(a: number, b: number, c: number): number {
  const divisor = scaled(c);
  if (divisor === 0n)
    throw wrongUse(
      'Een getal is niet door nul te delen',
      'Un nombre ne se divise pas par zéro',
      'Eine Zahl lässt sich nicht durch null teilen',
      'A decimal cannot be divided by zero',
    );
  const sign = divisor < 0n ? -1n : 1n;
  return Number(text(half(sign * scaled(a) * scaled(b), sign * divisor)));
}

/**
 * -1, 0 or 1 as `a` is below, equal to or above `b`, compared as decimals of 12 places: a rounding
 * error of a float is no difference.
 *
 * @example
 * ```ts
 * import { compareDecimal } from '@samenbeeld/schema';
 * compareDecimal(0.1 + 0.2, 0.3) // => 0
 * ```
 */
export function compareDecimal(a: number, b: number): -1 | 0 | 1 {
  // Rounding to 12 places moves neither by more than half of the last.
  if (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) > 1e-11) return a < b ? -1 : 1;
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * A number in plain decimal notation, never with an exponent.
 *
 * @example
 * ```ts
 * import { decimalText } from '@samenbeeld/schema';
 * decimalText(1e-7) // => '0.0000001'
 * ```
 */
export function decimalText(value: number): string {
  return text(scaled(value));
}
