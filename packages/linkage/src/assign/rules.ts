import { endsOf, type RecordRef, recordName } from '../cluster/record.ts';
import type { Pair } from '../pair.ts';
import type { Candidate } from './candidate.ts';
import type { ComponentRules } from './component.ts';
import type { AssignOptions } from './options.ts';

/** Throws a RangeError for options that cannot be meant. */
export function checkAssignment<P extends Pair>(options: AssignOptions<P>): void {
  const { kind, atLeast } = options;
  if (!['free', 'one-to-one', 'one-to-many'].includes(kind))
    throw new RangeError(`\`kind\` must be free, one-to-one or one-to-many, not ${kind}`);
  if (!(atLeast > 0 && atLeast < 1))
    throw new RangeError(`\`atLeast\` must lie between 0 and 1, both excluded, not ${atLeast}`);
}

/** The table of the one side; refuses pairs that have no sides. */
export function oneSide<P extends Pair>(
  pairs: readonly P[],
  options: AssignOptions<P>,
): string | null {
  if (options.kind === 'free') return null;
  const tables = new Set(pairs.flatMap(({ tableA, tableB }) => [tableA, tableB]));
  if (options.kind === 'one-to-one' && tables.size > 2)
    throw new RangeError(
      `one-to-one is between two tables; the pairs are of ${[...tables].sort().join(', ')}. Assign two tables at a time, or use clusterPairs with guard.once`,
    );
  const one = options.kind === 'one-to-many' ? options.one : ([...tables].sort()[0] ?? null);
  for (const pair of pairs) {
    const sides = [pair.tableA, pair.tableB].filter((table) => table === one).length;
    if (sides === 1) continue;
    const [a, b] = endsOf(pair).map(recordName);
    throw new RangeError(
      options.kind === 'one-to-one'
        ? `one-to-one is between two tables; the pair ${a} and ${b} is of one. Within one table use clusterPairs`
        : `one-to-many takes pairs of which one record stands in the table "${one}"; in ${a} and ${b} it is ${sides === 0 ? 'neither' : 'both'}`,
    );
  }
  return one;
}

/** The options as rules over numbered records. */
export function rulesOf<P extends Pair>(
  options: AssignOptions<P>,
  recordOf: (number: number) => RecordRef,
  pairOf: (link: number) => P,
): ComponentRules {
  const {
    capacity,
    admissible,
    exactUpTo,
    steps,
  }: Partial<Extract<AssignOptions<P>, { readonly kind: 'one-to-many' }>> =
    options.kind === 'one-to-many' ? options : {};
  const bound = options.kind === 'one-to-one' ? options.exactUpTo : exactUpTo;
  const room = (number: number): number => {
    if (options.kind === 'one-to-one') return 1;
    const record = recordOf(number);
    const of = typeof capacity === 'function' ? capacity(record) : (capacity ?? Infinity);
    if (!(of >= 0) || (of !== Infinity && !Number.isInteger(of)))
      throw new RangeError(
        `the capacity of ${recordName(record)} must be a whole number of records, 0 or more, not ${of}`,
      );
    return of;
  };
  return {
    capacity: room,
    ...(admissible
      ? {
          admissible: (one: number, links: readonly Candidate[]) =>
            admissible(
              recordOf(one),
              links.map(({ many }) => recordOf(many)),
              links.map(({ link }) => pairOf(link)),
            ),
        }
      : {}),
    exactUpTo: bound ?? 50_000,
    steps: steps ?? 200_000,
  };
}
