import { type LinkedRecord, type RecordPair, recordsOf } from './record-pair.ts';

/** A pair as far as it matters what a person said of it. */
export type SaidPair = Pick<RecordPair, 'a' | 'b' | 'decided'>;

/** What persons said of records, as far as it can hold. Records are named by their place in the order. */
export interface SaidTogether<P extends SaidPair = SaidPair> {
  /** The records of one side of a pair, sorted. */
  at(side: string): readonly number[];
  /** The records that a person said are one with a record, itself among them. */
  readonly atomOf: readonly ReadonlySet<number>[];
  /** Whether two records may stand in one seizure at all. */
  mayMeet(i: number, j: number): boolean;
  /** Whether every two of some may, and nobody said that together they are no one seizure. */
  mayBeOne(group: ReadonlySet<number>): boolean;
  /** Decisions for "the same" that contradict another decision, or would make one seizure of two rows of one file. */
  readonly contradicted: readonly P[];
}

/** A pair whichever side comes first. Ids may hold blanks; the mark between them stands in no text. */
export const pairKey = (a: string, b: string): string =>
  a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`;

/**
 * What rule 12 makes of decisions. Two records of one file never meet, unless they are batches that are compared as one,
 * whatever came of it; what a person called different never meets; what a person called the same always does.
 *
 * @param pairs every pair of these records that was compared or decided
 */
export function saidTogether<P extends SaidPair>(
  records: readonly LinkedRecord[],
  pairs: readonly P[],
): SaidTogether<P> {
  const place = new Map(records.map(({ id }, at) => [id, at]));
  const at = (side: string): readonly number[] =>
    recordsOf(side)
      .map((id) => place.get(id) as number)
      .sort((i, j) => i - j);
  /** Two records as one number: they are asked about millions of times. */
  const both = (i: number, j: number): number => i * records.length + j;
  const together = new Set<number>();
  for (const side of pairs.flatMap(({ a, b }) => [a, b])) {
    const set = at(side);
    for (const i of set) for (const j of set) together.add(both(i, j));
  }
  const isOneFile = (i: number, j: number): boolean =>
    i !== j && records[i]?.source === records[j]?.source && !together.has(both(i, j));
  const forbidden = pairs
    .filter(({ decided }) => decided === 'different')
    .map(({ a, b }) => [...at(a), ...at(b)]);
  const apart = new Set(
    forbidden.flatMap((set) => {
      const [i, j] = set;
      return set.length === 2
        ? [both(i as number, j as number), both(j as number, i as number)]
        : [];
    }),
  );
  const mayMeet = (i: number, j: number): boolean => !isOneFile(i, j) && !apart.has(both(i, j));
  const mayBeOne = (group: ReadonlySet<number>): boolean => {
    const all = [...group];
    return (
      all.every((i, at) => all.slice(at + 1).every((j) => mayMeet(i, j))) &&
      !forbidden.some((set) => set.every((i) => group.has(i)))
    );
  };

  const atomOf = records.map((_, i): ReadonlySet<number> => new Set([i]));
  const contradicted: P[] = [];
  const said = pairs
    .filter(({ decided }) => decided === 'same')
    .sort((x, y) => (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1));
  for (const pair of said) {
    const joined = new Set([...at(pair.a), ...at(pair.b)].flatMap((i) => [...(atomOf[i] ?? [])]));
    if (!mayBeOne(joined)) contradicted.push(pair);
    else for (const i of joined) atomOf[i] = joined;
  }
  return { at, atomOf, mayMeet, mayBeOne, contradicted };
}
