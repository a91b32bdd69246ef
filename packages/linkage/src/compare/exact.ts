import type { Comparison } from '../comparison.ts';
import { left, right } from './side.ts';

/** How a column of texts is compared. */
export interface TextOptions {
  /** Default: the column's name. */
  readonly name?: string;
  /** Whether a shared value tells more the rarer it is (as a rare surname does). Default: false. */
  readonly termFrequency?: boolean;
}

/**
 * The two values are equal, or not. For codes, categories and anything without degrees.
 *
 * @example
 * ```ts
 * import { exact } from '@samenbeeld/linkage';
 * exact('city', { termFrequency: true }).levels // => [{ name: 'exact', holds: 'l."city" = r."city"', termFrequency: 'city' }]
 * ```
 */
export function exact(column: string, options: TextOptions = {}): Comparison {
  return {
    name: options.name ?? column,
    columns: [column],
    levels: [
      {
        name: 'exact',
        holds: `${left(column)} = ${right(column)}`,
        ...(options.termFrequency ? { termFrequency: column } : {}),
      },
    ],
  };
}
