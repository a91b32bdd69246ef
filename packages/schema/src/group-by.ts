/**
 * Items in groups that share a key, in the order of their first member.
 *
 * @example
 * ```ts
 * import { groupBy } from '@samenbeeld/schema';
 * [...groupBy([12, 7, 15], (n) => (n < 10 ? 'small' : 'large')).values()] // => [[12, 15], [7]]
 * ```
 */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  key: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const of = key(item);
    const group = groups.get(of);
    if (group) group.push(item);
    else groups.set(of, [item]);
  }
  return groups;
}
