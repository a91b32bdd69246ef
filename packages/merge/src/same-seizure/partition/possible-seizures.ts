import type { Admissible } from './admissible.ts';

/** Records that may be one seizure, by their place in the order, with the logarithm of its weight. */
export interface PossibleSeizure {
  readonly members: readonly number[];
  readonly log: number;
}

/** Sets that are looked at before the records are held to be too many to list what they may be. */
const mostSets = 50_000;

/** A set of units as bits, so that a branch copies a few words. */
type Bits = Uint32Array<ArrayBuffer>;
const add = (bits: Bits, at: number): void => {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
};
const has = (bits: Bits, at: number): boolean => (((bits[at >> 5] ?? 0) >> (at & 31)) & 1) === 1;

/**
 * Every seizure that the records may make: sets of at most one record a file (or its batches) that hang together by pairs.
 * null where there are too many to list.
 */
export function possibleSeizures(rules: Admissible): readonly PossibleSeizure[] | null {
  const { units } = rules;
  const none = (): Bits => new Uint32Array((units.length + 31) >> 5);
  const joins: (readonly number[])[] = [];
  /** By unit: those that never stand with it, itself among them. */
  const nevers: Bits[] = [];
  for (const [i, a] of units.entries()) {
    const [tied, never] = [[] as number[], none()];
    for (const [j, b] of units.entries()) {
      const link = i === j ? 'never' : rules.link(a, b);
      if (link === 'tied') tied.push(j);
      else if (link === 'never') add(never, j);
    }
    joins.push(tied);
    nevers.push(never);
  }
  const found: PossibleSeizure[] = [];
  let looked = 0;

  /** `next` are the units that those chosen are tied to, in the order in which they came in; `seen` the same as bits. */
  function grow(
    chosen: readonly number[],
    {
      next,
      seen,
      barred,
    }: { readonly next: readonly number[]; readonly seen: Bits; readonly barred: Bits },
    excluded: Bits,
  ): boolean {
    looked += 1;
    if (looked > mostSets) return false;
    const members = chosen.flatMap((at) => units[at] ?? []).sort((i, j) => i - j);
    const log = rules.logWeight(members);
    if (log > Number.NEGATIVE_INFINITY) found.push({ members, log });
    const passed = excluded.slice();
    for (const one of next) {
      if (has(passed, one)) continue;
      add(passed, one);
      if (!has(barred, one) && !grow([...chosen, one], reached(one, next, seen, barred), passed))
        return false;
    }
    return true;
  }
  function reached(one: number, next: readonly number[], seen: Bits, barred: Bits) {
    const [more, all, never] = [[...next], seen.slice(), barred.slice()];
    for (const other of joins[one] ?? [])
      if (!has(all, other)) {
        add(all, other);
        more.push(other);
      }
    for (const [word, bits] of (nevers[one] ?? none()).entries())
      never[word] = (never[word] ?? 0) | bits;
    return { next: more, seen: all, barred: never };
  }
  const before = none();
  for (const at of units.keys()) {
    if (!grow([at], reached(at, [], none(), none()), before)) return null;
    add(before, at);
  }
  return found;
}
