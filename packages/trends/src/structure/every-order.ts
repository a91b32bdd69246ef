/** Visits a list in every order (Heap 1963). The list that is visited changes between visits. */
export function everyOrder(values: Float64Array, visit: (order: Float64Array) => void): void {
  const order = values.slice();
  const swap = (i: number, j: number): void => {
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  };
  const arrange = (size: number): void => {
    if (size <= 1) {
      visit(order);
      return;
    }
    for (let i = 0; i < size - 1; i += 1) {
      arrange(size - 1);
      swap(size % 2 === 0 ? i : 0, size - 1);
    }
    arrange(size - 1);
  };
  arrange(order.length);
}
