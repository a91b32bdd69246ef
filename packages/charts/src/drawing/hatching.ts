type Point = readonly [number, number];

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Parallel lines inside rings: the parts of each diagonal x + y = c that lie inside (even and odd crossings). */
export function hatching(rings: readonly (readonly Point[])[], step: number): [Point, Point][] {
  const edges = rings.flatMap((ring) =>
    ring.map((point, at) => [point, ring[(at + 1) % ring.length] ?? point] as const),
  );
  const sums = edges.map(([[x, y]]) => x + y);
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  // Between the corners, which stand on half pixels.
  const count = Math.max(0, Math.floor((high - low) / step));
  const diagonals = Array.from({ length: count }, (_, at) => low + (at + 0.5) * step + 0.2);
  return diagonals.flatMap((c) => {
    const crossings = edges
      .flatMap(([[x1, y1], [x2, y2]]): number[] => {
        const [before, after] = [x1 + y1 - c, x2 + y2 - c];
        return before < 0 === after < 0 ? [] : [x1 + ((x2 - x1) * before) / (before - after)];
      })
      .sort((a, b) => a - b);
    return crossings.flatMap((x, at): [Point, Point][] => {
      const next = crossings[at + 1];
      if (at % 2 === 1 || next === undefined) return [];
      return [
        [
          [round(x), round(c - x)],
          [round(next), round(c - next)],
        ],
      ];
    });
  });
}
