/**
 * What a record itself holds under a key that comes from a file or a person; undefined where it holds nothing. A plain look-up
 * would find the members of every object under `constructor` or `toString`.
 *
 * @example
 * ```ts
 * import { ownValue } from '@samenbeeld/schema';
 * ownValue({ NL: 'Nederland' }, 'NL') // => 'Nederland'
 * ownValue({ NL: 'Nederland' }, 'constructor') // => undefined
 * ```
 */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
