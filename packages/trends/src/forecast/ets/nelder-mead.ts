interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The least value of a function of a few numbers, without derivatives (Nelder and Mead 1965).
 *
 * @param tolerance stops where the vertices differ by no more than this in their values
 */
export function nelderMead(
  lossOf: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
  tolerance: number,
): Vertex {
  const vertexAt = (at: readonly number[]): Vertex => ({ at, value: lossOf(at) });
  const simplex = [
    vertexAt(start),
    ...start.map((_, i) => vertexAt(start.map((x, j) => (i === j ? x + step : x)))),
  ];
  const order = (): void => {
    simplex.sort((a, b) => a.value - b.value);
  };
  const last = start.length;
  for (let round = 0; round < 200 * last; round++) {
    order();
    const [best, worst] = [simplex[0] as Vertex, simplex[last] as Vertex];
    if (worst.value - best.value <= tolerance) break;
    const centre = start.map(
      (_, j) => simplex.slice(0, last).reduce((sum, { at }) => sum + (at[j] as number), 0) / last,
    );
    const along = (factor: number): Vertex =>
      vertexAt(centre.map((c, j) => c + factor * ((worst.at[j] as number) - c)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[last] = expanded.value < reflected.value ? expanded : reflected;
      continue;
    }
    if (reflected.value < (simplex[last - 1] as Vertex).value) {
      simplex[last] = reflected;
      continue;
    }
    const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
    if (contracted.value < Math.min(reflected.value, worst.value)) {
      simplex[last] = contracted;
      continue;
    }
    for (let i = 1; i <= last; i++)
      simplex[i] = vertexAt(
        (simplex[i] as Vertex).at.map((x, j) => ((best.at[j] as number) + x) / 2),
      );
  }
  order();
  return simplex[0] as Vertex;
}
