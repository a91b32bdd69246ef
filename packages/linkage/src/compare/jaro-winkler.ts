import { dialect } from '@samenbeeld/engine';
import type { Comparison } from '../comparison.ts';
import { exact, type TextOptions } from './exact.ts';
import { falling } from './limits.ts';
import { left, right } from './side.ts';

/**
 * Names and other short texts by Jaro-Winkler similarity (Winkler 1990): equal, then at or above each threshold. It
 * forgives typing errors, above all late in the word.
 *
 * Throws a RangeError where the thresholds do not fall from below 1 to above 0.
 *
 * @example
 * ```ts
 * import { jaroWinkler } from '@samenbeeld/linkage';
 * jaroWinkler('surname').levels.map((level) => level.name) // => ['exact', 'jaro-winkler 0.92', 'jaro-winkler 0.88', 'jaro-winkler 0.7']
 * ```
 */
export function jaroWinkler(
  column: string,
  options: TextOptions & { readonly thresholds?: readonly number[] } = {},
): Comparison {
  const { thresholds = [0.92, 0.88, 0.7] } = options;
  falling(thresholds, `jaroWinkler("${column}")`);
  const same = exact(column, options);
  return {
    ...same,
    measure: dialect.jaroWinkler(left(column), right(column)),
    cost: 20,
    levels: [
      ...same.levels,
      ...thresholds.map((threshold) => ({
        name: `jaro-winkler ${threshold}`,
        holds: `measure >= ${threshold}`,
      })),
    ],
  };
}
