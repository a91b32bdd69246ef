import type { Pattern } from './pattern.ts';

/** What is known before the pairs speak. */
export interface EmStart {
  /** Share of the pairs that are the same, to begin with. */
  readonly share: number;
  /** By comparison: probabilities of its levels, then "else". */
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** By comparison: how many pairs `m` is worth against the data. */
  readonly worth: readonly number[];
  /** By comparison and place: whether `m` is held there as it is. */
  readonly held?: readonly (readonly boolean[])[];
  /** Comparisons that are left out of account here. */
  readonly without?: ReadonlySet<number>;
}

/** What EM came to. */
export interface EmResult {
  readonly share: number;
  readonly m: readonly (readonly number[])[];
  /** By comparison: expected number of same pairs in which it says something. */
  readonly informed: readonly number[];
  /** Expected number of pairs that are the same. */
  readonly matches: number;
  readonly rounds: number;
  readonly converged: boolean;
}

const smallest = 1e-12;

/** log odds of a pattern, the share's own included. */
export function logOdds(
  places: readonly number[],
  share: number,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  without?: ReadonlySet<number>,
): number {
  let sum = Math.log(share / (1 - share));
  places.forEach((place, comparison) => {
    const [same, other] = [m[comparison]?.[place], u[comparison]?.[place]];
    // The level "null" has no probability and says nothing.
    if (same === undefined || other === undefined || without?.has(comparison)) return;
    sum += Math.log(Math.max(same, smallest) / Math.max(other, smallest));
  });
  return sum;
}

export const posterior = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Counts and prior made into probabilities; what is held stays, the rest shares what that leaves. */
export function updated(
  start: readonly number[],
  counts: readonly number[],
  prior: { readonly worth: number; readonly held?: readonly boolean[] },
): readonly number[] {
  const { worth, held = [] } = prior;
  const free = start.map((one, place) => (held[place] ? 0 : (counts[place] ?? 0) + worth * one));
  const sum = free.reduce((total, one) => total + one, 0);
  const left = start.reduce((total, one, place) => total - (held[place] ? one : 0), 1);
  if (sum === 0) return start;
  return start.map((one, place) => (held[place] ? one : (left * (free[place] ?? 0)) / sum));
}

/**
 * Expectation-maximisation for m and the share of same pairs, over patterns, with u held (Fellegi & Sunter 1969;
 * Winkler 1988; Enamorado, Fifield & Imai 2019 for levels that are missing). m has a Dirichlet prior: the start, worth as many
 * pairs as `worth` says, so that a handful of pairs cannot carry it off.
 */
export function estimateM(
  patterns: readonly Pattern[],
  start: EmStart,
  {
    rounds: most = 200,
    tolerance = 1e-6,
  }: { readonly rounds?: number; readonly tolerance?: number } = {},
): EmResult {
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  const { u, without } = start;
  let { share } = start;
  let m = start.m;
  let informed: readonly number[] = m.map(() => 0);
  let matches = share * total;
  let rounds = 0;
  let converged = total === 0;
  while (rounds < most && !converged) {
    rounds++;
    const sums = m.map((levels) => levels.map(() => 0));
    matches = 0;
    for (const { places, count } of patterns) {
      const same = count * posterior(logOdds(places, share, m, u, without));
      matches += same;
      places.forEach((place, comparison) => {
        const row = sums[comparison];
        if (row && place < row.length) row[place] = (row[place] ?? 0) + same;
      });
    }
    informed = sums.map((row) => row.reduce((sum, one) => sum + one, 0));
    const next = m.map((levels, comparison) =>
      without?.has(comparison)
        ? levels
        : updated(start.m[comparison] ?? [], sums[comparison] ?? [], {
            worth: start.worth[comparison] ?? 0,
            held: start.held?.[comparison] ?? [],
          }),
    );
    // A pair's worth of doubt keeps the share off 0 and 1.
    const nextShare = (matches + start.share) / (total + 1);
    const change = Math.max(
      Math.abs(nextShare - share),
      ...next.flatMap((levels, comparison) =>
        levels.map((one, place) => Math.abs(one - (m[comparison]?.[place] ?? 0))),
      ),
    );
    m = next;
    share = nextShare;
    converged = change < tolerance;
  }
  return { share, m, informed, matches, rounds, converged };
}
