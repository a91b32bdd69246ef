/** Where joinpoints may lie: on observations, so far from the ends and from each other. */
export interface KnotGrid {
  readonly n: number;
  /** Fewest observations before the first and after the last joinpoint. */
  readonly minEnd: number;
  /** Fewest observations between two joinpoints. */
  readonly minBetween: number;
}

/** How many placements of so many joinpoints the grid has. */
export function placements({ n, minEnd, minBetween }: KnotGrid, joinpoints: number): number {
  const free = n - 2 * minEnd - (joinpoints - 1) * minBetween;
  if (joinpoints === 0) return 1;
  if (free < joinpoints) return 0;
  let count = 1;
  for (let i = 1; i <= joinpoints; i++) count = (count * (free - i + 1)) / i;
  return Math.round(count);
}

/** What one search over placements costs, in placements: sums over every pair of places come before the first. */
export function searchCost(grid: KnotGrid, joinpoints: number): number {
  return placements(grid, joinpoints) + 2.5 * grid.n ** 2;
}

/** Fewest values for each default number of joinpoints, as the National Cancer Institute recommends, up to four. */
const needed = [0, 7, 12, 17, 22];

/** More placements than this are not tried unless asked for. */
const most = 200_000;

/** The largest number of joinpoints that is looked for in so many values, by default. */
export function defaultJoinpoints(grid: KnotGrid): number {
  const byLength = needed.findLastIndex((least) => grid.n >= least);
  let joinpoints = byLength;
  while (joinpoints > 0 && !between(placements(grid, joinpoints))) joinpoints -= 1;
  return joinpoints;
}

function between(count: number): boolean {
  return count >= 1 && count <= most;
}
