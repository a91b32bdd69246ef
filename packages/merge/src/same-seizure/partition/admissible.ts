import type { RecordPair } from './record-pair.ts';
import { pairKey, saidTogether } from './said-together.ts';
import type { TiedRecords } from './tied-records.ts';
import { unitOdds, unitsOf } from './unit-odds.ts';

/** What may be one seizure among tied records, and how heavily it weighs. Records are named by their place in the order. */
export interface Admissible {
  readonly size: number;
  /** Records that a person said are one; each record stands in exactly one. */
  readonly atoms: readonly (readonly number[])[];
  /** Sets of batches of one file that another record is compared with. */
  readonly batches: readonly (readonly number[])[];
  /** What one file may bring to a seizure: a record, or batches. */
  readonly units: readonly (readonly number[])[];
  /** Whether two units hold a seizure together, never stand in one, or neither. */
  link(one: readonly number[], other: readonly number[]): 'tied' | 'never' | 'untied';
  /** Logarithm of the product of the odds of the pairs within one seizure; -Infinity where it is none. Sorted records. */
  logWeight(group: readonly number[]): number;
  /** Decisions for "the same" that contradict another decision, or would make one seizure of two rows of one file. */
  readonly contradicted: readonly RecordPair[];
}

/** Odds beyond this are certain; it keeps products of certain pairs finite. */
const certain = 500;
const logOdds = (odds: number): number => Math.min(certain, Math.log(odds));

const setKey = (group: readonly number[]): string => group.join(',');

/**
 * The rules of rule 12. Which records may meet and which must follows from files and decisions (`saidTogether`). The weight
 * of a seizure is the product of the odds of all pairs in it, a file's batches counting as one record (`unitOdds`). A pair in
 * it that was never compared says nothing and weighs 1, but the records must hang together by pairs that were.
 */
export function admissible({ records, pairs }: TiedRecords): Admissible {
  const { at, atomOf, mayMeet, mayBeOne, contradicted } = saidTogether(records, pairs);
  const source = (i: number): string => records[i]?.source ?? '';
  const shown = unitOdds(pairs);
  const batches = new Map<string, readonly number[]>();
  for (const side of pairs.flatMap(({ a, b }) => [a, b])) {
    const set = at(side);
    if (set.length > 1) batches.set(setKey(set), set);
  }
  const byFile = (group: readonly number[]): readonly (readonly number[])[] =>
    unitsOf(group, source);
  // Rows of one file that decisions join are batches of one find, whether or not they were compared as such.
  for (const atom of new Set(atomOf))
    for (const unit of byFile([...atom].sort((i, j) => i - j)))
      if (unit.length > 1) batches.set(setKey(unit), unit);
  const idsOf = (set: readonly number[]): readonly string[] => set.map((i) => records[i]?.id ?? '');
  const decidedSame = new Set(
    pairs.filter(({ decided }) => decided === 'same').map(({ a, b }) => pairKey(a, b)),
  );

  const tied = new Map<string, boolean>();
  const tying = pairs
    .filter((pair) => pair.odds > 0 || decidedSame.has(pairKey(pair.a, pair.b)))
    .map(({ a, b }) => [at(a), at(b)] as const);
  function weigh(group: readonly number[]): number {
    if (!group.every((i) => [...(atomOf[i] ?? [])].every((j) => group.includes(j))))
      return Number.NEGATIVE_INFINITY;
    if (group.length === 1) return 0;
    if (!mayBeOne(new Set(group))) return Number.NEGATIVE_INFINITY;
    const units = byFile(group);
    if (units.some((unit) => unit.length > 1 && !batches.has(setKey(unit))))
      return Number.NEGATIVE_INFINITY;
    // Batches are only ever tried against another file's record: alone they are rows like others.
    if (units.length === 1 && !group.every((i) => atomOf[group[0] as number]?.has(i)))
      return Number.NEGATIVE_INFINITY;
    const ties: (readonly [number, number])[] = [];
    let sum = 0;
    for (const [i, one] of units.entries())
      for (const [j, other] of units.entries()) {
        if (j <= i) continue;
        sum += weightOf(one, other);
        if (isTied(one, other)) ties.push([i, j]);
      }
    const reached = new Set([0]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const [i, j] of ties)
        if (reached.has(i) !== reached.has(j)) {
          reached.add(i).add(j);
          grown = true;
        }
    }
    return reached.size === units.length ? sum : Number.NEGATIVE_INFINITY;
  }
  function isWithinAtom(group: readonly number[]): boolean {
    const atom = atomOf[group[0] as number];
    return group.every((i) => atom?.has(i));
  }
  /** What two units add: nothing where a person said it of all their rows, else what was compared. */
  function weightOf(one: readonly number[], other: readonly number[]): number {
    if (isWithinAtom([...one, ...other])) return 0;
    const found = shown(idsOf(one), idsOf(other));
    return found === null ? 0 : logOdds(found);
  }
  /** Whether any pair holds two units together: a row is tied by what it is tied to, alone or as one of several batches. */
  function isTied(one: readonly number[], other: readonly number[]): boolean {
    const key = `${setKey(one)} ${setKey(other)}`;
    const known = tied.get(key);
    if (known !== undefined) return known;
    const found = tying.some(
      ([a, b]) =>
        (a.every((i) => one.includes(i)) && b.every((i) => other.includes(i))) ||
        (a.every((i) => other.includes(i)) && b.every((i) => one.includes(i))),
    );
    tied.set(key, found);
    return found;
  }

  const isWhole = (unit: readonly number[]): boolean =>
    unit.every((i) =>
      [...(atomOf[i] ?? [])].every((j) => source(j) !== source(i) || unit.includes(j)),
    );
  function link(one: readonly number[], other: readonly number[]): 'tied' | 'never' | 'untied' {
    if (one.some((i) => other.some((j) => i === j || source(i) === source(j) || !mayMeet(i, j))))
      return 'never';
    if (weightOf(one, other) === Number.NEGATIVE_INFINITY) return 'never';
    return isTied(one, other) ? 'tied' : 'untied';
  }

  const known = new Map<string, number>();
  return {
    size: records.length,
    atoms: [...new Set(atomOf)].map((atom) => [...atom].sort((i, j) => i - j)),
    batches: [...batches.values()],
    units: [...records.map((_, i) => [i]), ...batches.values()].filter(isWhole),
    link,
    logWeight(group) {
      const key = setKey(group);
      const found = known.get(key) ?? weigh(group);
      known.set(key, found);
      return found;
    },
    contradicted,
  };
}
