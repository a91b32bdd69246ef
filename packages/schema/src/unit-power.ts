import { units } from './codes/units.ts';

/**
 * The power of ten that turns a figure in one unit into the other, or null where there is none: the only factor
 * an interval is multiplied by unasked.
 */
export function powerBetween(from: string, to: string): number | null {
  const [source, target] = [units.get(from), units.get(to)];
  if (source.base !== target.base || source.digits !== target.digits) return null;
  return source.exponent - target.exponent;
}

/** Whether a whole number in this unit is a count, or a weighing to the kilogram, and not a rounded measure. */
export function isWhole(unit: string): boolean {
  const { code, dimension } = units.get(unit);
  return code === 'kg' || dimension === 'count' || dimension === 'currency';
}
