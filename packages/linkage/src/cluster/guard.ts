import type { Forest } from './forest.ts';

/** What no cluster may hold together, over numbered records. */
export interface NumberedGuard {
  /** For each record the number of its table where that table lists each thing once, else −1. */
  readonly once?: Int32Array;
  /** Pairs of records that may not come together. */
  readonly apart?: readonly (readonly [number, number])[];
  /** Why two records may not come together; null where they may. Asked for each pair across two clusters. */
  readonly forbids?: (a: number, b: number) => string | null;
  /** How many records a cluster may hold. */
  readonly largest?: number;
}

/**
 * Why two clusters may not be joined, with the two records that stand against it. Where several stand against it, the
 * first statement of `apart`, and of records the first: those of the cluster with the smallest number are taken in
 * their order, each with those of the other. So the reason depends on the clusters alone, not on how they grew.
 */
export type Obstacle =
  | { readonly kind: 'once'; readonly records: readonly [number, number] }
  | { readonly kind: 'apart'; readonly apart: number; readonly records: readonly [number, number] }
  | {
      readonly kind: 'forbidden';
      readonly reason: string;
      readonly records: readonly [number, number];
    }
  | { readonly kind: 'largest'; readonly size: number };

/** Rings of numbers: each number knows the next, and two rings are joined by one exchange. */
class Rings {
  readonly #next: Int32Array;
  constructor(count: number) {
    this.#next = new Int32Array(count).map((_, index) => index);
  }
  join(a: number, b: number): void {
    const next = this.#next;
    const after = next[a] as number;
    next[a] = next[b] as number;
    next[b] = after;
  }
  after(record: number): number {
    return this.#next[record] as number;
  }
  of(start: number): readonly number[] {
    const all = [start];
    for (let at = this.after(start); at !== start; at = this.after(at)) all.push(at);
    return all;
  }
}

/** Knows at each moment whether two clusters may be joined, and is told when they are. */
export class ClusterGuard {
  readonly #forest: Forest;
  readonly #guard: NumberedGuard;
  /** Of each root, a record of a table that lists each thing once, in a ring of those of its cluster; or −1. */
  readonly #anchor: Int32Array | null;
  readonly #anchored: Rings | null;
  readonly #members: Rings | null;
  /** Of each root, the roots it may not be joined with, each with the index in `apart` that says so. */
  readonly #enemies = new Map<number, Map<number, number>>();
  // Most roots have none; a flag tells so without a look into the map.
  readonly #hasEnemies: Uint8Array;
  // Which record of each table a cluster holds, and in which comparison that was noted.
  readonly #holder: number[] = [];
  readonly #seenIn: number[] = [];
  #look = 0;

  constructor(guard: NumberedGuard, forest: Forest, count: number) {
    this.#guard = guard;
    this.#forest = forest;
    this.#anchor = guard.once ? guard.once.map((table, record) => (table < 0 ? -1 : record)) : null;
    this.#anchored = guard.once ? new Rings(count) : null;
    this.#members = guard.forbids ? new Rings(count) : null;
    this.#hasEnemies = new Uint8Array(count);
    guard.apart?.forEach(([a, b], index) => {
      if (a === b) throw new RangeError(`record ${a} is to be kept apart from itself`);
      this.#estrange(a, b, index);
      this.#estrange(b, a, index);
    });
  }

  /** Why the clusters of two roots may not be joined; null where they may. */
  obstacle(a: number, b: number): Obstacle | null {
    const { apart = [], largest } = this.#guard;
    const enemy = this.#hasEnemies[a] ? this.#enemies.get(a)?.get(b) : undefined;
    if (enemy !== undefined)
      return { kind: 'apart', apart: enemy, records: apart[enemy] as readonly [number, number] };
    const twins = this.#twins(a, b);
    if (twins) return { kind: 'once', records: twins };
    const size = this.#forest.size(a) + this.#forest.size(b);
    if (largest !== undefined && size > largest) return { kind: 'largest', size };
    return this.#forbidden(a, b);
  }

  /** To be called after the forest joined two roots. */
  joined(stays: number, goes: number): void {
    this.#members?.join(stays, goes);
    if (this.#anchor && this.#anchored) {
      const [kept, gone] = [this.#anchor[stays] as number, this.#anchor[goes] as number];
      if (kept < 0) this.#anchor[stays] = gone;
      else if (gone >= 0) this.#anchored.join(kept, gone);
    }
    if (!this.#hasEnemies[goes]) return;
    for (const [enemy, index] of this.#enemies.get(goes) ?? []) {
      this.#enemies.get(enemy)?.delete(goes);
      this.#estrange(enemy, stays, index);
      this.#estrange(stays, enemy, index);
    }
    this.#enemies.delete(goes);
  }

  #estrange(a: number, b: number, index: number): void {
    const enemies = this.#enemies.get(a);
    this.#hasEnemies[a] = 1;
    if (!enemies) this.#enemies.set(a, new Map([[b, index]]));
    // The first statement stays the witness, whatever the order in which clusters grew.
    else enemies.set(b, Math.min(index, enemies.get(b) ?? index));
  }

  /** Two records of one table that lists each thing once, of two clusters that hold at most one of it each. */
  #twins(a: number, b: number): readonly [number, number] | null {
    const once = this.#guard.once;
    const [one, two] = [this.#anchor?.[a] ?? -1, this.#anchor?.[b] ?? -1];
    if (!once || !this.#anchored || one < 0 || two < 0) return null;
    this.#look += 1;
    let at = one;
    do {
      const table = once[at] as number;
      this.#seenIn[table] = this.#look;
      this.#holder[table] = at;
      at = this.#anchored.after(at);
    } while (at !== one);
    let found: readonly [number, number] | null = null;
    at = two;
    do {
      const table = once[at] as number;
      if (this.#seenIn[table] === this.#look) {
        const twin = this.#holder[table] as number;
        const twins = twin < at ? ([twin, at] as const) : ([at, twin] as const);
        if (!found || twins[0] < found[0]) found = twins;
      }
      at = this.#anchored.after(at);
    } while (at !== two);
    return found;
  }

  #forbidden(a: number, b: number): Obstacle | null {
    const { forbids } = this.#guard;
    if (!forbids || !this.#members) return null;
    const members = this.#members;
    const inOrder = (root: number): readonly number[] =>
      [...members.of(root)].sort((x, y) => x - y);
    const [one, two] = [inOrder(a), inOrder(b)];
    const [near, far] = (one[0] as number) < (two[0] as number) ? [one, two] : [two, one];
    for (const x of near)
      for (const y of far) {
        const records = x < y ? ([x, y] as const) : ([y, x] as const);
        const reason = forbids(...records);
        if (reason !== null) return { kind: 'forbidden', reason, records };
      }
    return null;
  }
}
