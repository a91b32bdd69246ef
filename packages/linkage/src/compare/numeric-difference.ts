import type { Comparison } from '../comparison.ts';
import { growing } from './limits.ts';
import { left, right } from './side.ts';

/**
 * Numbers by their difference, in the column's own unit: at or below each limit; a limit of 0 is equality.
 *
 * Throws a RangeError where the limits do not grow from zero on.
 *
 * @example
 * ```ts
 * import { numericDifference } from '@samenbeeld/linkage';
 * numericDifference('kg', { within: [0, 1] }).levels // => [{ name: 'equal', holds: 'measure <= 0' }, { name: 'within 1', holds: 'measure <= 1' }]
 * ```
 */
export function numericDifference(
  column: string,
  options: { readonly name?: string; readonly within?: readonly number[] } = {},
): Comparison {
  const { within = [0, 1, 10] } = options;
  growing(within, `numericDifference("${column}")`);
  return {
    name: options.name ?? column,
    columns: [column],
    // The smaller off the larger: numbers without a sign know nothing below zero.
    measure: `greatest(${left(column)}, ${right(column)}) - least(${left(column)}, ${right(column)})`,
    levels: within.map((limit) => ({
      name: limit === 0 ? 'equal' : `within ${limit}`,
      holds: `measure <= ${limit}`,
    })),
  };
}

/**
 * Numbers by their difference as a share of the larger one (by size): 0.05 is five per cent. Two zeros are equal.
 *
 * Throws a RangeError where the shares do not grow from zero on.
 *
 * @example
 * ```ts
 * import { percentageDifference } from '@samenbeeld/linkage';
 * percentageDifference('kg').levels.map((level) => level.name) // => ['equal', 'within 1 %', 'within 5 %', 'within 20 %']
 * ```
 */
export function percentageDifference(
  column: string,
  options: { readonly name?: string; readonly within?: readonly number[] } = {},
): Comparison {
  const { within = [0, 0.01, 0.05, 0.2] } = options;
  growing(within, `percentageDifference("${column}")`);
  const [one, two] = [left(column), right(column)].map((value) => `cast(${value} as DOUBLE)`);
  const size = `greatest(abs(${one}), abs(${two}))`;
  return {
    name: options.name ?? column,
    columns: [column],
    measure: `case when ${left(column)} = ${right(column)} then 0 else abs(${one} - ${two}) / ${size} end`,
    levels: within.map((share) => ({
      name: share === 0 ? 'equal' : `within ${Number((share * 100).toPrecision(12))} %`,
      holds: `measure <= ${share}`,
    })),
  };
}
