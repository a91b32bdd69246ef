/** Something of a height that would stand at a place on a line. */
interface Wanted {
  readonly at: number;
  readonly size: number;
}

/**
 * Moves labels along a line as little as possible (least squares) so that none covers another and all stay between
 * `from` and `to`; their order is kept. Returns their middles, in the order given. Where all together do not fit they
 * begin at `from` and run over.
 */
export function spread(wanted: readonly Wanted[], from: number, to: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wantedAt(a) - wantedAt(b) || a - b);
  function wantedAt(index: number): number {
    return wanted[index]?.at ?? 0;
  }
  const offsets: number[] = [];
  let total = 0;
  for (const index of order) {
    const half = (wanted[index]?.size ?? 0) / 2;
    offsets.push(total + half);
    total += 2 * half;
  }
  // Pool adjacent violators: middles less their offsets must not fall.
  const pools: { sum: number; count: number }[] = [];
  for (const [rank, index] of order.entries()) {
    pools.push({ sum: wantedAt(index) - (offsets[rank] ?? 0), count: 1 });
    for (;;) {
      const [last, before] = [pools.at(-1), pools.at(-2)];
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const shifts = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const placed = Array<number>(wanted.length).fill(0);
  for (const [rank, index] of order.entries())
    placed[index] = Math.max(from, Math.min(shifts[rank] ?? 0, to - total)) + (offsets[rank] ?? 0);
  return placed;
}
