import { dialect } from '@samenbeeld/engine';
import type { Comparison } from '../comparison.ts';
import { lacks, left, right } from './side.ts';

/**
 * Lists by the items they share: all of them, then at least so many. For containers, references, substances of one
 * event. `separator` makes a list of a text ("MSKU1; MSKU2;"), where blanks around an item and empty items do not count. Nor
 * do order and repetition; an empty list says nothing.
 *
 * Throws a RangeError where the counts do not fall to 1 or more.
 *
 * @example
 * ```ts
 * import { sharedItems } from '@samenbeeld/linkage';
 * sharedItems('containers', { atLeast: [2, 1] }).levels.map((level) => level.name) // => ['all shared', '2 shared', '1 shared']
 * ```
 */
export function sharedItems(
  column: string,
  options: {
    readonly name?: string;
    readonly atLeast?: readonly number[];
    readonly separator?: string;
  } = {},
): Comparison {
  const { atLeast = [1], separator } = options;
  const sound = atLeast.every(
    (one, at) => Number.isInteger(one) && one >= 1 && one < (atLeast[at - 1] ?? Infinity),
  );
  if (!sound)
    throw new RangeError(
      `sharedItems("${column}"): "atLeast" must be whole numbers that fall to 1 or more, such as 2, 1; found ${atLeast.join(', ')}`,
    );
  const name = options.name ?? column;
  const list = separator === undefined ? column : `${name}#items`;
  const size = `${name}#size`;
  const items =
    separator === undefined
      ? dialect.identifier(column)
      : dialect.split(dialect.identifier(column), separator);
  return {
    name,
    columns: [column],
    derive: {
      ...(separator === undefined ? {} : { [list]: items }),
      [size]: `nullif(${dialect.differentItems(items)}, 0)`,
    },
    isNull: lacks([list, size]),
    measure: dialect.sharedItems(left(list), right(list)),
    cost: 30,
    levels: [
      { name: 'all shared', holds: `measure = greatest(${left(size)}, ${right(size)})` },
      ...atLeast.map((count) => ({ name: `${count} shared`, holds: `measure >= ${count}` })),
    ],
  };
}
