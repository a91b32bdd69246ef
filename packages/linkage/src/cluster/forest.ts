/** Disjoint sets of the numbers 0…n−1, in two typed arrays. Sets only grow. */
export class Forest {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(count: number) {
    this.#parent = new Int32Array(count).map((_, index) => index);
    this.#size = new Int32Array(count).fill(1);
  }

  /** The root that stands for the set of a number; valid until its set is joined with another. */
  find(number: number): number {
    const parent = this.#parent;
    let at = number;
    let up = parent[at] as number;
    while (up !== at) {
      const above = parent[up] as number;
      parent[at] = above;
      at = above;
      up = parent[at] as number;
    }
    return at;
  }

  /** How many numbers the set of a root holds. */
  size(root: number): number {
    return this.#size[root] as number;
  }

  /** Joins the sets of two different roots and returns the root that stays, which is that of the larger set. */
  join(a: number, b: number): number {
    const sizes = this.#size;
    const [stays, goes] = this.size(a) >= this.size(b) ? [a, b] : [b, a];
    this.#parent[goes] = stays;
    sizes[stays] = this.size(stays) + this.size(goes);
    return stays;
  }

  /** For each number the smallest of its set, which names a set whatever the order in which it grew. */
  labels(): Uint32Array {
    const count = this.#parent.length;
    const smallest = new Int32Array(count).fill(-1);
    const labels = new Uint32Array(count);
    for (let number = 0; number < count; number += 1) {
      const root = this.find(number);
      if (smallest[root] === -1) smallest[root] = number;
      labels[number] = smallest[root] as number;
    }
    return labels;
  }
}
