/** The nearest first: numbers by distance, ties by the smaller number. */
export class NearestFirst {
  readonly #items: { readonly distance: number; readonly item: number }[] = [];

  push(item: number, distance: number): void {
    const items = this.#items;
    items.push({ distance, item });
    let at = items.length - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#before(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  /** Takes the nearest out; undefined where nothing is left. */
  pop(): { readonly distance: number; readonly item: number } | undefined {
    const items = this.#items;
    if (items.length === 0) return undefined;
    this.#swap(0, items.length - 1);
    const nearest = items.pop();
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= items.length) break;
      const least = left + 1 < items.length && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(least, at)) break;
      this.#swap(at, least);
      at = least;
    }
    return nearest;
  }

  #before(a: number, b: number): boolean {
    const [one, two] = [this.#items[a], this.#items[b]];
    if (!one || !two) return false;
    return one.distance < two.distance || (one.distance === two.distance && one.item < two.item);
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    const [one, two] = [items[a], items[b]];
    if (!one || !two) return;
    items[a] = two;
    items[b] = one;
  }
}
