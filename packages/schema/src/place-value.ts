/** A printed figure in canonical form: a sign, digits, and decimals behind a point. */
export const canonicalFigure: RegExp = /^-?\d+(?:\.\d+)?$/;

/**
 * The place value `u` of the last digit that counts of a printed figure (joint total, rule 1), or null for
 * a zero. Without decimals it is the last non-zero digit; decimals count as printed, a zero among them too.
 * A fraction of zeros only is how software prints a whole number and counts for nothing.
 *
 * @example
 * ```ts
 * import { placeValue } from '@samenbeeld/schema';
 * placeValue('7000') // => 1000
 * placeValue('65.48') // => 0.01
 * placeValue('15300000000.0') // => 100000000
 * ```
 */
export function placeValue(printed: string): number | null {
  const [whole = '', fraction = ''] = printed.replace('-', '').split('.');
  if (/[1-9]/.test(fraction)) return Number(`1e-${fraction.length}`);
  const zeros = /[1-9](0*)$/.exec(whole)?.[1]?.length;
  return zeros === undefined ? null : 10 ** zeros;
}

/** Whether a printed figure is a whole number whose last digit is not zero, as 4157 and unlike 4100. */
export function endsInUnits(printed: string): boolean {
  return placeValue(printed) === 1;
}
