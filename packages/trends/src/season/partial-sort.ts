interface Segment {
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Puts the values of some ranks in their place, the others only so far as that needs (Chambers 1971, algorithm 410).
 *
 * @param ranks places counted from 0, increasing; where they are not, a value may miss its place
 */
export function partialSort(values: Float64Array, ranks: readonly number[]): void {
  const todo: Segment[] = [];
  let next: Segment | undefined = {
    low: 0,
    high: values.length - 1,
    first: 0,
    last: ranks.length - 1,
  };
  while (next) {
    let { low, high, first, last }: Segment = next;
    // The lowest segment has no smaller value before it to stop an insertion: it is split to the end.
    while (first <= last && (low === 0 ? low < high : high - low > 10)) {
      const [left, right] = split(values, low, high);
      if (left - low <= high - right) {
        const end = last;
        const from = first;
        while (first <= last && (ranks[last] as number) > left) last -= 1;
        todo.push({ low: right, high, first: first <= last ? last + 1 : from, last: end });
        high = left;
      } else {
        const start = first;
        const to = last;
        while (first <= last && (ranks[first] as number) < right) first += 1;
        todo.push({ low, high: left, first: start, last: first <= last ? first - 1 : to });
        low = right;
      }
    }
    if (first <= last && low > 0) insert(values, low, high);
    next = todo.pop();
  }
}

/** Smaller values to the left, larger ones to the right; returns the last of the left and the first of the right. */
function split(a: Float64Array, low: number, high: number): readonly [number, number] {
  // Ranks counted from 1 have their middle at the lower of two.
  const middle = ((low + high + 2) >> 1) - 1;
  const swap = (i: number, j: number): void => {
    [a[i], a[j]] = [a[j] as number, a[i] as number];
  };
  if ((a[low] as number) > (a[middle] as number)) swap(low, middle);
  if ((a[high] as number) < (a[middle] as number)) {
    swap(high, middle);
    if ((a[low] as number) > (a[middle] as number)) swap(low, middle);
  }
  const pivot = a[middle] as number;
  let [k, l] = [low, high];
  for (;;) {
    do l -= 1;
    while ((a[l] as number) > pivot);
    do k += 1;
    while ((a[k] as number) < pivot);
    if (k > l) return [l, k];
    swap(k, l);
  }
}

function insert(a: Float64Array, low: number, high: number): void {
  for (let i = low; i <= high; i++) {
    const value = a[i] as number;
    let k = i;
    while (k > 0 && (a[k - 1] as number) > value) {
      a[k] = a[k - 1] as number;
      k -= 1;
    }
    a[k] = value;
  }
}
