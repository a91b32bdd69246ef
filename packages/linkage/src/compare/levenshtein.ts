import { dialect } from '@samenbeeld/engine';
import type { Comparison } from '../comparison.ts';
import { exact, type TextOptions } from './exact.ts';
import { growing } from './limits.ts';
import { left, right } from './side.ts';
import { slips } from './slips.ts';

/**
 * Texts by how many letters were changed, added or left out (Levenshtein), or also swapped with their neighbour
 * (`transpositions`, Damerau): equal, then at or below each distance. For numbers written as text, plates, postcodes,
 * references. Counted in bytes: an accented letter is two (`jaroWinkler` says what to do).
 *
 * Throws a RangeError where the distances do not grow.
 *
 * @example
 * ```ts
 * import { levenshtein } from '@samenbeeld/linkage';
 * levenshtein('plate', { distances: [1] }).levels.map((level) => level.name) // => ['exact', 'distance 1']
 * ```
 */
export function levenshtein(
  column: string,
  options: TextOptions & {
    readonly distances?: readonly number[];
    readonly transpositions?: boolean;
  } = {},
): Comparison {
  const { distances = [1, 2], transpositions = false } = options;
  growing(distances, `levenshtein of "${column}"`);
  const same = exact(column, options);
  const [one, two] = [left(column), right(column)];
  return {
    ...same,
    measure: transpositions
      ? slips(one, two, distances.at(-1) ?? 0)
      : dialect.levenshtein(one, two),
    cost: 20,
    levels: [
      ...same.levels,
      ...distances.map((most) => ({ name: `distance ${most}`, holds: `measure <= ${most}` })),
    ],
  };
}
