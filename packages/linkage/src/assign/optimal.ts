import { NearestFirst } from './heap.ts';

/** A possible choice for a left record: a right one, and what the choice is worth, 0 or more. */
export interface Offer {
  readonly right: number;
  readonly value: number;
  /** What the caller knows the offer by. */
  readonly link: number;
}

/**
 * The offers with the largest total value such that no left and no right record is in two of them; any may stay
 * alone. Shortest augmenting paths with potentials on the sparse graph (Jonker & Volgenant 1987; the Hungarian
 * method): each left record is added in turn, and those before it are moved where that is worth more.
 *
 * @param offers of each left record, in a fixed order
 * @param rights how many right records there are
 */
export function optimalOffers(
  offers: readonly (readonly Offer[])[],
  rights: number,
): readonly Offer[] {
  const lefts = offers.length;
  let most = 0;
  for (const of of offers) for (const { value } of of) most = Math.max(most, value);
  // To stay alone is a right record of one's own that is worth nothing; so every left record finds one.
  const choices = offers.map((of, left): readonly Offer[] => [
    ...of,
    { right: rights + left, value: 0, link: -1 },
  ]);
  const total = rights + lefts;
  const priceOfLeft = new Float64Array(lefts);
  const priceOfRight = new Float64Array(total);
  const taker = new Int32Array(total).fill(-1);
  const taken: (Offer | undefined)[] = new Array(lefts);

  for (let start = 0; start < lefts; start += 1) {
    const distance = new Map<number, number>();
    const reached = new Map<number, { readonly left: number; readonly offer: Offer }>();
    const settled: number[] = [];
    const done = new Set<number>();
    const queue = new NearestFirst();
    const look = (left: number, sofar: number): void => {
      for (const offer of choices[left] ?? []) {
        const { right, value } = offer;
        const price = (priceOfLeft[left] as number) + (priceOfRight[right] as number);
        const far = sofar + Math.max(0, most - value - price);
        if (far >= (distance.get(right) ?? Number.POSITIVE_INFINITY)) continue;
        distance.set(right, far);
        reached.set(right, { left, offer });
        queue.push(right, far);
      }
    };
    look(start, 0);
    let end = -1;
    let length = 0;
    for (let nearest = queue.pop(); nearest; nearest = queue.pop()) {
      const { item: right, distance: far } = nearest;
      if (done.has(right)) continue;
      done.add(right);
      if (taker[right] === -1) {
        end = right;
        length = far;
        break;
      }
      settled.push(right);
      look(taker[right] as number, far);
    }
    priceOfLeft[start] = (priceOfLeft[start] as number) + length;
    for (const right of settled) {
      const saved = length - (distance.get(right) as number);
      const left = taker[right] as number;
      priceOfRight[right] = (priceOfRight[right] as number) - saved;
      priceOfLeft[left] = (priceOfLeft[left] as number) + saved;
    }
    for (let right = end; right !== -1; ) {
      const step = reached.get(right);
      if (!step) break;
      const { left, offer } = step;
      const former = taken[left]?.right ?? -1;
      taker[right] = left;
      taken[left] = offer;
      right = left === start ? -1 : former;
    }
  }
  return taken.filter((offer): offer is Offer => offer !== undefined && offer.right < rights);
}
