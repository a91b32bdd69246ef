/** A record by the table it stands in and its id there. */
export interface RecordRef {
  readonly table: string;
  readonly id: string;
}

/** Order of texts by code units. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Order of records: by table, then by id, in code units. The same on every machine.
 *
 * @example
 * ```ts
 * import { compareRecords } from '@samenbeeld/linkage';
 * compareRecords({ table: 'be', id: '9' }, { table: 'nl', id: '1' }) // => -1
 * ```
 */
export function compareRecords(a: RecordRef, b: RecordRef): number {
  return inOrder(a.table, b.table) || inOrder(a.id, b.id);
}

/**
 * The record as one text, unique whatever is in its names.
 *
 * @example
 * ```ts
 * import { recordName } from '@samenbeeld/linkage';
 * recordName({ table: 'customs', id: '17' }) // => 'customs/17'
 * recordName({ table: 'a/b', id: 'c' }) // => 'a%2Fb/c'
 * ```
 */
export function recordName({ table, id }: RecordRef): string {
  return `${table.replaceAll('%', '%25').replaceAll('/', '%2F')}/${id}`;
}

/**
 * The two records as one text, the same whichever comes first, and unique: a key, not something to show.
 *
 * @example
 * ```ts
 * import { pairName } from '@samenbeeld/linkage';
 * const [one, two] = [{ table: 'be', id: '1' }, { table: 'nl', id: '7' }];
 * pairName(one, two) === pairName(two, one) // => true
 * ```
 */
export function pairName(a: RecordRef, b: RecordRef): string {
  const [first, second] = compareRecords(a, b) <= 0 ? [a, b] : [b, a];
  const name = recordName(first);
  return `${name.length}:${name}|${recordName(second)}`;
}

export function endsOf(pair: {
  readonly a: string;
  readonly b: string;
  readonly tableA: string;
  readonly tableB: string;
}): readonly [RecordRef, RecordRef] {
  return [
    { table: pair.tableA, id: pair.a },
    { table: pair.tableB, id: pair.b },
  ];
}
