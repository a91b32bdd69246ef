import type { CostModel } from './cost-model.ts';
import { penaltyPath } from './penalty-path.ts';
import type { TimedSeries } from './read-series.ts';
import { squaresAbout, sumsOf } from './sums.ts';

/** A segmentation that is optimal for a range of penalties. */
export interface PathEntry {
  readonly changes: number;
  /** First periods of the new levels. */
  readonly periods: readonly string[];
  /** How many values lie before each change. */
  readonly places: readonly number[];
  readonly from: number;
  /** null where it has no upper end. */
  readonly to: number | null;
  /** Of the segments, without penalty. */
  readonly cost: number;
  /** With σ estimated too, `n (ln(2π RSS/n) + 1) + (2m + 2) ln n`, as R `strucchange`; null for costs other than means. */
  readonly bic: number | null;
}

/** The penalty path from `least` upward. */
export function pathEntries(
  model: CostModel,
  { values, names }: TimedSeries,
  least: number,
  minLength: number,
): readonly PathEntry[] {
  const n = values.length;
  const sums = sumsOf(model.even);
  const normal = model.kind === 'mean' || model.kind === 'log_mean';
  const steps = penaltyPath(model, n, least, minLength);
  return steps.map(({ changes, cost, from, to }) => {
    const ends = [0, ...changes, n];
    const squares = changes.reduce(
      (sum, end, i) => sum + squaresAbout(sums, ends[i] as number, end),
      squaresAbout(sums, ends[changes.length] as number, n),
    );
    const fit = n * (Math.log((2 * Math.PI * squares) / n) + 1);
    return {
      changes: changes.length,
      periods: changes.map((place) => names[place] as string),
      places: changes,
      from,
      to: to === Number.POSITIVE_INFINITY ? null : to,
      cost,
      bic: normal && squares > 0 ? fit + (2 * changes.length + 2) * Math.log(n) : null,
    };
  });
}
